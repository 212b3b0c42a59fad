"""What follows from what the documents tell: of each body's meetings, each body, role, post and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.catalogue.packing import pack, unpack
from graph.registry import Entity
from graph.state.circles import circle_of
from graph.state.derive import reason_of
from graph.state.model import RolePost, Succession
from graph.state.of_circle import of_circle
from graph.state.records import speakers_of
from graph.state.role_triples import post_triples, role_triples, succession_triples
from graph.state.roles import FollowClaim, RoleClaim, by_post, one_post, placed, role_situations
from graph.state.rules import Rules
from graph.state.structure import body_relations, body_situations, body_traits
from graph.state.successions import Told, successions, told_in_document
from graph.state.terms import Triple, node
from graph.state.triples import (
    body_triples,
    circle_triples,
    count_triples,
    entity_triples,
    label_triple,
    mention_triple,
    met_triples,
    rule_triples,
    shown,
    speaker_triples,
)
from graph.store import vocabulary as v
from graph.store.encoding import iso_date
from graph.store.identifiers import last_segment

if TYPE_CHECKING:
    from graph.catalogue.catalogue import Catalogue
    from graph.catalogue.documents import Documents

_NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one node tells another, the one of a kind with a key; `sort`: where it stands among others."""

    kind: str
    key: str
    sort: str
    data: bytes


def lines(triples: Iterable[Triple]) -> set[str]:
    """Triples as lines of N-Triples."""
    return {f"{subject} {predicate} {value} ." for subject, predicate, value in triples}


Outcome = tuple[Iterable[Triple], Sequence[Claim]]


class Nodes:
    """Works nodes out, kind by kind: none tells another of a kind that comes before its own."""

    def __init__(self, catalogue: Catalogue, documents: Documents, rules: Rules) -> None:
        """Over a catalogue and its documents, by these rules."""
        self._catalogue = catalogue
        self._documents = documents
        self._rules = rules

    @property
    def by_kind(self) -> dict[str, Callable[[str, list[Any]], Outcome]]:
        """What works out a node of each kind, given its key and what it is told; in order."""
        return {
            "circle": self._circle,
            "body": self._body,
            "role": self._role,
            "told": self._told,
            "post": self._post,
            "followed": self._followed,
            "spoken": self._spoken,
            "entity": self._entity,
            "rule": self._rule,
        }

    def work_out(self, kind: str, number: int, key: str) -> None:
        """Work a node out again, and tell others what is new; one that nobody tells anything is let go."""
        told = [unpack(data) for data in self._catalogue.network.told(number)]
        triples, claims = self.by_kind[kind](key, told) if told or kind == "entity" else ((), ())
        found = lines(triples)
        self._catalogue.network.set_lines(number, found)
        self._catalogue.network.tell(number, claims)
        if not told and not found:
            self._catalogue.network.forget(number)

    def _circle(self, key: str, told: list[tuple[str, str]]) -> Outcome:
        meetings = self._documents.minutes([document for document, _ in told])
        state = of_circle(circle_of(key or None, meetings), self._documents.theme_names, self._rules)
        label = meetings[0].registry.label
        resting = (*state.situations, *state.findings, *state.promises)
        claims = [
            *(_passed_on(each, each.iri) for each in state.successions),
            *(_named(iri) for portfolio in state.portfolios for iri in shown(portfolio)),
            *_used(resting),
            *_rules(resting),
        ]
        met = max(
            (minutes.date for minutes in meetings if minutes.attests and minutes.body == key), default=None
        )
        return [
            *(met_triples(key, met) if met else ()),
            *circle_triples(state.portfolios, state.situations, state.findings, state.promises, label),
        ], claims

    def _body(self, _key: str, told: list[Any]) -> Outcome:
        situations, relations = body_situations(told), body_relations(told)
        return body_triples(situations, relations, body_traits(told)), [*_used((*situations, *relations))]

    def _role(self, _key: str, told: list[RoleClaim | FollowClaim]) -> Outcome:
        claims = [each for each in told if isinstance(each, RoleClaim)]
        follows = [each for each in told if isinstance(each, FollowClaim)]
        found = list(placed(claims, follows))
        place = [
            f"{claim.date}\x1f{claim.document}\x1f{number:05}" for number, (_, claim) in enumerate(found)
        ]
        return (), [
            Claim(kind, key, sort, pack(each))
            for sort, each in zip(place, found, strict=True)
            for kind, key in (("post", each[0].iri), ("told", each[1].document))
        ]

    def _told(self, _key: str, told: list[Any]) -> Outcome:
        follows = [each for each in told if isinstance(each, FollowClaim)]
        found = told_in_document(follows, [each for each in told if isinstance(each, tuple)])
        claims = []
        for number, each in enumerate(found):
            if each.post:
                claims.append(Claim("post", each.post.iri, f"~{number:05}", pack(each.post)))
            if each.succession:
                claims.append(_passed_on(each, f"{each.succession.iri} {number:05}"))
        return (), claims

    def _post(self, _key: str, told: list[Any]) -> Outcome:
        claims = by_post([each for each in told if isinstance(each, tuple)])
        spoken_of = [each for each in told if isinstance(each, RolePost)]
        post = next(iter(claims)) if claims else one_post(*spoken_of)
        situations = role_situations(claims)
        triples = [*post_triples(post), *(triple for each in situations for triple in role_triples(each))]
        return triples, [*map(_named, shown(post)), *_used(situations), *_rules(situations)]

    def _followed(self, _key: str, told: list[Any]) -> Outcome:
        of_portfolios = [each for each in told if isinstance(each, Succession)]
        found = successions(of_portfolios, [each for each in told if isinstance(each, Told)])
        return (triple for each in found for triple in succession_triples(each)), [
            *_used(found),
            *_rules(found),
        ]

    def _spoken(self, key: str, told: list[tuple[str, ...]]) -> Outcome:
        used = {fact for facts in told for fact in facts if "/" in fact}
        triples: list[Triple] = []
        for minutes in self._documents.minutes([key]) if used else ():
            for said in minutes.every:
                if said.iri in used and (names := speakers_of(said.fact, minutes)):
                    triples += speaker_triples(said.iri, map(minutes.display, names))
        return triples, ()

    def _entity(self, key: str, told: list[tuple[str, ...]]) -> Outcome:
        mentions = [fact for facts in told for fact in facts]
        known = self._catalogue.mentioned.entity(key)
        if known is None:
            return ([label_triple(key, self._documents.label(key))] if told else []), ()
        kind, label, forms, former, first_seen = known
        triples = [
            *entity_triples(Entity(key, kind, label, forms, (), former)),
            *(mention_triple(key, fact) for fact in mentions),
            *([(node(key), v.FIRST_SEEN, iso_date(first_seen))] if first_seen else []),
            *count_triples(key, self._catalogue.mentioned.count(key)),
        ]
        return triples, ()

    def _rule(self, key: str, told: list[tuple[str, ...]]) -> Outcome:
        if () not in told:
            return (), ()
        texts = [text for marks in told for text in marks]
        return rule_triples(key, *reason_of(key, self._rules, texts)), ()


def _passed_on(each: Succession | Told, sort: str) -> Claim:
    made = each.succession if isinstance(each, Told) else each
    return Claim("followed", (made.predecessor if made else None) or _NOBODY, sort, pack(each))


def _named(iri: str) -> Claim:
    return Claim("entity", iri, "", pack(()))


def _used(resting: Iterable[Any]) -> Iterator[Claim]:
    """What serves as evidence, told to what knows who said it."""
    facts: dict[str, set[str]] = defaultdict(set)
    for fact in (fact for each in resting for fact in each.evidence):
        facts[fact.rpartition("/fact/")[0]].add(fact)
    for document, used in sorted(facts.items()):
        yield Claim("spoken", last_segment(node(document)), "", pack(tuple(sorted(used))))


def _rules(resting: Iterable[Any]) -> Iterator[Claim]:
    return (
        Claim("rule", rule, "", pack(())) for rule in sorted({each.rule for each in resting if each.rule})
    )
