"""The facts of a document beside its text: by kind, each a line in Dutch that leads to its place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from graph.answers.model import FactMark, StoredDocument
from graph.screen import marking, markup, style, wording_minutes

_LONGEST = 110
_QUOTED = frozenset({"statement", "progress"})
"""Kinds whose line does not tell what was said."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with all its places, in the order of the text."""

    first: FactMark
    places: tuple[FactMark, ...]


def by_kind(marks: Iterable[FactMark]) -> dict[str, list[Told]]:
    """The facts by kind, each once: kinds in the order of the highlights, facts in that of the text."""
    facts: dict[str, list[FactMark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        facts.setdefault(mark.fact, []).append(mark)
    found: dict[str, list[Told]] = {}
    for places in facts.values():
        found.setdefault(places[0].kind, []).append(Told(places[0], tuple(places)))
    return {kind: found[kind] for kind in sorted(found, key=_rank)}


def _rank(kind: str) -> tuple[int, int]:
    kinds = list(wording_minutes.KINDS)
    group = style.HIGHLIGHTS.index(style.highlight_of(kind))
    return group, kinds.index(kind) if kind in kinds else len(kinds)


def to_html(stored: StoredDocument) -> str:
    """All facts of a document; what matters most is unfolded."""
    return "".join(_kind(kind, found, stored.text) for kind, found in by_kind(stored.marks).items())


def _kind(kind: str, found: Sequence[Told], text: str) -> str:
    label = found[0].first.kind_label
    title = wording_minutes.KINDS.get(kind) or label[:1].upper() + label[1:]
    group = style.highlight_of(kind)
    unfolded = " open" if group in style.HIGHLIGHTS[:3] else ""
    items = "".join(_fact(told, text) for told in found)
    return (
        f'<details class="wge-facts wge-facts-{group.name}"{unfolded}><summary>{escape(title)} '
        f'<span class="wge-count">{len(found)}</span></summary><ul>{items}</ul></details>'
    )


def _fact(told: Told, text: str) -> str:
    mark = told.first
    more = "".join(
        f" {_place(place, wording_minutes.place(number))}"
        for number, place in enumerate(told.places[1:], start=2)
        if (place.start, place.end) != (mark.start, mark.end)
    )
    said = f'<span class="wge-small">“{escape(_words(mark, text))}”</span>' if mark.kind in _QUOTED else ""
    doubt = f" {markup.answer_badge('inferred')}" if mark.certainty == "inferred" else ""
    judged = "".join(markup.paragraph(wording_minutes.REVIEWS[code], "wge-small") for code in mark.reviews)
    return f"<li>{_place(mark, line(mark))}{doubt}{more}{said}{judged}</li>"


def _place(mark: FactMark, words: str) -> str:
    return f'<a href="#{marking.mark_anchor(mark)}">{escape(words)}</a>'


def line(mark: FactMark) -> str:
    """What a fact says, below a heading that says its kind: that is not said again."""
    begin = (f"{mark.kind_label[:1].upper()}{mark.kind_label[1:]}: ", *wording_minutes.SAID_BY_HEADING)
    said = next((mark.summary[len(each) :] for each in begin if mark.summary.startswith(each)), mark.summary)
    return said[:1].upper() + said[1:]


def _words(mark: FactMark, text: str) -> str:
    words = " ".join(text[mark.start : mark.end].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
