"""Dates as English writes them, put as Dutch does: «22 May 2025», «May 22nd, 2025», «August 2024»."""

from __future__ import annotations

import re

_ENGLISH_DATE = re.compile(
    r"\b(?P<before>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<first>[A-Z][a-z]+)(?: (?P<year>\d{4})\b)?"
    r"|\b(?P<second>[A-Z][a-z]+) (?:(?P<behind>\d{1,2})(?:st|nd|rd|th)?(?:, ?| )?)?(?P<of>\d{4})\b"
)
_MONTHS = {
    "January": "januari", "February": "februari", "March": "maart", "April": "april", "May": "mei",
    "June": "juni", "July": "juli", "August": "augustus", "September": "september", "October": "oktober",
    "November": "november", "December": "december",
}  # fmt: skip


def in_dutch(text: str) -> tuple[str, list[int]]:
    """A text with its English dates as Dutch writes them, and for each place in it that in the text."""
    said, places, last = "", list[int](), 0
    for match in _ENGLISH_DATE.finditer(text):
        month = _MONTHS.get(match["first"] or match["second"])
        if month is None:
            continue
        between = text[last : match.start()]
        parts = (match["before"] or match["behind"], month, match["year"] or match["of"])
        date_ = " ".join(filter(None, parts))
        said += between + date_
        places += [*range(last, match.start()), *([match.start()] * len(date_))]
        last = match.end()
        places[-1] = last - 1
    return said + text[last:], [*places, *range(last, len(text) + 1)]
