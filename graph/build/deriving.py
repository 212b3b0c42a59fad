"""Deriving the state in the store from its documents and from what people decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from graph.build.level import catalogue_of, published
from graph.build.step import DERIVING, Step
from graph.catalogue import Catalogue, settle
from graph.decisions import Log, effect_of
from graph.decisions.apply import Applied, applied
from graph.decisions.effect import Effect
from graph.decisions.identity import with_identity
from graph.decisions.model import Decision
from graph.decisions.triples import quads as decision_quads
from graph.decisions.triples import told
from graph.registry import Identity, theme_scheme
from graph.state import load_rules
from graph.store import vocabulary as v
from graph.store.documents import reading as stored_reading
from graph.store.identifiers import DECISIONS_GRAPH, STATE_GRAPH, document_iri, last_segment
from graph.store.writing import Writer, open_writer

Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Derived:
    """What a state was derived from, and for how many bodies it was worked out anew."""

    documents: int
    facts: int
    worked_out: int


def derive_state(writer: Writer, catalogue: Catalogue, log: Log, progress: Progress | None = None) -> Derived:
    """Put the state in the store, and what people decided beside it; a decision made meanwhile counts too."""
    worked_out = 0
    while True:
        decisions = log.read()
        worked_out += _derive(writer, catalogue, decisions, progress)
        if log.read() == decisions:
            return Derived(*catalogue.counts(), worked_out)


def refresh_state(store: str | Path, log: Log) -> None:
    """Let the store show what was decided, without reading any document again.

    Raises:
        InputError: another process writes, or there is no store that can be written.
    """
    with open_writer(store) as writer, catalogue_of(writer) as catalogue:
        withdrawn = effect_of(log.read()).withdrawn
        changed = writer.replace_graphs({document_iri(name): () for name in withdrawn})
        for name in withdrawn:
            catalogue.drop(name)
        derive_state(writer, catalogue, log)
        published(catalogue, writer, forget=changed)


def _derive(
    writer: Writer, catalogue: Catalogue, decisions: tuple[Decision, ...], progress: Progress | None
) -> int:
    effect = effect_of(decisions)
    counted = _counted(writer, catalogue, effect)
    identity = Identity(effect.same, effect.different)
    settled = settle(catalogue, theme_scheme(), load_rules(), identity, _counting(progress))
    targets = {target for decision in effect.standing for target in decision.targets}
    counted = with_identity(counted, effect, catalogue.mentioned.entities_of(targets))
    graphs: dict[NamedNode, Iterable[Quad]] = dict.fromkeys(_told_before(writer), ())
    graphs |= {document_iri(each.document.id): told(each) for each in counted.told}
    graphs[DECISIONS_GRAPH] = decision_quads(decisions, effect, counted)
    writer.replace_graphs(graphs)
    if catalogue.network.rewrite:
        writer.rewrite_graph(STATE_GRAPH, catalogue.network.all_lines())
        catalogue.network.rewrite = False
    else:
        writer.change_graph(STATE_GRAPH, settled.gone, settled.come)
    return settled.worked_out


def _counting(progress: Progress | None) -> Callable[[str, int, int], None] | None:
    if progress is None:
        return None
    return lambda what, done, total: progress(Step(f"{what} afgeleid", DERIVING, done, total))


def _counted(writer: Writer, catalogue: Catalogue, effect: Effect) -> Applied:
    """The documents that decisions speak of, as they count, and what is added to them, into the catalogue."""
    spoken_of = {last_segment(NamedNode(fact.rpartition("/fact/")[0])) for fact, _ in effect.verdicts}
    concerned = catalogue.of_same_meetings(spoken_of | catalogue.judged())
    raw = [stored_reading(writer, document_iri(name)) for name in sorted(concerned)]
    counted = applied(raw, effect)
    as_read = {reading.document.id: reading for reading in raw}
    added = {reading.document.id for reading in counted.readings} - as_read.keys()
    for name in catalogue.added() - added:
        catalogue.drop(name)
    for reading in counted.readings:
        name = reading.document.id
        catalogue.put(reading, catalogue.reader(name), judged=reading != as_read.get(name))
    return counted


def _told_before(writer: Writer) -> list[NamedNode]:
    """The graphs of what decisions told up to now."""
    found = writer.quads_for_pattern(None, v.RDF_TYPE, v.DECISION_TEXT, None)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
