"""Hostile texts in every field of every row: on each page they are text, and nothing but text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from graph.build import build_store
from graph.screen.address import COUNT
from tests.browser.running import ROOT, running_app
from tests.browser.visitor import Visitor, visitor
from tests.hostile import FORMULAS, HOSTILE, LONG, OUTSIDE, RAN, TEMPLATES
from tests.screen.invented import DOCUMENT

pytestmark = pytest.mark.browser

PAGES = (
    "", "portefeuilles", "bestuurskaart", "hiaten", "toezeggingen", "tijdlijn", "veranderd",
    f"verslag?document={DOCUMENT}", "zoeken?woorden=zorg", "vraag?vraag=zorg", "vraag", "sparql", "toevoegen",
    "persoon", "orgaan", "onderwerp", "persoon?sleutel=m-visser", "vergadering",
    f"vergadering?document={DOCUMENT}",
)  # fmt: skip
SHOWING_ALL = (
    "portefeuilles", "hiaten", "toezeggingen", "tijdlijn", "veranderd", f"verslag?document={DOCUMENT}",
    "zoeken?woorden=zorg", "vraag?vraag=zorg", "persoon", "orgaan", "onderwerp",
    f"vergadering?document={DOCUMENT}",
)  # fmt: skip
"""Pages on which every text stands."""
SHOWING_FIFTY = ("hiaten", "toezeggingen")
"""Of those, the pages that show more than fifty of a sort when they are asked for."""

_ACTIVE = f"""() => {{
    const leads = (value) => {{
        const target = new URL(value, location.href);
        return !['http:', 'https:', 'data:', 'blob:'].includes(target.protocol)
            || (target.protocol.startsWith('http') && target.host !== location.host)
            || /^data:text/i.test(value);
    }};
    return [...document.querySelectorAll('.stMain *')].filter((node) =>
        ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'META', 'LINK', 'MARQUEE'].includes(node.tagName)
        || (node.tagName === 'SCRIPT' && node.textContent.includes('{RAN}'))
        || [...node.attributes].some((each) => each.name.startsWith('on')
            || (each.name === 'style' && each.value.includes('{OUTSIDE}'))
            || (['href', 'src', 'action', 'data', 'xlink:href'].includes(each.name) && leads(each.value)))
    ).map((node) => node.outerHTML.slice(0, 200));
}}"""
"""What is more than text: elements that load or run, and links that lead away."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app, its entry replaced by one that answers with hostile rows."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "graph").symlink_to(ROOT / "graph")
    shutil.copy(Path(__file__).with_name("hostile_app.py"), folder / "app.py")
    store = folder / "store"
    store.mkdir()
    (store / "current").write_text("1", encoding="utf-8")
    with running_app(store, entry=folder / "app.py") as address:
        yield address


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unfold(somebody: Visitor) -> None:
    for summary in somebody.page.locator(".stMain .stExpander summary").all():
        summary.click()
    somebody.settle()


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("path", PAGES)
def test_hostile_rows_are_text_on_every_page(browser: Browser, address: str, path: str, width: int) -> None:
    with visitor(browser, address, width) as somebody:
        somebody.open(f"{path}?{COUNT}=500" if path in SHOWING_FIFTY else path)
        expect(somebody.page.locator("[data-testid=stException]")).to_have_count(0)
        expect(somebody.page.get_by_text("kan nu niet worden getoond")).to_have_count(0)
        _unfold(somebody)
        assert somebody.overflow() <= 0
        assert somebody.page.evaluate(_ACTIVE) == []
        assert somebody.page.evaluate(f"window.{RAN}") is None
        assert (somebody.dialogs, somebody.left_the_machine, somebody.errors) == ([], [], [])
        if path in SHOWING_ALL:
            shown = _plain(somebody.page.evaluate("document.querySelector('.stMain').textContent"))
            assert [text for text in HOSTILE if _plain(text) not in shown] == []


def test_there_are_enough_of_them_and_no_two_alike() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 60


def _minutes() -> str:
    """Minutes with such a text at every place where minutes have one."""
    lines = [f"Verslag {HOSTILE[0]}", "Overleg: Veiligheidsoverleg Waterrand", "Datum: 14 maart 2024"]
    lines += [f"Locatie: {' '.join(HOSTILE[10].split())}", "Voorzitter: A. de Boer"]
    lines += [
        f"Aanwezig: A. de Boer, M. Visser, {', '.join(' '.join(text.split()) for text in HOSTILE[:70])}"
    ]
    for number, text in enumerate(HOSTILE, start=1):
        plain = " ".join(text.split())
        lines += [
            f"{number}. {plain}",
            f"Dhr. Visser is portefeuillehouder {plain}.",
            f"Mevr. De Boer meldt dat {plain} voor 1 mei klaar is. Mevr. De Boer zegt toe {plain} te sturen.",
        ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app itself, over a store of such minutes."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "overleg.txt").write_text(_minutes(), encoding="utf-8")
    build_store([folder / "overleg.txt"], folder / "store")
    with running_app(folder / "store") as address:
        yield address


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize(
    "path",
    ["", "portefeuilles", "bestuurskaart", "toezeggingen", "verslag", "zoeken?woorden=klaar", "persoon"],
)
def test_minutes_that_are_hostile_all_through_are_read_as_text(
    browser: Browser, read_in: str, path: str, width: int
) -> None:
    with visitor(browser, read_in, width) as somebody:
        somebody.open(path)
        expect(somebody.page.get_by_text("kan nu niet worden getoond")).to_have_count(0)
        assert somebody.overflow() <= 0
        assert somebody.page.evaluate(_ACTIVE) == []
        assert somebody.page.evaluate(f"window.{RAN}") is None
        assert (somebody.left_the_machine, somebody.errors) == ([], [])
        if path == "verslag":
            shown = _plain(somebody.page.evaluate("document.querySelector('.wge-text').textContent"))
            # Reading takes tags out of a text, and signs without width; what has none of them is all there.
            kept = [text for text in (*TEMPLATES, *FORMULAS, *LONG) if "<" not in text]
            assert [text for text in kept if _plain(text) not in shown] == []
