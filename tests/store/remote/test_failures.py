"""Whatever is wrong with an endpoint, one line says so; nothing secret is told and nobody else is asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph import answers
from graph.__main__ import main
from graph.errors import InputError
from graph.store.address import address, update_address
from graph.store.snapshot import open_snapshot
from graph.store.writing import open_writer
from tests.conftest import MINUTES
from tests.store.remote.server import free_port, oxigraph

SECRET = "geheim!"  # noqa: S105 - nobody's
JSON = "application/sparql-results+json"


@dataclass
class Pretender:
    """A server that answers everything with the same; it keeps what it was sent."""

    status: int = 200
    body: bytes = b"<html>Welkom</html>"
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    slow: float = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/query"


@contextmanager
def pretending(pretender: Pretender) -> Iterator[Pretender]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            pretender.asked.append(dict(self.headers))
            threading.Event().wait(pretender.slow)
            self.send_response(pretender.status)
            for name, value in pretender.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(pretender.body)))
            self.end_headers()
            self.wfile.write(pretender.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pretender.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield pretender
    finally:
        server.shutdown()
        server.server_close()


def one_line(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """What a command says that fails as it should."""
    assert main(list(command)) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert SECRET not in told.err
    return told.err


def test_nobody_listens(capsys: pytest.CaptureFixture[str]) -> None:
    told = one_line(capsys, "portfolios", "--store", f"http://127.0.0.1:{free_port()}/query")
    assert "is niet te bereiken (er luistert niets)" in told


def test_a_name_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    told = one_line(capsys, "gaps", "--store", f"http://piet:{SECRET}@bestaat-niet.invalid/query")
    assert "http://bestaat-niet.invalid/query: is niet te bereiken" in told


def test_a_server_that_was_killed(capsys: pytest.CaptureFixture[str]) -> None:
    with oxigraph() as server:
        with open_writer(server.url) as writer:
            writer.publish()
        snapshot = open_snapshot(server.url)
        server.stop()
        with pytest.raises(InputError, match="is niet te bereiken"):
            snapshot.is_current()
        assert "is niet te bereiken" in one_line(capsys, "build", str(MINUTES), "--store", server.url)


@pytest.mark.parametrize(
    ("pretender", "told"),
    [
        (Pretender(), "antwoordt niet als een SPARQL-endpoint"),
        (Pretender(401), "weigert de toegang (401)"),
        (Pretender(403), "weigert de toegang (403)"),
        (Pretender(404), "antwoordt met een fout (404"),
        (Pretender(500, b"\x1b[31mkapot\n\nhier"), "antwoordt met een fout (500: [31mkapot hier)"),
        (Pretender(302, headers={"Location": "http://elders.example/"}), "verwijst door naar elders (302)"),
        (Pretender(200, b'{"head": {"vars": ["a"]}, "resu', {"Content-Type": JSON}), "niet te lezen"),
        (Pretender(200, b"", {"Content-Type": JSON}), "niet te lezen"),
        (Pretender(200, b"{}", {"Content-Type": JSON, "X-SPARQL-MaxRows": "10000"}), "maar een deel"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_answers_is_no_endpoint_for_us(
    pretender: Pretender, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pretending(pretender):
        url = pretender.url.replace("http://", f"http://piet:{SECRET}@")
        assert told in one_line(capsys, "portfolios", "--store", url)
    assert len(pretender.asked) == 1


def test_name_and_password_go_in_the_header_and_nowhere_else() -> None:
    with pretending(Pretender()) as pretender, pytest.raises(InputError) as failure:
        open_snapshot(pretender.url.replace("http://", "http://piet:g%40heim@"))
    assert pretender.asked[0]["Authorization"] == "Basic cGlldDpnQGhlaW0="
    assert "heim" not in repr(address("http://piet:geheim@localhost/query"))
    assert "piet" not in str(failure.value)


def test_an_answer_that_does_not_come_in_time() -> None:
    with oxigraph() as server:
        with open_writer(server.url) as writer:
            writer.publish()
        snapshot = open_snapshot(server.url)
        many = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(40)))} }}" for n in range(6))
        with pytest.raises(InputError, match="binnen 1 s"):
            answers.run_query(snapshot, f"SELECT (COUNT(*) AS ?n) WHERE {{ {many} }}", seconds=1)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        'define get:soft "soft" SELECT * WHERE { ?s ?p ?o }',
        'SELECT (bif:http_get("http://127.0.0.1:1/") AS ?x) WHERE {}',
        "SELECT * FROM <http://example.org/elsewhere> { ?s ?p ?o }",
        "MODIFY GRAPH <x:g> DELETE { ?s ?p ?o } INSERT {} WHERE { ?s ?p ?o }",
    ],
)
def test_a_query_that_does_more_than_ask_never_leaves(query: str) -> None:
    body = b'{"head": {"vars": ["property", "value", "g"]}, "results": {"bindings": []}}'
    with pretending(Pretender(200, body, {"Content-Type": JSON})) as pretender:
        from graph.store.remote import remote_store  # noqa: PLC0415
        from graph.store.remote_snapshot import RemoteSnapshot  # noqa: PLC0415

        snapshot = RemoteSnapshot(remote_store(pretender.url), "1")
        with pytest.raises(InputError):
            snapshot.answer_to(query, seconds=5, rows=10)
        assert len(pretender.asked) == ("FROM" in query)  # to see which graphs there are


@pytest.mark.parametrize(
    "url",
    ["ftp://localhost/x", "file:///etc/passwd", "http://", "http://a:99999/", f"http://p:{SECRET}@a b/"],
)
def test_an_address_that_cannot_be_one(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "adres van de opslag" in one_line(capsys, "coverage", "--store", url)


def test_decisions_have_to_be_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WGE_DECISIONS")
    for command in (["build", str(MINUTES)], ["decide", "--list"]):
        told = one_line(capsys, *command, "--store", f"http://127.0.0.1:{free_port()}/query")
        assert "--decisions" in told


def test_an_endpoint_without_a_store(capsys: pytest.CaptureFixture[str]) -> None:
    with oxigraph() as server:
        assert "bevat nog geen voltooide opslag" in one_line(capsys, "gaps", "--store", server.url)


def test_an_update_address_that_only_answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WGE_DECISIONS", str(tmp_path))
    with oxigraph() as server:
        monkeypatch.setenv("WGE_STORE_UPDATE", server.url)
        assert "WGE_STORE_UPDATE" in one_line(capsys, "build", str(MINUTES), "--store", server.url)


def test_where_updates_go(monkeypatch: pytest.MonkeyPatch) -> None:
    assert update_address("http://h/ds/query").shown == "http://h/ds/update"
    assert update_address("http://h/sparql").shown == "http://h/sparql"
    monkeypatch.setenv("WGE_STORE_UPDATE", "http://h/statements")
    assert update_address("http://h/ds/query").shown == "http://h/statements"
