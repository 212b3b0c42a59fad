"""The results as a file that can be read by a program, and as a page made of it."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from tests.bench.figures import Bench, Figure, Result

KEPT = Path("docs/benchmarks.json")
PAGE = Path("docs/benchmarks.md")
_VERSIONS = ("pyoxigraph", "rdflib", "streamlit")
_LEAD = """# Benchmarks

Made by `make bench`, or a line alone by the command below its table; the numbers are those of [benchmarks.json](benchmarks.json).
The corpora are invented (`python -m tests.bench.corpus`): «fixed» is one safety region of 60 bodies and 150 people, whatever
the number of minutes. What a limit is set for is a ratio, measured side by side in one run; milliseconds are those of the
machine that is named. Processor time is taken where other programs share the machine.
"""  # noqa: E501 - a page


def machine() -> str:
    """What this machine is, in a line."""
    memory = psutil.virtual_memory().total / 1e9
    software = ", ".join(f"{name} {version(name)}" for name in _VERSIONS)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} × {_processor()}, {memory:.0f} GB, {platform.system()}; {python}, {software}"


def _processor() -> str:
    found = Path("/proc/cpuinfo")
    lines = found.read_text(encoding="utf-8").splitlines() if found.exists() else []
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def known() -> dict[str, Any]:
    """The results kept so far, by name."""
    return json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}


def keep(results: Sequence[Result], benches: Mapping[str, Bench]) -> None:
    """Put results in the place of earlier ones of the same name, and make the page anew."""
    every = known() | {result.name: result.as_json() for result in results}
    ordered = {name: every[name] for name in benches if name in every}
    KEPT.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(ordered, benches), encoding="utf-8")


def page(results: Mapping[str, Any], benches: Mapping[str, Bench]) -> str:
    """The page of these results."""
    parts = [_LEAD]
    for name, result in results.items():
        bench = benches[name]
        figures = [Figure(**each) for each in result["figures"]]
        missed = sum(1 for each in figures if each.holds is False)
        kept = sum(1 for each in figures if each.holds)
        parts.append(f"## {bench.title}\n\n{bench.why}\n".replace("\n\n\n", "\n"))
        parts.append("| what | value | limit | |\n|---|---:|---|---|\n" + "".join(map(_row, figures)))
        score = f"{kept} limits kept, {missed} not. " if kept + missed else ""
        parts.append(f"{score}`{result['command']}`, {result['date']}; {result['machine']}.\n")
    return "\n".join(parts)


def _row(figure: Figure) -> str:
    limit = "" if figure.limit is None else f"{'at least' if figure.least else 'at most'} {figure.limit:g}"
    seen = {True: "", False: "**not met** ", None: ""}[figure.holds]
    return f"| {figure.what.strip()} | {figure.value:,.2f} {figure.unit} | {limit} | {seen}{figure.note} |\n"
