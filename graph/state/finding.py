"""How a finding is made from the fact that brings it about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict, Unpack

from graph.facts.model import Statement
from graph.state.model import Finding
from graph.state.records import Said
from graph.store.identifiers import identifier

_SHORT = 90


class Details(TypedDict, total=False):
    """What else a finding may tell; `people` and `theme` as the document names them."""

    people: Iterable[str]
    theme: str | None
    what: str | None
    code: str | None
    response: str | None
    rule: str | None
    evidence: tuple[str, ...]


def finding(said: Said[Any], kind: str, subject: str, **details: Unpack[Details]) -> Finding:
    """A finding that one fact brings about, open from its meeting on."""
    minutes = said.minutes
    people = map(minutes.anybody, details.get("people", ()))
    return Finding(
        iri=identifier("finding", kind, minutes.document, said.fact.id).value,
        kind=kind,
        subject=subject,
        valid_from=minutes.date,
        theme=minutes.theme(details.get("theme")),
        body=minutes.body,
        people=tuple(filter(None, people)),
        what=details.get("what"),
        code=details.get("code"),
        response=details.get("response"),
        rule=details.get("rule"),
        evidence=details.get("evidence") or (said.iri,),
    )


def subject_of(said: Said[Statement]) -> str:
    """What a statement is about, for people.

    Its subject in the document's words, else its theme, else its beginning.
    """
    fact = said.fact
    return fact.subject or next(iter(fact.themes), None) or shortened(fact.text)


def shortened(text: str) -> str:
    """The text without its full stop, cut at a word when it is long."""
    text = text.removesuffix(".")
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0] + " …"
