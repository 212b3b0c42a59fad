"""The store with the whole fictional series, and how its truth names what is in it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph import answers
from graph.build.build import build_store
from tests.series.test_truth import FOLDER, truth

_FOLDER = TemporaryDirectory(prefix="series-")  # goes with the tests that read it


@lru_cache(maxsize=1)
def series() -> answers.Snapshot:
    """The series, read once for all tests."""
    store = Path(_FOLDER.name) / "store"
    build_store([FOLDER], store)
    return answers.open_snapshot(store)


def forms(kind: str, name: str, entity: str) -> set[str]:
    """Every way in which the series writes somebody or something, in lower case."""
    entry: dict[str, Any] = next(each for each in truth()[kind] if each["id"] == entity)
    return {form.lower() for form in (entry[name], *entry["also"])}


def body_names(entity: str) -> set[str]:
    """Every way in which the series writes a body."""
    return forms("bodies", "name", entity)


def people(entity: str) -> set[str]:
    """Every way in which the series writes a person."""
    return forms("people", "name", entity)


def themes(entity: str) -> set[str]:
    """Every way in which the series writes a theme."""
    return forms("themes", "label", entity)
