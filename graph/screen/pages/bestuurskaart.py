"""Bestuurskaart: the structure in columns by level, and the same content as a list with links."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.map import Entry, Section, outline
from graph.screen import drawn, frame, markup, rows, wording

_FRAME_EDGE = 24  # the scroll bar under a drawing that is wider than the screen


def _main() -> None:
    visit = frame.visit()
    documents = rows.documents(visit)
    frame.heading("bestuurskaart", wording.as_of_line(visit.as_of, len(documents)))
    board = rows.governance(visit)
    if not board.nodes:
        st.html(markup.paragraph(wording.NO_MAP))
        return
    drawing = drawn.drawing(visit, board)
    st.html(markup.paragraph(wording.SCROLL_MAP, "wge-small wge-narrow"))
    st.iframe(drawing.html, height=drawing.height + _FRAME_EDGE, alt=wording.MAP_ALT)
    st.html(f'<section class="wge-legend" aria-label="{escape(wording.LEGEND)}">{drawing.legend}</section>')
    st.download_button(
        wording.DOWNLOAD_MAP,
        lambda: drawn.file(visit, board).encode("utf-8"),
        wording.MAP_FILE,
        "text/html",
        on_click="ignore",
    )
    _list(outline(board))


def _list(sections: Sequence[Section]) -> None:
    st.html(f"<h2>{escape(wording.AS_LIST)}</h2>")
    blocks = (
        f"<section><h3>{escape(section.heading)}</h3>"
        f'<ul class="wge-plain">{"".join(map(_item, section.entries))}</ul></section>'
        for section in sections
    )
    st.html(f'<div class="wge-outline">{"".join(blocks)}</div>')


def _item(entry: Entry) -> str:
    sign = markup.badge(entry.sign, entry.words) if entry.words else ""
    details = "; ".join((*entry.notes, *entry.relations))
    small = f'<span class="wge-small">{escape(details)}</span>' if details else ""
    link = markup.sentence_link(entry.evidence[0]) if entry.evidence else ""
    return f"<li><strong>{escape(entry.name)}</strong> {sign} {small} {link}</li>"


_main()
