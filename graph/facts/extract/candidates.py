"""Who stands for what: «Ook zij wordt gekozen» names neither, the sentences before it do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph import ontology
from graph.dutch.cues import Sought
from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.extract.meant import role_there
from graph.facts.model import Evidence, Succession
from graph.facts.sentence import Sentence
from graph.facts.template import compile_template
from graph.facts.wording import Hit

_FAR = 4  # sentences back within the item
_OFFICES = ("voorzitter", "vicevoorzitter", "secretaris", "penningmeester")


@dataclass(frozen=True, slots=True)
class Candidacy:
    """Those who stand for a role, perhaps in the place of somebody, and the sentence that tells so."""

    persons: tuple[str, ...]
    role: str
    predecessor: str | None
    told: Evidence


@dataclass(frozen=True, slots=True)
class _Words:
    """How a candidacy is told; in whose place; where it names no role, that it is for a seat."""

    cue: re.Pattern[str]
    place_of: Sought
    seat: Sought


@cache
def _words() -> _Words:
    said: dict[str, str] = ontology.load_yaml("wording/roles.yaml")["candidacy"]
    return _Words(re.compile(said["cue"]), compile_template(said["place_of"]), compile_template(said["seat"]))


def candidacy(context: Context, sentence: Sentence, hit: Hit) -> Candidacy | None:
    """What they stand for who are elected: the nearest candidacy before, of the persons that a rule names.

    A rule that names nobody means all who stand where it says «candidates», else the only one.
    """
    if hit.rule.gives.get("role") != "stood_for":
        return None
    slots = ("persons", "person")
    named = {m.value: None for slot in slots for m in sentence.mentions_in(hit, slot, "person")}
    for earlier in context.before(sentence, _FAR):
        told = _told(context, earlier)
        if told is None or not named.keys() <= set(told.persons):
            continue
        every = hit.rule.gives.get("person") == "candidates"
        clear = bool(named) or len(told.persons) == 1 or every
        return replace(told, persons=tuple(named) or told.persons) if clear else None
    return None


def _told(context: Context, sentence: Sentence) -> Candidacy | None:
    """The candidacy that a sentence tells of; none where it is not clear for what."""
    said, words = sentence.key.folded, _words()
    if not words.cue.search(said):
        return None
    place = words.place_of.search(said)
    predecessor = sentence.signs[place.start("person")].value if place else None
    speakers = sentence.speakers if sentence.named else ()
    persons = dict.fromkeys(mention.value for mention in sentence.of_kind("person"))
    stand = [person for person in persons if person != predecessor and person not in speakers]
    role = role_there(sentence, None) or (own_office(context, predecessor) if predecessor else None)
    role = role or ("lid" if words.seat.search(said) else None)
    return Candidacy(tuple(stand), role, predecessor, sentence.evidence) if stand and role else None


def own_office(context: Context, person: str) -> str:
    """What somebody is in the body that meets, by its head or lists; a member by default."""
    said = {office for office in _OFFICES if context.people.called(office) == person}
    return said.pop() if len(said) == 1 else "lid"


def successions(context: Context) -> Iterator[Succession]:
    """They who are elected in the place of somebody follow them."""
    for sentence, hit in context.found("role"):
        stood = candidacy(context, sentence, hit)
        if stood and stood.predecessor and len(stood.persons) == 1:
            yield Succession(
                **common(sentence, stood.told),
                role=stood.role,
                predecessor=stood.predecessor,
                successor=stood.persons[0],
            )
