"""Who speaks in which sentence: named at its start, meant by a pronoun, or carried over in the paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph import ontology
from graph.facts.mentions import Mention
from graph.facts.people import People
from graph.facts.sentence import Sentence
from graph.minutes.model import Minutes

_FEW_WORDS = 4  # before a verb and its subject; with an opening phrase there may be more
_MORE_WORDS = 10
_MOST_NAMED = 20  # persons in one sentence of whom it is asked whether they speak
_PLURAL = re.compile(r"^(?:zij|ze)\s+(?:\w+en|zijn|gaan)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"^\s*(?:wordt|werd|is|worden|werden)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|en|&|, en|,? alsmede|,? evenals)\s*(?:dhr\.?|mevr\.?)?\s*")
_CHAIR = re.compile(r"^\W*(?:de|het) (?:\w+ )?(?:voorzitter|vz)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Wording:
    """What `statements.yaml` and `people.yaml` say about speakers, as patterns."""

    speaks: re.Pattern[str]  # behind a person
    is_told: re.Pattern[str]  # behind a person who may just as well be spoken of («X is projectleider»)
    opening: re.Pattern[str]  # all that may stand before one who speaks
    inverted: re.Pattern[str]  # a verb right before one who speaks
    addressed: re.Pattern[str]  # somebody else who addresses the person
    phrase: re.Pattern[str]  # what begins a longer opening phrase
    according: re.Pattern[str]
    reported: re.Pattern[str]
    nobody: re.Pattern[str]  # lines that nobody says
    titles: tuple[str, ...]
    title: re.Pattern[str]  # one of them right before a name


@lru_cache(maxsize=1)
def _wording() -> _Wording:
    words: dict[str, str] = ontology.load_yaml("wording/statements.yaml")["words"]
    titles: list[str] = ontology.load_yaml("wording/people.yaml")["titles"]
    title = "|".join(map(re.escape, titles))

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    verbs, subject = words["verb"], words["subject"]
    behind = r"^[’'\"”)\]]*(?:\s*\([^()]*\))?(?:\s*,[^,;:.]{2,60},)?\s*"
    return _Wording(
        speaks=pattern(rf"{behind}(?::|(?:{words['between']}\s+)?(?:{verbs}|{words['acting']})\b)"),
        is_told=pattern(rf"{behind}(?:{words['being']})\b"),
        opening=pattern(
            r"^\W*(?:[\w ,()'’-]{2,40}:\s*)?"
            rf"(?:(?:{words['first']})\s+)?(?:de\s+(?:heren\s+|dames\s+)?)?$"
        ),
        inverted=pattern(rf"\b(?:{verbs}|{words['behind']})\s*(?:ook\s*)?$"),
        addressed=pattern(rf"^\W*(?:{subject})\b.*\b(?:{words['addressing']})\s*$"),
        phrase=pattern(rf"^\W*(?:{words['phrase']})\b"),
        according=pattern(rf"\bvolgens\s*$|\b(?:{words['reported']}) door\s*$"),
        reported=pattern(rf"^\s*(?:{words['reported']})\b"),
        nobody=pattern(rf"^\W*(?:{words['nobody']})\s*\d*\s*:"),
        titles=tuple(titles),
        title=pattern(rf"\b(?:de\s+)?(?:{title})\s+$"),
    )


def assign(sentences: list[Sentence], minutes: Minutes, people: People) -> None:
    """Give every sentence its speakers, where the words tell who they are."""
    paragraph, item = -1, None
    current: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    chair = _chair(minutes, people)
    for sentence in sentences:
        if sentence.item != item:
            item, presenters = sentence.item, ()
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, ()
        if sentence.title:
            presenters = _persons(sentence) or presenters
            continue
        if _wording().nobody.match(sentence.text):
            current = ()
            continue
        named = _speakers(sentence, chair)
        if not named and (_is_about_another(sentence, current) or _CHAIR.match(sentence.text)):
            current = ()
        current = named or current or _as_presenters(sentence, presenters)
        sentence.speakers = current


def _is_about_another(sentence: Sentence, current: tuple[str, ...]) -> bool:
    """Whether the sentence begins with somebody else than who speaks: whose words it holds is not said."""
    first = next(iter(sentence.of_kind("person")), None)
    return (
        first is not None
        and first.value not in current
        and bool(_wording().opening.match(_around(sentence, first)[0]))
    )


def _persons(sentence: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.value for mention in sentence.of_kind("person")))


def _speakers(sentence: Sentence, chair: str | None) -> tuple[str, ...]:
    named = _named(sentence) or _as_chair(sentence, chair)
    sentence.named = bool(named)
    return named


def _as_presenters(sentence: Sentence, presenters: tuple[str, ...]) -> tuple[str, ...]:
    """Those who present an item, where «zij» begins a paragraph."""
    return presenters if len(presenters) > 1 and _PLURAL.match(sentence.text) else ()


def _named(sentence: Sentence) -> tuple[str, ...]:
    """Those whom the sentence names as speaking: «X zegt», «X en Y zeggen», «Dan vraagt X», «volgens X»."""
    persons = sentence.of_kind("person")[:_MOST_NAMED]
    for index, mention in enumerate(persons):
        before, after = _around(sentence, mention)
        if _wording().opening.match(before):
            group = _group(sentence, persons[index:])
            if _speaks(sentence, _around(sentence, group[-1])[1]):
                return tuple(dict.fromkeys(person.value for person in group))
        elif _is_reported(before, after) or _speaks_behind(before):
            return (mention.value,)
    return ()


def _speaks(sentence: Sentence, after: str) -> bool:
    """Whether the words behind a name make its bearer speak; «is» does so in a question, wish or assent."""
    if _wording().is_told.match(after):
        gives = [hit.rule.gives for hit in sentence.hits("statement")]
        return any(given["act"] != "informs" or given.get("makes_speaker") for given in gives) or bool(
            next(sentence.hits("missing"), None)
        )
    return bool(_wording().speaks.match(after))


def _around(sentence: Sentence, mention: Mention) -> tuple[str, str]:
    """The sentence before and after a person; a title («wethouder») belongs to the name."""
    before = sentence.text[: mention.start - sentence.start]
    roles = [role for role in sentence.of_kind("role") if role.end <= mention.start]
    if roles and not sentence.text[roles[-1].end - sentence.start : mention.start - sentence.start].strip():
        before = sentence.text[: roles[-1].start - sentence.start]
    titled = before.rstrip().lower().endswith(_wording().titles)
    title = _wording().title.search(before) if titled else None
    return before[: title.start()] if title else before, sentence.text[mention.end - sentence.start :]


def _is_reported(before: str, after: str) -> bool:
    """«Volgens X», «door X wordt gevraagd», «er wordt gevraagd door X»."""
    if _wording().according.search(before):
        return True
    by = before.lower().rstrip().endswith("door")
    return by and bool(_PASSIVE.match(after) or _wording().reported.match(after))


def _speaks_behind(before: str) -> bool:
    """Whether the verb before a name is its own («Daarnaast vraagt X»), not that of one who addresses X."""
    if not _wording().inverted.search(before) or _wording().addressed.match(before):
        return False
    count = len(before.split())
    return count <= _FEW_WORDS or (count <= _MORE_WORDS and bool(_wording().phrase.match(before)))


def _group(sentence: Sentence, persons: list[Mention]) -> list[Mention]:
    """The persons named one after another: «A, B en C»."""
    group = [persons[0]]
    for person in persons[1:]:
        between = sentence.text[group[-1].end - sentence.start : person.start - sentence.start]
        if not _BETWEEN.fullmatch(between):
            break
        group.append(person)
    return group


def _chair(minutes: Minutes, people: People) -> str | None:
    """The one person who chairs this meeting by its own words: the chair who is there, else the deputy."""
    listed = [
        (found.role, entry, person.label)
        for found in minutes.lists
        for entry in found.entries
        if (person := people.resolve(entry.name))
    ]
    away = {label for role, entry, label in listed if "absent" in {role, entry.status}}
    for office in ("chair", "deputy_chair"):
        chairs = {label for role, entry, label in listed if office in {role, *entry.offices}} - away
        if chairs:
            return chairs.pop() if len(chairs) == 1 else None
    return None


def _as_chair(sentence: Sentence, chair: str | None) -> tuple[str, ...]:
    """The chair, where the sentence begins with them and has them say, ask or undertake something."""
    match = _CHAIR.match(sentence.text)
    if match is None or chair is None:
        return ()
    speaks = _wording().speaks.match(sentence.text[match.end() :]) or next(sentence.hits("promise"), None)
    return (chair,) if speaks else ()
