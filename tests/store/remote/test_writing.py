"""Writing to an endpoint: all or nothing, in whatever pieces it takes, and any text comes back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import InputError
from graph.facts.model import Reading
from graph.store import documents, remote_writer
from graph.store import vocabulary as v
from graph.store.documents import Source, quads
from graph.store.identifiers import document_iri, identifier
from graph.store.snapshot import has_store, open_snapshot
from graph.store.writing import open_writer
from tests.store.invented import reading
from tests.store.remote.server import GIVEN
from tests.store.strategies import readings

GRAPH = identifier("graph", "test")
SUBJECT = identifier("test", "1")
HOSTILE = [
    '" . } } ; DROP ALL ; INSERT DATA { GRAPH <x:y> { <x:a> <x:b> "',
    "'''\"\"\"\\",
    "\\u0022 . <x:a> <x:b> <x:c>",
    "regel\nmet\r\nregels\ttab",
    "é 漢 𝄞 \u202e\u00a0",
    "# geen commentaar",
    "$graph ?s",
    " ruimte ",
]


def triples(*texts: str) -> list[Quad]:
    return [Quad(SUBJECT, v.RDFS_LABEL, Literal(text), GRAPH) for text in texts]


def stored(endpoint: str) -> set[str]:
    found = open_snapshot(endpoint).quads_for_pattern(None, None, None, GRAPH)
    return {quad.object.value for quad in found}  # type: ignore[union-attr]


def write(endpoint: str, *texts: str) -> str:
    with open_writer(endpoint) as writer:
        writer.replace_graph(triples(*texts), GRAPH)
        return writer.publish()


def test_what_is_published_is_there_and_readers_notice(endpoint: str) -> None:
    assert not has_store(endpoint)
    assert write(endpoint, "een") == "1"
    before = open_snapshot(endpoint)
    assert write(endpoint, "een") == "1"
    assert before.is_current()
    assert write(endpoint, "twee") == "2"
    assert not before.is_current()
    assert stored(endpoint) == {"twee"}
    assert open_snapshot(endpoint).graph_names() == {GRAPH.value}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_back_as_it_was(text: str, endpoint: str) -> None:
    write(endpoint, text, "ander")
    assert stored(endpoint) == {text, "ander"}
    [found] = open_snapshot(endpoint).query(  # type: ignore[misc]
        "SELECT ?s WHERE { GRAPH ?g { ?s ?p $text } }", text=text
    )
    assert found["s"] == SUBJECT


@pytest.mark.skipif(bool(GIVEN), reason="not every engine keeps control characters: see docs/stores.md")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=readings())
def test_a_reading_comes_back_as_it_was(found: Reading, endpoint: str) -> None:
    name = document_iri(found.document.id)
    with open_writer(endpoint) as writer:
        writer.replace_graphs({name: quads(found)})
        writer.publish()
    assert documents.reading(open_snapshot(endpoint), name) == found


def test_what_an_update_cannot_do_leaves_everything_as_it_was(
    endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(endpoint, "oud")
    last = identifier("graph", "last")
    broken = remote_writer.Change("INSERT", last, ("dit is geen triple",))
    honest = remote_writer.RemoteWriter._changes  # noqa: SLF001 - a fault is planted

    def changes(self: Any, name: NamedNode, quads: Any) -> Any:
        return [broken] if name == last else honest(self, name, quads)

    monkeypatch.setattr(remote_writer.RemoteWriter, "_changes", changes)
    with pytest.raises(InputError, match="voert wijzigingen niet uit"), open_writer(endpoint) as writer:
        writer.replace_graphs({GRAPH: triples("nieuw"), last: ()})
    monkeypatch.undo()
    assert stored(endpoint) == {"oud"}


def test_much_goes_in_pieces_and_shows_at_once(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_writer, "LARGEST", 2000)
    many = {f"tekst {number}" for number in range(300)}
    write(endpoint, *many)
    assert stored(endpoint) == many
    write(endpoint, "een")
    assert stored(endpoint) == {"een"}
    assert open_snapshot(endpoint).graph_names() == {GRAPH.value}


def test_what_was_cut_off_halfway_is_tidied_and_published_by_the_next(endpoint: str) -> None:
    with open_writer(endpoint) as writer:
        writer.replace_graph(triples("een"), GRAPH)
        writer.replace_graph([], NamedNode(remote_writer.STAGED + "0"))
        writer.replace_graph(triples("half"), NamedNode(remote_writer.STAGED + "0"))
    assert not has_store(endpoint)
    assert write(endpoint, "een") == "1"
    assert open_snapshot(endpoint).graph_names() == {GRAPH.value}


def test_two_do_not_write_at_once(endpoint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    with open_writer(endpoint) as writer:
        with pytest.raises(InputError, match="er wordt al in deze opslag geschreven"):
            open_writer(endpoint)
        monkeypatch.setenv("WGE_CACHE", str(tmp_path))  # as from another computer
        with open_writer(endpoint) as other:
            with pytest.raises(InputError, match="van elders"):
                writer.replace_graph(triples("een"), GRAPH)
            assert other.replace_graph(triples("twee"), GRAPH)


def test_sources_are_those_of_the_documents(endpoint: str) -> None:
    found = reading()
    name = document_iri(found.document.id)
    with open_writer(endpoint) as writer:
        writer.replace_graphs({name: quads(found, reader="7")})
        told = Source(found.document.sha256, "7", found.document.file)
        assert writer.sources() == {name.value: told}


def test_what_others_keep_there_is_left_alone_and_not_read(endpoint: str) -> None:
    from tests.store.remote.server import update  # noqa: PLC0415

    update(endpoint, 'INSERT DATA { GRAPH <http://example.org/theirs> { <x:a> <x:b> "c" } }')
    write(endpoint, "een")
    assert b"theirs" not in open_snapshot(endpoint).dump()
    [found] = open_snapshot(endpoint).query(  # type: ignore[misc]
        "SELECT ?o WHERE { GRAPH <http://example.org/theirs> { ?s ?p ?o } }"
    )
    assert found["o"] == Literal("c")
