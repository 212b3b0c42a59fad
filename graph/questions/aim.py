"""What a question is after that sentences have to answer: whose words, doing what, about what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from graph.ontology import load_yaml
from graph.questions import wording
from graph.questions.asked_for import asked_kind, asked_things, raising
from graph.questions.called import other_names
from graph.questions.looked_for import also_called
from graph.questions.model import Asked, Entity, Span
from graph.questions.passages import Wanted, wanted
from graph.questions.sentence_words import phrases, previous_words
from graph.questions.shelf import Shelf
from graph.questions.words import key

_OPENS = frozenset(
    (
        *("wat", "welke", "welk", "hoe", "waarom", "waarover", "waarvoor", "waartegen", "waarop", "waaraan"),
        *("waarvan", "waar", "waarmee", "what", "which", "how", "why", "about", "over", "om", "op"),
    )
)
_ABOUT = frozenset(("over", "about", "omtrent", "inzake", "on"))
_ACCORDING = frozenset(("volgens", "to"))
_FIRST = 3  # words of a question among which it says what it is after
_TELLING = ("said", "asks", "known")  # groups of words of telling: not what is told
_ACTS: Mapping[str, str] = {  # group of words → the act that somebody then does
    "asks": "asks",
    "asked": "asks",
    "advises": "advises",
    "lacking": "misses",
    "proposes": "proposes",
    "promise": "promises",
    "agrees": "agrees",
    "thanks": "thanks",
}


@dataclass(frozen=True, slots=True)
class Aim:
    """Whose words are asked for, if anybody's; doing what; and what they have to be about."""

    speaker: Entity | None
    acts: frozenset[str]
    looked: tuple[Wanted, ...]
    doing: tuple[Wanted, ...] = ()  # the words for what the speaker does
    called: tuple[Entity, ...] = ()  # the speaker, under each name that minutes have

    @property
    def everything(self) -> tuple[Wanted, ...]:
        """What it has to be about, the name of the speaker being a word of it too."""
        return (
            (*self.looked, *wanted((self.speaker.name.rsplit(" ", 1)[-1],))) if self.speaker else self.looked
        )


def aim_of(shelf: Shelf, asked: Asked) -> Aim:
    """What a question is after."""
    speaker = _speaker(shelf, asked)
    if speaker is None:
        return Aim(None, frozenset(), _looked_for(shelf, asked, None))
    groups = [group for group in _ACTS if asked.groups.get(group)]
    return Aim(
        speaker.entities[0],
        frozenset(_ACTS[group] for group in groups),
        _looked_for(shelf, asked, speaker),
        wanted(asked.tokens[at].key for group in groups for each in asked.groups[group] for at in each),
        tuple(shelf.lexicon.entities.get(each.iri, each) for each in speaker.entities),
    )


_OTHERWISE = ("number", "money", "day", "person", "place", "where")  # not asked of what somebody says


def _speaker(shelf: Shelf, asked: Asked) -> Span | None:
    """The person whose words are asked for: the first that is named behind «wat», «welke», «hoe»."""
    persons = sorted(asked.of("person"), key=lambda each: each.first)
    found = (_who_speaks(shelf, span) for span in persons)
    person = next((span for span in found if span is not None), None)
    if person is None:
        return None
    behind = asked.tokens[person.last + 1].key if person.last + 1 < len(asked.tokens) else ""
    before = asked.tokens[person.first - 1].key if person.first else ""
    if behind in _ABOUT or before in _ACCORDING:
        return person
    if asked_kind(asked) in _OTHERWISE and not any(asked.groups.get(group) for group in (*_TELLING, *_ACTS)):
        return None
    opens = any(token.key in _OPENS for token in asked.tokens[:_FIRST])
    return person if opens else None


def _who_speaks(shelf: Shelf, span: Span) -> Span | None:
    """The person that a span names; of several with one name the only one who says anything."""
    if len({entity.name for entity in span.entities}) > 1:
        speaking = tuple(each for each in span.entities if shelf.speaks(each))
        span = replace(span, entities=speaking)
    return span if len({entity.name for entity in span.entities}) == 1 else None


def _looked_for(shelf: Shelf, asked: Asked, speaker: Span | None) -> tuple[Wanted, ...]:
    """The words to look for: what means something, but for the words of asking and dates."""
    told = {place for span in asked.of("date") if _meets_on(shelf, span) for place in span.places}
    told |= {place for span in themes(asked) for place in span.places}
    told |= {place for span in asked.of("body") for place in span.places if meeting_body(shelf, span)}
    told |= speaker.places if speaker else frozenset()
    idioms = _idioms(asked)
    told |= _told(asked).union(raising(asked), *idioms)
    words = [
        asked.tokens[place].key
        for place in sorted(asked.content - told)
        if not _is_of_asking(asked, place) and len(asked.tokens[place].key) > 1
    ]
    years = _years(shelf, asked)
    words = [word for word in words if not any(word in told for told in years.values())]
    groups = (*_TELLING, *_ACTS) if speaker else _TELLING
    verbs = {
        asked.tokens[place].key
        for group in groups
        for places in asked.groups.get(group, ())
        for place in places
        if not asked.tokens[place].key.endswith(_OF_NOUNS) and asked.tokens[place].key not in _MAKING
    }
    things = asked_things(asked)
    words = [word for word in words if word not in things] or words
    words = [word for word in words if word not in verbs] or ([] if speaker else words)
    names = other_names(shelf, asked)
    return (
        *(
            replace(word, same=word.same | names.get(word.word, frozenset()))
            for word in wanted(words, shelf.synonyms, shelf.nearly)
        ),
        *_alike(asked, words),
        *wanted(years),
        *(replace(word, weight=_MEANT) for word in wanted(_too(asked))),
        *(also_called(shelf.theme(span.entities[0]), span.words) for span in themes(asked)),
        *_typed(shelf, asked),
        *(wanted(words[:1], lambda _, words=words: words)[0] for words in idioms.values()),  # type: ignore[misc] # mypy cannot tell the type of words
    )


_MEANT = 1.2  # what a word weighs behind «te» («te duur»), however little it says elsewhere
_TOO = frozenset(
    ("duur", "hoog", "groot", "laag", "weinig", "laat", "lang", "zwaar", "druk", "vroeg", "snel")
)


def _too(asked: Asked) -> list[str]:
    """The words behind «te» («te duur»)."""
    return [
        token.key
        for before, token in pairwise(asked.tokens)
        if before.key in {"te", "too"} and token.key in _TOO
    ]


def _years(shelf: Shelf, asked: Asked) -> dict[str, frozenset[str]]:
    """The years that «vorig jaar» and the like stand for, with the words of the question for each."""
    return {
        year: frozenset(asked.tokens[at].key for at in span.places)
        for span in asked.of("date")
        if (year := _year(span)) and year not in span.words and not _meets_on(shelf, span)
    }


def _year(span: Span) -> str | None:
    """The year that a time is, where it is a whole one."""
    if span.period is None or span.period.start is None or span.period.end is None:
        return None
    year = span.period.start[:4]
    return year if (span.period.start, span.period.end) == (f"{year}-01-01", f"{year}-12-31") else None


_MAKING = frozenset(("geschreven", "written"))  # that is no telling: who did so is asked
_OF_NOUNS = ("ing", "ingen")  # «meldingen»: what is counted, not that somebody tells it


def _told(asked: Asked) -> frozenset[int]:
    """The words of what somebody only adds of himself («Ik zie verschillende getallen.»)."""
    told = [
        found.span()
        for found in _OF_ONESELF.finditer(asked.text)
        if found.end() - found.start() < len(asked.text)
    ]
    return frozenset(
        place
        for place, token in enumerate(asked.tokens)
        if any(start <= token.start < end for start, end in told)
    )


_OF_ONESELF = re.compile(r"(?<=[?.!] )(?:ik|wij|we|mij|i)\b[^?]*$", re.IGNORECASE)


def _is_of_asking(asked: Asked, place: int) -> bool:
    """Whether a word is one of asking; «het vorige verslag» is not, as it is asked about."""
    word = asked.tokens[place].key
    before = asked.tokens[place - 1].key if place else ""
    in_date = (
        any(place in span.places for span in asked.of("date")) and word in wording.small_words() | _IN_DATES
    )
    return in_date or (word in _asking() and before not in previous_words())


_IN_DATES = frozenset(
    ("de", "het", "van", "tot", "met", "sinds", "vanaf", "voor", "na", "tussen", "eind", "begin")
)


def _idioms(asked: Asked) -> dict[frozenset[int], tuple[str, ...]]:
    """Where idioms and seasons stand in a question, with how minutes say them («najaar»: oktober)."""
    keys = [token.key for token in asked.tokens]
    found: dict[frozenset[int], tuple[str, ...]] = {}
    for phrase, words in phrases().items():
        length = len(phrase)
        for at in range(len(keys) - length + 1):
            if tuple(keys[at : at + length]) == phrase:
                found[frozenset(range(at, at + length))] = words
    return found


def _typed(shelf: Shelf, asked: Asked) -> tuple[Wanted, ...]:
    """Themes by the very word that the question has for them, where that is another than their name."""
    words = [span.words for span in themes(asked) if key(span.words) != key(span.entities[0].name)]
    ends = [end for span in themes(asked) if (end := _end_of(span))]
    known = tuple(word for word in wanted(words) if shelf.passages.knows(key(word.word)))
    told = {word.word for word in known}
    return (*known, *(word for word in wanted(ends, None, shelf.nearly) if word.word not in told))


_LEAST_END = 5  # letters


def _end_of(span: Span) -> str | None:
    """What a compound with a theme says beside it: «signalen» of «ondermijningssignalen»."""
    word, theme = key(span.words), key(span.entities[0].name)
    end = word[len(theme) :].removeprefix("s") if word.startswith(theme) and " " not in span.words else ""
    return end if len(end) >= _LEAST_END else None


def _alike(asked: Asked, words: list[str]) -> tuple[Wanted, ...]:
    """What phrases of small words mean («ging niet door»), as any of the words for it."""
    return tuple(
        wanted(forms, lambda _, forms=forms: forms)[0]  # type: ignore[misc] # mypy cannot tell the type of forms
        for group, forms in wording.groups_alike().items()
        if asked.groups.get(group) and not set(forms) & set(words)
    )


def themes(asked: Asked) -> tuple[Span, ...]:
    """The themes that are named, but for one inside a longer name."""
    return tuple(
        span
        for span in asked.of("theme")
        if span.entities
        and not any(span.places < other.places for other in asked.spans if other.sort in ("body", "person"))
    )


_LONG = 300  # days: of a year is told in minutes of other years too


def _meets_on(shelf: Shelf, span: Span) -> bool:
    """Whether a date is a day or month with minutes: then it is no word to look for."""
    period = span.period
    if period is None or period.start is None or period.end is None:
        return False
    if (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days > _LONG:
        return False
    return any(period.start <= each <= period.end for each in shelf.met)


def meeting_body(shelf: Shelf, span: Span) -> bool:
    """Whether a span names a body with minutes."""
    return any(entity.iri in shelf.lexicon.meeting for entity in span.entities)


@cache
def _asking() -> frozenset[str]:
    return frozenset(load_yaml("questions/words.yaml")["asking"].split())
