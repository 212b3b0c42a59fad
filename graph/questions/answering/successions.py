"""Who comes after whom, and who was there before."""

from __future__ import annotations

from graph.questions.answering.naming import same_role
from graph.questions.model import Finding, Line
from graph.questions.request import Answering, Request, code, day


def succession(request: Request) -> Finding | None:
    """Who comes after whom, and who was there before."""
    rows = request.rows(
        "successions",
        "succession predecessor predecessorName successor successorName"
        " role theme label body bodyName effective since capacity",
        during=request.now,
    )
    people = {entity.iri for entity in request.entities("persoon")}
    themes = {entity.iri for entity in request.entities("thema")}
    bodies = {entity.iri for entity in request.entities("orgaan")}
    role = request.match.slots.get("functie") or request.match.slots.get("rol")
    if people:
        side = {"successor": "predecessor", "predecessor": "successor"}.get(request.case or "")
        chosen = [row for row in rows if side and row[side] in people]
        rows = chosen or [row for row in rows if row["predecessor"] in people or row["successor"] in people]
    if request.asked.groups.get("chair"):
        rows = [row for row in rows if same_role(row["role"], "voorzitter")]
    if themes:
        rows = [row for row in rows if row["theme"] in themes]
    if bodies:
        near = [row for row in rows if row["body"] in bodies]
        rows = near if near or not role else rows
    if role:
        wanted = role.code or (role.entities[0].name if role.entities else role.words)
        rows = [row for row in rows if same_role(row["role"], wanted)] or ([] if not people else rows)
    if not rows:
        if not people and not themes:
            return None
        return Finding(
            (Line("none", {"name": next((each.name for each in request.entities("persoon")), None)}),),
            status="not_in_minutes",
            query="successions",
        )
    lines = [
        Line(
            "follows" if row["successorName"] else "nobody_yet",
            {
                "successor": row["successorName"],
                "predecessor": row["predecessorName"],
                "role": row["role"],
                "theme": row["label"],
                "body": row["bodyName"],
                "from": day(row["effective"]),
                "acting": "waarnemend" if code(row["capacity"]) == "acting" else None,
            },
        )
        for row in rows
    ]
    places = tuple(place for row in rows for place in request.shelf.evidence(row["succession"], request.at))
    return Finding(
        tuple(lines),
        tuple(
            {
                "predecessor": row["predecessorName"],
                "successor": row["successorName"],
                "role": row["role"],
                "theme": row["label"],
            }
            for row in rows
        ),
        places,
        "stated",
        query="successions",
    )


ANSWERS: dict[str, Answering] = {
    "succession": succession,
}
