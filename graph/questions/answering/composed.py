"""Conditions put together: which themes have this and not that, who did something most, or so often.

What is counted and what can be a condition are queries of the algebra, written in the kinds' options.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from graph.language import said
from graph.questions.algebra import Also, Condition, Count, During, Is, Not, Query
from graph.questions.compiler import COUNT, relation
from graph.questions.model import Finding, Line, Row, Span
from graph.questions.request import Answering, Request, listed
from graph.store.identifiers import KINDS

_MOST = 25
_SEVERAL = 2  # meetings


def _terms(values: Any) -> tuple[NamedNode, ...]:
    written = values if isinstance(values, list) else [values]
    return tuple(NamedNode(f"{KINDS}{each}") for each in written)


def _where(written: Mapping[str, Any]) -> tuple[Condition, ...]:
    return tuple(Is(field, _terms(values)) for field, values in written.items())


def _time(request: Request, name: str) -> During | None:
    known = relation(name)
    if known.holds and request.period is None:
        return request.now
    return request.while_ if known.holds or known.on else None


def _filters(request: Request, measure: Mapping[str, Any]) -> tuple[Condition, ...]:
    """What the slots of the question narrow, each in the field that the measure names."""
    found: list[Condition] = []
    for slot, field in (measure.get("slots") or {}).items():
        if slot == "orgaan" and field == "meetingBody":
            found += request.of_meetings()
        else:
            found += request.about(slot, field)
    return tuple(found)


def ranked(request: Request) -> Finding | None:
    """Who or what has the most, the fewest, or more or fewer than so many of something."""
    name, _, mode = (request.case or "").partition(" ")
    measure = request.match.kind.options["measures"][name]
    number = int(request.code("aantal") or 0)
    count = Count(
        measure["of"],
        tuple(measure["by"]),
        above=_above(request, number) if mode in ("above", "exactly") else None,
        below={"below": number, "exactly": number + 1}.get(mode),
    )
    where = (
        *_where(measure.get("where") or {}),
        *(Not(each) for each in _where(measure.get("not") or {})),
        *_filters(request, measure),
    )
    if mode == "never":
        on = ((measure["by"][0], measure["by"][0]),)
        where = (Not(Also(measure["relation"], on, where)), *_filters(request, measure))
    where = (*where, *_never(measure))
    if mode == "all":
        return _at_all(request, measure, where)
    rows = request.shelf.rows(
        Query(measure["relation"], (), where, _time(request, measure["relation"]), count)
    )
    shown = measure["by"][-1]
    rows = [row for row in rows if row[shown]]
    if mode in ("most", "least") and rows:
        ends = [int(row[COUNT] or 0) for row in rows]
        best = max(ends) if mode == "most" else min(ends)
        rows = [row for row in rows if int(row[COUNT] or 0) == best]
    if not rows:
        return _nobody(request, measure)
    return _ranking(request, rows, measure, mode)


def _nobody(request: Request, measure: Mapping[str, Any]) -> Finding:
    line = Line("nobody", {"what": said(measure["says"]), "number": request.words("aantal")})
    return Finding((line,), query=measure["relation"], certainty="stated")


def _never(measure: Mapping[str, Any]) -> tuple[Condition, ...]:
    """Without those that another relation has: promises that were kept, for the open ones."""
    other = measure.get("without")
    return (
        (Not(Also(other["relation"], tuple((own, theirs) for own, theirs in other["same"].items()))),)
        if other
        else ()
    )


def _above(request: Request, number: int) -> int:
    """More than so many; «at least» and exactly so many are more than one less."""
    exactly = (request.case or "").endswith(" exactly")
    return number - 1 if exactly or _at_least(request) else number


def _at_least(request: Request) -> bool:
    words = {token.key for token in request.asked.tokens}
    return bool(words & {"minstens", "minimaal", "tenminste", "minste", "least"})


def _at_all(request: Request, measure: Mapping[str, Any], where: tuple[Condition, ...]) -> Finding:
    """Who counts every meeting of a body, of each body that met more than once."""
    count = Count(measure["of"], tuple(measure["by"]))
    here = request.documents
    meetings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ref in request.shelf.documents:
        if ref.document in here and ref.body_iri:
            meetings[ref.body_iri, ref.body or ""].add(ref.document)
    lines: list[Line] = []
    found: list[Row] = []
    for (iri, body), held in meetings.items():
        if len(held) < _SEVERAL and len(meetings) > 1:
            continue
        of_body = (*where, Is("meetingBody", (NamedNode(iri),)))
        query = Query(measure["relation"], (), of_body, _time(request, measure["relation"]), count)
        always = [row for row in request.shelf.rows(query) if int(row[COUNT] or 0) >= len(held)]
        names = listed(
            [f"{row[measure['by'][-1]]} ({row[COUNT]})" for row in always if row[measure["by"][-1]]]
        )
        if names:
            values = {"names": names, "what": said(measure["says"]), "body": body}
            lines.append(Line("everyone", values))
            found += always
    if not lines:
        return _nobody(request, measure)
    return Finding(
        tuple(lines),
        tuple({"name": row[measure["by"][-1]], "number": row[COUNT]} for row in found),
        certainty="stated",
        query=measure["relation"],
        sparql=request.shelf.last_query,
    )


def _ranking(request: Request, rows: list[Row], measure: Mapping[str, Any], mode: str) -> Finding:
    shown = measure["by"][-1]
    names = [f"{row[shown]} ({row[COUNT]})" for row in rows[:_MOST]]
    line = Line(
        {"never": "never"}.get(mode, "ranked"),
        {"names": listed(names), "what": said(measure["says"]), "mode": mode},
    )
    return Finding(
        (line,),
        tuple({"name": row[shown], "number": row[COUNT]} for row in rows),
        certainty="stated",
        query=measure["relation"],
        sparql=request.shelf.last_query,
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A condition as the question has it: which, and whether it is denied."""

    name: str
    denied: bool


def filtered(request: Request) -> Finding | None:
    """Which themes meet every condition of the question: with this, without that."""
    options = request.match.kind.options
    asked = _conditions(request, options["conditions"])
    if not asked or (len(asked) == 1 and asked[0].denied and asked[0].name == "holder"):
        return None  # that nobody is named does not say that there is nobody
    during = request.while_ if request.period else request.now
    subject = options["subject"]
    conditions: list[Condition] = []
    for each in asked:
        entry = options["conditions"][each.name]
        also = Also(entry["relation"], ((subject["key"], entry["same"]),), _where(entry["where"]), during)
        conditions.append(Not(also) if each.denied else also)
    fields = (subject["key"], *subject["fields"])
    first = _where(subject.get("where") or {})
    rows = request.shelf.rows(
        Query(subject["relation"], fields, (*first, *conditions, *_filters(request, subject)), during)
    )
    names = sorted({row[subject["fields"][0]] or "" for row in rows} - {""}, key=str.casefold)
    told = listed([_in_words(each, options["conditions"][each.name]["says"]) for each in asked])
    if not names:
        return Finding((Line("none", {"told": told}),), certainty="stated", query=subject["relation"])
    case = "count" if request.case == "count" else "found"
    return Finding(
        (Line(case, {"names": listed(names), "told": told, "number": str(len(names))}),),
        tuple({"name": name} for name in names),
        certainty="stated",
        query=subject["relation"],
        sparql=request.shelf.last_query,
    )


def _conditions(request: Request, known: Mapping[str, Any]) -> list[_Said]:
    """The conditions in the order of the question, each with whether it is denied."""
    found: list[tuple[int, _Said]] = []
    for name, entry in known.items():
        place = _place(request, entry)
        if place is not None:
            found.append((place, _Said(name, _denied(request, place))))
    return [condition for _, condition in sorted(found, key=lambda each: each[0])]


def _in_words(condition: _Said, what: str) -> str:
    return f"{said('zonder' if condition.denied else 'met')} {said(what)}"


def _place(request: Request, entry: Mapping[str, Any]) -> int | None:
    if "kind" in entry:
        spans: tuple[Span, ...] = (*request.asked.of("body_kind"), *request.asked.of("role_name"))
        return next((span.first for span in spans if span.code in entry["kind"]), None)
    return next((min(places) for places in request.asked.groups.get(entry["group"], ())), None)


_REACH = 3  # words before a condition within which it is denied
_DENIALS = frozenset(
    ("geen", "zonder", "niet", "ontbreekt", "ontbreken", "mist", "missen", "without", "no", "lacks")
)
_AFFIRMS = frozenset(["wel", "met", "with", "have", "has"])


def _denied(request: Request, place: int) -> bool:
    """Whether the last word before that affirms or denies, denies."""
    for token in reversed(request.asked.tokens[max(0, place - _REACH) : place]):
        if token.key in _AFFIRMS:
            return False
        if token.key in _DENIALS:
            return True
    return False


ANSWERS: dict[str, Answering] = {"ranked": ranked, "filtered": filtered}
