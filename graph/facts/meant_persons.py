"""A sentence in which «hij», «zij» and «de directeur» stand for the one person whom they can only mean.

The rules speak of persons by name. Where they find nothing of a kind in a sentence, they are looked up once
more with the person put in. Who is meant must be clear: one person before it in the sentence, else in the
sentence right before, whom the pronoun fits; or the only one whom the lists give that function. Who begins a
sentence also does what a later verb without a subject tells («dhr. Vos legt dit uit en mailt de cijfers»).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from graph import ontology
from graph.facts import frames
from graph.facts.matching import Lookup, hits
from graph.facts.mentions import Mention, apart
from graph.facts.model import Evidence
from graph.facts.people import People
from graph.facts.sentence import Sentence, tag
from graph.facts.template import folded

KINDS = ("promise", "role", "portfolio", "succession")  # what is told of a person
_LONGEST = 1000  # characters; what is longer is no sentence
_MOST_VERBS = 3  # of one sentence that leave their subject out

Address = Mapping[str, str | None]  # persons by name, with their word of address


@dataclass(frozen=True, slots=True)
class _Words:
    """How a pronoun or a function is told to do something, and the words of address that it fits."""

    pronoun: re.Pattern[str]
    chosen: re.Pattern[str]
    function: re.Pattern[str]
    begins: re.Pattern[str]
    goes_on: re.Pattern[str]
    asks: re.Pattern[str]
    governed: re.Pattern[str]
    fits: dict[str, re.Pattern[str]]


@cache
def _words() -> _Words:
    said = ontology.load_yaml("wording/meant_persons.yaml")
    return _Words(
        re.compile(said["pronoun"]),
        re.compile(said["chosen"]),
        re.compile(said["function"]),
        re.compile(said["begins"]),
        re.compile(said["goes_on"]),
        re.compile(said["asks"]),
        re.compile(said["governed"]),
        {word: re.compile(pattern, re.IGNORECASE) for word, pattern in said["fits"].items()},
    )


def meant(text: str, sentences: list[Sentence], people: People) -> dict[int, list[Sentence]]:
    """The sentences, by number, with the persons put in whom they mean; those that mean none are left out.

    A clause without a subject of its own is looked at apart from what stands before it.
    """
    found: dict[int, list[Sentence]] = {}
    said = folded(text)
    address = {person.label: person.honorific or person.name.honorific for person in people.known}
    for sentence in sentences:
        if len(sentence.text) > _LONGEST or _words().asks.search(sentence.text):
            continue
        before = _before(sentences, sentence)
        pronouns = list(_pronouns(sentence, before, address))
        put = [*pronouns, *_functions(sentence, people)]
        named_before = before and any(not _here(sentence, pronoun.start) for pronoun in pronouns)
        naming = (before.evidence,) if before and named_before else ()
        made = [_with(said, sentence, put, naming)] if put else []
        made += [_with(said, sentence, [*put, one], naming, one.start) for one in _going_on(sentence, put)]
        if any(each.found for each in made):
            found[sentence.number] = [each for each in made if each.found]
    return found


def _with(
    said: str, sentence: Sentence, put: list[Mention], naming: tuple[Evidence, ...], begins: int = 0
) -> Sentence:
    """The sentence with these persons named in it, and the rules of `KINDS` that match only now.

    `naming` is where a person is named whom it means; `begins` is where in the document the clause starts
    that is looked at: what stands before it is blank.
    """
    free = [mention for mention in put if mention.start == mention.end]  # a name behind the function
    mentions = sorted(
        [*apart([*sentence.mentions, *(one for one in put if one.start < one.end)]), *free],
        key=lambda mention: (mention.start, mention.end),
    )
    tagged, signs = tag(said, sentence.start, sentence.end, mentions)
    if begins:
        first = next(place for place, mention in signs.items() if mention.start == begins == mention.end)
        tagged = " " * first + tagged[first:]
    kinds = frozenset(mention.kind for mention in mentions if mention.start >= begins)
    key = Lookup.of(tagged, kinds)
    found = frames.past_relative(key, kinds, frames.beside(key, hits(key), kinds))
    new = {kind: found[kind] for kind in KINDS if kind in found and kind not in sentence.found}
    return replace(sentence, mentions=tuple(mentions), key=key, signs=signs, found=new, naming=naming)


def _here(sentence: Sentence, place: int) -> list[Mention]:
    """The persons that a sentence names before a place."""
    return [mention for mention in sentence.of_kind("person") if mention.end <= place]


def _before(sentences: list[Sentence], sentence: Sentence) -> Sentence | None:
    """The sentence right before one, in its paragraph."""
    earlier = sentences[sentence.number - 1] if sentence.number else None
    return earlier if earlier and earlier.paragraph == sentence.paragraph else None


def _pronouns(sentence: Sentence, before: Sentence | None, address: Address) -> Iterator[Mention]:
    """A mention at each pronoun of which it is clear whom it means."""
    pronoun, chosen = (each.finditer(sentence.text) for each in (_words().pronoun, _words().chosen))
    for match in (*pronoun, *chosen):
        start = sentence.start + match.start("word")
        fits = _words().fits[match["word"].lower()]
        here = _here(sentence, start)
        who = _clear(here, sentence, fits, address) if here else _told_before(before, fits, address)
        if who:
            yield Mention(start, sentence.start + match.end("word"), "person", who)


def _told_before(before: Sentence | None, fits: re.Pattern[str], address: Address) -> str | None:
    """Whom the sentence right before tells of, else who speaks in it."""
    if before is None:
        return None
    named = before.of_kind("person")
    if named:
        return _clear(named, before, fits, address)
    speaker = before.speakers[0] if len(before.speakers) == 1 else None
    return speaker if speaker and _may_be(speaker, fits, address) else None


def _clear(named: list[Mention], sentence: Sentence, fits: re.Pattern[str], address: Address) -> str | None:
    """The only person among them whom the pronoun fits, without those who are only named beside it."""
    fitting = {m.value: m for m in named if _may_be(m.value, fits, address)}
    if len(fitting) > 1:
        text, governed = sentence.text, _words().governed
        fitting = {
            name: m for name, m in fitting.items() if not governed.search(text, 0, m.start - sentence.start)
        }
    return next(iter(fitting)) if len(fitting) == 1 else None


def _may_be(name: str, fits: re.Pattern[str], address: Address) -> bool:
    """Whether a person may be meant by a pronoun: the word of address, if any, does not tell otherwise."""
    said = address.get(name)
    return said is None or bool(fits.match(said))


def _functions(sentence: Sentence, people: People) -> Iterator[Mention]:
    """A mention at each function that only one person on the lists has («De directeur zal …»).

    It stands behind a function that is a role, which goes on to be named.
    """
    for match in _words().function.finditer(sentence.text):
        who = people.called(match["noun"])
        start, end = (sentence.start + place for place in match.span("noun"))
        if who and not any(m.kind == "person" and m.start - end in (0, 1) for m in sentence.mentions):
            is_role = any(m.start <= start and end <= m.end for m in sentence.mentions)
            yield Mention(end if is_role else start, end, "person", who)


def _going_on(sentence: Sentence, put: list[Mention]) -> Iterator[Mention]:
    """A mention before each later verb without a subject: of the only person with whom it begins."""
    first = min([*sentence.of_kind("person"), *put], key=lambda mention: mention.start, default=None)
    if first is None or not _words().begins.fullmatch(sentence.text[: first.start - sentence.start]):
        return
    found = _words().goes_on.finditer(sentence.text, first.end - sentence.start)
    for match in itertools.islice(found, _MOST_VERBS):
        place = sentence.start + match.end("and")
        later = [m for m in sentence.mentions if m.kind in ("person", "body") and m.end <= place]
        if all(m.value == first.value for m in later):
            yield Mention(place, place, "person", first.value)
