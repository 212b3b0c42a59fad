"""Tijdlijn: who held what when, per body; every line leads to the sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.answers.model import Lane
from graph.screen import address, bars, choice, frame, links, markup, rows, wording, wording_time


def _main() -> None:
    visit = frame.visit()
    lanes, documents = rows.timeline(visit), rows.documents(visit)
    frame.heading("tijdlijn", wording.as_of_line(visit.as_of, len(documents)))
    if not lanes or visit.as_of is None:
        st.html(markup.paragraph(wording_time.NO_TIMELINE))
        return
    shown = _chosen(lanes)
    if not shown:
        st.html(markup.paragraph(wording_time.NO_BARS))
        return
    meetings = sorted(document.date for document in documents if document.date)
    along = bars.axis(shown, meetings, visit.as_of)
    one_day = wording_time.ONE_DAY if meetings and meetings[0] == visit.as_of else None
    st.html(markup.paragraph(one_day, "wge-notice") + bars.legend(shown))
    linked = links.by_name(rows.things(visit))
    for title, group in _groups(shown):
        elsewhere = title == wording_time.ELSEWHERE
        drawn = bars.group(group, along, with_body=elsewhere, linked=linked)
        st.html(f"<h2>{linked(title)}</h2>{drawn}")
    with st.expander(wording_time.AS_TABLE):
        st.html(
            markup.table(wording_time.TIMELINE_COLUMNS, bars.table_rows(shown), label=wording_time.AS_TABLE)
        )


def _chosen(lanes: Sequence[Lane]) -> list[Lane]:
    by_body, by_kind = st.columns([3, 2])
    named = [lane.body for lane in lanes if lane.body]
    with by_body:
        body = choice.choose(wording_time.BODY, address.BODY, named, {name: name for name in named})
    with by_kind:
        kind = choice.choose(
            wording.SHOW, address.KIND, [lane.kind for lane in lanes], wording_time.LANE_KINDS
        )
    return [lane for lane in lanes if body in {None, lane.body} and kind in {None, lane.kind}]


def _groups(lanes: Sequence[Lane]) -> list[tuple[str, list[Lane]]]:
    """The lanes by body; the roles at organisations without portfolios together, the bodies last."""
    own = {lane.body for lane in lanes if lane.kind == "portfolio"}
    found: dict[str, list[Lane]] = {}
    for lane in lanes:
        if lane.body in own and lane.body:
            found.setdefault(lane.body, []).append(lane)
    found[wording_time.ELSEWHERE] = [lane for lane in lanes if lane.kind == "role" and lane.body not in own]
    found[wording_time.NO_BODY] = [lane for lane in lanes if lane.kind == "portfolio" and not lane.body]
    found[wording_time.BODIES] = [lane for lane in lanes if lane.kind == "body"]
    return [(title, group) for title, group in found.items() if group]


_main()
