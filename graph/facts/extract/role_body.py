"""Which body a role is of: named behind it, pointed at («daarvan»), or the one that is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph import ontology
from graph.facts import body_kinds
from graph.facts.context import Context
from graph.facts.extract.meant import body_meant, body_of_kind
from graph.facts.mentions import Mention
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_CAP = r"[A-ZÀ-Þ][\w'’-]+"
_OF = r"(?:van|vanuit|bij|in|namens|binnen)"
_FROM = re.compile(rf"\b{_OF}\s+(?:de |het |onze |deze |dit )?$", re.IGNORECASE)
_APART = re.compile(r"[();:]|\bals\b")  # between a role and a body that it is not of
_SAID = rf"\s*(?:(?:is|wordt|blijft|was|geweest) )?{_OF} "  # with which the body behind a role begins
_BARE = re.compile(
    rf"{_SAID}(?:de|het|die|dat|deze|dit|onze|ons) (?P<name>(?:[a-zà-ÿ]+ )?[a-zà-ÿ]+)(?![\w-])"
)
_PART = re.compile(rf"{_SAID}(?:(?:de|het) )?(?P<name>{_CAP})(?![\w-])(?! [A-ZÀ-Þ])")
_WHEREOF = re.compile(r"\s*,?\s*(?:waarvan|waarin|waarbinnen)\b")
_THEREOF = re.compile(
    r"\b(?:daarvan|hiervan|ervan|daarin|hierin|daarbinnen|daarvoor|hiervoor)\b", re.IGNORECASE
)
_PLACE = re.compile(
    rf"\s*(?:\((?P<inside>[A-ZÀ-Þ][^(),;:]{{1,40}})\)|(?:van|uit) (?P<of>{_CAP}(?: {_CAP})?))"
)
_LEADS = re.compile(r"\W*(?:bij|binnen|in|van) (?:de |het |onze )?", re.IGNORECASE)
_OF_WHOM = re.compile(rf" van (?:de|het) {_CAP}(?: {_CAP})*")  # «het algemeen bestuur van de GGD Merendal»
_BEGINS = re.compile(r"\W*(?:(?:de|het|een|onze|deze)\s+)?(?:nieuwe\s+)?", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?:de|het|die|deze|dit|dat|onze) (?!(?:de|het)\b)(?P<noun>[a-zà-ÿ]+)(?![\w-])(?! [A-ZÀ-Þ])"
)
_BESIDE = re.compile(r"\b(?:via|met|aan|namens|door|naar|over|volgens) (?:de |het |een )?$")
_GOES_ON = re.compile(r"\W*(?:Deze|Die|Dit|Dat|Zij|Ze|Hij) [a-zà-ÿ]+ ")
_NEAR = 40  # characters between a role and its body, at most
_SPOKEN_OF = 3  # sentences back in the paragraph


@dataclass(frozen=True, slots=True)
class _Words:
    """Roles in the body spoken of, and of a municipality; rules in passing, and about who meets here."""

    seats: frozenset[str]
    public: frozenset[str]
    beside: frozenset[str]
    here: frozenset[str]
    employers: frozenset[str]  # kinds of bodies that people work for
    kind_named: frozenset[str]
    deciding: frozenset[str]
    by_kind: frozenset[str]  # kinds that are one body by themselves


@cache
def _words() -> _Words:
    said = ontology.load_yaml("wording/roles.yaml")
    lists = (
        "seats",
        "of_a_place",
        "in_passing",
        "of_this_meeting",
        "employers",
        "of_the_kind_named",
        "deciding",
        "bodies_by_kind",
    )
    return _Words(*(frozenset(said[name]) for name in lists))


def body_of_role(context: Context, sentence: Sentence, hit: Hit, role: str, person: str | None) -> str | None:
    """The body that a role is of, where one can be meant; None when none or several can.

    Args:
        context: The document.
        sentence: Where the role is told.
        hit: The rule that tells it; the role stands in its slot `role`, else the whole hit is its place.
        role: The role's name.
        person: Who has or had it, if somebody.
    """
    end = sentence.span(*hit.slots.get("role", (hit.start, hit.end)))[1]
    found = _named_behind(context, sentence, end) or body_meant(context, sentence, end)
    found = found or _bare_behind(context, sentence, end) or _place_behind(context, sentence, role, end)
    if found or _BARE.match(context.text, end) or _PART.match(context.text, end):
        return found  # what stands there is not clear: then no other is meant either
    found = _pointed_at(context, sentence) or _of_a_place(context, sentence, role, person)
    if found or hit.rule.id in _words().beside:
        return found
    named = _kind_named(sentence, hit) if hit.rule.id in _words().kind_named else None
    if named:
        meant = body_of_kind(context, sentence, named[0], named[1])
        return meant or (spoken_of(context, sentence) if named[0] == "groep" else None)
    if hit.rule.id in _words().here:
        return context.own_body
    return _led(context, sentence) or (spoken_of(context, sentence) if is_seat(role) else None)


def _kind_named(sentence: Sentence, hit: Hit) -> tuple[str, int] | None:
    """The noun for a kind of body in a rule's words («die de commissie voorzat»), and where it stands."""
    start, end = sentence.span(hit.start, hit.end)
    start = max((mention.end for mention in sentence.of_kind("person") if mention.end <= end), default=start)
    for match in _KIND.finditer(sentence.text, start - sentence.start, end - sentence.start):
        if body_kinds.is_kind(match["noun"]) or body_kinds.ends_as_kind(match["noun"]):
            return match["noun"], sentence.start + match.start("noun")
    return None


def is_in_passing(hit: Hit) -> bool:
    """Whether a rule tells of a role only beside what the sentence is about."""
    return hit.rule.id in _words().beside


def is_seat(role: str) -> bool:
    """Whether a role is one in whatever body is spoken of («lid», «voorzitter», «trekker»)."""
    return role.lower() in _words().seats


def spoken_of(context: Context, sentence: Sentence) -> str | None:
    """The only body with seats that the nearest sentence of the paragraph names; else the title's."""
    earlier = context.before(sentence, _SPOKEN_OF)
    paragraph = [sentence, *(other for other in earlier if other.paragraph == sentence.paragraph)]
    for other in paragraph:
        if other is not sentence and _GOES_ON.match(other.text):
            continue  # «Deze valt onder het bestuur»: it goes on about what was named before
        named = _seated(context, other)
        if named and other is not sentence and all(_aside(context, m) for m in other.of_kind("body")):
            return None  # «via de stuurgroep Wonen»: it is not about that one
        if named:
            return named.pop() if len(named) == 1 else None
    return _of_title(context, sentence)


def _aside(context: Context, mention: Mention) -> bool:
    """Whether a body is only named beside what a sentence is about."""
    return bool(_BESIDE.search(context.text, max(0, mention.start - _NEAR), mention.start))


def _seated(context: Context, sentence: Sentence) -> set[str]:
    """The bodies that a sentence names, without those that people work for, and those that decide."""
    named = {mention.value for mention in sentence.of_kind("body")} - employers(context)
    return {name for name in named if name.lower() not in _words().deciding}


def employers(context: Context) -> set[str]:
    """The organisations of the document that people work for."""
    kinds = _words().employers
    return {context.body_names.get(found.name, found.name) for found in context.bodies if found.kind in kinds}


def _of_title(context: Context, sentence: Sentence) -> str | None:
    """The only body that the title of the item names."""
    for other in reversed(context.sentences[: sentence.number]):
        if other.item != sentence.item:
            return None
        if other.title:
            named = _seated(context, other)
            return named.pop() if len(named) == 1 else None
    return None


def _named_behind(context: Context, sentence: Sentence, end: int) -> str | None:
    """The body right behind a role, with «van» or «bij» before it."""
    for mention in sentence.of_kind("body"):
        between = context.text[end : mention.start]
        if mention.start < end or len(between) >= _NEAR or _APART.search(between):
            continue
        if any(end <= person.start < mention.start for person in sentence.of_kind("person")):
            continue
        if _FROM.search(between) or between == " ":
            return mention.value
    return None


def _bare_behind(context: Context, sentence: Sentence, end: int) -> str | None:
    """A body behind a role that has no name of its own («het algemeen bestuur»), or by a part of its name."""
    part = _PART.match(context.text, end)
    if part:
        return _by_part(context, part["name"])
    bare = _BARE.match(context.text, end)
    words = bare["name"].split() if bare else []
    for name in dict.fromkeys((" ".join(words), *words[:1])):
        if bare and (body_kinds.is_bare(name) or body_kinds.is_kind(name)):
            whose = _OF_WHOM.match(context.text, bare.start("name") + len(name))
            if whose:
                return f"{name}{whose[0]}"
            meant = body_of_kind(context, sentence, name.split()[-1], bare.start("name"))
            return (name if _is_one(name) else None) or meant or _by_part(context, name)
    return None


def _is_one(name: str) -> bool:
    """Whether a kind of body by itself says which: «de raad», «het dagelijks bestuur», «de kascommissie»."""
    return " " in name or name in _words().by_kind or not body_kinds.is_bare(name)


def _by_part(context: Context, part: str) -> str | None:
    """The only body whose name begins or ends with these words."""
    words = part.lower().split()
    names = {name for name in context.body_names.values() if _has_part(name.lower().split(), words)}
    return names.pop() if len(names) == 1 else None


def _has_part(name: list[str], part: list[str]) -> bool:
    return part in (name[: len(part)], name[-len(part) :])


def _pointed_at(context: Context, sentence: Sentence) -> str | None:
    """«waarvan» is the body right before it; «daarvan» the one that the sentence before is about."""
    for mention in reversed(sentence.of_kind("body")):
        if _WHEREOF.match(context.text, mention.end):
            return mention.value
    if not _THEREOF.search(sentence.text):
        return None
    before = (other for other in context.before(sentence, 2) if other.paragraph == sentence.paragraph)
    told = next((other for other in before if other.of_kind("body")), None)
    return _about(context, told) if told else None


def _about(context: Context, sentence: Sentence) -> str | None:
    """The body that a sentence is about: the only one, or the one with which it begins."""
    named = sentence.of_kind("body")
    alone = len({mention.value for mention in named}) == 1
    return (
        named[0].value if alone or _BEGINS.fullmatch(context.text, sentence.start, named[0].start) else None
    )


def _place_behind(context: Context, sentence: Sentence, role: str, end: int) -> str | None:
    """The municipality right behind what its mayor or alderman is called («burgemeester van Berkel»)."""
    behind = _PLACE.match(context.text, end) if role.lower() in _words().public else None
    if behind is None or not behind["of"]:
        return None
    at = behind.start("of")
    a_name = any(mention.start <= at < mention.end for mention in sentence.of_kind("person"))
    return None if a_name else behind["of"]


def _of_a_place(context: Context, sentence: Sentence, role: str, person: str | None) -> str | None:
    """The municipality of a mayor or alderman: «wethouder Bos (Berkel)», «burgemeester Bos van Berkel»."""
    if role.lower() not in _words().public:
        return None
    for mention in sentence.of_kind("person"):
        behind = _PLACE.match(context.text, mention.end) if mention.value == person else None
        if behind:
            return behind["of"] or behind["inside"]
    return None


def _led(context: Context, sentence: Sentence) -> str | None:
    """The only body of a sentence that begins with it («Bij de GGD is mevr. Post begonnen als …»)."""
    named = sentence.of_kind("body")
    alone = len({mention.value for mention in named}) == 1
    begins = alone and _LEADS.fullmatch(context.text, sentence.start, named[0].start)
    return named[0].value if begins else None
