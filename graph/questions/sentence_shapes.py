"""What the shape of a sentence says: that it tells something, is but a title, or points back."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_TELLS = re.compile(  # above the first agenda item, what is told there
    r"\b(?:wordt|worden|werd|blijft|blijven|gaat|gaan|komt|krijgt|neemt|besloten|akkoord|vastgesteld|aangehouden"
    r"|opgeheven|benoemd|verplaatst|verzet|uitgesteld|vanwege|wegens|in verband met)\b|\bi\.v\.m\.|\bivm\b",
    re.IGNORECASE,
)


_SENTENCE = 6  # words of what is surely one


def tells(quote: str) -> bool:
    """Whether something above the first agenda item is more than a date, a place or a list of names."""
    if _TELLS.search(quote):
        return True
    words = len(_WORD.findall(quote))
    sentence = quote.rstrip().endswith((".", "!", "?")) and words >= _SENTENCE
    return sentence and quote.count(",") * _FEW < words and not _HEADED.match(quote)


_FEW = 4  # words between commas: with fewer it is a list
_HEADED = re.compile(r"\s*(?:aan|af)?(?:wezig|gemeld|meldingen|melding)\w*\b", re.IGNORECASE)


_NUMBERED = 6  # characters before a title


def is_title(quote: str, title: str) -> bool:
    """Whether a sentence is but the title of its item."""
    written = quote.strip()
    return bool(title) and written.endswith(title) and len(written) <= len(title) + _NUMBERED


_POINTS_BACK = re.compile(
    r"^\W*(?:dat|die|hij|zij|ze|dus|ook|er|deze|dit|daar\w*|hier\w*|wat|reden|niemand)\b"
    r"|\b(?:dit|deze|daar|hier|(?:daar|hier)(?:voor|mee|van|aan|op|toe|over|door|in|bij|om)"
    r"|(?:heeft|hebben|is|zijn|komt|waren|was|had|hadden) er (?:geen|niet|nog|al|wel|een|één)"
    r"|(?:door|met|na|voor|over|zonder|dankzij) (?:haar|hun|diens)"
    r"|die (?:groep|portefeuille|functie|datum))\b",
    re.IGNORECASE,
)


def points_back(quote: str) -> bool:
    """Whether a sentence speaks of what stands in the one before it."""
    return _POINTS_BACK.search(quote) is not None
