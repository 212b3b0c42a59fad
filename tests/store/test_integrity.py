from __future__ import annotations

from pyoxigraph import Literal, Store

from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, below, fact_iri
from graph.store.integrity import BrokenEvidence, Dangling, broken_evidence, dangling
from tests.store import faults
from tests.store.faults import DOCUMENT, PLACE, Quads, put


def stored(quads: Quads) -> Store:
    store = Store()
    store.extend(quads)
    return store


def test_a_sound_document_has_nothing_broken() -> None:
    store = stored(faults.stored_document())
    assert list(broken_evidence(store)) == []
    assert dangling(store) == []


def test_a_quote_that_stands_elsewhere_is_found() -> None:
    store = stored(put(PLACE, v.QUOTE, Literal("elders"))(faults.stored_document()))
    [found] = broken_evidence(store)
    assert (found.document, found.evidence) == (DOCUMENT.value, PLACE.value)
    assert found.start is not None


def test_a_place_without_words_is_broken() -> None:
    store = stored(faults.drop(PLACE, v.QUOTE)(faults.stored_document()))
    [found] = broken_evidence(store)
    assert isinstance(found, BrokenEvidence)


def test_what_is_no_place_is_broken() -> None:
    nowhere = below(DOCUMENT, "place", "1")
    store = stored(put(faults.PORTFOLIO_FACT, v.PROV_WAS_DERIVED_FROM, nowhere)(faults.stored_document()))
    assert (nowhere.value, None) in [(found.evidence, found.end) for found in broken_evidence(store)]


def test_an_identifier_that_nothing_describes_is_found() -> None:
    gone = fact_iri(DOCUMENT, "person-404")
    store = stored(put(faults.PORTFOLIO_FACT, v.HOLDER, gone)(faults.stored_document()))
    assert dangling(store) == [Dangling(faults.PORTFOLIO_FACT.value, v.HOLDER.value, gone.value)]


def test_the_state_may_point_into_a_document() -> None:
    store = stored(faults.stored_document())
    holding = below(STATE_GRAPH, "holding")
    store.extend(faults.add(holding, v.EVIDENCE, PLACE)(faults.sound_state()[:1]))
    assert [found for found in dangling(store) if found.object == PLACE.value] == []
