"""Overzicht: ask, see what is open, what changed and who has most; each figure leads to what it counts."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph import answers
from graph.answers.model import Figure, Overview
from graph.answers.workload import LATE
from graph.screen import (
    address,
    frame,
    heat,
    links,
    markup,
    question_box,
    rows,
    start_parts,
    wording,
    wording_start,
)

_EXAMPLES = 3
_LOADS = 6
_WIDTHS = (5, 3, 3)
_ALSO_NOUGHT = "known"


def _main() -> None:
    visit = frame.visit()
    known = rows.documents(visit)
    frame.heading("overzicht", wording.as_of_line(visit.as_of, len(known)))
    question_box.above_another_page()
    offered = st.container(key="questions-start", gap="small")
    _figures(rows.overview(visit))
    left, right = st.columns(2, gap="large")
    with left:
        _attention(visit)
    with right:
        _changes(visit)
    _coverage(visit)
    left, right = st.columns(2, gap="large")
    with left:
        _loads(visit)
    with right:
        _latest(visit)
    _examples(visit, offered)


def _examples(visit: frame.Visit, place: DeltaGenerator) -> None:
    """Questions to begin with. They are asked last: what stands below them does not wait for them."""
    with place:
        question_box.links(rows.examples(visit)[:_EXAMPLES], "first")


def _figures(overview: Overview) -> None:
    for column, group in zip(st.columns(_WIDTHS), wording.GROUPS, strict=True):
        with column, st.container(key=f"group-{group}", gap=None):
            _group(group, _of_group(overview, group))


def _of_group(overview: Overview, group: str) -> list[Figure]:
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


def _attention(visit: frame.Visit) -> None:
    linked = links.by_name(rows.things(visit))
    severe = [gap for gap in rows.gap_list(visit) if gap.severity == "high"][: start_parts.FIRST]
    late = [each for each in rows.ledger(visit) if each.status in LATE][: start_parts.FIRST]
    found = start_parts.attention(rows.with_sentences(visit, severe), rows.promises(visit, late), linked)
    st.html(f"<h2>{escape(wording_start.ATTENTION)}</h2>{found}")
    _to("hiaten", wording_start.ALL_GAPS, address.to_all())


def _changes(visit: frame.Visit) -> None:
    """What changed since the meeting before the last one: the same answer as that of its own page."""
    start = max(
        (day for day in answers.meeting_dates(visit.snapshot) if day < (visit.as_of or "")), default=None
    )
    if visit.as_of is None or start is None:
        st.html(
            f"<h2>{escape(wording.TITLES['veranderd'])}</h2>{markup.paragraph(wording_start.ONE_MEETING)}"
        )
        return
    found = rows.changes(visit, start, visit.as_of)
    told = start_parts.changes(found) if found else markup.paragraph(wording_start.NOTHING_CHANGED)
    st.html(f"<h2>{escape(wording_start.since(start))}</h2>{told}")
    if found:
        _to("veranderd", wording_start.all_changes(len(found)), address.to_changes(start, visit.as_of))


def _coverage(visit: frame.Visit) -> None:
    found = heat.heat_map(rows.portfolios(visit), rows.coverage(visit))
    st.html(f"<h2>{escape(wording_start.COVERAGE)}</h2>")
    if not found.lines:
        st.html(markup.paragraph(wording_start.NO_COVERAGE))
        return
    rest = markup.paragraph(wording_start.left_out(found.themes_left_out, found.bodies_left_out), "wge-small")
    st.html(f"{markup.paragraph(wording_start.COVERAGE_LEAD)}{heat.to_html(found)}{rest}")
    _to("portefeuilles", wording_start.ALL_PORTFOLIOS, address.to_all())


def _loads(visit: frame.Visit) -> None:
    st.html(f"<h2>{escape(wording_start.LOADS)}</h2>")
    found = rows.workloads(visit)[:_LOADS]
    if not found:
        st.html(markup.paragraph(wording_start.NO_LOADS))
        return
    st.html(f"{markup.paragraph(wording_start.LOADS_LEAD, 'wge-small')}{start_parts.loads(found)}")


def _latest(visit: frame.Visit) -> None:
    found = start_parts.documents(rows.documents(visit))
    st.html(f"<h2>{escape(wording_start.LATEST)}</h2>{found}")
    _to("vergadering", wording_start.ALL_MEETINGS, address.to_all())
    _to("toevoegen", wording.TO_ADDING, {})


def _to(page: str, words: str, parameters: dict[str, str]) -> None:
    st.page_link(address.page_file(page), label=words, query_params=parameters)


_main()
