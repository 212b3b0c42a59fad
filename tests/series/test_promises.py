"""What was promised in the fictional series, and what became of it, at the six dates of its truth."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph import answers
from graph.build.build import build_store
from graph.store.documents import reading
from graph.store.identifiers import document_iri
from tests.series.shelf import forms
from tests.series.test_truth import FOLDER, truth

PROMISES = {entry["id"]: entry for entry in truth()["promises"]}
STANDS = [(entry["date"], row) for entry in truth()["dates"] for row in entry["promises"]]
LAST = max(entry["date"] for entry in truth()["dates"])
STEPS = [(promise, step) for promise in PROMISES.values() for step in promise["history"]]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> answers.Snapshot:
    store: Path = tmp_path_factory.mktemp("series") / "store"
    build_store([FOLDER], store)
    return answers.open_snapshot(store)


def found(snapshot: answers.Snapshot, date: str, wanted: dict[str, Any]) -> answers.PromiseRow:
    """The one promise with this owner that was made in this body on this day, in these words."""
    owners, bodies = forms("people", "name", wanted["owner"]), forms("bodies", "name", wanted["body"])
    (only,) = (
        row
        for row in answers.promises(snapshot, date)
        if (row.owner or "").lower() in owners
        and (row.body or "").lower() in bodies
        and row.made_on == wanted["made_on"]
        and any(wanted["text"] in place.quote or place.quote in wanted["text"] for place in row.evidence)
    )
    return only


def squeezed(text: str) -> str:
    """Letters and digits alone: a row of a table is written with other signs between its cells."""
    return re.sub(r"[\W_]+", " ", text).strip()


@pytest.mark.parametrize(
    ("date", "row"), STANDS, ids=lambda each: each if isinstance(each, str) else each["id"]
)
def test_a_promise_stands_as_written(snapshot: answers.Snapshot, date: str, row: dict[str, Any]) -> None:
    wanted = PROMISES[row["id"]]
    told = found(snapshot, date, wanted)
    due = told.due and {"text": told.due.text, "from": told.due.start, "to": told.due.end}
    assert (told.status, due) == (row["status"], row["due"])
    assert told.closed_on == (wanted["closed_on"] if row["status"] == "closed" else None)


@pytest.mark.parametrize("date", [entry["date"] for entry in truth()["dates"]])
def test_nothing_else_was_promised(snapshot: answers.Snapshot, date: str) -> None:
    wanted = next(entry for entry in truth()["dates"] if entry["date"] == date)["promises"]
    rows = {found(snapshot, date, PROMISES[row["id"]]).text for row in wanted}
    assert {row.text for row in answers.promises(snapshot, date)} == rows


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_its_course_is_as_written(snapshot: answers.Snapshot, promise: dict[str, Any]) -> None:
    told = found(snapshot, LAST, promise)
    assert [(step.date, step.what) for step in told.history] == [
        (step["date"], step["what"]) for step in promise["history"]
    ]


@pytest.mark.parametrize(
    ("promise", "step"), STEPS, ids=lambda each: each.get("id") or f"{each['date']} {each['what']}"
)
def test_each_step_has_its_sentence_at_its_place(
    snapshot: answers.Snapshot, promise: dict[str, Any], step: dict[str, Any]
) -> None:
    told = next(each for each in found(snapshot, LAST, promise).history if each.date == step["date"])
    fitting = [
        place
        for place in told.evidence
        if squeezed(step["quote"]) in squeezed(place.quote)
        or squeezed(place.quote) in squeezed(step["quote"])
    ]
    assert fitting, [place.quote for place in told.evidence]
    for place in told.evidence:
        document = reading(snapshot, document_iri(place.document))
        assert document.meeting.date == step["date"]
        assert document.text[place.start : place.end] == place.quote
        assert document.document.file == step["file"]
