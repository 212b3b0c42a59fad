"""Every gap rule finds its gap in three wordings.

Stays silent on three look-alikes, and has the one row shape.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import QuerySolutions, Store

from graph import answers
from graph.answers.gaps import COLUMNS
from graph.answers.gaps import KINDS as IN_ORDER
from graph.answers.header import names, query_file
from graph.answers.template import places
from graph.facts.skos import concepts
from tests.answers.shelf import stored

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)
RULES = names("gaps")
KINDS = {concept.code for concept in concepts("kinds.ttl") if concept.scheme == "gap"}
# It finds documents, not sentences, so it has a test of its own.
OF_DOCUMENTS = {"document_without_date"}


def _cases(outcome: str) -> list[Any]:
    return [
        pytest.param(rule, case["subject"], says, id=f"{rule}-{number}")
        for rule, case in CASES.items()
        for number, says in enumerate(case[outcome], start=1)
    ]


def _found(
    folder: Path, says: list[dict[str, Any]], date: str | None = "2024-03-14"
) -> tuple[answers.Gap, ...]:
    return answers.gaps(stored(folder, [{"date": date, "body": "Raad Oost", "says": says}]))


@pytest.mark.parametrize(("rule", "subject", "says"), _cases("fires"))
def test_fires(rule: str, subject: str, says: list[dict[str, Any]], tmp_path: Path) -> None:
    found = [gap for gap in _found(tmp_path, says) if gap.rule == rule]
    assert [gap.subject for gap in found] == [subject]
    assert found[0].evidence
    assert found[0].since == "2024-03-14"
    assert not set("{}[]|") & set(found[0].explanation + (found[0].suggestion or ""))


@pytest.mark.parametrize(("rule", "subject", "says"), _cases("silent"))
def test_stays_silent(rule: str, subject: str, says: list[dict[str, Any]], tmp_path: Path) -> None:
    assert (rule, subject) not in {(gap.rule, gap.subject) for gap in _found(tmp_path, says)}


def test_every_kind_has_its_place_in_the_order() -> None:
    assert sorted(IN_ORDER) == sorted(KINDS)


def test_every_rule_has_cases() -> None:
    assert set(RULES) - OF_DOCUMENTS == set(CASES)
    for rule, case in CASES.items():
        assert len(case["fires"]) >= 3, rule
        assert len(case["silent"]) >= 3, rule


@pytest.mark.parametrize("rule", RULES)
def test_header_and_row_shape(rule: str) -> None:
    file = query_file("gaps", rule)
    assert file.header["id"] == rule
    assert file.text("kind") in KINDS
    assert file.text("severity") in {"high", "medium", "low"}
    assert isinstance(file.header["stated"], bool)
    for field in ("title", "why", "explanation", "suggestion"):
        assert set(places(file.text(field))) <= set(COLUMNS)
    solutions = Store().query(file.sparql)
    assert isinstance(solutions, QuerySolutions)
    assert tuple(variable.value for variable in solutions.variables) == COLUMNS


def test_what_is_not_named_is_never_worded_as_vacant() -> None:
    file = query_file("gaps", "no_holder_named")
    words = f"{file.text('title')} {file.text('explanation')}".casefold()
    assert "vacant" not in words
    assert "onbelegd" not in words


def test_a_document_without_a_date_is_a_gap(tmp_path: Path) -> None:
    says = [
        {
            "text": "Mevrouw Bos is portefeuillehouder Sport.",
            "portfolio": {"theme": "Sport", "holder": "A. Bos"},
        }
    ]
    assert [gap.rule for gap in _found(tmp_path / "without", says, None)] == ["document_without_date"]
    assert _found(tmp_path / "with", says) == ()


def test_a_promise_and_a_decision_about_one_sentence_are_one_gap(tmp_path: Path) -> None:
    says = CASES["decision_without_owner"]["fires"][2]
    assert [(gap.rule, gap.severity) for gap in _found(tmp_path, says)] == [
        ("decision_without_owner", "high")
    ]


def test_a_sentence_that_tells_of_a_role_to_be_filled_is_no_promise_gap(tmp_path: Path) -> None:
    says = CASES["role_to_be_filled"]["fires"][2]
    assert [gap.rule for gap in _found(tmp_path, says)] == ["role_to_be_filled"]


def test_the_promised_answer_to_a_request_is_its_suggestion(tmp_path: Path) -> None:
    (gap,) = _found(tmp_path, CASES["overview_missed"]["fires"][2])
    assert (
        gap.suggestion == "Het verslag noemt als vervolg: «Mevrouw Bos zegt toe dat dit volgend jaar komt»."
    )
    assert [place.speaker for place in gap.evidence] == ["B. Vos", "A. Bos"]


def test_gaps_are_those_of_the_date(tmp_path: Path) -> None:
    vacant = {"text": "Wie neemt Sport?", "portfolio": {"theme": "Sport", "status": "vacant"}}
    held = {"text": "Mevrouw Bos neemt Sport.", "portfolio": {"theme": "Sport", "holder": "A. Bos"}}
    snapshot = stored(
        tmp_path,
        [
            {"date": "2024-01-10", "body": "Raad Oost", "says": [vacant]},
            {"date": "2024-05-10", "body": "Raad Oost", "says": [held]},
        ],
    )
    assert [gap.rule for gap in answers.gaps(snapshot, "2024-05-09")] == ["portfolio_vacant"]
    assert answers.gaps(snapshot) == ()
