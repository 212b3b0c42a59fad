"""A build killed at any moment: the store opens, each document is the old or the new, no decision is lost."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.answers import open_snapshot
from graph.build import build_store
from graph.decisions import Decision, Log
from graph.store.documents import documents
from graph.store.embedded import dump, open_writer
from tests.build.test_process import invented
from tests.conftest import ROOT

MEETINGS, KILLS = 16, 50


def write(folder: Path, more: str) -> Path:
    folder.mkdir(parents=True)
    for number in range(MEETINGS):
        (folder / f"verslag-{number:02}.txt").write_text(invented(number) + more, encoding="utf-8")
    return folder


def graphs(store: Path) -> dict[str, frozenset[str]]:
    """What the writer's own copy holds of each document."""
    with open_writer(store) as writer:
        return {
            name.value: frozenset(str(quad) for quad in writer.quads_for_pattern(None, None, None, name))
            for name in documents(writer)
        }


def killed(folder: Path, store: Path, after: float) -> None:
    """Start a build and kill it after some seconds, unless it is done by then."""
    command = [sys.executable, "-m", "graph", "build", str(folder), "--store", str(store)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)


def decision(number: int) -> Decision:
    target = f"geen-{number}"
    return Decision(id="", time="", kind="withdraw", by="A. Griffier", because=str(number), targets=(target,))


def test_a_build_killed_at_any_moment_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WGE_DECISIONS", str(tmp_path / "log"))
    log, chance = Log(tmp_path / "log"), random.Random(50)  # noqa: S311 - repeatable
    old = write(tmp_path / "old", "")
    new = write(tmp_path / "new", "\nC. van Dam is portefeuillehouder Economie.\n")
    build_store([old], tmp_path / "before")
    build_store([new], tmp_path / "after")
    before, after = graphs(tmp_path / "before"), graphs(tmp_path / "after")
    start = time.monotonic()
    store = tmp_path / "store"
    shutil.copytree(tmp_path / "before", store)
    killed(new, store, 600)
    whole = time.monotonic() - start
    acknowledged = []
    for number in range(KILLS):
        shutil.rmtree(store)
        shutil.copytree(tmp_path / "before", store)
        acknowledged.append(log.append(decision(number)))
        killed(new, store, chance.uniform(0, whole))
        assert len(list(documents(open_snapshot(store)))) == MEETINGS
        found = graphs(store)
        assert found.keys() == before.keys()
        assert all(found[name] in (before[name], after[name]) for name in found)
        if number % 10 == 0:
            build_store([new], store)
            build_store([new], tmp_path / "after")
            assert dump(store) == dump(tmp_path / "after")
    assert log.read() == tuple(acknowledged)
