"""SPARQL endpoints to test with: an Oxigraph server of our own, or the one that WGE_TEST_ENDPOINT names."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.store.address import update_address
from graph.store.identifiers import ID
from graph.store.protocol import Endpoint
from graph.store.remote import remote_store
from graph.store.sparql import bind

GIVEN = os.environ.get("WGE_TEST_ENDPOINT")
_OXIGRAPH = Path(sys.executable).parent / "oxigraph"
_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), $start)) }"


@dataclass(frozen=True)
class Server:
    """An Oxigraph server that runs."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def oxigraph(*options: str) -> Iterator[Server]:
    """A server with an empty store in memory."""
    port = free_port()
    command = [str(_OXIGRAPH), "serve", "--bind", f"127.0.0.1:{port}", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}/query", process)
    try:
        _wait_for(server)
        yield server
    finally:
        server.stop()


def _wait_for(server: Server) -> None:
    until = time.monotonic() + 20
    while True:
        try:
            remote_store(server.url).told()
        except InputError:
            if server.process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def update(url: str, text: str) -> None:
    Endpoint(update_address(url)).update(text)


def empty(url: str) -> None:
    """Take away every graph of ours."""
    for row in list(remote_store(url).rows(_GRAPHS, start=ID)):
        update(url, bind("DROP SILENT GRAPH $graph", {"graph": row["g"]}))
