"""One run through the whole app in a real browser, over a store that the app builds itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from graph.build import build_store
from graph.screen import wording, wording_promises, wording_time
from graph.screen import wording_asking as asking
from tests.browser.running import ASKED, PAGES, ROOT, running_app
from tests.browser.visitor import Visitor, visitor

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app(tmp_path_factory.mktemp("browser") / "store") as address:
        yield address


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Visitor]:
    """A visitor at a desk; whatever the test does, nothing may leave the machine or break in the browser."""
    with visitor(browser, address, 1400) as somebody:
        yield somebody
        assert somebody.left_the_machine == []
        assert somebody.errors == []


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visitor]:
    with visitor(browser, address, 390) as somebody:
        yield somebody
        assert somebody.left_the_machine == []
        assert somebody.errors == []


def test_the_first_visit_builds_the_store_and_says_so(desk: Visitor) -> None:
    desk.page.goto(desk.address)
    expect(desk.page.get_by_text(wording.BUILT)).to_be_visible(timeout=120_000)
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Overzicht")


@pytest.mark.parametrize("path", PAGES + ASKED)
def test_every_page_opens_in_dutch_and_is_accessible(desk: Visitor, path: str) -> None:
    desk.open(path)
    expect(desk.page.locator("html")).to_have_attribute("lang", "nl")
    expect(desk.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(desk.page.locator("[data-testid=stException]")).to_have_count(0)
    assert desk.violations() == []


@pytest.mark.parametrize("path", PAGES + ASKED)
def test_every_page_fits_a_phone(phone: Visitor, path: str) -> None:
    phone.open(path)
    assert phone.overflow() <= 0
    assert phone.violations() == []


@pytest.mark.parametrize("path", PAGES + ASKED)
def test_every_page_is_accessible_at_night_too(browser: Browser, address: str, path: str) -> None:
    with visitor(browser, address, 1400, at_night=True) as somebody:
        somebody.open(path)
        assert (
            somebody.page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == "dark"
        )
        assert somebody.violations() == []
        somebody.page.set_viewport_size({"width": 390, "height": 900})
        somebody.settle()
        assert somebody.violations() == []


def test_the_vacancy_leads_to_its_sentence(desk: Visitor) -> None:
    desk.open("hiaten")
    card = (
        desk.page.locator('[class*="st-key-card-gap-high"]')
        .filter(has=desk.page.get_by_text("Ex-detentie"))
        .first
    )
    expect(card).to_contain_text(wording.STATED)
    card.get_by_role("link", name=wording.TO_SENTENCE).click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Verslag")
    place = desk.page.locator("#gekozen")
    expect(place).to_be_in_viewport()
    expect(desk.page.locator(".wge-chosen-box")).to_contain_text("Ex-detentie")
    assert "portefeuillehouder Ex-detentie" in " ".join(desk.page.locator(".wge-chosen").all_inner_texts())


def test_a_promise_leads_to_the_sentence_that_makes_it(desk: Visitor) -> None:
    desk.open("toezeggingen")
    card = desk.page.get_by_role("article").filter(has_text="“na de zomer”: vanaf 1 september 2023").first
    expect(card.get_by_role("list", name=wording_promises.COURSE)).to_contain_text("20 april 2023: toegezegd")
    card.get_by_role("link", name=wording.TO_SENTENCE_SHORT).click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Verslag")
    expect(desk.page.locator("#gekozen")).to_be_in_viewport()
    assert "na de zomer" in " ".join(desk.page.locator(".wge-chosen").all_inner_texts())


def test_a_question_is_asked_answered_and_kept_in_the_address(desk: Visitor) -> None:
    desk.open("")
    box = desk.page.get_by_label(asking.QUESTION)
    box.fill("Wie gaat er over ex-detentie?")
    box.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Vraag")
    expect(desk.page.get_by_role("status").first).to_contain_text(
        "De portefeuille Ex-detentie in DVO is vacant"
    )
    desk.settle()
    assert desk.page.url.endswith("vraag?vraag=Wie+gaat+er+over+ex-detentie%3F")
    desk.page.get_by_role("link", name=wording.TO_SENTENCE).first.click()
    expect(desk.page.locator("#gekozen")).to_be_in_viewport()
    assert "portefeuillehouder Ex-detentie" in " ".join(desk.page.locator(".wge-chosen").all_inner_texts())


def test_a_question_that_is_offered_can_be_followed_and_gone_back_from(desk: Visitor) -> None:
    desk.open("vraag")
    desk.page.get_by_role("link", name="Welke portefeuilles zijn vacant?").click()
    expect(desk.page.locator(".wge-said").first).to_contain_text("Ex-detentie")
    desk.settle()
    assert desk.page.url.endswith("vraag?vraag=Welke+portefeuilles+zijn+vacant%3F")
    expect(desk.page.get_by_label(asking.QUESTION)).to_have_value("Welke portefeuilles zijn vacant?")
    desk.page.locator('[class*="st-key-questions-further"] a').first.click()
    expect(desk.page.get_by_label(asking.QUESTION)).not_to_have_value("Welke portefeuilles zijn vacant?")
    desk.settle()
    desk.page.go_back()
    expect(desk.page.get_by_label(asking.QUESTION)).to_have_value("Welke portefeuilles zijn vacant?")


def test_a_person_discussed_as_a_case_is_masked_in_the_box_and_the_address(
    desk: Visitor, case_person: str
) -> None:
    desk.open("vraag")
    box = desk.page.get_by_label(asking.QUESTION)
    box.fill(f"Wat is er gezegd over de casus van {case_person}?")
    box.press("Enter")
    expect(desk.page.locator(".wge-answer")).to_be_visible()
    desk.settle()
    first = case_person.split(maxsplit=1)[0]
    assert first not in desk.page.content()
    assert first not in box.input_value()
    assert first not in desk.page.url


def test_more_sentences_are_shown_on_request(browser: Browser, series: str) -> None:
    with visitor(browser, series, 1400) as somebody:
        somebody.open("zoeken?woorden=portefeuillehouder")
        before = somebody.page.locator(".wge-hits > li").count()
        somebody.page.get_by_role("button", name=asking.MORE_HITS).click()
        expect(somebody.page.locator(".wge-hits > li")).not_to_have_count(before)
        assert somebody.page.locator(".wge-hits mark").count() > before
        somebody.settle()
        assert "aantal=20" in somebody.page.url
        assert somebody.violations() == []


HOSTILE = (
    "<script>alert(1)</script><img src=http://buiten.example/x.png onerror=alert(1)>",
    "![](http://buiten.example/p.png) [klik](javascript:alert(1)) :red[rood] $x^2$",
    "\u202egnaleid\u2066 مَن المسؤول؟ 😀",
    "wie is de voorzitter " * 500,
)


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("words", HOSTILE, ids=["html", "markdown", "direction", "long"])
def test_hostile_words_run_nowhere_and_fetch_nothing(
    browser: Browser, address: str, words: str, width: int
) -> None:
    with visitor(browser, address, width) as somebody:
        for path in (f"vraag?{urlencode({'vraag': words})}", f"zoeken?{urlencode({'woorden': words})}"):
            somebody.open(path)
            expect(somebody.page.locator("[data-testid=stException]")).to_have_count(0)
            assert somebody.overflow() <= 0
            assert somebody.violations() == []
        assert (somebody.dialogs, somebody.left_the_machine, somebody.errors) == ([], [], [])


def test_a_figure_of_the_overview_leads_to_what_it_counts(desk: Visitor) -> None:
    desk.open("")
    desk.page.get_by_role("link", name="vacante portefeuille").click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Portefeuilles")
    expect(desk.page.get_by_role("heading", level=3, name="Ex-detentie")).to_be_visible()


def test_the_map_is_drawn_and_its_list_says_the_same(desk: Visitor) -> None:
    desk.open("bestuurskaart")
    expect(desk.page.locator(".wge-board canvas")).to_be_visible()
    expect(desk.page.locator(".wge-list")).to_contain_text("verdwijnt")
    expect(desk.page.locator(".wge-list")).to_contain_text("vacant")


def test_a_line_of_the_timeline_leads_to_its_sentence_by_the_keyboard(desk: Visitor) -> None:
    desk.open("tijdlijn")
    line = desk.page.locator(".wge-line", has_text="Vacant").first
    line.focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Verslag")
    expect(desk.page.locator(".wge-chosen-box")).to_contain_text("Ex-detentie")


def test_a_name_is_followed_without_loading_the_app_anew(desk: Visitor) -> None:
    desk.open("hiaten")
    desk.page.evaluate("window.stillHere = true")
    desk.page.locator(".stMain").get_by_role("link", name="Ex-detentie", exact=True).first.click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Ex-detentie")
    desk.settle()
    assert desk.page.url.endswith("onderwerp?sleutel=ex-detentie")
    desk.page.locator(".stMain .stHtml a[href^=orgaan]").first.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("DVO")
    assert desk.page.evaluate("window.stillHere")
    assert desk.page.evaluate("document.activeElement !== document.body")
    desk.settle()
    desk.page.go_back()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Ex-detentie")


def test_one_meeting_leaves_nothing_to_compare(desk: Visitor) -> None:
    desk.open("veranderd")
    expect(desk.page.get_by_text(wording_time.ONE_MEETING)).to_be_visible()


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over the fictional series of minutes."""
    store = tmp_path_factory.mktemp("series") / "store"
    build_store([ROOT / "data" / "demo"], store)
    with running_app(store) as address:
        yield address


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("path", ["tijdlijn", "veranderd?van=2024-01-31&tot=2025-06-15"])
def test_pages_over_time_are_accessible_with_a_series(
    browser: Browser, series: str, path: str, width: int
) -> None:
    with visitor(browser, series, width) as somebody:
        somebody.open(path)
        assert somebody.overflow() <= 0
        assert somebody.violations() == []
        assert somebody.left_the_machine == []
        assert somebody.errors == []


def test_a_date_can_be_typed_and_what_is_no_date_is_not_repeated(browser: Browser, series: str) -> None:
    with visitor(browser, series, 1400) as somebody:
        somebody.open("veranderd")
        box = somebody.page.get_by_role("combobox", name=wording_time.FROM_DATE).first
        box.fill("2024-12-01")
        box.press("Enter")
        somebody.settle()
        expect(somebody.page.locator(".stCode")).to_contain_text("Veranderd tussen 1 december 2024")
        box.fill("Jantje Puk")
        box.press("Enter")
        somebody.settle()
        expect(somebody.page.get_by_text(wording_time.NOT_A_DATE)).to_be_visible()
        assert "Jantje" not in somebody.page.inner_text("body")


def test_a_query_runs_and_an_update_is_refused(desk: Visitor) -> None:
    desk.open("sparql")
    desk.page.get_by_role("button", name=wording.RUN).click()
    expect(desk.page.get_by_role("heading", name=wording.RESULT)).to_be_visible(timeout=15_000)
    assert desk.violations() == []
    desk.page.get_by_label(wording.QUERY).fill("DELETE WHERE { ?s ?p ?o }")
    desk.page.get_by_role("button", name=wording.RUN).click()
    expect(desk.page.get_by_text(wording.REFUSED)).to_be_visible(timeout=15_000)


def test_the_case_person_is_on_no_page(desk: Visitor, case_person: str) -> None:
    for path in PAGES:
        desk.open(path)
        assert case_person not in desk.page.content()


def test_an_address_that_leads_nowhere_says_so_and_no_more(desk: Visitor) -> None:
    desk.open("verslag?document=Jantje-P")
    expect(desk.page.get_by_text(wording.NOWHERE)).to_be_visible()
    assert "Jantje" not in desk.page.inner_text("body")


def test_an_address_that_is_no_page_says_so_in_our_own_words(desk: Visitor) -> None:
    desk.open("bestaatniet?peildatum=2023-04-20")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(wording.NO_SUCH_PAGE)
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    assert desk.violations() == []
    assert "bestaatniet" not in desk.page.inner_text("body")
    desk.page.locator(".stMain").get_by_role("link", name=wording.TITLES["zoeken"]).click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(wording.TITLES["zoeken"])


def test_the_map_file_stands_by_itself(desk: Visitor, customer_store: Path, tmp_path: Path) -> None:
    from graph import answers  # noqa: PLC0415
    from graph.map import render  # noqa: PLC0415

    file = tmp_path / "kaart.html"
    file.write_text(render(answers.governance(answers.open_snapshot(customer_store))), encoding="utf-8")
    desk.page.goto(file.as_uri())
    desk.left_the_machine.remove(file.as_uri())
    expect(desk.page.locator("#map canvas")).to_be_visible()
    assert desk.violations() == []
