"""Writes the README's screenshots: `python -m tests.browser.screenshots [FOLDER for a phone's width]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from graph.build import build_store
from graph.screen import wording
from tests.browser.running import PAGES, ROOT, chromium, running_app
from tests.browser.visitor import Visitor, visitor

_DESK, _PHONE = 1400, 390
_WITH_SOMETHING = {
    "vraag": "vraag?vraag=Wie+gaat+er+over+ex-detentie%3F",
    "zoeken": "zoeken?woorden=mensenhandel",
}
_HEIGHT, _TALLEST = 900, 1500


_OVER_TIME = ("tijdlijn", "veranderd")  # one meeting shows nothing there: taken of the fictional series
_MENU = tuple(path for path in PAGES if path not in wording.THING_TITLES and path not in _OVER_TIME)


def main(phone_folder: Path | None = None) -> None:
    """The menu's pages at a desk's width into docs/screenshots; every page at a phone's into the folder."""
    target = ROOT / "docs" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for minutes, paths in (("minutes", _MENU), ("demo", _OVER_TIME)):
            store = Path(folder) / minutes
            build_store([ROOT / "data" / minutes], store)
            with running_app(store) as address:
                with visitor(browser, address, _DESK) as desk:
                    _shoot(desk, target, _TALLEST, paths)
                if phone_folder and minutes == "minutes":
                    with visitor(browser, address, _PHONE) as phone:
                        _shoot(phone, phone_folder, 8000, PAGES)


def _shoot(somebody: Visitor, target: Path, tallest: int, paths: tuple[str, ...]) -> None:
    width = (somebody.page.viewport_size or {"width": _DESK})["width"]
    for path in paths:
        somebody.page.set_viewport_size({"width": width, "height": _HEIGHT})
        if path == "verslag":
            _follow_a_gap(somebody)
        else:
            somebody.open(_WITH_SOMETHING.get(path, path))
        height = int(somebody.page.evaluate("document.querySelector('.stMain').scrollHeight"))
        somebody.page.set_viewport_size({"width": width, "height": max(_HEIGHT, min(height, tallest))})
        somebody.page.wait_for_timeout(800)
        file = target / f"{path or 'overzicht'}.png"
        somebody.page.screenshot(path=file)
        print(f"{file.name}: {width} wide")


def _follow_a_gap(somebody: Visitor) -> None:
    """To a document as one comes there: from a gap to its sentence."""
    somebody.open("hiaten")
    somebody.page.get_by_role("link", name=wording.TO_SENTENCE).first.click()
    somebody.page.wait_for_selector("#gekozen")
    somebody.settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
