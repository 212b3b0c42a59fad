"""Who is on a list and who spoke, what was presented, and which days are mentioned."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from graph.answers.model import Evidence
from graph.dutch import dates
from graph.dutch.period import Period
from graph.ontology import load_yaml
from graph.questions.algebra import Between
from graph.questions.answering.naming import by_surname
from graph.questions.answering.said import said_in
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK
from graph.questions.request import Answering, Request, code, day, listed


def listed_and_spoke(request: Request) -> Finding | None:
    """Who is listed as present and says nothing, or speaks without being listed."""
    there = request.rows("attendance", "fact document date name status", *request.last_meeting())
    if not there:
        return None
    documents = {row["document"] for row in there}
    spoke = [row for row in said_in(request) if row["document"] in documents]
    talked = {row["name"] or "" for row in spoke}
    case = _denied(request)
    if case == "silent":
        chosen = [row for row in there if code(row["status"]) == "present" and row["name"] not in talked]
    else:
        names = {row["name"] for row in there}
        chosen = list({row["name"]: row for row in spoke if row["name"] not in names}.values())
    if not chosen:
        return Finding((Line(f"no_{case}"),), certainty="stated", query="attendance")
    names_ = sorted({row["name"] or "" for row in chosen}, key=by_surname)
    values = {"names": listed(names_), "number": str(len(names_)), "date": day(there[-1]["date"])}
    return Finding(
        (Line(case, values),),
        tuple({"name": name} for name in names_),
        request.facts(chosen),
        "inferred",
        query="attendance",
    )


_DENIALS = frozenset(("niet", "geen", "zonder", "nooit", "not", "without", "no"))


def _denied(request: Request) -> str:
    """Whether speaking is denied (`silent`) or being listed (`unlisted`): what comes first behind «niet»."""
    asked = request.asked
    if asked.groups.get("silent"):
        return "silent"
    denial = next((place for place, token in enumerate(asked.tokens) if token.key in _DENIALS), None)
    if denial is None:
        return request.case or "unlisted"
    behind = {
        min(
            (place for places in asked.groups.get(group, ()) for place in places if place > denial),
            default=999,
        ): case
        for group, case in (("said", "silent"), ("attendance_list", "unlisted"), ("present", "unlisted"))
    }
    first = min(behind)
    return behind[first] if first < 999 else request.case or "unlisted"  # noqa: PLR2004 - none behind it


_PRESENTED = re.compile(
    r"presentatie\s*:|\bpresenteer(?:t|de|den)\b|\bverzorg(?:t|de|den)\b.*presentatie", re.IGNORECASE
)


def presentations(request: Request) -> Finding | None:
    """What was presented, by whom, at the meetings asked about, else at the last one."""
    wanted = {
        request.shelf.document_id(row["document"])
        for row in request.rows("meetings", "document", *request.last_meeting())
    }
    found = [
        each
        for document in sorted(wanted)
        for each in request.shelf.passages.sentences(document)
        if _PRESENTED.search(each.quote) and MASK not in each.quote
    ]
    if not found:
        return None
    heads = [each for each in found if re.search(r"presentatie\s*:", each.quote, re.IGNORECASE)] or found
    if request.case == "which" and len(heads) > 1:
        return Finding(
            (Line("unclear", {"titles": listed([each.quote.strip() for each in heads])}),),
            status="ambiguous",
            query="presentations",
        )
    lines = [Line("count", {"number": str(len(heads))})] if request.case == "count" else []
    return Finding(
        (*lines, *(Line("given", {"text": each.said}) for each in heads)),
        tuple({"text": each.quote} for each in heads),
        tuple(each.evidence() for each in heads),
        "stated",
        query="presentations",
    )


def with_portfolio(request: Request) -> Finding | None:
    """Which portfolio holders, or holders of a role, were there or not at the meetings asked about."""
    there = request.rows("attendance", "fact document date person name status", *request.last_meeting())
    chosen = [row for row in there if code(row["status"]) == request.case]
    if not chosen:
        return None
    what = _what_they_are(request)
    known = [row for row in chosen if row["person"] in what]
    if not known:
        return Finding(
            (Line("nobody", {"date": day(there[0]["date"])}),), status="not_in_minutes", query="attendance"
        )
    lines = [
        Line(
            request.case or "present",
            {"name": row["name"], "what": listed(what[row["person"] or ""]), "date": day(row["date"])},
        )
        for row in known
    ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"]} for row in known),
        request.facts(known),
        "stated",
        query="attendance",
    )


def municipalities(request: Request) -> Finding | None:
    """Which municipalities were there, or were not, by who is listed at the last meeting asked about."""
    rows = request.rows(
        "attendance", "fact document date person name status organisation", *request.last_meeting()
    )
    of: dict[str, dict[str, list[Row]]] = {"present": {}, "absent": {}}
    governed = _governed(request)
    if request.case == "all":
        return _every(request)
    for row in rows:
        place = governed.get(row["person"] or "") or governed.get(row["organisation"] or "")
        if place:
            of.get(code(row["status"]) or "", {}).setdefault(place, []).append(row)
    if request.case == "absent":
        of["absent"] = {place: found for place, found in of["absent"].items() if place not in of["present"]}
    chosen = of[request.case or "present"]
    if not chosen:
        return None
    named = (f"{place} ({listed([row['name'] or '' for row in found])})" for place, found in chosen.items())
    every = [row for found in chosen.values() for row in found]
    return Finding(
        (Line(request.case or "present", {"names": listed(sorted(named)), "date": day(every[0]["date"])}),),
        tuple(
            {"municipality": place, "name": row["name"]} for place, found in chosen.items() for row in found
        ),
        request.facts(every),
        "stated",
        query="attendance",
    )


def _every(request: Request) -> Finding | None:
    """The municipalities of which somebody is named who governs them, whenever that was."""
    rows = [
        row
        for row in request.rows("roles", "holding person role bodyName", during=request.while_)
        if row["bodyName"] and _is_of_a_place(row["role"])
    ]
    first = {(row["bodyName"] or "").removeprefix("gemeente "): row for row in reversed(rows)}
    if not first:
        return None
    return Finding(
        (Line("all", {"names": listed(sorted(first))}),),
        tuple({"municipality": place} for place in sorted(first)),
        request.all_evidence(first.values(), "holding"),
        "stated",
        query="roles",
    )


def _governed(request: Request) -> dict[str, str]:
    """A person, or what an organisation is called → the municipality that it is, or that somebody governs."""
    found: dict[str, str] = {}
    for row in request.rows("roles", "person role bodyName status", during=request.now):
        if row["bodyName"] and row["person"] and _is_of_a_place(row["role"]):
            place = row["bodyName"].removeprefix("gemeente ")
            found[row["person"]] = found[place] = place
    lexicon = request.shelf.lexicon
    named = (lexicon.entities[iri].name for iri, kind in lexicon.kinds.items() if kind == "municipality")
    return found | {
        form: name.removeprefix("gemeente ")
        for name in named
        for form in (name, name.removeprefix("gemeente "))
    }


@cache
def _of_a_place() -> frozenset[str]:
    """What those are called who are of a municipality."""
    return frozenset(load_yaml("wording/roles.yaml")["of_a_place"])


def _is_of_a_place(role: str | None) -> bool:
    """Whether a role is one of a municipality («waarnemend burgemeester»)."""
    return bool(role) and (role or "").rsplit(" ", 1)[-1].casefold() in _of_a_place()


def _what_they_are(request: Request) -> dict[str, list[str]]:
    """Person → the portfolios, or the roles of the name that is asked about."""
    found: dict[str, list[str]] = {}
    wanted = request.role
    rows: list[Row] = (
        request.rows("roles", "person role bodyName status", during=request.now)
        if wanted
        else request.rows("holders", "person label answer", during=request.now)
    )
    for row in rows:
        if row["person"] is None:
            continue
        if wanted is None and row["label"] and code(row["answer"]) != "inferred":
            found.setdefault(row["person"], []).append(f"portefeuillehouder {row['label']}")
        elif wanted and (row.get("role") or "").casefold().startswith(wanted.casefold()):
            found.setdefault(row["person"], []).append(f"{row['role']} {row['bodyName'] or ''}".strip())
    return found


def at_both(request: Request) -> Finding | None:
    """Who was present at meetings of two bodies, or on two days."""
    slots = ("orgaan", "orgaan2") if request.entities("orgaan2") else ("datum", "datum2")
    spans = [request.match.slots.get(slot) for slot in slots]
    if not all(spans):
        return None
    found: list[dict[str, Row]] = []
    for span in filter(None, spans):
        bodies = {entity.iri for entity in span.entities}
        rows = request.rows(
            "attendance",
            "fact document date person name status meetingBody",
            Between("date", None, request.as_of),
        )
        found.append(
            {
                row["person"] or "": row
                for row in rows
                if code(row["status"]) == "present"
                and (row["meetingBody"] in bodies if bodies else _within(row["date"], span.period))
            }
        )
    first, second = found
    both = sorted(first.keys() & second.keys(), key=lambda person: by_surname(first[person]["name"] or ""))
    words = {"first": spans[0].words if spans[0] else None, "second": spans[1].words if spans[1] else None}
    if not first or not second:
        return None
    if not both:
        return Finding((Line("nobody", words),), certainty="stated", query="attendance")
    names = [first[person]["name"] or "" for person in both]
    return Finding(
        (Line("both", {"names": listed(names), **words}),),
        tuple({"name": name} for name in names),
        request.facts([row for person in both[:_SHOWN] for row in (first[person], second[person])]),
        "stated",
        query="attendance",
    )


_SHOWN = 6  # people of whom both lists are shown


def _within(day_: str | None, period: Period | None) -> bool:
    """Whether a day lies in a period."""
    return period is not None and (period.start or "") <= (day_ or "") <= (period.end or "9999")


_MOST_DATES = 25


def dates_told(request: Request) -> Finding | None:
    """Every day that the minutes asked about mention, else the last ones, with its sentence."""
    wanted = {
        request.shelf.document_id(row["document"])
        for row in request.rows("meetings", "document", *request.last_meeting())
    }
    found: dict[str, Evidence] = {}
    for document in sorted(wanted):
        anchor = date.fromisoformat(request.shelf.dates.get(document) or request.as_of)
        for each in request.shelf.passages.sentences(document):
            for told in dates.find(each.quote, anchor):
                if told.period.start and told.period.start == told.period.end and MASK not in each.quote:
                    place = each.evidence()
                    found.setdefault(told.period.start, place)
    if not found:
        return None
    chosen = sorted(found.items())[:_MOST_DATES]
    return Finding(
        tuple(
            Line("date", {"date": day(iso), "text": " ".join(place.quote.split()).rstrip(".")})
            for iso, place in chosen
        ),
        tuple({"date": iso, "quote": place.quote} for iso, place in chosen),
        tuple(place for _, place in chosen),
        "stated",
        query="dates",
    )


ANSWERS: dict[str, Answering] = {
    "listed_and_spoke": listed_and_spoke,
    "presentations": presentations,
    "with_portfolio": with_portfolio,
    "municipalities": municipalities,
    "dates_told": dates_told,
    "at_both": at_both,
}
