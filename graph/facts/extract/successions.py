"""Who follows whom, and what that says of the role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph import ontology
from graph.dutch.cues import Sought
from graph.facts.context import Context
from graph.facts.extract import candidates, role_tables
from graph.facts.extract.make import common
from graph.facts.extract.meant import duty_in, holder_of, leaves, role_before, role_there, the_one_meant
from graph.facts.model import Evidence, Reason, Role, Succession
from graph.facts.sentence import Sentence
from graph.facts.slots import FIRST
from graph.facts.template import compile_template
from graph.facts.wording import Hit

_BEFORE_NOW = re.compile(r"\b(?:was|waren|tot nu toe|vorige|voormalig)\b")
_PORTFOLIO = re.compile(r"\bportefeuille", re.IGNORECASE)
_FORMER = re.compile(r"^(?:oud|ex)-", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:nu|thans) nog\b")
_JUST_BEFORE = 250  # characters from what is said of a role to who follows in it
_TAKEN_OVER = Reason(
    "role-taken-over", "De een volgt de ander op in deze rol: de rol gaat van de een naar de ander."
)


def from_successions(found: list[Succession], roles: list[Role]) -> Iterator[Role]:
    """What a succession says of the role: one has it now, the other no longer; where no fact says so."""
    told = list(roles)
    for succession in found:
        role = succession.role or _role_of(succession, roles)
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


def settled(held: list[Role], followed: list[Succession]) -> list[Role]:
    """Roles of those who are followed in them have ended: «Vos, coördinator, wordt opgevolgd door …»."""
    return [_ended_by(role, followed) for role in held]


def _ended_by(role: Role, followed: list[Succession]) -> Role:
    for made in followed:
        same = made.role is not None and role.role.lower() in (made.role.lower(), *made.role.lower().split())
        if same and role.status == "held" and role.person == made.predecessor and _shares(role, made):
            return replace(role, status="ended", start=None, certainty="inferred", reason=_TAKEN_OVER)
    return role


def _shares(role: Role, made: Succession) -> bool:
    """Whether the role is told in the sentence that tells who follows, or that its predecessor leaves."""
    return role.evidence[0] in made.evidence


def _tells(other: Role, succession: Succession, role: str, person: str, status: str) -> bool:
    """Whether a fact says of the person already what follows from the succession."""
    one, two = other.role.lower(), role.lower()
    here = other.evidence[0] == succession.evidence[0] and one not in ("medewerker", "deelnemer")
    alike = one in two or two in one or here
    return alike and (other.person, other.status) == (person, status)


def _role_of(succession: Succession, roles: list[Role]) -> str | None:
    """The only role that was said, right before or behind, to be that of who follows; else of who left it."""
    for person, status in ((succession.successor, "held"), (succession.predecessor, "ended")):
        near = {
            role.role
            for role in roles
            if (role.person, role.status) == (person, status) and person
            and any(_is_near(role.evidence[0], place) for place in succession.evidence)
            and (status == "ended" or role.evidence[0] != succession.evidence[0])
        }  # fmt: skip
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _is_near(one: Evidence, other: Evidence) -> bool:
    return -_JUST_BEFORE < one.start - other.start < _JUST_BEFORE


def successions(context: Context) -> Iterator[Succession]:
    """Who follows whom; where one sentence names who follows, another that somebody leaves adds nothing."""
    found = [*_successions(context), *candidates.successions(context), *role_tables.successions(context)]
    followed = {made.predecessor for made in found if made.successor}
    return (made for made in found if made.successor or made.predecessor not in followed)


def _successions(context: Context) -> Iterator[Succession]:
    """Every succession that is told; a predecessor may be named in the sentences right before."""
    seen: set[tuple[int, str | None]] = set()
    left: set[str | None] = set()  # who was said to be followed already
    for sentence, hit in context.found("succession"):
        if _for_now(context, sentence):
            continue
        role, successor = (
            holder_of(sentence.slot(hit, "role") or "") or None,
            sentence.slot(hit, "successor"),
        )
        predecessor = sentence.slot(hit, "predecessor")
        if "successor_before" in hit.rule.gives:
            earlier = the_one_meant(context, sentence, hit)
            of_role = hit.rule.gives["successor_before"] == "role"
            if earlier is None or (of_role and role_there(earlier[1], earlier[0]) is None):
                continue
            successor, told = earlier
            role = role or (role_there(told, successor) if of_role else None)
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
            role = role or _beside_leaver(sentence, predecessor)
            role = _FORMER.sub("", role) if role else None
            yield Succession(
                **common(sentence, *more), role=role, predecessor=predecessor, successor=successor
            )


@dataclass(frozen=True, slots=True)
class _ForNow:
    """The words of one who stands in for another who is away."""

    replaces: re.Pattern[str]
    away: re.Pattern[str]
    lasting: re.Pattern[str]


@cache
def _standing_in() -> _ForNow:
    words: dict[str, str] = ontology.load_yaml("wording/successions.yaml")["for_now"]
    return _ForNow(**{name: re.compile(said) for name, said in words.items()})


def _for_now(context: Context, sentence: Sentence) -> bool:
    """Whether somebody only stands in for one who is away: «mevr. Post vervangt dhr. Vos, die ziek is»."""
    words, said = _standing_in(), sentence.key.folded
    if not words.replaces.search(said) or words.lasting.search(said):
        return False
    before = (other for other in context.before(sentence) if other.paragraph == sentence.paragraph)
    return any(words.away.search(other.key.folded) for other in (sentence, *before))


def _portfolio(sentence: Sentence, hit: Hit) -> str | None:
    """The role of who hands a portfolio over («portefeuillehouder Wonen»)."""
    if "theme" in hit.slots:
        return f"portefeuillehouder {sentence.slot(hit, 'theme')}"
    start, end = sentence.span(hit.start, hit.end)
    if "portfolio" not in sentence.found and not _PORTFOLIO.search(
        sentence.text[start - sentence.start : end - sentence.start]
    ):
        return None
    fields = {mention.end + 1 for mention in sentence.of_kind("role")}  # «regiocoördinator mensenhandel»
    inside = (mention for mention in sentence.of_kind("theme") if start <= mention.start < end)
    themes = {mention.value for mention in inside if mention.start not in fields}
    if len(themes) != 1:
        return "portefeuillehouder" if _PORTFOLIO.search(sentence.text) else None
    return f"portefeuillehouder {themes.pop()}"


def _role_taken(context: Context, sentence: Sentence, hit: Hit, before: list[Evidence]) -> str | None:
    """The role that passes from one to the other, where the sentence or the one before names only that."""
    duty = duty_in(sentence, hit.start, hit.end)
    if duty or hit.rule.gives.get("role") == "unsaid":
        return duty
    if _NOT_YET.search(sentence.text):  # «Haar opvolger is X, nu nog teamchef elders.»
        return None
    named = _as_role().search(sentence.key.folded)
    if named:
        mention = sentence.signs.get(named.start("role"))
        return mention.value if mention else sentence.between(*named.span("role"))
    person = sentence.slot(hit, "predecessor") or sentence.slot(hit, "successor")
    found = role_there(sentence, person) or _by_token(sentence, hit)
    return found or _laid_down(context, before) or role_before(context, before)


def _beside_leaver(sentence: Sentence, person: str | None) -> str | None:
    """What stands behind the name of somebody who leaves: «dhr. Vos, coördinator, heeft een andere baan»."""
    if not leaves(sentence):
        return None
    for match in _IN_APPOSITION.finditer(sentence.key.folded):
        named, role = (sentence.signs[match.start(group)] for group in ("person", "role"))
        if named.value == person:
            return role.value
    return None


_IN_APPOSITION = re.compile(
    rf"(?P<person>[{chr(FIRST['person'])}-{chr(FIRST['body'] - 1)}]) ?[,(] ?(?:de |onze |het )?"
    rf"(?P<role>[{chr(FIRST['role'])}-{chr(FIRST['date'] - 1)}])"
)


def _by_token(sentence: Sentence, hit: Hit) -> str | None:
    """What somebody is who gets the hammer."""
    tokens: dict[str, str] = ontology.load_yaml("wording/successions.yaml")["tokens"]
    said = re.findall(r"\w+", sentence.key.folded[hit.start : hit.end])
    return next((role for word, role in tokens.items() if word in said), None)


def _laid_down(context: Context, before: list[Evidence]) -> str | None:
    """The only role that the rules say to end where the one before is told of."""
    told = (sentence for place in before for sentence in context.sentences_in(place.start, place.end))
    found = {
        holder_of(sentence.slot(hit, "role") or hit.rule.gives.get("role", ""))
        for sentence in told
        for hit in sentence.hits("role")
        if hit.rule.gives["status"] == "ended"
    }
    role = found.pop() if len(found) == 1 else None
    return "lid" if role == "own" else role if role not in _UNSAID else None


_UNSAID = ("", "told", "before", "of_body")  # how a rule says that the role is not in its words


@cache
def _as_role() -> Sought:
    """What somebody takes a role up as («aan te wijzen als lid van het bestuur»)."""
    return compile_template("(als|tot) [de|het|een] [nieuwe|nieuw] {role:job}")


def _before(context: Context, sentence: Sentence, hit: Hit, role: str | None) -> tuple[str, Sentence] | None:
    """The predecessor in the sentences before: who had the same role, or the one whom «zij» means."""
    how = hit.rule.gives["predecessor_before"]
    if how == "leaver":
        meant = the_one_meant(context, sentence, hit)
        if meant is None:
            return None
        left = leaves(meant[1], hit.start) if meant[1] is sentence else leaves(meant[1])
        return meant if left else None
    if how in ("person", "speaker", "of_role"):
        meant = the_one_meant(context, sentence, hit)
        return meant if meant and (how != "of_role" or _had_something(*meant)) else None
    found = _predecessor(context, sentence, role) if role else None
    return found or _who_left(context, sentence, hit, role)


def _who_left(
    context: Context, sentence: Sentence, hit: Hit, role: str | None
) -> tuple[str, Sentence] | None:
    """The only one of whom it was just told that they leave, where no other role was named with it."""
    meant = the_one_meant(context, sentence, hit)
    if meant is None or meant[1] is sentence or not leaves(meant[1]):
        return None
    other = role_there(meant[1], meant[0])
    return meant if not other or not role or other.lower() == role.lower() else None


def _had_something(person: str, told: Sentence) -> bool:
    """Whether a sentence tells of a role or portfolio of somebody, so that «dat» may mean it."""
    found = [*told.hits("role"), *told.hits("portfolio")]
    named = [told.slot(hit, slot) for hit in found for slot in ("person", "holder", "predecessor")]
    meant = any(hit.rule.gives.get("person") in ("meant", "speaker", "maybe_speaker") for hit in found)
    return person in named or (meant and told.speakers == (person,))


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
