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
  const drawn = root.wgeDrawn;
  let at;
  if (kind === "box") {
    const node = drawn.nodes.find((each) => each.label.includes(name));
    at = { x: node.x, y: node.y };
  } else {
    const line = drawn.lines.find((each) => each.lines.length === 1 && each.path.includes("C"));
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


def _taken(somebody: Visitor, name: str) -> bytes:
    with somebody.page.expect_download() as taken:
        somebody.page.get_by_role("button", name=name).click()
    return taken.value.path().read_bytes()


def test_the_map_is_taken_away_as_picture_drawing_and_file(browser: Browser, address: str) -> None:
    with visitor(browser, address, 1400) as somebody:
        _open(somebody, "bestuurskaart")
        assert _taken(somebody, wording_map.BOARD["png"]).startswith(b"\x89PNG")
        assert b"Mensenhandel" in _taken(somebody, wording_map.DOWNLOAD_SVG)
        file = _taken(somebody, wording_map.DOWNLOAD_HTML)
        assert file.startswith(b"<!DOCTYPE html>")
        assert b"Mensenhandel" in file
        assert (somebody.left_the_machine, somebody.errors) == ([], [])


def test_full_screen_and_size_are_chosen_with_the_keyboard_and_the_focus_stays(
    browser: Browser, address: str
) -> None:
    with visitor(browser, address, 1400) as somebody:
        _open(somebody, "bestuurskaart")
        canvas = somebody.page.locator(".wge-board canvas")
        width = int(canvas.evaluate("(each) => each.clientWidth"))
        larger = somebody.page.get_by_role("button", name=wording_map.BOARD["larger"])
        larger.press("Enter")
        expect(larger).to_be_focused()
        assert int(canvas.evaluate("(each) => each.clientWidth")) > width
        full = somebody.page.get_by_role("button", name=wording_map.BOARD["fullscreen"])
        full.press("Enter")
        somebody.page.wait_for_function("document.fullscreenElement !== null")
        full.press("Enter")
        somebody.page.wait_for_function("document.fullscreenElement === null")
        expect(full).to_be_focused()
        assert somebody.errors == []


def test_a_click_sends_the_card_and_not_the_map(browser: Browser, address: str) -> None:
    with visitor(browser, address, 1400) as somebody:
        sizes: list[int] = []
        somebody.page.on(
            "websocket", lambda socket: socket.on("framereceived", lambda said: sizes.append(len(said)))
        )
        _open(somebody, "bestuurskaart?weergave=wereld")
        assert max(sizes) > 50_000
        sizes.clear()
        _click(somebody, "box", "Mensenhandel")
        expect(somebody.page.locator(CARD).first).to_be_visible()
        somebody.settle()
        assert 0 < sum(sizes) < 25_000


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
