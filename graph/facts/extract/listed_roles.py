"""What the lists of names say that somebody is, behind the name or as a label before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Role
from graph.minutes.labels import OFFICES, office_words, offices_of
from graph.minutes.model import Entry, NameList
from graph.minutes.said_behind import as_function

_NEAR = 40  # characters between a name and what is said of it, at most


def roles(context: Context) -> Iterator[Role]:
    """What the lists of names say that somebody is («dhr. H. Veldman (directeur)»), and who is a member.

    Of two lists that give one role, one with its body, that one counts.
    """
    made = list(_on_lists(context))
    of_body = {(one.role.lower(), one.person) for one in made if one.body}
    yield from (one for one in made if one.body or (one.role.lower(), one.person) not in of_body)


def _on_lists(context: Context) -> Iterator[Role]:
    for found in context.minutes.lists:
        for entry in found.entries:
            person = context.people.resolve(entry.name)
            if person is None:
                continue
            function = _function(found, entry)
            evidence = (place(context.text, *_of_entry(context, entry, function)),)
            if function:
                body = context.body_names.get(entry.organisation or "", entry.organisation)
                yield Role(id="", evidence=evidence, role=_bare(function), person=person.label, body=body)
            if found.role == "members":
                yield Role(id="", evidence=evidence, role="lid", person=person.label, body=context.own_body)


def _function(found: NameList, entry: Entry) -> str | None:
    """What a list says that somebody is, beside an office of the meeting («Griffier: A. de Boer»)."""
    said = entry.function or (
        as_function(found.label) if found.role in OFFICES and len(offices_of(found.label)) <= 1 else None
    )
    office = said and said.lower() in office_words() and as_function(said) is None
    return None if office or (said and said.lower() in ("lid", "leden")) else said


_OF = re.compile(r" (?:van|bij)(?: de| het)?$")


def _bare(function: str) -> str:
    """The function without the organisation behind it («wethouder Waterweert»)."""
    words = itertools.takewhile(lambda word: not word[:1].isupper(), function.split())
    return _OF.sub("", " ".join(words)) or function


def _of_entry(context: Context, entry: Entry, said: str | None) -> tuple[int, int]:
    """The place of what is said of somebody on a list: with the bracket or title that says what they are."""
    text, function = context.text, said or ""
    behind = text.find(function, entry.end, entry.end + _NEAR * 3) if function else -1
    line = text[: entry.start].rfind("\n") + 1
    if behind < 0 or "\n" in text[entry.end : behind]:
        before = (
            text.lower().rfind(function.lower(), max(line, entry.start - _NEAR), entry.start)
            if function
            else -1
        )
        return (before if before >= 0 else entry.start), entry.end
    end = behind + len(function)
    closes = text[end : end + 1] == ")" and "(" in text[entry.end : behind]
    return entry.start, end + 1 if closes else end
