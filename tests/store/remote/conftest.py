"""An endpoint for the tests: one server for all of them, emptied for each that writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.build import build_store
from tests.conftest import MINUTES, ROOT
from tests.store.remote.server import GIVEN, empty, oxigraph

DEMO = ROOT / "data" / "demo"


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WGE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an endpoint."""
    if GIVEN:
        yield GIVEN
    else:
        with oxigraph() as started:
            yield started.url


@pytest.fixture
def endpoint(server: str) -> str:
    """The address of an endpoint that holds nothing of ours."""
    empty(server)
    return server


@dataclass(frozen=True)
class Both:
    """The same minutes in a store in a folder and at an endpoint."""

    folder: str
    url: str


@pytest.fixture(scope="module")
def both(server: str, tmp_path_factory: pytest.TempPathFactory) -> Both:
    empty(server)
    folder: Path = tmp_path_factory.mktemp("both") / "store"
    reports = [build_store([MINUTES, DEMO], place) for place in (folder, server)]
    assert reports[0] == reports[1]
    return Both(str(folder), server)
