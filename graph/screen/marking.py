"""Facts highlighted in a text: cut where highlights begin and end, and written as escaped HTML."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from graph.answers.model import AgendaEntry, FactMark
from graph.screen import style, wording_minutes

CHOSEN_ID = "gekozen"


@dataclass(frozen=True, slots=True)
class Marking:
    """What to highlight: facts, the stretch that was followed to, and the stretches that no rule read.

    `places`: facts that can be led to, highlighted or not.
    """

    marks: tuple[FactMark, ...]
    chosen: tuple[int, int] | None = None
    unread: tuple[tuple[int, int], ...] = ()
    places: tuple[FactMark, ...] = ()

    def within(self, start: int, end: int) -> Marking:
        """The part of it that has to do with this stretch: a long text has thousands of facts."""
        return Marking(
            tuple(mark for mark in self.marks if mark.start < end and start < mark.end),
            self.chosen,
            tuple(span for span in self.unread if span[0] < end and start < span[1]),
            tuple(mark for mark in self.places if start <= mark.start < end),
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same highlights lie. `places`: the facts that begin in it."""

    start: int
    end: int
    marks: tuple[FactMark, ...] = field(default=())
    places: tuple[FactMark, ...] = ()
    chosen: bool = False
    unread: bool = False


def pieces(start: int, end: int, marking: Marking) -> Iterator[Piece]:
    """The text from start to end, cut at every edge of a highlight."""
    spans = [(mark.start, mark.end) for mark in marking.marks] + list(marking.unread)
    spans += [marking.chosen] if marking.chosen else []
    places = [mark for mark in (*marking.marks, *marking.places) if start <= mark.start < end]
    edges = {start, end} | {edge for span in spans for edge in span if start < edge < end}
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        yield Piece(
            left,
            right,
            tuple(mark for mark in marking.marks if mark.start <= left and right <= mark.end),
            tuple(mark for mark in places if left <= mark.start < right),
            _covers(marking.chosen, left, right),
            any(_covers(span, left, right) for span in marking.unread),
        )


def _covers(span: tuple[int, int] | None, start: int, end: int) -> bool:
    return span is not None and span[0] <= start and end <= span[1]


def to_html(text: str, agenda: Sequence[AgendaEntry], marking: Marking) -> str:
    """The whole document: a heading with an anchor for every agenda item, a paragraph for every line."""
    starts = {entry.start: number for number, entry in enumerate(agenda)}
    cuts = sorted({0, len(text), *starts})
    parts = []
    for left, right in pairwise(cuts):
        inside = "".join(_paragraphs(text, left, right, marking.within(left, right)))
        if left in starts:
            number = starts[left]
            heading = f'<h3 id="{item_anchor(number)}">{escape(item_label(agenda[number]))}</h3>'
            parts.append(f"{heading}{inside}")
        else:
            parts.append(f'<div class="wge-head-block">{inside}</div>')
    return "".join(parts)


def _paragraphs(text: str, start: int, end: int, marking: Marking) -> Iterator[str]:
    position = start
    for line in text[start:end].splitlines(keepends=True):
        stop = position + len(line.rstrip("\r\n"))
        if line.strip():
            here = marking.within(position, stop)
            inside = "".join(_piece(text, piece, here) for piece in pieces(position, stop, here))
            yield f'<p lang="nl">{inside}</p>'
        position += len(line)


def _piece(text: str, piece: Piece, marking: Marking) -> str:
    words = _with_anchors(text, piece)
    if piece.marks:
        words = _marked(words, piece)
    if piece.unread and not piece.marks:
        words = f'<span class="wge-unread" title="{wording_minutes.UNREAD}">{words}</span>'
    if piece.chosen:
        begins = marking.chosen is not None and piece.start == marking.chosen[0]
        anchor = f' id="{CHOSEN_ID}"' if begins else ""
        words = f'<span class="wge-chosen"{anchor}>{words}</span>'
    return words


def _with_anchors(text: str, piece: Piece) -> str:
    """The words, with a place to go to where a fact begins: one for all facts on the same words."""
    parts, position = [], piece.start
    for start, name in sorted({(mark.start, mark_anchor(mark)) for mark in piece.places}):
        parts += [escape(text[position:start]), f'<span class="wge-place" id="{name}"></span>']
        position = start
    return "".join((*parts, escape(text[position : piece.end])))


def _marked(words: str, piece: Piece) -> str:
    order = [group.name for group in style.HIGHLIGHTS]
    marks = sorted(piece.marks, key=lambda mark: order.index(style.highlight_of(mark.kind).name))
    said = escape("\n".join(dict.fromkeys(describe(mark) for mark in marks)))
    begun = [mark for mark in marks if mark.start == piece.start]
    spoken = ", ".join(dict.fromkeys(mark.kind_label for mark in begun))
    hidden = f'<span class="wge-hidden">[{escape(spoken)}] </span>' if spoken else ""
    css = f"wge-mark-{style.highlight_of(marks[0].kind).name}"
    return f'<mark class="{css}" title="{said}">{hidden}{words}</mark>'


def describe(mark: FactMark) -> str:
    """A fact in one line: what it says, after its kind where the line does not begin with that itself."""
    kind = mark.kind_label[:1].upper() + mark.kind_label[1:]
    return mark.summary if mark.summary.startswith(kind) else f"{kind}: {mark.summary}"


def visible(marks: Collection[FactMark], groups: Collection[str]) -> tuple[FactMark, ...]:
    """The facts whose group of highlights is chosen."""
    return tuple(mark for mark in marks if style.highlight_of(mark.kind).name in groups)


def item_label(entry: AgendaEntry) -> str:
    """How an agenda item is called: its number and title, whichever it has."""
    number = f"{wording_minutes.ITEM} {entry.key}" if entry.key else None
    label = " · ".join(part for part in (number, entry.title) if part) or wording_minutes.ITEM
    return f"{label} ({wording_minutes.CLOSED_ITEM})" if entry.publicity == "closed" else label


def item_anchor(number: int) -> str:
    """The id of an agenda item's heading."""
    return f"punt-{number + 1}"


def mark_anchor(mark: FactMark) -> str:
    """The id of the place where a fact stands."""
    return f"plek-{mark.start}-{mark.end}"
