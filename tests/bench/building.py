"""What building takes: from nothing, one document more, memory, disk; and what a reader notices of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph import answers
from graph.build import build_store
from graph.decisions import Log
from tests.bench import corpus
from tests.bench.asking import body_of
from tests.bench.figures import Figure, Setting, middle
from tests.bench.stores import Built, build, built, facts, folder_size, quads

_MEGA, _GIGA = 1e6, 1e9
_MEANWHILE = 60  # documents that are read while somebody asks
_TRIES = 3


def building(setting: Setting) -> Iterator[Figure]:
    """Stores from nothing, as they were built: how fast, in how much memory, onto how much disk."""
    least: float | None = None
    for size in setting.sizes:
        store = built(setting, size)
        at, told = f"at {size:,}", facts(store.path)
        yield Figure(f"quads of a document, {at}", quads(store.path) / store.documents, "quads")
        yield Figure(f"facts of a document, {at}", told / store.documents, "facts")
        yield Figure(f"disk for a fact, {at}", folder_size(store.path) / told / 1000, "kB", 3)
        if store.taken:
            cost = store.taken.processor / store.documents
            least = least or cost
            yield Figure(
                f"documents built in a second, {at}", store.documents / store.taken.seconds, "a second"
            )
            yield Figure(f"processor time of a document, {at}", cost * 1000, "ms")
            if size != setting.sizes[0]:
                yield Figure(f"processor time of a document, {at}, beside the least", cost / least, "×", 1.5)
            yield Figure(f"most memory, workers counted, {at}", store.taken.memory / _GIGA, "GB", 1.5)


@contextmanager
def _copy(store: Built) -> Iterator[Path]:
    """A copy of a store that may be written to, beside it: on the same disk."""
    with tempfile.TemporaryDirectory(dir=store.path.parent) as folder:
        yield Path(shutil.copytree(store.path, Path(folder) / "store"))


def _more(store: Built, folder: Path, count: int) -> list[Path]:
    """Minutes of the same region that come after those in the store."""
    kind = store.path.parent.name.partition("-")[0]
    found = list(corpus.invented(store.documents + count, kind, seed=2))[-count:]
    folder.mkdir()
    for name, text in found:
        (folder / f"later-{name}").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def adding(setting: Setting) -> Iterator[Figure]:
    """One document more in a store that has many: in process, and as a whole process."""
    for size in setting.sizes:
        store = built(setting, size)
        if not (store.path / "work").is_dir():
            continue  # put there without its writer's half
        with _copy(store) as copy:
            later = _more(store, copy.parent / "later", 2 * _TRIES + 1)
            log = Log(copy.parent / "decisions")
            build_store([later.pop()], copy, decisions=log)
            inside, whole = [], []
            for _ in range(_TRIES):
                start = time.perf_counter()
                build_store([later.pop()], copy, decisions=log)
                inside.append(time.perf_counter() - start)
                whole.append(build(later.pop(), copy))
        yield Figure(f"one document more, in process, at {size:,}", min(inside), "s", 1)
        yield Figure(
            f"one document more, whole process, at {size:,}", min(each.seconds for each in whole), "s", 1
        )
        memory = max(each.memory for each in whole)
        yield Figure(f"  most memory of that, at {size:,}", memory / _GIGA, "GB", 1.5)


def reading_meanwhile(setting: Setting) -> Iterator[Figure]:
    """How long one who asks waits while a build runs, and that the new state is then seen."""
    store = built(setting, setting.sizes[0])
    body = body_of(store)
    with _copy(store) as copy:
        _more(store, copy.parent / "later", _MEANWHILE)
        first = answers.open_snapshot(copy)
        quiet = middle([_asked(copy, body) for _ in range(20)])
        environment = os.environ | {"WGE_DECISIONS": str(copy.parent / "decisions")}
        call = [sys.executable, "-m", "graph", "build", str(copy.parent / "later"), "--store", str(copy)]
        waits = []
        with subprocess.Popen(
            call, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as writer:
            while writer.poll() is None:
                waits.append(_asked(copy, body))
                time.sleep(0.05)
        seen = len(answers.documents(answers.open_snapshot(copy))) - len(answers.documents(first))
    at = f"at {store.documents:,}"
    yield Figure(f"open and ask while a build runs, {at}, beside before", middle(waits) / quiet, "×", note=(
        f"{quiet:.1f} → {middle(waits):.1f} ms, at most {max(waits):.1f}, {len(waits)} times"))  # fmt: skip
    yield Figure(f"  new documents seen after it, of {_MEANWHILE}", seen, "documents", _MEANWHILE, least=True)


def _asked(store: Path, body: str) -> float:
    """Opening the present generation and asking who holds what in one body, in milliseconds."""
    start = time.perf_counter()
    answers.portfolios(answers.open_snapshot(store), None, body)
    return (time.perf_counter() - start) * 1000
