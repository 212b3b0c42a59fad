"""Every asking command answers for the date it is given, and for the last meeting without one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.__main__ import main
from tests.series.shelf import series

_ASKING = [["portfolios"], ["coverage"], ["gaps"], ["query", "portfolios"], ["query", "successions"]]
_EARLY, _LAST = "2024-01-31", "2025-06-05"


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a command prints as JSON."""
    assert main([*arguments, "--json", "--store", series().place]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("command", _ASKING, ids=" ".join)
def test_a_date_gives_the_answers_of_that_date(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    early = asked(capsys, *command, "--as-of", _EARLY)
    assert early != asked(capsys, *command)
    assert "van Helmond" not in json.dumps(early, ensure_ascii=False)


@pytest.mark.parametrize("command", _ASKING, ids=" ".join)
def test_without_a_date_it_is_that_of_the_last_meeting(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert asked(capsys, *command) == asked(capsys, *command, "--as-of", _LAST)


def test_a_query_of_ones_own_takes_the_date_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(
        "PREFIX wge: <https://w3id.org/wie-gaat-erover/def#>\n"
        "SELECT ?s WHERE { ?s a wge:Succession ; wge:validFrom ?from . FILTER(?from <= $asOf) }"
    )
    assert asked(capsys, "query", str(own), "--as-of", _EARLY) == []
    assert asked(capsys, "query", str(own))


def test_the_map_is_that_of_the_date(tmp_path: Path) -> None:
    drawn = {}
    for day in (_EARLY, _LAST):
        out = tmp_path / f"{day}.html"
        assert main(["map", str(out), "--as-of", day, "--store", series().place]) == 0
        drawn[day] = "Platform Mensenhandel Kust en Plassen" in out.read_text(encoding="utf-8")
    assert drawn == {_EARLY: False, _LAST: True}


@pytest.mark.parametrize("command", [*_ASKING, ["map", "uit.html"]], ids=" ".join)
def test_what_is_no_date_is_refused(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert main([*command, "--as-of", "2025-02-30", "--store", series().place]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
