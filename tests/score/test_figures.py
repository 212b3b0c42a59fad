"""The figures on the customer's minutes, as the issue asks them; and the scorer can tell right from wrong."""

from __future__ import annotations

from typing import Any

import pytest

from graph.facts.contract import as_json
from graph.facts.read import read
from graph.score.gold import Places, load
from graph.score.report import Scored, score_all
from graph.score.score import score, violations
from tests.conftest import GOLD, MINUTES

HIGH = ("attendance", "office", "portfolio", "succession", "missing", "decision", "conflict")
GOOD = ("person", "role", "structure", "promise")
PARTIAL = ("body", "theme", "event", "statement")


@pytest.fixture(scope="module")
def scored() -> Scored:
    return score_all([GOLD], None)[0]


@pytest.mark.parametrize("kind", HIGH)
def test_kinds_that_must_be_nearly_perfect(scored: Scored, kind: str) -> None:
    tally = scored.kinds[kind]
    assert tally.precision is not None
    assert tally.precision >= 0.95, tally.false
    assert tally.recall >= 0.95, tally.missed


@pytest.mark.parametrize("kind", GOOD)
def test_kinds_that_must_be_good(scored: Scored, kind: str) -> None:
    tally = scored.kinds[kind]
    assert tally.precision is not None
    assert tally.precision >= 0.85, tally.false
    assert tally.recall >= 0.85, tally.missed


@pytest.mark.parametrize("kind", PARTIAL)
def test_kinds_annotated_in_part_are_found(scored: Scored, kind: str) -> None:
    assert scored.kinds[kind].recall >= 0.85, scored.kinds[kind].missed


def test_no_required_gap_is_missed_and_few_are_wrong(scored: Scored) -> None:
    tally = scored.kinds["gap"]
    assert tally.missed == []
    assert tally.precision is not None
    assert tally.precision >= 0.8, tally.false


def test_nothing_is_said_that_must_not_be(scored: Scored) -> None:
    assert scored.must_not == ()


def test_nothing_inferred_is_given_as_stated_where_that_matters(scored: Scored) -> None:
    kinds = (*HIGH, *GOOD)
    assert [line for kind in kinds for line in scored.kinds[kind].stated_for_inferred] == []


def _customer() -> tuple[dict[str, Any], str]:
    reading = read(MINUTES)
    return as_json(reading), reading.text


def test_the_scorer_counts_a_missing_fact_as_missed() -> None:
    found, text = _customer()
    found["facts"] = [
        fact for fact in found["facts"] if fact["kind"] != "portfolio" or fact["status"] != "vacant"
    ]
    tally = score(found, text, load(GOLD))["portfolio"]
    assert (tally.hits, tally.wanted) == (1, 2)
    assert tally.missed


def test_the_scorer_counts_an_invented_fact_as_false() -> None:
    found, text = _customer()
    vacant = next(
        fact for fact in found["facts"] if fact["kind"] == "portfolio" and fact["status"] == "vacant"
    )
    found["facts"].append({**vacant, "status": "held", "holder": "P. Welman"})
    gold = load(GOLD)
    assert score(found, text, gold)["portfolio"].precision == pytest.approx(2 / 3)
    assert any(
        "Welman" in line for line in violations(found, text, MINUTES.read_text(encoding="utf-8"), gold)
    )


def test_the_scorer_sees_the_name_that_may_not_be_there(case_person: str) -> None:
    found, text = _customer()
    found["facts"][0]["forms"] = [case_person]
    assert any(
        line.startswith("n40")
        for line in violations(found, text, MINUTES.read_text(encoding="utf-8"), load(GOLD))
    )


def test_quotes_are_found_whatever_their_white_space_and_quotes() -> None:
    text = "Een  zin\nmet ‘aanhaling’ – en streep. Een zin nog."
    places = Places(text)
    assert places.find("een zin met 'aanhaling' - en") == (0, text.index(" streep"))
    assert places.find("een zin", nth=2) == (text.index("Een zin nog"), text.index(" nog"))
    assert places.find("niet daar") is None


def test_nothing_concluded_is_shown_as_said(scored: Scored) -> None:
    shown = {kind: tally.stated_for_inferred for kind, tally in scored.kinds.items()}
    assert not any(shown.values()), shown
