"""The state as quads of its one graph. No blank nodes, and every IRI follows from what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.registry import Entity, Registry
from graph.state.model import (
    BodyRelation,
    BodySituation,
    Finding,
    Holding,
    Portfolio,
    RolePost,
    RoleSituation,
    Situation,
    State,
    Succession,
)
from graph.state.promises.triples import promise_triples
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, below, kind_iri, rule_iri

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

_ENTITY_CLASS = {"person": v.PERSON, "body": v.ORGANIZATION, "theme": v.SKOS_CONCEPT}
_FINDING_CLASS = {
    "missing_thing": v.LACK,
    "role_to_be_filled": v.VACANCY,
    "structure_elsewhere": v.STRUCTURE_ELSEWHERE,
    "open_question": v.OPEN_QUESTION,
    "advice_not_taken_up": v.ADVICE_NOT_TAKEN_UP,
    "act_without_owner": v.ACT_WITHOUT_OWNER,
    "concern": v.CONCERN,
    "disagreement": v.DISAGREEMENT,
    "corrected_record": v.CORRECTED_RECORD,
    "unlisted_speakers": v.UNLISTED_SPEAKERS,
}


def quads(state: State) -> list[Quad]:
    """All quads of the state graph, in order, each once."""
    triples = {
        *_documents(state),
        *_entities(state),
        *(triple for portfolio in state.portfolios for triple in _portfolio(portfolio, state.registry)),
        *(triple for situation in state.situations for triple in _situation(situation, state.registry)),
        *(triple for each in state.body_situations for triple in _body_situation(each)),
        *(triple for relation in state.relations for triple in _relation(relation)),
        *(triple for post in state.role_posts for triple in _role_post(post, state.registry)),
        *(triple for role in state.roles for triple in _role(role)),
        *(triple for each in state.successions for triple in _succession(each)),
        *(triple for finding in state.findings for triple in _finding(finding)),
        *(triple for promise in state.promises for triple in promise_triples(promise)),
        *_speakers(state),
        *_rules(state),
    }
    return [Quad(*triple, STATE_GRAPH) for triple in sorted(triples, key=str)]


def _date(iso: str) -> Literal:
    return Literal(iso, datatype=v.XSD_DATE)


def _node(iri: str) -> NamedNode:
    return NamedNode(iri)


def _known(
    subject: NamedNode, pairs: Iterable[tuple[NamedNode, NamedNode | Literal | None]]
) -> Iterator[Triple]:
    """A triple for each value that is known."""
    for predicate, value in pairs:
        if value is not None:
            yield subject, predicate, value


def _text(value: str | None) -> Literal | None:
    return Literal(value) if value else None


def _day(value: str | None) -> Literal | None:
    return _date(value) if value else None


def _link(value: str | None) -> NamedNode | None:
    return NamedNode(value) if value else None


def _evidence(subject: NamedNode, facts: tuple[str, ...]) -> Iterator[Triple]:
    for fact in facts[:1]:
        yield subject, v.MAIN_FACT, _node(fact)
    for fact in facts:
        yield subject, v.PROV_WAS_DERIVED_FROM, _node(fact)


def _validity(subject: NamedNode, start: str, until: str | None) -> Iterator[Triple]:
    yield subject, v.VALID_FROM, _date(start)
    yield from _known(subject, [(v.VALID_UNTIL, _day(until))])


def _documents(state: State) -> Iterator[Triple]:
    # No class here: the document itself, with all that makes it one, stands in its own graph.
    for document in state.documents:
        yield from _known(
            _node(document.iri),
            [
                (v.DCT_TITLE, _text(document.title)),
                (v.FILE, _text(document.file)),
                (v.BODY_LINK, _link(document.body)),
                (v.DCT_DATE, _day(document.date)),
                (v.FACT_COUNT, Literal(document.facts)),
                (v.DCT_IS_REPLACED_BY, _link(document.replaced_by)),
            ],
        )


def _entities(state: State) -> Iterator[Triple]:
    for entity in state.registry.entities.values():
        yield from _entity(entity)
    for iri, date in state.first_seen.items():
        yield _node(iri), v.FIRST_SEEN, _date(date)
    for body, (kind, level) in state.traits.items():
        if kind:
            yield _node(body), v.BODY_KIND, kind_iri("body", kind)
        if level:
            yield _node(body), v.LEVEL, kind_iri("level", level)


def _entity(entity: Entity) -> Iterator[Triple]:
    iri = _node(entity.iri)
    yield iri, v.RDF_TYPE, _ENTITY_CLASS[entity.kind]
    yield iri, v.RDFS_LABEL, Literal(entity.label)
    for form in entity.forms:
        yield iri, v.SKOS_ALT_LABEL, Literal(form)
    for mention in entity.mentions:
        yield iri, v.MENTION, _node(mention)
    for former in entity.former:
        yield _node(former), v.DCT_IS_REPLACED_BY, iri


def _portfolio(portfolio: Portfolio, registry: Registry) -> Iterator[Triple]:
    iri = _node(portfolio.iri)
    yield iri, v.RDF_TYPE, v.PORTFOLIO
    yield iri, v.CAME_UP_ON, _date(portfolio.came_up)
    yield from _known(
        iri,
        [
            (v.DCT_SUBJECT, _link(portfolio.theme)),
            (v.ORG_POST_IN, _link(portfolio.body)),
            (v.PORTFOLIO_SINCE, _day(portfolio.since)),
            (v.DISCUSSED_SINCE, _day(portfolio.discussed_since)),
        ],
    )
    if portfolio.theme:
        # A theme that only facts refer to, or a body without a mention, still needs a name to show.
        yield _node(portfolio.theme), v.RDFS_LABEL, Literal(registry.label(portfolio.theme))
    if portfolio.body:
        yield _node(portfolio.body), v.RDFS_LABEL, Literal(registry.label(portfolio.body))


def _situation(situation: Situation, registry: Registry) -> Iterator[Triple]:
    iri = below(_node(situation.portfolio), situation.slot, situation.valid_from)
    yield iri, v.RDF_TYPE, v.SITUATION
    yield iri, v.ABOUT, _node(situation.portfolio)
    yield iri, v.SLOT, kind_iri("slot", situation.slot)
    yield iri, v.ANSWER, kind_iri("answer", situation.answer)
    names = [
        registry.label(each) for each in (*situation.values, *(held.person for held in situation.holdings))
    ]
    yield from _known(
        iri,
        [
            (v.VALUE, _text(", ".join(names))),
            (v.CONCLUDED_BY, rule_iri(situation.rule) if situation.rule else None),
            (v.REQUESTED_BY, _link(situation.requested_by)),
            (v.REQUESTED_PROFILE, _text(situation.requested_profile)),
        ],
    )
    yield from _validity(iri, situation.valid_from, situation.valid_until)
    for body in situation.values:
        yield iri, v.COVERED_BY, _node(body)
    for holding in situation.holdings:
        yield from _holding(iri, holding, situation)
    yield from _evidence(iri, situation.evidence)


def _holding(iri: NamedNode, holding: Holding, situation: Situation) -> Iterator[Triple]:
    membership = below(iri, "holding", holding.person.rpartition("/")[2])
    yield iri, v.HOLDING, membership
    yield membership, v.RDF_TYPE, v.ORG_MEMBERSHIP
    yield membership, v.ORG_MEMBER, _node(holding.person)
    yield membership, v.OPENGOV_POST, _node(situation.portfolio)
    yield from _known(
        membership,
        [
            (v.CAPACITY, kind_iri("capacity", holding.capacity) if holding.capacity else None),
            (v.DCAT_START_DATE, _day(holding.since)),
            (v.DCAT_END_DATE, _day(holding.until)),
        ],
    )
    for date in holding.attested:
        yield membership, v.ATTESTED_ON, _date(date)
    yield from _evidence(membership, holding.evidence or situation.evidence)


def _body_situation(situation: BodySituation) -> Iterator[Triple]:
    iri = below(_node(situation.body), "status", situation.valid_from)
    yield iri, v.RDF_TYPE, v.BODY_SITUATION
    yield iri, v.ABOUT, _node(situation.body)
    yield iri, v.STATUS, kind_iri("body-status", situation.status)
    yield from _known(iri, [(v.EFFECTIVE_ON, _day(situation.effective))])
    yield from _validity(iri, situation.valid_from, situation.valid_until)
    yield from _evidence(iri, situation.evidence)


def _relation(relation: BodyRelation) -> Iterator[Triple]:
    other = relation.object.rpartition("/")[2] if relation.object else relation.object_name or "-"
    iri = below(_node(relation.body), relation.relation, other)
    yield iri, v.RDF_TYPE, v.BODY_RELATION
    yield iri, v.BODY_LINK, _node(relation.body)
    yield iri, v.RELATION, kind_iri("relation", relation.relation)
    yield from _known(
        iri, [(v.OBJECT_LINK, _link(relation.object)), (v.OBJECT_NAME, _text(relation.object_name))]
    )
    if relation.relation == "replaced_by":
        yield iri, v.RDF_TYPE, v.ORG_CHANGE_EVENT
        yield iri, v.ORG_ORIGINAL_ORGANIZATION, _node(relation.body)
        yield from _known(iri, [(v.ORG_RESULTING_ORGANIZATION, _link(relation.object))])
    yield from _validity(iri, relation.valid_from, None)
    yield from _evidence(iri, relation.evidence)


def _role_post(post: RolePost, registry: Registry) -> Iterator[Triple]:
    iri = _node(post.iri)
    yield iri, v.RDF_TYPE, v.ORG_POST
    yield iri, v.ROLE_NAME, Literal(post.role)
    yield from _known(
        iri,
        [
            (v.ORG_POST_IN, _link(post.body)),
            (v.DCT_SUBJECT, _link(post.theme)),
            (v.TOLD_IN, _link(post.told_in)),
        ],
    )
    for entity in filter(None, (post.body, post.theme, post.told_in)):
        yield _node(entity), v.RDFS_LABEL, Literal(registry.label(entity))


def _role(role: RoleSituation) -> Iterator[Triple]:
    holding = role.holding
    iri = below(_node(role.post), "holding", holding.person.rpartition("/")[2], role.valid_from)
    yield iri, v.RDF_TYPE, v.ORG_MEMBERSHIP
    yield iri, v.ORG_MEMBER, _node(holding.person)
    yield iri, v.OPENGOV_POST, _node(role.post)
    yield iri, v.STATUS, kind_iri("role-status", role.status)
    yield from _known(
        iri,
        [
            (v.DCAT_START_DATE, _day(holding.since)),
            (v.DCAT_END_DATE, _day(holding.until)),
            (v.CONCLUDED_BY, rule_iri(role.rule) if role.rule else None),
        ],
    )
    for date in holding.attested:
        yield iri, v.ATTESTED_ON, _date(date)
    yield from _validity(iri, role.valid_from, role.valid_until)
    yield from _evidence(iri, role.evidence)


def _succession(succession: Succession) -> Iterator[Triple]:
    iri = _node(succession.iri)
    yield iri, v.RDF_TYPE, v.SUCCESSION
    yield from _known(
        iri,
        [
            (v.ABOUT, _link(succession.post)),
            (v.BODY_LINK, _link(succession.body)),
            (v.PREDECESSOR, _link(succession.predecessor)),
            (v.SUCCESSOR, _link(succession.successor)),
            (v.CAPACITY, kind_iri("capacity", succession.capacity) if succession.capacity else None),
            (v.EFFECTIVE_ON, _day(succession.effective)),
            (v.CONCLUDED_BY, rule_iri(succession.rule) if succession.rule else None),
        ],
    )
    yield from _validity(iri, succession.valid_from, succession.valid_until)
    yield from _evidence(iri, succession.evidence)


def _finding(finding: Finding) -> Iterator[Triple]:
    iri = _node(finding.iri)
    yield iri, v.RDF_TYPE, _FINDING_CLASS[finding.kind]
    yield iri, v.RDFS_LABEL, Literal(finding.subject)
    yield from _known(
        iri,
        [
            (v.THEME_LINK, _link(finding.theme)),
            (v.BODY_LINK, _link(finding.body)),
            (v.WHAT, _text(finding.what)),
            (v.ASPECT, _text(finding.code)),
            (v.RESPONSE, _text(finding.response)),
            (v.CONCLUDED_BY, rule_iri(finding.rule) if finding.rule else None),
        ],
    )
    for person in finding.people:
        yield iri, v.PERSON_LINK, _node(person)
    yield from _validity(iri, finding.valid_from, finding.valid_until)
    yield from _evidence(iri, finding.evidence)


def _speakers(state: State) -> Iterator[Triple]:
    for fact, names in state.speakers.items():
        yield _node(fact), v.SPEAKER_NAME, Literal(" en ".join(names))


def _rules(state: State) -> Iterator[Triple]:
    for rule, (title, reason) in state.reasons.items():
        iri = rule_iri(rule)
        yield iri, v.RDF_TYPE, v.RULE
        yield iri, v.DCT_IDENTIFIER, Literal(rule)
        yield iri, v.REASON, Literal(reason)
        yield from _known(iri, [(v.RDFS_LABEL, _text(title))])
