"""Lists of names, found by their shape: most parts of the text between separators are names of persons.

The label decides whether the list is one of presence or absence; a list under an unknown label still counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from graph import ontology
from graph.dutch import names
from graph.minutes.header import role_of, wording
from graph.minutes.model import Entry, Field, Line, NameList

_OFFICES = ("deputy_chair", "chair", "secretary", "note_taker")
_GROUP = re.compile(
    r"^(?:de (?:heren|dames)|(?:dhr|mevr|mw)\.?|de heer|mevrouw|mevr\.)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE
)
_COUNT = re.compile(r"^\s*\(?\d{1,3} (?:personen|leden|aanwezigen|deelnemers)\)?[\s:]*", re.IGNORECASE)
_NAME_ENDS = re.compile(r"\s*[(,]|\s[-–]\s|\s+namens\b|\s+vervangt\b|\s+vanaf\b|\s+tot\b")
_FEWEST = 3  # names that make a list under a label that says nothing
_LONGEST_LONE = 3  # words of a name without first name or honorific
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def name_lists(text: str, lines: tuple[Line, ...], fields: tuple[Field, ...]) -> tuple[NameList, ...]:
    """Every list of names at the head of a document."""
    found = []
    for field in fields:
        role = role_of(field.label)
        if role in ("present", "absent", "guests", *_OFFICES, None):
            entries = tuple(_entries(text, *_extent(text, lines, field)))
            if entries and (role or len(entries) >= _FEWEST):
                found.append(NameList(field.label, role or "present", entries))
    return tuple(found)


def _extent(text: str, lines: tuple[Line, ...], field: Field) -> tuple[int, int]:
    """Where the value is: behind the label, else the lines below it that look like names."""
    if text[field.start : field.end].strip():
        return field.start, field.end
    start = end = field.end
    for line in lines:
        if line.start < field.end:
            continue
        labelled = line.kind == "heading" or role_of(text[line.start : line.end])
        if labelled or not _looks_like_names(text, line):
            break
        start, end = (line.start if start == field.end else start), line.end
    return start, end


def _looks_like_names(text: str, line: Line) -> bool:
    parts = list(_parts(text, line.start, line.end))
    named = sum(_entry(text, start, end) is not None for start, end in parts)
    return bool(parts) and named * 2 > len(parts)


def _entries(text: str, start: int, end: int) -> Iterator[Entry]:
    parts = list(_parts(text, start, end))
    made = [_entry(text, first, last) for first, last in parts]
    entries = [entry for entry in made if entry]
    if len(entries) * 5 >= len(parts) * 3:
        yield from entries


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators; «Voornaam Achternaam, Organisatie» on a line is one entry."""
    for line in re.finditer(r"[^\n\t]+", text[start:end]):
        first, last = start + line.start(), start + line.end()
        count = _COUNT.match(text[first:last])
        first += count.end() if count else 0
        cuts = [first, *_separators(text, first, last), last]
        pieces = [(a if number == 0 else _after(text, a), b) for number, (a, b) in enumerate(pairwise(cuts))]
        pieces = [(a, b) for a, b in pieces if text[a:b].strip(" ,;.")]
        if len(pieces) in (2, 3) and _one_entry(text, pieces):
            yield first, last
        else:
            yield from pieces


def _after(text: str, cut: int) -> int:
    match = re.compile(r"\s*(?:[,;•·]|\ben\b|&)\s*(?:en\s+)?").match(text, cut)
    return match.end() if match else cut


def _separators(text: str, start: int, end: int) -> list[int]:
    depth, cuts = 0, []
    for match in re.finditer(r"[(),;•·]| en (?=[A-ZÀ-Þ]|de (?:dames|heren)|mevr|dhr)| & ", text[start:end]):
        if match[0] in "()":
            depth = max(0, depth + (1 if match[0] == "(" else -1))
        elif depth == 0:
            cuts.append(start + match.start())
    return cuts


def _one_entry(text: str, pieces: list[tuple[int, int]]) -> bool:
    """«Voornaam Achternaam, Organisatie»: the first part is a full name and the others are not."""
    read = [names.parse(_BRACKETS.sub("", _untitled(text[a:b])).strip()) for a, b in pieces]
    full = [name is not None and bool(name.given_name or name.initials) for name in read]
    return full[0] and not any(full[1:])


def _entry(text: str, start: int, end: int) -> Entry | None:
    while start < end and (text[start].isspace() or text[start] in ",;-•·"):
        start += 1
    group = _GROUP.match(text[start:end])
    if group and not re.match(r"(?:dhr|mevr|mw|de heer|mevrouw)", group[0], re.IGNORECASE):
        start += group.end()
    title = _titles().match(text, start, end)
    start = title.end() if title else start
    content = text[start:end].rstrip(" ,;.\n")
    bare = _NAME_ENDS.split(content, maxsplit=1)[0].strip()
    name = names.parse(bare)
    if name is None or not _plausible(name, bare):
        return None
    organisation, note, office, partial = _annotations(content[len(bare) :])
    office = office or (_office_words().get(title[1].lower()) if title else None)
    return Entry(start, start + len(bare), name, organisation, note, office, partial)


def _untitled(written: str) -> str:
    """What is written, without a title before the name."""
    return _titles().sub("", written.strip(), count=1)


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """Titles before a name («burgemeester A. de Boer»); the first group is the title."""
    titles = sorted(ontology.load_yaml("wording/people.yaml")["titles"], key=len, reverse=True)
    return re.compile(
        rf"(?:(?:de|het) )?((?i:{'|'.join(map(re.escape, titles))}))\.? (?=[A-ZÀ-Þ]|(?:dhr|mevr|mw)\b)"
    )


def _plausible(name: names.Name, bare: str) -> bool:
    alone = not (name.given_name or name.initials or name.honorific)
    return not (alone and (len(bare.split()) > _LONGEST_LONE or role_of(bare) or bare.isupper()))


@lru_cache(maxsize=1)
def _office_words() -> dict[str, str]:
    return {word.rstrip("."): office for office in _OFFICES for word in wording()["annotations"][office]}


def _annotations(rest: str) -> tuple[str | None, str | None, str | None, bool]:
    """What follows a name: organisation, note, office, and whether only part of the meeting was attended."""
    parts = _BRACKETS.findall(rest)
    parts += re.split(r",|\s[-–]\s", _BRACKETS.sub("", rest).strip(" ,-–"))
    organisation, notes, office, partial = [], [], None, False
    for part in (inner.strip() for piece in parts for inner in _office_split(piece)):
        if not part:
            continue
        known = _office_words().get(part.lower().rstrip("."))
        if known:
            office = office or known
        elif re.search(wording()["annotations"]["partial"], part, re.IGNORECASE):
            notes.append(part)
            partial = True
        elif re.search(wording()["annotations"]["note"], part, re.IGNORECASE):
            notes.append(part)
        else:
            organisation.append(part)
    return ", ".join(organisation) or None, ", ".join(notes) or None, office, partial


def _office_split(piece: str) -> list[str]:
    """«Logius, voorzitter» holds an organisation and an office; «VNG, Gemeente X» stays one organisation."""
    inner = [part.strip() for part in piece.split(",")]
    if any(part.lower().rstrip(".") in _office_words() for part in inner):
        return inner
    return [piece]
