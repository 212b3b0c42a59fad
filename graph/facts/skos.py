"""The vocabulary that reading needs from `themes.ttl` and `kinds.ttl`, as plain look-up tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from graph import ontology

_Term = ox.NamedNode | ox.BlankNode | ox.Literal
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_WGE = "https://w3id.org/wie-gaat-erover/def#"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its Dutch labels and the notes that steer how the reader matches it."""

    iri: str
    code: str  # skos:notation, else the last part of the IRI
    scheme: str  # the last part but one of the IRI
    label: str
    english: str  # the label where there is no English one
    synonyms: tuple[str, ...]
    hidden: tuple[str, ...]
    abbreviations: tuple[str, ...]
    broader: tuple[str, ...]
    notes: frozenset[str]
    level: str | None
    report_as: str | None  # the contract's code for a narrower kind

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that a text may use, preferred one first."""
        return (self.label, *self.synonyms, *self.hidden)


@cache
def concepts(file: str) -> tuple[Concept, ...]:
    """The concepts of a SKOS file in `ontology/`, in the order of their IRIs."""
    found: dict[str, dict[str, list[_Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in ox.parse(ontology.path(file).read_bytes(), format=ox.RdfFormat.TURTLE):
        found[str(triple.subject)[1:-1]][triple.predicate.value].append(triple.object)
    return tuple(
        _concept(iri, values) for iri, values in sorted(found.items()) if _SKOS + "prefLabel" in values
    )


def _dutch(terms: list[_Term]) -> tuple[str, ...]:
    return tuple(
        term.value for term in terms if isinstance(term, ox.Literal) and term.language in ("nl", None)
    )


def _english(terms: list[_Term]) -> str | None:
    return next(
        (term.value for term in terms if isinstance(term, ox.Literal) and term.language == "en"), None
    )


def _concept(iri: str, values: dict[str, list[_Term]]) -> Concept:
    def plain(name: str) -> tuple[str, ...]:
        return tuple(
            sorted(term.value for term in values.get(name, []) if isinstance(term, ox.Literal | ox.NamedNode))
        )

    parts = iri.split("/")
    flags = frozenset(
        name.removeprefix(_WGE)
        for name, terms in values.items()
        if name.startswith(_WGE) and isinstance(terms[0], ox.Literal) and terms[0].value == "true"
    )
    return Concept(
        iri=iri,
        code=(plain(_SKOS + "notation") or (parts[-1],))[0],
        scheme=parts[-2],
        label=_dutch(values[_SKOS + "prefLabel"])[0],
        english=_english(values[_SKOS + "prefLabel"]) or _dutch(values[_SKOS + "prefLabel"])[0],
        synonyms=tuple(sorted(_dutch(values.get(_SKOS + "altLabel", [])))),
        hidden=tuple(sorted(_dutch(values.get(_SKOS + "hiddenLabel", [])))),
        abbreviations=plain(_WGE + "abbreviation"),
        broader=plain(_SKOS + "broader"),
        notes=flags,
        level=(plain(_WGE + "defaultLevel") or (None,))[0],
        report_as=(plain(_WGE + "reportAs") or (None,))[0],
    )
