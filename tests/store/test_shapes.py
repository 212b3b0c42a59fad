from __future__ import annotations

from collections.abc import Callable

import pytest
import rdflib
from pyoxigraph import Store
from rdflib.namespace import RDF, SH

from graph import ontology
from graph.store import vocabulary as v
from graph.store.shapes import all_violations, violations
from graph.store.unfolding import unfolded
from tests.store import faults
from tests.store.faults import Fault, Quads

SHAPE = "https://w3id.org/wie-gaat-erover/shape#"


def named_shapes() -> set[str]:
    graph = rdflib.Graph().parse(ontology.path("shapes.ttl"), format="turtle")
    found = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    return {str(shape).removeprefix(SHAPE) for shape in found}


@pytest.mark.parametrize("sound", [faults.sound_document, faults.sound_state])
def test_a_sound_graph_conforms(sound: Callable[[], Quads]) -> None:
    assert violations(sound()) == []


@pytest.mark.parametrize(("shape", "fault"), faults.IN_DOCUMENTS)
def test_a_fault_in_a_document_is_reported(shape: str, fault: Fault) -> None:
    assert shape in {found.shape for found in violations(fault(faults.sound_document()))}


@pytest.mark.parametrize(("shape", "fault"), faults.IN_STATE)
def test_a_fault_in_the_state_is_reported(shape: str, fault: Fault) -> None:
    assert shape in {found.shape for found in violations(fault(faults.sound_state()))}


def test_a_fault_in_what_is_stored_is_seen_in_what_follows() -> None:
    broken = faults.drop(faults.PLACE, v.QUOTE)(faults.stored_document())
    found = {found.shape for found in violations(unfolded(broken))}
    assert {"EvidenceHasQuote", "EvidenceHasSelectors"} <= found


def test_every_shape_has_a_planted_fault() -> None:
    planted = {shape for shape, _ in faults.IN_DOCUMENTS + faults.IN_STATE}
    assert planted == named_shapes()


def test_a_violation_says_what_and_where() -> None:
    broken = dict(faults.IN_DOCUMENTS)["FactHasEvidence"](faults.sound_document())
    [found] = violations(broken)
    assert found.focus == faults.PORTFOLIO_FACT.value
    assert found.path == "http://www.w3.org/ns/prov#wasDerivedFrom"
    assert found.message == "Geen feit zonder zin: dit feit wijst niet naar een plaats in de tekst."
    assert found.severity == "high"


def test_documents_and_state_are_checked_apart() -> None:
    store = Store()
    store.extend(dict(faults.IN_DOCUMENTS)["FactHasCertainty"](faults.stored_document()))
    store.extend(dict(faults.IN_STATE)["InferredSituationHasRule"](faults.sound_state()))
    found = [violation.shape for violation in all_violations(store)]
    assert found == ["FactHasCertainty", "InferredSituationHasRule"]
