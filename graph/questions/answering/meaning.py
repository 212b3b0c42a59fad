"""What a word stands for: an abbreviation written out, a theme explained."""

from __future__ import annotations

import re
from itertools import takewhile

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.facts.skos import Concept, concepts
from graph.questions.algebra import Is
from graph.questions.model import Finding, Line, Span
from graph.questions.passages import wanted
from graph.questions.request import Answering, Request, listed
from graph.questions.words import key

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
    spelled = _in_brackets_behind(request, shown) or _in_apposition(request, shown)
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


_APPOSED = (
    r"\b{short}\b ?[,:–-]? ?(?:voluit|oftewel|ofwel|dat is|het|de|een| )*"
    r"\b(?P<full>[A-Z][^().,;:\n]{{5,120}})"
)


def _in_apposition(request: Request, short: str) -> Finding | None:
    """What is written out right behind an abbreviation: «de IVT, het Intern Veiligheidsteam»."""
    if not 1 < len(short) <= _LONGEST_SHORT or not short.isupper():
        return None
    for ref in request.shelf.documents:
        for match in re.finditer(_APPOSED.format(short=re.escape(short)), request.shelf.text(ref.document)):
            words = list(
                takewhile(lambda each: each[0].isupper() or each in _SMALL_WORDS, match["full"].split())
            )
            while words and not words[-1][0].isupper():
                words.pop()
            initials = [each[0].casefold() for each in words if each[0].isupper()]
            full = " ".join(words)
            if match["full"].startswith(full) and len(initials) > 1 and _spell(full, initials, short):
                end = match.start("full") + len(full)
                place = Evidence(ref.document, match.start(), end, match[0][: end - match.start()], None, "")
                line = Line("stands_for", {"short": short, "full": full})
                return Finding((line,), evidence=(place,), certainty="stated", query="names")
    return None


def _spell(full: str, initials: list[str], short: str) -> bool:
    """Whether a name has all letters of an abbreviation in order, each of its words beginning with one."""
    letters = short.casefold()
    left, written = iter(letters), iter(full.casefold())
    return (
        initials[0] == letters[0]
        and all(each in left for each in initials)
        and all(each in written for each in letters)
    )


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


ANSWERS: dict[str, Answering] = {"meaning": meaning}
