"""A build as a process of its own: readers beside it, and Ctrl-C in the middle of it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.answers import open_snapshot
from graph.build import build_store
from graph.errors import InputError
from graph.store.documents import documents
from graph.store.embedded import dump
from tests.conftest import ROOT

MEETINGS = 40
THEMES = ("Jeugdhulp", "Wonen", "Vervoer", "Cultuur", "Sport")
PEOPLE = ("A. de Boer", "B. Jansen", "C. van Dam", "D. Smit", "E. Visser", "F. Mulder")

# A shell that starts the tests in the background has them ignore Ctrl-C, and what they start inherits that.
GRAPH = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('graph', run_name='__main__')"
)


def invented(number: int) -> str:
    """Minutes of a meeting that never was, each with a date, people and themes of its own."""
    chair, holder, leader = (PEOPLE[(number + place) % len(PEOPLE)] for place in (0, 1, 2))
    items = [
        f"{item}. {theme}\n"
        f"{holder} is portefeuillehouder {theme}. {leader} vraagt om een stuurgroep {theme}.\n"
        f"{leader} zegt toe in het najaar een voorstel over {theme} te maken.\n"
        for item, theme in enumerate(THEMES[number % 2 :], start=1)
    ]
    heading = f"Verslag Overleg Drie Polders {number % 28 + 1} maart {2021 + number // 28}"
    people = f"Voorzitter\t{chair}\nAanwezig\t{', '.join(PEOPLE)}"
    return "\n".join([heading, "", people, "", *items])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("minutes")
    for number in range(MEETINGS):
        (folder / f"verslag-{number:02}.txt").write_text(invented(number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What a build of the corpus comes to when nobody gets in its way."""
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    build_store([corpus], store)
    return dump(store)


@pytest.fixture
def store(corpus: Path, tmp_path: Path) -> Path:
    """A store that holds the first meeting only, so that a build of the corpus has nearly all to do."""
    build_store([corpus / "verslag-00.txt"], tmp_path / "store")
    return tmp_path / "store"


@contextmanager
def building(corpus: Path, store: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", GRAPH, "build", str(corpus), "--store", str(store)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], step: str) -> None:
    """Read the progress of a build up to the line with this step."""
    assert process.stderr is not None
    assert any(step in line for line in process.stderr), f"the build never came to {step}"


def held(store: Path) -> int:
    return len(list(documents(open_snapshot(store))))


def test_readers_see_the_store_before_or_after_a_build_and_nothing_between(corpus: Path, store: Path) -> None:
    snapshot = open_snapshot(store)
    before = snapshot.dump()
    seen = []
    with building(corpus, store) as process:
        wait_for(process, f"/{MEETINGS - 1}]")
        while process.poll() is None:
            seen.append(held(store))
            assert snapshot.dump() == before
        assert process.returncode == 0
    assert seen[0] == 1
    assert set(seen) <= {1, MEETINGS}
    assert snapshot.dump() == before
    assert not snapshot.is_current()
    assert held(store) == MEETINGS


def test_a_second_build_is_told_that_one_is_under_way(corpus: Path, store: Path) -> None:
    with building(corpus, store) as process:
        wait_for(process, f"/{MEETINGS - 1}]")
        with pytest.raises(InputError, match="wordt al in deze opslag geschreven"):
            build_store([corpus], store)


@pytest.mark.parametrize("step", ["[2/", "afleiden"], ids=["reading", "writing"])
def test_ctrl_c_ends_a_build_with_one_line_and_a_store_that_opens(
    step: str, corpus: Path, store: Path, undisturbed: bytes
) -> None:
    before = dump(store)
    with building(corpus, store) as process:
        wait_for(process, step)
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=60)
    remarks = [line for line in said.splitlines() if not line.endswith(" lezen")]
    assert process.returncode == 2, said
    assert printed == ""
    assert len(remarks) == 1, said
    assert remarks[0].startswith("onderbroken")
    assert dump(store) == before

    build_store([corpus], store)
    assert dump(store) == undisturbed
