"""What a theme has: a steering group, a theme group, a project leader, bodies that deal with it."""

from __future__ import annotations

from graph.answers.model import Evidence
from graph.answers.wording import label
from graph.questions.algebra import Is
from graph.questions.answering.bodies import parts_of
from graph.questions.model import Entity, Finding, Line, Row
from graph.questions.nearest import speakers_about
from graph.questions.passages import held, wanted
from graph.questions.request import Answering, Request, code, kind, listed
from graph.questions.words import key, stem

_SLOT_OF_KIND = {
    "steering_group": "steering_group",
    "theme_group": "expert_group",
    "expert_group": "expert_group",
    "working_group": "expert_group",
}


_THERE = frozenset({"stated", "inferred"})


def _coverage(request: Request, slot: str | None) -> list[Row]:
    where = (*request.about("thema", "theme"), *request.about("orgaan", "body"))
    slots = (Is("slot", (kind("slot", slot),)),) if slot else ()
    return request.rows(
        "coverage",
        "situation theme label bodyName slot answer value group",
        *slots,
        *where,
        during=request.now,
    )


def group_of_theme(request: Request) -> Finding | None:
    """Whether a theme has a steering group, theme group or project leader; which themes have or lack one."""
    wanted = request.code("soort") or (
        "project_leader" if (request.code("functie") or "") == "projectleider" else None
    )
    slot = _SLOT_OF_KIND.get(wanted or "", wanted)
    if slot not in {"steering_group", "expert_group", "project_leader"}:
        return None
    rows = [
        row for row in _coverage(request, slot) if slot != "expert_group" or _is_kind(request, row, wanted)
    ]
    word = label("body", wanted or "") if wanted != "project_leader" else "projectleider"
    theme = request.one("thema")
    there = [row for row in rows if code(row["answer"]) in _THERE]
    missing = [row for row in rows if code(row["answer"]) in ("missing", "vacant")]
    if theme is None:
        return _themes_with(request, there, missing, word)
    lines = [Line("has", _values(row, word)) for row in there]
    lines += [
        Line(
            "lacks" if code(row["answer"]) == "missing" else "coming",
            {**_values(row, word), "asker": _who_missed(request, row)},
        )
        for row in missing
        if not there
    ]
    if not lines:
        return Finding(
            (Line("not_told", {"theme": theme.name, "word": word}),),
            status="not_in_minutes",
            query="coverage",
        )
    answered = there or missing
    return Finding(
        tuple(lines),
        tuple(_row(row) for row in answered),
        request.evidence(answered),
        _certainty(answered),
        query="coverage",
    )


def _is_kind(request: Request, row: Row, wanted: str | None) -> bool:
    group = row["group"]
    return group is None or wanted is None or request.shelf.lexicon.kinds.get(group) in (wanted, None)


def _certainty(rows: list[Row]) -> str:
    found = {"inferred" if code(row["answer"]) == "inferred" else "stated" for row in rows}
    return found.pop() if len(found) == 1 else "mixed"


def _row(row: Row) -> Row:
    return {
        "theme": row["label"],
        "body": row["bodyName"],
        "value": row["value"],
        "answer": code(row["answer"]),
    }


def _values(row: Row, word: str) -> Row:
    likely = "afgeleid" if code(row["answer"]) == "inferred" else None
    return {
        "theme": row["label"],
        "body": row["bodyName"],
        "value": row["value"],
        "word": word,
        "likely": likely,
    }


def _who_missed(request: Request, row: Row) -> str | None:
    places = request.shelf.evidence(row["situation"], request.at)
    return next((place.speaker for place in places if place.speaker), None)


def _themes_with(request: Request, there: list[Row], missing: list[Row], word: str) -> Finding:
    if request.case == "without":
        lines = [
            Line("lacks_it", {**_values(row, word), "asker": _who_missed(request, row)}) for row in missing
        ]
        if not lines:
            lines = [Line("none_lacks", {"word": word})]
        unnamed = [] if missing else _without_a_word_of_it(request, there)
        if unnamed:
            lines = [Line("not_named", {"themes": listed(unnamed), "word": word})]
        themes = sorted({row["label"] or "" for row in there})
        if themes:
            lines.append(Line("others_have", {"themes": listed(themes), "word": word}))
        return Finding(
            tuple(lines),
            tuple(_row(row) for row in missing),
            request.evidence(missing),
            "stated" if not unnamed else "inferred",
            status="answered" if missing or unnamed or not request.option("else") else "not_in_minutes",
            query="coverage",
        )
    if not there:
        return Finding((Line("none_has", {"word": word}),), status="not_in_minutes", query="coverage")
    return Finding(
        tuple(Line("has", _values(row, word)) for row in there),
        tuple(_row(row) for row in there),
        request.evidence(there),
        _certainty(there),
        query="coverage",
    )


def _without_a_word_of_it(request: Request, there: list[Row]) -> list[str]:
    """The themes that are portfolios, of which no such group or role is named."""
    portfolios = request.rows(
        "portfolios", "label portfolioSince", *request.about("orgaan", "body"), during=request.now
    )
    has = {row["label"] for row in there}
    return sorted({row["label"] or "" for row in portfolios if row["portfolioSince"]} - has - {""})


def bodies_of_theme(request: Request) -> Finding | None:
    """Which bodies deal with a theme, and how it is organised."""
    theme = request.one("thema")
    if theme is None or not theme.known:
        return None
    rows = _coverage(request, None)
    covering = [row for row in rows if code(row["slot"]) != "portfolio_holder"]
    named = _named_after(request, theme.iri)
    others = _others(named, covering)
    near = _said_beside(request, {row["body"] for row in named})
    below = parts_of(request, {row["body"] for row in named})
    lines = [
        *_covering_lines(request, covering),
        *(Line("body", {"body": row["bodyName"], "status": _status(row)}) for row in others),
        *(Line("part", {"body": row["bodyName"], "object": row["objectName"]}) for row in below),
    ]
    if near:
        names = listed([row["bodyName"] or "" for row in near])
        lines.append(Line("beside", {"bodies": names, "theme": theme.name}))
    if request.case == "how":
        lines += _holder_lines(rows)
        lines += [Line("said", {"text": place.quote}) for place in _replies(request, covering)]
    if not lines:
        return _nothing(request, theme)
    return Finding(
        (Line("intro", {"theme": theme.name}), *lines),
        tuple(_row(row) for row in covering),
        (
            *request.evidence(covering),
            *request.evidence(others),
            *request.evidence(below, "finding"),
            *request.evidence(near),
        ),
        _certainty(covering) if covering else "stated",
        query="coverage",
    )


def _named_after(request: Request, theme: str) -> list[Row]:
    """The bodies with the theme in their name."""
    forms = _forms(request, theme)
    return [
        row
        for row in request.rows("bodies", "situation body bodyName kind status", during=request.now)
        if any(form in key(row["bodyName"] or "") for form in forms)
    ]


def _others(named: list[Row], covering: list[Row]) -> list[Row]:
    """The bodies that are there and are not told of already."""
    told = {key(row["value"] or "") for row in covering}
    return [
        row for row in named if key(row["bodyName"] or "") not in told and code(row["status"]) != "missing"
    ]


def _covering_lines(request: Request, covering: list[Row]) -> list[Line]:
    """What a theme has, and what it lacks."""
    lines = []
    for row in covering:
        answer = code(row["answer"])
        case = "has" if answer in _THERE else "lacks" if answer in ("missing", "vacant") else None
        if case:
            word = label("slot", code(row["slot"]) or "")
            lines.append(Line(case, {**_values(row, word), "asker": _who_missed(request, row)}))
    return lines


def _nothing(request: Request, theme: Entity) -> Finding:
    """That no body deals with a theme, with who spoke about it."""
    return Finding(
        (Line("nothing", {"theme": theme.name, "speakers": listed(speakers_about(request, theme.iri))}),),
        status="not_in_minutes",
        query="coverage",
    )


_ABBREVIATION = 4  # letters: a word of no more is in too many names


def _forms(request: Request, theme: str) -> set[str]:
    """How a theme may be written inside the name of a body."""
    stems = (
        stem(form)
        for form, entities in request.shelf.lexicon.named.items()
        if any(each.iri == theme for each in entities)
    )
    return {form for form in stems if len(form) > _ABBREVIATION}


def _said_beside(request: Request, known: set[str | None]) -> list[Row]:
    """Bodies named at the agenda items where most is said about the theme."""
    facts = request.rows(
        "statements", "fact document item", *request.about("thema", "theme"), during=request.while_
    )
    places = [
        (request.shelf.document_id(row["document"]), place.start, place.end)
        for row in facts
        for place in request.shelf.of_fact(row["fact"])
    ]
    bodies = {each.name for each in request.entities("orgaan")}
    items = {
        (document, request.shelf.item(document, start))
        for document, start, _ in places
        if not bodies or request.shelf.bodies.get(document) in bodies
    }
    looked = wanted((request.one("thema").name,))  # type: ignore[union-attr] # the caller saw to it
    for document in request.documents:
        items |= {
            (document, item.key or str(item.start))
            for item in request.shelf.items(document)
            if item.title and all(held(item.title, word) for word in looked)
        }
    found = []
    partners = set(request.option("partners").split())
    texts = " ".join(
        _item_text(request, document, item) for document, item in sorted(items, key=str)
    ).casefold()
    for row in request.rows("bodies", "situation body bodyName kind status", during=request.now):
        if row["body"] in known or row["kind"] is None or code(row["kind"]) in partners:
            continue
        if (row["bodyName"] or "").casefold() in texts:
            found.append(row)
    return found


def _item_text(request: Request, document: str, key_of_item: str | None) -> str:
    """The text of an agenda item."""
    item = next(
        (each for each in request.shelf.items(document) if (each.key or str(each.start)) == key_of_item), None
    )
    return request.shelf.text(document)[item.start : item.end] if item else ""


def _holder_lines(rows: list[Row]) -> list[Line]:
    return [
        Line(
            f"holder_{code(row['answer'])}",
            {"theme": row["label"], "body": row["bodyName"], "value": row["value"]},
        )
        for row in rows
        if code(row["slot"]) == "portfolio_holder"
    ]


def _replies(request: Request, rows: list[Row]) -> list[Evidence]:
    """What is said right behind the sentence that misses something."""
    found = []
    for row in rows:
        if code(row["answer"]) == "missing":
            for place in request.shelf.evidence(row["situation"], request.at)[:1]:
                after = [
                    each
                    for each in request.shelf.passages.sentences(place.document)
                    if each.start >= place.end
                ][:2]
                found += [
                    Evidence(each.document, each.start, each.end, each.quote.strip(), None, "")
                    for each in after
                ]
    return found


def _status(row: Row) -> str | None:
    status = code(row["status"]) or ""
    return None if status == "existing" else label("body-status", status)


def themes(request: Request) -> Finding:
    """Which themes come up."""
    rows = request.rows("themes", "theme label firstSeen", during=request.while_)
    names = sorted({row["label"] or "" for row in rows}, key=str.casefold)
    return Finding(
        (
            Line(
                "count" if request.case == "count" else "all",
                {"names": listed(names), "number": str(len(names))},
            ),
        ),
        tuple({"theme": name} for name in names),
        certainty="stated",
        query="themes",
    )


ANSWERS: dict[str, Answering] = {
    "group_of_theme": group_of_theme,
    "bodies_of_theme": bodies_of_theme,
    "themes": themes,
}
