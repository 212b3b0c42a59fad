"""Whether sentences hold the kind of thing that is asked for: a number, a day, a reason, a person."""

from __future__ import annotations

import re
from datetime import date

from graph.dutch import dates
from graph.questions.model import Asked
from graph.questions.passages import Passage, Wanted, held
from graph.questions.shelf import Shelf
from graph.questions.words import key

_DAY = re.compile(
    r"\d|jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec|eind|begin|na de|voor de|termijn",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d+\b|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien"
    r"|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|honderd|duizend|helft|geen|één|eenmaal|tweemaal)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:om|omdat|ziek|verhinderd|doordat|zodat|vanwege|wegens|door|want|aangezien|waardoor|daardoor|oorzaak|reden"
    r"|in verband met|i\.v\.m)\b",
    re.IGNORECASE,
)


_MEANS = re.compile(
    r"\b(?:staat\b.*\bvoor|betek\w+|afkorting|afgekort|voluit|stands? for|means?)\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niets|zonder|not|no|never|nobody|without)\b", re.IGNORECASE
)


def holds(shelf: Shelf, asked: Asked, shown: list[Passage], looked: tuple[Wanted, ...]) -> bool:
    """Whether the passages have the kind of thing that is asked for."""
    text = " ".join(each.quote for each in shown)
    first = {token.key for token in asked.tokens[:4]}
    if _asks_what_no_sentence_says(asked, text):
        return False
    if asked.groups.get("howmany") and first & {"hoeveel", "aantal", "how", "hoe"}:
        counted = _counted(asked, looked)
        return any(
            _NUMBER.search(_undated(each.quote)) and any(held(each.quote, word) for word in counted)
            for each in shown
        )
    if first & {"wanneer", "when", "sinds"}:
        return any(
            _DAY.search(found.period.text)
            for each in shown
            for found in dates.find(each.quote, date(2024, 1, 1))
        )
    if first & {"waarom", "why"}:
        return _REASON.search(text) is not None
    if first & {"wie", "who"}:
        told = all(any(held(each.quote, word) for each in shown) for word in looked)
        return told and any(_names_person(shelf, each) for each in shown)
    return True


def _asks_what_no_sentence_says(asked: Asked, text: str) -> bool:
    """That a word is used does not say what it stands for; and what is, does not say what is not."""
    if _MEANS.search(asked.text):
        return True
    denied = _DENIES.search(asked.text) and not asked.groups.get("absent")
    return bool(denied) and not _DENIES.search(text)


def _counted(asked: Asked, looked: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """What is counted: the word right behind «hoeveel», where that is one to look for."""
    behind_it = {
        token.key
        for before, token in zip(asked.tokens, asked.tokens[1:], strict=False)
        if before.key in {"hoeveel", "aantal", "many"}
    }
    return tuple(word for word in looked if key(word.word) in behind_it) or looked


def _undated(quote: str) -> str:
    for found in reversed(dates.find(quote, date(2024, 1, 1))):
        quote = quote[: found.start] + quote[found.end :]
    return quote


def _names_person(shelf: Shelf, passage: Passage) -> bool:
    words = re.findall(r"[A-Z][\w'’-]+", passage.quote)
    return any(
        entity.sort in ("person", "body")
        for word in words
        for entity in shelf.lexicon.named.get(re.sub(r"\W", "", word.lower()), ())
    )
