"""The graph as a file: nothing is lost on the way, and at a date nothing later is in it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.__main__ import main
from graph.build import build_store
from graph.publish.graphs import stored, write_graphs
from graph.store.identifiers import STATE_GRAPH
from graph.store.snapshot import Snapshot, open_snapshot
from graph.store.unfolding import unfolded
from tests.conftest import ROOT

DEMO = sorted((ROOT / "data" / "demo").iterdir())
DATE = "2024-06-20"


def _store(files: list[Path], folder: Path) -> Path:
    build_store(files, folder)
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _store(DEMO, tmp_path_factory.mktemp("store") / "store")


def _file(snapshot: Snapshot, form: str) -> bytes:
    file = io.BytesIO()
    write_graphs(stored(snapshot), form, file)
    return file.getvalue()


def _quads(content: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(content, format=form))


def _all(snapshot: Snapshot) -> set[ox.Quad]:
    """What the store holds, with what it leaves unsaid."""
    names = map(ox.NamedNode, snapshot.graph_names())
    return {quad for name in names for quad in unfolded(snapshot.quads_for_pattern(None, None, None, name))}


@pytest.mark.parametrize(("form", "kind"), [("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_all_graphs_come_back_as_they_are(store: Path, form: str, kind: ox.RdfFormat) -> None:
    snapshot = open_snapshot(store)
    assert _quads(_file(snapshot, form), kind) == _all(snapshot)


def test_turtle_holds_every_triple(store: Path) -> None:
    snapshot = open_snapshot(store)
    found = {quad.triple for quad in _quads(_file(snapshot, "ttl"), ox.RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in _all(snapshot)}


def test_json_ld_reads_as_plain_json_and_another_library_understands_its_context(store: Path) -> None:
    content = json.loads(_file(open_snapshot(store), "jsonld"))
    assert content["@context"]["wge"].startswith("https://")
    nodes = [node for graph in content["@graph"] for node in graph["@graph"]]
    speech = next(node for node in nodes if "opengov:Speech" in node.get("@type", ()))
    assert isinstance(speech["wge:act"], str)  # an address, because the context says that it is one
    first = {"@context": content["@context"], "@graph": content["@graph"][:1]}
    read = rdflib.Dataset().parse(data=json.dumps(first), format="json-ld")
    name = rdflib.URIRef(first["@graph"][0]["@id"])
    wanted = [quad for quad in _all(open_snapshot(store)) if quad.graph_name == ox.NamedNode(str(name))]
    assert len(read.graph(name)) == len(wanted)


def test_at_a_date_the_graph_is_that_of_the_minutes_up_to_then(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "graaf.trig"
    assert (
        main(["export", str(out), "--store", str(store), "--as-of", DATE, "--decisions", str(tmp_path)]) == 0
    )
    then = _store([file for file in DEMO if file.name[:10] <= DATE], tmp_path / "then")
    found = _quads(out.read_bytes(), ox.RdfFormat.TRIG)
    expected = _all(open_snapshot(then))
    assert {quad for quad in found if quad.graph_name == STATE_GRAPH} == {
        quad for quad in expected if quad.graph_name == STATE_GRAPH
    }
    assert {quad.graph_name for quad in found} <= {quad.graph_name for quad in expected}


def test_a_name_that_tells_no_kind_of_file_is_refused(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "uit.pdf"), "--store", str(store)]) == 2
    assert "kies een naam op .ttl" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["ttl", "trig", "jsonld", "csv", "xlsx", "docx"])
def test_a_file_is_written_whole_or_not_at_all(
    store: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"uit.{form}"
    assert main(["export", str(out), "--store", str(store), "--as-of", "2025-01-23"]) == 0
    assert out.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [out]
    assert main(["export", str(tmp_path / "nergens" / f"uit.{form}"), "--store", str(store)]) == 2
    assert capsys.readouterr().err.splitlines()[-1].count("kan niet worden geschreven") == 1
