"""Which minutes take the place of which: the adopted ones that of the concept of the same meeting."""

from __future__ import annotations

from collections.abc import Iterable

from graph.facts.model import Reading
from graph.minutes.sort import ADOPTED, CONCEPT


def replacements(readings: Iterable[Reading]) -> dict[str, str]:
    """The id of each concept → that of the adopted minutes which take its place."""
    ordered = sorted(readings, key=lambda reading: reading.document.id, reverse=True)
    adopted = {_meeting(reading): reading for reading in ordered if reading.document.version == ADOPTED}
    return {
        reading.document.id: adopted[_meeting(reading)].document.id
        for reading in ordered
        if reading.document.version == CONCEPT and _meeting(reading) in adopted
    }


def _meeting(reading: Reading) -> tuple[str, str | None, str]:
    body = (reading.meeting.body or reading.document.id).casefold()
    return body, reading.meeting.date, reading.document.sort
