"""Roles held, ended, vacant, or filled by somebody who is not named; and who follows whom."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.facts.context import Context
from graph.facts.extract.make import common, place
from graph.facts.model import Evidence, Reason, Role, Succession
from graph.facts.roles import by_word
from graph.facts.sentence import Sentence
from graph.facts.template import compile_template
from graph.facts.wording import Hit
from graph.minutes.labels import OFFICES
from graph.minutes.model import Entry

_FROM = re.compile(r"\b(?:vanuit|van|bij|in|namens)\s+(?:de |het )?$", re.IGNORECASE)
_BEFORE_NOW = re.compile(r"\b(?:was|waren|tot nu toe|vorige|voormalig)\b")
_THERE = re.compile(r"^\W*daar(?:voor|op|bij)?\b", re.IGNORECASE)
_PORTFOLIO = re.compile(r"\bportefeuille", re.IGNORECASE)
_SPEAKERS = ("speaker", "maybe_speaker")  # the role is that of the one who speaks
_DUTY = re.compile(r"(?:maat)?schap$")
_JUST_BEFORE = 250  # characters from what is said of a role to who follows in it
_NEAR = 40  # characters between a role and its body, at most


def roles(context: Context) -> Iterator[Role]:
    """Role facts; of several rules that match at one place the first counts.

    A role that a name carries through the document («wethouder De Wit») is told once.
    """
    seen: dict[tuple[int, str], str] = {}
    told_by: dict[tuple[int, str], set[tuple[str, str]]] = {}
    told: set[tuple[str, str, str | None, str]] = set()
    for sentence, hit in context.found("role"):
        role = _holder_of(sentence.slot(hit, "role") or hit.rule.gives["role"])
        if role == "told":  # «neemt de honneurs waar»: the only role of the sentence or the one before
            told_role = _role_there(sentence, None) or _role_before(
                context, [other.evidence for other in context.before(sentence)]
            )
            if told_role is None:
                continue
            role = told_role
        meant = the_one_meant(context, sentence, hit) if hit.rule.gives.get("person") == "meant" else None
        if meant is None and hit.rule.gives.get("person") == "meant":
            continue
        start, end = sentence.span(*hit.slots.get("role", (hit.start, hit.end)))
        by_speaker = hit.rule.gives.get("person") in _SPEAKERS and _person(sentence, hit) is None
        if by_speaker or not _counts(role, hit):
            continue
        of_place = (hit.rule.id, _person(sentence, hit) or "")  # one frame may tell of several persons
        if seen.setdefault((start, role), hit.rule.id) != hit.rule.id or of_place in told_by.setdefault(
            (start, role), set()
        ):
            continue
        told_by[start, role].add(of_place)
        made = _role(context, sentence, hit, role, end)
        made = replace(made, person=meant[0]) if meant else made
        same = _key(made)
        if made.person is None or same not in told:
            told.add(same)
            yield made
    yield from (made for made in _listed(context) if _key(made) not in told)


def _holder_of(duty: str) -> str:
    """What somebody is who has a duty («trekkerschap», «secretariaat»); a role as it stands."""
    return "secretaris" if duty.lower() == "secretariaat" else _DUTY.sub("", duty)


def _key(made: Role) -> tuple[str, str, str | None, str]:
    """What makes two role facts the same."""
    return made.role.lower(), made.person or "", made.body, made.status


def _listed(context: Context) -> Iterator[Role]:
    """What the lists of names say that somebody is («dhr. H. Veldman (directeur)»), and who is a member."""
    for found in context.minutes.lists:
        for entry in found.entries:
            person = context.people.resolve(entry.name)
            if person is None or found.role in OFFICES:
                continue
            evidence = (place(context.text, entry.start, _end_of_entry(context, entry)),)
            if entry.function:
                body = context.body_names.get(entry.organisation or "", entry.organisation)
                yield Role(
                    id="", evidence=evidence, role=_bare(entry.function), person=person.label, body=body
                )
            if found.role == "members":
                yield Role(id="", evidence=evidence, role="lid", person=person.label, body=context.own_body)


def _bare(function: str) -> str:
    """The function without the organisation behind it («wethouder Waterweert»)."""
    words = function.split()
    return " ".join(itertools.takewhile(lambda word: not word[:1].isupper(), words)) or function


def _end_of_entry(context: Context, entry: Entry) -> int:
    """Where what is said of somebody on a list ends: at the bracket or word that says what they are."""
    text, function = context.text, entry.function or ""
    behind = text.find(function, entry.end, entry.end + _NEAR * 3) if function else -1
    if behind < 0:
        return entry.end
    end = behind + len(function)
    closes = text[end : end + 1] == ")" and "(" in text[entry.end : behind]
    return end + 1 if closes else end


def _role(context: Context, sentence: Sentence, hit: Hit, role: str, end: int) -> Role:
    """The fact that a rule gives for a role, which ends at `end`."""
    gives = hit.rule.gives
    vacant = gives["status"] == "vacant"
    date = context.period(sentence.mention_in(hit, "date"))
    return Role(
        **common(sentence),
        role=role,
        person=_person(sentence, hit),
        body=sentence.slot(hit, "body") or _body(context, sentence, end, vacant=vacant),
        theme=_theme(context, sentence, vacant=vacant),
        status=gives["status"],
        start=date if "from" in gives else None,
        end=date if "to" in gives else None,
    )


def _person(sentence: Sentence, hit: Hit) -> str | None:
    """The person in the slot; else, where the rule says so, the one whom «hij» means, or who speaks."""
    if "person" in hit.slots or hit.rule.gives.get("person") not in _SPEAKERS:
        return sentence.slot(hit, "person")
    start = sentence.span(hit.start, hit.end)[0]
    before = {mention.value for mention in sentence.of_kind("person") if mention.end <= start}
    if len(before) == 1:
        return before.pop()
    return sentence.speakers[0] if not before and len(sentence.speakers) == 1 else None


def _counts(word: str, hit: Hit) -> bool:
    """Whether a role that is mentioned without a name is filled by somebody: only for roles of that sort."""
    if hit.rule.id != "the-role":
        return True
    concept = by_word().get(word.lower())
    return concept is not None and "definiteMentionIsRole" in concept.notes


def _body(context: Context, sentence: Sentence, end: int, *, vacant: bool) -> str | None:
    """The body that the role is of: named right behind it with van/vanuit/bij/in, or pointed at by «daar»."""
    for mention in sentence.of_kind("body"):
        between = context.text[end : mention.start]
        if _between(sentence, "person", end, mention.start):
            continue
        if mention.start >= end and len(between) < _NEAR and (_FROM.search(between) or between == " "):
            return mention.value
    if vacant and _THERE.match(sentence.text):
        earlier = context.before(sentence)
        named = [mention for other in earlier for mention in other.of_kind("body")]
        return named[-1].value if named else None
    return None


def _between(sentence: Sentence, kind: str, start: int, end: int) -> bool:
    return any(start <= mention.start < end for mention in sentence.of_kind(kind))


def _theme(context: Context, sentence: Sentence, *, vacant: bool) -> str | None:
    if not vacant:
        return None
    themes = context.themes_in(sentence)
    if not themes and _THERE.match(sentence.text):
        themes = [mention for other in context.before(sentence) for mention in context.themes_in(other)]
    labels = {mention.value for mention in themes}
    return labels.pop() if len(labels) == 1 else None


_TAKEN_OVER = Reason(
    "role-taken-over", "De een volgt de ander op in deze rol: de rol gaat van de een naar de ander."
)


def from_successions(found: list[Succession], roles: list[Role]) -> Iterator[Role]:
    """What a succession says of the role: one has it now, the other no longer; where no fact says so."""
    told = list(roles)
    for succession in found:
        role = succession.role or _role_of_successor(succession, roles)
        if role is None or _PORTFOLIO.search(role):
            continue
        for person, status in ((succession.successor, "held"), (succession.predecessor, "ended")):
            if person and not any(_tells(other, succession, role, person, status) for other in told):
                made = Role(
                    id="", certainty="inferred", reason=_TAKEN_OVER, agenda_item=succession.agenda_item,
                    evidence=succession.evidence, role=role, person=person, status=status,
                )  # fmt: skip
                told.append(made)
                yield made


def _tells(other: Role, succession: Succession, role: str, person: str, status: str) -> bool:
    """Whether a fact says of the person already what follows from the succession."""
    one, two = other.role.lower(), role.lower()
    alike = one in two or two in one or other.evidence[0] == succession.evidence[0]
    return alike and (other.person, other.status) == (person, status)


def _role_of_successor(succession: Succession, roles: list[Role]) -> str | None:
    """The only role that was said, right before or behind, to be that of the one who follows."""
    place = succession.evidence[0]
    near = {
        role.role
        for role in roles
        if role.person == succession.successor is not None and role.status == "held"
        and -_JUST_BEFORE < role.evidence[0].start - place.start < _JUST_BEFORE and role.evidence[0] != place
    }  # fmt: skip
    return near.pop() if len(near) == 1 else None


def successions(context: Context) -> Iterator[Succession]:
    """Who follows whom; where one sentence names who follows, another that somebody leaves adds nothing."""
    found = list(_successions(context))
    followed = {made.predecessor for made in found if made.successor}
    return (made for made in found if made.successor or made.predecessor not in followed)


def _successions(context: Context) -> Iterator[Succession]:
    """Every succession that is told; a predecessor may be named in the sentences right before."""
    seen: set[tuple[int, str | None]] = set()
    left: set[str | None] = set()  # who was said to be followed already
    for sentence, hit in context.found("succession"):
        role, successor = (
            _holder_of(sentence.slot(hit, "role") or "") or None,
            sentence.slot(hit, "successor"),
        )
        predecessor = sentence.slot(hit, "predecessor")
        if "successor_before" in hit.rule.gives:
            earlier = the_one_meant(context, sentence, hit)
            of_role = hit.rule.gives["successor_before"] == "role"
            if earlier is None or (of_role and _role_there(earlier[1], earlier[0]) is None):
                continue
            successor, told = earlier
            role = role or (_role_there(told, successor) if of_role else None)
        key = (sentence.number, successor or predecessor)
        more = []
        if predecessor is None and "predecessor_before" in hit.rule.gives:
            before = _before(context, sentence, hit, role)
            if before is None:
                continue
            predecessor, place = before
            more = [place.evidence]
        again = successor is None and predecessor in left
        if key not in seen and predecessor != successor and not again:
            seen.add(key)
            left.add(predecessor)
            role = _portfolio(sentence, hit) or role or _role_taken(context, sentence, hit, more)
            yield Succession(
                **common(sentence, *more), role=role, predecessor=predecessor, successor=successor
            )


def _portfolio(sentence: Sentence, hit: Hit) -> str | None:
    """The role of who hands a portfolio over («portefeuillehouder Wonen»)."""
    start, end = sentence.span(hit.start, hit.end)
    if not _PORTFOLIO.search(sentence.text[start - sentence.start : end - sentence.start]):
        return None
    themes = {mention.value for mention in sentence.of_kind("theme") if start <= mention.start < end}
    return f"portefeuillehouder {themes.pop()}" if len(themes) == 1 else "portefeuillehouder"


def _role_taken(context: Context, sentence: Sentence, hit: Hit, before: list[Evidence]) -> str | None:
    """The role that passes from one to the other, where the sentence or the one before names only that."""
    if hit.rule.gives.get("role") == "unsaid":
        return None
    named = _as_role().search(sentence.key.folded)
    if named:
        mention = sentence.signs.get(named.start("role"))
        return mention.value if mention else sentence.between(*named.span("role"))
    person = sentence.slot(hit, "predecessor") or sentence.slot(hit, "successor")
    return _role_there(sentence, person) or _role_before(context, before)


@cache
def _as_role() -> re.Pattern[str]:
    """What somebody takes a role up as («aan te wijzen als lid van het bestuur»)."""
    return compile_template("(als|tot) [de|het|een] [nieuwe|nieuw] {role:job}")


def _role_there(sentence: Sentence, person: str | None) -> str | None:
    """The only role that a sentence names, or the one right before a person's name."""
    roles = sentence.of_kind("role")
    named = [m for m in sentence.of_kind("person") if m.value == person]
    beside = [role for role in roles if any(0 <= m.start - role.end <= 1 for m in named)]
    return (beside or roles)[0].value if beside or len(roles) == 1 else None


def _role_before(context: Context, places: list[Evidence]) -> str | None:
    """The only role that the sentence named before is about."""
    for told in places:
        for sentence in context.sentences_in(told.start, told.end):
            found = _role_there(sentence, None)
            if found:
                return found
    return None


def _before(context: Context, sentence: Sentence, hit: Hit, role: str | None) -> tuple[str, Sentence] | None:
    """The predecessor in the sentences before: who had the same role, or the one whom «zij» means."""
    if hit.rule.gives["predecessor_before"] == "person":
        return the_one_meant(context, sentence, hit)
    return _predecessor(context, sentence, role) if role else None


def the_one_meant(context: Context, sentence: Sentence, hit: Hit) -> tuple[str, Sentence] | None:
    """Whom «hij» or «haar» means: the only person named earlier in the sentence, else in the one before."""
    start = sentence.span(hit.start, hit.end)[0]
    named = {mention.value for mention in sentence.of_kind("person") if mention.end <= start}
    if len(named) == 1:
        return named.pop(), sentence
    return None if named else _the_one_before(context, sentence) or _the_speaker(context, sentence)


def _the_speaker(context: Context, sentence: Sentence) -> tuple[str, Sentence] | None:
    """Who speaks, where the sentences before name nobody: «Zelf blijft hij lid.»"""
    named = any(other.of_kind("person") for other in context.before(sentence, 2))
    return (sentence.speakers[0], sentence) if len(sentence.speakers) == 1 and not named else None


def _the_one_before(context: Context, sentence: Sentence) -> tuple[str, Sentence] | None:
    """The only person whom the sentence before is about; one of the paragraph that names nobody is passed."""
    nearest = context.before(sentence, 2)
    earlier = next((other for other in nearest if other.of_kind("person")), None)
    persons = {mention.value for mention in earlier.of_kind("person")} if earlier else set()
    same = earlier is not None and earlier.paragraph == sentence.paragraph and len(persons) == 1
    return (persons.pop(), earlier) if earlier and same else None


def _predecessor(context: Context, sentence: Sentence, role: str) -> tuple[str, Sentence] | None:
    """The one who is said, up to three sentences before, to have had the same role."""
    for earlier in context.before(sentence, 3):
        if not any(mention.value.lower() == role.lower() for mention in earlier.of_kind("role")):
            continue
        person = _ended(earlier) or _other_person(earlier)
        if person:
            return person, earlier
    return None


def _ended(sentence: Sentence) -> str | None:
    """The person whose role has ended, by the words of a rule."""
    ended = (hit for hit in sentence.hits("role") if hit.rule.gives["status"] == "ended")
    return next((person for hit in ended if (person := sentence.slot(hit, "person"))), None)


def _other_person(sentence: Sentence) -> str | None:
    """The only person beside the speaker, in a sentence about what was."""
    speakers = set(sentence.speakers) if sentence.named else set()
    persons = {mention.value for mention in sentence.of_kind("person")} - speakers
    return persons.pop() if len(persons) == 1 and _BEFORE_NOW.search(sentence.text) else None
