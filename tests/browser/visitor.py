"""Somebody at the screen: opens pages, waits until they stand still, notes requests that leave here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, Request

_HERE = {"127.0.0.1", "localhost"}
_INSIDE = {"data", "blob", "about"}
_GRAVE = {"serious", "critical"}
_LAW = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"}
_STILL_MS = 400
_ALSO = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2 AA; axe leaves it off by itself


@dataclass
class Visitor:
    """A page of a browser at a width, at the app's address."""

    page: Page
    address: str
    left_the_machine: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def note(self, request: Request) -> None:
        """Remember a request when it goes anywhere but here."""
        parts = urlsplit(request.url)
        if parts.scheme not in _INSIDE and parts.hostname not in _HERE:
            self.left_the_machine.append(request.url)

    def dismiss(self, dialog: Dialog) -> None:
        """Remember what a dialog says, and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, path: str) -> None:
        """Open a page of the app and wait until it is there."""
        self.page.goto(f"{self.address}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the app has nothing left to do."""
        self.page.wait_for_selector(".stMain h1", timeout=60_000)
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=60_000)
        self.page.wait_for_timeout(_STILL_MS)

    def overflow(self) -> int:
        """By how many pixels the page is wider than the screen."""
        return int(
            self.page.evaluate(
                """() => Math.max(...['.stMain', 'html'].map((name) => {
                    const element = document.querySelector(name);
                    return element.scrollWidth - element.clientWidth;
                }))"""
            )
        )

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 A and AA, or grave otherwise, on the page and in its frames."""
        found: list[str] = []
        for frame in self.page.frames:
            response: dict[str, Any] = Axe().run(frame, options=_ALSO).response
            found.extend(
                f"{violation['id']}: {node['html'][:200]}"
                for violation in response["violations"]
                if violation["impact"] in _GRAVE or _LAW & set(violation["tags"])
                for node in violation["nodes"]
            )
        return found


@contextmanager
def visitor(
    browser: Browser, address: str, width: int, height: int = 900, *, at_night: bool = False
) -> Iterator[Visitor]:
    """A fresh visitor with a screen of this size, who prefers light on dark at night."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        locale="nl-NL",
        color_scheme="dark" if at_night else "light",
    )
    somebody = Visitor(page, address)
    page.on("request", somebody.note)
    page.on("dialog", somebody.dismiss)
    page.on("pageerror", lambda error: somebody.errors.append(str(error)))
    try:
        yield somebody
    finally:
        page.close()
