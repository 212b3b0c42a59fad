"""Bestuurskaart: the map as it was on a date; what is clicked gets its card beside it, with the sentences."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.language import kept
from graph.map import keyed
from graph.map.picture import Picture
from graph.screen import (
    address,
    drawn,
    frame,
    map_card,
    map_component,
    map_controls,
    map_rows,
    markup,
    rows,
    wording,
    wording_map,
)
from graph.screen.frame import Visit
from graph.screen.map_controls import Asked
from graph.screen.map_shown import Shown, short

_BOARD, _LIST, _BROUGHT = "map-board", "map-list", "map-brought"


def _main() -> None:
    visit = frame.visit()
    frame.heading("bestuurskaart", wording.as_of_line(visit.as_of, len(rows.documents(visit))))
    whole = map_rows.board(visit, visit.as_of)
    if not whole.nodes:
        st.html(markup.paragraph(wording_map.NO_MAP))
        return
    days = map_rows.dates(visit, visit.as_of)
    asked = map_controls.asked(whole, days, visit.as_of)
    if asked.other:
        days = map_rows.dates(visit, visit.as_of, asked.other)
    with st.spinner(wording_map.DRAWING):  # the first time after a start what draws has to be loaded
        shown = map_rows.shown(visit, days, asked.choice, asked.other)
    if not shown.picture.now.nodes:
        st.html(markup.paragraph(wording_map.NOTHING_LEFT))
        return
    map_component.bring(shown.brought, shown.signature, _BROUGHT)
    _two_way(visit, shown, asked, _pages(visit))


def _pages(visit: Visit) -> map_card.Pages:
    """Portfolios have no page of their own: their names lead to that of their theme."""
    return {row.iri: row.theme_iri for row in rows.portfolios(visit) if row.theme_iri}


@frame.fragment
def _two_way(visit: Visit, shown: Shown, asked: Asked, pages: map_card.Pages) -> None:
    """The drawing, the card and the list: a click runs no more than this."""
    chosen = _chosen(shown, asked)
    left, right = st.columns([7, 3])
    with right, st.container(key="map-card"):  # first: it is what was asked for
        _card(shown, asked, chosen, pages)
    with left:
        data = {
            "signature": shown.signature,
            "words": wording_map.BOARD,
            "chosen": chosen,
            "focus": asked.focus,
            "live": wording_map.shown_beside(shown.names[chosen[0]]) if chosen else "",
        }
        map_component.board(data, _BOARD, lambda: _remember(_BOARD))
        if shown.picture.hidden:
            st.html(markup.paragraph(wording_map.hidden(shown.picture.hidden), "wge-small"))
    st.html(
        f'<section class="wge-legend" aria-label="{escape(wording_map.LEGEND)}">{drawn.legend()}</section>'
    )
    _downloads(visit, shown.picture)
    st.html(f"<h2>{escape(wording_map.AS_LIST)}</h2>")
    listed = {"signature": shown.signature, "chosen": chosen}
    map_component.listed(listed, _LIST, lambda: _remember(_LIST))


def _remember(key: str) -> None:
    ids = map_component.clicked(key)
    address.put(address.CHOSEN, ".".join(map(short, ids)) or None)


def _chosen(shown: Shown, asked: Asked) -> list[str]:
    """What the address says was clicked, as far as it is there; else what the map is about."""
    wanted = (address.written(address.CHOSEN) or "").split(".")
    found = [shown.written[each] for each in wanted if each in shown.written]
    if found or asked.focus is None or asked.focus not in shown.entries:
        return found
    return [asked.focus]


def _card(shown: Shown, asked: Asked, chosen: list[str], pages: map_card.Pages) -> None:
    if not chosen:
        st.html(markup.paragraph(wording_map.CARD_EMPTY, "wge-small wge-map-empty"))
        return
    picture = shown.picture
    group = next((each for each in picture.groups if each.id == chosen[0]), None)
    node = shown.folded.get(chosen[0]) if group else shown.rows.get(chosen[0])
    if node is None:
        edges = map_card.lines_of(picture.now, chosen) or map_card.lines_of(picture.rows, chosen)
        for edge in edges:
            mark = map_card.difference(picture.marks.get(keyed(edge)), asked.other)
            st.html(map_card.line_card(edge, shown.names, mark, pages))
        return
    members = [shown.rows[each] for each in group.members if each in shown.rows] if group else []
    mark = map_card.difference(picture.marks.get(node.id), asked.other)
    board = picture.now if group else picture.rows
    st.html(map_card.node_card(node, shown.entries[node.id], board, mark, members, pages))
    _card_buttons(node.id, foldable=group is not None)


def _card_buttons(iri: str, *, foldable: bool) -> None:
    if foldable and st.button(wording_map.UNFOLD, key="map-unfold"):
        st.session_state["map-unfolded"] = {*st.session_state.get("map-unfolded", ()), iri}
        st.rerun()
    if st.session_state.get("map-unfolded") and st.button(wording_map.FOLD_AGAIN, key="map-fold"):
        st.session_state["map-unfolded"] = set()
        st.rerun()
    if st.button(wording_map.ITS_WORLD, key="map-world"):
        map_controls.go_to(iri)
        st.rerun()


def _downloads(visit: Visit, picture: Picture) -> None:
    with st.container(horizontal=True, key="map-downloads"):
        st.download_button(
            wording_map.DOWNLOAD_SVG,
            kept(lambda: drawn.svg(visit, picture).encode("utf-8")),
            wording_map.SVG_FILE,
            "image/svg+xml",
            on_click="ignore",
        )
        st.download_button(
            wording_map.DOWNLOAD_HTML,
            kept(lambda: drawn.file(visit, picture.rows).encode("utf-8")),
            wording_map.MAP_FILE,
            "text/html",
            on_click="ignore",
        )


_main()
