"""The index follows the documents: whatever came before, it is that of the documents there are now."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.facts.model import Reading
from graph.index import Found, Index, Indexed, Working, open_index
from tests.index.minutes import indexed, opened, quotes, reading, settled, version

WORDS = ["wijkagent", "toezegging", "begroting", "ondermijning", "OOV", "openbare orde", "zorg", "overlast"]


def _sentences(chance: random.Random, count: int) -> str:
    return "\n".join(
        f"Dhr. Bakker meldt {' en '.join(chance.choices(WORDS, k=chance.randint(1, 4)))}."
        for _ in range(count)
    )


def _invented(name: str, seed: int) -> Reading:
    chance = random.Random(f"{name} {seed}")  # noqa: S311 - no secret
    day = f"2024-0{chance.randint(1, 3)}-01"
    body = chance.choice(["DVO", "AB"])
    return reading(name, _sentences(chance, chance.randint(1, 40)), body=body, date=day)


def _all_found(index: Index) -> list[tuple[Found, ...]]:
    typed = [*WORDS, "wijkagnt", "zorg en toezegging", " ".join(WORDS), "Bakker"]
    return [index.search(words, limit=limit) for words in typed for limit in (1, 7, 60)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3), min_size=1), min_size=1, max_size=4
    )
)
def test_in_steps_or_at_once_the_same_is_found(
    steps: list[dict[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("index")
    readings: list[Reading] = []
    for step in steps:
        readings = [_invented(name, seed) for name, seed in step.items()]
        settled(folder / "steps", readings)
    afresh = folder / "afresh"
    assert _all_found(opened(folder / "steps", readings)) == _all_found(indexed(afresh, reversed(readings)))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Index:
    every = [_invented(f"d{number}", 1) for number in range(40)]
    return indexed(tmp_path_factory.mktemp("many"), every)


@given(
    words=st.lists(st.sampled_from([*WORDS, "meldt", "Bakker", "begrotign"]), min_size=1, max_size=5),
    limit=st.integers(1, 40),
    body=st.sampled_from([None, "DVO"]),
)
def test_what_is_not_looked_at_would_not_have_been_among_the_best(
    many: Index, words: list[str], limit: int, body: str | None
) -> None:
    typed = " ".join(words)
    assert many.search(typed, limit=limit, body=body) == many.search(typed, limit=1000, body=body)[:limit]


def test_only_what_differs_is_put_in(tmp_path: Path) -> None:
    every = [_invented(f"d{number}", 1) for number in range(12)]
    assert settled(tmp_path / "work", every) == Indexed(12, 0)
    assert settled(tmp_path / "work", every) == Indexed(0, 0)
    every[3] = reading("d3", "Hier staat iets over vleermuizen.")
    assert settled(tmp_path / "work", every) == Indexed(1, 0)
    assert quotes(opened(tmp_path / "work", every), "vleermuis") == ["Hier staat iets over vleermuizen."]


def test_what_is_withdrawn_leaves_no_trace_in_the_files(tmp_path: Path) -> None:
    kept = [_invented(f"d{number}", 1) for number in range(12)]
    withdrawn = reading("geheim-overleg", "Het kwartelkoningbesluit valt in Zwaluwstein.")
    work, never = tmp_path / "work", tmp_path / "never"
    settled(work, [*kept, withdrawn])
    assert any(b"geheim-overleg" in content for content in _contents(work))
    assert quotes(opened(work, [*kept, withdrawn]), "kwartelkoningbesluit")
    assert settled(work, kept) == Indexed(12, 1)
    settled(never, kept)
    assert _contents(work) == _contents(never)  # byte for byte: as if it had never been there


def _contents(folder: Path) -> list[bytes]:
    """What is in the files, but for the names of the segments."""
    return sorted(
        file.read_bytes() for file in folder.iterdir() if file.name not in {"meta.json", ".managed.json"}
    )


def test_a_reader_keeps_what_it_opened(tmp_path: Path) -> None:
    before = [reading("a", "De begroting van vorig jaar.")]
    after = [reading("a", "De jaarrekening van dit jaar.")]
    work = tmp_path / "work"
    settled(work, before)
    old = opened(work, before)
    settled(work, after)
    new = opened(work, after)
    assert quotes(old, "begroting") == ["De begroting van vorig jaar."]
    assert quotes(old, "jaarrekening") == []
    assert quotes(new, "jaarrekening") == ["De jaarrekening van dit jaar."]
    texts = {each.document.id: each.text for each in before}
    again = open_index(tmp_path / "generation0", texts.__getitem__)
    assert quotes(again, "begroting") == ["De begroting van vorig jaar."]
    shutil.rmtree(tmp_path / "generation0")  # the writer lets go of old generations while they are read
    assert quotes(old, "begroting") == ["De begroting van vorig jaar."]


def test_a_generation_shares_the_segments(tmp_path: Path) -> None:
    every = [_invented(f"d{number}", 1) for number in range(3)]
    indexed(tmp_path, every)
    segments = [file for file in (tmp_path / "generation0").iterdir() if file.suffix]
    assert any(file.stat().st_nlink > 1 for file in segments)
    assert not list((tmp_path / "work").glob("*.fresh"))


def test_an_index_that_may_only_be_read_can_be_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = [_invented("a", 1)]
    found = _all_found(indexed(tmp_path, every))
    generation = tmp_path / "generation0"
    before = sorted(file.name for file in generation.iterdir() if not file.name.endswith(".lock"))
    for lock in generation.glob("*.lock"):
        lock.unlink()
    monkeypatch.setattr(os, "access", lambda *_: False)  # tests may run as root, who may write anywhere
    index = open_index(generation, {"a": every[0].text}.__getitem__)
    assert _all_found(index) == found
    assert sorted(file.name for file in generation.iterdir()) == before


def test_no_index_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="de zoekindex ontbreekt; doe `python -m graph build`"):
        open_index(tmp_path / "none", str)


def test_an_index_of_another_version_is_said_and_made_again(tmp_path: Path) -> None:
    every = [_invented("a", 1)]
    settled(tmp_path / "work", every)
    (tmp_path / "work" / "version").write_text("0 something\n")
    with pytest.raises(InputError, match="andere versie"):
        open_index(tmp_path / "work", str)
    assert settled(tmp_path / "work", every) == Indexed(1, 0)


@pytest.mark.parametrize("what", ["meta.json", "segment", "all"])
def test_a_damaged_index_is_made_again(tmp_path: Path, what: str) -> None:
    every = [_invented(f"d{number}", 1) for number in range(5)]
    work = tmp_path / "work"
    settled(work, every)
    for file in work.iterdir():
        if what in {file.name, "all"} or (what == "segment" and file.suffix == ".term"):
            file.write_bytes(b"")
    with pytest.raises(InputError, match="doe `python -m graph build`"):
        open_index(work, str)
    assert settled(work, every).put == 5
    assert _all_found(opened(work, every)) == _all_found(indexed(tmp_path / "afresh", every))


def test_texts_of_another_store_are_said(tmp_path: Path) -> None:
    settled(tmp_path / "work", [reading("a", "De begroting van vorig jaar.")])
    index = open_index(tmp_path / "work", lambda _name: "kort")
    with pytest.raises(InputError, match="hoort niet bij deze opslag"):
        index.search("begroting")


def _put_for_ever(folder: Path) -> None:
    with Working(folder) as index:
        for number in range(100_000):
            each = _invented(f"d{number % 50}", number)
            index.put(each, version(each))
            if number % 7 == 0:
                index.commit()


@pytest.mark.parametrize("after", [0.05, 0.15, 0.3, 0.6])
def test_a_writer_killed_at_any_moment_is_made_good(tmp_path: Path, after: float) -> None:
    work = tmp_path / "work"
    first = [_invented(f"d{number}", 1) for number in range(50)]
    settled(work, first)
    before = opened(work, first)
    found = _all_found(before)
    process = multiprocessing.get_context("fork").Process(target=_put_for_ever, args=(work,))
    process.start()
    time.sleep(after)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert _all_found(before) == found
    settled(work, first)
    assert _all_found(opened(work, first)) == found
