"""Reading many files at once: the same readings in the same order, whatever happens to one of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.build import reading
from graph.build.reading import read_all
from graph.errors import InputError
from graph.facts.model import Reading
from graph.facts.read import read
from tests.build.test_process import invented

BRINGS_DOWN = "valt-om"


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"verslag-{number:02}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(invented(number), encoding="utf-8")
    return paths


def falling_over(path: Path) -> object:
    """Reads as ever, but one file takes the whole process with it."""
    if BRINGS_DOWN in path.name:
        os._exit(3)
    return read(path)


def test_many_files_give_what_they_give_one_by_one(tmp_path: Path) -> None:
    paths = files(tmp_path, 30)
    (tmp_path / "leeg.txt").write_text("", encoding="utf-8")
    paths.insert(7, tmp_path / "leeg.txt")
    found = list(read_all(paths))
    assert isinstance(found[7], InputError)
    assert "leeg.txt" in str(found[7])
    del found[7], paths[7]
    assert found == [read(path) for path in paths]


def test_a_file_that_brings_its_reader_down_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, 26)
    bad = tmp_path / f"{BRINGS_DOWN}.txt"
    bad.write_text(invented(99), encoding="utf-8")
    paths.insert(9, bad)
    monkeypatch.setattr(reading, "_read", falling_over)
    found = list(read_all(paths))
    assert len(found) == len(paths)
    assert isinstance(found[9], InputError)
    assert bad.name in str(found[9])
    assert all(isinstance(each, Reading) for number, each in enumerate(found) if number != 9)
