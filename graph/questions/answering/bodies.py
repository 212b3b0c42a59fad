"""Bodies: which there are, what comes and goes, and how they hang together."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.answers.telling import relation as relation_words
from graph.answers.wording import label
from graph.questions.algebra import Between, Is
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, kind, listed
from graph.questions.words import key

_GONE = frozenset({"ended", "merged", "missing"})


def body_exists(request: Request) -> Finding | None:
    """Whether a body is there, comes, or goes."""
    bodies = request.entities("orgaan")
    if not bodies:
        return None
    rows = request.rows(
        "bodies",
        "situation body bodyName kind level status effective since",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    if not rows:
        return Finding((Line("not_told", {"body": bodies[0].name}),), status="not_in_minutes", query="bodies")
    lines = []
    for row in rows:
        status = code(row["status"]) or "existing"
        case = f"about_{status}" if request.case in (None, "about") else status
        lines.append(
            Line(
                case,
                {
                    "body": row["bodyName"],
                    "kind": label("body", code(row["kind"]) or "") if row["kind"] else None,
                    "level": label("level", code(row["level"]) or "") if row["level"] else None,
                    "from": day(row["effective"]),
                    "since": day(row["since"]),
                },
            )
        )
    lines += _relation_lines(request)
    places = request.evidence(rows)
    said = _said_of(request)
    lines += [Line("quote", {"text": place.quote.strip()}) for place in (said or places)[-2:]]
    places = (*places, *said)
    return Finding(
        tuple(lines),
        tuple({"body": row["bodyName"], "status": code(row["status"])} for row in rows),
        places,
        "stated",
        query="bodies",
    )


def _said_of(request: Request) -> tuple[Evidence, ...]:
    """The sentences that say that a body starts, stays or ends, the last ones last."""
    names = {key(entity.name) for entity in request.entities("orgaan")}
    rows = request.rows("structure", "fact date name relation", during=request.while_)
    own = sorted((row for row in rows if key(row["name"] or "") in names), key=lambda row: row["date"] or "")
    return tuple(dict.fromkeys(place for row in own for place in request.shelf.of_fact(row["fact"])))


def _relation_rows(request: Request) -> list[Row]:
    bodies = {entity.iri for entity in request.entities("orgaan")}
    names = {key(entity.name) for entity in request.entities("orgaan")}
    rows = request.rows(
        "relations", "finding body bodyName relation object objectName since", during=request.while_
    )
    return [
        row
        for row in rows
        if row["body"] in bodies or row["object"] in bodies or key(row["objectName"] or "") in names
    ]


def _relation_lines(request: Request) -> list[Line]:
    return [_relation_line(row) for row in _relation_rows(request)]


def _relation_line(row: Row) -> Line:
    relation = code(row["relation"]) or ""
    words = relation_words(relation, label("relation", relation))
    return Line("relation", {"body": row["bodyName"], "relation": words, "object": row["objectName"]})


def related(request: Request) -> Finding | None:
    """What stands above, below and beside a body."""
    bodies = request.entities("orgaan")
    if not bodies:
        return None
    rows = _on_side(request, _relation_rows(request))
    if not rows:
        return None
    lines = [_relation_line(row) for row in rows]
    others = _set_up(request, rows) if request.case == "below" else []
    if others:
        lines.append(Line("set_up", {"body": bodies[0].name, "names": listed(others)}))
    return Finding(
        tuple(lines),
        tuple(
            {"body": row["bodyName"], "relation": code(row["relation"]), "object": row["objectName"]}
            for row in rows
        ),
        request.evidence(rows, "finding"),
        "stated",
        query="relations",
    )


def _on_side(request: Request, rows: list[Row]) -> list[Row]:
    """What stands above a body says what it is part of; that it came in the place of another does not."""
    if request.case != "above":
        return rows
    own = {each for entity in request.entities("orgaan") for each in _all_names(request, entity.iri)}
    return [row for row in rows if code(row["relation"]) == "part_of" and row["body"] in own]


def _all_names(request: Request, body: str) -> set[str]:
    return {body, *request.shelf.renamed(body)}


_SET_UP = ("steering_group", "working_group", "programme_council", "expert_group", "theme_group")


def _set_up(request: Request, told: list[Row]) -> list[str]:
    """The groups that minutes of the body name, of which is not said what they are part of."""
    known = {name for row in told for name in (row["bodyName"], row["objectName"])}
    rows = request.rows(
        "bodies",
        "situation body bodyName status",
        Is("kind", tuple(kind("body", each) for each in _SET_UP)),
        during=request.now,
    )
    names = {row["body"]: row["bodyName"] or "" for row in rows if code(row["status"]) not in _GONE}
    own = tuple(NamedNode(iri) for iri in names if iri)
    here = (
        {
            row["thing"]
            for row in request.rows("mentioned", "thing document", *request.of_meetings(), Is("thing", own))
        }
        if own and request.of_meetings()
        else set()
    )
    return sorted(name for iri, name in names.items() if iri in here and name not in known and " " in name)


def renamed(request: Request) -> Finding | None:
    """What a body is called now; None when it kept its name as far as is told."""
    names = {entity.iri for entity in request.entities("orgaan")}
    names |= {other for each in names for other in request.shelf.renamed(each)}
    rows = [
        row
        for row in request.rows("relations", "finding body bodyName relation object objectName since")
        if code(row["relation"]) == "replaced_by"
        and row["body"] in names
        and (row["since"] or "") <= request.as_of
    ]
    if not rows:
        return None
    places = request.evidence(rows, "finding")
    lines = [Line("renamed", {"body": row["bodyName"], "object": row["objectName"]}) for row in rows]
    lines += [
        Line(
            "quote",
            {"text": each.quote.strip().rstrip("."), "date": day(request.shelf.dates.get(each.document))},
        )
        for each in places
    ]
    return Finding(tuple(lines), evidence=places, certainty="stated", query="relations")


_FATES = {"ends": ("ending", "ended", "merged"), "starts": ("announced",), "remains": ()}


_ANY = "group"  # «groepen» may be any bodies


def _sort(request: Request) -> str | None:
    """The kind of body that is asked about; None for bodies of any kind."""
    wanted = request.code("soort")
    return None if wanted == _ANY else wanted


def fates(request: Request) -> Finding | None:
    """Which bodies disappear, stay and start."""
    wanted = (request.case or "ends").split("_")
    chosen = _fated(request, {status for fate in wanted for status in _FATES[fate]})
    lines = [
        Line(code(row["status"]) or "", {"body": row["bodyName"], "from": day(row["effective"])})
        for row in chosen
    ]
    places = list(request.evidence(chosen))
    claims = _claims(request, wanted)
    if _sort(request):
        names = [row["bodyName"] or "" for row in chosen]
        claims = [place for place in claims if any(name in place.quote for name in names)]
    claims = [place for place in claims if place.quote not in {each.quote for each in places}]
    lines += [Line("quote", {"text": place.quote.strip()}) for place in claims]
    merged = _merged(request) if "ends" in wanted else []
    lines += [_relation_line(row) for row in merged]
    if not lines:
        return Finding((Line("nothing"),), status="not_in_minutes", query="bodies")
    return Finding(
        tuple(lines),
        tuple({"body": row["bodyName"], "status": code(row["status"])} for row in chosen),
        (*places, *claims, *request.evidence(merged, "finding")),
        "stated",
        query="bodies",
    )


def _fated(request: Request, statuses: set[str]) -> list[Row]:
    """The bodies that came to have one of these statuses, each as it was last told."""
    rows = request.rows(
        "bodies",
        "situation body bodyName kind status effective since",
        *request.about("orgaan", "body"),
        during=request.while_,
    )
    latest: dict[str | None, Row] = {}
    for row in sorted(rows, key=lambda each: each["since"] or ""):
        if code(row["status"]) != "existing" or row["body"] not in latest:
            latest[row["body"]] = row
    asked = _sort(request)
    return [
        row
        for row in latest.values()
        if code(row["status"]) in statuses and asked in (None, code(row["kind"]))
    ]


def _merged(request: Request) -> list[Row]:
    """Which bodies were taken up in which others."""
    rows = request.rows(
        "relations", "finding body bodyName relation object objectName since", during=request.while_
    )
    return [row for row in rows if code(row["relation"]) == "replaced_by"]


def _claims(request: Request, wanted: list[str]) -> list[Evidence]:
    """The sentences in which the minutes say so themselves."""
    rows = request.rows("structure", "fact date relation", during=request.while_)
    found = []
    for row in rows:
        if code(row["relation"]) in wanted or (
            code(row["relation"]) in ("accompanied_by", "one_per") and "remains" in wanted
        ):
            found += list(request.shelf.of_fact(row["fact"]))
    return list(dict.fromkeys(found))


def all_bodies(request: Request) -> Finding | None:
    """All bodies, or those of a kind."""
    rows = [
        row
        for row in request.rows("bodies", "situation body bodyName kind level status", during=request.now)
        if code(row["status"]) not in _GONE or _sort(request)
    ]
    wanted = _sort(request)
    missed = _missed(request, wanted) if wanted and request.asked.groups.get("lacking") else []
    if wanted:
        rows = [row for row in rows if code(row["kind"]) == wanted and code(row["status"]) != "missing"]
    word = label("body", wanted) if wanted else "orgaan"
    if not rows:
        return None
    names = [f"{row['bodyName']}{f' ({_status(row)})' if _status(row) else ''}" for row in rows]
    values = {"names": listed(names), "number": str(len(set(names))), "word": word}
    lines = [Line("count" if request.case == "count" else "all", values)]
    if missed:
        lines.append(Line("missed", {"word": word, "themes": listed([row["label"] or "" for row in missed])}))
    return Finding(
        tuple(lines),
        tuple({"body": row["bodyName"], "status": code(row["status"])} for row in rows),
        (*request.evidence(rows)[:10], *request.evidence(missed)),
        "stated",
        query="bodies",
    )


def _missed(request: Request, wanted: str) -> list[Row]:
    """The themes for which somebody misses a body of the kind."""
    return request.rows(
        "coverage",
        "situation label",
        Is("slot", (kind("slot", wanted),)),
        Is("answer", (kind("answer", "missing"),)),
        *request.about("orgaan", "body"),
        during=request.now,
    )


def _status(row: Row) -> str | None:
    status = code(row["status"]) or ""
    return None if status == "existing" else label("body-status", status)


def parts_of(request: Request, bodies: set[str | None]) -> list[Row]:
    """What is said to be part of these bodies, but for what they are themselves, each once."""
    if not bodies:
        return []
    rows = request.rows(
        "relations",
        "finding body bodyName relation object objectName",
        Is("object", tuple(NamedNode(each) for each in sorted(filter(None, bodies)))),
        Is("relation", (kind("relation", "part_of"),)),
        Between("since", None, request.at),
    )
    return list({row["body"]: row for row in rows if row["body"] not in bodies}.values())


ANSWERS: dict[str, Answering] = {
    "body_exists": body_exists,
    "related": related,
    "renamed": renamed,
    "fates": fates,
    "all_bodies": all_bodies,
}
