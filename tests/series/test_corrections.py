"""What later minutes of the fictional series correct in the minutes before."""

from __future__ import annotations

from typing import Any

import pytest

from graph import answers
from tests.series.shelf import people, series
from tests.series.test_truth import truth

ATTENDANCE = [entry for entry in truth()["corrections"] if entry["kind"] == "attendance"]


@pytest.mark.parametrize("entry", ATTENDANCE)
def test_a_corrected_presence_is_told_with_the_document(entry: dict[str, Any]) -> None:
    snapshot = series()
    documents = [answers.document(snapshot, ref.document) for ref in answers.documents(snapshot)]
    (found,) = (each for document in documents if document for each in document.corrections)
    (holding,) = (document for document in documents if document and found in document.corrections)
    assert holding.meeting.date == entry["meeting"]
    assert found.person.lower() in people(entry["person"])
    assert (found.was, found.right, found.since) == ("aanwezig", "afwezig", entry["said_on"])


def test_both_records_stay() -> None:
    rows = answers.run_kept(series(), "attendance", {}).rows
    corrected = [row for row in rows if "absent" in row and "present" in row]
    assert len(corrected) == len(ATTENDANCE)
