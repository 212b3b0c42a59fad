"""Overzicht: what is known, open and contradictory; each figure leads to the page that it counts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from graph.answers.model import Figure, Gap, MeetingRef, Overview
from graph.screen import address, cards, frame, markup, question_box, rows, wording

_FIRST = 4
_ALSO_NOUGHT = "known"


def _main() -> None:
    visit = frame.visit()
    overview = rows.overview(visit)
    frame.heading("overzicht", wording.as_of_line(overview.as_of, len(overview.documents)))
    if not overview.documents:
        st.html(markup.paragraph(wording.EMPTY_STORE))
        return
    question_box.above_another_page()
    for column, group in zip(st.columns(len(wording.GROUPS)), wording.GROUPS, strict=True):
        with column, st.container(key=f"group-{group}"):
            _group(group, _figures(overview, group))
    _urgent(rows.gaps(visit))
    _documents(overview.documents)


def _figures(overview: Overview, group: str) -> list[Figure]:
    """The figures of a group. That nothing is known is worth a nought; that nothing is open is not."""
    return [
        figure
        for figure in overview.figures
        if figure.group == group and (figure.count or group == _ALSO_NOUGHT)
    ]


def _group(group: str, figures: list[Figure]) -> None:
    st.html(f"<h2>{escape(wording.GROUPS[group])}</h2>")
    if not figures:
        st.html(markup.paragraph(wording.GROUP_EMPTY[group], "wge-small"))
    for figure in figures:
        label = f"**{figure.count}** {markup.plain(figure.label)}"
        st.page_link(
            address.page_file(figure.page),
            label=label,
            query_params=address.to_figure(figure),
            width="stretch",
        )


def _urgent(gaps: Iterable[Gap]) -> None:
    first = [gap for gap in gaps if gap.severity == "high"][:_FIRST]
    if not first:
        return
    st.html(f"<h2>{escape(wording.MOST_URGENT)}</h2>")
    with st.container(key="urgent", gap="small"):
        st.html(f'<ul class="wge-rows">{"".join(map(_urgent_row, first))}</ul>')
        st.page_link(address.page_file("hiaten"), label=wording.ALL_GAPS, query_params=address.to_all())


def _urgent_row(gap: Gap) -> str:
    link = markup.sentence_link(gap.evidence[0], wording.TO_SENTENCE) if gap.evidence else ""
    title = f'{escape(cards.gap_name(gap))} <span class="wge-small">{escape(gap.title)}</span>'
    return f"<li><h3>{title}</h3>{markup.paragraph(gap.explanation)}{link}</li>"


def _documents(documents: Iterable[MeetingRef]) -> None:
    st.html(f"<h2>{escape(wording.READ_DOCUMENTS)}</h2>")
    for document in documents:
        with st.container(key=f"document-{document.document}", gap=None):
            details = " · ".join(
                (
                    *((document.body,) if document.body else ()),
                    wording.dutch_date(document.date),
                    wording.counted(document.facts, "feit", "feiten"),
                    document.file,
                )
            )
            st.html(f"<h3>{escape(document.title)}</h3>{markup.paragraph(details, 'wge-small')}")
            st.page_link(
                address.page_file("verslag"),
                label=wording.OPEN_DOCUMENT,
                query_params=address.to_document(document.document),
            )


_main()
