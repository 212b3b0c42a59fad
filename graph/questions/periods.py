"""Dates as people type them in a question, resolved against the date that the answer is for.

What `graph.dutch.dates` knows from minutes, and what people say beside it: «vorig jaar maart», «sinds de
zomer», «in 2023», «april». A day or month without a year is the last one that has been, for who looks back.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from graph.dutch import dates
from graph.dutch.dates import Found
from graph.dutch.period import Period
from graph.questions import english_dates

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb febr",
            "maart march mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted((name for name in _MONTHS if name != "may"), key=len, reverse=True))
_PREFIX = r"(?:in |van |uit |of |op )?"
_YEAR = r"(?: (?:van )?(?P<year>(?:19|20)\d\d))?"
_SUMMER = {"zomer": (6, 8), "herfst": (9, 11), "najaar": (9, 11), "voorjaar": (3, 5), "lente": (3, 5)}
_MONTHS_OF_YEAR = 12

Maker = Callable[[re.Match[str], date], Period]


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _period(text: str, first: date | None, last: date | None) -> Period:
    return Period(text, first.isoformat() if first else None, last.isoformat() if last else None)


def _month_of_last_year(match: re.Match[str], anchor: date) -> Period:
    name = (match["month"] or match["month2"]).lower()
    return _period(match[0], *_month(anchor.year - 1, _MONTHS[name]))


def _bare_month(match: re.Match[str], anchor: date) -> Period:
    month = _MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else anchor.year - (month > anchor.month)
    return _period(match[0], *_month(year, month))


def _day_in_month(match: re.Match[str], anchor: date) -> Period:
    month = _MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else anchor.year
    try:
        day = date(year, month, int(match["day"]))
    except ValueError:
        return Period(match[0], None, None)
    return _period(match[0], day, day)


def _year(match: re.Match[str], _anchor: date) -> Period:
    year = int(match["year"])
    return _period(match[0], date(year, 1, 1), date(year, _MONTHS_OF_YEAR, 31))


def _last_year(match: re.Match[str], anchor: date) -> Period:
    first, last = {
        "begin": (1, 4),
        "medio": (5, 8),
        "halverwege": (5, 8),
        "eind": (9, 12),
        "einde": (9, 12),
    }.get((match["part"] or "").lower(), (1, 12))
    return _period(match[0], date(anchor.year - 1, first, 1), _month(anchor.year - 1, last)[1])


def _last_month(match: re.Match[str], anchor: date) -> Period:
    last = anchor.replace(day=1) - timedelta(days=1)
    return _period(match[0], *_month(last.year, last.month))


def _season(match: re.Match[str], anchor: date) -> Period:
    first, last = _SUMMER[match["season"].lower()]
    year = int(match["year"]) if match["year"] else anchor.year - (first >= anchor.month)
    if match["last"]:
        year = anchor.year - 1
    return _period(match[0], date(year, first, 1), _month(year, last)[1])


def _today(match: re.Match[str], anchor: date) -> Period:
    return _period(match[0], anchor, anchor)


_GRAMMAR: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), maker)
    for pattern, maker in (
        (
            rf"\b(?:vorig jaar (?:in )?(?P<month>{_MONTH})|(?P<month2>{_MONTH}) vorig jaar)\b",
            _month_of_last_year,
        ),
        (
            rf"\b(?P<month>{_MONTH}) (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?\b",
            _day_in_month,
        ),
        (
            rf"\b(?P<day>[0-3]?\d)(?:e|ste|de|st|nd|rd|th)? (?:of )?(?P<month>{_MONTH}){_YEAR}\b",
            _day_in_month,
        ),
        (
            rf"\b(?:(?:in|van|sinds|vanaf|per|tot|begin|medio|eind|einde) )?(?P<month>{_MONTH})\b\.?{_YEAR}",
            _bare_month,
        ),
        (
            r"\b(?:(?P<part>begin|medio|halverwege|einde?) )?(?:vorig jaar|last year|afgelopen jaar)\b",
            _last_year,
        ),
        (r"\b(?:vorige|afgelopen|last) (?:maand|month)\b", _last_month),
        (
            r"\b(?:de |het )?(?P<last>vorige? |afgelopen )?(?P<season>zomer|herfst|najaar|voorjaar|lente)"
            + _YEAR,
            _season,
        ),
        (r"\b(?P<year>(?:19|20)\d\d)\b", _year),
        (r"\b(?:vandaag|op dit moment|momenteel|tegenwoordig|today|currently)\b", _today),
    )
)


def find(text: str, anchor: date, met: Collection[str] = (), *, ahead: bool = False) -> list[Found]:
    """Every date in a question, in order; where two overlap the longest, and of equals that of the question.

    A day or month without a year is that of a meeting, if there was one then (`met`); else a month is the
    last that has been (`ahead`: the next one), and a day the nearest.
    """
    dutch, places = english_dates.in_dutch(text)
    days = [
        replace(each, start=places[each.start], end=places[each.end]) for each in dates.find(dutch, anchor)
    ]
    candidates = [*_own(text, anchor), *days]
    placed = _with_years([_placed(found, anchor, met, ahead=ahead) for found in _apart(candidates)])
    return _joined(text, placed)


def _placed(found: Found, anchor: date, met: Collection[str], *, ahead: bool) -> Found:
    """A date without a year in the year in which there was a meeting then."""
    start, end = found.period.start, found.period.end
    if re.search(r"\d{4}|jaar|year|['’]\d\d", found.period.text) or start is None or end is None:
        return found
    for year in (anchor.year, anchor.year - 1, anchor.year + 1, anchor.year - 2):
        first, last = f"{year}{start[4:]}", f"{year}{end[4:]}"
        if any(first <= each <= last for each in met):
            return Found(found.start, found.end, Period(found.period.text, first, last))
    if start != end and re.search(_MONTH, found.period.text, re.IGNORECASE):
        year = (
            anchor.year - (start[5:7] > f"{anchor.month:02}") + ahead * (start[5:7] != f"{anchor.month:02}")
        )
        return Found(
            found.start, found.end, Period(found.period.text, f"{year}{start[4:]}", f"{year}{end[4:]}")
        )
    return found


_CLOSE = 25  # characters between two dates of which the second says the year of both


def _with_years(found: list[Found]) -> list[Found]:
    """«tussen april en oktober 2024»: April 2024 too."""
    for place, (first, second) in enumerate(pairwise(found)):
        year = re.search(r"\d{4}", second.period.text)
        start, end = first.period.start, first.period.end
        if (
            year
            and start
            and end
            and second.start - first.end < _CLOSE
            and not re.search(r"\d{4}", first.period.text)
        ):
            found[place] = Found(
                first.start,
                first.end,
                Period(first.period.text, f"{year[0]}{start[4:]}", f"{year[0]}{end[4:]}"),
            )
    return found


_FROM = re.compile(r"\b(?P<from>tussen|between|van(?:af)?|from)\s+(?:de |het )?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\s*(?:(?P<both>en|and)|tot(?: en met)?|t/m|until|to|[-–])\s+(?:de |het )?", re.IGNORECASE
)


def _joined(text: str, found: list[Found]) -> list[Found]:
    """«tussen januari en april 2025», «van maart tot en met juni»: one period."""
    joined: list[Found] = []
    for each in found:
        before = joined[-1] if joined else None
        opened = _FROM.search(text[: before.start] + _preposition(before)) if before else None
        until = _UNTIL.fullmatch(text[before.end : each.start] + _preposition(each)) if before else None
        between = bool(opened and until and bool(until["both"]) == (opened["from"].lower() in _BETWEEN))
        if before and between and before.period.start and each.period.end:
            words = text[before.start : each.end]
            joined[-1] = Found(before.start, each.end, Period(words, before.period.start, each.period.end))
        else:
            joined.append(each)
    return joined


_BETWEEN = ("tussen", "between")


def _preposition(found: Found) -> str:
    """The small word that a date was read with («van maart»)."""
    small = re.match(r"(?:van(?:af)?|tot) ", found.period.text, re.IGNORECASE)
    return small[0] if small else ""


def _apart(candidates: list[Found]) -> list[Found]:
    taken: list[Found] = []
    for found in sorted(candidates, key=lambda each: each.start - each.end):
        if not any(found.start < other.end and other.start < found.end for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda each: each.start)


def _own(text: str, anchor: date) -> Iterator[Found]:
    for pattern, maker in _GRAMMAR:
        for match in pattern.finditer(text):
            period = maker(match, anchor)
            if period.start or period.end:
                yield Found(match.start(), match.end(), period)
