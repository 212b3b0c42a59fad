"""What one document costs: reading it, in every format and length; its store, the commands and the pages."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import yaml
from streamlit.testing.v1 import AppTest

from graph import answers, questions
from graph.build import build_store
from graph.facts.read import read
from graph.minutes.source import open_source
from tests.bench.figures import Figure, Setting, beside, best, middle, side_by_side
from tests.bench.formats import WANTED, raw, written
from tests.bench.long_minutes import invented

_MINUTES = Path("data/minutes/dvo-twente-2023-04-20.txt")
_QUESTIONS = Path("tests/gold/questions.yaml")
_PAGES = ("overzicht", "portefeuilles", "bestuurskaart", "hiaten", "verslag", "sparql")
_EMPTY = "import streamlit as st\nst.write('leeg')\n"


def command(store: str, *arguments: str) -> Callable[[], object]:
    """A command as a whole process."""
    call = [sys.executable, "-m", "graph", *arguments, "--store", store]
    return lambda: subprocess.run(call, check=True, capture_output=True)


def reading(_: Setting) -> Iterator[Figure]:
    """The customer's minutes."""
    read(_MINUTES)
    yield beside("read the customer's minutes (7 kB), in process", best(lambda: read(_MINUTES)), 10)
    yield beside("  of which the bytes and their hash", best(lambda: open_source(_MINUTES)))


def formats(_: Setting) -> Iterator[Figure]:
    """How many documents of 7 kB a core reads in a second, by format; and that beside the raw cost."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, path in written(Path(folder)).items():
            read(path)
            cost, least = side_by_side(partial(read, path), partial(raw, path))
            what = f"read {kind} of 7 kB"
            yield Figure(f"{what}, documents a second", 1000 / cost, "a second", WANTED[kind], least=True)
            yield Figure(f"{what}, beside the raw cost", cost / least, "×", 15)


def _per_character(characters: int, seeds: Iterable[int], folder: str) -> float:
    """Processor time for a character of invented minutes of some length, in microseconds; the median."""
    path, costs = Path(folder) / "lang.txt", []
    for seed in seeds:
        path.write_text(invented(characters, seed), encoding="utf-8")
        start = time.process_time()
        read(path)
        costs.append((time.process_time() - start) / characters * 1_000_000)
    return middle(costs)


def lengths(_: Setting) -> Iterator[Figure]:
    """What a character of long minutes costs beside one of short ones."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = _per_character(7000, range(1, 16), folder), _per_character(1_000_000, (99,), folder)
    yield Figure("a character of 1 MB of minutes, beside one of 7 kB", long / short, "×", 1.5)


def commands(_: Setting) -> Iterator[Figure]:
    """A store of the customer's minutes, and the commands that ask it."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = partial(tempfile.mkdtemp, dir=folder)
        yield beside("build a store from nothing", best(lambda: build_store([_MINUTES], fresh()), times=3))
        store = str(Path(folder) / "store")
        build_store([_MINUTES], store)
        yield beside("build again, nothing changed", best(lambda: build_store([_MINUTES], store)))
        nothing = [sys.executable, "-c", "pass"]
        floor = best(lambda: subprocess.run(nothing, check=True))
        yield beside("python -c pass (the floor of any command)", floor)
        for name in ("portfolios", "coverage", "gaps"):
            yield beside(f"{name} --json, whole process", best(command(store, name, "--json")), 500)


def asking(_: Setting) -> Iterator[Figure]:
    """Each question of the golden ones, put to an open snapshot whose names are known already."""
    asked = yaml.safe_load(_QUESTIONS.read_text(encoding="utf-8"))["questions"]
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build_store([_MINUTES], store)
        snapshot = answers.open_snapshot(store)
        first = time.perf_counter()
        questions.ask(snapshot, asked[0]["question"])
        yield beside("the first question, that makes the names known", 1000 * (time.perf_counter() - first))
        costs = sorted(best(partial(questions.ask, snapshot, each["question"]), times=3) for each in asked)
    yield beside(f"ask in process, the median of {len(costs)} questions", middle(costs), 20)
    yield beside("ask in process, the slowest of them", costs[-1], 20)


def pages(_: Setting) -> Iterator[Figure]:
    """What each page costs above an empty Streamlit page, warm: the second run and later ones."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        build_store([_MINUTES], store)
        os.environ["WGE_STORE"] = store
        empty = AppTest.from_string(_EMPTY, default_timeout=60).run()
        base = best(empty.run)
        yield beside("an empty Streamlit page", base)
        for page in _PAGES:
            app = AppTest.from_file(str(Path("app.py").resolve()), default_timeout=60).run()
            app.switch_page(f"graph/screen/pages/{page}.py").run()
            yield beside(f"page {page}, above an empty one", best(app.run) - base, 150)
