"""From a file to minutes: the one way in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import InputError
from graph.minutes import agenda, formats, publicity
from graph.minutes.annex import annex
from graph.minutes.draft import lay_out
from graph.minutes.fields import fields as labelled
from graph.minutes.grid import tables
from graph.minutes.head import end_of_head
from graph.minutes.labels import PRESENCE, role_of
from graph.minutes.masking import mask
from graph.minutes.meeting import meeting as reported
from graph.minutes.model import AgendaItem, Document, Field, Line, Meeting, Minutes, NameList, Table
from graph.minutes.name_lists import holders, name_lists
from graph.minutes.sort import CONCEPT, DECISIONS, DIVISION, MEMBERS, sort_of, version_of
from graph.minutes.source import Source, check_length, check_lines, open_source
from graph.minutes.titles import title


@dataclass(frozen=True, slots=True)
class Masked:
    """A file's text with case persons masked, its lines, and the lists of names at its head."""

    source: Source
    text: str
    lines: tuple[Line, ...]
    fields: tuple[Field, ...]
    lists: tuple[NameList, ...]
    tables: tuple[Table, ...]
    head: int  # where the labelled values and lists at the top end
    warnings: tuple[str, ...]


def masked(path: Path) -> Masked:
    """The text of a file, masked. Raises InputError for whatever cannot be read."""
    source = open_source(path)
    paragraphs, warnings = formats.paragraphs(source)
    check_lines(source, len(paragraphs))
    text, lines = lay_out(paragraphs)
    check_length(source, len(text))
    if not text.strip():
        raise InputError(source.name, "bevat geen tekst", "exporteer het verslag opnieuw")
    second = annex(text, lines)
    if second:
        heading = " ".join(text[second.start : second.end].split())
        left = f"het verslag van een andere vergadering in dit bestand is niet gelezen ({heading})"
        warnings += (f"{source.name}: {left}",)
        lines = tuple(line for line in lines if line.start < second.start)
        text = text[: second.start]
    grid, head = tables(lines), end_of_head(text, lines)
    fields = labelled(text, lines, grid, head)
    lists = name_lists(text, lines, fields, grid, head)
    return Masked(
        source,
        mask(text, [entry.name for found in lists for entry in found.entries]),
        lines,
        fields,
        lists,
        grid,
        _labelled_end(fields, lists, head),
        warnings,
    )


def _labelled_end(fields: tuple[Field, ...], lists: tuple[NameList, ...], head: int) -> int:
    """Where the last labelled value or list of the head ends; behind it stands running text."""
    known = [field.end for field in fields if field.start < head and role_of(field.label)]
    return max([*known, *(found.end for found in lists if found.start < head)], default=0)


def read(path: Path) -> Minutes:
    """The minutes in a file. Raises InputError when it cannot be read or holds no meeting."""
    found = masked(path)
    source, text = found.source, found.text
    meeting = reported(text, found.lines, found.fields)
    heading = title(text, found.lines)
    sort = sort_of(heading, text, found.lines)
    undated = meeting.date is None and sort not in (DIVISION, MEMBERS)
    if undated or not (meeting.body or found.lists):
        raise InputError(
            source.name,
            "bevat geen vergadering (geen datum met een overleg of een lijst van aanwezigen)",
            "zet de datum en de titel van de vergadering erin",
        )
    items = agenda.items(text, found.lines, found.head)
    version = version_of(heading, text, found.lines, found.fields)
    document = Document(
        id=document_id(meeting, path.stem, sort, version),
        file=mask(source.name),
        format=source.format,
        sha256=source.sha256,
        characters=len(text),
        title=heading,
        publicity=publicity.of_document(heading, text, found.lines, _before(found.fields, items)),
        sort=sort,
        version=version,
    )
    lists = tuple(map(_as_members, found.lists)) if sort == MEMBERS else found.lists
    lists = tuple(holders(text, found.lines)) if sort == DIVISION else lists
    items = publicity.of_items(text, items, document.publicity)
    return Minutes(
        document, meeting, text, found.lines, found.fields, lists, items, found.tables, found.head,
        found.warnings,
    )  # fmt: skip


_SORTS = {DECISIONS: "besluitenlijst", DIVISION: "portefeuilles", MEMBERS: "leden"}


def document_id(meeting: Meeting, stem: str, sort: str, version: str | None) -> str:
    """Body, date, sort and that it is a concept: what stays the same when the file is corrected or renamed.

    `stem`: the name of the file without its extension, for a document of no known body.
    """
    name = re.sub(r"[^a-z0-9]+", "-", (meeting.body or stem).lower()).strip("-")[:60].strip("-")
    parts = [name or "document", meeting.date or "ongedateerd", _SORTS.get(sort)]
    return "-".join(part for part in (*parts, CONCEPT if version == CONCEPT else None) if part)


def _before(fields: tuple[Field, ...], items: tuple[AgendaItem, ...]) -> tuple[Field, ...]:
    """The labelled values that stand before the agenda: about the document, not about what was said."""
    return tuple(field for field in fields if not items or field.start < items[0].start)


def _as_members(found: NameList) -> NameList:
    """A list of a member list: nobody was present, whatever it is called."""
    return replace(found, role="members") if found.role in PRESENCE else found
