"""The invented minutes are the same every time, of one region, and say what our reader reads."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from graph.facts.read import read
from tests.bench.corpus import invented, write


def titles(documents: int, kind: str) -> set[str]:
    return {text.splitlines()[0] for _, text in invented(documents, kind)}


@pytest.mark.parametrize("kind", ["fixed", "growing"])
def test_the_same_seed_gives_the_same_minutes(kind: str) -> None:
    assert list(invented(20, kind)) == list(invented(20, kind))
    assert list(invented(20, kind, seed=2)) != list(invented(20, kind))


def test_the_fixed_region_stays_as_it_is_and_the_growing_one_grows() -> None:
    assert titles(100, "fixed") == titles(500, "fixed")
    assert len(titles(500, "fixed")) == 60
    assert (len(titles(400, "growing")), len(titles(800, "growing"))) == (10, 20)


def test_every_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert len(set(write(tmp_path, 130))) == 130


def test_minutes_are_as_long_as_real_ones() -> None:
    sizes = [len(text.encode()) for _, text in islice(invented(60), 60)]
    assert 4000 < sum(sizes) / len(sizes) < 7000


def test_what_is_invented_is_read(tmp_path: Path) -> None:
    kinds = Counter(fact.kind for path in write(tmp_path, 6) for fact in read(path).facts)
    assert kinds.total() > 15 * 6
    assert {"portfolio", "promise", "decision", "statement", "role", "theme", "body"} <= set(kinds)
