"""Scoring gold files and telling about it: per document and kind, with what was missed and what was wrong."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph import answers
from graph.build import build_store
from graph.errors import InputError
from graph.facts.contract import as_json as reading_json
from graph.facts.read import read
from graph.score.gaps import score_gaps
from graph.score.gold import Gold, load
from graph.score.score import Tally, score, violations


@dataclass(frozen=True, slots=True)
class Scored:
    """One document's score: a tally per kind (and `gap`), and what was said that must not be."""

    document: str
    kinds: dict[str, Tally]
    must_not: tuple[str, ...]


def score_all(paths: Sequence[Path], minutes: Path | None) -> list[Scored]:
    """Score each gold file, or each in a folder.

    Raises:
        InputError: one is not a gold file, its minutes are not there, or there is nothing to score.
    """
    golds = [load(path) for path in _files(paths)]
    if not golds:
        raise InputError(
            ", ".join(map(str, paths)),
            "bevat geen goudbestanden",
            "noem een .yaml-bestand of een map daarmee",
        )
    return [_score(gold, _minutes_of(gold, minutes)) for gold in golds]


def _files(paths: Sequence[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (
                file
                for file in sorted(path.glob("*.yaml"))
                if "\nannotated:" in file.read_text(encoding="utf-8")
            )
        else:
            yield path


def _minutes_of(gold: Gold, folder: Path | None) -> Path:
    places = (
        [folder] if folder else [gold.path.parent, gold.path.parent.parent / "minutes", Path("data/minutes")]
    )
    for place in places:
        if (place / gold.document).is_file():
            return place / gold.document
    raise InputError(
        gold.document,
        "staat niet naast het goud, in ../minutes of in data/minutes",
        "noem de map met --minutes",
    )


def _score(gold: Gold, file: Path) -> Scored:
    reading = read(file)
    found = reading_json(reading)
    kinds = score(found, reading.text, gold)
    source = (
        file.read_text(encoding="utf-8", errors="replace")
        if reading.document.format in ("txt", "md", "html")
        else ""
    )
    if gold.gaps:
        with tempfile.TemporaryDirectory() as folder:
            build_store([file], folder)
            kinds["gap"] = score_gaps(answers.gaps(answers.open_snapshot(folder)), reading.text, gold)
    return Scored(gold.document, kinds, tuple(violations(found, reading.text, source, gold)))


def _total(scored: Sequence[Scored]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for item in scored:
        for kind, tally in item.kinds.items():
            sum_ = total.setdefault(kind, Tally(complete=True))
            sum_.complete = sum_.complete and tally.complete
            sum_.hits += tally.hits
            sum_.wanted += tally.wanted
            sum_.false.extend(tally.false if tally.complete else [])
            sum_.missed.extend(tally.missed)
            sum_.stated_for_inferred.extend(tally.stated_for_inferred)
            for name, (right, of) in tally.right.items():
                before = sum_.right.get(name, (0, 0))
                sum_.right[name] = (before[0] + right, before[1] + of)
    return total


def _kind_json(tally: Tally) -> dict[str, Any]:
    return {
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "missed": tally.missed,
        "false": tally.false if tally.complete else [],
        "accuracy": {name: right / of for name, (right, of) in tally.right.items()},
        "stated_for_inferred": tally.stated_for_inferred,
    }


def as_json(scored: Sequence[Scored]) -> dict[str, Any]:
    """The shape that the command-line contract fixes, with field accuracy beside it."""
    return {
        "documents": [
            {
                "document": item.document,
                "kinds": {kind: _kind_json(tally) for kind, tally in item.kinds.items()},
                "must_not": list(item.must_not),
            }
            for item in scored
        ],
        "total": {kind: _kind_json(tally) for kind, tally in _total(scored).items()},
    }


def as_text(scored: Sequence[Scored]) -> str:
    """A table per document, then the total; misses and false ones listed below each."""
    parts = [_document_text(item.document, item.kinds, item.must_not) for item in scored]
    if len(scored) > 1:
        parts.append(_document_text("alles samen", _total(scored), ()))
    return "\n\n".join(parts)


def _document_text(name: str, kinds: dict[str, Tally], must_not: Sequence[str]) -> str:
    lines = [name, f"  {'soort':<12} {'precisie':>8} {'vangst':>8} {'gevonden':>9}  velden"]
    for kind, tally in kinds.items():
        if not tally.wanted and not (tally.complete and tally.false):
            continue
        precision = "-" if tally.precision is None else f"{tally.precision:.2f}"
        fields = ", ".join(f"{field} {right}/{of}" for field, (right, of) in tally.right.items() if of)
        lines.append(
            f"  {kind:<12} {precision:>8} {tally.recall:>8.2f} {tally.hits:>5}/{tally.wanted:<3}  {fields}"
        )
        lines.extend(f"      gemist: {miss}" for miss in tally.missed)
        lines.extend(f"      onterecht: {false}" for false in (tally.false if tally.complete else []))
        lines.extend(f"      als gezegd getoond, maar afgeleid: {line}" for line in tally.stated_for_inferred)
    lines.extend(f"  MAG NIET: {line}" for line in must_not)
    return "\n".join(lines)
