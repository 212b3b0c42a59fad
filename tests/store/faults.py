"""One planted fault for each shape: what is done to a sound graph, and which shape has to notice it."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.store import documents
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, below, document_iri, fact_iri, identifier, kind_iri, rule_iri
from graph.store.unfolding import unfolded
from tests.store.invented import reading

Term = NamedNode | Literal | BlankNode
Quads = list[Quad]
Fault = Callable[[Quads], Quads]

DOCUMENT = document_iri("overleg-2031-05-06")
PORTFOLIO_FACT = fact_iri(DOCUMENT, "portfolio-1")
ROLE_FACT = fact_iri(DOCUMENT, "role-1")
EVIDENCE = below(PORTFOLIO_FACT, "evidence", "1")
PLACE = next(
    quad.object
    for quad in documents.quads(reading())
    if quad.subject == PORTFOLIO_FACT
    and quad.predicate == v.PROV_WAS_DERIVED_FROM
    and isinstance(quad.object, NamedNode)
)
PORTFOLIO = identifier("portfolio", "overleg-jeugd", "jeugdhulp")
SITUATION, LIKELY, OPEN = (identifier("situation", name) for name in ("stated", "inferred", "vacant"))
HOLDING = identifier("holding", "1")
VACANCY = identifier("vacancy", "1")
SUCCESSION = identifier("succession", "1")
PERSON = identifier("person", "a-de-vries")
PROMISE = identifier("promise", "overleg-2031-05-06", "promise-1")
STEP = below(PROMISE, "2031-05-06")


def sound_document() -> Quads:
    return unfolded(stored_document())


def stored_document() -> Quads:
    return documents.quads(reading(), reader="1")


def sound_state() -> Quads:
    triples: list[tuple[NamedNode, NamedNode, Term]] = [
        (PORTFOLIO, v.RDF_TYPE, v.PORTFOLIO),
        (HOLDING, v.RDF_TYPE, v.ORG_MEMBERSHIP),
        (HOLDING, v.ORG_MEMBER, PERSON),
        (HOLDING, v.OPENGOV_POST, PORTFOLIO),
        (HOLDING, v.EVIDENCE, EVIDENCE),
        (SITUATION, v.HOLDING, HOLDING),
        (LIKELY, v.CONCLUDED_BY, rule_iri("likely_lead")),
        (SUCCESSION, v.RDF_TYPE, v.SUCCESSION),
        (SUCCESSION, v.PREDECESSOR, PERSON),
        (SUCCESSION, v.PROV_WAS_DERIVED_FROM, PORTFOLIO_FACT),
        (VACANCY, v.RDF_TYPE, v.VACANCY),
        (VACANCY, v.ABOUT, PORTFOLIO),
        (PROMISE, v.RDF_TYPE, v.TRACKED_PROMISE),
        (PROMISE, v.WORDS, Literal("De notitie rondsturen")),
        (PROMISE, v.FIRST_SEEN, Literal("2031-05-06", datatype=v.XSD_DATE)),
        (PROMISE, v.HAS_STEP, STEP),
        (STEP, v.RDF_TYPE, v.PROMISE_STEP),
        (STEP, v.DCT_DATE, Literal("2031-05-06", datatype=v.XSD_DATE)),
        (STEP, v.STEP, kind_iri("promise-step", "made")),
        (STEP, v.SCHEMA_ACTION_STATUS, kind_iri("promise-status", "open")),
        (STEP, v.PROV_WAS_DERIVED_FROM, fact_iri(DOCUMENT, "promise-1")),
    ]
    for situation, answer in ((SITUATION, "stated"), (LIKELY, "inferred"), (OPEN, "vacant")):
        triples += [
            (situation, v.RDF_TYPE, v.SITUATION),
            (situation, v.ABOUT, PORTFOLIO),
            (situation, v.SLOT, kind_iri("slot", "portfolio_holder")),
            (situation, v.ANSWER, kind_iri("answer", answer)),
            (situation, v.VALID_FROM, Literal("2031-05-06", datatype=v.XSD_DATE)),
        ]
    return [Quad(*triple, STATE_GRAPH) for triple in triples]


def add(subject: NamedNode, predicate: NamedNode, value: Term) -> Fault:
    """One more triple."""
    return lambda quads: [*quads, Quad(subject, predicate, value, quads[0].graph_name)]


def drop(subject: NamedNode, predicate: NamedNode) -> Fault:
    """No such triple any more."""
    return lambda quads: [q for q in quads if (q.subject, q.predicate) != (subject, predicate)]


def put(subject: NamedNode, predicate: NamedNode, value: Term) -> Fault:
    """Another value."""
    return lambda quads: add(subject, predicate, value)(drop(subject, predicate)(quads))


def nameless(quads: Quads) -> Quads:
    """A person's mention without an IRI."""
    return [*quads, Quad(BlankNode("b"), v.RDF_TYPE, v.PERSON, quads[0].graph_name)]


ATTENDANCE = fact_iri(DOCUMENT, "attendance-1")

IN_DOCUMENTS: list[tuple[str, Fault]] = [
    ("NoBlankNodes", nameless),
    ("CodeIsAKind", put(ATTENDANCE, v.STATUS, kind_iri("attendance", "asleep"))),
    ("CodeIsAKind", put(fact_iri(DOCUMENT, "decision-1"), v.OUTCOME, kind_iri("outcome", "forgotten"))),
    ("DocumentIsComplete", drop(DOCUMENT, v.TEXT)),
    ("DocumentIsComplete", put(DOCUMENT, v.SHA256, Literal("abc"))),
    ("DocumentIsComplete", drop(DOCUMENT, v.REPORTS)),
    ("Publicity", drop(PORTFOLIO_FACT, v.PUBLICITY)),
    ("Publicity", add(DOCUMENT, v.PUBLICITY, kind_iri("publicity", "closed"))),
    ("Publicity", drop(below(DOCUMENT, "agenda", "1"), v.PUBLICITY)),
    ("AgendaItemHasPlace", drop(below(DOCUMENT, "agenda", "1"), v.ENDS_AT)),
    ("FactInDocument", drop(PORTFOLIO_FACT, v.IN_DOCUMENT)),
    ("FactHasEvidence", drop(PORTFOLIO_FACT, v.PROV_WAS_DERIVED_FROM)),
    ("EvidenceHasQuote", drop(EVIDENCE, v.QUOTE)),
    ("EvidenceHasQuote", put(EVIDENCE, v.QUOTE, Literal(""))),
    ("EvidenceHasOffsets", drop(EVIDENCE, v.STARTS_AT)),
    ("EvidenceHasOffsets", put(EVIDENCE, v.ENDS_AT, Literal(0))),
    ("EvidenceHasSelectors", drop(EVIDENCE, v.OA_HAS_SELECTOR)),
    ("EvidenceHasSelectors", drop(below(EVIDENCE, "position"), v.OA_END)),
    ("FactHasCertainty", drop(PORTFOLIO_FACT, v.CERTAINTY)),
    ("FactHasCertainty", put(PORTFOLIO_FACT, v.CERTAINTY, kind_iri("review", "confirmed"))),
    ("InferredHasReason", drop(ROLE_FACT, v.REASON)),
    ("InferredHasReason", drop(ROLE_FACT, v.CONCLUDED_BY)),
    ("StatedHasNoRule", add(PORTFOLIO_FACT, v.CONCLUDED_BY, rule_iri("pronoun_to_last_person"))),
    ("AttendanceIsComplete", drop(ATTENDANCE, v.PERSON_NAME)),
    ("AttendanceIsComplete", add(ATTENDANCE, v.STATUS, kind_iri("attendance", "absent"))),
    ("AttendanceIsComplete", put(ATTENDANCE, v.STATUS, kind_iri("role-status", "held"))),
    ("VacantPortfolioHasNoHolder", put(PORTFOLIO_FACT, v.STATUS, kind_iri("portfolio-status", "vacant"))),
    ("VacantRoleHasNoPerson", put(ROLE_FACT, v.STATUS, kind_iri("role-status", "vacant"))),
]
IN_STATE: list[tuple[str, Fault]] = [
    ("NoBlankNodes", nameless),
    ("CodeIsAKind", put(SITUATION, v.ANSWER, kind_iri("answer", "perhaps"))),
    ("SituationIsComplete", drop(SITUATION, v.ABOUT)),
    ("SituationIsComplete", drop(OPEN, v.VALID_FROM)),
    ("SituationIsComplete", add(SITUATION, v.ANSWER, kind_iri("answer", "vacant"))),
    ("InferredSituationHasRule", drop(LIKELY, v.CONCLUDED_BY)),
    ("StatedHolderHasHolding", drop(SITUATION, v.HOLDING)),
    ("StatedHolderHasHolding", drop(HOLDING, v.EVIDENCE)),
    ("StatedSituationHasNoRule", add(SITUATION, v.CONCLUDED_BY, rule_iri("likely_lead"))),
    ("VacantSituationHasNoHolding", add(OPEN, v.HOLDING, HOLDING)),
    ("VacancyHasNoHolder", add(VACANCY, v.ORG_MEMBER, PERSON)),
    ("HoldingIsComplete", drop(HOLDING, v.ORG_MEMBER)),
    ("SuccessionIsComplete", drop(SUCCESSION, v.PREDECESSOR)),
    ("SuccessionIsComplete", add(SUCCESSION, v.PREDECESSOR, identifier("person", "b-vos"))),
    ("SuccessionIsComplete", drop(SUCCESSION, v.PROV_WAS_DERIVED_FROM)),
    ("PromiseHasCourse", drop(PROMISE, v.HAS_STEP)),
    ("PromiseHasCourse", drop(PROMISE, v.WORDS)),
    ("PromiseStepIsComplete", drop(STEP, v.PROV_WAS_DERIVED_FROM)),
    ("PromiseStepIsComplete", put(STEP, v.STEP, kind_iri("promise-status", "forgotten"))),
]
