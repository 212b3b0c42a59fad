"""The start page: each figure leads to what it counts, and no answer is asked for twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from graph import answers
from graph.answers.model import Cell, CoverageRow, PortfolioRow
from graph.build import build_store
from graph.screen import address, heat, start_parts, wording, wording_start
from tests.conftest import ROOT
from tests.screen import fake_answers, invented, read_back
from tests.screen.conftest import Open, opened

_NOTHING = Cell("not_named", None, ())
_BODY = "Veiligheidsoverleg Waterrand"


def _row(theme: str, body: str, answer: str = "stated") -> PortfolioRow:
    base = invented.PORTFOLIOS[1]
    return replace(
        base,
        theme=theme,
        theme_iri=f"id/theme/{theme}",
        body=body,
        body_iri=f"id/body/{body}",
        iri=f"id/portfolio/{theme}-{body}",
        answer=answer,
        holders=base.holders if answer == "stated" else (),
    )


def _covered(row: PortfolioRow) -> CoverageRow:
    group = Cell("stated", f"stuurgroep {row.theme}", ())
    holder = Cell(row.answer, None, ())
    return CoverageRow(row.theme or "", row.body, holder, group, _NOTHING, _NOTHING, row.iri, row.theme_iri)


def _drawn(rows: list[PortfolioRow]) -> LexborHTMLParser:
    return LexborHTMLParser(heat.to_html(heat.heat_map(rows, map(_covered, rows))))


def test_with_more_bodies_each_cell_says_who_has_the_theme_there_and_leads_to_that_portfolio_alone() -> None:
    page = _drawn([_row("Zorg", "Noord"), _row("Zorg", "Zuid", "vacant"), _row("Wonen", "Noord", "inferred")])
    assert [head.text() for head in page.css("thead th")] == ["Thema", "Noord", "Zuid"]
    zorg = page.css("tbody tr")[1].css("td")
    assert [word.text() for cell in zorg for word in cell.css(".wge-word")] == ["✓ Genoemd", "! Vacant"]
    assert "M. Visser" in zorg[0].text()
    assert "2 van 4 gedekt" in zorg[0].text()
    assert zorg[1].css("a")[0].attributes["href"] == "portefeuilles?thema=Zorg&overleg=Zuid"
    assert wording_start.NOT_HERE in page.css("tbody tr")[0].css("td")[1].text()


def test_with_one_body_the_columns_are_what_may_cover_a_theme() -> None:
    page = _drawn([_row("Zorg", "Noord", "vacant")])
    assert [head.text() for head in page.css("thead th")][1:] == [
        label for _, label in wording.COVERAGE_COLUMNS
    ]
    words = [word.text() for word in page.css("tbody td .wge-word")]
    assert words == ["! Vacant", "✓ Genoemd", "– Niet genoemd", "– Niet genoemd"]
    assert "stuurgroep Zorg" in page.css("tbody td")[1].text()


@given(
    st.sets(
        st.tuples(st.integers(0, 20), st.integers(0, 8), st.sampled_from(["stated", "vacant"])), max_size=60
    )
)
def test_what_has_no_room_is_counted_and_vacancies_go_first(places: set[tuple[int, int, str]]) -> None:
    unique = {(theme, body): answer for theme, body, answer in sorted(places)}
    rows = [_row(f"t{theme:02}", f"b{body}", answer) for (theme, body), answer in unique.items()]
    found = heat.heat_map(rows, ())
    themes = {row.theme for row in rows}
    assert len(found.lines) + found.themes_left_out == len(themes)
    assert len(found.lines) <= heat.MOST_THEMES
    assert all(len(line.spots) == len(found.columns) for line in found.lines)
    shown = {line.theme for line in found.lines}
    vacant = {row.theme for row in rows if row.answer == "vacant"}
    assert vacant <= shown or shown <= vacant


def test_attention_goes_to_severe_gaps_and_late_promises() -> None:
    page = LexborHTMLParser(start_parts.attention(invented.GAPS, invented.PROMISES, lambda name: name))
    titles = [title.text().split("  ")[0] for title in page.css("h3")]
    assert titles[0].startswith("Jeugdoverlast is vacant")
    assert any(title.startswith("Een kaart van de havens") and "Vergeten" in title for title in titles)
    assert not any("P. Jansen aanwezig en afwezig" in title for title in titles)  # of middling severity
    assert start_parts.attention((), (), str) == f'<p class="">{wording_start.NO_ATTENTION}</p>'


def test_the_start_page_has_the_question_first_then_what_is_open_changed_covered_and_with_whom(
    open_page: Open,
) -> None:
    app = open_page()
    assert app.text_input[0].label == "Uw vraag"
    titles = [title.text() for title in LexborHTMLParser(read_back.html(app)).css("h2")]
    assert titles == [
        *wording.GROUPS.values(),
        wording_start.ATTENTION,
        "Veranderd sinds 9 november 2023",
        wording_start.COVERAGE,
        wording_start.LOADS,
        wording_start.LATEST,
    ]
    page = LexborHTMLParser(read_back.html(app))
    loads = {line.css("th")[0].text(): line for line in page.css(".wge-loads tbody tr")}
    visser = loads["M. Visser"]
    assert [cell.text() for cell in visser.css("td")] == ["2", "2"]
    assert [link.attributes["href"] for link in visser.css("td a")] == [
        "portefeuilles?wie=m-visser",
        "toezeggingen?wie=M.+Visser&stand=pending",
    ]
    links = {(page.rsplit("/", 1)[-1], query) for page, query in read_back.links(app)}
    assert ("veranderd", "van=2023-11-09&tot=2024-03-14") in links


def test_each_answer_is_asked_once_and_not_at_all_the_second_time(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*arguments: object, **options: object) -> object:
            asked[name] += 1
            return function(*arguments, **options)

        return ask

    costly = ("portfolios", "coverage", "gap_list", "ledger", "changes", "things", "overview_of", "documents")
    for name in costly:
        monkeypatch.setattr(answers, name, counting(name, fake_answers.FUNCTIONS[name]))
    app = open_page()
    assert asked == dict.fromkeys(costly, 1)
    app.run()
    assert asked == dict.fromkeys(costly, 1)


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("series") / "store"
    build_store([ROOT / "data" / "demo"], store)
    return store


@pytest.fixture
def open_series(series: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setenv("WGE_STORE", str(series))
    streamlit.cache_resource.clear()
    return opened


def test_every_figure_leads_to_as_many_as_it_says(open_series: Open, series: Path) -> None:
    overview = answers.overview(answers.open_snapshot(series))
    asked = [
        each for each in overview.figures if each.count and each.page not in {"bestuurskaart", "vergadering"}
    ]
    assert len(asked) > 6
    for figure in asked:
        page = LexborHTMLParser(read_back.html(open_series(figure.page, **address.to_figure(figure))))
        found = page.css("article") if figure.filter else page.css(".wge-index li")
        assert len(found) == figure.count, figure


def test_what_rests_on_somebody_leads_to_as_many_as_it_says(open_series: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_series()))
    links = page.css(".wge-loads td a")
    assert len(links) > 4
    for link in links:
        target, parameters = (link.attributes["href"] or "").split("?")
        there = LexborHTMLParser(read_back.html(open_series(target, **dict(parse_qsl(parameters)))))
        assert len(there.css("article")) == int(link.text().split(",")[0]), link.html


def test_each_cell_of_the_heat_map_leads_to_the_one_portfolio_that_it_is_about(open_series: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_series()))
    cells = page.css(".wge-heat td a")
    assert len(cells) > 15
    for cell in cells[::5]:
        parameters = dict(parse_qsl((cell.attributes["href"] or "").split("?")[1]))
        there = LexborHTMLParser(read_back.html(open_series("portefeuilles", **parameters)))
        assert len(there.css("article")) == 1
        word = cell.css(".wge-word")[0].text().split(maxsplit=1)[1]
        assert word in there.css("article")[0].text()
