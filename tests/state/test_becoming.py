"""Announced is not in force: what becomes of bodies, in sentences and over meetings."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph.facts.model import Structure
from graph.registry import theme_scheme
from graph.state import derive, load_rules
from graph.state.model import BodySituation
from tests.facts.invented import tell
from tests.state.invented import readings

BODY = "Werkgroep Data"
START = {"body": BODY, "relation": "starts"}
END = {"body": BODY, "relation": "ends"}
MERGED = {"body": BODY, "relation": "replaced_by", "object": "Kerngroep Informatie", "done": True}


def course(*said: tuple[str, Mapping[str, object] | str]) -> list[tuple[str, str, str | None]]:
    """What becomes of the body in meetings with this date and structure fact (or a mere mention)."""
    meetings = [
        {
            "date": date,
            "body": fact if fact == BODY else "Stuurgroep Wonen",
            "says": [{"text": f"{date} {number}.", **_told(fact)}],
        }
        for number, (date, fact) in enumerate(said)
    ]
    state = derive(readings(meetings), theme_scheme(), load_rules())
    return [(each.status, each.valid_from, each.effective) for each in state.body_situations if _is_it(each)]


def _told(fact: Mapping[str, object] | str) -> Mapping[str, object]:
    return {"structure": fact} if isinstance(fact, Mapping) else {"body": {"name": BODY}}


def _is_it(situation: BodySituation) -> bool:
    return situation.body.endswith("/werkgroep-data")


def test_announced_stays_so_until_it_is_said_to_have_started() -> None:
    day = {"text": "16 september 2024", "from": "2024-09-16", "to": "2024-09-16"}
    assert course(
        ("2024-04-11", START), ("2024-06-20", "genoemd"), ("2024-10-03", START | {"done": True, "when": day})
    ) == [("announced", "2024-04-11", None), ("existing", "2024-10-03", "2024-09-16")]


def test_an_announced_body_that_meets_is_there() -> None:
    assert course(("2024-04-11", START), ("2024-06-20", BODY)) == [
        ("announced", "2024-04-11", None),
        ("existing", "2024-06-20", None),
    ]


def test_what_is_to_end_ends_when_minutes_say_that_it_did() -> None:
    day = {"text": "31 december 2024", "from": "2024-12-31", "to": "2024-12-31"}
    assert course(
        ("2024-01-18", "genoemd"), ("2024-06-20", END | {"when": day}), ("2024-12-01", "genoemd"),
        ("2025-01-23", END | {"when": day, "done": True}), ("2025-06-05", "genoemd"),
    ) == [
        ("existing", "2024-01-18", None),
        ("ending", "2024-06-20", "2024-12-31"),
        ("ended", "2025-01-23", "2024-12-31"),
    ]  # fmt: skip


def test_a_merged_body_is_gone_until_it_meets_again() -> None:
    assert [status for status, _, _ in course(("2024-01-18", MERGED), ("2024-02-01", "genoemd"))] == [
        "merged"
    ]
    assert [status for status, _, _ in course(("2024-01-18", MERGED), ("2024-02-01", BODY))] == [
        "merged",
        "existing",
    ]


@pytest.mark.parametrize(
    ("sentence", "relation", "done", "when"),
    [
        ("De werkgroep Data wordt per 1 januari 2030 opgeheven.", "ends", False, "2030-01-01"),
        ("De werkgroep Data is per 1 januari 2020 opgeheven.", "ends", True, "2020-01-01"),
        ("De werkgroep Data is opgeheven.", "ends", True, None),
        ("De werkgroep Data wordt opgeheven.", "ends", False, None),
        ("De werkgroep Data bestaat niet meer.", "ends", True, None),
        ("Er komt een werkgroep Mantelzorg.", "starts", False, None),
        ("De werkgroep Mantelzorg is van start gegaan.", "starts", True, None),
        ("De werkgroep Data is opgegaan in de kerngroep Informatie.", "replaced_by", True, None),
        ("De werkgroep Data wordt vervangen door de kerngroep Informatie.", "replaced_by", False, None),
    ],
)
def test_whether_it_has_happened_is_read_from_its_day_or_its_words(
    sentence: str, relation: str, done: object, when: str | None
) -> None:
    told = [fact for fact in tell(sentence).facts("structure") if isinstance(fact, Structure)]
    (fact,) = (each for each in told if each.relation == relation)
    assert (fact.relation, fact.done, fact.when.start if fact.when else None) == (relation, done, when)
