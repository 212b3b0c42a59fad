"""Roles, who fills them, and who follows whom, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal

from graph.state.model import RolePost, RoleSituation, Succession
from graph.state.terms import Triple, day, evidence, known, link, node, validity
from graph.store import vocabulary as v
from graph.store.encoding import iso_date
from graph.store.identifiers import below, kind_iri, rule_iri


def post_triples(post: RolePost) -> Iterator[Triple]:
    """A role in a body or for a theme."""
    iri = node(post.iri)
    yield iri, v.RDF_TYPE, v.ORG_POST
    yield iri, v.ROLE_NAME, Literal(post.role)
    yield from known(
        iri,
        [
            (v.ORG_POST_IN, link(post.body)),
            (v.DCT_SUBJECT, link(post.theme)),
            (v.TOLD_IN, link(post.told_in)),
        ],
    )


def role_triples(role: RoleSituation) -> Iterator[Triple]:
    """Somebody in a role for a stretch of time."""
    holding = role.holding
    iri = below(node(role.post), "holding", holding.person.rpartition("/")[2], role.valid_from)
    yield iri, v.RDF_TYPE, v.ORG_MEMBERSHIP
    yield iri, v.ORG_MEMBER, node(holding.person)
    yield iri, v.OPENGOV_POST, node(role.post)
    yield iri, v.STATUS, kind_iri("role-status", role.status)
    yield from known(
        iri,
        [
            (v.DCAT_START_DATE, day(holding.since)),
            (v.DCAT_END_DATE, day(holding.until)),
            (v.CONCLUDED_BY, rule_iri(role.rule) if role.rule else None),
        ],
    )
    for date in holding.attested:
        yield iri, v.ATTESTED_ON, iso_date(date)
    yield from validity(iri, role.valid_from, role.valid_until)
    yield from evidence(iri, role.evidence)


def succession_triples(succession: Succession) -> Iterator[Triple]:
    """Who follows whom in what."""
    iri = node(succession.iri)
    yield iri, v.RDF_TYPE, v.SUCCESSION
    yield from known(
        iri,
        [
            (v.ABOUT, link(succession.post)),
            (v.BODY_LINK, link(succession.body)),
            (v.PREDECESSOR, link(succession.predecessor)),
            (v.SUCCESSOR, link(succession.successor)),
            (v.CAPACITY, kind_iri("capacity", succession.capacity) if succession.capacity else None),
            (v.EFFECTIVE_ON, day(succession.effective)),
            (v.CONCLUDED_BY, rule_iri(succession.rule) if succession.rule else None),
        ],
    )
    yield from validity(iri, succession.valid_from, succession.valid_until)
    yield from evidence(iri, succession.evidence)
