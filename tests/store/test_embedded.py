from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import InputError
from graph.store import documents
from graph.store import folder as layout
from graph.store.embedded import Writer, dump, open_snapshot, open_writer
from graph.store.identifiers import document_iri
from graph.store.snapshot import has_store
from tests.store.invented import TEXT, reading

ROOT = Path(__file__).resolve().parents[2]
GRAPH = NamedNode("http://example.org/g")
SUBJECT = NamedNode("http://example.org/s")
PREDICATE = NamedNode("http://example.org/p")


def value(text: str) -> list[Quad]:
    return [Quad(SUBJECT, PREDICATE, Literal(text), GRAPH)]


def publish(folder: Path, text: str = "one") -> str:
    with open_writer(folder) as writer:
        writer.replace_graph(value(text), GRAPH)
        return writer.publish()


def values(store: documents.QuadSource) -> list[str]:
    found = [quad.object for quad in store.quads_for_pattern(None, None, None)]
    return [term.value for term in found if isinstance(term, Literal)]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and its content, without Oxigraph's own log of the writer."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    publish(folder)
    return folder


# Writing and reading


def test_what_is_published_is_read(tmp_path: Path) -> None:
    found = reading()
    document = document_iri(found.document.id)
    with open_writer(tmp_path) as writer:
        writer.replace_graph(documents.quads(found, reader="7"), document)
        told = documents.Source(found.document.sha256, "7", found.document.file)
        assert writer.sources() == {document.value: told}
        writer.publish()
    snapshot = open_snapshot(tmp_path)
    assert documents.reading(snapshot, document) == found
    assert snapshot.text(document) == TEXT
    assert snapshot.text(document_iri("nergens")) is None
    assert snapshot.graph_names() == {document.value}


def test_a_document_takes_the_place_of_what_was_stored_of_it(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        assert writer.replace_graph(value("old"), GRAPH)
        assert writer.replace_graph(value("new"), GRAPH)
        assert [quad.object for quad in writer.quads_for_pattern(None, None, None)] == [Literal("new")]


def test_no_quads_take_the_graph_away(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.replace_graph(value("old"), GRAPH)
        assert writer.replace_graph([], GRAPH)
        assert list(writer.quads_for_pattern(None, None, None)) == []


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with open_writer(tmp_path_factory.mktemp("any") / "store") as writer:
        yield writer


@given(
    st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["\\u0022 . } ; DROP ALL #", '"""\\'])
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_kept_as_it_is(open_store: Writer, text: str) -> None:
    open_store.replace_graph(value(text), GRAPH)
    assert values(open_store) == [text]


def test_the_same_again_makes_no_generation(store: Path) -> None:
    assert publish(store) == "1"
    assert publish(store, "two") == "2"
    assert layout.generations(store) == ["1", "2"]


def test_what_was_not_published_is_published_next_time(store: Path) -> None:
    with open_writer(store) as writer:
        writer.replace_graph(value("two"), GRAPH)
    assert b"one" in dump(store)
    with open_writer(store) as writer:
        assert writer.publish() == "2"
    assert b"two" in dump(store)


def test_three_generations_stay(store: Path) -> None:
    for text in "abcd":
        publish(store, text)
    assert layout.generations(store) == ["3", "4", "5"]


def test_a_snapshot_stays_as_it_is_and_knows_it_is_old(store: Path) -> None:
    snapshot = open_snapshot(store)
    assert snapshot.is_current()
    for text in ("a", "b", "c", "d"):
        publish(store, text)
    assert not snapshot.is_current()
    assert b'"one"' in snapshot.dump()
    assert b'"d"' in open_snapshot(store).dump()


def test_two_stores_of_the_same_give_the_same_bytes(tmp_path: Path) -> None:
    found = [reading("b"), reading("a")]
    for name, order in (("one", found), ("two", found[::-1])):
        with open_writer(tmp_path / name) as writer:
            for one in order:
                writer.replace_graph(documents.quads(one), document_iri(one.document.id))
            writer.publish()
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    lines = dump(tmp_path / "one").splitlines()
    assert lines == sorted(lines)


def test_a_closed_writer_writes_nothing(store: Path) -> None:
    with open_writer(store) as writer:
        pass
    with pytest.raises(ValueError, match="closed"):
        writer.replace_graph(value("two"), GRAPH)


def test_a_lost_working_copy_is_published_anew(store: Path) -> None:
    shutil.rmtree(store / "work")
    with open_writer(store) as writer:
        assert writer.sources() == {}
        writer.replace_graph(value("two"), GRAPH)
        writer.publish()
    assert b"one" not in dump(store)


def test_a_half_made_generation_is_swept_away(store: Path) -> None:
    (store / "generations" / "2.unfinished").mkdir()
    assert publish(store, "two") == "2"
    assert not (store / "generations" / "2.unfinished").exists()


# Asking


def test_a_parameter_goes_in_anywhere_but_strings(store: Path) -> None:
    query = "SELECT ?o WHERE { { SELECT ?o WHERE { ?s ?p ?o FILTER(?o = $wanted && '$wanted' != ?o) } } }"
    [row] = open_snapshot(store).query(query, wanted="one")  # type: ignore[misc]
    assert [term.value for term in row] == ["one"]
    assert list(open_snapshot(store).query(query, wanted='x" || "" = "')) == []  # type: ignore[arg-type]


def test_a_parameter_that_the_query_has_not_is_named(store: Path) -> None:
    with pytest.raises(InputError, match="parameter body: komt in deze vraag niet voor"):
        open_snapshot(store).query("SELECT ?body WHERE { ?body ?p ?o }", body="x")


def test_without_from_a_query_sees_every_graph_and_with_it_those_named(store: Path) -> None:
    snapshot = open_snapshot(store)
    assert snapshot.query("ASK { ?s ?p ?o }")
    assert snapshot.query("ASK FROM <http://example.org/g> { ?s ?p ?o }")
    assert not snapshot.query("ASK FROM <http://example.org/other> { ?s ?p ?o }")


def test_a_syntax_error_is_one_line_with_its_place(store: Path) -> None:
    with pytest.raises(InputError, match="vraag, regel 2, teken 16: hier klopt de SPARQL niet") as caught:
        open_snapshot(store).query("SELECT ?s\nWHERE { ?s ?p }")
    assert "\n" not in str(caught.value)


# What can be wrong with a store


def test_no_store_yet(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nergens"):
        with pytest.raises(InputError, match="bevat nog geen opslag; doe `python -m graph build`"):
            open_snapshot(folder)


def test_a_store_that_was_never_finished(tmp_path: Path) -> None:
    with open_writer(tmp_path):
        pass
    with pytest.raises(InputError, match="bevat nog geen voltooide opslag"):
        open_snapshot(tmp_path)


@pytest.mark.parametrize("opening", [open_snapshot, open_writer])
def test_a_newer_store_is_left_alone(store: Path, opening: type) -> None:
    (store / "format.json").write_text('{"format": 99}')
    before = tree(store)
    with pytest.raises(InputError, match="is gemaakt door een nieuwere versie"):
        opening(store)
    assert tree(store) == before


def test_an_older_store_is_not_read_and_the_next_writer_makes_it_ours(store: Path) -> None:
    before = dump(store)
    (store / "format.json").write_text('{"format": 1}')
    assert not has_store(store)
    with pytest.raises(InputError, match="is gemaakt door een oudere versie"):
        open_snapshot(store)
    with open_writer(store) as writer:
        assert writer.is_pending
        with pytest.raises(InputError, match="nog geen voltooide opslag"):
            open_snapshot(store)
        writer.publish()
    assert has_store(store)
    assert dump(store) == before


@pytest.mark.parametrize("content", ["", "[]", "{}", "nonsense", '{"format": "x"}', '{"format": null}'])
@pytest.mark.parametrize("opening", [open_snapshot, open_writer])
def test_a_format_that_cannot_be_understood(store: Path, content: str, opening: type) -> None:
    (store / "format.json").write_text(content)
    with pytest.raises(InputError, match=r"is beschadigd|nieuwere versie"):
        opening(store)


@pytest.mark.parametrize("opening", [open_snapshot, open_writer])
def test_a_file_is_no_store(tmp_path: Path, opening: type) -> None:
    path = tmp_path / "store"
    path.write_text("")
    with pytest.raises(InputError, match="is een bestand, geen map met een opslag"):
        opening(path)


def test_a_folder_of_other_things_does_not_become_a_store(tmp_path: Path) -> None:
    (tmp_path / "verslag.txt").write_text("Aanwezig: niemand")
    before = tree(tmp_path)
    with pytest.raises(InputError, match="bevat andere bestanden en is geen map van een opslag"):
        open_writer(tmp_path)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("opening", [open_snapshot, open_writer])
def test_an_address_is_no_folder(opening: type) -> None:
    with pytest.raises(InputError, match="is een adres, geen map"):
        opening("http://localhost:7878/query")


def test_a_generation_that_is_gone(store: Path) -> None:
    shutil.rmtree(store / "generations" / "1")
    with pytest.raises(InputError, match=r"versie 1 is weg.*verwijder die map en doe"):
        open_snapshot(store)
    assert publish(store, "again") == "1"
    assert b"again" in dump(store)


def test_a_current_that_leads_out_of_the_store(store: Path) -> None:
    (store / "current").write_text("../../elsewhere")
    with pytest.raises(InputError, match="`current` wijst geen versie aan"):
        open_snapshot(store)


def test_a_generation_that_is_no_oxigraph(store: Path) -> None:
    path = store / "generations" / "1" / "CURRENT"
    path.unlink()
    path.write_text("nonsense")
    with pytest.raises(InputError, match="versie 1 kan niet worden geopend"):
        open_snapshot(store)


def test_a_working_copy_that_is_no_oxigraph(store: Path) -> None:
    path = store / "work" / "CURRENT"
    path.unlink()
    path.write_text("nonsense")
    with pytest.raises(InputError, match="de werkkopie kan niet worden geopend"):
        open_writer(store)
    assert b"one" in dump(store)


def test_a_generation_that_is_tidied_away_while_we_look(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(store, "two")
    shutil.rmtree(store / "generations" / "1")
    names = iter(["1", "2"])
    monkeypatch.setattr("graph.store.embedded_snapshot.current", lambda _: next(names))
    assert b"two" in open_snapshot(store).dump()


# Folders that may not be written, as somebody without rights: root may do anything

NOBODY = 65534
as_nobody = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become nobody")


def run_as_nobody(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    # The packages are imported before the rights are dropped, because nobody may not even see them.
    program = (
        "import os, sys, pathlib\n"
        "from graph.store.embedded import open_snapshot, open_writer\n"
        f"import graph.errors; os.chdir({str(folder)!r}); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        f"try:\n    {code}\n"
        "except graph.errors.InputError as error:\n    print(error)\n"
    )
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)


@as_nobody
def test_a_read_only_folder_can_be_read(store: Path) -> None:
    store.chmod(0o755)
    done = run_as_nobody("print(len(open_snapshot('.').dump()))", store)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(dump(store))


@as_nobody
def test_a_read_only_folder_cannot_be_written(store: Path) -> None:
    store.chmod(0o755)
    before = tree(store)
    done = run_as_nobody("open_writer('.')", store)
    told = "kan niet worden beschreven (geen toestemming); maak de map beschrijfbaar"
    assert told in done.stdout, done.stderr
    assert tree(store) == before


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(InputError, match="kan niet worden beschreven"):
        open_writer(tmp_path / "store")


# More than one process

WRITING = """
import sys, itertools
from pyoxigraph import Literal, NamedNode, Quad
from graph.store.embedded import open_writer
g, s, p = (NamedNode("http://example.org/" + n) for n in "gsp")
with open_writer(sys.argv[1]) as writer:
    for n in itertools.count():
        many = [Quad(s, p, Literal(f"{n} {i}"), g) for i in range(200)]
        writer.replace_graph(many, g)
        if n % 5 == 0:
            writer.publish()
        print(n, flush=True)
"""


@pytest.fixture
def busy_writer(store: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(store)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_readers_read_while_another_process_writes(store: Path, busy_writer: subprocess.Popen[str]) -> None:
    seen = set()
    for _ in range(40):
        snapshot = open_snapshot(store)
        found = {text.split()[0] for text in values(snapshot)}
        assert len(found) == 1, "a snapshot is of one moment"
        assert len(list(snapshot.quads_for_pattern(None, None, None))) == 200
        seen.add(snapshot.generation)
        time.sleep(0.02)
    assert busy_writer.poll() is None
    assert len(seen) > 1, "later snapshots see later generations"


def test_a_second_writer_is_told(store: Path, busy_writer: subprocess.Popen[str]) -> None:
    with pytest.raises(InputError, match="er wordt al in deze opslag geschreven; wacht tot dat klaar is"):
        open_writer(store)
    assert busy_writer.poll() is None


def test_a_second_writer_in_the_same_process_is_told(store: Path) -> None:
    with open_writer(store):
        before = tree(store)
        with pytest.raises(InputError, match="er wordt al in deze opslag geschreven"):
            open_writer(store)
        assert tree(store) == before
    open_writer(store).close()


def test_a_killed_writer_leaves_a_store_that_is_whole(
    store: Path, busy_writer: subprocess.Popen[str]
) -> None:
    for _ in range(7):
        assert busy_writer.stdout is not None
        busy_writer.stdout.readline()
    busy_writer.send_signal(signal.SIGKILL)
    busy_writer.wait()
    assert len(list(open_snapshot(store).quads_for_pattern(None, None, None))) == 200
    with open_writer(store) as writer:
        found = [text.split()[0] for text in values(writer)]
        assert len(found) == 200
        assert len(set(found)) == 1
        writer.publish()
    assert json.loads((store / "format.json").read_text()) == {"format": layout.FORMAT}
