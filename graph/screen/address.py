"""The address of a page: what its query parameters may be, and how to make a link that carries them.

A value from an address is only ever compared with values that exist. What is unknown is reported in a line
that does not repeat it: somebody may have typed a name there that has no business on a screen. A question and
words to search for are repeated, but masked (`asked_text`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlencode, urlsplit

import streamlit as st

from graph.answers.model import Evidence, FactMark, Figure
from graph.questions import masked
from graph.screen import wording

DATE = "peildatum"
LANGUAGE = "taal"
THEME = "thema"
ANSWER = "antwoord"
SEVERITY = "ernst"
KIND = "soort"
RULE = "regel"
SOURCE = "bron"
DOCUMENT = "document"
FACT = "feit"
PLACE = "plek"
QUERY = "zoekvraag"
QUESTION = "vraag"
WORDS = "woorden"
SOME = "deel"
COUNT = "aantal"
SINCE_YEAR = "vanaf"
UNTIL_YEAR = "tot-en-met"
STATUS = "stand"
BODY = "overleg"
OWNER = "wie"
KEY = "sleutel"
FOCUS = "focus"
VIEW = "weergave"
STEPS = "stappen"
LEVEL = "niveau"
STATE = "toestand"
COMPARE = "vergelijk"
CHOSEN = "gekozen"
FROM = "van"
TO = "tot"

PAGE_OF = {"person": "persoon", "body": "orgaan", "theme": "onderwerp"}
"""Sort of thing → the page that shows one."""

SOURCES: dict[str, bool] = {"verslag": True, "regel": False}

_DECISION = re.compile(r"besluit-b-[0-9a-f]{12}")
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a value that exists, or none; and whether it asked for one that does not."""

    value: str | None
    unknown: bool = False


def asked(name: str, allowed: Container[str]) -> Asked:
    """The parameter `name` if it is one of the allowed values."""
    value = _raw(name)
    if value is None:
        return Asked(None)
    return Asked(value) if value in allowed else Asked(None, unknown=True)


def asked_decision() -> str | None:
    """The id of what a decision of a person tells, where the address points at one."""
    value = _raw(DOCUMENT) or ""
    return value if _DECISION.fullmatch(value) else None


def asked_place(length: int) -> tuple[int, int] | None:
    """The stretch of text that the address points at; None when it gives none, or one outside the text."""
    match = _PLACE.fullmatch(_raw(PLACE) or "")
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= length else None


def asked_date(name: str) -> Asked:
    """The parameter `name` if it is a day that exists, written as an ISO date."""
    value = _raw(name)
    if value is None:
        return Asked(None)
    return Asked(value) if is_date(value) else Asked(None, unknown=True)


def asked_text(name: str) -> str:
    """A question or words to search for, as they may be shown; in the address too, persons are masked."""
    typed = st.query_params.get(name) or ""
    shown = masked(typed)
    if shown != typed:
        put(name, shown or None)
    return shown


def asked_number(name: str, least: int, most: int) -> int:
    """The parameter `name` as a number from least to most; the least when it is none."""
    value = _raw(name) or ""
    return min(max(int(value), least), most) if value.isascii() and value.isdigit() else least


def is_date(text: str) -> bool:
    """Whether the text is an ISO date of a day that exists."""
    return bool(_DAY.fullmatch(text)) and wording.date_in_words(text) != text


def has(name: str) -> bool:
    """Whether the address has the parameter at all."""
    return _raw(name) is not None


def written(name: str) -> str | None:
    """The parameter as it stands there: to be compared with what exists, never shown."""
    return _raw(name)


def put(name: str, value: str | None) -> None:
    """Write a parameter into the address; None takes it out."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def show() -> None:
    """Let the browser show the address: it does not when a link leads from a page to that same page."""
    st.query_params.from_dict(st.query_params.to_dict())


def _raw(name: str) -> str | None:
    value = st.query_params.get(name)
    return value[:_LONGEST] if value else None


def path() -> str:
    """The page that the address asks for, whether it exists or not; empty where it asks for none."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return unquote(urlsplit(st.context.url or "").path).strip("/").removeprefix(base).strip("/")


def page_file(page: str) -> str:
    """Where a page's script is, as seen from the app's entry."""
    return f"graph/screen/pages/{page}.py"


def to_sentence(found: Evidence) -> dict[str, str]:
    """The parameters of the Verslag page that lead to this sentence."""
    fact = {FACT: fact_key(found.fact)} if found.fact else {}
    return _with_shared({DOCUMENT: found.document, **fact, PLACE: f"{found.start}-{found.end}"})


def to_question(question: str) -> dict[str, str]:
    """The parameters of the Vraag page that ask this."""
    return _with_shared({QUESTION: question})


def to_search(words: str) -> dict[str, str]:
    """The parameters of the Zoeken page that look for this."""
    return _with_shared({WORDS: words})


def to_place(document: str, start: int, end: int) -> dict[str, str]:
    """The parameters of the Verslag page that lead to a stretch of a document's text."""
    return _with_shared({DOCUMENT: document, PLACE: f"{start}-{end}"})


def to_all() -> dict[str, str]:
    """The parameters of a page without any filter but what holds on all pages."""
    return _with_shared({})


def to_document(document: str) -> dict[str, str]:
    """The parameters of the Verslag page that open this document."""
    return _with_shared({DOCUMENT: document})


def to_mark(document: str, mark: FactMark) -> dict[str, str]:
    """The parameters of the Verslag page that lead to where this fact stands."""
    return _with_shared({DOCUMENT: document, FACT: fact_key(mark.fact), PLACE: f"{mark.start}-{mark.end}"})


def to_meeting(document: str) -> dict[str, str]:
    """The parameters of the Vergadering page that open this meeting."""
    return to_document(document)


def to_thing(iri: str) -> dict[str, str]:
    """The parameters of the page of a person, body or theme."""
    return _with_shared({KEY: fact_key(iri)})


def to_focus(iri: str) -> dict[str, str]:
    """The parameters of the map that show this thing and what is around it."""
    return _with_shared({FOCUS: fact_key(iri)})


def asked_key() -> str | None:
    """The key of the thing that the address points at, as it stands there: to be looked up, never shown."""
    return _raw(KEY)


def to_portfolios(
    *, theme: str | None = None, body: str | None = None, person: str | None = None
) -> dict[str, str]:
    """The parameters of the Portefeuilles page that show those of a theme, body or person, by IRI."""
    wanted = {THEME: theme, BODY: body, OWNER: person}
    return _with_shared({name: fact_key(iri) for name, iri in wanted.items() if iri})


def to_promises(owner: str, status: str) -> dict[str, str]:
    """The parameters of the Toezeggingen page that show what stands so of who goes by this name."""
    return _with_shared({OWNER: owner, STATUS: status})


def to_changes(start: str, end: str) -> dict[str, str]:
    """The parameters of the page with what changed between two days."""
    return _with_shared({FROM: start, TO: end})


def to_figure(figure: Figure) -> dict[str, str]:
    """The parameters of the page that a figure of the overview counts."""
    if figure.filter is None:
        return to_all()
    if figure.page == "toezeggingen":
        return _with_shared({STATUS: figure.filter})
    if figure.page == "portefeuilles":
        return _with_shared({ANSWER: figure.filter})
    return _with_shared({_gap_parameter(figure.filter): figure.filter})


def _gap_parameter(value: str) -> str:
    if value in wording.SEVERITIES:
        return SEVERITY
    if value in SOURCES:
        return SOURCE
    return KIND if value in wording.GAP_KINDS else RULE


def href(page: str, parameters: Mapping[str, str]) -> str:
    """A link for use in HTML; page names and parameters are encoded, not escaped."""
    return f"{page}?{urlencode(dict(parameters))}"


def fact_key(iri: str) -> str:
    """The last part of a fact's IRI, which is what addresses carry."""
    return iri.rstrip("/").rsplit("/", 1)[-1]


def _with_shared(parameters: dict[str, str]) -> dict[str, str]:
    """With what holds on all pages: the date and the language."""
    kept = {name: chosen for name in (DATE, LANGUAGE) if (chosen := _raw(name))}
    return parameters | kept
