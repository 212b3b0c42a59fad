"""Hiaten: what is missing, open or wrong, by severity, each with its sentence and what may help."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.answers.model import Gap
from graph.screen import address, cards, choice, evidence, frame, links, markup, notice, rows, wording

_FIRST, _MOST = 50, 2000  # cards in a section


def _main() -> None:
    visit = frame.visit()
    gaps = rows.gap_list(visit)
    documents = rows.documents(visit)
    frame.heading("hiaten", wording.as_of_line(visit.as_of, len(documents)))
    shown = _chosen(_of_rule(gaps))
    if not shown:
        st.html(markup.paragraph(wording.NO_GAPS))
    linked = links.by_name(rows.things(visit))
    for severity, title in wording.SEVERITY_HEADINGS.items():
        _section(visit, severity, title, [gap for gap in shown if gap.severity == severity], linked)


def _of_rule(gaps: Sequence[Gap]) -> Sequence[Gap]:
    asked = address.asked(address.RULE, {gap.rule for gap in gaps})
    if asked.unknown:
        notice.neutral()
    if asked.value is None:
        return gaps
    st.page_link(address.page_file("hiaten"), label=wording.SHOW_ALL, query_params=address.to_all())
    return [gap for gap in gaps if gap.rule == asked.value]


def _chosen(gaps: Sequence[Gap]) -> list[Gap]:
    by_severity, by_kind, by_source = st.columns([2, 3, 3])
    kinds = wording.GAP_KINDS | {gap.kind: wording.gap_kind(gap.kind) for gap in gaps}
    sources = {"verslag": wording.STATED, "regel": wording.CONCLUDED}
    with by_severity:
        severity = choice.choose(
            wording.SEVERITY, address.SEVERITY, (gap.severity for gap in gaps), wording.SEVERITIES
        )
    with by_kind:
        kind = choice.choose(wording.KIND, address.KIND, (gap.kind for gap in gaps), kinds)
    with by_source:
        source = choice.choose(wording.SOURCE, address.SOURCE, map(_source, gaps), sources)
    return [
        gap
        for gap in gaps
        if severity in {None, gap.severity} and kind in {None, gap.kind} and source in {None, _source(gap)}
    ]


def _source(gap: Gap) -> str:
    return "verslag" if gap.stated else "regel"


def _section(
    visit: frame.Visit, severity: str, title: str, gaps: Sequence[Gap], linked: links.Linked
) -> None:
    """The first of them; there may be tens of thousands, so more come when they are asked for."""
    if not gaps:
        return
    st.html(f'<h2>{escape(title)} <span class="wge-count">{len(gaps)}</span></h2>')
    limit = address.asked_number(address.COUNT, _FIRST, _MOST)
    for number, gap in enumerate(rows.with_sentences(visit, gaps[:limit])):
        with st.container(key=f"card-gap-{severity}-{number}", gap="small"):
            st.html(cards.gap_card(gap, linked))
            evidence.links(gap.evidence)
    if limit < min(len(gaps), _MOST):
        label = wording.MORE_GAPS.format(shown=limit, all=len(gaps))
        more = (address.COUNT, str(limit + _FIRST))
        st.button(label, key=f"more-{severity}", on_click=address.put, args=more)


_main()
