"""The person discussed as a case is nowhere: not in a file of the store, an answer, the map or an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.__main__ import main
from tests.conftest import GOLD, MINUTES


def test_the_name_is_in_the_raw_file_so_that_these_tests_can_fail(case_person: str) -> None:
    assert case_person in MINUTES.read_text(encoding="utf-8")


def test_not_in_any_file_of_the_store(customer_store: Path, case_person: str) -> None:
    first = case_person.split(maxsplit=1)[0].encode()
    files = [file for file in customer_store.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if first in file.read_bytes()]


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", str(MINUTES), "--json"],
        ["read", str(MINUTES), "--text"],
        ["read", str(MINUTES)],
        ["portfolios", "--json"],
        ["coverage", "--json"],
        ["gaps", "--json"],
        ["gaps"],
        ["check", "--json"],
        ["query", "people", "--csv"],
        ["query", "statements_about", "--json"],
        ["score", str(GOLD), "--json"],
    ],
    ids=lambda arguments: " ".join(arguments[:1] + [part for part in arguments if part.startswith("--")]),
)
def test_not_in_any_answer(
    arguments: list[str],
    customer_store: Path,
    case_person: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WGE_STORE", str(customer_store))
    main(arguments)
    printed = capsys.readouterr()
    assert case_person.split(maxsplit=1)[0] not in printed.out + printed.err


def test_not_on_the_map(customer_store: Path, case_person: str, tmp_path: Path) -> None:
    main(["map", str(tmp_path / "kaart.html"), "--store", str(customer_store)])
    assert case_person.split(maxsplit=1)[0] not in (tmp_path / "kaart.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "call", ["portfolios --body {}", "query {}", "read {}", "query portfolios --param body={}"]
)
def test_not_echoed_in_an_error(
    call: str, customer_store: Path, case_person: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = f"de zaak van {case_person}"
    main([*(part.format(asked) for part in call.split(" ")), "--store", str(customer_store)])
    printed = capsys.readouterr()
    assert case_person not in printed.out + printed.err


def test_masking_keeps_every_place_in_the_text(case_person: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", str(MINUTES), "--text"])
    text = capsys.readouterr().out
    place = text.index("de casus van ") + len("de casus van ")
    assert set(text[place : place + len(case_person)]) <= {"█", " "}
    assert text[place + len(case_person) :].startswith(" en de analyse")


def test_not_in_what_a_build_says(
    case_person: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / MINUTES.name).write_bytes(MINUTES.read_bytes())
    (folder / f"de zaak van {case_person}.txt").write_text("geen verslag", encoding="utf-8")
    assert main(["build", str(folder), "--store", str(tmp_path / "store")]) == 0
    printed = capsys.readouterr()
    assert "overgeslagen" in printed.err
    assert case_person.split(maxsplit=1)[0] not in printed.out + printed.err
