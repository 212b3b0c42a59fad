"""Queries of somebody else: what they may do, what ends them, and that nothing ever leaves the machine."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph.errors import InputError
from graph.store import documents, sandbox
from graph.store.embedded import open_snapshot, open_writer
from graph.store.guard import refuse_unsafe
from graph.store.identifiers import document_iri
from tests.store.invented import TEXT, reading

ROOT = Path(__file__).resolve().parents[2]
EXPLOSION = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
DOCUMENT = document_iri(reading().document.id)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sandbox") / "store"
    with open_writer(folder) as writer:
        writer.replace_graph(documents.quads(reading()), DOCUMENT)
        writer.publish()
    return folder


# What comes back


def test_a_select_gives_columns_and_rows(store: Path) -> None:
    query = (
        "PREFIX wge: <https://w3id.org/wie-gaat-erover/def#> "
        "SELECT ?holder ?deputy WHERE { ?c wge:holderName ?holder OPTIONAL { ?c wge:deputy ?deputy } }"
    )
    found = sandbox.run(store, query)
    assert (found.columns, found.rows) == (("holder", "deputy"), (("A. de Vries", None),))
    assert not found.truncated
    assert found.milliseconds > 0


def test_rows_are_limited_and_that_is_said(store: Path) -> None:
    found = sandbox.run(store, "SELECT * { ?s ?p ?o }", rows=3)
    assert (len(found.rows), found.truncated) == (3, True)


def test_an_ask_gives_a_boolean(store: Path) -> None:
    assert sandbox.run(store, "ASK { ?s ?p ?o }").boolean is True
    assert sandbox.run(store, "ASK { ?s ?p 'nee' }").boolean is False


@pytest.mark.parametrize("query", ["CONSTRUCT WHERE { ?s ?p ?o }", f"DESCRIBE {DOCUMENT}"])
def test_a_construct_gives_turtle(store: Path, query: str) -> None:
    found = sandbox.run(store, query, rows=5)
    assert found.turtle is not None
    assert found.turtle.startswith("@prefix besluit:")
    assert found.truncated


def test_a_graph_can_be_named(store: Path) -> None:
    query = "SELECT * FROM GRAPH { ?s ?p 'Jeugdhulp' }"
    assert sandbox.run(store, query.replace("GRAPH", str(DOCUMENT))).rows
    with pytest.raises(InputError, match="is geen graaf van deze opslag"):
        sandbox.run(store, "SELECT * FROM <http://example.org/x> { ?s ?p ?o }")


def test_words_of_any_script_come_through(store: Path) -> None:
    assert sandbox.run(store, "SELECT ('é 漢 \\u2028 😀' AS ?x) {}").rows == (("é 漢 \u2028 😀",),)


def test_a_whole_text_comes_through(store: Path) -> None:
    query = "SELECT ?t { ?d <https://w3id.org/wie-gaat-erover/def#text> ?t }"
    assert sandbox.run(store, query).rows == ((TEXT,),)


# What is said when it goes wrong


@pytest.mark.parametrize("query", ["", "SELECT", "SELECT ?s WHERE { ?s ?p }", "nonsense \0 {"])
def test_a_syntax_error_is_one_line(store: Path, query: str) -> None:
    with pytest.raises(InputError, match=r"^vraag, regel 1, teken \d+: hier klopt de SPARQL niet") as caught:
        sandbox.run(store, query)
    assert "\n" not in str(caught.value)


def test_an_unknown_function_is_said_in_one_line(store: Path) -> None:
    with pytest.raises(InputError, match="vraag: kan niet worden uitgevoerd"):
        sandbox.run(store, "SELECT (<http://example.org/f>(1) AS ?x) {}")


def test_no_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bevat nog geen opslag"):
        sandbox.run(tmp_path, "ASK {}")


# What ends it


def test_an_explosive_query_is_ended(store: Path) -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match="duurde langer dan 1 s en is afgebroken"):
        sandbox.run(store, EXPLOSION, seconds=1)
    assert time.monotonic() - started < 3


def test_a_greedy_query_is_ended(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MEMORY", 300 * 1024**2)
    with pytest.raises(InputError, match="gebruikte meer geheugen dan mag en is afgebroken"):
        sandbox.run(store, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?e ?i", seconds=30)


def test_nothing_is_changed(store: Path) -> None:
    before = open_snapshot(store).dump()
    with pytest.raises(InputError, match="zou de opslag veranderen"):
        sandbox.run(store, "DELETE WHERE { ?s ?p ?o }")
    assert open_snapshot(store).dump() == before


def test_starting_is_light() -> None:
    code = "import sys, graph.store.sandboxed; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"rdflib", "streamlit", "pyshacl", "yaml", "networkx", "pandas", "urllib.request", "graph.errors"}
    assert heavy.isdisjoint(done.stdout.split())


def test_a_module_in_the_current_folder_does_not_get_in(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the real one')")
    monkeypatch.chdir(tmp_path)
    assert sandbox.run(store, "ASK {}").boolean is True


# What may never happen


class Listener:
    """A local server that counts who comes by."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.sendall(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            visitor.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.close()


TRICKS = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { service silent<URL>{ ?s ?p ?o } }",
    "SELECT * { SeRvIcE#\n<URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE #c\r #d\n SILENT #e\n <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <URL> { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE : { ?s ?p ?o } }",
    "PREFIX e: <URL> SELECT * { SERVICEe:x { ?s ?p ?o } }",
    "PREFIX servicee: <URL> SELECT * { SERVICE servicee:x { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } SERVICE?x { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE$x { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1.5e3SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 'x'SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 'x'@nl.SERVICE <URL> { ?s ?p ?o } }",
    "PREFIX e: <URL> SELECT * { ?a ?b e:x.SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b _:x.SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c.SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b '''x''\\''' }'''SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b '' SERVICE <URL> { ?s ?p ?o } FILTER(?a != '') }",
    "SELECT * { FILTER(1 < 2) SERVICE <URL> { ?s ?p ?o } FILTER(2 > 1) }",
    "SELECT * { OPTIONAL { GRAPH ?g { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } } } }",
    "SELECT * { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { ?a ?b ?c MINUS { SERVICE <URL> { ?a ?b ?c } } }",
    "ASK { SERVICE <URL> {} }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH <URL> { ?s ?p ?o } }",
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <URL>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_gets_past_the_guard(store: Path, listener: Listener, trick: str) -> None:
    with pytest.raises(
        InputError, match=r"SERVICE\) en dat mag niet|zou de opslag veranderen|geen graaf van deze opslag"
    ):
        sandbox.run(store, trick.replace("URL", listener.url))
    assert listener.visits == 0


@pytest.mark.parametrize("trick", TRICKS)
def test_behind_the_guard_nothing_can_go_out_either(store: Path, listener: Listener, trick: str) -> None:
    """The process by itself, as if the guard had missed the trick: it has no descriptor to connect with."""
    task = {"generation": str(open_snapshot(store).path), "query": trick.replace("URL", listener.url)}
    task |= {"union": True, "rows": 10, "seconds": 5, "memory": 2 * 1024**3}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "graph.store.sandboxed"]
    done = subprocess.run(
        command, input=json.dumps(task), cwd=ROOT, capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 0, done.stderr
    assert listener.visits == 0


BEFORE = ["", "?a ?b ?c", "?a ?b 1", "?a ?b 1.5", "?a ?b 1e1", "?a ?b true", "?a ?b 'x'", "?a ?b 'x'@nl",
          "?a ?b 'x'^^e:x", "?a ?b e:x", "?a ?b e:", "?a ?b _:x", "?a ?b <x:y>", "?a ?b []", "?a ?b ()", "{}",
          "FILTER(1<2)", "BIND(1 AS ?z)", "?a ?b 'x\\\\'", '?a ?b """x""\\""""', "?a ?b '#'", "?a ?b <x:#>",
          "VALUES ?z { <x:y> }", "?a <x:'> ?c", "?a e:x\\# ?c"]  # fmt: skip
BETWEEN = [
    "",
    " ",
    ".",
    ". ",
    "\n",
    "#c\n",
    "#c\r",
    "\t",
    "\f",
    "\v",
    "\u00a0",
    "\u2028",
    "#\u2028",
    "\\",
    ";",
    "'",
    "<",
]
KEYWORDS = [
    "SERVICE",
    "service",
    "sErViCe",
    "SERVICE SILENT",
    "SERVICESILENT",
    "\\u0053ERVICE",
    "\u017fERVICE",
]
TARGETS = ["<URL>", " <URL>", "#c\n<URL>", "?x", ":x", "e:x", " :x", " e:x"]


SPELLINGS = st.tuples(*map(st.sampled_from, (BEFORE, BETWEEN, KEYWORDS, BETWEEN, TARGETS)))


@given(SPELLINGS)
@settings(max_examples=400, deadline=None)
def test_whatever_oxigraph_takes_for_service_the_guard_does_too(parts: tuple[str, ...]) -> None:
    """Oxigraph itself, in memory with nothing to hold it back, is the judge of what is SERVICE."""
    with closing(Listener()) as listener:
        query = (
            "PREFIX e: <URL> PREFIX : <URL> SELECT * { VALUES ?x { <URL> } "
            + "".join(parts)
            + " { ?s ?p ?o } }"
        )
        query = query.replace("URL", listener.url)
        with suppress(SyntaxError, OSError, RuntimeError):
            list(Store().query(query))  # type: ignore[arg-type]
        if listener.visits:
            with pytest.raises(InputError, match="SERVICE"):
                refuse_unsafe(query, set())


def test_the_listener_would_have_noticed(listener: Listener) -> None:
    with pytest.raises(OSError, match="500"):
        list(Store().query(f"SELECT * {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
    assert listener.visits == 1


def test_some_tricks_would_have_worked(listener: Listener) -> None:
    """Which spellings Oxigraph takes for SERVICE, so that the list above is known to be about something."""
    worked = 0
    for trick in TRICKS:
        before = listener.visits
        with suppress(SyntaxError, OSError, TypeError, RuntimeError):  # what counts is whether it called out
            list(Store().query(trick.replace("URL", listener.url)))  # type: ignore[arg-type]
        worked += listener.visits > before
    assert worked >= 15
