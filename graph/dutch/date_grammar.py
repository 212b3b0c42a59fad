"""The ways in which Dutch minutes write a date, and the interval that each stands for.

Intervals are those of the command-line contract: begin, medio and eind of a month are its days 1-10, 11-20
and 21-last, and so on. `GRAMMAR` has them by what every such date holds (see `HINTS`).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb febr", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
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
_NEXT = r"(?P<side> ?(?:a\.?s\.?|aanstaande|jl\.?|j\.l\.|jongstleden|eerstkomende|aankomende))(?![\w])"
_SHORT_YEAR, _FULL_YEAR = 2, 4  # digits
_LONG_PAST = 183  # days before the meeting: the same day a year later is meant
_FAR_AHEAD = 300  # days after it: the same day a year earlier is meant


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


def nothing(_match: re.Match[str], _anchor: date) -> tuple[date | None, date | None]:
    """For words that stand for no date at all («op korte termijn»)."""
    return None, None


def _iso(match: re.Match[str], _anchor: date) -> tuple[date | None, date | None]:
    found = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return found, found


# «In het TO van juni»: the month of a meeting, without the words before it.
_MEETING_OF = (
    "(?:"
    + "|".join(
        rf"(?<={which} van )"
        for which in (
            "vergadering",
            "overleg",
            "bijeenkomst",
            "stuurgroep",
            "bestuur",
            "raad",
            "(?-i:[A-Z][A-Z])",
        )
    )
    + ")"
)

NUMERIC = "12-3"
"""The hint of dates in digits alone: two numbers with a sign between."""

HINTS: dict[str, str] = dict.fromkeys(_MONTHS, "month") | {
    word: hint
    for hint, words in {
        "begin": "begin medio half halverwege eind einde",
        "jaar": "jaar",
        "helft": "helft",
        "kwartaal": "kwartaal q1 q2 q3 q4",
        "zomer": "zomer zomervakantie zomerperiode zomerreces",
        "week": "week",
        "maand": "maand",
        "termijn": "termijn z zsm spoedig snel binnenkort tijd t tzt",
    }.items()
    for word in words.split()
}
"""What each word that belongs to a date hints at. Dates are looked for around their hints alone."""

GRAMMAR: dict[str, tuple[tuple[re.Pattern[str], Maker], ...]] = {
    hint: tuple((re.compile(pattern, re.IGNORECASE), maker) for pattern, maker in rows)
    for hint, rows in {
        NUMERIC: (
            (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
            (
                (
                    r"\b(?<!\d[.:])(?P<day>[0-3]?\d)(?P<apart>[-/.])(?P<month>[01]?\d)(?P=apart)"
                    r"(?P<year>(?:19|20)\d\d|['’]?\d\d)(?![\d-])"
                ),
                _day_of,
            ),
        ),
        "month": (
            (
                (
                    rf"\b{_WEEKDAY}(?P<day>[0-3]?\d)(?: ?(?:en|t/m|tot en met|-|–|/) ?)(?P<last>[0-3]?\d)"
                    rf" (?P<month>{_MONTH})\b{_POINT}(?: {_YEAR})?"
                ),
                _span,
            ),
            (rf"\b{_WEEKDAY}{_DAY} (?P<month>{_MONTH})\b{_POINT}(?: {_YEAR})?(?:{_NEXT})?", _day_of),
            (
                (
                    r"\b(?:(?P<part>begin|medio|midden|half|einde?|ultimo"
                    r"|v[oó][oó]r|in|per|vanaf|sinds|tot) )"
                    rf"(?P<month>{_MONTH})\b{_POINT}(?: {_YEAR})?"
                ),
                _part_of_month,
            ),
            (rf"\b(?P<part>)(?P<month>{_MONTH}) {_YEAR}", _part_of_month),
            (rf"{_MEETING_OF}(?P<part>)(?P<month>{_MONTH})\b{_POINT}(?P<year>(?!))?", _part_of_month),
        ),
        "begin": (
            (
                (
                    r"\b(?:(?P<part>begin|medio|half|halverwege|einde?) )(?:van )?"
                    r"(?P<which>(?:dit|het|volgend|komend) jaar|20\d\d)\b"
                ),
                _part_of_year,
            ),
        ),
        "jaar": ((r"\b(?P<part>)(?P<which>dit jaar|volgend jaar|komend jaar)\b", _part_of_year),),
        "kwartaal": (
            (
                (
                    r"\b(?:(?:in )?(?:het )?(?P<nth>eerste|tweede|derde|vierde|laatste|[1-4]e) kwartaal"
                    r"|Q(?P<q>[1-4]))(?:(?: van)? (?P<year>20\d\d))?"
                ),
                _quarter,
            ),
        ),
        "zomer": (
            (
                (
                    r"\b(?P<rel>v[oó][oó]r|na) (?:de zomer(?:vakantie|periode|reces)?|het zomerreces)"
                    r"(?: van (?P<year>20\d\d))?\b"
                ),
                _season,
            ),
        ),
        "week": (
            (r"\b(?P<which>later deze|deze|volgende|komende) week\b", _week),
            (r"\bweek (?P<number>[0-5]?\d)(?![\d.:])(?: (?:van )?(?P<year>20\d\d))?", _week_number),
        ),
        "maand": (
            (r"\b(?:(?P<part>begin|medio|half|einde?) )?(?P<which>deze|volgende|komende) maand\b", _month),
        ),
        "helft": (
            (
                (
                    r"\b(?P<nth>eerste|tweede|1e|2e) helft van "
                    r"(?P<which>dit jaar|volgend jaar|komend jaar|20\d\d)\b"
                ),
                _half_year,
            ),
        ),
        "termijn": (
            (
                (
                    r"\b(?:op (?:zeer )?korte termijn|z\.?s\.?m\.?|zo (?:spoedig|snel) mogelijk|binnenkort"
                    r"|op termijn|te zijner tijd|t\.?z\.?t\.?)(?!\w)"
                ),
                nothing,
            ),
        ),
    }.items()
}
"""The dates by their hint: how each is written, and what makes its interval of it."""
