"""How the IRIs of things are made: deterministic, readable, and with names that can be got back out."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

ID = "https://w3id.org/wie-gaat-erover/id/"


_PLAIN = re.compile(r"[\w~-]+", re.ASCII)  # nothing in it to encode


def _segment(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    encoded = quote(text, safe="")
    # A segment of dots alone would mean "here" or "one up" to anything that resolves the IRI.
    return encoded.replace(".", "%2E") if set(text) == {"."} else encoded


def identifier(*parts: str) -> NamedNode:
    """The IRI with these path segments in our id namespace; whatever a segment holds is percent-encoded."""
    return NamedNode(ID + "/".join(_segment(part) for part in parts))


def below(iri: NamedNode, *parts: str) -> NamedNode:
    """The IRI of a part of something: `below(fact, "evidence", "1")`."""
    return NamedNode("/".join((iri.value, *(_segment(part) for part in parts))))


def last_segment(iri: NamedNode) -> str:
    """The last path segment, decoded: a kind's code, a fact's or a document's id."""
    return unquote(iri.value.rpartition("/")[2])


@lru_cache(maxsize=4096)  # asked for every fact of a document
def document_iri(document_id: str) -> NamedNode:
    """The IRI of a document, which is the name of its graph too."""
    return identifier("document", document_id)


def fact_iri(document: NamedNode, fact_id: str) -> NamedNode:
    """The IRI of a fact of a document."""
    return below(document, "fact", fact_id)


def place_iri(document: NamedNode, start: int, end: int) -> NamedNode:
    """The IRI of a place in the text of a document, as RFC 5147 points at characters of plain text."""
    return NamedNode(f"{document.value}#char={start},{end}")


_PLACE = re.compile(r"#char=(\d+),(\d+)$")


def span_of(place: NamedNode) -> tuple[int, int] | None:
    """Where a place begins and ends; None for what is no IRI of a place."""
    found = _PLACE.search(place.value)
    return (int(found[1]), int(found[2])) if found else None


def kind_iri(scheme: str, code: str) -> NamedNode:
    """The concept of kinds.ttl with this code."""
    return identifier("kind", scheme, code)


def rule_iri(rule_id: str) -> NamedNode:
    """The IRI of a rule that concludes things."""
    return identifier("rule", rule_id)


def reference_graph(name: str) -> NamedNode:
    """The graph of one background source."""
    return identifier("graph", "reference", name)


STATE_GRAPH = identifier("graph", "state")
DECISIONS_GRAPH = identifier("graph", "decisions")
STORE_GRAPH, STORE = identifier("graph", "store"), identifier("store")
KINDS = identifier("kind").value + "/"
