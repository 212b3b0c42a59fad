"""The map in a real browser: a click on a box or a line gives its card, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from graph.build import build_store
from graph.screen import wording_map
from tests.browser.running import ROOT, running_app
from tests.browser.visitor import Visitor, visitor

pytestmark = pytest.mark.browser

CARD = ".st-key-map-card .wge-map-card"
CLICK_POINT = """(root, [kind, name]) => {
  const net = root.wgeNetwork, data = net.body.data;
  let at;
  if (kind === "box") {
    const node = data.nodes.get().find((each) => each.shape === "box" && each.label.includes(name));
    at = { x: node.x, y: node.y };
  } else {
    const line = root.wgeLines.find((each) => each.lines.length === 1 && each.path.includes("C"));
    const [, x1, y1, x2, y2] = line.path.match(/^M(\\S+) (\\S+)C.* (\\S+) (\\S+)$/).map(Number);
    at = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  }
  const scroll = root.querySelector(".scroll");
  scroll.scrollTo(0, at.y - scroll.clientHeight / 2);
  const box = root.querySelector("canvas").getBoundingClientRect();
  return [box.left + at.x, box.top + at.y];
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = tmp_path_factory.mktemp("map") / "store"
    build_store([ROOT / "data" / "demo"], store)
    with running_app(store) as address:
        yield address


def _open(somebody: Visitor, path: str) -> None:
    somebody.open(path)
    somebody.page.wait_for_selector(".wge-board[data-drawn]", timeout=30_000)


def _click(somebody: Visitor, kind: str, name: str = "") -> None:
    x, y = somebody.page.locator(".wge-board").evaluate(CLICK_POINT, [kind, name])
    somebody.page.mouse.click(x, y)


def test_a_click_on_a_box_and_on_a_line_gives_its_card_with_the_sentence(
    browser: Browser, address: str
) -> None:
    with visitor(browser, address, 1400) as somebody:
        _open(somebody, "bestuurskaart")
        _click(somebody, "box", "Mensenhandel")
        card = somebody.page.locator(CARD).first
        expect(card.get_by_role("heading", level=2)).to_have_text("Mensenhandel")
        expect(card.locator("blockquote").first).to_be_visible()
        _click(somebody, "line")
        expect(somebody.page.locator(CARD).first).to_contain_text(wording_map.LINE)
        assert somebody.left_the_machine == []
        assert somebody.errors == []


def test_the_list_gives_the_same_card_by_the_keyboard_and_keeps_the_focus(
    browser: Browser, address: str
) -> None:
    with visitor(browser, address, 1400) as somebody:
        _open(somebody, "bestuurskaart")
        button = somebody.page.get_by_role("button", name="Verkeersveiligheid: G. Wierman")
        button.focus()
        somebody.page.keyboard.press("Enter")
        heading = somebody.page.locator(CARD).get_by_role("heading", level=2)
        expect(heading).to_have_text("Verkeersveiligheid")
        expect(button).to_be_focused()
        assert somebody.violations() == []


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("path", ["bestuurskaart?focus=g-wierman", "bestuurskaart?vergelijk=2024-01-18"])
def test_by_address_and_compared_the_page_is_accessible(
    browser: Browser, address: str, path: str, width: int
) -> None:
    with visitor(browser, address, width) as somebody:
        _open(somebody, path)
        if "focus" in path:
            expect(somebody.page.locator(CARD).get_by_role("heading", level=2)).to_have_text("G. Wierman")
        assert somebody.overflow() <= 0
        assert somebody.violations() == []
        assert somebody.left_the_machine == []
        assert somebody.errors == []
