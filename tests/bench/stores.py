"""Stores of invented minutes, built by the command itself and kept with what the building took."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import psutil
from pyoxigraph import Literal

from graph.store import vocabulary as v
from graph.store.embedded_snapshot import EmbeddedSnapshot
from graph.store.identifiers import STATE_GRAPH
from graph.store.snapshot import Snapshot, open_snapshot
from tests.bench import corpus
from tests.bench.figures import Setting

_EVERY = 0.2  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Taken:
    """What a build took: seconds of the clock and of processors, and the most memory at one time."""

    seconds: float
    processor: float
    memory: float  # bytes of the whole process tree, what is shared counted once


@dataclass(frozen=True, slots=True)
class Built:
    """A store. `taken` is None for one that somebody else put there."""

    path: Path
    minutes: Path
    documents: int
    taken: Taken | None


def build(minutes: Path, store: Path) -> Taken:
    """`python -m graph build`, as a process of its own, with its workers looked at while it runs."""
    environment = os.environ | {"WGE_DECISIONS": str(store.with_name(store.name + ".decisions"))}
    call = [sys.executable, "-m", "graph", "build", str(minutes), "--store", str(store)]
    start, most, used = time.perf_counter(), 0.0, 0.0
    with subprocess.Popen(
        call, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            memory, processor = _now(process.pid)
            most, used = max(most, memory), max(used, processor)
            time.sleep(_EVERY)
    if process.returncode:
        raise RuntimeError(f"{' '.join(call)}: exit status {process.returncode}")
    return Taken(time.perf_counter() - start, used, most)


def _now(pid: int) -> tuple[float, float]:
    """Bytes and processor seconds of a process and all below it; PSS, so that shared pages count once."""
    memory = used = 0.0
    try:
        tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0.0, 0.0
    for process in tree:
        try:
            memory += getattr(process.memory_full_info(), "pss", process.memory_info().rss)
            times = process.cpu_times()
            used += times.user + times.system
        except (psutil.NoSuchProcess, psutil.AccessDenied):  # it ended while we looked
            continue
    return memory, used


def folder_size(folder: Path) -> int:
    """Bytes on the disk below a folder, a file that stands there under two names counted once."""
    entries = {
        (found := path.stat()).st_ino: found.st_blocks * 512 for path in folder.rglob("*") if path.is_file()
    }
    return sum(entries.values())


def built(setting: Setting, documents: int, kind: str = "fixed") -> Built:
    """The store of so many invented minutes, built when it is not there yet."""
    place = setting.folder / f"{kind}-{documents}"
    minutes, store, known = place / "minutes", place / "store", place / "taken.json"
    if not minutes.is_dir():
        corpus.write(minutes, documents, kind)
    if not (store / "current").exists():
        shutil.rmtree(store, ignore_errors=True)
        known.write_text(json.dumps(asdict(build(minutes, store))), encoding="utf-8")
    taken = Taken(**json.loads(known.read_text(encoding="utf-8"))) if known.exists() else None
    return Built(store, minutes, documents, taken)


def facts(store: Path) -> int:
    """How many facts a store holds."""
    found = opened(store).quads_for_pattern(None, v.FACT_COUNT, None, STATE_GRAPH)
    return sum(int(quad.object.value) for quad in found if isinstance(quad.object, Literal))


def quads(store: Path) -> int:
    """How many quads a store holds: Oxigraph counts them one by one, so only where it is asked."""
    snapshot = opened(store)
    return len(snapshot._store) if isinstance(snapshot, EmbeddedSnapshot) else 0  # noqa: SLF001 - only counted


@lru_cache(maxsize=8)
def opened(store: Path) -> Snapshot:
    """The snapshot of a store, opened once."""
    return open_snapshot(store)
