"""Whom and which role a sentence means that does not name them: «hij», «die functie»."""

from __future__ import annotations

import re
from functools import cache

from graph import ontology
from graph.dutch.cues import Sought
from graph.facts import body_kinds
from graph.facts.context import Context
from graph.facts.model import Evidence
from graph.facts.sentence import Sentence
from graph.facts.slots import slot_pattern
from graph.facts.template import compile_template
from graph.facts.wording import Hit

_DUTY = re.compile(r"(?:maat)?schap$|(?<=er|or|is)srol$")


def holder_of(duty: str) -> str:
    """What somebody is who has a duty («trekkerschap», «secretariaat»); a role as it stands."""
    return _BY_DUTY.get(duty.lower()) or _LEADING.sub("er", _DUTY.sub("", duty))


_LEADING = re.compile(r"(?<=[a-z]leid)ing$")  # «projectleiding»
_BY_DUTY = {"secretariaat": "secretaris", "voorzitten": "voorzitter", "penningen": "penningmeester"}


def role_there(sentence: Sentence, person: str | None) -> str | None:
    """The only role that a sentence names, or the one right before a person's name."""
    roles = [role for role in sentence.of_kind("role") if not _PLURAL.search(role.value)]
    named = [m for m in sentence.of_kind("person") if m.value == person]
    beside = [role for role in roles if any(0 <= m.start - role.end <= 1 for m in named)]
    if beside or len(roles) == 1:
        return (beside or roles)[0].value
    jobs = {} if roles or person else _jobs(sentence)
    return jobs.popitem()[1] if len(jobs) == 1 else None


def _jobs(sentence: Sentence) -> dict[str, str]:
    """Each role that a sentence names by how its word ends, or as a duty; not who says it («De griffier»)."""
    said = sentence.key.folded
    found = [*_job().finditer(said), *_duty().finditer(said)]
    places = [match.span("role") for match in found if not _SAYS.fullmatch(said, 0, match.start("role"))]
    words = (holder_of(sentence.between(*place)) for place in places)
    return {word.lower(): word for word in words if not _PLURAL.search(word)}


def duty_in(sentence: Sentence, first: int, last: int) -> str | None:
    """What somebody is by the only duty in a stretch of the tagged sentence («het voorzitterschap»)."""
    found = {holder_of(match["role"]) for match in _duty().finditer(sentence.key.folded, first, last)}
    return found.pop() if len(found) == 1 else None


_PLURAL = re.compile(r"(?:ers|oren|eurs|sonen|ieren|eden)$")
_SAYS = re.compile(r"\W*(?:de|het) ")


@cache
def _duty() -> re.Pattern[str]:
    never = ontology.load_yaml("wording/frames.yaml")["words"]["no_duty"]
    return re.compile(rf"(?!(?:{never})\b){slot_pattern('role', 'duty')}")


@cache
def _job() -> Sought:
    """A role by how its word ends, or an office."""
    return compile_template("{role:job}")


def role_told(context: Context, sentence: Sentence, *, far: int = 3) -> str | None:
    """The only role of the sentence, else of the nearest one before it in the paragraph that names any."""
    before = (other for other in context.before(sentence, far) if other.paragraph == sentence.paragraph)
    near = context.before(sentence)
    for other in dict.fromkeys((sentence.number, *(o.number for o in near), *(o.number for o in before))):
        found = role_there(context.sentences[other], None)
        if found:
            return found
    return None


def role_before(context: Context, places: list[Evidence]) -> str | None:
    """The only role that the sentence named before is about."""
    for told in places:
        for sentence in context.sentences_in(told.start, told.end):
            found = role_there(sentence, None)
            if found:
                return found
    return None


def the_one_meant(context: Context, sentence: Sentence, hit: Hit) -> tuple[str, Sentence] | None:
    """Whom «hij» or «haar» means: the only person named earlier in the sentence, else in the one before."""
    if "speaker" in (hit.rule.gives.get("predecessor_before"), hit.rule.gives.get("successor_before")):
        return (sentence.speakers[0], sentence) if len(sentence.speakers) == 1 else None
    start = sentence.span(hit.start, hit.end)[0]
    named = {mention.value for mention in sentence.of_kind("person") if mention.end <= start}
    if len(named) > 1 and sentence.named and _TELLS.search(sentence.key.folded, 0, hit.start):
        named -= set(sentence.speakers)  # «Vos vertelt dat Post vertrekt en dat Smits haar opvolgt»
    if len(named) == 1:
        one = named.pop()
        return _who_left_before(context, sentence, hit, one) or (one, sentence)
    if named:
        return None
    told = _called(context, sentence, start) or _the_one_before(context, sentence)
    return told or _the_speaker(context, sentence)


def _called(context: Context, sentence: Sentence, end: int) -> tuple[str, Sentence] | None:
    """Who is called by their office where the sentence begins: «De voorzitter meldt dat zij stopt»."""
    begins = _OFFICE.match(context.text, sentence.start, end)
    person = context.people.called(begins["noun"]) if begins else None
    return (person, sentence) if person else None


def whom(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """Whom «hem» or «haar» means as an object: never who acts in the same clause («Bos bedankt haar»)."""
    start = sentence.span(hit.start, hit.end)[0]
    earlier = [mention for mention in sentence.of_kind("person") if mention.end <= start]
    apart = {m.value for m in earlier if ";" in context.text[m.end : start]}
    if len(apart) == 1 or (earlier and apart):
        return apart.pop() if len(apart) == 1 else None
    before = _the_one_before(context, sentence)
    return before[0] if before else None


_TELLS = re.compile(
    r"\b(?:meldt|meldde|vertelt|vertelde|deelt mee|laat weten|geeft aan|zegt|zei|bericht),? dat\b"
)
_WHO_FOLLOWS = re.compile(r"\bwie (?:hem|haar)\b")
_OFFICE = re.compile(r"\W*(?i:de|het) (?P<noun>[a-zà-ÿ-]+)(?![\w-])(?! (?:van|en)\b)")


def _who_left_before(context: Context, sentence: Sentence, hit: Hit, one: str) -> tuple[str, Sentence] | None:
    """Whom «hem» means beside somebody who asks who follows: the one who was just told to leave."""
    asked = _WHO_FOLLOWS.search(sentence.key.folded, hit.start, hit.end)
    if hit.rule.kind != "succession" or not asked or leaves(sentence):
        return None
    before = _the_one_before(context, sentence)
    return before if before and before[0] != one and leaves(before[1]) else None


def leaves(sentence: Sentence, before: int | None = None) -> bool:
    """Whether a sentence tells that somebody leaves, or does so before a place in its tagged text."""
    said = sentence.key.folded
    return bool(_leaving().search(said, 0, len(said) if before is None else before))


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(ontology.load_yaml("wording/successions.yaml")["leaving"])


def _the_speaker(context: Context, sentence: Sentence) -> tuple[str, Sentence] | None:
    """Who speaks, where the sentences before name nobody: «Zelf blijft hij lid»."""
    named = any(other.of_kind("person") for other in context.before(sentence, 2))
    return (sentence.speakers[0], sentence) if len(sentence.speakers) == 1 and not named else None


def _the_one_before(context: Context, sentence: Sentence) -> tuple[str, Sentence] | None:
    """The only person whom the sentence before is about; one of the paragraph that names nobody is passed."""
    nearest = context.before(sentence, 2)
    earlier = next((other for other in nearest if other.of_kind("person")), None)
    if earlier is None and nearest and nearest[0].paragraph == sentence.paragraph:
        return _called(context, nearest[0], nearest[0].end)
    new = brought_in(earlier) if earlier and earlier.paragraph == sentence.paragraph else []
    if earlier and new:
        return (new[0], earlier) if len(new) == 1 else None
    persons = _spoken_of(context, earlier) if earlier else set()
    same = earlier is not None and earlier.paragraph == sentence.paragraph and len(persons) == 1
    return (persons.pop(), earlier) if earlier and same else None


def _spoken_of(context: Context, sentence: Sentence) -> set[str]:
    """Those whom a sentence names, without who says it where others are named («Vos: Post vertrekt»)."""
    named = sentence.of_kind("person")
    says = named and not sentence.text[: named[0].start - sentence.start].strip(" -*•")
    label = says and context.text[named[0].end : named[0].end + 1] == ":"
    others = {mention.value for mention in named[1:]} - {named[0].value} if label else set()
    return others or {mention.value for mention in named}


def brought_in(sentence: Sentence) -> list[str]:
    """Who are welcomed or introduced in a sentence («heet mevr. Bos welkom»)."""
    stretches = [
        match.span("persons") for words in _bringing_in() for match in words.finditer(sentence.key.folded)
    ]
    inside = (sentence.signs.get(place) for stretch in stretches for place in range(*stretch))
    return list(dict.fromkeys(mention.value for mention in inside if mention and mention.kind == "person"))


@cache
def _bringing_in() -> tuple[Sought, ...]:
    return tuple(map(compile_template, ontology.load_yaml("wording/roles.yaml")["brings_in"]))


_POINTED = re.compile(
    r"\b(?P<article>de|het|deze|dit|die|dat|onze|ons) (?P<noun>[a-zà-ÿ]+)(?![\w-])(?! [A-Z])"
)
_BEHIND = re.compile(r"\s*(?:van|bij|in|binnen|namens|voor)\s*")
_THIS = frozenset({"deze", "dit", "die", "dat"})
_FAR = 6  # sentences back within an item


def body_meant(context: Context, sentence: Sentence, end: int) -> str | None:
    """The body that «van de stuurgroep» or «deze werkgroep» means, beside a role that ends at `end`."""
    for match in _POINTED.finditer(sentence.text):
        if not body_kinds.is_kind(match["noun"]):
            continue
        between = context.text[end : sentence.start + match.start()]
        if match["article"] in _THIS or (between and _BEHIND.fullmatch(between)):
            return body_of_kind(context, sentence, match["noun"], sentence.start + match.start())
    return None


def body_of_kind(context: Context, sentence: Sentence, noun: str, before: int) -> str | None:
    """The body of a kind that was named last in the item; else the one that meets; else the only one."""
    nearest = [sentence, *context.before(sentence, _FAR)]
    for other in nearest:
        named = {
            mention.value
            for mention in other.of_kind("body")
            if mention.end <= before and is_of_kind(mention.value, noun)
        }
        if named:
            return named.pop() if len(named) == 1 else None
    own = context.own_body
    if own and is_of_kind(own, noun):
        return own
    every = {each.value for each in context.mentions if each.kind == "body" and is_of_kind(each.value, noun)}
    return every.pop() if len(every) == 1 else None


def is_of_kind(name: str, noun: str) -> bool:
    """Whether a name has a noun for a kind of body, and says more than that."""
    words = name.lower().split()
    return len(words) > 1 and any(word == noun or word.endswith(noun) for word in words)
