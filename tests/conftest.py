"""What the tests of several rooms share: the customer's minutes, a store of them, the name to be masked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, settings

from graph.build import build_store

ROOT = Path(__file__).resolve().parent.parent
MINUTES = ROOT / "data" / "minutes" / "dvo-twente-2023-04-20.txt"
GOLD = ROOT / "tests" / "gold" / "dvo-twente-2023-04-20.yaml"

# A law holds on a slow machine too: how long a busy one takes to invent examples is no fault.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def no_decisions_of_ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither see nor add to what was decided about the real minutes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WGE_DECISIONS", str(tmp_path_factory.mktemp("decisions")))
        yield


@pytest.fixture(scope="session")
def customer_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the customer's minutes in it; not to be written to."""
    store = tmp_path_factory.mktemp("store") / "store"
    build_store([MINUTES], store)
    return store


@pytest.fixture(scope="session")
def case_person() -> str:
    """The name of the person discussed as a case, taken from the raw file where the gold says it stands."""
    rules = yaml.safe_load(GOLD.read_text(encoding="utf-8"))["must_not"]
    anchors = next(rule["forbidden_text"] for rule in rules if rule.get("forbidden_text"))
    raw = MINUTES.read_text(encoding="utf-8")
    return raw.split(anchors["after"], 1)[1].split(anchors["before"], 1)[0].strip()
