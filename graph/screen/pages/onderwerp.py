"""Thema: who has a theme in which body, what covers it, how that went, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from graph.answers.entities import Thing
from graph.screen import frame, links, markup, matrix, rows, thing_page, thing_parts, wording_things
from graph.screen.thing_page import Section


def _sections(visit: frame.Visit, theme: Thing) -> list[Section]:
    about = rows.concerning(visit, theme.iri)
    lanes = [lane for lane in rows.timeline(visit) if lane.subject in about]
    return [
        _now(visit, theme),
        *_covered(visit, theme),
        *thing_parts.course(visit, lanes),
        *thing_parts.gaps(visit, theme),
        *thing_parts.promises(visit, theme),
        *thing_parts.sentences(visit, theme),
    ]


def _now(visit: frame.Visit, theme: Thing) -> Section:
    held = [row for row in rows.portfolios(visit) if row.theme_iri == theme.iri]

    def write() -> None:
        if not held:
            st.html(markup.paragraph(wording_things.NOTHING_NOW["theme"]))
        thing_parts.portfolio_cards(held, "held")

    return Section("nu", wording_things.NOW, len(held), write)


def _covered(visit: frame.Visit, theme: Thing) -> Iterator[Section]:
    found = [row for row in rows.coverage(visit) if row.theme_iri == theme.iri]
    if found:
        table = matrix.coverage_table(found, links.by_name(rows.things(visit)))
        yield Section("dekking", wording_things.COVERED_BY, None, lambda: st.html(table))


thing_page.show("theme", _sections)
