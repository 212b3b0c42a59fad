"""Which kind of question it is: every word that means something has to be accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.questions.kinds import Atom, Kind, Phrasing, kinds
from graph.questions.model import Asked, Span
from graph.questions.sentence_words import weak

FREE = "woorden"
THE = "the"  # of a span that names a kind of which there is one: «de stuurgroep»
PLACE = "place"  # the code of a span that names a place, and so all bodies there
_SORTS: Mapping[str, str] = {
    "thema": "theme",
    "thema2": "theme",
    "persoon": "person",
    "persoon2": "person",
    "orgaan": "body",
    "orgaan2": "body",
    "rol": "role",
    "functie": "role_name",
    "soort": "body_kind",
    "soort2": "body_kind",
    "datum": "date",
    "datum2": "date",
    "aantal": "number",
}


@dataclass(frozen=True, slots=True)
class Match:
    """A way to understand a question."""

    kind: Kind
    case: str | None
    slots: Mapping[str, Span]
    score: float
    rest: frozenset[int]  # what is left for free words


def matches(asked: Asked) -> list[Match]:
    """Every way to understand the question, the best first."""
    found = [
        match
        for kind in kinds()
        for phrasing in kind.phrasings
        if (match := _match(asked, kind, phrasing)) is not None
    ]
    return sorted(found, key=lambda each: -each.score)


def _match(asked: Asked, kind: Kind, phrasing: Phrasing) -> Match | None:
    slots: dict[str, Span] = {}
    used: set[int] = set()
    score = 0.0
    free = False
    atoms = sorted((*phrasing.atoms, *kind.also), key=_order)
    for atom in atoms:
        if atom.slot == FREE:
            free = True
            continue
        if atom.forbidden:
            if next(_places(asked, atom, set()), None) is not None:
                return None
            continue
        worth = _take(asked, atom, slots, used)
        if worth is None:
            if not atom.optional:
                return None
            continue
        score += worth
    used |= _again(asked, atoms, used)
    rest = asked.content - used
    if rest and not free:
        return None
    if rest and all(asked.tokens[place].key in weak() for place in rest):
        return None  # words to look for that hardly say anything («neemt»)
    if free and not rest and not _optional_free(phrasing):
        return None
    inside = sum(_inside_another(asked, span) for span in slots.values())
    return Match(
        kind, phrasing.case, slots, score - 1.2 * bool(rest) - 0.25 * len(rest) - inside, frozenset(rest)
    )


def _again(asked: Asked, atoms: list[Atom], used: set[int]) -> set[int]:
    """Where the groups that were found stand once more: «besluiten en afspraken» is one thing said twice."""
    found: set[int] = set()
    for atom in atoms:
        for group in atom.groups:
            places = asked.groups.get(group, ())
            if any(each <= used for each in places):
                found.update(*places)
    return found


def _inside_another(asked: Asked, span: Span) -> bool:
    """Whether a slot is a part of a longer name: «Ondermijning» in «stuurgroep Ondermijning»."""
    return any(
        span.places < other.places for other in asked.spans if other.sort in ("person", "body", "theme")
    )


def _optional_free(phrasing: Phrasing) -> bool:
    return any(atom.slot == FREE and atom.optional for atom in phrasing.atoms)


def _order(atom: Atom) -> tuple[bool, bool]:
    """What is required first, slots before words: words may share a place with a longer slot."""
    return atom.optional, atom.slot is None


def _take(asked: Asked, atom: Atom, slots: dict[str, Span], used: set[int]) -> float | None:
    """What an atom is worth, its places put among the used ones; None when it is not there."""
    if atom.slot:
        span = next(_spans(asked, atom.slot, slots, used), None)
        if span is None:
            return None
        slots[atom.slot] = span
        used |= span.places
        if atom.optional:
            return 0.6
        return 2.0 if span.code != PLACE else 1.0
    places = next(_places(asked, atom, used), None)
    if places is None:
        return None
    used |= places
    return (1.0 if not atom.optional else 0.1) + 0.1 * len(places)


def _spans(asked: Asked, slot: str, slots: Mapping[str, Span], used: set[int]) -> Iterator[Span]:
    taken = set(map(id, slots.values()))
    spans = asked.of(_SORTS[slot])
    ordered = (
        spans if slot.startswith("datum") else sorted(spans, key=lambda each: (-len(each.places), each.first))
    )
    for span in ordered:
        if id(span) not in taken and not span.places & used:
            yield span


def _places(asked: Asked, atom: Atom, used: set[int]) -> Iterator[frozenset[int]]:
    for group in atom.groups:
        for places in asked.groups.get(group, ()):
            if not places <= used:
                yield places
    for place, token in enumerate(asked.tokens):
        if token.key in atom.words and place not in used:
            yield frozenset((place,))


def slots_of(template: str) -> tuple[str, ...]:
    """The sorts of the slots that a suggestion names."""
    return tuple(sort for slot, sort in _SORTS.items() if f"{{{slot}}}" in template)
