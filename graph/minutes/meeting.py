"""The meeting that a document reports: its body, date, time and place, from its title and labelled fields."""

from __future__ import annotations

import re

from graph.dutch import dates
from graph.minutes.labels import role_of, wording
from graph.minutes.model import Field, Line, Meeting
from graph.minutes.titles import (
    LABELLED,
    LONGEST_TITLE,
    body_that_met,
    document_words,
    is_a_place,
    kind_of,
    names_a_body,
    numbered,
    title,
)

_TIME = re.compile(r"(?<![\d.:])([01]?\d|2[0-4])[.:]([0-5]\d)(?![\d:]|\.\d)")
_HOURS = re.compile(
    r"(?<![\d.:])([01]?\d|2[0-4]) ?(?:tot|-|–) ?([01]?\d|2[0-4]) ?(?:uur|u\b)"
)  # «9 tot 11 uur»
_CLOSED = re.compile(
    r"\b(?:sluit(?:en|ing)?|sloot|gesloten|beëindigd?|einde)\b[^.;]{0,60}?(?<![\d.:])"
    r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d) ?(?:uur|u\b|h\b)",
    re.IGNORECASE,
)
_LAST_LINES = 14  # among which a meeting is closed
_DATED_LINES, _LONGEST_DATED = 8, 300  # lines of the top, characters
_NO_PLACE = re.compile(
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:avond)?\b|\buur\b|\baanvang\b", re.IGNORECASE
)


def _value(text: str, found: tuple[Field, ...], role: str) -> str | None:
    for item in found:
        if role_of(item.label) == role and item.end > item.start:
            return text[item.start : item.end].strip()
    return None


def _when(text: str, found: tuple[Field, ...]) -> str | None:
    """The first value of a label for the date that holds one («Wanneer» heads a column of actions, too)."""
    told = (text[item.start : item.end].strip() for item in found if role_of(item.label) == "date")
    return next((value for value in told if dates.exact(value)), None)


def _combined(texts: list[str], body: str | None) -> tuple[str, ...]:
    for content in texts:
        for pattern in wording()["combined"]:
            for part in [content, *re.findall(r"\(([^()]+)\)", content)]:
                match = re.search(pattern, part.strip())
                if match:
                    pair = [match[name].strip() for name in ("other", "own") if name in match.re.groupindex]
                    return tuple(name for name in pair if name != body)
    return ()


def meeting(text: str, lines: tuple[Line, ...], found: tuple[Field, ...]) -> Meeting:
    """The meeting that the head describes. What it does not say is None."""
    heading = title(text, lines)
    when, subject = _when(text, found), _value(text, found, "subject")
    reported = subject if subject and document_words().search(subject) else None  # a memo with minutes
    date = next(
        (day for source in (reported, when, heading) if source and (day := dates.exact(source))), None
    )
    if date is None:
        date = dates.exact(text[: lines[min(len(lines), 12) - 1].end] if lines else "")
    body = body_that_met(text, lines, heading, _value(text, found, "body"), subject)
    opening = _dated_line(text, lines)
    beside = _without_date(when) if when else opening
    place, behind = _apart(_value(text, found, "place") or "")
    said = (_value(text, found, "time"), beside, behind)
    told = " ".join(filter(None, said))
    times = _TIME.findall(told) or [(hour, "00") for hours in _HOURS.findall(told) for hour in hours]
    clock = [f"{int(hour):02d}:{minute}" for hour, minute in times[:2]]
    heads = [content for role in ("time", "date", "subject") if (content := _value(text, found, role))]
    return Meeting(
        body=body,
        kind=kind_of(body),
        date=date.isoformat() if date else None,
        start=clock[0] if clock else None,
        end=clock[1] if len(clock) > 1 else _closed_at(text, lines),
        place=place.strip() or (_place(beside) if beside else None),
        combined_with=_combined([*heads, heading or ""], body),
    )


def _closed_at(text: str, lines: tuple[Line, ...]) -> str | None:
    """The time at which the last lines say that it was closed («sluit de vergadering om 11.05 uur»)."""
    for line in reversed(lines[-_LAST_LINES:]):
        told = _CLOSED.search(text, line.start, line.end)
        if told:
            return f"{int(told['hour']):02d}:{told['minute']}"
    return None


_BEHIND_PLACE = re.compile(r"\s*(?:\||[.,;]\s+(?=aanvang\b|van \d|tijd\b|\d{1,2}[.:]\d\d\b))", re.IGNORECASE)


def _apart(place: str) -> tuple[str, str]:
    """A place, and what stands behind it: «De Kolk | 9.30 uur», «raadszaal. Aanvang 9:00»."""
    found = _BEHIND_PLACE.search(place)
    return (place[: found.start()], place[found.end() :]) if found else (place, "")


def _dated_line(text: str, lines: tuple[Line, ...]) -> str | None:
    """The first line that carries a whole date, without it: the time and the place may stand beside it."""
    for line, following in zip(lines, [*lines[1 : _DATED_LINES + 1], None], strict=False):
        content = text[line.start : line.end]
        if line.kind != "cell" and len(content) <= _LONGEST_DATED and dates.exact(content):
            below = text[following.start : following.end] if following and following.kind == "text" else ""
            return (
                f"{_without_date(content)}, {below}"
                if _tells_where_or_when(below)
                else _without_date(content)
            )
    return None


def _tells_where_or_when(below: str) -> bool:
    """Whether the line below the date goes on with a time or a building: «Stadhuis, 13.00 tot 15.30 uur»."""
    if len(below) > LONGEST_TITLE or LABELLED.match(below):
        return False
    if len(_TIME.findall(below)) > 1:
        return True
    return not numbered().match(below) and is_a_place(below.partition(",")[0])


def _place(line: str) -> str | None:
    """What stands between commas or bars beside date and time («…, 09.30-12.00 uur, politiebureau»)."""
    for part in re.split(r"[,|;–·•]| - |\. |\bin (?=het |de )", line):
        clean = re.sub(wording()["title_times"], "", part, flags=re.IGNORECASE).strip(" .*_()-")
        clean = re.sub(r"^(?:(?:om|vanaf|te)?\s+in|via) ", "", clean)
        other = _NO_PLACE.search(clean) or document_words().match(clean) or names_a_body(clean)
        if not other and any(
            re.search(rf"\b{word}", clean.lower()) for word in (*wording()["buildings"], *wording()["places"])
        ):
            told = re.sub(r"^(?:het|de) ", "", clean)
            return told + ")" * (told.count("(") - told.count(")"))
    return None


def _without_date(content: str | None) -> str | None:
    if content is None:
        return None
    for item in reversed(dates.find(content, None)):
        content = content[: item.start] + content[item.end :]
    return content
