"""The maps that the tests draw: the customer's minutes, the fictional series, a made-up region."""

from __future__ import annotations

import pytest

from graph import answers
from graph.answers.model import GovernanceMap
from graph.build import build_store
from tests.browser.running import ROOT
from tests.map import region


@pytest.fixture(scope="package", params=["minutes", "demo", "region"])
def boards(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[GovernanceMap]:
    """The maps of all dates, the earliest first."""
    if request.param == "region":
        return region.boards()
    store = tmp_path_factory.mktemp("places") / "store"
    build_store([ROOT / "data" / request.param], store)
    snapshot = answers.open_snapshot(str(store))
    days = answers.meeting_dates(snapshot)
    return [answers.with_people(snapshot, answers.governance(snapshot, day), day) for day in days]
