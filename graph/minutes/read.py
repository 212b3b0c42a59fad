"""From a file to minutes: the one way in."""

from __future__ import annotations

import re
from pathlib import Path

from graph.errors import InputError
from graph.minutes import agenda, formats, header
from graph.minutes.draft import lay_out
from graph.minutes.masking import mask
from graph.minutes.model import Document, Line, Meeting, Minutes
from graph.minutes.name_lists import name_lists
from graph.minutes.source import Source, check_length, open_source


def text_of(path: Path) -> tuple[str, tuple[Line, ...], Source, tuple[str, ...]]:
    """The masked text of a file with its lines. Raises InputError for whatever cannot be read."""
    source = open_source(path)
    paragraphs, warnings = formats.paragraphs(source)
    text, lines = lay_out(paragraphs)
    check_length(source, len(text))
    if not text.strip():
        raise InputError(source.name, "holds no text", "export the minutes again")
    lists = name_lists(text, lines, header.fields(text, lines))
    masked = mask(text, [entry.name for found in lists for entry in found.entries])
    return masked, lines, source, warnings


def read(path: Path) -> Minutes:
    """The minutes in a file. Raises InputError when it cannot be read or holds no meeting."""
    text, lines, source, warnings = text_of(path)
    fields = header.fields(text, lines)
    meeting = header.meeting(text, lines, fields)
    items = agenda.items(text, lines, fields)
    if meeting.date is None or not (meeting.body or name_lists(text, lines, fields)):
        raise InputError(
            source.name, "holds no meeting (no date with a body or a list of those present)", "add the date and title of the meeting"
        )
    document = Document(
        id=_document_id(meeting, path.stem),
        file=mask(source.name),
        format=source.format,
        sha256=source.sha256,
        characters=len(text),
        title=header.title(text, lines),
    )
    return Minutes(document, meeting, text, lines, fields, items, warnings)


def _document_id(meeting: Meeting, stem: str) -> str:
    """Body and date: what stays the same when the file is corrected or renamed."""
    name = re.sub(r"[^a-z0-9]+", "-", (meeting.body or stem).lower()).strip("-")[:60].strip("-")
    return f"{name or 'document'}-{meeting.date}"
