"""Somebody without a command line adds minutes, sees them count, and withdraws them again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from graph.build import build_store
from graph.screen import wording_adding as words
from tests.browser.running import chromium, running_app
from tests.browser.visitor import Visitor, visitor
from tests.conftest import ROOT

FIRST, SECOND = sorted((ROOT / "data" / "demo").iterdir())[:2]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    shutil.copy(FIRST, folder)
    return folder


@pytest.fixture
def clerk(tmp_path: Path, minutes: Path) -> Iterator[Visitor]:
    """Somebody at the app over a store with one document."""
    store = tmp_path / "store"
    build_store([minutes], store)
    with (
        chromium() as browser,
        running_app(store, minutes) as address,
        visitor(browser, address, 1400) as clerk,
    ):
        yield clerk
        assert clerk.left_the_machine == []
        assert clerk.errors == []


def _listed(somebody: Visitor, file: Path) -> Locator:
    """These minutes in the list of the overview: the way to their text, without a place in it."""
    return somebody.page.locator(f'.wge-rows a[href^="verslag?"][href$="{file.name[:10]}"]')


def _choose(clerk: Visitor, file: Path) -> None:
    clerk.open("toevoegen")
    clerk.page.locator("input[type=file]").set_input_files(file)
    expect(clerk.page.get_by_text(words.OUTCOMES["new"])).to_be_visible(timeout=60_000)


def test_minutes_are_added_count_and_are_withdrawn(clerk: Visitor, minutes: Path) -> None:
    _choose(clerk, SECOND)
    expect(clerk.page.get_by_role("heading", name=words.WHAT_CHANGES)).to_be_visible()
    assert clerk.violations() == []
    assert not (minutes / SECOND.name).exists()

    clerk.page.get_by_role("button", name=words.ADD, exact=True).click()
    expect(clerk.page.get_by_text(words.ADDED)).to_be_visible(timeout=60_000)
    assert (minutes / SECOND.name).read_bytes() == SECOND.read_bytes()
    clerk.open("")
    expect(_listed(clerk, SECOND)).to_be_visible()

    clerk.open("toevoegen")
    clerk.page.get_by_role("combobox", name=words.PICK_WITHDRAWN).click()
    clerk.page.get_by_role("option").filter(has_text="Plassenland").first.click()
    clerk.page.get_by_label(words.BY_WHOM).first.fill("A. Griffier")
    clerk.page.get_by_label(words.BECAUSE).first.fill("Nog niet vastgesteld")
    clerk.page.get_by_role("button", name=words.WITHDRAW, exact=True).click()
    expect(clerk.page.get_by_text(words.WITHDRAWN_DONE)).to_be_visible(timeout=60_000)
    clerk.open("")
    expect(_listed(clerk, FIRST)).to_be_visible()
    expect(_listed(clerk, SECOND)).to_have_count(0)


def test_what_is_not_added_leaves_nothing(clerk: Visitor, minutes: Path) -> None:
    _choose(clerk, SECOND)
    clerk.page.get_by_role("button", name=words.DO_NOT_ADD).click()
    clerk.settle()
    assert sorted(minutes.iterdir()) == [minutes / FIRST.name]
    clerk.open("")
    expect(_listed(clerk, SECOND)).to_have_count(0)
