"""What becomes of bodies and how they hang together; what is missing; and bodies that follow from it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph import ontology
from graph.dutch.cues import Sought
from graph.facts.body_kinds import level_of
from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.extract.named_bodies import each_called, named, object_of, this_or_called
from graph.facts.extract.pointing import Pointed, pointed
from graph.facts.extract.told import body_told
from graph.facts.model import Body, Missing, Reason, Structure
from graph.facts.sentence import Sentence
from graph.facts.skos import concepts
from graph.facts.template import compile_template
from graph.facts.wording import Hit

_ELSEWHERE = re.compile(
    r"\b(?:deze|die|dit|zo'n|een dergelijke) (?:structuur|\w+groep|opzet|vorm|overleg)\b"
    r".*?\b(?:wel|al)\b.*?\b(?:ingericht|er|aanwezig|bestaat)\b",
    re.IGNORECASE,
)


_EACH = frozenset({"frame-splits"})  # rules that give a fact for each other body, not one per sentence


_Place = tuple[int, str, str, str | None]  # a sentence's number, body, relation, and the other body


def structures(context: Context) -> Iterator[Structure]:
    """Structure facts; a rule gives one per sentence and body."""
    seen: set[_Place] = set()
    told: set[tuple[str, str]] = set()
    for sentence, hit, meant in _found(context):
        relation = hit.rule.gives["relation"]
        other = object_of(context, sentence, hit)
        for said in _bodies(context, sentence, hit):
            body = named(context, sentence, said)
            place = (sentence.number, body or "", relation, other if hit.rule.id in _EACH else None)
            again = place in seen or (meant and (body, relation) in told)
            if body and body != other and not again:
                seen.add(place)
                told.add((body, relation))
                fact = Structure(
                    **common(sentence, *(meant.named if meant else ())),
                    body=body,
                    relation=relation,
                    object=other,
                )
                yield fact
                yield from _besides(sentence, hit, fact, seen)


def _besides(sentence: Sentence, hit: Hit, fact: Structure, seen: set[_Place]) -> Iterator[Structure]:
    """What is told besides of a body that becomes another: that it ends, that the other one is new."""
    if fact.relation != "replaced_by":
        return
    found = [(fact.body, "ends")] if _also_ends().search(sentence.key.folded, hit.start, hit.end) else []
    if fact.object and "object" in hit.slots and _is_new(sentence, hit.slots["object"][0]):
        found.append((fact.object, "starts"))
    for body, relation in found:
        if (place := (sentence.number, body, relation, None)) not in seen:
            seen.add(place)
            yield replace(fact, body=body, relation=relation, object=None)


@cache
def _also_ends() -> Sought:
    return compile_template(ontology.load_yaml("wording/structure.yaml")["also_ends"][0])


def _is_new(sentence: Sentence, place: int) -> bool:
    """Whether the words right before a body say that it is new."""
    before = sentence.key.folded[:place]
    said = ontology.load_yaml("wording/structure.yaml")["new"]
    return any(match.end() == place for each in said for match in compile_template(each).finditer(before))


def _found(context: Context) -> Iterator[tuple[Sentence, Hit, Pointed | None]]:
    """What the rules say of each sentence, then of it with the bodies that it points back at put in."""
    for sentence in context.sentences:
        hits = (hit for hit in sentence.hits("structure") if not _of_what_it_has(sentence, hit))
        yield from ((sentence, hit, None) for hit in hits)
        meant = pointed(context, sentence)
        for hit in meant.sentence.hits("structure") if meant else ():
            if meant and any(place in meant.places for place, _ in hit.slots.values()):
                yield meant.sentence, hit, meant


_OF_ITS = re.compile(r"\b(?:van|bij|door|met|aan|uit|over)\s+(?:(?:de|het|een|onze|ons)\s+)?$")
_OF_A_BODY = frozenset({"ends", "starts", "remains", "part_of"})


def _of_what_it_has(sentence: Sentence, hit: Hit) -> bool:
    """Whether a rule that begins with a body tells of what it has («het team van de GGD blijft»)."""
    place = hit.slots.get("body", (-1, 0))[0]
    if hit.rule.gives.get("by_place"):
        return False
    told = place == hit.start and hit.rule.gives["relation"] in _OF_A_BODY
    return told and bool(_OF_ITS.search(sentence.key.folded, 0, place))


def _bodies(context: Context, sentence: Sentence, hit: Hit) -> Iterator[str]:
    """The bodies of which a rule tells: that in its slot, those listed with it, and the other one."""
    said = _said(context, sentence, hit, "body")
    several = each_called(sentence, hit, said) if said else []
    yield from several
    if said and not several:
        yield said
    if "body" in hit.slots and _plural().search(sentence.key.folded, hit.start, hit.end):
        yield from _listed_with(sentence, hit.slots["body"][0])
    likewise = _LIKEWISE.match(sentence.key.folded, hit.end)
    again = sentence.signs.get(likewise.end()) if likewise else None
    if again and again.kind == "body":
        yield again.value
    other = sentence.slot(hit, "other")
    if other:
        yield other


def _listed_with(sentence: Sentence, place: int) -> Iterator[str]:
    """The bodies that a sentence names together with the one at a place («A, B en C»), nearest first."""
    places = [at for at, mention in sentence.signs.items() if mention.kind == "body"]
    if place not in places:
        return
    number = places.index(place)
    for row in (places[number::-1], places[number:]):
        for one, another in itertools.pairwise(row):
            first, last = sorted((one, another))
            if not _AND.fullmatch(sentence.key.folded, first + 1, last):
                break
            yield sentence.signs[another].value


_LIKEWISE = re.compile(r"\s*,?\s*(?:evenals|alsook|alsmede|net als|net zoals)\s+(?:(?:de|het|onze)\s+)?")
_AND = re.compile(r"\s*(?:,|&|\ben\b)?\s*(?:en\s+)?(?:(?:ook\s+)?(?:de|het|onze)\s+)?")


@cache
def _plural() -> re.Pattern[str]:
    """The verbs that tell of several bodies."""
    return re.compile(rf"\b(?:{'|'.join(ontology.load_yaml('wording/structure.yaml')['plural'])})\b")


def _said(context: Context, sentence: Sentence, hit: Hit, slot: str) -> str | None:
    """The body in a slot; where the rule says so, the one that «deze» points back at."""
    named = this_or_called(context, sentence, hit, slot)
    if named:
        return named
    if slot == "body" and hit.rule.gives.get("body") == "told":
        return body_told(context, sentence, hit)
    return sentence.slot(hit, slot)


_BECOMES = {"ends": "ending", "replaced_by": "ending", "starts": "announced"}


def what_becomes(relations: list[Structure]) -> dict[str, str]:
    """The status of each body that is said to end or to start; one that has started is there."""
    return {
        fact.body: "existing" if fact.done and fact.relation == "starts" else _BECOMES[fact.relation]
        for fact in relations
        if fact.relation in _BECOMES
    }


def levels(relations: list[Structure]) -> dict[str, str]:
    """The level of bodies of which there is one per district, region or municipality, and of those beside."""
    found = {
        fact.body: level
        for fact in relations
        if fact.relation == "one_per" and (level := level_of(fact.object or ""))
    }
    beside = {
        fact.object: found[fact.body]
        for fact in relations
        if fact.relation == "accompanied_by" and fact.object and fact.body in found
    }
    return {**beside, **found}


def missing(context: Context) -> Iterator[Missing]:
    """What is missed; the first rule that matches a sentence counts."""
    seen: set[int] = set()
    for sentence, hit in context.found("missing"):
        what, theme = _lacking(context, sentence, hit)
        if what and sentence.number not in seen:
            seen.add(sentence.number)
            yield Missing(
                **common(sentence, rule=hit.rule),
                what=what,
                theme=theme,
                said_by=sentence.speakers[0] if len(sentence.speakers) == 1 else None,
            )


def _lacking(context: Context, sentence: Sentence, hit: Hit) -> tuple[str | None, str | None]:
    """What is missed and for which theme; «een stuurgroep Wonen» names both in one."""
    body = sentence.mention_in(hit, "lacking")
    if body is None:
        return sentence.slot(hit, "what"), _theme(context, sentence, hit)
    inside = [theme for theme in context.themes_in(sentence) if body.start < theme.start < body.end]
    noun = context.text[body.start : inside[0].start if inside else body.end].strip()
    return noun, inside[0].value if inside else sentence.slot(hit, "theme")


def _theme(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The theme in the sentence; for what is missed in general, the one theme of the paragraph so far."""
    named = sentence.slot(hit, "theme")
    if named or hit.rule.id == "misses-body":
        return named
    themes = {mention.value for mention in context.themes_in(sentence)}
    if not themes and hit.rule.id == "what-is-missed":
        earlier = [other for other in context.before(sentence, 4) if other.paragraph == sentence.paragraph]
        themes = {mention.value for other in earlier for mention in context.themes_in(other)}
    return themes.pop() if len(themes) == 1 else None


def implied_bodies(context: Context, lacks: list[Missing]) -> Iterator[Body]:
    """The body that is missed (status missing), and those that «deze structuur» says other themes do have."""
    nouns = {concept.label.lower(): concept for concept in concepts("kinds.ttl") if concept.scheme == "body"}
    for lack in lacks:
        noun = lack.what.lower().split()[-1]
        concept = nouns.get(noun)
        if concept is None or not lack.theme:
            continue
        kind = concept.report_as or concept.code
        quote = lack.evidence[0]
        yield Body(
            id="", evidence=(quote,), agenda_item=lack.agenda_item, name=f"{noun} {_lower(lack.theme)}",
            forms=(), body_kind=kind, level=concept.level, status="missing",
        )  # fmt: skip
        yield from _elsewhere(context, lack, noun, kind)


def _elsewhere(context: Context, lack: Missing, noun: str, kind: str) -> Iterator[Body]:
    start = lack.evidence[0].start
    sentence = next(iter(context.sentences_in(start, start + 1)), None)
    following = context.after(sentence)[0] if sentence and context.after(sentence) else None
    if following is None or not _ELSEWHERE.search(following.text):
        return
    why = f"«Deze structuur» slaat op de {noun} uit de zin ervoor; de naam staat er niet."
    for mention in context.themes_in(following):
        yield Body(
            id="", evidence=(following.evidence,), agenda_item=following.item, name=f"{noun} {mention.value}",
            forms=(), body_kind=kind, certainty="inferred", reason=Reason("same-structure-elsewhere", why),
        )  # fmt: skip


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def not_there(context: Context, lacks: list[Missing]) -> dict[str, str]:
    """The status of bodies that are named to say that they are missed («er is geen stuurgroep Wonen»)."""
    lacked = {name.lower() for lack in lacks for name in (lack.what, f"{lack.what} {lack.theme}")}
    return {name: "missing" for name in context.body_names.values() if name.lower() in lacked}
