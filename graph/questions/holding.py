"""Whether sentences hold the kind of thing that is asked for: a number, a day, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.dutch import dates
from graph.questions.asked_for import (
    FIRST,
    HOW,
    MEASURES,
    TELLING,
    WHICH,
    asked_kind,
    asks_who_says,
    bodies_asked_for,
    to_be_named,
)
from graph.questions.common_names import kinds_named
from graph.questions.model import Asked, Token
from graph.questions.passages import SHORTEST_HEAD, Passage, Wanted, held, stems, wanted
from graph.questions.sentence_cues import tells_of
from graph.questions.sentence_words import relations
from graph.questions.shelf import Shelf
from graph.questions.spoken import statement_at
from graph.questions.words import key, tokens

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
    r"\bwaarom\b[^?]*:|:\s*te\b|\b(?:ivm|te veel|te weinig|daarom|vandaar|gelet op|met het oog op)\b"
    r"|\b(?:als gevolg van|dankzij)\b"
    r"|\b(?:(?<!vraagt )(?<!vroeg )(?<!vragen )om(?= .*\bte\b)|omdat|ziek|verhinderd|doordat|zodat|vanwege"
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
_COURSE = re.compile(
    r"\b(?:stijg|gestegen|steeg|daal|daling|gedaald|toename|afname|toegenomen|afgenomen|opgelopen|oploopt|terug)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?<![\w])(?:in|te|bij|naar|vanuit|via|at)\s+(?:(?:de|het|een|gemeente)\s+)*[A-ZÀ-Þ][\w'’-]+"
    r"|\b(?:\w*(?:huis|zaal|kantoor|kazerne|school|bibliotheek|gebouw|plein|straat|theater|hotel|terrein|station|centrum)"
    r"|locatie|plaats|adres|online|teams)\b",
)


def holds(shelf: Shelf, asked: Asked, shown: Sequence[Passage], looked: Sequence[Wanted]) -> bool:
    """Whether the passages have the kind of thing that is asked for."""
    if _asks_what_no_sentence_says(asked, " ".join(each.quote for each in shown)):
        return False
    return any(_has_it(shelf, asked, each, looked) for each in shown)


def _has_it(shelf: Shelf, asked: Asked, passage: Passage, looked: Sequence[Wanted]) -> bool:
    quote = passage.quote
    asks = asked_kind(asked)
    if asks in _BODIES:
        return _BODIES[asks](shelf, asked, passage)
    match asks:
        case "number":
            counted = _has_number(quote, _counted(asked, looked)) and _is_of(asked, passage)
            found = counted and of_that_year(asked.text, quote)
        case "often":
            found = tells_of("frequency", quote)
        case "money":
            found = _MONEY.search(quote) is not None and _is_of(asked, passage)
        case "course":
            found = _has_number(quote, looked) or _COURSE.search(quote) is not None
        case "day":
            found = any(_DAY.search(each.period.text) for each in dates.find(quote, date(2024, 1, 1)))
        case "where":
            found = _tells_where(asked, quote)
        case "reason":
            found = _REASON.search(quote) is not None
        case "person":
            named = _names_beside(asked, quote) and _names_somebody(shelf, asked, passage)
            found = named and _tells_relation(asked, quote)
        case _:
            found = not asked.groups.get("above") or _tells_relation(asked, quote)
    return found


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def of_that_year(question: str, quote: str) -> bool:
    """Whether a sentence tells of no other years than the one that is asked for («in 2024»)."""
    wanted_years, told = set(_YEAR.findall(question)), set(_YEAR.findall(quote))
    return not wanted_years or not told or not wanted_years.isdisjoint(told)


_BESIDE = 4  # words between what somebody is and the name


def _names_beside(asked: Asked, quote: str) -> bool:
    """Whether a name stands beside what is asked to be named («de projectleider, Ans Vos»)."""
    keys = [token.key for token in asked.tokens]
    behind = to_be_named(keys)
    if not behind:
        return True
    things = [word for word in wanted(behind) if len(word.word) >= SHORTEST_HEAD][:1]
    words = re.findall(r"[\w'’-]+", quote)
    places = [at for at, word in enumerate(words) if any(held(word, thing) for thing in things)]
    near = {each for at in places for each in range(max(1, at - _BESIDE), at + _BESIDE + 1) if each != at}
    return any(word[:1].isupper() and at in near and key(word) not in keys for at, word in enumerate(words))


def _tells_where(asked: Asked, quote: str) -> bool:
    """Whether a sentence has a place other than the question has."""
    told = {token.key for token in asked.tokens}
    return any(key(found[0].rsplit(" ", 1)[-1]) not in told for found in _PLACED.finditer(_undated(quote)))


_TO = frozenset(("naar", "to"))


def _names_place(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it names a body, as a municipality is, other than the question does; «naar welke»: to which."""
    told = {token.key for token in asked.tokens}
    to_it = r"\b(?:naar|to) (?:de |the )?(?:gemeente )?" if asked.tokens[0].key in _TO else ""
    words = map(key, re.findall(to_it + r"([A-ZÀ-Þ][\w'’-]+)", passage.quote))
    named = (entity for word in words if word not in told for entity in shelf.lexicon.named.get(word, ()))
    return any(entity.sort == "body" for entity in named) or (
        not to_it and _begins_with_places(shelf, passage.quote)
    )


def _names_organisation(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it names a body that neither the question nor a meeting is called after."""
    told = {token.key for token in asked.tokens}
    words = map(key, re.findall(r"[A-ZÀ-Þ][\w'’-]+", passage.quote))
    return any(
        entity.sort == "body" and entity.iri not in shelf.lexicon.meeting
        for word in words
        if word not in told
        for entity in shelf.lexicon.named.get(word, ())
    ) or bool(_CALLED.search(passage.quote))


_CALLED = re.compile(
    r"\b(?:bureau|bedrijf|firma|leverancier|stichting|vereniging|organisatie|aanbieder) [A-ZÀ-Þ]"
)


def _names_body(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it names a body of the kind that is asked for; of any kind, where none is («welke organen»)."""
    any_kind = {place for places in asked.groups.get("bodies_word", ()) for place in places}
    of_a_kind = bodies_asked_for(asked) - any_kind
    kinds = {span.code for span in asked.of("body_kind") if span.places <= of_a_kind}
    found = {span.code for span in kinds_named(tokens(passage.quote)) if span.sort == "body_kind"}
    themes = wanted(asked.tokens[at].text for span in asked.of("theme") for at in sorted(span.places))
    told = f"{passage.title} {passage.quote}"
    if not all(held(told, word) >= _THERE for word in themes):
        return False
    if kinds:
        return bool(kinds & found)
    return (
        bool(found)
        or _names_organisation(shelf, asked, passage)
        or _has_a_body_by_name(shelf, asked, passage)
    )


def _has_a_body_by_name(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it has the whole name of a body that the question does not name."""
    named = {entity.iri for span in asked.of("body") for entity in span.entities}
    bodies = (each for each in shelf.lexicon.entities.values() if each.sort == "body")
    return any(each.iri not in named and each.name in passage.quote for each in bodies)


_THERE = 0.4  # from which a word counts as being there
_BODIES = {"place": _names_place, "organisation": _names_organisation, "body": _names_body}


def _begins_with_places(shelf: Shelf, quote: str) -> bool:
    """Whether a sentence tells of several with names that are no persons («Eskveld en Lindewaard hebben»)."""
    found = _SUBJECTS.match(quote)
    names = re.findall(r"[A-ZÀ-Þ][\w'’-]+", found["names"]) if found else []
    return bool(names) and not any(
        entity.sort == "person" for name in names for entity in shelf.lexicon.named.get(key(name), ())
    )


_NAME = r"(?:(?:Sint|Den|De|Het) )?[A-ZÀ-Þ][\w'’-]+"
_SUBJECTS = re.compile(
    rf"\W*(?P<names>{_NAME}(?:(?:,| en|, en) {_NAME})+)"
    r" (?:heeft|hebben|had|hadden|is|zijn|doet|doen|neemt|nemen|ontbr|mist|missen|levert|leveren)"
)


def _asks_what_no_sentence_says(asked: Asked, text: str) -> bool:
    """That a word is used does not say what it stands for; and what is, does not say what is not."""
    if _MEANS.search(asked.text):
        return True
    denied = _DENIES.search(asked.text) and not asked.groups.get("absent") and asked_kind(asked) != "reason"
    return bool(denied) and not (_DENIES.search(text) or _ENDS.search(text))


def told_only_some(asked: Asked, text: str) -> bool:
    """Whether it is asked which they are, and only told that there are some («een aantal afspraken»)."""
    keys = [token.key for token in asked.tokens]
    if len(keys) < FIRST or keys[0] not in WHICH:
        return False
    things = "|".join(re.escape(token.text) for token in asked.tokens[1 : 2 + (keys[1] in _NEW)])
    return re.search(rf"\b(?:{_SOME})\s+(?:{things})\b(?!\s*:)", text, re.IGNORECASE) is not None


_NEW = frozenset(("nieuwe", "nieuw", "andere", "ander", "new", "other"))
_SOME = (
    "een andere?|een nieuwe?|een aantal|enkele|diverse|verschillende|meerdere|een paar|nadere|some|several"
)


def _has_number(quote: str, counted: Sequence[Wanted]) -> bool:
    """Whether a number other than a date stands right before or behind what is counted."""
    words = re.findall(r"\S+", _undated(_ENUMERATED.sub("", quote)))
    numbers = [place for place, word in enumerate(words) if _NUMBER.search(word)]
    things = [place for place, word in enumerate(words) if any(held(word, each) for each in counted)]
    told = [number for number in numbers if number and words[number - 1].endswith(":")]
    if told and any(thing < told[0] for thing in things):
        return True  # «Meldingen in heel 2024: 83.»
    return any(
        thing == number + 1 if key(words[number]) == _NONE else abs(number - thing) <= _NEAR
        for number in numbers
        for thing in things
    )


_ENUMERATED = re.compile(
    r"^\W*(?:[A-Z]?\d{1,2}[.)\t]|\|\s*\d{1,2}\s*\|)\s*"
)  # the number of a row or an item
_NONE = "geen"


def _counted(asked: Asked, looked: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """What is counted: the word right behind «hoeveel», where that is one to look for."""
    if asked.tokens[0].key in HOW and len(asked.tokens) > 1 and asked.tokens[1].key in MEASURES:
        return tuple(looked[:1])  # «hoe hoog was de schade»
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
        token.text
        for token in asked.tokens[1:]
        if token.text[:1].isupper() and not _is_dated(asked, token) and not _opens_sentence(asked, token)
    ]
    told = f"{passage.title} {passage.quote}"
    return all(held(told, word) for word in wanted(names))


def _opens_sentence(asked: Asked, token: Token) -> bool:
    """Whether a word is the first of a sentence, and so has a capital anyhow."""
    return asked.text[: token.start].rstrip().endswith(("?", ".", "!", ":"))


def _is_dated(asked: Asked, token: Token) -> bool:
    return any(token in asked.tokens[span.first : span.last + 1] for span in asked.of("date"))


def _tells_relation(asked: Asked, quote: str) -> bool:
    """Whether a sentence has a word for what ties those asked for to it («wie zit er in»: lid)."""
    if any(asked.groups.get(group) for group in TELLING) or _ONE_ANOTHER & {
        token.key for token in asked.tokens
    }:
        return True
    own = set(stems(quote))
    asking = [group for group in relations() if asked.groups.get(group)]
    if "members" in asking:
        asking = [group for group in asking if group != "present"]  # «wie kwamen er in de stuurgroep»
    if "chair" in asking:
        asking = ["chair"]  # «wie zit de stuurgroep voor»: not who is in it
    return all(own & relations()[group] for group in asking)


_ONE_ANOTHER = frozenset(("elkaar", "achtereenvolgens"))


def _names_somebody(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether it names, or is said by, somebody whom the question does not name; or says it is undecided."""
    if tells_of("undecided", passage.quote):
        return True
    known = {entity.name for span in asked.of("person") for entity in span.entities}
    statement = statement_at(shelf.spoken(passage.document), passage.start, passage.end)
    if statement and not known.issuperset(statement.names) and _may_be_the_speaker(asked, passage):
        return True
    return _names_another(shelf, asked, passage)


def _may_be_the_speaker(asked: Asked, passage: Passage) -> bool:
    """Whether who speaks may be who is asked for: it is asked who says so, or he tells it of himself."""
    return asks_who_says(asked) or _ONESELF.search(passage.quote) is not None


_ONESELF = re.compile(r"\b(?:ik|hij|zij|ze|we|wij)\b", re.IGNORECASE)


def _names_another(shelf: Shelf, asked: Asked, passage: Passage) -> bool:
    """Whether a sentence has the name of a person or body that the question does not have."""
    known = {entity.name for span in asked.of("person") for entity in span.entities}
    told = {token.key for token in asked.tokens}
    words = (key(word) for word in re.findall(r"[A-ZÀ-Þ][\w'’-]+", passage.quote))
    meeting = frozenset() if asked.groups.get("decision") else shelf.lexicon.meeting
    return any(
        entity.sort in ("person", "body") and entity.name not in known
        for word in words
        if word not in told and not any(each.iri in meeting for each in shelf.lexicon.named.get(word, ()))
        for entity in shelf.lexicon.named.get(word, ())
    )


_SOMEBODY = frozenset(("iemand", "anyone", "anybody", "somebody", "someone"))
_DID = re.compile(r"(?:be|ge|ver|\w+ge)\w+(?:d|t|en)$")


def asks_after_nobody(asked: Asked, shown: Sequence[Passage]) -> bool:
    """Whether it is asked if somebody did what no sentence shown has («heeft zich iemand gemeld»)."""
    words = [token.key for token in asked.tokens]
    done = [word for word in words if _DID.fullmatch(word) and key(word) not in _HELPING]
    if not _SOMEBODY & set(words[:FIRST]) or words[0] not in _HELPING or not done:
        return False
    return not any(held(each.quote, word) for each in shown for word in wanted(done[:1]))


_HELPING = frozenset(("heeft", "is", "had", "was", "werd", "wordt", "has", "did", "geweest", "gegaan"))
