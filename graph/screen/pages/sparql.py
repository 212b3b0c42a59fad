"""SPARQL: kept queries to pick, change and run; read-only, in a process with a limit on time and rows."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph import answers
from graph.answers.model import QueryInfo, Table
from graph.errors import InputError
from graph.publish import table_csv
from graph.screen import address, frame, markup, notice, rows, wording

_ROWS = 1000
_SECONDS = 5
_SHOWN = 200
_AS_OF = "asOf"


def _main() -> None:
    visit = frame.visit()
    frame.heading("sparql", wording.QUERY_LIMITS.format(rows=_ROWS, seconds=_SECONDS))
    query = _picked({query.name: query for query in rows.kept_queries(visit)})
    if query is None:
        return
    st.html(markup.paragraph(query.question))
    with st.form("query", border=False):
        parameters = {
            name: st.text_input(
                meaning, value=visit.as_of or "" if name == _AS_OF else "", key=f"{query.name}-{name}"
            )
            for name, meaning in query.parameters
        }
        text = st.text_area(wording.QUERY, query.sparql, height=320, key=f"text-{query.name}")
        run = st.form_submit_button(wording.RUN, type="primary")
    if run:
        _run(visit, text, {name: value for name, value in parameters.items() if value and f"${name}" in text})


def _picked(queries: dict[str, QueryInfo]) -> QueryInfo | None:
    if not queries:
        return None
    asked = address.asked(address.QUERY, queries)
    if asked.unknown:
        notice.neutral()
    key = "picked-query"
    if asked.value or st.session_state.get(key) not in queries:
        st.session_state[key] = asked.value or next(iter(queries))
    chosen = st.selectbox(
        wording.PICK_QUERY,
        list(queries),
        format_func=lambda name: queries[name].title,
        key=key,
        on_change=lambda: address.put(address.QUERY, st.session_state[key]),
    )
    return queries[chosen]


def _run(visit: frame.Visit, text: str, parameters: dict[str, str]) -> None:
    try:
        table = answers.run_query(visit.snapshot, text, rows=_ROWS, seconds=_SECONDS, parameters=parameters)
    except InputError as error:
        notice.failure(wording.REFUSED, error)
        return
    st.html(f"<h2>{escape(wording.RESULT)}</h2>")
    if table.turtle is not None:
        st.code(table.turtle, language=None)
        return
    _show(table)


def _show(table: Table) -> None:
    if not table.rows:
        st.html(markup.paragraph(wording.NO_ROWS))
        return
    if table.truncated:
        notice.neutral(wording.TRUNCATED.format(rows=_ROWS))
    if len(table.rows) > _SHOWN:
        notice.neutral(wording.SHOWN_PART.format(shown=_SHOWN, total=len(table.rows)))
    st.html(markup.table(table.columns, table.rows[:_SHOWN], label=wording.RESULT))
    st.download_button(wording.DOWNLOAD, table_csv(table), wording.RESULT_FILE, "text/csv", on_click="ignore")


_main()
