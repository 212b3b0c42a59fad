"""The state as quads of its one graph. No blank nodes, and every IRI follows from what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from graph.registry import Entity
from graph.state.model import (
    BodyRelation,
    BodySituation,
    DocumentSummary,
    Finding,
    Holding,
    Portfolio,
    RolePost,
    Situation,
    State,
    TrackedPromise,
)
from graph.state.promises.triples import promise_triples
from graph.state.role_triples import post_triples, role_triples, succession_triples
from graph.state.terms import Triple, day, evidence, known, link, node, text, validity, years
from graph.store import vocabulary as v
from graph.store.encoding import iso_date
from graph.store.identifiers import STATE_GRAPH, below, kind_iri, rule_iri

_HOLDER = "portfolio_holder"
Label = Callable[[str], str]
Traits = Mapping[str, tuple[str | None, str | None]]

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
    label = state.registry.label
    needing_names: tuple[Portfolio | RolePost, ...] = (*state.portfolios, *state.role_posts)
    named = {iri for each in needing_names for iri in shown(each)}
    triples = {
        *(triple for document in state.documents for triple in document_triples(document)),
        *(triple for entity in state.registry.entities.values() for triple in entity_triples(entity)),
        *last_meeting_triples(max((each.date for each in state.documents if each.date), default=None)),
        *(mention for entity in state.registry.entities.values() for mention in _mentions(entity)),
        *((node(iri), v.FIRST_SEEN, iso_date(date)) for iri, date in state.first_seen.items()),
        *(label_triple(iri, label(iri)) for iri in named),
        *(triple for body, date in _last_met(state.documents).items() for triple in met_triples(body, date)),
        *circle_triples(state.portfolios, state.situations, state.findings, state.promises, label),
        *body_triples(state.body_situations, state.relations, state.traits),
        *(triple for post in state.role_posts for triple in post_triples(post)),
        *(triple for role in state.roles for triple in role_triples(role)),
        *(triple for each in state.successions for triple in succession_triples(each)),
        *(triple for fact, names in state.speakers.items() for triple in speaker_triples(fact, names)),
        *(triple for rule, told in state.reasons.items() for triple in rule_triples(rule, *told)),
    }
    return [Quad(*triple, STATE_GRAPH) for triple in sorted(triples, key=str)]


def circle_triples(
    portfolios: Iterable[Portfolio],
    situations: Iterable[Situation],
    findings: Iterable[Finding],
    promises: Iterable[TrackedPromise],
    label: Label,
) -> Iterator[Triple]:
    """What follows from the meetings of a body. `label`: the name to show for an entity."""
    bodies: dict[str, str | None] = {}
    for portfolio in portfolios:
        bodies[portfolio.iri] = portfolio.body
        yield from _portfolio(portfolio)
    for situation in situations:
        yield from _situation(situation, label)
        yield from _standing(situation, bodies.get(situation.portfolio))
    for finding in findings:
        yield from _finding(finding)
    for promise in promises:
        yield from promise_triples(promise)


def met_triples(body: str, last: str) -> Iterator[Triple]:
    """When a body met last by its minutes, so that nobody has to look at every meeting there ever was."""
    yield node(body), v.LAST_MET, iso_date(last)


def _last_met(documents: Iterable[DocumentSummary]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in documents:
        if each.body and each.date and not each.replaced_by:
            found[each.body] = max(each.date, found.get(each.body, ""))
    return found


def last_meeting_triples(date: str | None) -> Iterator[Triple]:
    """The date of the last meeting, so that nobody has to look at every meeting there ever was."""
    yield from known(STATE_GRAPH, [(v.LAST_MEETING, day(date))])


def body_triples(
    situations: Iterable[BodySituation], relations: Iterable[BodyRelation], traits: Traits
) -> Iterator[Triple]:
    """What becomes of bodies, how they relate, and of which kind and level they are."""
    for situation in situations:
        yield from _body_situation(situation)
    for relation in relations:
        yield from _relation(relation)
    for body, (kind, level) in traits.items():
        if kind:
            yield node(body), v.BODY_KIND, kind_iri("body", kind)
        if level:
            yield node(body), v.LEVEL, kind_iri("level", level)


def document_triples(document: DocumentSummary) -> Iterator[Triple]:
    """What pickers and headings show of a document."""
    # No class here: the document itself, with all that makes it one, stands in its own graph.
    yield from known(
        node(document.iri),
        [
            (v.DCT_TITLE, text(document.title)),
            (v.FILE, text(document.file)),
            (v.BODY_LINK, link(document.body)),
            (v.DCT_DATE, day(document.date)),
            (v.UNDATED, None if document.date else Literal(True)),  # noqa: FBT003 - the value itself
            (v.FACT_COUNT, Literal(document.facts)),
            (v.DCT_IS_REPLACED_BY, link(document.replaced_by)),
        ],
    )


def entity_triples(entity: Entity) -> Iterator[Triple]:
    """A person, body or theme with its names, past addresses and class; without its mentions."""
    iri = node(entity.iri)
    yield iri, v.RDF_TYPE, _ENTITY_CLASS[entity.kind]
    yield label_triple(entity.iri, entity.label)
    for form in entity.forms:
        yield iri, v.SKOS_ALT_LABEL, Literal(form)
    for former in entity.former:
        yield node(former), v.DCT_IS_REPLACED_BY, iri


def _mentions(entity: Entity) -> Iterator[Triple]:
    mentions = set(entity.mentions)
    yield from (mention_triple(entity.iri, mention) for mention in mentions)
    yield from count_triples(entity.iri, len(mentions))


def count_triples(entity: str, mentions: int) -> Iterator[Triple]:
    """How many facts mention an entity, so that nobody has to count them; nothing of none."""
    if mentions:
        yield node(entity), v.MENTION_COUNT, Literal(mentions)


def mention_triple(entity: str, fact: str) -> Triple:
    """That a fact mentions an entity."""
    return node(entity), v.MENTION, node(fact)


def label_triple(iri: str, label: str) -> Triple:
    """The name to show for something."""
    return node(iri), v.RDFS_LABEL, Literal(label)


def shown(each: Portfolio | RolePost) -> Iterator[str]:
    """What is shown with a portfolio or post: it needs a name, also when no document mentions it as such."""
    if isinstance(each, Portfolio):
        yield from filter(None, (each.theme, each.body))
    else:
        yield from filter(None, (each.body, each.theme, each.told_in))


def _portfolio(portfolio: Portfolio) -> Iterator[Triple]:
    iri = node(portfolio.iri)
    yield iri, v.RDF_TYPE, v.PORTFOLIO
    yield iri, v.CAME_UP_ON, iso_date(portfolio.came_up)
    yield from known(
        iri,
        [
            (v.DCT_SUBJECT, link(portfolio.theme)),
            (v.ORG_POST_IN, link(portfolio.body)),
            (v.PORTFOLIO_SINCE, day(portfolio.since)),
            (v.DISCUSSED_SINCE, day(portfolio.discussed_since)),
        ],
    )


def _situation(situation: Situation, label: Label) -> Iterator[Triple]:
    iri = below(node(situation.portfolio), situation.slot, situation.valid_from)
    yield iri, v.RDF_TYPE, v.SITUATION
    yield iri, v.ABOUT, node(situation.portfolio)
    yield iri, v.SLOT, kind_iri("slot", situation.slot)
    yield iri, v.ANSWER, kind_iri("answer", situation.answer)
    names = [label(each) for each in (*situation.values, *(held.person for held in situation.holdings))]
    yield from known(
        iri,
        [
            (v.VALUE, text(", ".join(names))),
            (v.CONCLUDED_BY, rule_iri(situation.rule) if situation.rule else None),
            (v.REQUESTED_BY, link(situation.requested_by)),
            (v.REQUESTED_PROFILE, text(situation.requested_profile)),
        ],
    )
    yield from validity(iri, situation.valid_from, situation.valid_until)
    yield from years(iri, situation.valid_from, situation.valid_until)
    for body in situation.values:
        yield iri, v.COVERED_BY, node(body)
    for holding in situation.holdings:
        yield from _holding(iri, holding, situation)
    yield from evidence(iri, situation.evidence)


def _standing(situation: Situation, body: str | None) -> Iterator[Triple]:
    """With what else held in a body in the same year: a question about one body then looks at that alone."""
    if body is None or situation.slot != _HOLDER:
        return
    iri = below(node(situation.portfolio), situation.slot, situation.valid_from)
    for _, _, year in years(iri, situation.valid_from, situation.valid_until):
        held = below(node(body), "held", str(year.value))
        yield iri, v.HELD_WITH, held
        yield held, v.HELD_IN_BODY, node(body)
        yield held, v.HELD_IN_YEAR, year


def _holding(iri: NamedNode, holding: Holding, situation: Situation) -> Iterator[Triple]:
    membership = below(iri, "holding", holding.person.rpartition("/")[2])
    yield iri, v.HOLDING, membership
    yield membership, v.RDF_TYPE, v.ORG_MEMBERSHIP
    yield membership, v.ORG_MEMBER, node(holding.person)
    yield membership, v.OPENGOV_POST, node(situation.portfolio)
    yield from known(
        membership,
        [
            (v.CAPACITY, kind_iri("capacity", holding.capacity) if holding.capacity else None),
            (v.DCAT_START_DATE, day(holding.since)),
            (v.DCAT_END_DATE, day(holding.until)),
        ],
    )
    for date in holding.attested:
        yield membership, v.ATTESTED_ON, iso_date(date)
    yield from evidence(membership, holding.evidence or situation.evidence)


def _body_situation(situation: BodySituation) -> Iterator[Triple]:
    iri = below(node(situation.body), "status", situation.valid_from)
    yield iri, v.RDF_TYPE, v.BODY_SITUATION
    yield iri, v.ABOUT, node(situation.body)
    yield iri, v.STATUS, kind_iri("body-status", situation.status)
    yield from known(iri, [(v.EFFECTIVE_ON, day(situation.effective))])
    yield from validity(iri, situation.valid_from, situation.valid_until)
    yield from years(iri, situation.valid_from, situation.valid_until)
    yield from evidence(iri, situation.evidence)


def _relation(relation: BodyRelation) -> Iterator[Triple]:
    other = relation.object.rpartition("/")[2] if relation.object else relation.object_name or "-"
    iri = below(node(relation.body), relation.relation, other)
    yield iri, v.RDF_TYPE, v.BODY_RELATION
    yield iri, v.BODY_LINK, node(relation.body)
    yield iri, v.RELATION, kind_iri("relation", relation.relation)
    yield from known(
        iri, [(v.OBJECT_LINK, link(relation.object)), (v.OBJECT_NAME, text(relation.object_name))]
    )
    if relation.relation == "replaced_by":
        yield iri, v.RDF_TYPE, v.ORG_CHANGE_EVENT
        yield iri, v.ORG_ORIGINAL_ORGANIZATION, node(relation.body)
        yield from known(iri, [(v.ORG_RESULTING_ORGANIZATION, link(relation.object))])
    yield from validity(iri, relation.valid_from, None)
    yield from evidence(iri, relation.evidence)


def _finding(finding: Finding) -> Iterator[Triple]:
    iri = node(finding.iri)
    yield iri, v.RDF_TYPE, _FINDING_CLASS[finding.kind]
    yield iri, v.RDFS_LABEL, Literal(finding.subject)
    yield from known(
        iri,
        [
            (v.THEME_LINK, link(finding.theme)),
            (v.BODY_LINK, link(finding.body)),
            (v.WHAT, text(finding.what)),
            (v.ASPECT, text(finding.code)),
            (v.RESPONSE, text(finding.response)),
            (v.CONCLUDED_BY, rule_iri(finding.rule) if finding.rule else None),
        ],
    )
    for person in finding.people:
        yield iri, v.PERSON_LINK, node(person)
    yield from validity(iri, finding.valid_from, finding.valid_until)
    yield from evidence(iri, finding.evidence)


def speaker_triples(fact: str, names: Iterable[str]) -> Iterator[Triple]:
    """Who said the words of a fact."""
    yield node(fact), v.SPEAKER_NAME, Literal(" en ".join(names))


def rule_triples(rule: str, title: str | None, reason: str) -> Iterator[Triple]:
    """A rule that concluded something, with its reason."""
    iri = rule_iri(rule)
    yield iri, v.RDF_TYPE, v.RULE
    yield iri, v.DCT_IDENTIFIER, Literal(rule)
    yield iri, v.REASON, Literal(reason)
    yield from known(iri, [(v.RDFS_LABEL, text(title))])
