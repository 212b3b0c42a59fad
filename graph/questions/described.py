"""Bodies that a question describes: «de stuurgroep die X voorzit», «the working group on Y»."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import NamedNode

from graph.questions import wording
from graph.questions.algebra import During, Is, Query
from graph.questions.answering.naming import same_role
from graph.questions.model import Asked, Entity, Span
from graph.questions.passages import together
from graph.questions.shelf import Shelf

_OF = frozenset(
    ("over", "voor", "tegen", "inzake", "rond", "op", "on", "for", "about", "against", "concerning")
)
_WHICH = frozenset(("die", "waar", "waarvan", "waarin", "that", "which", "whose"))
_DEFINITE = frozenset(("de", "het", "deze", "die", "dit", "the", "nieuwe", "new", "onze", "ons"))
_MOST = 4  # words that describe a body


def with_described(shelf: Shelf, asked: Asked, when: str) -> Asked:
    """The question with the one body that it describes, as if it were named."""
    for kind in asked.of("body_kind"):
        if any(span.places & kind.places for span in asked.of("body")):
            continue
        found = _chaired(shelf, asked, kind, when) or _about(shelf, asked, kind) or _only(shelf, asked, kind)
        if found is not None:
            return _named(asked, found)
    return asked


def _named(asked: Asked, body: Span) -> Asked:
    """The question with a body in the place of the words for it."""
    rest = tuple(span for span in asked.spans if not span.places <= body.places)
    groups = {
        name: tuple(each for each in places if not each <= body.places)
        for name, places in asked.groups.items()
    }
    return replace(
        asked,
        spans=(*rest, body),
        groups={name: places for name, places in groups.items() if places},
        content=asked.content | body.places,
    )


def _of_kind(shelf: Shelf, kind: Span) -> list[Entity]:
    lexicon = shelf.lexicon
    return [
        lexicon.entities[iri]
        for iri, code in lexicon.kinds.items()
        if code == kind.code and iri in lexicon.entities
    ]


def _one(shelf: Shelf, bodies: list[Entity]) -> tuple[Entity, ...]:
    """The body, if they are all one that had several names: the last one."""
    if not bodies or any(each.iri not in {bodies[0].iri, *shelf.renamed(bodies[0].iri)} for each in bodies):
        return ()
    return (bodies[-1],)


def _span(asked: Asked, first: int, last: int, bodies: tuple[Entity, ...]) -> Span | None:
    words = asked.text[asked.tokens[first].start : asked.tokens[last].end]
    return Span("body", first, last, bodies, words=words) if bodies else None


def _chaired(shelf: Shelf, asked: Asked, kind: Span, when: str) -> Span | None:
    """The body of a kind that somebody chairs."""
    behind = asked.tokens[kind.last + 1].key if kind.last + 1 < len(asked.tokens) else ""
    person = next((each for each in asked.of("person") if each.first > kind.last), None)
    chairs = [max(places) for places in asked.groups.get("chair", ()) if min(places) > kind.last]
    if behind not in _WHICH or person is None or not chairs:
        return None
    people = tuple(NamedNode(each.iri) for each in person.entities)
    rows = shelf.rows(Query("roles", ("body", "role"), (Is("person", people),), During("0001-01-01", when)))
    chaired = {row["body"] for row in rows if same_role(row["role"], "voorzitter")}
    bodies = [each for each in _of_kind(shelf, kind) if each.iri in chaired]
    return _span(asked, kind.first, max(person.last, *chairs), _one(shelf, bodies))


def _about(shelf: Shelf, asked: Asked, kind: Span) -> Span | None:
    """The body of a kind that is called after the words before or behind it."""
    for first, last in (_before(asked, kind), _behind(asked, kind)):
        if first > last:
            continue
        themes, words = _meant(shelf, asked, first, last)
        bodies = [each for each in _of_kind(shelf, kind) if _is_called(each, themes, words)]
        found = _span(asked, min(first, kind.first), max(last, kind.last), _one(shelf, bodies))
        if found is not None:
            return found
    return None


def _before(asked: Asked, kind: Span) -> tuple[int, int]:
    first = kind.first
    while first and kind.first - first < _MOST and not _is_small(asked.tokens[first - 1].key):
        first -= 1
    return first, kind.first - 1


def _behind(asked: Asked, kind: Span) -> tuple[int, int]:
    first = kind.last + 1
    if first >= len(asked.tokens) or asked.tokens[first].key not in _OF:
        return 0, -1
    first += 1
    while first < len(asked.tokens) and _is_small(asked.tokens[first].key):
        first += 1
    last = first
    while last < len(asked.tokens) and last - first < _MOST and not _is_small(asked.tokens[last].key):
        last += 1
    return first, last - 1


def _is_small(word: str) -> bool:
    return word in wording.stop_words() or word in wording.vocabulary()


_Forms = frozenset[tuple[str, ...]]  # the stems of each form


def _meant(shelf: Shelf, asked: Asked, first: int, last: int) -> tuple[list[_Forms], list[_Forms]]:
    """The themes and the other words, each with what it may be called in the minutes."""
    spans = [each for each in asked.of("theme") if first <= each.first and each.last <= last]
    themes = [
        frozenset(
            together(form)
            for each in span.entities
            for form in (*shelf.lexicon.forms.get(each.iri, ()), each.name, span.words)
        )
        for span in spans
    ]
    taken = {place for span in spans for place in span.places}
    words = [
        frozenset(
            together(each) for each in (asked.tokens[place].key, *shelf.synonyms(asked.tokens[place].key))
        )
        for place in range(first, last + 1)
        if place not in taken
    ]
    return themes, words


def _is_called(body: Entity, themes: list[_Forms], words: list[_Forms]) -> bool:
    """Whether a name has one of the themes; without themes all of the words."""
    own = set(together(body.name))
    found = [any(form and own.issuperset(form) for form in forms) for forms in themes or words]
    return any(found) if themes else bool(found) and all(found)


def _only(shelf: Shelf, asked: Asked, kind: Span) -> Span | None:
    """The only body of a kind, where the question speaks of it as known: «de programmaraad»."""
    before = asked.tokens[kind.first - 1].key if kind.first else ""
    bodies = [each for each in _of_kind(shelf, kind) if " " in each.name]
    return _span(asked, kind.first, kind.last, _one(shelf, bodies)) if before in _DEFINITE else None
