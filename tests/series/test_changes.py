"""What changed between two dates of the fictional series, as its truth has it; and the laws that hold."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import answers
from graph.__main__ import main
from graph.answers.announced import coming
from graph.answers.difference import changes
from graph.answers.model import Change
from graph.answers.telling import sentences
from graph.answers.template import fill
from graph.build.build import build_store
from graph.errors import InputError
from tests.answers.shelf import stored
from tests.series.shelf import people, series, themes
from tests.series.test_truth import FOLDER, truth
from tests.state.test_laws import meetings as invented_meetings

DATES = [entry["date"] for entry in truth()["dates"]]
Story = dict[str, tuple[str | None, str | None]]


def story(rows: tuple[Change, ...]) -> Story:
    """Per subject what it was and what it is."""
    found = {row.key: (row.before, row.after) for row in rows}
    assert len(found) == len(rows)
    return found


def one_after_the_other(first: Story, then: Story) -> Story:
    """Both stories as one; what went and came back is no change."""
    joined = {
        key: (first.get(key, then.get(key, (None, None)))[0], then.get(key, first.get(key, (None, None)))[1])
        for key in first | then
    }
    return {key: (before, after) for key, (before, after) in joined.items() if before != after}


def found(rows: tuple[Change, ...], theme: str, body: str) -> list[Change]:
    """The changes of one portfolio."""
    names = themes(theme)
    return [
        row
        for row in rows
        if row.kind in {"portfolio", "vacancy"}
        and row.subject.lower().partition(" (")[0] in names
        and body in row.subject
    ]


# -------------------- what is written


def _holders(day: str) -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """Portfolio → answer and holders, deputies aside, as the truth has them on a date."""
    entry = next(each for each in truth()["dates"] if each["date"] == day)
    rows = [
        row for row in entry["holders"] if row.get("capacity") != "deputy" and row["answer"] != "not_named"
    ]
    return {(row["body"], row["theme"]): (row["answer"], tuple(sorted(row["holders"]))) for row in rows}


@pytest.mark.parametrize(("start", "end"), list(combinations(DATES, 2)))
def test_the_holders_that_changed_are_those_of_the_truth(start: str, end: str) -> None:
    before, after = _holders(start), _holders(end)
    rows = changes(series(), start, end)
    for key in before | after:
        body, theme = key
        region = "Plassenland" if "plassenland" in body else "Duinstreek"
        told = found(rows, theme, region)
        if before.get(key) == after.get(key):
            assert told == [], key
            continue
        (row,) = told
        for holder in after.get(key, ("", ()))[1]:
            assert any(name in (row.after or "").lower() for name in people(holder))
        vacant = "vacant" in {before.get(key, ("",))[0], after.get(key, ("",))[0]}
        assert (row.kind == "vacancy") == vacant


@pytest.mark.parametrize(
    "wanted",
    [each for each in truth()["successions"] if each.get("portfolio")],
    ids=lambda each: each["effective"],
)
def test_a_portfolio_that_passes_on_is_told_with_its_day(wanted: dict[str, Any]) -> None:
    start, end = wanted["effective"][:8] + "01", max(wanted["effective"], wanted["said_on"])
    region = "Plassenland" if "plassenland" in wanted["body"] else "Duinstreek"
    day_before = "2024-01-31" if wanted.get("how") != "afterwards" else start
    (row,) = found(changes(series(), day_before, end), wanted["portfolio"], region)
    assert row.date == wanted["effective"]
    assert any(name in row.sentence.lower() for name in people(wanted["successor"]))
    assert wanted["quote"] in {place.quote for place in row.evidence}


def test_a_vacancy_is_told_when_it_opens_and_when_it_is_filled() -> None:
    opened = found(changes(series(), "2024-01-01", "2024-01-31"), "ex_detentie", "Duinstreek")
    filled = found(changes(series(), "2024-01-31", "2024-08-31"), "ex_detentie", "Duinstreek")
    assert [(row.before, row.after, row.date) for row in opened] == [(None, "vacant", "2024-01-18")]
    assert [(row.before, row.after, row.date) for row in filled] == [("vacant", "R. Strandman", "2024-06-20")]
    assert filled[0].sentence == (
        "De portefeuille Ex-detentie in Bestuurlijk Overleg Veiligheid Duinstreek is niet meer vacant: "
        "R. Strandman is per 20 juni 2024 portefeuillehouder."
    )


def test_what_is_said_of_bodies_and_roles_is_told_too() -> None:
    rows = changes(series(), "2024-01-31", "2025-01-31")
    told = {(row.kind, row.sentence) for row in rows}
    assert any(kind == "body" and "Themagroep Digitale Veiligheid" in text for kind, text in told)
    assert any(
        kind == "role" and text.startswith("L. van Helmond is per 1 januari 2025 burgemeester van Zilverduin")
        for kind, text in told
    )


# -------------------- laws


@settings(max_examples=40, deadline=None)
@given(
    days=st.lists(
        st.dates(
            min_value=date(2023, 12, 1),
            max_value=date(2025, 8, 1),
        ),
        min_size=3,
        max_size=3,
    )
)
def test_two_stretches_tell_the_same_story_as_one(days: list[Any]) -> None:
    first, second, third = (day.isoformat() for day in sorted(days))
    joined = one_after_the_other(
        story(changes(series(), first, second)), story(changes(series(), second, third))
    )
    assert joined == story(changes(series(), first, third))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    corpus=invented_meetings(),
    days=st.lists(
        st.sampled_from(["2023-10-01", "2023-11-01", "2024-01-10", "2024-02-01", "2024-03-10"]),
        min_size=3,
        max_size=3,
    ),
)
def test_the_same_for_any_minutes(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[dict[str, Any]], days: list[str]
) -> None:
    snapshot = stored(tmp_path_factory.mktemp("laws") / "store", corpus)
    first, second, third = sorted(days)
    joined = one_after_the_other(
        story(changes(snapshot, first, second)), story(changes(snapshot, second, third))
    )
    assert joined == story(changes(snapshot, first, third))
    assert changes(snapshot, first, first) == ()


@pytest.mark.parametrize("day", [*DATES, "2024-01-18", "2020-01-01", "2030-01-01"])
def test_nothing_changes_between_a_day_and_itself(day: str) -> None:
    assert changes(series(), day, day) == ()


def test_what_went_and_came_back_is_no_change(tmp_path: Path) -> None:
    def said(day: str, person: str) -> dict[str, Any]:
        text = f"{person} is portefeuillehouder Sport."
        held = {"theme": "Sport", "holder": person, "capacity": "holder"}
        return {"date": day, "body": "Bestuur Polderland", "says": [{"text": text, "portfolio": held}]}

    snapshot = stored(
        tmp_path / "store",
        [said("2024-01-10", "A. Bos"), said("2024-02-10", "B. Vos"), said("2024-03-10", "A. Bos")],
    )
    assert [row.after for row in changes(snapshot, "2024-01-15", "2024-02-15")] == ["B. Vos"]
    assert changes(snapshot, "2024-01-15", "2024-03-15") == ()


def test_every_sentence_leads_to_its_place() -> None:
    texts: dict[str, str] = {}
    rows = changes(series(), "2023-01-01", "2025-12-31")
    assert rows
    for row in rows:
        assert row.evidence, row.sentence
        for place in row.evidence:
            if place.document not in texts:
                document = answers.document(series(), place.document)
                assert document
                texts[place.document] = document.text
            assert texts[place.document][place.start : place.end] == place.quote


def test_the_order_of_the_documents_does_not_matter(tmp_path: Path) -> None:
    files = sorted(FOLDER.iterdir(), key=lambda path: path.name[::-1])
    for path in files:
        build_store([path], tmp_path / "store")
    again = answers.open_snapshot(tmp_path / "store")

    def told(snapshot: answers.Snapshot) -> list[tuple[Any, ...]]:
        rows = changes(snapshot, "2024-01-31", "2025-06-30")
        return [(row.kind, row.subject, row.before, row.after, row.date, row.sentence) for row in rows]

    assert told(again) == told(series())


# -------------------- the command and its sentences


def test_the_command_prints_what_the_contract_says(capsys: pytest.CaptureFixture[str]) -> None:
    store = series().place
    assert main(["changes", "2024-01-31", "2024-08-31", "--json", "--store", store]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {frozenset(row) for row in rows} == {
        frozenset({"kind", "subject", "before", "after", "date", "sentence", "evidence"})
    }
    assert {row["kind"] for row in rows} <= {"portfolio", "role", "body", "structure", "vacancy", "promise"}


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2025-01-01", "2024-01-01", "na de tweede"),
        ("gisteren", "2024-01-01", "eerste datum"),
        ("2024-01-01", "2024-02-31", "tweede datum"),
    ],
)
def test_dates_that_make_no_sense_are_told_in_one_line(
    capsys: pytest.CaptureFixture[str], start: str, end: str, says: str
) -> None:
    assert main(["changes", start, end, "--store", series().place]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    assert len(said.err.splitlines()) == 1
    with pytest.raises(InputError):
        changes(series(), start, end)


@pytest.mark.parametrize(("start", "end"), [("2019-01-01", "2024-01-31"), ("2024-01-31", "2030-01-01")])
def test_a_day_outside_the_minutes_is_told(capsys: pytest.CaptureFixture[str], start: str, end: str) -> None:
    assert main(["changes", start, end, "--json", "--store", series().place]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert said.err.startswith("let op: ")


@pytest.mark.parametrize("sentence", sentences(), ids=lambda each: each.id)
def test_a_sentence_reads_as_its_example(sentence: Any) -> None:
    values = sentence.example["values"]
    assert fill(sentence.says, values) == sentence.example["says"]
    assert all(values.get(place) for place in sentence.needs)


# -------------------- what is still to come


def told_at(when: str) -> list[str]:
    return [row.sentence for row in coming(series(), when)]


def test_what_is_announced_for_later_is_told_until_it_is_so() -> None:
    announced = (
        "De portefeuille Mensenhandel in Bestuurlijk Overleg Veiligheid Duinstreek gaat per 1 september 2024"
        " van K. Duinker over naar R. Strandman (gemeld op 11 april 2024)."
    )
    assert announced not in told_at("2024-03-07")
    assert announced in told_at("2024-04-11")
    assert announced in told_at("2024-06-20")
    assert announced not in told_at("2024-09-12")


def test_nothing_is_announced_before_minutes_say_it() -> None:
    """I. van Plas follows O. Lisdodde on 1 April 2025, which no minutes before 20 March 2025 say."""
    assert not any(
        "Ondermijning" in sentence and "van Plas" in sentence for sentence in told_at("2025-01-23")
    )
    assert any("Ondermijning" in sentence and "van Plas" in sentence for sentence in told_at("2025-03-20"))


def test_bodies_on_their_way_are_told_while_they_are() -> None:
    assert any("Themagroep Digitale Veiligheid is aangekondigd" in each for each in told_at("2024-04-11"))
    assert any(
        "Regietafel Jeugd houdt op te bestaan, per 31 december" in each for each in told_at("2024-11-21")
    )
    assert not any("Regietafel Jeugd" in each for each in told_at("2025-01-23"))


@pytest.mark.parametrize("when", DATES)
def test_all_that_is_to_come_has_its_sentence_in_minutes_up_to_then(when: str) -> None:
    dates = {each.document: each.date for each in answers.documents(series())}
    for row in coming(series(), when):
        assert any((dates[place.document] or "") <= when for place in row.evidence)
