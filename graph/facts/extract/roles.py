"""Roles held, ended, vacant, or filled by somebody who is not named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract import listed_roles, role_tables
from graph.facts.extract.candidates import candidacy, own_office
from graph.facts.extract.make import common
from graph.facts.extract.meant import brought_in, holder_of, role_told, the_one_meant, whom
from graph.facts.extract.role_body import body_of_role, employers, is_in_passing, spoken_of
from graph.facts.extract.told import body_told
from graph.facts.model import Role
from graph.facts.roles import by_word
from graph.facts.sentence import Sentence
from graph.facts.template import compile_template
from graph.facts.wording import Hit

_THERE = re.compile(r"^\W*daar(?:voor|op|bij)?\b", re.IGNORECASE)
_SEAT = re.compile(r"\b(?:zetel|plek|plaats|stoel)\b")
_FORMER = re.compile(r"(?:oud|ex)-", re.IGNORECASE)
_HOLDER = re.compile(r"portefeuillehoud", re.IGNORECASE)
_NOT_NAMED = (
    "speaker",
    "maybe_speaker",
    "meant",
    "object",
)  # how a rule says whose the role is that it does not name
_LONGEST_LIST = 8  # lines below the words that lead it
_NEAR = 40  # characters between a role and its body, at most


def roles(context: Context) -> Iterator[Role]:
    """Role facts, without the vacancies that are filled further on in the same item."""
    found = list(_roles(context))
    yield from (made for made in found if made.status != "vacant" or not any(_fills(o, made) for o in found))


def _fills(made: Role, open_: Role) -> bool:
    """Whether somebody is told to have a role behind where its item tells that nobody has it."""
    same = made.role.lower() == open_.role.lower() and made.body == open_.body and bool(made.body)
    later = made.evidence[0].start > open_.evidence[0].start
    return made.status == "held" and bool(made.person) and same and later and _of_one_item(made, open_)


def _of_one_item(one: Role, other: Role) -> bool:
    return one.agenda_item == other.agenda_item and one.agenda_item is not None


def _roles(context: Context) -> Iterator[Role]:
    """Role facts; of several rules that match at one place the first counts.

    A role that a name carries through the document («wethouder De Wit») is told once.
    """
    seen: dict[tuple[int, str], str] = {}
    told: set[tuple[str, str, str | None, str]] = set()
    for sentence, hit in context.found("role"):
        stood = candidacy(context, sentence, hit)
        role = stood.role if stood else _name(context, sentence, hit)
        person = stood.persons[0] if stood else _who(context, sentence, hit)
        if role is None or (person is None and hit.rule.gives.get("person") in _NOT_NAMED):
            continue
        if not _counts(role, hit) or not _is_led(context, sentence, hit):
            continue
        start = sentence.span(*hit.slots.get("role", (hit.start, hit.end)))[0]
        if seen.setdefault((start, role), hit.rule.id) != hit.rule.id:
            continue
        made = _role(context, sentence, hit, role, person)
        if made.body is None and _is_address(context, sentence, hit, role):
            continue
        members = stood.persons if stood else _members(sentence, hit)
        for person in dict.fromkeys(members) or [made.person]:
            one = replace(made, person=person, role=_of_each(context, sentence, hit, made.role, person))
            if person is None or _key(one) not in told:
                told.add(_key(one))
                if _is_over(context, one):
                    told.add((*_key(one)[:3], "over"))
                yield one
    over = {(one[0], one[1]) for one in told if one[3] == "over"}
    in_tables = (made for made in role_tables.roles(context) if made.person is None or _key(made) not in told)
    yield from in_tables
    yield from (
        made for made in listed_roles.roles(context) if _key(made) not in told and _key(made)[:2] not in over
    )


def _name(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The role's name; «de honneurs» are those of the only role of the sentence or the one before."""
    role = holder_of(sentence.slot(hit, "role") or hit.rule.gives["role"])
    role = _one_of(role)
    if role == "of_body":
        return _part_in(context, sentence.slot(hit, "body"))
    if role == "own":
        return _own(context, sentence, hit)
    if role == "before":
        earlier = context.before(sentence)
        found = _asked(context, sentence) or (role_told(context, earlier[0]) if earlier else None)
        return found or _seat_spoken_of(context, sentence)
    if role != "told":
        return None if role == "stood_for" else role
    seat = _SEAT.search(sentence.key.folded, hit.start, hit.end)
    told = None
    if hit.rule.id in _words_that():
        told = _just_told(context, sentence) or _asked(context, sentence)
    told = told or role_told(context, sentence, far=1 if seat else 3)
    return told or (_seat_spoken_of(context, sentence) if seat else None)


def _one_of(several: str) -> str:
    """What each is of those who are something together: «trekkers» → «trekker»."""
    return "lid" if several.lower() == "leden" else _plural().sub(r"\1", several)


@cache
def _plural() -> re.Pattern[str]:
    endings = "|".join(ontology.load_yaml("wording/people.yaml")["job_endings"])
    return re.compile(rf"({endings})(?:s|en)$")


def _members(sentence: Sentence, hit: Hit) -> list[str]:
    """Those of whom a rule tells together."""
    return [mention.value for mention in sentence.mentions_in(hit, "persons", "person")]


def _of_each(context: Context, sentence: Sentence, hit: Hit, role: str, person: str | None) -> str:
    """What one of several is: by the brackets behind the name («(voorzitter)»), or as they are already."""
    if person is None or "persons" not in hit.slots:
        return role
    if hit.rule.gives.get("role") == "own":
        return own_office(context, person)
    named = [m for m in sentence.mentions_in(hit, "persons", "person") if m.value == person]
    office = _IN_BRACKETS.match(context.text, named[0].end) if named and role == "lid" else None
    return office["office"] if office and office["office"] in _offices() else role


_IN_BRACKETS = re.compile(r" \((?P<office>[a-z][a-z -]+)[,)]")


@cache
def _offices() -> frozenset[str]:
    return frozenset(ontology.load_yaml("wording/people.yaml")["offices"])


def _own(context: Context, sentence: Sentence, hit: Hit) -> str:
    """What somebody is in the body that meets, by its head or lists; a member elsewhere or by default."""
    person = sentence.slot(hit, "person") or _who(context, sentence, hit)
    elsewhere = "body" in hit.slots or sentence.of_kind("body")
    return own_office(context, person) if person and not elsewhere else "lid"


def _asked(context: Context, sentence: Sentence) -> str | None:
    """What somebody is of whom the sentence before asks who does it («wie de werkgroep gaat leiden»)."""
    asked: dict[str, str] = ontology.load_yaml("wording/roles.yaml")["asked_for"]
    earlier = [other.key.folded for other in context.before(sentence)]
    found = [role for role, words in asked.items() if any(re.search(words, said) for said in earlier)]
    return found[0] if len(found) == 1 else None


def _just_told(context: Context, sentence: Sentence) -> str | None:
    """The only role that the rules read in the sentence before, more than in passing: «dat deed ik ook»."""
    told = set()
    for earlier in context.before(sentence):
        for hit in earlier.hits("role"):
            role = earlier.slot(hit, "role") or hit.rule.gives.get("role", "told")
            if not is_in_passing(hit) and role not in ("told", "before", "of_body"):
                told.add(holder_of(role))
    return told.pop() if len(told) == 1 else None


@cache
def _words_that() -> frozenset[str]:
    """The rules in which «dat» means what somebody was just told to be."""
    return frozenset(ontology.load_yaml("wording/roles.yaml")["told_by_rule"])


def _seat_spoken_of(context: Context, sentence: Sentence) -> str | None:
    """Whose seat is told of is a member, where one body with seats is spoken of."""
    return "lid" if spoken_of(context, sentence) else None


def _part_in(context: Context, name: str | None) -> str:
    """What somebody is in a body: they work for an organisation, and are members of any other body."""
    return "medewerker" if name in employers(context) else "lid"


def _key(made: Role) -> tuple[str, str, str | None, str]:
    """What makes two role facts the same."""
    return made.role.lower(), made.person or "", made.body, made.status


def _is_over(context: Context, made: Role) -> bool:
    """Whether a role had ended when the meeting was held: a list of names may still give it."""
    held = context.minutes.meeting.date
    last = (made.end.end or made.end.start) if made.end else None
    return made.status == "ended" and bool(last and held and last <= held)


def _role(context: Context, sentence: Sentence, hit: Hit, role: str, person: str | None) -> Role:
    """The fact that a rule gives for a role and who has it."""
    gives = hit.rule.gives
    vacant = gives["status"] == "vacant"
    date = context.period(sentence.mention_in(hit, "date"))
    return Role(
        **common(sentence),
        role=role,
        person=person,
        body=sentence.slot(hit, "body")
        or _told(context, sentence, hit)
        or _there(context, sentence, vacant=vacant)
        or body_of_role(context, sentence, hit, role, person),
        theme=_theme(context, sentence, vacant=vacant),
        status=gives["status"],
        start=date if "from" in gives else None,
        end=date if "to" in gives else None,
    )


def _who(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The person in the slot; else, where the rule says so, the one whom «hij» means, or who speaks."""
    how = hit.rule.gives.get("person")
    members = _members(sentence, hit)
    if members or "person" in hit.slots or how not in _NOT_NAMED:
        return members[0] if members else sentence.slot(hit, "person")
    if how == "object":
        return whom(context, sentence, hit)
    if how == "meant":
        meant = the_one_meant(context, sentence, hit)
        return meant[0] if meant else None
    start = sentence.span(hit.start, hit.end)[0]
    before = {mention.value for mention in sentence.of_kind("person") if mention.end <= start}
    if len(before) == 1:
        return before.pop()
    told = context.before(sentence)
    new = brought_in(told[0]) if told and not before and told[0].paragraph == sentence.paragraph else []
    if new:
        return new[0] if len(new) == 1 else None
    return sentence.speakers[0] if not before and len(sentence.speakers) == 1 else None


def _is_led(context: Context, sentence: Sentence, hit: Hit) -> bool:
    """Whether a line of a list is led by the words that its rule asks for («Het college wijst aan:»)."""
    lead = hit.rule.gives.get("lead")
    if lead is None:
        return True
    before = next(
        (other for other in context.before(sentence, _LONGEST_LIST) if other.text.endswith(":")), None
    )
    return before is not None and bool(compile_template(lead).search(before.key.folded))


def _is_address(context: Context, sentence: Sentence, hit: Hit, role: str) -> bool:
    """Whether a public title only says how somebody is addressed: «wethouder De Wit vraagt …»."""
    if hit.rule.id != "titled-name" or role.lower() not in _addressed():
        return False
    (_, end), (start, _) = (sentence.span(*hit.slots[slot]) for slot in ("role", "person"))
    return not context.text[end:start].strip()


@cache
def _addressed() -> frozenset[str]:
    return frozenset(ontology.load_yaml("wording/roles.yaml")["addressed"])


def _counts(word: str, hit: Hit) -> bool:
    """Whether somebody has the role: not «oud-wethouder»; without a name only one of the right sort."""
    if _FORMER.match(word) and hit.rule.gives["status"] == "held":
        return False
    if _HOLDER.search(word):
        return False  # a portfolio, which is a fact of its own
    if hit.rule.id != "the-role":
        return True
    concept = by_word().get(word.lower())
    return concept is not None and "definiteMentionIsRole" in concept.notes


def _there(context: Context, sentence: Sentence, *, vacant: bool) -> str | None:
    """The body that «daar» points at where it says that a role is open."""
    if vacant and _THERE.match(sentence.text):
        earlier = context.before(sentence)
        named = [mention for other in earlier for mention in other.of_kind("body")]
        return named[-1].value if named else None
    return None


def _told(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The body that the sentence begins with, or the one before, where the rule points back at it.

    Who «zoekt nog een coördinator» is a body that the sentence itself begins with.
    """
    if hit.rule.gives.get("body") == "told":
        return body_told(context, sentence, hit)
    here = any(mention.end <= sentence.span(hit.start, hit.end)[0] for mention in sentence.of_kind("body"))
    return body_told(context, sentence, hit) if hit.rule.gives["status"] == "vacant" and here else None


def _theme(context: Context, sentence: Sentence, *, vacant: bool) -> str | None:
    if not vacant:
        return None
    themes = context.themes_in(sentence)
    if not themes and _THERE.match(sentence.text):
        themes = [mention for other in context.before(sentence) for mention in context.themes_in(other)]
    labels = {mention.value for mention in themes}
    return labels.pop() if len(labels) == 1 else None
