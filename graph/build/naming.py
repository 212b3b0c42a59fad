"""The ids of documents in a store: the same meeting keeps its id when its file is corrected or renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.facts.model import Reading
from graph.facts.read import renamed


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store knows of a document: enough to recognise it."""

    id: str
    file: str
    sha256: str


def settled(
    readings: Iterable[Reading], stored: Mapping[str, Stored], given: frozenset[str]
) -> Iterator[tuple[Reading, str | None]]:
    """The readings under the ids they keep, each with a warning where two files report one meeting.

    Args:
        readings: In the order of their files' names, so that equal ids are always given out alike.
        stored: Documents in the store by id.
        given: Names of the files of this build: a stored file that is not among them was renamed or replaced.
    """
    by_content = {document.sha256: document.id for document in stored.values()}
    taken: dict[str, str] = {}
    for reading in readings:
        document = reading.document
        known = by_content.get(document.sha256)
        name = known or _free(document.id, document.file, stored, taken, given)
        warning = None
        if name != document.id and not known:
            other = taken.get(document.id) or stored[document.id].file
            warning = (
                f"{document.file}: gaat over dezelfde vergadering als {other}; "
                f"beide blijven bewaard, als {document.id} en {name}"
            )
        taken[name] = document.file
        yield (renamed(reading, name) if name != document.id else reading), warning


def _free(
    base: str, file: str, stored: Mapping[str, Stored], taken: Mapping[str, str], given: frozenset[str]
) -> str:
    """The first of base, base-2, base-3 … that is this file's own or nobody's."""
    number = 1
    while True:
        name = base if number == 1 else f"{base}-{number}"
        holder = stored.get(name)
        elsewhere = holder is not None and holder.file != file and holder.file in given
        if name not in taken and not elsewhere:
            return name
        number += 1
