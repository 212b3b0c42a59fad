"""Kept queries by name, and any query at all, run in the sandbox."""

from __future__ import annotations

from collections.abc import Mapping

from graph.answers.header import QueryFile, names, query_file
from graph.answers.lookup import term, year_of
from graph.answers.meetings import query_date
from graph.answers.model import QueryInfo, Table
from graph.errors import InputError
from graph.language import said
from graph.store import sparql
from graph.store.snapshot import Snapshot

_FOLDER = "queries"
ROWS, SECONDS = 1000, 5.0


def kept_queries() -> tuple[QueryInfo, ...]:
    """The kept queries of ontology/queries, by title."""
    return tuple(
        sorted((_info(query_file(_FOLDER, name)) for name in names(_FOLDER)), key=lambda each: each.title)
    )


def kept_query(name: str) -> QueryInfo:
    """One kept query; an InputError that tells which ones there are when it does not exist."""
    if name not in names(_FOLDER):
        known = ", ".join(names(_FOLDER))
        raise InputError("query", "is geen naam van een bewaarde vraag", f"kies uit {known}")
    return _info(query_file(_FOLDER, name))


def _info(file: QueryFile) -> QueryInfo:
    parameters = file.header.get("parameters") or {}
    return QueryInfo(
        file.name,
        said(file.text("title")),
        said(file.text("question")),
        tuple((str(name), said(str(meaning))) for name, meaning in parameters.items()),
        tuple(map(str, file.header.get("columns") or ())),
        file.sparql,
    )


def run_kept(snapshot: Snapshot, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """A kept query with its parameters; asOf left out is the date of the last meeting."""
    info = kept_query(name)
    given = dict(parameters or {})
    wanted = [parameter for parameter, _ in info.parameters]
    for parameter in given:
        if parameter not in wanted:
            known = f"kies uit {', '.join(wanted)}" if wanted else "laat hem weg: deze vraag heeft er geen"
            raise InputError(f"parameter {parameter}", f"hoort niet bij de vraag {name}", known)
    if "asOf" in wanted:
        given["asOf"] = query_date(snapshot, given.get("asOf") or None)
    for parameter in wanted:
        if parameter not in given:
            raise InputError(
                f"query {name}", f"heeft een waarde nodig voor {parameter}", f"geef {parameter}=…"
            )
    return run_query(snapshot, info.sparql, rows=ROWS, seconds=SECONDS, parameters=given)


def run_query(
    snapshot: Snapshot,
    query: str,
    *,
    rows: int = ROWS,
    seconds: float = SECONDS,
    parameters: Mapping[str, str] | None = None,
) -> Table:
    """Any query, read-only, for at most so many rows and seconds; what breaks a rule is an InputError.

    `$name` in the query stands for a parameter; `$asOf` without one for the date of the last meeting, `$year`
    without one for the year of `$asOf`.
    """
    given = {name: term(value) for name, value in (parameters or {}).items()}
    used = {
        token.text[1:] for token in sparql.tokens(query) if token.kind == "variable" and token.text[0] == "$"
    }
    if used & {"asOf", "year"} and "asOf" not in given:
        given["asOf"] = term(query_date(snapshot, None))
    if "year" in used and "year" not in given:
        given["year"] = year_of(given["asOf"].value)
    bound = sparql.bind(query, {name: value for name, value in given.items() if name in used})
    result = snapshot.answer_to(bound, seconds=seconds, rows=rows)
    if result.boolean is not None:
        answer = "true" if result.boolean else "false"
        return Table(("answer",), ((answer,),), truncated=False, milliseconds=result.milliseconds)
    return Table(result.columns, result.rows, result.truncated, result.milliseconds, result.turtle)
