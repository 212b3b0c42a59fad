"""Dutch dates as minutes write them, resolved against the date of the meeting.

`find` gives every date in a text with the interval it stands for. Fuzzy dates keep their own words; their
intervals are those of the command-line contract (begin, medio and eind of a month are its days 1-10, 11-20
and 21-last, and so on).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.dutch.period import Period
from graph.dutch.words import folded, places

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sept sep", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
# The point of an abbreviation («okt.»), not that of a sentence which ends in the name of a month.
_SHORTENED = 4  # letters, at most
_WHOLE = [name for name in _MONTHS if len(name) > _SHORTENED or name in ("mei", "juni", "juli")]
_POINT = rf"(?:{''.join(rf'(?<!{name})' for name in _WHOLE)}\.)?"
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?"
_DAY = r"(?P<day>[0-3]?\d)(?:e|ste|de)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)"
# Stands in for an unknown meeting date; what comes out below the year 1000 is dropped.
_NO_DATE = date(4, 7, 1)
_NEXT = r"(?P<side> ?(?:a\.?s\.?|aanstaande|jl\.?|j\.l\.|jongstleden|eerstkomende|aankomende))(?![\w])"
_SHORT_YEAR, _FULL_YEAR = 2, 4  # digits
_LONG_PAST = 183  # days before the meeting: the same day a year later is meant
_FAR_AHEAD = 300  # days after it: the same day a year earlier is meant


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where it stands and what it stands for."""

    start: int
    end: int
    period: Period


Maker = Callable[[re.Match[str], date], "tuple[date | None, date | None]"]


_DECEMBER = 12
# First and last day; None is the month's last.
_PARTS_OF_MONTH: dict[str, tuple[int, int | None]] = {
    "begin": (1, 10), "medio": (11, 20), "half": (11, 20), "midden": (11, 20),
    "eind": (21, None), "einde": (21, None), "ultimo": (21, None),
}  # fmt: skip


def _year(text: str | None) -> int | None:
    digits = re.sub(r"\D", "", text or "")
    if len(digits) == _SHORT_YEAR:
        return 2000 + int(digits)
    return int(digits) if len(digits) == _FULL_YEAR else None


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day_of(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    """A day and month; without a year the nearest that fits: past only with jl., else to come."""
    written = match["month"].lower().rstrip(".")
    month = int(written) if written.isdigit() else _MONTHS.get(written)
    groups = match.groupdict()
    return _single(int(match["day"]), month or 0, _year(groups.get("year")), anchor, groups.get("side") or "")


def _single(
    day: int, month: int, year: int | None, anchor: date, side: str
) -> tuple[date | None, date | None]:
    past = side.strip(" .").startswith("j")
    this_year = _date(year or anchor.year, month, day)
    if year is not None or this_year is None:
        return this_year, this_year
    shift = 0
    if past:
        shift = -1 if this_year > anchor else 0
    elif (anchor - this_year).days > _LONG_PAST:
        shift = 1
    elif (this_year - anchor).days > _FAR_AHEAD:
        shift = -1
    found = _date(anchor.year + shift, month, day)
    return found, found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    month = _MONTHS[match["month"].lower()]
    year = _year(match.groupdict().get("year"))
    first = _single(int(match["day"]), month, year, anchor, "")[0]
    last = _single(int(match["last"]), month, year, anchor, "")[0]
    return first, last


def _part_of_month(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    month = _MONTHS[match["month"].lower()]
    year = _year(match["year"]) or (anchor.year + 1 if month < anchor.month else anchor.year)
    part = (match["part"] or "").lower()
    if part in ("voor", "vóór"):
        return None, date(year, month, 1) - timedelta(days=1)
    first, last = _PARTS_OF_MONTH.get(part, (1, None))
    return date(year, month, first), date(year, month, last) if last else _last(year, month)


def _part_of_year(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    which = match["which"].lower()
    year = _year(which) or anchor.year + which.startswith(("volgend", "komend"))
    part = (match["part"] or "").lower()
    months = {
        "begin": (1, 4),
        "medio": (5, 8),
        "half": (5, 8),
        "halverwege": (5, 8),
        "eind": (9, 12),
        "einde": (9, 12),
    }
    first, last = months.get(part, (1, 12))
    return date(year, first, 1), _last(year, last)


_QUARTERS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4,
}  # fmt: skip


def _quarter(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    number = int(match["q"]) if match["q"] else _QUARTERS[match["nth"].lower()]
    year = _year(match["year"]) or anchor.year
    last = _last(year, number * 3)
    if not match["year"] and last < anchor:
        year, last = year + 1, _last(year + 1, number * 3)
    return date(year, number * 3 - 2, 1), last


def _season(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    year = _year(match["year"]) or anchor.year
    if match["rel"].lower() in ("voor", "vóór"):
        return None, date(year, 6, 30)
    return date(year, 9, 1), None


def _week(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    which = match["which"].lower()
    monday = anchor - timedelta(days=anchor.weekday())
    if which.startswith("later"):
        return anchor, monday + timedelta(days=6)
    monday += timedelta(days=7 * which.startswith(("volgende", "komende")))
    return monday, monday + timedelta(days=6)


def _week_number(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    try:
        monday = date.fromisocalendar(_year(match["year"]) or anchor.year, int(match["number"]), 1)
    except ValueError:
        return None, None
    return monday, monday + timedelta(days=6)


def _month(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    later = not match["which"].lower().startswith("dez")
    year, month = anchor.year, anchor.month + later
    if month > _DECEMBER:
        year, month = year + 1, 1
    first, last = _PARTS_OF_MONTH.get((match["part"] or "").lower(), (1, None))
    return date(year, month, first), date(year, month, last) if last else _last(year, month)


def _half_year(match: re.Match[str], anchor: date) -> tuple[date | None, date | None]:
    which = match["which"].lower()
    year = _year(which) or anchor.year + which.startswith(("volgend", "komend"))
    first = 1 if match["nth"].lower().startswith(("eerste", "1")) else 7
    return date(year, first, 1), _last(year, first + 5)


def _nothing(_match: re.Match[str], _anchor: date) -> tuple[date | None, date | None]:
    return None, None


def _iso(match: re.Match[str], _anchor: date) -> tuple[date | None, date | None]:
    found = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return found, found


_GRAMMAR: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), maker)
    for pattern, maker in (
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
        (
            (
                rf"\b{_WEEKDAY}(?P<day>[0-3]?\d)(?: ?(?:en|t/m|tot en met|-|–|/) ?)(?P<last>[0-3]?\d)"
                rf" (?P<month>{_MONTH})\b{_POINT}(?: {_YEAR})?"
            ),
            _span,
        ),
        (rf"\b{_WEEKDAY}{_DAY} (?P<month>{_MONTH})\b{_POINT}(?: {_YEAR})?(?:{_NEXT})?", _day_of),
        (
            r"\b(?P<day>[0-3]?\d)[-/.](?P<month>[01]?\d)[-/.](?P<year>(?:19|20)\d\d|['’]?\d\d)(?![\d-])",
            _day_of,
        ),
        (
            (
                r"\b(?:(?P<part>begin|medio|midden|half|einde?|ultimo|v[oó][oó]r|in|per|vanaf|sinds|tot) )"
                rf"(?P<month>{_MONTH})\b{_POINT}(?: {_YEAR})?"
            ),
            _part_of_month,
        ),
        (rf"\b(?P<part>)(?P<month>{_MONTH}) {_YEAR}", _part_of_month),
        (
            (
                r"\b(?:(?P<part>begin|medio|half|halverwege|einde?) )(?:van )?"
                r"(?P<which>(?:dit|het|volgend|komend) jaar|20\d\d)\b"
            ),
            _part_of_year,
        ),
        (r"\b(?P<part>)(?P<which>dit jaar|volgend jaar|komend jaar)\b", _part_of_year),
        (
            (
                r"\b(?:(?:in )?(?:het )?(?P<nth>eerste|tweede|derde|vierde|laatste|[1-4]e) kwartaal"
                r"|Q(?P<q>[1-4]))(?:(?: van)? (?P<year>20\d\d))?"
            ),
            _quarter,
        ),
        (
            (
                r"\b(?P<rel>v[oó][oó]r|na) (?:de zomer(?:vakantie|periode|reces)?|het zomerreces)"
                r"(?: van (?P<year>20\d\d))?\b"
            ),
            _season,
        ),
        (r"\b(?P<which>later deze|deze|volgende|komende) week\b", _week),
        (r"\bweek (?P<number>[0-5]?\d)(?![\d.:])(?: (?:van )?(?P<year>20\d\d))?", _week_number),
        (r"\b(?:(?P<part>begin|medio|half|einde?) )?(?P<which>deze|volgende|komende) maand\b", _month),
        (
            r"\b(?P<nth>eerste|tweede|1e|2e) helft van (?P<which>dit jaar|volgend jaar|komend jaar|20\d\d)\b",
            _half_year,
        ),
        (
            (
                r"\b(?:op (?:zeer )?korte termijn|z\.?s\.?m\.?|zo (?:spoedig|snel) mogelijk|binnenkort"
                r"|op termijn|te zijner tijd|t\.?z\.?t\.?)(?!\w)"
            ),
            _nothing,
        ),
    )
)
_NUMBER = re.compile(r"\d+")
_HINTS = frozenset(_MONTHS) | {
    "jaar", "maand", "zomer", "zomervakantie", "zomerperiode", "zomerreces", "week", "kwartaal",
    "q1", "q2", "q3", "q4", "termijn", "z", "zsm", "spoedig", "snel", "binnenkort", "tijd", "t", "tzt",
}  # fmt: skip
_AROUND = 40  # characters before and after a hint within which its whole date stands


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches of the text, cut at white space, in which a date can stand at all."""
    windows: list[tuple[int, int]] = []
    digits = ((number.start(), number.end()) for number in _NUMBER.finditer(text))
    hints = ((start, end) for start, end, _ in places(folded(text), _HINTS))
    for first, last in sorted([*digits, *hints]):
        if windows and last + _AROUND <= windows[-1][1]:
            continue
        start = max(text.rfind(" ", 0, max(0, first - _AROUND)), 0)
        end = text.find(" ", min(len(text), last + _AROUND))
        end = len(text) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _all(text: str, anchor: date) -> Iterator[Found]:
    for start, end in _windows(text):
        for pattern, maker in _GRAMMAR:
            for match in pattern.finditer(text, start, end):
                first, last = maker(match, anchor)
                if first or last or maker is _nothing:
                    period = Period(match[0].strip(), _written(first), _written(last))
                    yield Found(match.start(), match.start() + len(match[0].rstrip()), period)


def find(text: str, anchor: date | None) -> list[Found]:
    """Every date in `text`, in order, the longest where two overlap.

    `anchor` is the meeting's date. None: today's year is never assumed, so only dates that carry their own
    year are found, and those that stand for no date at all.
    """
    taken: list[Found] = []
    for found in sorted(_all(text, anchor or _NO_DATE), key=lambda item: (item.start - item.end, item.start)):
        if anchor is None and min(found.period.start or "9", found.period.end or "9") < "1000":
            continue
        if all(found.end <= other.start or found.start >= other.end for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda item: item.start)


def exact(text: str) -> date | None:
    """The first date in `text` that names day, month and year itself; None when there is none."""
    for found in find(text, None):
        if found.period.start and found.period.start == found.period.end:
            return date.fromisoformat(found.period.start)
    return None
