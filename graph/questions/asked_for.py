"""What kind of thing a question asks for, and whether sentences hold it: a number, a day, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.dutch import dates
from graph.questions.model import Asked, Token
from graph.questions.passages import Passage, Wanted, held, wanted
from graph.questions.shelf import Shelf
from graph.questions.spoken import statement_at
from graph.questions.words import key

_FIRST = 4  # words of a question, or of a part of it, among which it says what it asks for
_DAY = re.compile(
    r"\d|jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec|eind|begin|na de|voor de|termijn",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d[\d.,]*\b|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien"
    r"|veertien|helft|geen|één|eenmaal|tweemaal|\w*(?:tien|tig|honderd|duizend|miljoen))\b",
    re.IGNORECASE,
)
_NEAR = 4  # words between a number and what it counts
_MONEY = re.compile(r"€|\beuro\b|\bEUR\b|\bton\b|\bmiljoen\b|\bgratis\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:(?<!vraagt )(?<!vroeg )(?<!vragen )om(?= .*\bte\b)|omdat|ziek|verhinderd|doordat|zodat|vanwege"
    r"|wegens|door|want|aangezien|waardoor|daardoor|oorzaak|reden|in verband met|i\.v\.m)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:staat\b.*\bvoor|betek\w+|afkorting|afgekort|voluit|stands? for|means?)\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niets|zonder|not|no|never|nobody|without)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:vacant|onbezet|onvervuld|leeg|ontbr\w+|mist|missen|stopt|stopte|gestopt)\b", re.IGNORECASE
)
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("money", frozenset(("gekost", "kostte", "kost", "kosten", "bedrag", "duur", "cost"))),
    ("number", frozenset(("hoeveel", "aantal", "many", "much"))),
    ("day", frozenset(("wanneer", "when", "sinds", "datum", "date"))),
    ("reason", frozenset(("waarom", "why", "waardoor", "reden", "hoezo"))),
    ("person", frozenset(("wie", "who", "wiens", "whom"))),
)


_WHICH, _PLACES = frozenset(("welke", "which")), frozenset(("gemeente", "municipality"))


def asked_kind(asked: Asked) -> str:
    """What is asked for: `number`, `day`, `reason`, `person`, `place` (a municipality), or just a `thing`."""
    words = [token.key for token in asked.tokens]
    if _WHICH & set(words[:_FIRST]) and _PLACES & set(words[:_FIRST]):
        return "place"
    for beginning in (words[:_FIRST], words):
        for kind, cues in _KINDS:
            if cues & set(beginning):
                return kind
    return "thing"


def holds(shelf: Shelf, asked: Asked, shown: Sequence[Passage], looked: Sequence[Wanted]) -> bool:
    """Whether the passages have the kind of thing that is asked for."""
    text = " ".join(each.quote for each in shown)
    if _asks_what_no_sentence_says(asked, text):
        return False
    kind = asked_kind(asked)
    if kind == "number":
        counted = _counted(asked, looked)
        return any(_has_number(each.quote, counted) and _is_of(asked, each) for each in shown)
    if kind == "day":
        return any(
            _DAY.search(found.period.text)
            for each in shown
            for found in dates.find(each.quote, date(2024, 1, 1))
        )
    if kind == "money":
        return _MONEY.search(text) is not None
    if kind == "reason":
        return _REASON.search(text) is not None
    names = {"person": _names_somebody, "place": _names_place}.get(kind)
    return names is None or any(names(shelf, asked, each) for each in shown)


_TO = frozenset(("naar", "to"))


def _names_place(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it names a body, as a municipality is, other than the question does; «naar welke»: to which."""
    told = {token.key for token in asked.tokens}
    to_it = r"\b(?:naar|to) (?:de |the )?(?:gemeente )?" if asked.tokens[0].key in _TO else ""
    words = map(key, re.findall(to_it + r"([A-ZÀ-Þ][\w'’-]+)", passage.quote))
    named = (entity for word in words if word not in told for entity in shelf.lexicon.named.get(word, ()))
    return any(entity.sort == "body" for entity in named)


def _asks_what_no_sentence_says(asked: Asked, text: str) -> bool:
    """That a word is used does not say what it stands for; and what is, does not say what is not."""
    if _MEANS.search(asked.text):
        return True
    denied = _DENIES.search(asked.text) and not asked.groups.get("absent")
    return bool(denied) and not (_DENIES.search(text) or _ENDS.search(text))


def _has_number(quote: str, counted: Sequence[Wanted]) -> bool:
    """Whether a number other than a date stands right before or behind what is counted."""
    words = re.findall(r"\S+", _undated(quote))
    numbers = [place for place, word in enumerate(words) if _NUMBER.search(word)]
    things = [place for place, word in enumerate(words) if any(held(word, each) for each in counted)]
    return any(abs(number - thing) <= _NEAR for number in numbers for thing in things)


def _counted(asked: Asked, looked: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """What is counted: the word right behind «hoeveel», where that is one to look for."""
    behind_it = {
        token.key
        for before, token in zip(asked.tokens, asked.tokens[1:], strict=False)
        if before.key in {"hoeveel", "aantal", "many", "much"}
    }
    return tuple(word for word in looked if key(word.word) in behind_it) or tuple(looked)


def _undated(quote: str) -> str:
    for found in reversed(dates.find(quote, date(2024, 1, 1))):
        quote = quote[: found.start] + quote[found.end :]
    return quote


def _is_of(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence with a number, or its title, has all names of the question («in Oevers»)."""
    names = [
        token.text for token in asked.tokens[1:] if token.text[:1].isupper() and not _is_dated(asked, token)
    ]
    told = f"{passage.title} {passage.quote}"
    return all(held(told, word) for word in wanted(names))


def _is_dated(asked: Asked, token: Token) -> bool:
    return any(token in asked.tokens[span.first : span.last + 1] for span in asked.of("date"))


def _names_somebody(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it names, or is said by, somebody other than whom the question names itself."""
    known = {entity.name for span in asked.of("person") for entity in span.entities}
    statement = statement_at(shelf.spoken(passage.document), passage.start, passage.end)
    if statement and not known.issuperset(statement.names):
        return True
    words = re.findall(r"[A-Z][\w'’-]+", passage.quote)
    return any(
        entity.sort in ("person", "body") and entity.name not in known
        for word in words
        for entity in shelf.lexicon.named.get(re.sub(r"\W", "", word.lower()), ())
    )
