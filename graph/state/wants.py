"""What is missing or still to come: bodies, roles, overviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.facts.model import Missing, Portfolio, Promise, Role
from graph.registry.slugs import folded, slug
from graph.state.finding import finding
from graph.state.groups import ThemeNames, role_theme
from graph.state.model import Finding, Situation, TrackedPromise
from graph.state.questions import Asking
from graph.state.records import Minutes, Said
from graph.state.rules import Rules
from graph.state.slots import missing_slot, names_body, names_role
from graph.state.timeline import ends_of
from graph.state.topics import body_part, portfolio_iri
from graph.store.identifiers import identifier

MISSING, TO_FILL = "missing_thing", "role_to_be_filled"


def missing_things(
    meetings: Sequence[tuple[Minutes, Sequence[Asking]]],
    situations: Sequence[Situation],
    promises: Sequence[TrackedPromise],
    rules: Rules,
) -> list[Finding]:
    """What somebody misses or asks for, once per thing, until later minutes say that it is there.

    A structure is there when minutes name it; anything else when the promise made in answer was kept.
    """
    found: dict[str, Finding] = {}
    for minutes, asked in meetings:
        for said in _missing(minutes, rules):
            new = _missing_thing(said, asked, rules)
            known = found.get(new.iri)
            found[new.iri] = _again(known, new) if known else new
    kept = _kept(promises)
    return [_closed(each, situations, kept) for each in found.values()]


def _kept(promises: Sequence[TrackedPromise]) -> dict[str, str]:
    """The facts that made or repeated a promise → the meeting that told that it was kept."""
    return {
        fact: promise.steps[-1].date
        for promise in promises
        if promise.steps[-1].what == "closed"
        for step in promise.steps[:-1]
        for fact in step.evidence
    }


def _missing(minutes: Minutes, rules: Rules) -> Iterator[Said[Missing]]:
    """The missing things that no other finding tells of.

    A vacancy does, and so does a concern in the same sentence.
    """
    told = {
        number
        for said in minutes.all(Portfolio)
        if said.fact.status == "vacant"
        for number in minutes.sentences(said.fact)
    }
    concerns = {
        number for said in minutes.statements if said.fact.concern for number in minutes.sentences(said.fact)
    }
    for said in minutes.all(Missing):
        sentences, code = minutes.sentences(said.fact), kind_of_missing(said.fact.what, rules)
        if not (code == "role" and sentences & told) and not (code == "other" and sentences & concerns):
            yield said


def kind_of_missing(what: str, rules: Rules) -> str:
    """Whether the missing thing is a structure (a kind of body), a role, an overview, or something else."""
    if names_body(what):
        return "structure"
    if names_role(what):
        return "role"
    words = f"{folded(what)} "
    overview = any(words.startswith(f"{folded(noun)} ") for noun in rules[MISSING].words("overviews"))
    return "overview" if overview else "other"


def _missing_thing(said: Said[Missing], asked: Sequence[Asking], rules: Rules) -> Finding:
    minutes, fact = said.minutes, said.fact
    code = kind_of_missing(fact.what, rules)
    new = finding(
        said,
        "missing_thing",
        subject=fact.theme if fact.theme and code in {"structure", "role"} else fact.what,
        people=[fact.said_by] if fact.said_by else [],
        theme=fact.theme,
        what=fact.what,
        code=code,
    )
    words, evidence = _response(said, asked)
    theme = new.theme.rpartition("/")[2] if new.theme else "-"
    iri = identifier("finding", "missing_thing", body_part(minutes.body), theme, slug(fact.what)).value
    return replace(new, iri=iri, response=words, evidence=(said.iri, *evidence))


def _response(said: Said[Missing], asked: Sequence[Asking]) -> tuple[str | None, tuple[str, ...]]:
    """What was said to it, and the facts that say so: a promise in that sentence tells it best."""
    minutes, sentences = said.minutes, said.minutes.sentences(said.fact)
    for asking in asked:
        if asking.response and any(sentences & minutes.sentences(each.fact) for each in asking.asked):
            answer = asking.response
            told = minutes.sentences(answer.fact)
            promised = [each.iri for each in minutes.all(Promise) if told & minutes.sentences(each.fact)]
            return answer.fact.text, tuple(dict.fromkeys((answer.iri, *promised)))
    return None, ()


def _again(known: Finding, new: Finding) -> Finding:
    """The same thing missed once more: open since the first time, with all that was said."""
    return replace(
        known,
        people=tuple(dict.fromkeys((*known.people, *new.people))),
        response=new.response or known.response,
        evidence=ends_of((*known.evidence, *new.evidence)),
    )


def _closed(thing: Finding, situations: Sequence[Situation], kept: Mapping[str, str]) -> Finding:
    """A missing thing is there from the first date on which later minutes say so."""
    slot = missing_slot(thing.what or "")
    if not thing.theme or not slot:
        delivered = [kept[fact] for fact in thing.evidence if kept.get(fact, "") > thing.valid_from]
        return replace(thing, valid_until=min(delivered, default=None))
    portfolio = portfolio_iri(thing.theme, thing.body)
    there = [
        situation.valid_from
        for situation in situations
        if situation.portfolio == portfolio
        and situation.slot == slot
        and situation.answer in {"stated", "inferred"}
        and situation.valid_from > thing.valid_from
    ]
    return replace(thing, valid_until=min(there, default=None))


def roles_to_be_filled(meetings: Sequence[Minutes], names: ThemeNames, rules: Rules) -> list[Finding]:
    """By the rule role_to_be_filled.

    Roles that are announced or vacant, until later minutes name somebody in them.
    """
    told: dict[tuple[str, ...], list[Said[Role]]] = defaultdict(list)
    for minutes in meetings:
        for said in minutes.all(Role):
            told[_same_role(said, names)].append(said)
    found = []
    for _, claims in sorted(told.items()):
        vacant = [said for said in claims if said.fact.status == "vacant"]
        filled = [said.date for said in claims if said.fact.status == "held" and said.fact.person]
        for date in sorted({said.date for said in vacant})[:1]:
            until = min((day for day in filled if day > date), default=None)
            found.append(
                _to_fill([said for said in vacant if until is None or said.date < until], until, names, rules)
            )
    return found


def _same_role(said: Said[Role], names: ThemeNames) -> tuple[str, ...]:
    """What makes two claims be about one role.

    The body that met, the role's noun, its group and its theme.
    """
    minutes = said.minutes
    noun = folded(said.fact.role).split()[-1:] or [""]
    group = minutes.body_named(said.fact.body) or ""
    return body_part(minutes.body), noun[0], role_theme(said, names) or group


def _to_fill(claims: Sequence[Said[Role]], until: str | None, names: ThemeNames, rules: Rules) -> Finding:
    said = claims[0]
    minutes, fact = said.minutes, said.fact
    theme = role_theme(said, names)
    subject = minutes.registry.label(theme) if theme else fact.body or fact.role
    new = finding(
        said, TO_FILL, subject=subject, what=fact.role, response=_when(said), rule=rules[TO_FILL].id
    )
    return replace(new, theme=theme, valid_until=until, evidence=ends_of(claim.iri for claim in claims))


def _when(said: Said[Role]) -> str | None:
    """When it is to be filled, in the words of the role or of a promise in the same sentence."""
    if said.fact.start:
        return said.fact.start.text
    sentences = said.minutes.sentences(said.fact)
    return next(
        (
            promise.fact.due.text
            for promise in said.minutes.all(Promise)
            if promise.fact.due and sentences & said.minutes.sentences(promise.fact)
        ),
        None,
    )
