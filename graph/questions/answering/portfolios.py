"""Who holds what, who does not, and what a theme has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from itertools import islice

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.questions.algebra import During, Is
from graph.questions.model import Finding, Line, Row
from graph.questions.nearest import nearest_theme, speakers_about
from graph.questions.request import Answering, Request, code, day, kind, listed

_FIELDS = "situation theme label body bodyName answer value since requestedBy requestedProfile reason rule portfolioSince"
_MOST = 12  # portfolios that are told one by one
_NOBODY = frozenset({"not_named", "inferred"})


def _portfolios(request: Request) -> list[Row]:
    return request.rows(
        "portfolios",
        _FIELDS,
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        during=request.now,
    )


def _names(request: Request, rows: Sequence[Row]) -> dict[str | None, list[Row]]:
    """Who is in each of some situations."""
    situations = tuple(NamedNode(row["situation"]) for row in rows if row["situation"])
    found: dict[str | None, list[Row]] = defaultdict(list)
    if situations:
        for row in request.rows("holders", "situation name capacity start end since", Is("situation", situations), during=request.now):
            found[row["situation"]].append(row)
    return found


def holder(request: Request) -> Finding | None:
    """Who holds the portfolio of a theme, per body; why nobody is shown."""
    theme = request.one("thema")
    if theme is None:
        return None
    if not theme.known:
        return unknown_theme(request)
    rows = _portfolios(request)
    told = [row for row in rows if row["portfolioSince"]] or rows
    if request.case in ("deputy", "acting"):
        return _capacity(request, told)
    if not told:
        return not_said(request, theme.name)
    stated = [row for row in told if code(row["answer"]) not in _NOBODY]
    shown = (stated or told)[:_MOST]
    people = _names(request, shown)
    lines = [line for row in shown for line in _holder_lines(request, row, people[row["situation"]])]
    if len(stated or told) > _MOST:
        lines.append(Line("more", {"number": str(len(stated or told) - _MOST)}))
    if stated and request.case in ("yes_no", "who_holds"):
        held = [row for row in stated if code(row["answer"]) == "stated"]
        lines.insert(0, Line("yes" if held else "no"))
    if not stated and request.case == "yes_no":
        lines.insert(0, Line("not_told"))
    evidence = tuple(
        place for row in stated or told for place in request.shelf.evidence(row["situation"], request.at)
    )
    return Finding(
        tuple(lines),
        rows=tuple(_row(row) for row in told),
        evidence=evidence,
        certainty=_certainty(stated or told),
        status="answered" if stated else "not_in_minutes",
        query="portfolios",
        params={"theme": theme.name, "asOf": request.at},
    )


def _row(row: Row) -> Row:
    return {
        "theme": row["label"],
        "body": row["bodyName"],
        "answer": code(row["answer"]),
        "holder": row["value"] if code(row["answer"]) != "inferred" else None,
        "requested_by": row["requestedBy"],
    }


def _certainty(rows: Iterable[Row]) -> str | None:
    found = {"inferred" if code(row["answer"]) == "inferred" else "stated" for row in rows}
    return found.pop() if len(found) == 1 else "mixed"


def _holder_lines(request: Request, row: Row, people: Sequence[Row]) -> list[Line]:
    answer = code(row["answer"]) or "not_named"
    alone = any(code(each["capacity"]) != "deputy" for each in people)
    values = {
        "theme": row["label"],
        "body": row["bodyName"],
        "asker": row["requestedBy"],
        "profile": (row["requestedProfile"] or "").rstrip(".") or None,
        "since": day(row["since"]),
        "reason": row["reason"],
        "was": "was" if request.at < request.as_of else "is",
        "names": listed(
            [_named(each) for each in people if code(each["capacity"]) != "deputy"]
            or [_named(each) for each in people]
        ),
        "deputies": listed([each["name"] or "" for each in people if code(each["capacity"]) == "deputy"])
        if alone
        else None,
        "from": day(
            next(
                (each["start"] for each in people if each["start"] and code(each["capacity"]) != "deputy"),
                None,
            )
        ),
        "speakers": None,
    }
    if answer == "not_named":
        values["speakers"] = listed(speakers_about(request, row["theme"]))
    return [Line(answer, values)]


_CAPACITIES = {"deputy": "plaatsvervangend", "acting": "waarnemend"}


def _capacity_word(capacity: str | None) -> str:
    """How a capacity reads before «portefeuillehouder»."""
    return _CAPACITIES.get(capacity or "", "")


def _named(row: Row) -> str:
    word = _capacity_word(code(row["capacity"]))
    return f"{row['name']} ({word})" if word else row["name"] or ""


def _capacity(request: Request, rows: list[Row]) -> Finding | None:
    wanted = kind("capacity", request.case or "")
    people = _names(request, rows)
    found = [
        (row, each)
        for row in rows
        for each in people[row["situation"]]
        if each["capacity"] == wanted.value
    ]
    theme = request.one("thema")
    earlier = [] if found else _earlier(request, wanted.value)
    if earlier:
        lines = [
            Line(
                "was_capacity",
                {
                    "names": row["name"],
                    "capacity": _capacity_word(request.case),
                    "theme": row["label"],
                    "body": row["bodyName"],
                    "from": day(row["start"] or row["since"]),
                    "until": day(row["end"] or row["until"]),
                },
            )
            for row in earlier
        ]
        return Finding(
            tuple(lines), evidence=_evidence(request, earlier), certainty="stated", query="portfolios"
        )
    if not found:
        known = [row for row in rows if code(row["answer"]) == "stated"]
        lines = [
            Line("no_capacity", {"capacity": _capacity_word(request.case), "theme": theme and theme.name})
        ]
        lines += [line for row in known for line in _holder_lines(request, row, people[row["situation"]])]
        return Finding(tuple(lines), status="not_in_minutes", evidence=_evidence(request, known))
    lines = [
        Line(
            "capacity",
            {
                "names": each["name"],
                "capacity": _capacity_word(request.case),
                "theme": row["label"],
                "body": row["bodyName"],
                "from": day(each["start"]),
            },
        )
        for row, each in found
    ]
    return Finding(
        tuple(lines),
        tuple(_row(row) for row, _ in found),
        _evidence(request, [row for row, _ in found]),
        "stated",
    )


def _earlier(request: Request, capacity: str) -> list[Row]:
    """Who was so before the day asked about."""
    rows = request.rows(
        "holders",
        "situation name label bodyName capacity start end since until",
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        during=request.while_,
    )
    return list({row["name"]: row for row in rows if row["capacity"] == capacity}.values())


def _evidence(request: Request, rows: Iterable[Row], field: str = "situation") -> tuple[Evidence, ...]:
    return tuple(place for row in islice(rows, _MOST) for place in request.shelf.evidence(row[field], request.at))


def unknown_theme(request: Request) -> Finding:
    """A theme that no minutes mention: that is said, with the nearest one that they do."""
    theme = request.one("thema")
    near = nearest_theme(request.shelf, theme) if theme else None
    values = {
        "theme": theme.name if theme else None,
        "asked": request.words("thema"),
        "near": near.name if near else None,
    }
    return Finding((Line("unknown_theme", values),), status="not_in_minutes")


def not_said(request: Request, theme: str) -> Finding:
    """A theme that came up, with nobody who holds it."""
    span = request.one("thema")
    values = {"theme": theme, "speakers": listed(speakers_about(request, span.iri if span else None))}
    return Finding((Line("not_named", values),), status="not_in_minutes")


def portfolios_of(request: Request) -> Finding | None:
    """What somebody holds: said, or likely and then said so."""
    person = request.one("persoon")
    if person is None:
        return None
    found = request.rows(
        "holders",
        "situation label bodyName answer capacity start name",
        *request.about("persoon", "person"),
        *request.about("orgaan", "body"),
        during=request.now,
    )
    stated = [row for row in found if code(row["answer"]) != "inferred"]
    likely = [row for row in found if code(row["answer"]) == "inferred"]
    theme = request.one("thema")
    if theme is not None:
        return _holds(request, person.name, theme.name, stated, likely)
    lines = [_held_line(row) for row in stated if row["label"]]
    lines += [Line("theme_not_named", {"name": row["name"]}) for row in stated if not row["label"]]
    former = _former(request) if not stated else []
    lines += [Line("formerly", {**_held_line(row).values, "until": day(row["until"])}) for row in former]
    if not stated and not former:
        lines.append(Line("none", {"name": person.name}))
    lines += [
        Line("likely", {"name": person.name, "theme": row["label"]})
        for row in likely
        if not lines or not stated
    ]
    return Finding(
        tuple(lines),
        tuple(
            {"theme": row["label"], "body": row["bodyName"], "answer": code(row["answer"])} for row in stated
        ),
        _evidence(request, stated or former or likely),
        "stated" if stated or former else None,
        "answered" if stated or former else "not_in_minutes",
        query="portfolios",
        params={"person": person.name, "asOf": request.at},
    )


def _former(request: Request) -> list[Row]:
    """What somebody held before the day asked about, each portfolio once."""
    rows = request.rows(
        "holders",
        "situation label bodyName answer capacity start name since until",
        *request.about("persoon", "person"),
        during=During("0001-01-01", request.at),
    )
    ended = [row for row in rows if code(row["answer"]) == "stated" and row["until"]]
    return list({(row["label"], row["bodyName"]): row for row in ended}.values())


def _held_line(row: Row) -> Line:
    capacity = code(row["capacity"])
    case = "contradicted" if code(row["answer"]) == "contradicted" else "held"
    return Line(
        case,
        {
            "name": row["name"],
            "theme": row["label"],
            "body": row["bodyName"],
            "from": day(row["start"]),
            "capacity": f"{_capacity_word(capacity)} portefeuillehouder".strip(),
        },
    )


def _holds(request: Request, person: str, theme: str, stated: list[Row], likely: list[Row]) -> Finding | None:
    held = [row for row in stated if (row["label"] or "").casefold() == theme.casefold()]
    if held:
        lines = [Line("yes"), *(_held_line(row) for row in held)]
        return Finding(
            tuple(lines), evidence=_evidence(request, held), certainty="stated", query="portfolios"
        )
    others = request.rows(
        "holders",
        "situation name label bodyName answer capacity start",
        *request.about("thema", "theme"),
        during=request.now,
    )
    others = [row for row in others if code(row["answer"]) != "inferred"]
    if others:
        return Finding(
            (Line("no", {"name": person, "theme": theme}), *(_held_line(row) for row in others)),
            evidence=_evidence(request, others),
            certainty="stated",
            query="portfolios",
        )
    lines = [Line("not_told", {"name": person, "theme": theme})]
    if any((row["label"] or "").casefold() == theme.casefold() for row in likely):
        lines.append(Line("likely", {"name": person, "theme": theme}))
    return Finding(
        tuple(lines), status="not_in_minutes", evidence=_evidence(request, likely), query="portfolios"
    )


def vacancies(request: Request) -> Finding:
    """What is vacant: portfolios, and roles that are still to be filled."""
    rows = [
        row
        for row in request.rows(
            "portfolios",
            _FIELDS,
            *request.about("orgaan", "body"),
            Is("answer", (kind("answer", "vacant"),)),
            during=request.now,
        )
        if row["label"]
    ]
    lines = [
        Line(
            "vacant",
            {
                "theme": row["label"],
                "body": row["bodyName"],
                "asker": row["requestedBy"],
                "since": day(row["since"]),
            },
        )
        for row in rows
    ]
    places = list(_evidence(request, rows))
    if request.case != "portfolios":
        roles = request.rows(
            "vacancies",
            "finding role label bodyName since",
            *request.about("orgaan", "body"),
            during=request.now,
        )
        lines += [
            Line("role", {"role": row["role"], "theme": row["label"], "body": row["bodyName"]})
            for row in roles
        ]
        places += _evidence(request, roles, "finding")
        lines += [
            Line("no_successor", {"role": row["role"], "name": row["predecessorName"]})
            for row in _unfilled(request)
        ]
    if not lines:
        lines.append(Line("nothing"))
    unnamed = sorted(
        {
            row["label"] or ""
            for row in request.rows(
                "portfolios",
                "label portfolioSince",
                *request.about("orgaan", "body"),
                Is("answer", (kind("answer", "not_named"), kind("answer", "inferred"))),
                during=request.now,
            )
            if row["portfolioSince"]
        }
    )
    if unnamed and request.case == "portfolios":
        lines.append(Line("not_named", {"themes": listed(unnamed)}))
    return Finding(
        tuple(lines),
        tuple(_row(row) for row in rows),
        tuple(places),
        "stated",
        query="vacancies",
        params={"asOf": request.at},
    )


def _unfilled(request: Request) -> list[Row]:
    rows = request.rows(
        "successions",
        "succession predecessorName successorName role label",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    return [row for row in rows if row["successorName"] is None and row["role"]]


def holders_all(request: Request) -> Finding:
    """Everybody who is called portfolio holder, and of what."""
    rows = request.rows(
        "holders",
        "situation label bodyName answer capacity start name",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    stated = [row for row in rows if code(row["answer"]) != "inferred"]
    lines = [
        _held_line(row) if row["label"] else Line("theme_not_named", {"name": row["name"]})
        for row in sorted(stated, key=lambda row: ((row["bodyName"] or ""), (row["label"] or "")))
    ]
    vacant = vacancies(request)
    if request.case != "count":
        lines += [line for line in vacant.lines if line.case == "vacant"]
    if request.case == "count":
        people = {row["name"] for row in stated}
        lines = [
            Line(
                "count",
                {
                    "number": str(len(people)),
                    "names": listed([name or "" for name in sorted(people, key=str)]),
                },
            )
        ]
    return Finding(
        tuple(lines) or (Line("nobody"),),
        tuple({"person": row["name"], "theme": row["label"], "body": row["bodyName"]} for row in stated),
        (*_evidence(request, stated), *vacant.evidence),
        "stated",
        query="holders",
        params={"asOf": request.at},
    )


def asked_for(request: Request) -> Finding | None:
    """Who asked for a holder of a theme, since when, and what kind of person."""
    theme = request.one("thema")
    if theme is not None and not theme.known:
        return unknown_theme(request)
    rows = [
        row
        for row in request.rows(
            "portfolios",
            _FIELDS,
            *request.about("thema", "theme"),
            *request.about("orgaan", "body"),
            during=request.while_,
        )
        if code(row["answer"]) == "vacant"
    ]
    if not rows:
        return None
    first: dict[str | None, Row] = {}
    for row in sorted(rows, key=lambda each: each["since"] or ""):
        first.setdefault(row["bodyName"], row)
    lines = [
        Line(
            "asked",
            {
                "asker": row["requestedBy"],
                "theme": row["label"],
                "body": row["bodyName"],
                "since": day(row["since"]),
                "profile": (row["requestedProfile"] or "").rstrip(".") or None,
            },
        )
        for row in first.values()
    ]
    now = [row for row in _portfolios(request) if code(row["answer"]) == "stated"]
    named = _names(request, now)
    lines += [line for row in now for line in _holder_lines(request, row, named[row["situation"]])]
    return Finding(
        tuple(lines),
        tuple(_row(row) for row in first.values()),
        _evidence(request, first.values()),
        "stated",
        query="vacancies",
    )


def since_when(request: Request) -> Finding | None:
    """Since when somebody holds a portfolio, or it is vacant."""
    theme = request.one("thema")
    if theme is None and request.one("persoon") is None:
        return None
    if theme is not None and not theme.known:
        return unknown_theme(request)
    people = request.rows(
        "holders",
        "situation name label bodyName answer capacity start since",
        *request.about("thema", "theme"),
        *request.about("persoon", "person"),
        *request.about("orgaan", "body"),
        during=request.now,
    )
    people = [row for row in people if code(row["answer"]) != "inferred"]
    lines = [
        Line(
            "since_stated" if row["start"] else "since_seen",
            {
                "name": row["name"],
                "theme": row["label"],
                "body": row["bodyName"],
                "from": day(row["start"]),
                "since": day(row["since"]),
            },
        )
        for row in people
    ]
    vacant = (
        [row for row in _portfolios(request) if code(row["answer"]) == "vacant"]
        if not request.one("persoon")
        else []
    )
    lines += [
        Line(
            "vacant_since",
            {
                "theme": row["label"],
                "body": row["bodyName"],
                "since": day(row["since"]),
                "asker": row["requestedBy"],
            },
        )
        for row in vacant
    ]
    former = _former(request) if request.one("persoon") and not people else []
    former = [row for row in former if theme is None or row["label"] == theme.name]
    lines += [
        Line(
            "until",
            {"name": row["name"], "theme": row["label"], "body": row["bodyName"], "until": day(row["until"])},
        )
        for row in former
    ]
    if not lines:
        return None
    return Finding(
        tuple(lines),
        evidence=_evidence(request, [*people, *vacant, *former]),
        certainty="stated",
        query="portfolios",
    )


ANSWERS: dict[str, Answering] = {
    "holder": holder,
    "portfolios_of": portfolios_of,
    "vacancies": vacancies,
    "holders_all": holders_all,
    "asked_for": asked_for,
    "since_when": since_when,
}
