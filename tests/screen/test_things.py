"""Every thing has its page, by address: over the invented rows, and over the fictional series."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from selectolax.lexbor import LexborHTMLParser
from streamlit.testing.v1 import AppTest

from graph.build import build_store
from graph.screen import links, wording, wording_things
from graph.screen.meetings import beside
from tests.conftest import ROOT
from tests.screen import fake_answers, invented, read_back
from tests.screen.conftest import APP, Open

PAGES = {"persoon": "m-visser", "orgaan": "veiligheidsoverleg-waterrand", "onderwerp": "havens"}


@pytest.mark.parametrize(("page", "key"), PAGES.items())
def test_a_thing_has_its_page_with_its_sentences_and_the_way_to_the_map(
    open_page: Open, page: str, key: str
) -> None:
    app = open_page(page, sleutel=key)
    assert read_back.sound(app)
    name = next(each.ref.name for each in invented.KNOWN if each.iri.endswith(f"/{key}"))
    assert f"<h1>{name}</h1>" in read_back.html(app)
    assert ("bestuurskaart", f"focus={key}") in {
        (target.rsplit("/", 1)[-1], query) for target, query in read_back.links(app)
    }
    shown = LexborHTMLParser(read_back.html(app))
    assert any("feit=missing-1" in (link.attributes["href"] or "") for link in shown.css(".wge-told a"))
    assert not shown.css("img")


@pytest.mark.parametrize("page", [*PAGES, "vergadering"])
def test_an_unknown_thing_is_a_calm_line_and_the_list_of_all(open_page: Open, page: str) -> None:
    name = "document" if page == "vergadering" else "sleutel"
    app = open_page(page, **{name: "Jantje P. <script>/../x"})
    assert read_back.sound(app)
    assert wording.NOWHERE in read_back.text(app)
    assert f"<h1>{wording.THING_TITLES[page]}</h1>" in read_back.html(app)
    assert "Jantje" not in read_back.everything(app)


def test_what_was_not_named_yet_on_the_date_says_since_when_it_is(open_page: Open) -> None:
    app = open_page("onderwerp", sleutel="later")
    assert "voor het eerst voor op 1 januari 2025" in read_back.text(app)


def test_a_meeting_says_who_was_there_and_where_the_lists_disagree(open_page: Open) -> None:
    app = open_page("vergadering", document=invented.DOCUMENT)
    page = LexborHTMLParser(read_back.html(app))
    people = [item.text() for item in page.css(".wge-people li")]
    assert people[0].startswith("M. Visser voorzitter")
    assert wording_things.RECORDS_DISAGREE in people[1]
    assert "Aanwezig / Afwezig" in people[1]
    assert not page.css("img")


def test_a_name_is_a_link_only_where_one_thing_bears_it() -> None:
    twice = (invented.VISSER, invented.HARBOURS, invented.HARBOURS)
    linked = links.by_name(twice)
    assert 'href="persoon?sleutel=m-visser"' in linked("M. Visser")
    assert linked("Havens") == "Havens"
    assert linked("<b>") == "&lt;b&gt;"


def test_names_on_cards_lead_to_their_pages(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("portefeuilles")))
    targets = {link.attributes["href"] for link in page.css("article h3 a")}
    assert "onderwerp?sleutel=jeugdoverlast" in targets
    owners = LexborHTMLParser(read_back.html(open_page("toezeggingen")))
    assert "persoon?sleutel=m-visser" in {link.attributes["href"] for link in owners.css("article a")}


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("series") / "store"
    build_store([ROOT / "data" / "demo"], store)
    return store


def _opened(store: Path, monkeypatch: pytest.MonkeyPatch, page: str, **parameters: str) -> AppTest:
    monkeypatch.setenv("WGE_STORE", str(store))
    st.cache_resource.clear()
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    for name, value in parameters.items():
        app.query_params[name] = value
    app.switch_page(f"graph/screen/pages/{page}.py")
    return app.run()


def test_a_person_of_the_series_on_a_chosen_date(series: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = _opened(series, monkeypatch, "persoon", sleutel="t-kwelder", peildatum="2024-04-11")
    page = LexborHTMLParser(read_back.html(app))
    cards = {title.text() for title in page.css("article h3")}
    assert "Ondermijning" in cards
    later = _opened(series, monkeypatch, "persoon", sleutel="t-kwelder")
    shown = LexborHTMLParser(read_back.html(later))
    lanes = [lane.text() for lane in shown.css(".wge-lane") if "Ondermijning" in lane.text()]
    assert "tot 1 december 2024" in lanes[0]
    assert "Ondermijning" not in {title.text() for title in shown.css("article h3")}


def test_neighbours_are_meetings_of_the_same_body_without_what_was_replaced(series: Path) -> None:
    from graph import answers  # noqa: PLC0415

    documents = answers.documents(answers.open_snapshot(series))
    ours = next(each for each in documents if each.document.endswith("duinstreek-2025-01-23"))
    before, after = beside(ours, documents)
    assert before is not None
    assert after is not None
    assert (before.date, before.replaced_by) == ("2024-10-03", None)
    assert after.date == "2025-06-05"
    assert {before.body, after.body} == {ours.body}


def test_fakes_name_what_the_answers_have() -> None:
    from graph import answers  # noqa: PLC0415

    assert fake_answers.FUNCTIONS.keys() <= set(answers.__all__)
