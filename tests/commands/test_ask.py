"""`ask`: one question, many, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.__main__ import main

FIELDS = set(
    "question understood_as status answer rows certainty evidence sparql alternatives as_of".split()  # noqa: SIM905
)


def test_one_question_as_json(customer_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Wie gaat er over ex-detentie?", "--store", str(customer_store), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == FIELDS
    assert answer["status"] == "answered"
    assert answer["understood_as"]["query"] == "portfolios"
    assert "Welman" in answer["answer"]
    assert set(answer["evidence"][0]) == {"document", "start", "end", "quote", "speaker"}


def test_one_question_for_a_person(customer_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(customer_store), "ask", "Wie was de secretaris?"]) == 0
    shown = capsys.readouterr()
    assert "Meuleman" in shown.out
    assert "2023-04-20" in shown.err


def test_a_file_of_questions(
    customer_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "vragen.txt"
    file.write_text("Wie was de secretaris?\n2023-04-19\tWie was de secretaris?\n\n", encoding="utf-8")
    assert main(["ask", "--batch", str(file), "--json", "--store", str(customer_store)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["status"], second["status"]) == ("answered", "not_in_minutes")
    assert second["as_of"] == "2023-04-19"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "wil één vraag"),
        (["Wie?", "--batch", "x"], "wil één vraag"),
        (["--batch", "/bestaat/niet"], "kan niet worden gelezen"),
        (["Wie?", "--as-of", "gisteren"], "geen bestaande datum"),
    ],
)
def test_a_wrong_call_is_one_line(
    customer_store: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["ask", *arguments, "--store", str(customer_store)]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert len(shown.err.splitlines()) == 1
    assert not shown.out


def test_a_wrong_date_in_a_file_names_its_line(
    customer_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "vragen.txt"
    file.write_text("Wie?\n2023-13-01\tWie?\n", encoding="utf-8")
    assert main(["ask", "--batch", str(file), "--json", "--store", str(customer_store)]) == 2
    assert "regel 2" in capsys.readouterr().err
