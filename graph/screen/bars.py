"""The timeline as HTML: a line per portfolio, role or body, with in words what its bars show.

Nothing is shown by a bar alone: who, from when to when and how sure stand beside it, and the whole line leads
to its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from graph.answers.model import Bar, Lane
from graph.screen import address, links, markup, wording, wording_time

_MOST_TICKS = 7
_NARROWEST = 0.8  # percent: what began on the last day is still to be seen
_MONTHS_APART = (1, 3, 6, 12, 24, 60, 120)
_EARLIER = timedelta(days=120)  # that a bar may begin before the first meeting, and still be drawn in full
_SIGNS = {
    "vacant": "vacant",
    "missing": "vacant",
    "inferred": "inferred",
    "contradicted": "contradicted",
    "announced": "announced",
    "ending": "ending",
    "ended": "ending",
    "merged": "ending",
}
"""Answer → the look of its bar; others by whether the minutes name the day on which it began."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days between which bars are drawn."""

    first: date
    last: date

    def place(self, iso: str) -> float:
        """Where a day is, in percent of the width; days outside are at the edge."""
        whole = max(1, (self.last - self.first).days)
        return round(min(100.0, max(0.0, (date.fromisoformat(iso) - self.first).days * 100 / whole)), 2)

    def ticks(self) -> list[date]:
        """First days of months, a few, evenly apart."""
        for apart in _MONTHS_APART:
            found = [day for day in self._firsts() if (day.year * 12 + day.month - 1) % apart == 0]
            if len(found) <= _MOST_TICKS:
                return found
        return []

    def _firsts(self) -> Iterable[date]:
        day = self.first.replace(day=1)
        while day <= self.last:
            if day >= self.first:
                yield day
            day = (day + timedelta(days=32)).replace(day=1)


def axis(lanes: Iterable[Lane], meetings: Sequence[str], as_of: str) -> Axis:
    """The axis for these lanes: from the first meeting, or a little earlier, to the day asked for."""
    last = date.fromisoformat(as_of)
    first = date.fromisoformat(meetings[0]) if meetings else last
    starts = [date.fromisoformat(bar.start) for lane in lanes for bar in lane.bars]
    begin = max(first - _EARLIER, min([first, *starts]))
    # One meeting: some room, so that there is a bar to see.
    return Axis(min(begin, last - timedelta(days=30)), last)


def group(lanes: Sequence[Lane], along: Axis, *, with_body: bool, linked: links.Linked = escape) -> str:
    """The lanes of one heading, below the days they lie between. `linked`: how names are written."""
    drawn = "".join(_lane(lane, along, linked, with_body=with_body) for lane in lanes)
    return f'<div class="wge-lanes">{_ruler(along)}{drawn}</div>'


def _ruler(along: Axis) -> str:
    marks = "".join(
        f'<span style="left:{along.place(day.isoformat())}%">{escape(_tick(day))}</span>'
        for day in along.ticks()
    )
    return f'<div class="wge-ruler" aria-hidden="true"><div>{marks}</div></div>'


def _tick(day: date) -> str:
    month = wording.date_in_words(day.isoformat()).split()[1][:3]
    return f"{month} {day.year}"


def _lane(lane: Lane, along: Axis, linked: links.Linked, *, with_body: bool) -> str:
    of = f' <span class="wge-small">{linked(lane.body)}</span>' if with_body and lane.body else ""
    items = "".join(f"<li>{_line(bar, along)}</li>" for bar in lane.bars)
    return f'<section class="wge-lane"><h3>{linked(lane.label)}{of}</h3><ul>{items}</ul></section>'


def _line(bar: Bar, along: Axis) -> str:
    start = min(along.place(bar.start), 100 - _NARROWEST)
    end = along.place(bar.end or along.last.isoformat())
    drawn = (
        f'<span class="wge-track" aria-hidden="true"><span class="wge-bar wge-bar-{look(bar)}" '
        f'style="left:{start}%;width:{max(round(end - start, 2), _NARROWEST)}%"></span></span>'
    )
    inside = f'<span class="wge-who">{_words(bar)}</span>{drawn}'
    if bar.evidence is None:
        return f'<span class="wge-line">{inside}</span>'
    target = escape(address.href("verslag", address.to_sentence(bar.evidence)))
    said = escape(bar.evidence.quote)
    return f'<a class="wge-line" href="{target}" target="_self" title="{said}">{inside}</a>'


def look(bar: Bar) -> str:
    """How a bar is drawn."""
    return _SIGNS.get(bar.answer) or ("named" if bar.start_stated else "seen")


def _words(bar: Bar) -> str:
    who = f"<strong>{escape(bar.who or answer(bar))}</strong>"
    doubt = f" {markup.answer_badge(bar.answer)}" if bar.who and bar.answer in _SIGNS else ""
    return f'{who}{doubt} <span class="wge-small">{escape(period(bar))}</span>'


def answer(bar: Bar) -> str:
    """What a bar shows, as a word by itself."""
    return wording.ANSWERS.get(bar.answer) or bar.answer_label[:1].upper() + bar.answer_label[1:]


def period(bar: Bar) -> str:
    """From when to when, in words."""
    lasted = wording_time.lasted(bar.start, bar.end, start_stated=bar.start_stated, end_stated=bar.end_stated)
    return lasted + wording_time.last_named(bar.start, bar.end, bar.last_seen)


def legend(lanes: Iterable[Lane]) -> str:
    """What the bars mean, for those that occur."""
    used = {look(bar) for lane in lanes for bar in lane.bars}
    items = "".join(
        f'<li><span class="wge-bar wge-bar-{name}" aria-hidden="true"></span>{escape(words)}</li>'
        for name, words in wording_time.BAR_LEGEND
        if name in used
    )
    return f'<ul class="wge-bar-legend">{items}</ul>'


def table_rows(lanes: Iterable[Lane]) -> list[tuple[str | None, ...]]:
    """The same as rows of a table."""
    return [
        (
            lane.body,
            lane.label,
            bar.who
            if bar.who and bar.answer not in _SIGNS
            else ", ".join(filter(None, (bar.who, answer(bar)))),
            f"{wording.date_in_words(bar.start)}{'' if bar.start_stated else wording_time.NAMED_ONLY}",
            _until(bar),
            wording.date_in_words(bar.last_seen) if bar.last_seen else None,
        )
        for lane in lanes
        for bar in lane.bars
    ]


def _until(bar: Bar) -> str:
    if bar.end is None:
        return wording_time.STILL_SO
    return f"{wording.date_in_words(bar.end)}{'' if bar.end_stated else wording_time.NAMED_ONLY}"
