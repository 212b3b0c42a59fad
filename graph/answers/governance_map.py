"""The governance map.

Bodies by level, themes with who holds them, what is missing or to be filled, and how it hangs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.answers import wording
from graph.answers.evidence import evidence_of
from graph.answers.lookup import Row, code, select
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Evidence, GovernanceMap, MapEdge, MapNode
from graph.answers.template import fill
from graph.language import said
from graph.store.snapshot import Snapshot

_GONE = frozenset({"ended", "merged"})  # bodies that are no more are on the timeline, not on the map
_HOLDER_SLOT, _THEME_COLUMN, _FALLBACK = "portfolio_holder", "theme", "unknown"


class _Asker:
    """A snapshot at a date, with what the rows rest on that it was asked for."""

    _resting = ("situation", "finding")  # the columns that say it

    def __init__(self, snapshot: Snapshot, as_of: str | None) -> None:
        self._snapshot, self._when = snapshot, query_date(snapshot, as_of)
        self._places: dict[str, tuple[Evidence, ...]] = {}
        self._dates = dates_of(snapshot)

    def rows(self, name: str) -> list[Row]:
        return list(select(self._snapshot, "queries", name, asOf=self._when))

    def look_up(self, rows: Iterable[Row]) -> None:
        """Get to know what rows rest on, all at once."""
        nodes = (row.get(column) for row in rows for column in self._resting)
        self._places |= evidence_of(self._snapshot, nodes, self._when, self._dates)

    def node(self, of: str | None, row: MapNode) -> MapNode:
        return replace(row, evidence=self._places.get(of or "", ()))

    def edge(self, of: str | None, row: MapEdge) -> MapEdge:
        return replace(row, evidence=self._places.get(of or "", ()))


def governance(snapshot: Snapshot, as_of: str | None = None, focus: str | None = None) -> GovernanceMap:
    """All that the map draws at a date.

    `focus`: the IRI of a body, portfolio or theme to which it is narrowed down.
    """
    ask = _Asker(snapshot, as_of)
    portfolios = [row for row in ask.rows("portfolios") if row["portfolioSince"]]
    bodies = [row for row in ask.rows("bodies") if code(row["status"]) not in _GONE]
    covers, wanted, relations = ask.rows("coverage"), ask.rows("wanted"), ask.rows("relations")
    shown = [row for row in covers if _is_drawn(row)]
    ask.look_up([*portfolios, *bodies, *shown, *wanted, *relations])
    nodes = [
        *_bodies(ask, bodies),
        *_portfolios(ask, portfolios),
        *_wanted(ask, wanted, covers),
    ]
    known = {node.id: node for node in nodes}
    edges = [
        edge
        for edge in (
            *_relations(ask, relations, known),
            *_covers(ask, shown),
            *_posts(portfolios, bodies, known),
            *_wants(wanted, known, portfolios),
        )
        if edge.source in known and edge.target in known and edge.source != edge.target
    ]
    themes = {row["portfolio"]: row["theme"] for row in portfolios}
    return _narrowed(GovernanceMap(tuple(nodes), tuple(dict.fromkeys(edges))), focus, themes)


def _bodies(ask: _Asker, rows: Iterable[Row]) -> Iterator[MapNode]:
    for row in rows:
        level, status, kind = code(row["level"]), code(row["status"]) or "existing", code(row["kind"])
        notes = [wording.BODY_NOTES.get(status), None if level else wording.NO_LEVEL]
        yield ask.node(
            row["situation"],
            MapNode(
                id=row["body"] or "",
                label=row["name"] or "",
                column=level or _FALLBACK,
                kind=kind or "organisation",
                kind_label=wording.label("body", kind or "organisation") or "",
                status=status,
                holder=None,
                holder_answer=None,
                note="; ".join(filter(None, notes)) or None,
                evidence=(),
            ),
        )


def _portfolios(ask: _Asker, rows: Iterable[Row]) -> Iterator[MapNode]:
    for row in rows:
        answer = code(row["answer"]) or "not_named"
        yield ask.node(
            row["situation"],
            MapNode(
                id=row["portfolio"] or "",
                label=row["label"] or fill(wording.UNNAMED_PORTFOLIO, {"holder": row["value"]}),
                column=_THEME_COLUMN,
                kind="theme",
                kind_label=wording.THEME,
                status="vacant" if answer == "vacant" else "existing",
                holder=wording.holder(answer, row["value"]),
                holder_answer=answer,
                note=said(row["reason"] or "") or None,
                evidence=(),
            ),
        )


def _wanted(ask: _Asker, rows: Iterable[Row], covers: Iterable[Row]) -> Iterator[MapNode]:
    """Roles to be filled and missing bodies.

    A missing body that the minutes name stands among the bodies already.
    """
    named = {row["theme"] for row in covers if code(row["answer"]) == "missing" and row["group"]}
    for row in rows:
        is_role = row["aspect"] is None
        if is_role or (row["aspect"] == "structure" and row["theme"] not in named):
            yield ask.node(
                row["finding"],
                MapNode(
                    id=row["finding"] or "",
                    label=fill(wording.MISSING_FOR, {"what": row["what"], "theme": row["themeLabel"]}),
                    column=_THEME_COLUMN if is_role else _FALLBACK,
                    kind="role" if is_role else "organisation",
                    kind_label=wording.ROLE if is_role else row["what"] or "",
                    status="vacant" if is_role else "missing",
                    holder=None,
                    holder_answer=None,
                    note=None if is_role else wording.BODY_NOTES["missing"],
                    evidence=(),
                ),
            )


def _relations(ask: _Asker, rows: Iterable[Row], known: Mapping[str, MapNode]) -> Iterator[MapEdge]:
    for row in rows:
        relation = code(row["relation"]) or ""
        source, target = row["body"] or "", row["object"] or ""
        status = next(
            (
                known[end].status
                for end in (source, target)
                if end in known and known[end].status != "existing"
            ),
            "existing",
        )
        yield ask.edge(
            row["finding"],
            MapEdge(source, target, relation, wording.label("relation", relation) or "", status, ()),
        )


def _covers(ask: _Asker, rows: Iterable[Row]) -> Iterator[MapEdge]:
    """From a group to the theme that it is for."""
    for row in rows:
        slot, answer = code(row["slot"]) or "", code(row["answer"]) or ""
        status = answer if answer in {"inferred", "missing"} else "existing"
        yield ask.edge(
            row["situation"],
            MapEdge(row["group"] or "", row["portfolio"] or "", slot, wording.GROUP_FOR, status, ()),
        )


def _is_drawn(row: Row) -> bool:
    """Whether what covers a theme is a line on the map: who holds it stands in its box."""
    return bool(row["group"]) and code(row["slot"]) != _HOLDER_SLOT


def _posts(
    portfolios: Iterable[Row], bodies: Iterable[Row], known: Mapping[str, MapNode]
) -> Iterator[MapEdge]:
    """From the body that a portfolio belongs to; it rests on what the portfolio rests on."""
    iri_of = {row["name"]: row["body"] for row in bodies}
    for row in portfolios:
        body = iri_of.get(row["body"])
        if body:
            found = known[row["portfolio"] or ""].evidence
            yield MapEdge(body, row["portfolio"] or "", "portfolio", wording.PORTFOLIO_OF, "existing", found)


def _wants(rows: Iterable[Row], known: Mapping[str, MapNode], portfolios: Iterable[Row]) -> Iterator[MapEdge]:
    """From what is missing or to be filled to its theme."""
    of_theme = {row["theme"]: row["portfolio"] for row in portfolios if row["theme"]}
    for row in rows:
        target = of_theme.get(row["theme"]) if row["theme"] else None
        node = known.get(row["finding"] or "")
        if target and node:
            label = wording.ROLE_FOR if node.kind == "role" else wording.GROUP_FOR
            yield MapEdge(node.id, target, "wanted", label, "missing", node.evidence)


def _narrowed(
    whole: GovernanceMap, focus: str | None, themes: Mapping[str | None, str | None]
) -> GovernanceMap:
    """What stands at most one step from the focus; all of it without a focus."""
    if focus is None:
        return whole
    centre = {node.id for node in whole.nodes if focus in {node.id, themes.get(node.id)}}
    near = centre | {edge.source for edge in whole.edges if edge.target in centre}
    near |= {edge.target for edge in whole.edges if edge.source in centre}
    return GovernanceMap(
        tuple(node for node in whole.nodes if node.id in near),
        tuple(edge for edge in whole.edges if edge.source in near and edge.target in near),
    )
