"""Who speaks in which sentence: named at its beginning, pointed at by a pronoun, or carried over in the paragraph."""

from __future__ import annotations

import re
from functools import lru_cache

from graph import ontology
from graph.facts.mentions import Mention
from graph.facts.people import People
from graph.facts.sentence import Sentence
from graph.minutes.model import Minutes

_OPENING = re.compile(
    r"^\W*(?:[\w ,()'’-]{2,40}:\s*)?(?:(?:en|ook|vervolgens|daarna|tot slot|tevens)\s+)?$", re.IGNORECASE
)
_PLURAL = re.compile(r"^(?:zij|ze)\s+(?:\w+en|zijn|gaan)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\bvolgens\s*$|\bdoor\s*$", re.IGNORECASE)
_ASKED = re.compile(r"^\s*(?:wordt|werd|is|worden|werden)\b", re.IGNORECASE)


def _verbs(*groups: str) -> str:
    words = ontology.load_yaml("wording/statements.yaml")["words"]
    return "|".join(words[group] for group in groups)


@lru_cache(maxsize=1)
def _speaks() -> re.Pattern[str]:
    return re.compile(
        rf"^[’'\"”)\]]*(?:\s*\([^()]*\))?\s*(?::|(?:{_verbs('verb', 'acting')})\b)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _inverted() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_verbs('verb')})\s*$", re.IGNORECASE)


def assign(sentences: list[Sentence], minutes: Minutes, people: People) -> None:
    """Give every sentence its speakers, where the words tell who they are."""
    paragraph, current = -1, ()
    presenters: tuple[str, ...] = ()
    item: str | None = None
    chair = _chair(minutes, people)
    for sentence in sentences:
        if sentence.item != item:
            item, presenters = sentence.item, ()
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, ()
        if sentence.title:
            presenters = (
                tuple(dict.fromkeys(mention.value for mention in sentence.of_kind("person"))) or presenters
            )
            continue
        named = _named(sentence) or _as_chair(sentence, chair)
        if named:
            current, sentence.named = named, True
        elif not current and presenters and _PLURAL.match(sentence.text) and len(presenters) > 1:
            current = presenters
        sentence.speakers = current


def _named(sentence: Sentence) -> tuple[str, ...]:
    """Those whom the sentence names as speaking: «X zegt», «X en Y zeggen», «Daarnaast vraagt X», «volgens X»."""
    persons = sentence.of_kind("person")
    for index, mention in enumerate(persons):
        before = sentence.text[: mention.start - sentence.start]
        after = sentence.text[mention.end - sentence.start :]
        if _OPENING.match(before):
            group = _group(sentence, persons[index:])
            last = sentence.text[group[-1].end - sentence.start :]
            if _speaks().match(last):
                return tuple(dict.fromkeys(person.value for person in group))
        elif (
            _ACCORDING.search(before) and (_ASKED.match(after) or before.lower().rstrip().endswith("volgens"))
        ) or (_inverted().search(before) and len(before.split()) <= 4):
            return (mention.value,)
    return ()


def _group(sentence: Sentence, persons: list[Mention]) -> list[Mention]:
    """The persons named one after another: «A, B en C»."""
    group = [persons[0]]
    for person in persons[1:]:
        between = sentence.text[group[-1].end - sentence.start : person.start - sentence.start]
        if not re.fullmatch(r"\s*(?:,|en|&|, en)\s*(?:dhr\.?|mevr\.?)?\s*", between):
            break
        group.append(person)
    return group


def _chair(minutes: Minutes, people: People) -> str | None:
    """The one person who chairs this meeting by its own words, if the list names exactly one."""
    chairs = {
        person.label
        for found in minutes.lists
        for entry in found.entries
        if found.role in ("chair", "deputy_chair") or entry.office in ("chair", "deputy_chair")
        if (person := people.resolve(entry.name))
    }
    return chairs.pop() if len(chairs) == 1 else None


def _as_chair(sentence: Sentence, chair: str | None) -> tuple[str, ...]:
    match = re.match(r"^\W*(?:de|het) (?:\w+ )?(?:voorzitter|vz)\b", sentence.text, re.IGNORECASE)
    return (chair,) if match and chair and _speaks().match(sentence.text[match.end() :]) else ()
