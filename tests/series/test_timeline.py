"""The timeline of the fictional series: from when to when, which days are named, and the sentence."""

from __future__ import annotations

from typing import Any

import pytest

from graph import answers
from graph.answers.model import Bar, Lane
from tests.series.shelf import body_names, people, series, themes
from tests.series.test_truth import truth

_LAST = "2025-06-15"


def lane(as_of: str, body: str, theme: str) -> Lane:
    """The line of one portfolio."""
    bodies, labels = body_names(body), themes(theme)
    (found,) = (
        each
        for each in answers.timeline(series(), as_of)
        if each.kind == "portfolio" and (each.body or "").lower() in bodies and each.label.lower() in labels
    )
    return found


def bar_of(found: Lane, person: str) -> Bar:
    """The bar of a person."""
    (bar,) = (bar for bar in found.bars if bar.who and bar.who.partition(" (")[0].lower() in people(person))
    return bar


@pytest.mark.parametrize(
    "wanted",
    [each for each in truth()["successions"] if "portfolio" in each],
    ids=lambda each: each["effective"],
)
def test_the_one_begins_on_the_day_that_is_named_and_the_other_ends_then(wanted: dict[str, Any]) -> None:
    found = lane(_LAST, wanted["body"], wanted["portfolio"])
    after, before = bar_of(found, wanted["successor"]), bar_of(found, wanted["predecessor"])
    assert (after.start, after.start_stated) == (wanted["effective"], True)
    assert before.end_stated
    assert before.end
    assert before.end <= wanted["effective"]


def test_a_vacancy_lasts_until_somebody_has_it() -> None:
    for wanted in truth()["vacancies"]:
        (vacant,) = (
            bar for bar in lane(_LAST, wanted["body"], wanted["theme"]).bars if bar.answer == "vacant"
        )
        assert (vacant.start, vacant.end) == (wanted["opened"], wanted["closed"])
        assert vacant.evidence
        assert vacant.evidence.quote in {quote["quote"] for quote in wanted["quotes"]}


def test_what_is_not_said_to_begin_on_a_day_is_only_seen() -> None:
    kwelder = bar_of(lane(_LAST, "bov_duinstreek", "ondermijning"), "kwelder")
    assert (kwelder.start, kwelder.start_stated) == ("2024-01-18", False)
    assert (kwelder.end, kwelder.end_stated) == ("2024-12-01", True)
    assert kwelder.last_seen == "2024-04-11"


def test_those_who_contradict_each_other_stand_side_by_side() -> None:
    found = lane(_LAST, "bov_duinstreek", "jeugd_en_veiligheid")
    assert [bar.answer for bar in found.bars] == ["contradicted", "contradicted"]
    assert {bar.end for bar in found.bars} == {None}


@pytest.mark.parametrize("entry", truth()["dates"], ids=lambda each: each["date"])
def test_what_is_still_so_at_a_date_is_what_the_truth_has(entry: dict[str, Any]) -> None:
    for row in entry["holders"]:
        if row["answer"] == "not_named":
            continue
        found = lane(entry["date"], row["body"], row["theme"])
        open_now = [bar for bar in found.bars if bar.end is None]
        for person in row["holders"]:
            assert any((bar.who or "").partition(" (")[0].lower() in people(person) for bar in open_now)
        assert (row["answer"] == "vacant") == any(bar.answer == "vacant" for bar in open_now)


@pytest.mark.parametrize("entry", truth()["dates"], ids=lambda each: each["date"])
def test_a_date_sees_no_later_documents(entry: dict[str, Any]) -> None:
    dates = {ref.document: ref.date for ref in answers.documents(series())}
    for each in answers.timeline(series(), entry["date"]):
        for bar in each.bars:
            assert bar.last_seen is None or bar.last_seen <= entry["date"]
            assert bar.evidence is None or (dates[bar.evidence.document] or "") <= entry["date"]


def test_every_bar_leads_to_its_place_and_ends_after_it_begins() -> None:
    texts: dict[str, str] = {}
    for each in answers.timeline(series(), _LAST):
        for bar in each.bars:
            assert bar.end is None or bar.start <= bar.end
            assert bar.evidence, each
            document = bar.evidence.document
            if document not in texts:
                stored = answers.document(series(), document)
                assert stored
                texts[document] = stored.text
            assert texts[document][bar.evidence.start : bar.evidence.end] == bar.evidence.quote


def test_a_body_goes_from_announced_to_there_and_from_there_to_ended() -> None:
    bodies = {each.label: each.bars for each in answers.timeline(series(), _LAST) if each.kind == "body"}
    new = [(bar.answer, bar.start, bar.end) for bar in bodies["Themagroep Digitale Veiligheid"]]
    assert new == [("announced", "2024-04-11", "2024-09-16"), ("existing", "2024-09-16", None)]
    old = [(bar.answer, bar.start, bar.end) for bar in bodies["Regietafel Jeugd"]]
    assert old[-1] == ("ended", "2024-12-31", None)
