"""Deriving the state in the store from its documents and from what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from graph.build.memory import FolderMemory
from graph.decisions import Log, effect_of
from graph.decisions.apply import Applied, applied
from graph.decisions.identity import with_identity
from graph.decisions.model import Decision
from graph.decisions.triples import DECISIONS_GRAPH, told
from graph.decisions.triples import quads as decision_quads
from graph.minutes.sort import DECISION
from graph.registry import Identity
from graph.state import State, quads, state_of
from graph.store import vocabulary as v
from graph.store.documents import readings
from graph.store.identifiers import STATE_GRAPH, document_iri
from graph.store.writing import Writer, open_writer


@dataclass(frozen=True, slots=True)
class Derived:
    """What a state was derived from, and for how many bodies it was worked out anew."""

    documents: int
    facts: int
    worked_out: int


def derive_state(writer: Writer, log: Log) -> Derived:
    """Put the state in the store, and what people decided beside it; a decision made meanwhile counts too."""
    memory = FolderMemory(writer.folder / "remembered")
    while True:
        decisions = log.read()
        counted = _derive(writer, decisions, memory)
        if log.read() == decisions:
            break
    memory.forget_others()
    of_documents = [each for each in counted.readings if each.document.sort != DECISION]
    return Derived(len(of_documents), sum(len(each.facts) for each in of_documents), memory.worked_out)


def refresh_state(store: str | Path, log: Log) -> None:
    """Let the store show what was decided, without reading any document again.

    Raises:
        InputError: another process writes, or there is no store that can be written.
    """
    with open_writer(store) as writer:
        gone = {document_iri(name): () for name in effect_of(log.read()).withdrawn}
        changed = writer.replace_graphs(gone)
        derive_state(writer, log)
        writer.publish(forget=changed)


def _derive(writer: Writer, decisions: tuple[Decision, ...], memory: FolderMemory) -> Applied:
    effect = effect_of(decisions)
    counted = applied(readings(writer), effect)
    state = state_of(counted.readings, memory, Identity(effect.same, effect.different))
    counted = with_identity(counted, effect, _entities(state))
    graphs: dict[NamedNode, Iterable[Quad]] = dict.fromkeys(_told_before(writer), ())
    graphs |= {document_iri(each.document.id): told(each) for each in counted.told}
    graphs[DECISIONS_GRAPH] = decision_quads(decisions, effect, counted)
    graphs[STATE_GRAPH] = quads(state)
    writer.replace_graphs(graphs)
    return counted


def _told_before(writer: Writer) -> list[NamedNode]:
    """The graphs of what decisions told up to now."""
    found = writer.quads_for_pattern(None, v.RDF_TYPE, v.DECISION_TEXT, None)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]


def _entities(state: State) -> dict[str, str]:
    """Each address of a person, body or theme, past or present, or of a mention → what it stands for now."""
    entities = state.registry.entities.values()
    return {iri: entity.iri for entity in entities for iri in (*entity.former, *entity.mentions, entity.iri)}
