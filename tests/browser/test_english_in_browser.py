"""The app for somebody who reads English: every page, the switch, and links that keep the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from graph.build import build_store
from graph.language import english, speaking
from graph.screen import wording, wording_asking
from tests.browser.running import ASKED, PAGES, ROOT, running_app
from tests.browser.visitor import Visitor, visitor

pytestmark = pytest.mark.browser

_OURS = """() => {
  const said = [], all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (all.nextNode()) {
    const place = all.currentNode.parentElement;
    if (!place.closest('[lang=nl], script, style, code, textarea'))
      said.push(all.currentNode.textContent.trim());
  }
  for (const name of ['aria-label', 'placeholder'])
    for (const each of document.querySelectorAll(`[${name}]`))
      if (!each.closest('[lang=nl]')) said.push(each.getAttribute(name));
  return said;
}"""
"""All that a page says, but for what it says is Dutch: sentences from the minutes."""


_NAMES = {"portefeuillehouder", "projectleider", "stuurgroep", "Wie was het vaakst afwezig?"}
"""What the minutes call a role or body; a question that is offered to who asked one in Dutch."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = tmp_path_factory.mktemp("english") / "store"
    build_store([ROOT / "data" / "minutes", ROOT / "data" / "demo"], store)
    with running_app(store) as address:
        yield address


def in_english(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}taal=en"


def _is_dutch(said: str) -> bool:
    """Whether words are those of the catalogue, and not what it gives for them."""
    return len(said) > 2 and said not in _NAMES and english().get(said, said) != said


@pytest.mark.parametrize("path", PAGES + ASKED)
def test_every_page_is_in_english(browser: Browser, address: str, path: str) -> None:
    with visitor(browser, address, 1400) as somebody:
        somebody.open(in_english(path))
        expect(somebody.page.locator("html")).to_have_attribute("lang", "en")
        expect(somebody.page.locator("[data-testid=stException]")).to_have_count(0)
        said = [re.sub(r" \(\d+\)$", "", each) for each in somebody.page.evaluate(_OURS)]
        assert sorted({each for each in said if _is_dutch(each)}) == []
        assert somebody.violations() == []
        somebody.page.set_viewport_size({"width": 390, "height": 900})
        somebody.settle()
        assert somebody.overflow() <= 0
        assert (somebody.left_the_machine, somebody.errors) == ([], [])


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Visitor]:
    with visitor(browser, address, 1400) as somebody:
        yield somebody
        assert (somebody.left_the_machine, somebody.errors) == ([], [])


def _heading(somebody: Visitor, page: str) -> None:
    with speaking("en"):
        expect(somebody.page.get_by_role("heading", level=1)).to_have_text(wording.TITLES[page])
    somebody.settle()
    expect(somebody.page.locator("html")).to_have_attribute("lang", "en")
    assert "taal=en" in somebody.page.url


def test_the_switch_keeps_from_page_to_page_and_back(desk: Visitor) -> None:
    desk.open("hiaten")
    desk.page.get_by_role("radio", name="English").click()
    _heading(desk, "hiaten")
    desk.page.get_by_role("link", name="Promises", exact=True).click()
    _heading(desk, "toezeggingen")
    desk.page.get_by_role("article").get_by_role("link", name="sentence in the minutes").first.click()
    _heading(desk, "verslag")
    assert desk.page.locator("#gekozen").evaluate("place => place.closest('[lang]').lang") == "nl"
    desk.page.get_by_role("radio", name="Nederlands").click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(wording.TITLES["verslag"])
    desk.settle()
    expect(desk.page.locator("html")).to_have_attribute("lang", "nl")
    assert "taal" not in desk.page.url


def test_a_question_in_english_from_the_start_page(desk: Visitor) -> None:
    desk.open(in_english(""))
    with speaking("en"):
        box = desk.page.get_by_label(wording_asking.QUESTION)
    box.fill("Which portfolios are vacant?")
    box.press("Enter")
    _heading(desk, "vraag")
    expect(desk.page.locator(".wge-said").first).to_contain_text("is vacant: ")
    expect(desk.page.locator(".wge-answer [lang=en]").first).to_contain_text("asks for a portfolio holder")


def test_a_click_on_the_map_answers_in_english(desk: Visitor) -> None:
    desk.open(in_english("bestuurskaart"))
    desk.page.locator(".wge-list button", has_text="Ex-detentie").first.click()
    expect(desk.page.locator(".wge-map-card").first).to_contain_text("What the minutes say")
