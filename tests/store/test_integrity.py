from __future__ import annotations

from pyoxigraph import Literal, Store

from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, below, fact_iri
from graph.store.integrity import BrokenEvidence, Dangling, broken_evidence, dangling
from tests.store import faults
from tests.store.faults import DOCUMENT, EVIDENCE, Quads, put


def stored(quads: Quads) -> Store:
    store = Store()
    store.extend(quads)
    return store


def test_a_sound_document_has_nothing_broken() -> None:
    store = stored(faults.sound_document())
    assert list(broken_evidence(store)) == []
    assert dangling(store) == []


def test_a_quote_that_stands_elsewhere_is_found() -> None:
    store = stored(put(EVIDENCE, v.STARTS_AT, Literal(3))(faults.sound_document()))
    [found] = broken_evidence(store)
    assert (found.document, found.evidence, found.start) == (DOCUMENT.value, EVIDENCE.value, 3)


def test_a_place_without_offsets_is_broken() -> None:
    store = stored(faults.drop(EVIDENCE, v.ENDS_AT)(faults.sound_document()))
    [found] = broken_evidence(store)
    assert isinstance(found, BrokenEvidence)
    assert found.end is None


def test_an_identifier_that_nothing_describes_is_found() -> None:
    gone = fact_iri(DOCUMENT, "person-404")
    store = stored(put(faults.PORTFOLIO_FACT, v.HOLDER, gone)(faults.sound_document()))
    assert dangling(store) == [Dangling(faults.PORTFOLIO_FACT.value, v.HOLDER.value, gone.value)]


def test_the_state_may_point_into_a_document() -> None:
    store = stored(faults.sound_document())
    holding = below(STATE_GRAPH, "holding")
    store.extend(faults.add(holding, v.EVIDENCE, EVIDENCE)(faults.sound_state()[:1]))
    assert [found for found in dangling(store) if found.object == EVIDENCE.value] == []
