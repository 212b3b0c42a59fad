"""Finds a Chromium for the browser tests, and installs one where there is none and it may."""

import argparse
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

CHOSEN_BY_USER = "WGE_CHROMIUM"
KNOWN_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
DOWNLOAD_LIMIT_S = 600


@functools.cache
def browser_executable() -> str | None:
    """The first Chromium that starts: the user's choice, one on the PATH, or Playwright's own."""
    return next((path for path in _candidates() if _starts(path)), None)


def install() -> None:
    """Tries what this machine allows, until there is a browser that starts."""
    for command in _ways_to_install():
        print(f"no Chromium yet, trying: {' '.join(command)}", flush=True)
        if _succeeds(command):
            browser_executable.cache_clear()
            if browser_executable():
                return


def main() -> int:
    """Prints where the browser is; with --install, gets one first where there is none."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.find_browser", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install a Chromium where there is none")
    if parser.parse_args().install and browser_executable() is None and CHOSEN_BY_USER not in os.environ:
        install()
    found = browser_executable()
    if found is None:
        print(_what_to_do(), file=sys.stderr)
        return 2
    print(found)
    return 0


def _candidates() -> Iterator[str]:
    chosen = os.environ.get(CHOSEN_BY_USER)
    if chosen:
        # Somebody who names a browser wants that one, and not another one silently.
        yield chosen
        return
    yield from filter(None, map(shutil.which, KNOWN_NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    # Finding a file is not enough: a stub or a build without its libraries has the right name too.
    return Path(path).is_file() and _succeeds([path, "--version"], quiet=True, limit_s=30)


def _ways_to_install() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    if shutil.which("apt-get") and os.geteuid() == 0:
        yield ["apt-get", "update", "-q"]
        yield ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation"]


def _succeeds(command: list[str], *, quiet: bool = False, limit_s: int = DOWNLOAD_LIMIT_S) -> bool:
    output = subprocess.DEVNULL if quiet else None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            env=environment, timeout=limit_s,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _what_to_do() -> str:
    chosen = os.environ.get(CHOSEN_BY_USER)
    if chosen:
        return f"{CHOSEN_BY_USER}={chosen} does not start: point it to a Chromium or Chrome, or unset it"
    return f"no Chromium was found: install chromium or Google Chrome, or set {CHOSEN_BY_USER} to one"


if __name__ == "__main__":
    sys.exit(main())
