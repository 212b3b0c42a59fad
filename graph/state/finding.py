"""How a finding is made from the fact that brings it about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.facts.model import Statement
from graph.state.model import Finding
from graph.state.records import F, Said
from graph.store.identifiers import identifier

_SHORT = 90


def finding(
    said: Said[F],
    kind: str,
    *,
    subject: str,
    people: Iterable[str] = (),
    theme: str | None = None,
    what: str | None = None,
    code: str | None = None,
    response: str | None = None,
    rule: str | None = None,
    evidence: Sequence[str] = (),
) -> Finding:
    """A finding from one fact, open from its meeting on. `people` and `theme` as the document names them."""
    minutes = said.minutes
    return Finding(
        iri=identifier("finding", kind, minutes.document, said.fact.id).value,
        kind=kind,
        subject=subject,
        valid_from=minutes.date,
        theme=minutes.theme(theme),
        body=minutes.body,
        people=tuple(filter(None, map(minutes.anybody, people))),
        what=what,
        code=code,
        response=response,
        rule=rule,
        evidence=tuple(evidence) or (said.iri,),
    )


def subject_of(said: Said[Statement]) -> str:
    """What a statement is about, for people: its subject in the document's words, else its theme, else its beginning."""
    fact = said.fact
    return fact.subject or next(iter(fact.themes), None) or shortened(fact.text)


def shortened(text: str) -> str:
    """The text, cut at a word when it is long."""
    if len(text) <= _SHORT:
        return text
    return text[:_SHORT].rsplit(" ", 1)[0] + " …"
