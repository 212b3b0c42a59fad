"""One line of Dutch for a fact."""

from __future__ import annotations

import dataclasses

from graph.answers import wording
from graph.answers.template import fill
from graph.dutch.period import Period
from graph.facts.model import Fact
from graph.language import said

_LONG = 140
_OURS = frozenset({"claim"})
"""Fields that hold words of ours, not of the minutes."""


def summary(fact: Fact) -> str:
    """What the fact says, in one line."""
    values = {field.name: _words(fact, field.name) for field in dataclasses.fields(fact)}
    template = (
        wording.SUMMARIES.get(f"{fact.kind} {getattr(fact, 'status', '')}") or wording.SUMMARIES[fact.kind]
    )
    return _shortened(fill(template, values))


def _words(fact: Fact, name: str) -> str | None:
    value = getattr(fact, name)
    if isinstance(value, Period):
        return value.text
    if isinstance(value, tuple):
        return wording.AND.join(part for part in value if isinstance(part, str)) or None
    if not isinstance(value, str):
        return None
    if name in _OURS:
        return said(value)
    scheme = wording.CODES.get(fact.kind, {}).get(name)
    return wording.label(scheme, value) if scheme else value


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else text[:_LONG].rsplit(" ", 1)[0] + " …"
