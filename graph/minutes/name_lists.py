"""Lists of names, found by their shape: most parts of the text between separators are names of persons.

The label decides whether the list is one of presence or absence; a list under an unknown label still counts.
Tables are in `person_tables`, and one entry is in `entries`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.minutes.entries import (
    all_full,
    entries,
    is_full,
    is_plain_group,
    sentence_ends,
    stated_count,
    without_places,
)
from graph.minutes.entry import entry
from graph.minutes.labels import OFFICES, PRESENCE, role_of, wording
from graph.minutes.model import Entry, Field, Line, NameList, Table
from graph.minutes.person_tables import table_lists
from graph.minutes.said_behind import as_function

_AT_THE_TABLE = ("chair", "deputy_chair", "secretary")  # in a table of groups: who sits there is present
_AT_THE_END = re.compile(r"\s+(?:ook |tevens |eveneens )?aanwezig\W*$")  # «Bij punt 5 was mw. Vos aanwezig»
_BARE_PART = re.compile(r"(?:\s+(?:was|waren|is|zijn))?[\s:*_]*$")
_NUMBER_OF = re.compile(r"\s*\(\d+\)\s*$")  # of seats, behind a party
_LONGEST_GROUP = 600  # characters of the names of one group
_MOST_GROUPS = 6  # below headings of their own, of one list
_GROUP_WORDS = 5  # of a line that says what those below it are
_LONGEST_UNNAMED = 60  # characters of a line of a list that says what somebody is, and no name
_FEWEST = 3  # names that make a list under a label that says nothing
_LEAD_LINES = 30  # behind the head: a sentence of the opening may still say who is there
_UNLABELLED = 3  # full names on a line, or lines of one, that make a list without a label


@dataclass(frozen=True, slots=True)
class _Page:
    """A document's text and lines, where its head ends, and the tables of groups in it."""

    text: str
    lines: tuple[Line, ...]
    head: int
    grouped: tuple[Table, ...]


def name_lists(
    text: str, lines: tuple[Line, ...], fields: tuple[Field, ...], grid: tuple[Table, ...], head: int
) -> tuple[NameList, ...]:
    """Every list of names in a document.

    Args:
        text: The document's text.
        lines: Its lines.
        fields: Its labelled values.
        grid: Its tables.
        head: Where its head ends.
    """
    page = _Page(text, lines, head, _tables_of_groups(text, grid, head))
    found = [
        *_under_labels(page, fields),
        *table_lists(text, lines, grid, head),
        *_in_sentences(text, lines, head),
    ]
    further = any(re.match(wording()["further"], item.label, re.IGNORECASE) for item in found)
    unsaid = not any(role_of(item.label) == "present" for item in found)
    at_the_table = bool(page.grouped) or any(item.role == "members" for item in found)
    if further or unsaid:
        found = [replace(item, role="present") if item.role == "members" else item for item in found]
    if not any(item.role in PRESENCE for item in found):
        found.extend(_members_as_present(found) or _unlabelled(text, lines, head))
    if unsaid and at_the_table:
        found.extend(replace(item, role="present") for item in found if item.role in _AT_THE_TABLE)
    return tuple(_without_doubles(sorted(found, key=lambda item: item.start)))


def holders(text: str, lines: tuple[Line, ...]) -> Iterator[NameList]:
    """The full names in the cells and lines of a division of portfolios: they are who it is about."""
    for line in lines:
        found, total = entries(text, line.start, line.end)
        full = tuple(replace(entry, organisation=None) for entry in found if is_full(entry))
        if full and len(found) * 2 >= total and line.kind in ("cell", "bullet", "text"):
            yield NameList("", "holders", full, line.start, line.end)


def _without_doubles(found: list[NameList]) -> Iterator[NameList]:
    """The lists, none of which holds an entry that another one of a presence holds already."""
    taken: set[int] = set()
    functions = {entry.start: entry.function for item in found for entry in item.entries if entry.function}
    for item in found:
        if item.role not in PRESENCE:
            yield item
            continue
        fresh = tuple(
            replace(entry, function=entry.function or functions.get(entry.start))
            for entry in item.entries
            if entry.start not in taken
        )
        taken.update(entry.start for entry in fresh)
        if fresh:
            yield replace(item, entries=fresh)


def _tables_of_groups(text: str, grid: tuple[Table, ...], head: int) -> tuple[Table, ...]:
    """Tables of the head of which most rows are a group of people («CDA (3)» beside the names)."""
    return tuple(table for table in grid if table.start < head and _has_groups(text, table))


def _has_groups(text: str, table: Table) -> bool:
    lists = 0
    for cells in table.rows:
        short = set(cells) == {0, 1} and cells[1].end - cells[1].start <= _LONGEST_GROUP
        if short and role_of(text[cells[0].start : cells[0].end]) is None:
            found, total = entries(text, cells[1].start, cells[1].end)
            lists += bool(found) and len(found) == total and bool(text[cells[0].start : cells[0].end].strip())
    return lists >= _FEWEST and lists * 2 >= len(table.rows)


def _under_labels(page: _Page, fields: tuple[Field, ...]) -> Iterator[NameList]:
    """The lists behind labels; one under a label of its own may go on with the list right above it."""
    above: NameList | None = None
    for field in fields:
        follows = above is not None and above.role in (*PRESENCE, "members")
        above = _labelled(page, field, follows=follows)
        if above:
            yield above


def _labelled(page: _Page, field: Field, *, follows: bool) -> NameList | None:
    """The list behind a label, or None; `follows`: right below a list of those present or members."""
    text = page.text
    role = role_of(field.label)
    if role not in (*PRESENCE, "members", *OFFICES, None):
        return None
    start, end = _extent(text, page.lines, field, role)
    end = next((at for at in sentence_ends(text, start, end) if _lead_at(text[at:end])), end)
    found, total = entries(text, start, end)
    found = without_places(text, found)
    several = len(found) == total > 1 and all_full(text, found)
    like_a_name = role is None and _is_person(field.label)
    if like_a_name and not several:
        return None
    in_groups = any(table.start <= field.start <= table.end for table in page.grouped)
    fewest = 1 if in_groups or (follows and all(map(is_full, found))) else _FEWEST
    enough = len(found) * 2 >= total if role else len(found) >= fewest and len(found) == total
    if not found or not enough or (role is None and start >= page.head):
        return None
    found = [_for_a_part(entry, field.label) for entry in found] if role in PRESENCE else found
    on_behalf = re.match(wording()["on_behalf"], f"{field.label}:", re.IGNORECASE)
    if role is None and (fewest == 1 or on_behalf or like_a_name):
        group = re.sub(
            wording()["group_lead"], "", _NUMBER_OF.sub("", field.label).strip(), flags=re.IGNORECASE
        )
        group = "" if is_plain_group(group) or as_function(group) else group
        found = [replace(entry, organisation=entry.organisation or group or None) for entry in found]
    function = as_function(field.label) if role is None else None
    found = [replace(entry, function=entry.function or function) for entry in found] if function else found
    return NameList(field.label, role or "present", tuple(found), start, end, stated_count(text, start, end))


def _for_a_part(found: Entry, label: str) -> Entry:
    """An entry under «Aanwezig vanaf punt 4» or «Te gast tot de pauze»: there for a part of the meeting."""
    part = re.search(wording()["annotations"]["partial"], label, re.IGNORECASE)
    if not part or found.status:
        return found
    return replace(found, status="partial", note=found.note or _BARE_PART.sub("", label[part.start() :]))


def _is_person(label: str) -> bool:
    """Whether what stands before a value is somebody's name («dhr. E. Lubbers», beside what they are)."""
    found = entry(label, 0, len(label))
    whole = found is not None and found.end == len(label.rstrip()) and is_full(found)
    return whole and label.rsplit(maxsplit=1)[-1][:1].isupper()


def _extent(text: str, lines: tuple[Line, ...], field: Field, role: str | None) -> tuple[int, int]:
    """Where the value is: behind the label, and the lines below it that go on with it."""
    start, end = field.start, field.end
    filled, groups = bool(text[start:end].strip()), 0
    beside = filled
    nobody = re.match(wording()["nobody"], text[start:end], re.IGNORECASE)
    if nobody or (filled and role not in PRESENCE) or (start != end and _in_cell(lines, field)):
        return start, end
    for number in range(bisect_left(lines, field.end, key=lambda line: line.start), len(lines)):
        line = lines[number]
        if line.start < end:
            continue
        others = beside and role == "absent" and _names_a_group(text[line.start : line.end])
        if others or not _goes_on(text, line, filled=filled):
            if role in PRESENCE and groups < _MOST_GROUPS and _is_subheading(text, lines, number):
                groups += 1
                continue
            break
        start, end, filled = (start if filled else line.start), line.end, True
    return start, end


def _names_a_group(content: str) -> bool:
    """Whether a line has a group before its names («Wethouders: A, B»): no part of the list above it."""
    label, colon, _ = content.partition(":")
    return bool(colon) and is_plain_group(label)


def _is_subheading(text: str, lines: tuple[Line, ...], number: int) -> bool:
    """Whether a line groups the names below it («Namens de gemeenten»), and is no other label, nor a name."""
    line, content = lines[number], text[lines[number].start : lines[number].end].strip(" :*_")
    short = (
        line.kind == "text"
        and 0 < len(content.split()) <= _GROUP_WORDS
        and not content.endswith((".", ";", ","))
    )
    if not short or role_of(content) not in (None, "members") or number + 1 == len(lines):
        return False
    found, _ = entries(text, line.start, line.end)
    return not found and not content[:1].isdigit() and _goes_on(text, lines[number + 1], filled=True)


def _in_cell(lines: tuple[Line, ...], field: Field) -> bool:
    number = bisect_right(lines, field.start, key=lambda line: line.start)
    return number > 0 and lines[number - 1].kind == "cell" and field.start <= lines[number - 1].end


def _goes_on(text: str, line: Line, *, filled: bool) -> bool:
    """Whether a line belongs to the list above it: names, under no label or one that is no other list's."""
    content = text[line.start : line.end]
    if (
        line.kind in ("heading", "cell")
        or _lead_at(content)
        or re.match(wording()["on_behalf"], content, re.IGNORECASE)
    ):
        return False
    role = role_of(content.split(":")[0]) if ":" in content else role_of(content)
    if role in (*PRESENCE, "date", "time", "place", "body", "subject", "other"):
        return False
    if role in (*OFFICES, "members") and filled and ":" in content and line.kind == "text":
        return False
    found, total = entries(text, line.start, line.end)
    if not found and not total:  # «de burgemeester van Oevers»: somebody without a name
        return len(content) <= _LONGEST_UNNAMED and not content.rstrip().endswith((".", ":"))
    named = [entry for entry in found if is_full(entry) or line.kind == "bullet" or entry.organisation]
    return bool(named) and len(found) * 2 > total


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    """The words that tell a presence; the group that matches is named after it."""
    roles = (f"(?P<{role}>{'|'.join(leads)})" for role, leads in wording()["leads"].items())
    return re.compile(rf"^\W*(?:{'|'.join(roles)})\s*", re.IGNORECASE)


def _in_sentences(text: str, lines: tuple[Line, ...], head: int) -> Iterator[NameList]:
    """«Aanwezig zijn de heren A, B en C.»: a sentence of the head or opening that lists names."""
    behind = 0
    for line in lines:
        behind += line.start >= head
        if behind > _LEAD_LINES or line.kind == "cell":
            continue
        for start in (line.start, *sentence_ends(text, line.start, line.end)):
            lead = _lead_at(text[start : line.end])
            if not lead:
                continue
            role, said = lead
            if role in OFFICES and line.start >= head:
                continue  # of another body, perhaps
            first = start + len(said)
            end = next(sentence_ends(text, first, line.end), line.end)
            there = _AT_THE_END.search(text, first, end)
            found, total = entries(text, first, there.start() if there else end)
            if found and len(found) * 5 >= total * 3:
                part = tuple(_for_a_part(entry, said) for entry in found)
                yield NameList(said.strip(" :"), role, part, start, end)


def _lead_at(content: str) -> tuple[str, str] | None:
    """The presence that a sentence tells and the words that tell it, when it begins with them."""
    match = _leads().match(content)
    return (match.lastgroup, match[0]) if match and match.lastgroup else None


def _members_as_present(found: list[NameList]) -> list[NameList]:
    """Where nothing else says who was there, a list of members at the head is who was."""
    return [replace(item, role="present") for item in found if item.role == "members"][:1]


def _unlabelled(text: str, lines: tuple[Line, ...], head: int) -> Iterator[NameList]:
    """A line of the head with at least three full names and nothing else, or as many such lines in a row."""
    run: list[tuple[Line, list[Entry]]] = []
    for line in [line for line in lines if line.start < head and line.kind in ("text", "bullet")]:
        found, total = (
            entries(text, line.start, line.end) if ":" not in text[line.start : line.end] else ([], 0)
        )
        full = [entry for entry in found if is_full(entry)]
        if full and len(full) == total:
            run.append((line, full))
            continue
        if sum(len(names) for _, names in run) >= _UNLABELLED:
            break
        run = []
    if sum(len(names) for _, names in run) >= _UNLABELLED:
        every = tuple(entry for _, names in run for entry in names)
        yield NameList("", "present", every, run[0][0].start, run[-1][0].end)
