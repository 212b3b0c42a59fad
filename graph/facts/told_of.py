"""Of which body a clause tells: the one beside the verb that no preposition governs.

«Binnen de regio wordt de werkgroep Data opgeheven» is about the working group; «de pilot van de werkgroep
Data stopt» about none, nor is «de werkgroep heeft de pilot beëindigd».
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from functools import cache

from graph import ontology
from graph.facts.template import compile_template

Span = tuple[int, int]
_AND = re.compile(
    r"\s*(?:,|&|/|\ben\b|,\s*en\b|\balsmede\b|\bevenals\b)\s*(?:(?:ook|de|het|een|onze|[a-zà-ÿ-]+e)\s+){0,3}"
)
_GOES_ON = re.compile(r"(?:en|maar) ")
_RELATIVE = re.compile(r"(?:die|dat) ")
_LONGEST = 60  # characters that may stand between a preposition and what it governs


def beside_verb(folded: str, clause: Span, verb: Span, taken: Collection[Span]) -> list[Span]:
    """The bodies of which a clause tells, nearest to its verb: none where something else may be meant.

    A clause that leaves its subject out («en wordt opgeheven») is told of the only one before it.
    """
    rows = list(_rows(folded, clause, taken))
    if not rows and _RELATIVE.match(folded, clause[0]):
        return _right_before(folded, clause[0], taken)
    if not rows and clause[0] and _GOES_ON.match(folded, clause[0]):
        before = list(_rows(folded, (0, clause[0]), taken))
        return before[0] if len(before) == 1 else []
    near = sorted(rows, key=lambda row: _distance(row, verb))
    if not near or _of_something_else(folded, near[0], verb):
        return []
    return near[0]


def undergone(folded: str, clause: Span, verb: Span, taken: Collection[Span]) -> list[Span]:
    """The bodies to which it is done: the last behind the first word of the verb («heft X op»)."""
    end = verb[1] if folded[verb[0] : verb[1]].strip().count(" ") else clause[1]
    rows = list(_rows(folded, (verb[0], end), taken))
    if not rows or _of_something_else(folded, rows[-1], (end, end)):
        return []
    return rows[-1]


def named_with(folded: str, clause: Span, body: Span) -> list[Span]:
    """The bodies that are named in one row with one of them, itself among them."""
    return next((row for row in _rows(folded, clause, ()) if body in row), [body])


def _right_before(folded: str, place: int, taken: Collection[Span]) -> list[Span]:
    """The body right behind which a relative clause begins, whatever governs it («een panel, dat start»)."""
    found = compile_template("{body:group}").finditer(folded, 0, place)
    near = [match.span("body") for match in found if not folded[match.end() : place].strip(" ,")]
    return [span for span in near[-1:] if span not in taken]


def _distance(row: list[Span], verb: Span) -> int:
    """Characters between a row of bodies and the verb; none where they stand inside it."""
    return max(row[0][0] - verb[1], verb[0] - row[-1][1], 0)


def _rows(folded: str, within: Span, taken: Collection[Span]) -> Iterator[list[Span]]:
    """The bodies that no preposition governs, those that are named together in one row."""
    body = compile_template("{body:group}")
    found = [match.span("body") for match in body.finditer(folded, *within)]
    row: list[Span] = []
    for one, another in itertools.pairwise([*found, (0, 0)]):
        row.append(one)
        if another[1] and _AND.fullmatch(folded, one[1], another[0]):
            continue
        if not _governed().search(folded, max(within[0], row[0][0] - _LONGEST), row[0][0]):
            free = [span for span in row if span not in taken]
            if free and len(free) == len(row):
                yield free
        row = []


def _of_something_else(folded: str, row: list[Span], verb: Span) -> bool:
    """Whether another noun that no preposition governs stands between («heeft de enquête beëindigd»)."""
    start, end = (row[-1][1], verb[0]) if row[-1][1] <= verb[0] else (verb[1], row[0][0])
    between = folded[start:end] if start < end else ""
    return any(not _of_preposition().search(between, 0, noun.start()) for noun in _noun().finditer(between))


@cache
def _words() -> dict[str, str]:
    said = ontology.load_yaml("wording/frames_structure.yaml")
    return {name: "|".join(said[name]) for name in ("governing", "times")}


@cache
def _governed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{_words()['governing']})\s+(?:(?:de|het|een|één|onze|ons|deze|dit|die|dat|zijn|haar|hun|ieder|elk|alle)\s+)?"
        r"(?:[a-zà-ÿ-]+\s+en\s+)?(?:[a-zà-ÿ-]+e\s+){0,2}['\"(]*$"
    )


@cache
def _noun() -> re.Pattern[str]:
    """A noun with its article, that is no time («de afgelopen maand»)."""
    return re.compile(
        rf"(?<![\w-])(?:de|het|een|zijn|haar|hun|deze|dit|die)\s+(?!(?:{_words()['times']}))[a-zà-ÿ-]+"
    )


@cache
def _of_preposition() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words()['governing']})\s+(?:[a-zà-ÿ-]+\s+)?$")
