"""Orgaan: what becomes of a body, who holds what in it, how it hangs together, when it met, what it said."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from graph.answers.entities import Thing
from graph.answers.model import Lane, PortfolioRow
from graph.screen import frame, links, markup, rows, thing_page, thing_parts, wording, wording_things
from graph.screen.thing_page import Section


def _sections(visit: frame.Visit, body: Thing) -> list[Section]:
    about = rows.concerning(visit, body.iri)
    lanes = [lane for lane in rows.timeline(visit) if lane.subject == body.iri or lane.subject in about]
    return [
        _now(visit, body, lanes),
        *_relations(visit, body),
        *_meetings(visit, body),
        *thing_parts.gaps(visit, body),
        *thing_parts.promises(visit, body),
        *thing_parts.course(visit, lanes),
        *thing_parts.sentences(visit, body),
    ]


def _now(visit: frame.Visit, body: Thing, lanes: list[Lane]) -> Section:
    held = [row for row in rows.portfolios(visit) if row.body_iri == body.iri and row.is_portfolio_theme]
    roles = [lane for lane in lanes if lane.kind == "role" and any(bar.end is None for bar in lane.bars)]
    status = next((bar for lane in lanes if lane.subject == body.iri for bar in lane.bars[-1:]), None)

    def write() -> None:
        if status and status.answer != "existing":
            words = f"{markup.answer_badge(status.answer)} " + (
                markup.sentence_link(status.evidence, wording.TO_SENTENCE) if status.evidence else ""
            )
            st.html(f"<p>{words}</p>")
        if not held and not roles:
            st.html(markup.paragraph(wording_things.NOTHING_NOW["body"]))
        if held:
            st.html(_table(held))
        if roles:
            st.html(thing_parts.role_list(roles, links.by_name(rows.things(visit))))

    return Section("nu", wording_things.NOW, len(held) + len(roles), write)


def _table(held: list[PortfolioRow]) -> str:
    return markup.linked_table(
        wording_things.PORTFOLIO_COLUMNS,
        [
            (
                links.thing(row.theme_iri, row.theme or wording.NO_THEME),
                ", ".join(links.thing(holder.iri, holder.person) for holder in row.holders)
                or escape(wording.NO_HOLDER.get(row.answer, "")),
                markup.answer_badge(row.answer, decided=row.decided_by is not None),
                markup.sentence_link(row.evidence[0]) if row.evidence else "",
            )
            for row in held
        ],
        label=wording.HEADING_PORTFOLIOS,
    )


def _relations(visit: frame.Visit, body: Thing) -> Iterator[Section]:
    board = rows.governance(visit)
    names = {node.id: node.label for node in board.nodes if node.column != "theme"}
    found = [
        edge
        for edge in board.edges
        if body.iri in {edge.source, edge.target} and {edge.source, edge.target} <= names.keys()
    ]
    if found:
        items = "".join(
            f"<li>{links.thing(edge.source, names[edge.source])} "
            f"<strong>{escape(edge.label)}</strong> {links.thing(edge.target, names[edge.target])}"
            f"{' · ' + markup.sentence_link(edge.evidence[0]) if edge.evidence else ''}</li>"
            for edge in found
        )
        html = f'<ul class="wge-plain">{items}</ul>'
        yield Section("samenhang", wording_things.RELATIONS, len(found), lambda: st.html(html))


def _meetings(visit: frame.Visit, body: Thing) -> Iterator[Section]:
    found = [ref for ref in reversed(rows.documents(visit)) if ref.body_iri == body.iri]
    if found:
        items = "".join(
            f'<li>{links.meeting(ref, wording.date_in_words(ref.date))} <span class="wge-small">'
            f"{escape(ref.title)}</span></li>"
            for ref in found
        )
        html = f'<ul class="wge-plain">{items}</ul>'
        yield Section("vergaderingen", wording_things.THING_MEETINGS, len(found), lambda: st.html(html))


thing_page.show("body", _sections)
