"""What is odd, open or missing; what changed; and what a word stands for."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from graph.answers import changes as changed_between
from graph.answers.model import Change, Evidence, Gap
from graph.facts.skos import Concept, concepts
from graph.questions.algebra import Is
from graph.questions.model import Finding, Line, Span
from graph.questions.passages import held, wanted
from graph.questions.request import Answering, Request, day, listed
from graph.questions.words import key
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
    if first is None or last is None or first >= last or first >= request.as_of:
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


_BRACKETS = r"(?P<before>[^().\n]{{4,120}}?) ?\((?:hierna )?{short}\b[^)\n]{{0,40}}\)"
_SMALL_WORDS = frozenset(["en", "van", "de", "het", "voor", "in", "op", "der", "den", "bij"])


def _written_out(before: str, short: str) -> str | None:
    """The name at the end of a stretch of words that the letters of an abbreviation stand for."""
    words = before.split()
    taken: list[str] = []
    for word in reversed(words):
        if not word[0].isupper() and word.lower() not in _SMALL_WORDS:
            break
        taken.insert(0, word)
    while taken and not taken[0][0].isupper():
        taken.pop(0)
    letters = short.split(maxsplit=1)[0].casefold()
    while taken and taken[0][0].casefold() != letters[:1]:
        taken.pop(0)
    written = iter("".join(taken).casefold())
    initials = [word[0].casefold() for word in taken if word[0].isupper()]
    fits = all(letter in written for letter in letters) and _in_order(initials, letters)
    return " ".join(taken) if taken and fits else None


def _in_order(initials: list[str], letters: str) -> bool:
    """Whether an abbreviation has every initial, or nothing but initials."""
    left = iter(letters)
    all_there = all(letter in left for letter in initials)
    own = iter(initials)
    return all_there or all(letter in own for letter in letters)


def meaning(request: Request) -> Finding | None:  # noqa: PLR0911 - each way to know it
    """What an abbreviation stands for, or what a theme is."""
    shelf = request.shelf
    names = [span for span in request.asked.spans if span.sort in ("body", "theme")]
    if names and (request.match.rest or len(_apart(names)) > 1):
        return None
    shown = (
        names[0].words
        if names
        else next((request.asked.tokens[place].text for place in sorted(request.match.rest)), "")
    )
    shown = _as_written(request, shown)
    for ref in shelf.documents:
        match = re.search(_BRACKETS.format(short=re.escape(shown)), shelf.text(ref.document), re.IGNORECASE)
        full = _written_out(match["before"], shown) if match else None
        if match and full:
            place = Evidence(ref.document, match.start(), match.end(), match[0], None, "")
            return Finding(
                (Line("stands_for", {"short": shown, "full": full}),),
                evidence=(place,),
                certainty="stated",
                query="names",
            )
    spelled = _in_brackets_behind(request, shown)
    if spelled is not None:
        return spelled
    for span in names:
        entity = span.entities[0]
        if entity.sort == "body" and key(entity.name) != key(shown):
            return Finding(
                (Line("stands_for", {"short": shown, "full": entity.name}),),
                certainty="stated",
                query="names",
                evidence=_of_body(request, entity.iri),
            )
        concept = shelf.lexicon.themes.get(entity.iri) or _kind_called(shown)
        if concept is not None and shown.isupper():
            return Finding(
                (Line("vocabulary", {"short": shown, "full": concept.label}),),
                status="not_in_minutes",
                query="names",
            )
    defined = _defined(request, shown)
    if defined is not None:
        return defined
    if shown.isupper() and shelf.passages.knows(key(shown)):
        return Finding((Line("not_written", {"short": shown}),), status="not_in_minutes", query="names")
    return _summary(request)


_BEHIND = r"\b{short}\b[^.()\n]{{0,30}}\((?P<full>[A-Z][^()\n]{{5,90}})\)"


def _in_brackets_behind(request: Request, short: str) -> Finding | None:
    """What is written out in brackets behind an abbreviation: «de Wpg (Wet publieke gezondheid)»."""
    if not 1 < len(short) <= _LONGEST_SHORT or not any(char.isupper() for char in short):
        return None
    for ref in request.shelf.documents:
        for match in re.finditer(_BEHIND.format(short=re.escape(short)), request.shelf.text(ref.document)):
            letters = iter(match["full"].casefold())
            starts = "".join(word[0] for word in match["full"].casefold().split())
            if starts.startswith(short[0].casefold()) and all(each in letters for each in short.casefold()):
                place = Evidence(ref.document, match.start(), match.end(), match[0], None, "")
                line = Line("stands_for", {"short": short, "full": match["full"]})
                return Finding((line,), evidence=(place,), certainty="stated", query="names")
    return None


def _apart(names: list[Span]) -> list[Span]:
    """The names that are no part of another one: of two things it is not asked what one means."""
    return [each for each in names if not any(each.places < other.places for other in names)]


_LONGEST_SHORT = 10  # letters of an abbreviation that is written out behind it
_SHORT = 6  # letters of an abbreviation, at most


def _as_written(request: Request, typed: str) -> str:
    """An abbreviation in capitals, where minutes write it so."""
    capitals = typed.upper()
    if typed.isupper() or not typed.isalpha() or len(typed) > _SHORT:
        return typed
    found = request.shelf.passages.candidates(wanted((typed,)), None)
    return capitals if any(re.search(rf"\b{capitals}\b", each.quote) for each in found) else typed


_DEFINES = (
    r"\b{word}\w{{0,3}} (?:is|zijn|betekent|wordt verstaan|wordt bedoeld)\b"
    r".{{0,40}}\b(?:een|iemand|iets|dat|die|het)\b"
)
_MEANT = r"\b(?:met|onder) {word}\w{{0,3}} (?:wordt|worden|verstaan|bedoel\w+)\b"


def _defined(request: Request, shown: str) -> Finding | None:
    """The sentence that says what a word means («Een geldezel is iemand die …»)."""
    looked = wanted((shown,)) if shown else ()
    theme = request.one("thema")
    words = {shown, theme.name if theme else shown}
    for each in request.shelf.passages.candidates((*looked, *request.theme_words), request.documents):
        for word in filter(None, words):
            patterns = (rule.format(word=re.escape(word)) for rule in (_MEANT, r"\been " + _DEFINES))
            if (
                any(re.search(pattern, each.quote, re.IGNORECASE) for pattern in patterns)
                and "?" not in each.quote
            ):
                place = each.evidence()
                line = Line("defined", {"text": each.said})
                return Finding((line,), evidence=(place,), certainty="stated", query="names")
    return None


def _kind_called(short: str) -> Concept | None:
    """The kind of body that an abbreviation of the field stands for."""
    return next((each for each in concepts("kinds.ttl") if short in each.abbreviations), None)


def _of_body(request: Request, iri: str) -> tuple[Evidence, ...]:
    rows = request.rows("bodies", "situation body", Is("body", (NamedNode(iri),)), during=request.now)
    return tuple(place for row in rows for place in request.shelf.evidence(row["situation"], request.at))


def _summary(request: Request) -> Finding | None:
    """What a theme's forms are and who spoke of it: for who asks what it is."""
    theme = request.one("thema")
    if theme is None or not theme.known:
        return None
    concept = request.shelf.lexicon.themes.get(theme.iri)
    rows = request.rows(
        "statements", "fact name words date", *request.about("thema", "theme"), during=request.while_
    )
    lines = [
        Line("quote", {"text": (row["words"] or "").rstrip("."), "name": row["name"]}) for row in rows[:3]
    ]
    values = {
        "theme": theme.name,
        "also": listed(concept.synonyms[:4] if concept else ()),
    }
    return Finding(
        (Line("theme", values), *lines),
        evidence=tuple(place for row in rows[:3] for place in request.shelf.of_fact(row["fact"])),
        certainty="stated",
        query="statements_about",
        status="answered" if lines else "not_in_minutes",
    )


ANSWERS: dict[str, Answering] = {"gaps": gaps, "changes": changes, "meaning": meaning}
