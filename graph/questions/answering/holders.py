"""Who holds the portfolio of a theme, and since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pyoxigraph import NamedNode

from graph.questions.algebra import During, Is
from graph.questions.answering.naming import capacity_word
from graph.questions.answering.unheard import unknown_theme
from graph.questions.lexicon import AND
from graph.questions.model import Finding, Line, Row
from graph.questions.nearest import speakers_about
from graph.questions.passages import MASK, Passage, behind, wanted, weigh
from graph.questions.request import Answering, Request, code, day, kind, listed
from graph.questions.sentence_cues import tells_of
from graph.questions.words import key

PORTFOLIO_FIELDS = (
    "situation theme label body bodyName answer value since"
    " requestedBy requestedProfile reason rule portfolioSince"
)


_MOST = 12  # portfolios that are told one by one


_HEARD = 0.4  # of the words, from which a sentence is about them
_NOBODY = frozenset({"not_named", "inferred"})


def portfolios_at(request: Request) -> list[Row]:
    """The portfolios that the question is about, as they are at its date."""
    return request.rows(
        "portfolios",
        PORTFOLIO_FIELDS,
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        during=request.span,
    )


_SAYS = frozenset({"stated", "vacant", "contradicted"})


def _or_wider(request: Request, rows: list[Row]) -> list[Row]:
    """The portfolios found; where nobody is named, of a theme that has it in its name («A en B»)."""
    theme = request.one("thema")
    if theme is None or any(code(row["answer"]) in _SAYS for row in rows):
        return rows
    own = key(theme.name)
    wider = tuple(
        NamedNode(each.iri)
        for each in request.shelf.lexicon.entities.values()
        if each.sort == "theme"
        and each.known
        and each.iri != theme.iri
        and own in {key(part) for part in AND.split(each.name)}
    )
    if not wider:
        return rows
    found = request.rows(
        "portfolios",
        PORTFOLIO_FIELDS,
        Is("theme", wider),
        *request.about("orgaan", "body"),
        during=request.span,
    )
    return [row for row in found if code(row["answer"]) in _SAYS] or rows


def _names(request: Request, rows: Sequence[Row]) -> dict[str | None, list[Row]]:
    """Who is in each of some situations."""
    situations = tuple(NamedNode(row["situation"]) for row in rows if row["situation"])
    found: dict[str | None, list[Row]] = defaultdict(list)
    if situations:
        for row in request.rows(
            "holders",
            "situation name capacity start end since",
            Is("situation", situations),
            during=request.span,
        ):
            found[row["situation"]].append(row)
    return found


def holder(request: Request) -> Finding | None:
    """Who holds the portfolio of a theme, per body; why nobody is shown."""
    theme = request.one("thema")
    if theme is None:
        return _of_words(request) if request.case == "words" else None
    if not theme.known:
        return unknown_theme(request)
    rows = _or_wider(request, portfolios_at(request))
    told = [row for row in rows if row["portfolioSince"]] or rows
    if request.case in ("deputy", "acting"):
        return _capacity(request, told)
    if not told:
        return not_said(request, theme.name)
    stated = [row for row in told if code(row["answer"]) not in _NOBODY]
    shown = (stated or told)[:_MOST]
    people = _names(request, shown)
    coming = _coming(request)
    lines = [
        line
        for row in shown
        for line in _holder_lines(request, row, people[row["situation"]], coming.get(row["bodyName"]))
    ]
    if len(stated or told) > _MOST:
        lines.append(Line("more", {"number": str(len(stated or told) - _MOST)}))
    whether = request.case in _WHETHER
    if stated and whether:
        wished = _WHETHER[request.case or ""]
        lines.insert(0, Line("yes" if any(code(row["answer"]) == wished for row in stated) else "no"))
    said = _said_of_it(request) if not stated and whether else []
    if not stated and whether:
        lines.insert(0, Line("not_told"))
    lines += [Line("said", {"text": each.said}) for each in said]
    evidence = tuple(
        place for row in stated or told for place in request.shelf.evidence(row["situation"], request.at)
    )
    evidence += tuple(each.evidence() for each in said)
    return Finding(
        tuple(lines),
        rows=tuple(portfolio_row(row) for row in told),
        evidence=evidence,
        certainty=_certainty(stated or told),
        status="answered" if stated or said else "not_in_minutes",
        query="portfolios",
        params={"theme": theme.name, "asOf": request.at},
    )


_WHETHER = {"yes_no": "stated", "who_holds": "stated", "is_vacant": "vacant"}  # what makes it «ja»

_ABOUT_IT = 0.5  # of the theme, in the sentence and around it


def _said_of_it(request: Request) -> list[Passage]:
    """The sentences on who takes a theme on, each with the one behind it: where no fact says it."""
    passages = request.shelf.passages
    found: dict[Passage, None] = {}
    for each in weigh(passages, request.theme_words, request.documents):
        if (
            each.score >= _ABOUT_IT
            and tells_of("takes_on", each.passage.quote)
            and MASK not in each.passage.quote
        ):
            after = behind(passages, each.passage)
            found[each.passage] = None
            if after is not None and after.title == each.passage.title and MASK not in after.quote:
                found[after] = None
    return sorted(found, key=lambda each: (request.shelf.dates.get(each.document) or "", each.start))[:_MOST]


def _of_words(request: Request) -> Finding | None:
    """Something that is no theme: said not to be there, unless the sentences have it."""
    looked = wanted(request.free, request.shelf.synonyms)
    found = weigh(request.shelf.passages, looked)
    if not looked or (found and found[0].score >= _HEARD):
        return None
    return Finding((Line("unknown_words", {"asked": " ".join(request.free)}),), status="not_in_minutes")


def portfolio_row(row: Row) -> Row:
    """A portfolio as a row of the answer."""
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


def _coming(request: Request) -> dict[str | None, Row]:
    """Per body who is to have the portfolio after the last day that is known: name and first day."""
    if request.at < (request.shelf.last_date or ""):
        return {}
    later = During((date.fromisoformat(request.at) + timedelta(days=1)).isoformat(), "9999-12-31")
    found: dict[str | None, Row] = {}
    for row in request.rows(
        "holders",
        "situation name bodyName capacity start since",
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        during=later,
    ):
        if (row["since"] or "") > request.at and code(row["capacity"]) != "deputy":
            found.setdefault(row["bodyName"], row)
    return found


def _holder_lines(request: Request, row: Row, people: Sequence[Row], coming: Row | None = None) -> list[Line]:
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
        "coming": coming["name"] if coming else None,
        "coming_from": day(coming["since"]) if coming else None,
    }
    if answer == "not_named":
        values["speakers"] = listed(speakers_about(request, row["theme"]))
        values["former"] = listed(_left(request, row))
    return [Line(answer, values)]


def _left(request: Request, row: Row) -> list[str]:
    """Who had the portfolio until nobody is named, where a rule says that an office ended."""
    if row["rule"] is None or row["theme"] is None:
        return []
    rows = request.rows(
        "holders",
        "situation name body until",
        Is("theme", (NamedNode(row["theme"]),)),
        during=During("0001-01-01", row["since"] or request.at),
    )
    return [
        each["name"] or "" for each in rows if each["until"] == row["since"] and each["body"] == row["body"]
    ]


def _named(row: Row) -> str:
    word = capacity_word(code(row["capacity"]))
    return f"{row['name']} ({word})" if word else row["name"] or ""


def _capacity(request: Request, rows: list[Row]) -> Finding | None:
    wanted = kind("capacity", request.case or "").value
    people = _names(request, rows)
    found = [(row, each) for row in rows for each in people[row["situation"]] if each["capacity"] == wanted]
    if found:
        return _in_capacity(request, found)
    earlier = _earlier(request, wanted)
    if earlier:
        return _was_in_capacity(request, earlier)
    return _nobody_in_capacity(request, rows, people)


def _in_capacity(request: Request, found: list[tuple[Row, Row]]) -> Finding:
    """Who is so: the portfolio, and who has it in that capacity."""
    lines = [
        Line("capacity", {**_capacity_values(request, row, each), "from": day(each["start"])})
        for row, each in found
    ]
    portfolios = [row for row, _ in found]
    return Finding(
        tuple(lines),
        tuple(portfolio_row(row) for row in portfolios),
        request.evidence(portfolios),
        "stated",
    )


def _was_in_capacity(request: Request, earlier: list[Row]) -> Finding:
    """Who was so before."""
    lines = [
        Line(
            "was_capacity",
            {
                **_capacity_values(request, row, row),
                "from": day(row["start"] or row["since"]),
                "until": day(row["end"] or row["until"]),
            },
        )
        for row in earlier
    ]
    return Finding(tuple(lines), evidence=request.evidence(earlier), certainty="stated", query="portfolios")


def _nobody_in_capacity(request: Request, rows: list[Row], people: dict[str | None, list[Row]]) -> Finding:
    """That nobody is so, with who does hold the portfolio."""
    theme = request.one("thema")
    missing = {"capacity": capacity_word(request.case), "theme": theme.name if theme else None}
    known = [row for row in rows if code(row["answer"]) == "stated"]
    lines = [Line("no_capacity", missing)]
    lines += [line for row in known for line in _holder_lines(request, row, people[row["situation"]])]
    return Finding(tuple(lines), status="not_in_minutes", evidence=request.evidence(known))


def _capacity_values(request: Request, portfolio: Row, person: Row) -> Row:
    return {
        "names": person["name"],
        "capacity": capacity_word(request.case),
        "theme": portfolio["label"],
        "body": portfolio["bodyName"],
    }


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


def not_said(request: Request, theme: str) -> Finding:
    """A theme that came up, with nobody who holds it."""
    span = request.one("thema")
    values = {"theme": theme, "speakers": listed(speakers_about(request, span.iri if span else None))}
    return Finding((Line("not_named", values),), status="not_in_minutes")


def asked_for(request: Request) -> Finding | None:
    """Who asked for a holder of a theme, since when, and what kind of person."""
    theme = request.one("thema")
    if theme is not None and not theme.known:
        return unknown_theme(request)
    rows = request.rows(
        "portfolios",
        PORTFOLIO_FIELDS,
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        during=request.while_,
    )
    if not any(code(row["answer"]) == "vacant" for row in rows):
        return None
    first = _last_asked(rows)
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
    now = [row for row in portfolios_at(request) if code(row["answer"]) == "stated"]
    named = _names(request, now)
    lines += [line for row in now for line in _holder_lines(request, row, named[row["situation"]])]
    return Finding(
        tuple(lines),
        tuple(portfolio_row(row) for row in first.values()),
        request.evidence(first.values()),
        "stated",
        query="vacancies",
    )


def _last_asked(rows: Sequence[Row]) -> dict[str | None, Row]:
    """Per body how the last vacancy began: the first time that was asked since somebody had it."""
    found: dict[str | None, Row] = {}
    ended: set[str | None] = set()
    for row in sorted(rows, key=lambda each: each["since"] or ""):
        body = row["bodyName"]
        if code(row["answer"]) != "vacant":
            ended.add(body)
        elif body not in found or body in ended:
            found[body] = row
            ended.discard(body)
    return found


ANSWERS: dict[str, Answering] = {
    "holder": holder,
    "asked_for": asked_for,
}
