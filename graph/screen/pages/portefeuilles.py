"""Portefeuilles: every theme with its holder or the reason why there is none, and what covers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from graph.answers.model import PortfolioRow
from graph.publish import Overview, overview_docx, overview_of, overview_xlsx, portfolios_csv
from graph.screen import address, cards, choice, evidence, frame, links, markup, matrix, notice, rows, wording
from graph.screen.frame import Visit

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD, _EXCEL = f"{_OFFICE}.wordprocessingml.document", f"{_OFFICE}.spreadsheetml.sheet"


def _main() -> None:
    visit = frame.visit()
    portfolios = rows.portfolios(visit)
    documents = rows.documents(visit)
    frame.heading("portefeuilles", wording.as_of_line(visit.as_of, len(documents)))
    listing, coverage = st.tabs([wording.TAB_LIST, wording.TAB_COVERAGE])
    with listing:
        _listing(visit, portfolios)
    with coverage:
        st.html(f"<h2>{escape(wording.HEADING_COVERAGE)}</h2>{markup.paragraph(wording.COVERAGE_LEAD)}")
        st.html(matrix.coverage_table(rows.coverage(visit), links.by_name(rows.things(visit))))


def _listing(visit: Visit, portfolios: Sequence[PortfolioRow]) -> None:
    st.html(f'<h2 class="wge-hidden">{escape(wording.HEADING_PORTFOLIOS)}</h2>')
    found = _narrowed(portfolios)
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    with left:
        chosen = choice.choose(
            wording.SHOW,
            address.ANSWER,
            (row.answer for row in found if row.is_portfolio_theme),
            {code: wording.ANSWERS[code] for code in wording.MEANINGS},
        )
    shown = [row for row in found if chosen is None or row.answer == chosen]
    with right, st.popover(wording.DOWNLOADS):
        _downloads(visit, shown)
    _cards(shown)


def _downloads(visit: Visit, shown: Sequence[PortfolioRow]) -> None:
    """Files to take away; each is made when somebody asks for it."""
    st.html(markup.paragraph(wording.DOWNLOADS_LEAD))
    meetings = rows.documents(visit)
    name = f"{wording.OVERVIEW_FILE}-{visit.as_of or ''}".rstrip("-")

    def overview() -> Overview:
        return overview_of(visit.as_of, rows.portfolios(visit), rows.coverage(visit), meetings)

    for label, file, kind, make in (
        (wording.DOWNLOAD_WORD, f"{name}.docx", _WORD, lambda: overview_docx(overview())),
        (wording.DOWNLOAD_EXCEL, f"{name}.xlsx", _EXCEL, lambda: overview_xlsx(overview())),
        (wording.DOWNLOAD, wording.PORTFOLIOS_FILE, "text/csv", lambda: portfolios_csv(shown, meetings)),
    ):
        st.download_button(label, make, file, kind, on_click="ignore", width="stretch")


def _narrowed(portfolios: Sequence[PortfolioRow]) -> Sequence[PortfolioRow]:
    """Only the rows of the theme, body and person in the address, where it has any that exist."""
    found, told = portfolios, []
    for name, keys_of in _NARROWING:
        names = {key: words for row in portfolios for key, words in keys_of(row).items()}
        asked = address.asked(name, names)
        if asked.unknown:
            notice.neutral()
        if asked.value is not None:
            wanted = asked.value
            found = [row for row in found if wanted in keys_of(row)]
            told.append(names[wanted])
    if told:
        st.html(markup.paragraph(wording.narrowed(told), "wge-notice"))
        st.page_link(
            address.page_file("portefeuilles"), label=wording.SHOW_ALL, query_params=address.to_all()
        )
    return found


def _themes(row: PortfolioRow) -> dict[str, str]:
    return {address.fact_key(row.theme_iri): row.theme or ""} if row.theme_iri else {}


def _bodies(row: PortfolioRow) -> dict[str, str]:
    return {address.fact_key(row.body_iri): row.body or ""} if row.body_iri else {}


def _people(row: PortfolioRow) -> dict[str, str]:
    return {address.fact_key(holder.iri): holder.person for holder in row.holders if holder.iri}


# Parameter of the address → key and name of what a row has of it.
_NARROWING: tuple[tuple[str, Callable[[PortfolioRow], dict[str, str]]], ...] = (
    (address.THEME, _themes),
    (address.BODY, _bodies),
    (address.OWNER, _people),
)


def _cards(portfolios: Sequence[PortfolioRow]) -> None:
    if not portfolios:
        st.html(markup.paragraph(wording.NO_PORTFOLIOS))
    for number, row in enumerate(row for row in portfolios if row.is_portfolio_theme):
        with st.container(key=f"card-portfolio-{number}", gap="small"):
            st.html(cards.portfolio_card(row))
            evidence.links(row.evidence)
    topics = [row for row in portfolios if not row.is_portfolio_theme]
    if topics:
        with st.expander(f"{wording.MERE_TOPICS} ({len(topics)})"):
            st.html(f'<ul class="wge-plain">{"".join(map(_topic, topics))}</ul>')


def _topic(row: PortfolioRow) -> str:
    link = f" · {markup.sentence_link(row.evidence[0])}" if row.evidence else ""
    people = ", ".join(holder.person for holder in row.holders)
    words = f" {escape(people)}" if people else ""
    badge = markup.answer_badge(row.answer, decided=row.decided_by is not None)
    return f"<li>{escape(row.theme or wording.NO_THEME)} {badge}{words}{link}</li>"


_main()
