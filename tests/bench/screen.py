"""What the map costs on the screen: click to card, the first frame, a redraw, and ten visitors who click."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from graph.answers.model import GovernanceMap
from graph.build import build_store
from graph.map import style
from graph.map.page import render
from tests.bench.figures import Figure, Setting, middle
from tests.browser.running import ROOT, chromium, running_app
from tests.browser.visitor import visitor
from tests.screen.invented import edge, node

_CLICKS = 20
_PAUSE_MS = 300
_VISITORS, _EACH, _EVERY = 10, 8, 2.0  # visitors, clicks of each, seconds between two
_STOPWATCH = """(button, watched) => new Promise((done) => {
  const said = () => document.querySelector(watched)?.textContent;
  const before = said();
  const watch = new MutationObserver(() => {
    if (said() === before || said() === undefined) return;
    watch.disconnect();
    done(performance.now() - started);
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  const started = performance.now();
  button.click();
})"""
"""Milliseconds from a click until what is watched says something else."""
_FIRST_FRAME = """addEventListener("load", () => requestAnimationFrame(() =>
  setTimeout(() => { window.firstFrame = performance.now(); })));"""
_REDRAW = """(board) => {
  const draw = () => board.wgeNetwork.renderer._redraw();
  const cost = () => { const from = performance.now(); draw(); return performance.now() - from; };
  return Array.from({ length: 20 }, cost).sort((a, b) => a - b)[0];
}"""
_ENTRY = ".wge-list button"


def screen(_: Setting) -> Iterator[Figure]:
    """The figures of the map and the app, in a real browser; then without one, as that would cost more."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build_store([ROOT / "data" / "minutes", ROOT / "data" / "demo"], store)
        empty = running_app(store, entry=Path(__file__).with_name("empty_app.py"))
        with running_app(store) as address, empty as floor_address:
            with chromium() as browser:
                yield from _frames(browser, Path(folder))
                floor, card, costs, redrawn, sent = _on_the_map(browser, address, floor_address)
                yield Figure("a click on an empty page", middle(floor), "ms", note=_least(floor))
                above = middle(card) - middle(floor)
                yield Figure("click to card, above that", above, "ms", 50, note=_least(card))
                what = "the same, processor time of the app beside that of the empty one"
                yield Figure(
                    what, costs[1] - costs[0], "ms", 50, note=f"{costs[1]:.0f} beside {costs[0]:.0f}"
                )
                yield Figure("a redraw of the map of everything", redrawn, "ms", 30)
            waits = asyncio.run(_all_visitors(address, sent))
        what = f"{_VISITORS} visitors who click every {_EVERY:g} s: until the card, median"
        yield Figure(what, 1000 * middle(waits), "ms", 500, note=f"slowest {1000 * max(waits):,.0f}")


def _region(count: int) -> GovernanceMap:
    """So many bodies and themes, each joined to another in a column beside it."""
    columns = style.COLUMNS[:-1]
    nodes = [node(f"orgaan {at}", columns[at % len(columns)], kind=f"kind {at}") for at in range(count)]
    edges = [edge(f"orgaan {at}", f"orgaan {(at * 8 + 1) % count}") for at in range(count)]
    return GovernanceMap(tuple(nodes), tuple(edges))


def _frames(browser: Browser, folder: Path) -> Iterator[Figure]:
    """From opening the file until the first frame stands."""
    for count, most in ((150, 500), (1000, 1000)):
        file = folder / f"{count}.html"
        file.write_text(render(_region(count), title="Kaart", limit=count), encoding="utf-8")
        times, costs = [], []
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.add_init_script(_FIRST_FRAME)
            page.goto(file.as_uri())
            page.wait_for_function("window.firstFrame")
            times.append(float(page.evaluate("window.firstFrame")))
            costs.append(_cost_of(page))
            page.close()
        yield Figure(f"first frame of {count} boxes, from opening the file", min(times), "ms", most)
        yield Figure("the same, processor time of the page's process", min(costs), "ms", most)


def _cost_of(page: Page) -> float:
    """The processor time of a page's process since it began, in milliseconds."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    measured = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(each["value"]) for each in measured if each["name"] == "ProcessTime")


def _spent(address: str) -> float:
    """The processor time of the app at an address since it began, in milliseconds."""
    port = str(urlsplit(address).port)
    app = next(each for each in psutil.Process().children() if port in each.cmdline())
    used = app.cpu_times()
    return 1000 * (float(used.user) + float(used.system))


def _least(times: Sequence[float]) -> str:
    return f"at least {min(times):,.0f}"


def _click(page: Page, button: str, watched: str, place: int = 0) -> float:
    """The time of a click in milliseconds; then a while in which what a run leaves behind is done."""
    found = float(page.locator(button).nth(place).evaluate(_STOPWATCH, watched))
    page.wait_for_timeout(_PAUSE_MS)
    return found


def _on_the_map(
    browser: Browser, address: str, floor_address: str
) -> tuple[list[float], list[float], tuple[float, float], float, list[bytes]]:
    """Clicks on an empty page and on the map, in turns, so that what else the machine does strikes both.

    Then what a click costs either app, a redraw, and what a browser sends: for the page, and for a click on
    either of two.
    """
    with visitor(browser, address, 1400) as somebody:
        sent: list[bytes] = []

        def note(socket: WebSocket) -> None:
            socket.on("framesent", lambda said: sent.append(said if isinstance(said, bytes) else b""))

        empty = browser.new_page()
        empty.goto(floor_address)
        empty.wait_for_selector("#runs")
        somebody.page.on("websocket", note)
        somebody.open("bestuurskaart?weergave=wereld")
        somebody.page.wait_for_selector(".wge-board[data-drawn]", timeout=60_000)
        somebody.page.wait_for_selector(_ENTRY)
        _click(somebody.page, _ENTRY, ".st-key-map-card", 3)
        _click(empty, ".stButton button", "#runs")
        before = [_spent(each) for each in (floor_address, address)]
        both = [
            (
                _click(empty, ".stButton button", "#runs"),
                _click(somebody.page, _ENTRY, ".st-key-map-card", (8, 3)[turn % 2]),
            )
            for turn in range(_CLICKS)
        ]
        after = [_spent(each) for each in (floor_address, address)]
        empty.close()
        each_click = [(late - early) / _CLICKS for early, late in zip(before, after, strict=True)]
        return (
            [floor for floor, _ in both],
            [card for _, card in both],
            (each_click[0], each_click[1]),
            float(somebody.page.locator(".wge-board").evaluate(_REDRAW)),
            [sent[0], sent[-2], sent[-1]],
        )


@contextmanager
def _counted() -> Iterator[list[float]]:
    started, found = time.perf_counter(), list[float]()
    yield found
    found.append(time.perf_counter() - started)


async def _all_visitors(address: str, sent: Sequence[bytes]) -> list[float]:
    """How long each click waits for its answer, in seconds; the visitors begin one after the other."""
    visits = (_visit(address, sent, number * _EVERY / _VISITORS) for number in range(_VISITORS))
    return [wait for waits in await asyncio.gather(*visits) for wait in waits]


async def _visit(address: str, sent: Sequence[bytes], later: float) -> list[float]:
    first, *clicks = sent
    waits: list[float] = []
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(url, subprotocols=[Subprotocol("streamlit")], max_size=None, origin=None) as socket:
        await socket.send(first)
        await _until_finished(socket)
        await asyncio.sleep(2 + later)
        for turn in range(_EACH):
            with _counted() as found:
                await socket.send(clicks[turn % 2])
                await _until_finished(socket)
            waits += found
            await asyncio.sleep(max(0.0, _EVERY - found[0]))
    return waits


async def _until_finished(socket: ClientConnection) -> None:
    """Until a run of the page, or of a part of it, is done: the card stands before that."""
    while True:
        message = ForwardMsg.FromString(await socket.recv(decode=False))
        if message.WhichOneof("type") == "script_finished":
            return
