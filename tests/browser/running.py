"""The app, running on a free port over a store of its own, and a Chromium to look at it with."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.find_browser import browser_executable

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    "", "portefeuilles", "bestuurskaart", "hiaten", "toezeggingen", "tijdlijn", "veranderd", "verslag",
    "sparql", "vraag", "zoeken",
    "toevoegen", "persoon", "orgaan", "onderwerp", "vergadering",
)  # fmt: skip
ASKED = (
    "vraag?vraag=Wie+gaat+er+over+ex-detentie%3F", "vraag?vraag=Hoeveel+meldingen+waren+er%3F",
    "vraag?vraag=Wie+is+de+baas+van+de+maan%3F", "vraag?vraag=Welke+toezeggingen+staan+nog+open%3F",
    "vraag?vraag=Who+holds+the+portfolio+of+human+trafficking%3F",
    "vraag?vraag=Wie+was+het+vaakst+afwezig%3F",
    "zoeken?woorden=mensenhandel", "zoeken?woorden=mensenhandel+meldingen", "zoeken?woorden=maanlanding",
)  # fmt: skip
"""Pages where something is asked: each another sort of answer."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_START_LIMIT_S = 60


@contextmanager
def running_app(store: Path, minutes: Path | None = None, entry: Path = ROOT / "app.py") -> Iterator[str]:
    """The address of the app over this store, while the block lasts. Without a store the app builds one.

    `minutes`: the folder of documents, where it is not the project's own; decisions are then kept beside it.
    `entry`: another script to start.
    """
    port = _free_port()
    own = {"WGE_MINUTES": str(minutes), "WGE_DECISIONS": f"{minutes}-decisions"} if minutes else {}
    command = [sys.executable, "-m", "streamlit", "run", str(entry), "--server.port", str(port)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"WGE_STORE": str(store), "PYTHONPATH": str(ROOT)} | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health")
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser; the test is skipped where there is none."""
    executable = browser_executable()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(url: str) -> None:
    until = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own address
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start within {_START_LIMIT_S} seconds")
