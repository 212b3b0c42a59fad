"""Each term of ours that any file uses is defined, in Dutch and in English; every query can be read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, QuerySolutions, Store
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.plugins.sparql import prepareQuery

from graph import ontology
from graph.store import identifiers, sparql, vocabulary
from graph.store.vocabulary import WGE

TURTLE = sorted(ontology.FOLDER.rglob("*.ttl"))
QUERIES = sorted(ontology.FOLDER.rglob("*.rq"))


def name(path: Path) -> str:
    return path.relative_to(ontology.FOLDER).as_posix()


@cache
def parsed(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def governance() -> rdflib.Graph:
    return parsed(ontology.path("governance.ttl"))


def defined() -> set[str]:
    return {str(term) for term in governance().subjects(RDF.type) if str(term).startswith(WGE)}


def terms_in_turtle(path: Path) -> set[str]:
    nodes = {node for triple in parsed(path) for node in triple if isinstance(node, rdflib.URIRef)}
    return {str(node) for node in nodes}


def terms_in_query(query: str) -> set[str]:
    """The IRIs of a query, its prefixed names among them."""
    code = sparql.code(query)
    prefixes = {
        second.text.removesuffix(":"): third.text[1:-1]
        for first, second, third in zip(code, code[1:], code[2:], strict=False)
        if first.text.upper() == "PREFIX"
    }
    found = {token.text[1:-1] for token in code if token.kind == "iri"}
    names = [token.text.partition(":") for token in code if token.kind == "name"]
    found |= {prefixes[prefix] + local for prefix, _, local in names if local}
    return found - set(prefixes.values())


def ours(terms: set[str]) -> set[str]:
    return {term for term in terms if term.startswith(WGE)}


def concepts() -> set[str]:
    kinds = parsed(ontology.path("kinds.ttl"))
    return {
        str(term) for kind in (SKOS.Concept, SKOS.ConceptScheme) for term in kinds.subjects(RDF.type, kind)
    }


@pytest.mark.parametrize("path", TURTLE, ids=name)
def test_turtle_uses_only_terms_that_are_defined(path: Path) -> None:
    assert ours(terms_in_turtle(path)) - defined() == set()


def test_python_uses_only_terms_that_are_defined() -> None:
    constants = {term.value for term in vars(vocabulary).values() if isinstance(term, NamedNode)}
    constants |= {term.value for term in vocabulary.FACT_CLASS.values()}
    assert ours(constants) - defined() == set()


def test_every_term_has_a_label_and_a_definition_in_dutch_and_english() -> None:
    graph = governance()
    lacking = [
        (term, predicate)
        for term in defined()
        for predicate in (RDFS.label, SKOS.definition)
        if {getattr(text, "language", None) for text in graph.objects(rdflib.URIRef(term), predicate)}
        != {"nl", "en"}
    ]
    assert lacking == []


def test_every_term_says_what_it_is() -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    graph = governance()
    assert [term for term in defined() if not kinds & set(graph.objects(rdflib.URIRef(term), RDF.type))] == []


def test_the_borrowed_post_is_declared() -> None:
    post = rdflib.URIRef(vocabulary.OPENGOV_POST.value)
    assert (post, RDFS.range, rdflib.URIRef(vocabulary.ORG_POST.value)) in governance()


def test_prefixes_mean_the_same_in_every_file() -> None:
    for path in TURTLE:
        for prefix, iri in parsed(path).namespaces():
            if prefix in vocabulary.PREFIXES and f"@prefix {prefix}:" in path.read_text(encoding="utf-8"):
                assert vocabulary.PREFIXES[prefix] == str(iri), f"{prefix} in {name(path)}"


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_a_query_can_be_read_by_two_engines(path: Path) -> None:
    # Where a list of addresses is put in, no variable may stand.
    query = path.read_text(encoding="utf-8").replace("{ $these }", "{ <urn:one> <urn:other> }")
    assert isinstance(Store().query(query), QuerySolutions)
    assert prepareQuery(query).algebra.name == "SelectQuery"


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_a_query_uses_only_terms_and_kinds_that_are_defined(path: Path) -> None:
    used = terms_in_query(path.read_text(encoding="utf-8"))
    assert ours(used) - defined() == set()
    assert {iri for iri in used if iri.startswith(identifiers.KINDS)} - concepts() == set()


def test_a_term_that_is_not_defined_would_be_noticed() -> None:
    query = "PREFIX w: <https://w3id.org/wie-gaat-erover/def#> SELECT * { ?s w:nonsense ?o } # w:comment"
    assert ours(terms_in_query(query)) - defined() == {WGE + "nonsense"}
