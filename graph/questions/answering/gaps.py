"""What is odd, open or missing; what changed; and what a word stands for."""

from __future__ import annotations

from graph.answers import changes as changed_between
from graph.answers.model import Change, Gap
from graph.questions.model import Finding, Line
from graph.questions.passages import held, wanted
from graph.questions.request import Answering, Request, day
from graph.store.snapshot import Snapshot

_RULES = {
    "conflicts": ("portfolio_contradicted", "records_disagree", "records_may_disagree"),
    "odd": (
        "portfolio_contradicted",
        "records_disagree",
        "records_may_disagree",
        "unlisted_speakers",
        "portfolio_theme_not_named",
    ),
    "questions": ("open_question",),
    "bottlenecks": ("bottleneck", "not_well_organised", "thing_missed"),
    "risks": ("risk", "body_ending"),
    "advice": ("advice_not_taken_up",),
    "missing": ("structure_missed", "overview_missed", "thing_missed", "role_missed", "structure_elsewhere"),
    "ownerless": ("promise_without_owner", "decision_without_owner"),
}
_MOST = 12
_EVER = "9999-12-31"


def _gaps(request: Request) -> list[Gap]:
    rules = _RULES.get(request.case or "")
    found = [gap for gap in request.shelf.gaps(request.at) if rules is None or gap.rule in rules]
    looked = (*wanted(request.free, request.shelf.synonyms), *request.theme_words)
    if looked:
        found = [
            gap for gap in found if any(held(f"{gap.subject} {gap.explanation}", each) for each in looked)
        ]
    people = [entity.name for entity in request.entities("persoon")]
    if people:
        found = [
            gap
            for gap in found
            if any(
                name in f"{gap.subject} {gap.explanation}" or _surname(name) in gap.subject for name in people
            )
        ]
    bodies = {entity.name for entity in request.entities("orgaan")}
    if bodies or request.period:  # where and when is told by the sentences
        found = list(request.shelf.with_sentences(found, request.at))
    if bodies:
        found = [
            gap
            for gap in found
            if any(request.shelf.bodies.get(place.document) in bodies for place in gap.evidence)
        ]
    if request.period:
        start, end = request.period.start or "", request.period.end or "9999"
        found = [
            gap
            for gap in found
            if any(start <= (request.shelf.dates.get(place.document) or "") <= end for place in gap.evidence)
        ]
    return found


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def gaps(request: Request) -> Finding | None:
    """Gaps of some rules: contradictions, open questions, bottlenecks, risks."""
    found = _gaps(request)
    if not found:
        if request.match.rest or request.match.slots:
            return None
        return Finding((Line("none"),), query="gaps", certainty="stated")
    lines = [
        Line("intro" if request.case in ("conflicts", "odd") else "quiet", {}),
        *(Line("gap", {"text": gap.explanation}) for gap in found[:_MOST]),
    ]
    return Finding(
        tuple(lines),
        tuple({"rule": gap.rule, "subject": gap.subject, "explanation": gap.explanation} for gap in found),
        tuple(
            place for gap in request.shelf.with_sentences(found[:_MOST], request.at) for place in gap.evidence
        ),
        "mixed",
        query="gaps",
    )


def changes(request: Request) -> Finding | None:
    """What differs between two dates."""
    shelf = request.shelf
    first, last = _interval(request)
    if first is None or last is None or first >= last or first >= request.as_of or _compares(request):
        return None
    found = list(changed_between(shelf.snapshot, first, last))
    if _day_before(last) == first:
        found += _told_on(request, first, last, found)
    if last >= (shelf.last_date or last):
        found = _with_what_is_to_come(shelf.snapshot, first, found)
    bodies = {entity.name for entity in request.entities("orgaan")}
    if bodies:
        near = [each for each in found if each.body in bodies or any(name in each.subject for name in bodies)]
        found = near or found
    looked = request.theme_words
    if looked:
        found = [
            each for each in found if all(held(f"{each.subject} {each.sentence}", word) for word in looked)
        ]
    if request.case in ("portfolio", "body", "role"):
        kinds = {"portfolio": ("portfolio", "vacancy"), "body": ("body", "structure"), "role": ("role",)}[
            request.case
        ]
        found = [each for each in found if each.kind in kinds]
    values = {"from": day(first), "to": day(last)}
    if not found:
        return Finding((Line("nothing", values),), status="not_in_minutes", query="changes")
    lines = [Line("intro", values), *(Line("change", {"text": each.sentence}) for each in found[:15])]
    return Finding(
        tuple(lines),
        tuple({"kind": each.kind, "subject": each.subject, "sentence": each.sentence} for each in found),
        tuple(place for each in found[:15] for place in each.evidence[:1]),
        "stated",
        query="changes",
        params={"from": first, "to": last},
    )


_BETWEEN = frozenset(("tussen", "between"))


def _compares(request: Request) -> bool:
    """Whether it is asked how things differ, and not what changed between two days."""
    return bool(_BETWEEN & {token.key for token in request.asked.tokens}) and not request.asked.of("date")


def _told_on(request: Request, first: str, last: str, found: list[Change]) -> list[Change]:
    """What the minutes of a day announce for later: of that meeting it is asked too."""
    dates = request.shelf.dates
    return [
        each
        for each in changed_between(request.shelf.snapshot, first, _EVER)
        if each not in found
        and each.kind != "promise"
        and any(dates.get(place.document) == last for place in each.evidence)
    ]


def _with_what_is_to_come(snapshot: Snapshot, first: str, found: list[Change]) -> list[Change]:
    """The changes with those that the last minutes announce; a promise is not late before its day."""
    coming = [each for each in changed_between(snapshot, first, _EVER) if each.kind != "promise"]
    return [*coming, *(each for each in found if each.kind == "promise")]


def _interval(request: Request) -> tuple[str | None, str | None]:
    """Between which dates: the two that are named, since the one, or since the meeting before."""
    second = request.match.slots.get("datum2")
    period = request.period
    if period and second and second.period:
        first, last = sorted((period, second.period), key=lambda each: each.start or each.end or "")
        days = [each for each in (first.start or first.end, last.end or last.start) if each]
        return (days[0], days[-1]) if len(days) > 1 else (None, None)
    if period:
        since = any(request.asked.groups.get(name) for name in ("since_word",))
        start = period.end if since and period.end and period.end < request.as_of else period.start
        if period.start == period.end and not since:
            return _day_before(period.start), period.end
        return start, request.as_of if since else min(period.end or request.as_of, request.as_of)
    dates = sorted({ref.date for ref in request.shelf.documents if ref.date and ref.date <= request.as_of})
    if len(dates) > 1:
        return dates[-2], dates[-1]
    return None, None


def _day_before(iso: str | None) -> str | None:
    from datetime import date, timedelta  # noqa: PLC0415 - used here alone

    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat() if iso else None


ANSWERS: dict[str, Answering] = {"gaps": gaps, "changes": changes}
