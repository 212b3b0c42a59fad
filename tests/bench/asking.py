"""What answers cost in small stores and in large ones of the same region: every kept query, every screen."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from pyoxigraph import QuerySolutions

from graph import answers
from graph.answers.header import names, query_file
from graph.answers.lookup import select
from graph.answers.meetings import query_date
from graph.store.embedded_snapshot import EmbeddedSnapshot
from graph.store.identifiers import document_iri, identifier
from graph.store.snapshot import Snapshot
from tests.bench.corpus_words import THEMES
from tests.bench.figures import Figure, Setting, processor, side_by_side
from tests.bench.stores import Built, built, opened

_TWICE = 2.0
_LISTS = 1.5  # a result that grows by more than this is a list of all there ever was: what counts is a row
_COLD = 7  # times that a whole process is run
_NOISE = 0.5  # milliseconds below which nothing is told
Ask = Callable[[Snapshot, str], int]


def body_of(built_store: Built) -> str:
    """The name of the body whose minutes come first."""
    first = min(built_store.minutes.iterdir())
    return first.read_text(encoding="utf-8").splitlines()[0].removeprefix("Verslag ")


def _kept(folder: str, name: str, body: str, document: str) -> Ask:
    thing = identifier("body", body.lower().replace(" ", "-")).value
    given = {
        "theme": THEMES[0], "called": THEMES[0], "bodyName": body, "ending": "portfolio-0",
        "document": document, "thing": thing,
    }  # fmt: skip
    query = query_file(folder, name).sparql

    def ask(snapshot: Snapshot, when: str) -> int:
        known = {key: value for key, value in (given | {"asOf": when}).items() if f"${key}" in query}
        return sum(1 for _ in select(snapshot, folder, name, **known))

    return ask


def _documents_address(body: str) -> str:
    return document_iri(body.lower().replace(" ", "-") + "-2005-01-10").value


def questions(body: str) -> dict[str, Ask]:
    """Every question that a screen or command asks: kept queries, gap rules, and the answers of pages."""
    document = _documents_address(body)
    found = {
        f"{folder}/{name}.rq": _kept(folder, name, body, document)
        for folder in ("queries", "gaps")
        for name in names(folder)
    }
    return found | {
        "portfolios, one body, with their sentences": lambda s, _: len(answers.portfolios(s, None, body)),
        "portfolios, with their sentences": lambda s, _: len(answers.portfolios(s)),
        "coverage, with its sentences": lambda s, _: len(answers.coverage(s)),
        "governance map": lambda s, _: len(answers.governance(s).nodes),
        "one document with its facts": lambda s, _: len(_document(s, document)),
        "the date of the last meeting": lambda s, _: len(query_date(s, None)),
        "promises": lambda s, _: len(answers.promises(s)),
        "gaps": lambda s, _: len(answers.gaps(s)),
        "timeline": lambda s, _: len(answers.timeline(s)),
    }


def _document(snapshot: Snapshot, address: str) -> tuple[answers.FactMark, ...]:
    stored = answers.document(snapshot, address.rpartition("/")[2])
    return stored.marks if stored else ()


def asked(setting: Setting) -> Iterator[Figure]:
    """Processor time at each size beside that at the smallest, of the same region."""
    stores = [built(setting, size) for size in setting.sizes]
    for name, ask in questions(body_of(stores[0])).items():
        rows: list[int] = []
        costs: list[float] = []
        for each in stores:
            snapshot = opened(each.path)
            when = query_date(snapshot, None)
            rows.append(ask(snapshot, when))
            costs.append(processor(partial(ask, snapshot, when)))
        for size, found, cost in zip(setting.sizes[1:], rows[1:], costs[1:], strict=True):
            yield _grown(name, size, (rows[0], found), (max(costs[0], _NOISE), max(cost, _NOISE)))


def _grown(name: str, size: int, rows: tuple[int, int], costs: tuple[float, float]) -> Figure:
    more, slower = max(1.0, rows[1] / max(rows[0], 1)), costs[1] / costs[0]
    note = f"{costs[0]:.1f} → {costs[1]:.1f} ms, {rows[0]} → {rows[1]} rows"
    if more > _LISTS:
        return Figure(f"{name}, a row, at {size:,}", slower / more, "× the least", _TWICE, note=note)
    return Figure(f"{name}, at {size:,}", slower, "× the least", _TWICE, note=note)


def one_body(setting: Setting) -> Iterator[Figure]:
    """The portfolio overview of one body, as the screens show it: with holders and sentences."""
    for size in setting.sizes:
        store = built(setting, size)
        snapshot, body = opened(store.path), body_of(store)
        cost = processor(partial(answers.portfolios, snapshot, None, body), 9)
        yield Figure(f"portfolios of one body, at {size:,}", cost, "ms", 10)


def layer(setting: Setting) -> Iterator[Figure]:
    """What the answers layer adds to the same query put to Oxigraph itself."""
    store = built(setting, setting.several)
    snapshot, body = opened(store.path), body_of(store)
    when = query_date(snapshot, None)
    for name in ("portfolios_of_body", "holders_of_body", "relations", "portfolios", "coverage", "bodies"):
        ask = _kept("queries", name, body, "")
        ours, raw = side_by_side(partial(ask, snapshot, when), raw_run(snapshot, bound(name, body, when)))
        note = f"{ours:.2f} beside {raw:.2f} ms"
        if raw > 10:
            yield Figure(f"{name}.rq through the answers layer", ours / raw, "× Oxigraph", 1.2, note=note)
        else:
            yield Figure(f"{name}.rq through the answers layer, extra", ours - raw, "ms", 1, note=note)


def raw_run(snapshot: Snapshot, query: str) -> Callable[[], object]:
    """A query put to Oxigraph itself, every row taken."""
    if not isinstance(snapshot, EmbeddedSnapshot):
        raise TypeError("the engine itself can only be asked where it is embedded")
    engine = snapshot._store  # noqa: SLF001 - what is measured is the layer around it

    def run() -> int:
        found = engine.query(query)
        return sum(1 for _ in found) if isinstance(found, QuerySolutions) else 0

    return run


def bound(name: str, body: str, when: str) -> str:
    """A kept query with its parameters written in, as plain SPARQL."""
    date = f'"{when}"^^<http://www.w3.org/2001/XMLSchema#date>'
    text = query_file("queries", name).sparql
    return text.replace("$asOf", date).replace("$year", f'"{when[:4]}"').replace("$bodyName", f'"{body}"')


def cold(setting: Setting) -> Iterator[Figure]:
    """`portfolios --body` as a whole process, from nothing: its processor time, and the clock."""
    nothing = min(_whole([sys.executable, "-c", "pass"]) for _ in range(_COLD))[0]
    yield Figure("python -c pass, processor time", nothing, "s")
    for size in setting.sizes:
        store = built(setting, size)
        call = [
            sys.executable,
            "-m",
            "graph",
            "portfolios",
            "--body",
            body_of(store),
            "--store",
            str(store.path),
        ]
        used, clock = map(min, zip(*(_whole(call) for _ in range(_COLD)), strict=True))
        yield Figure(f"portfolios --body, cold, processor time, at {size:,}", used, "s", 0.3, note=(
            f"{clock:.2f} s by the clock"))  # fmt: skip


def _whole(call: list[str]) -> tuple[float, float]:
    """Processor seconds of a process and those of the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(call, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - start
