"""Time what users wait for, best of five, each beside one yardstick, so that machines can be compared."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from streamlit.testing.v1 import AppTest

from graph.build import build_store
from graph.facts.read import read
from graph.minutes.source import open_source
from tests.bench.formats import WANTED, raw, written
from tests.bench.long_minutes import invented

_MINUTES = Path("data/minutes/dvo-twente-2023-04-20.txt")
_PAGES = ("overzicht", "portefeuilles", "bestuurskaart", "hiaten", "verslag", "sparql")
_EMPTY = "import streamlit as st\nst.write('leeg')\n"


def best(action: Callable[[], object], times: int = 5) -> float:
    """The shortest of some runs, in milliseconds."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        runs.append((time.perf_counter() - start) * 1000)
    return min(runs)


def yardstick() -> int:
    """A fixed piece of work of the same sort as reading: splitting, counting and joining words."""
    words = ("de stuurgroep vraagt om een overzicht van alle portefeuilles na de zomer " * 400).split()
    counts: dict[str, int] = {}
    for word in words * 6:
        counts[word] = counts.get(word, 0) + len(word)
    return sum(counts.values())


def line(name: str, milliseconds: float, limit: float | None = None) -> None:
    """Print a figure, its ratio to a yardstick run right beside it, and the limit that the project set."""
    unit = best(yardstick)
    wanted = f"   (at most {limit:g} ms on a quiet machine)" if limit else ""
    print(f"{name:<58}{milliseconds:9.1f} ms {milliseconds / unit:8.2f} × yardstick{wanted}", flush=True)


def command(store: str, *arguments: str) -> Callable[[], object]:
    """A command as a whole process."""
    call = [sys.executable, "-m", "graph", *arguments, "--store", store]
    return lambda: subprocess.run(call, check=True, capture_output=True)


def pages(store: str) -> None:
    """What each page costs above an empty Streamlit page, warm: the second run and later ones."""
    os.environ["WGE_STORE"] = store
    empty = AppTest.from_string(_EMPTY, default_timeout=60).run()
    base = best(empty.run)
    line("an empty Streamlit page", base)
    for page in _PAGES:
        app = AppTest.from_file(str(Path("app.py").resolve()), default_timeout=60).run()
        app.switch_page(f"graph/screen/pages/{page}.py").run()
        line(f"page {page}, above an empty one", best(app.run) - base, 150)


def per_character(characters: int, seeds: Iterable[int], folder: str) -> float:
    """Processor time for a character of invented minutes of some length, in microseconds; the median."""
    path, costs = Path(folder) / "lang.txt", []
    for seed in seeds:
        path.write_text(invented(characters, seed), encoding="utf-8")
        start = time.process_time()
        read(path)
        costs.append((time.process_time() - start) / characters * 1_000_000)
    return statistics.median(costs)


def lengths() -> None:
    """What a character of long minutes costs beside one of short ones."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = per_character(7000, range(1, 16), folder), per_character(1_000_000, (99,), folder)
    print(f"{'a character of 1 MB of minutes, beside one of 7 kB':<58}{long / short:9.2f} ×    (at most 1.5)")


def each_format() -> None:
    """How many documents of 7 kB are read in a second, by format; and that beside the raw cost."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, path in written(Path(folder)).items():
            read(path)
            cost, least = best(partial(read, path)), best(partial(raw, path))
            print(
                f"{f'read {kind} of 7 kB, documents a second':<58}{1000 / cost:9.0f}"
                f"    (at least {WANTED[kind]}); {cost / least:6.1f} × the raw cost (at most 15)",
                flush=True,
            )


def main() -> None:
    """Print every figure."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{python}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    line("the yardstick", best(yardstick))
    read(_MINUTES)
    line("read the customer's minutes (7 kB), in process", best(lambda: read(_MINUTES)), 10)
    line("  of which the bytes and their hash", best(lambda: open_source(_MINUTES)))
    each_format()
    lengths()
    with tempfile.TemporaryDirectory() as folder:
        line(
            "build a store from nothing",
            best(lambda: build_store([_MINUTES], tempfile.mkdtemp(dir=folder)), times=3),
        )
        store = str(Path(folder) / "store")
        build_store([_MINUTES], store)
        line("build again, nothing changed", best(lambda: build_store([_MINUTES], store)))
        line(
            "python -c pass (the floor of any command)",
            best(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True)),
        )
        for name in ("portfolios", "coverage", "gaps"):
            line(f"{name} --json, whole process", best(command(store, name, "--json")), 500)
        pages(store)


if __name__ == "__main__":
    main()
