"""Benchmarks: `python -m tests.bench [NAME…]`. Without a name, all of them; `--list` names them."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import report
from tests.bench.asking import asked, cold, layer, one_body
from tests.bench.building import adding, building, reading_meanwhile
from tests.bench.engines import engines
from tests.bench.figures import Bench, Result, Setting
from tests.bench.one_document import asking, commands, formats, lengths, pages, reading
from tests.bench.screen import screen

BENCHES = {
    bench.name: bench
    for bench in (
        Bench("reading", "Reading one document", reading),
        Bench("formats", "Reading each format", formats),
        Bench("lengths", "Long minutes", lengths),
        Bench("commands", "The customer's minutes: build and ask", commands),
        Bench("ask", "A question in words", asking),
        Bench("pages", "The pages", pages),
        Bench("screen", "The map and the app in a browser", screen),
        Bench("one_body", "Who holds what in one body", one_body),
        Bench("cold", "A command, cold", cold),
        Bench(
            "asked", "Every question, in few minutes and in many", asked,
            "The fixed region. An answer for a date may cost twice what it costs at the least size. A list "
            "of all there ever was grows with the minutes, whoever makes it: a row may cost twice as much.",
        ),
        Bench(
            "engines", "Beside other ways", engines,
            "The queries over documents are in `tests/bench/over_documents/`; rdflib holds only the triples "
            "that they can touch, which is to its advantage.",
        ),
        Bench("layer", "The answers layer beside Oxigraph itself", layer),
        Bench("building", "Building from nothing", building),
        Bench("adding", "One document more", adding),
        Bench("meanwhile", "Reading while a build runs", reading_meanwhile),
    )
}  # fmt: skip


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--sizes", default="100,2000", help="numbers of documents, the smallest first")
    parser.add_argument("--large", action="store_true", help="20,000 documents as well: takes long")
    parser.add_argument("--folder", type=Path, default=Path("build/bench"), help="where the stores are kept")
    parser.add_argument("--write", action="store_true", help="keep the results in docs/")
    parser.add_argument("--list", action="store_true", help="only name them")
    given = parser.parse_args()
    if unknown := sorted(set(given.names) - set(BENCHES)):
        parser.error(f"no such bench: {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    return given


def main() -> None:
    """Print every figure that is asked for."""
    given = _arguments()
    if given.list:
        print("\n".join(f"{bench.name:<12}{bench.title}" for bench in BENCHES.values()))
        return
    sizes = {int(size) for size in given.sizes.split(",")} | ({20_000} if given.large else set())
    setting = Setting(given.folder, tuple(sorted(sizes)))
    print(report.machine())
    results = []
    for bench in (BENCHES[name] for name in given.names or BENCHES):
        print(f"\n{bench.title}", flush=True)
        listed = ",".join(map(str, setting.sizes))
        command = f"python -m tests.bench {bench.name} --sizes {listed}"
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        results.append(result := Result(bench.name, day, report.machine(), command))
        for figure in bench.run(setting):
            result.figures.append(figure)
            print(figure.line(), flush=True)
        if given.write:
            report.keep([result], BENCHES)


if __name__ == "__main__":
    main()
