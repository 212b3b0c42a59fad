"""Answers as the JSON of the command-line contract.

Its fields and no others, null where a field does not apply.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from graph.answers import model

_NOT_IN_CONTRACT: dict[type, frozenset[str]] = {
    model.Evidence: frozenset({"fact", "decision"}),
    model.Change: frozenset({"body", "key"}),
    model.PortfolioRow: frozenset({"theme_iri", "is_portfolio_theme", "iri", "body_iri"}),
    model.Holder: frozenset({"iri"}),
    model.CoverageRow: frozenset({"iri", "theme_iri"}),
    model.Gap: frozenset({"finding"}),
    model.PromiseRow: frozenset({"owners", "mentioned_on", "rule", "iri"}),
}
_RENAMED: dict[type, dict[str, str]] = {model.Due: {"start": "from", "end": "to"}}


def as_json(value: Any) -> Any:
    """The value as JSON knows it: rows become objects, tuples lists."""
    if is_dataclass(value) and not isinstance(value, type):
        left_out, renamed = _NOT_IN_CONTRACT.get(type(value), frozenset()), _RENAMED.get(type(value), {})
        return {
            renamed.get(field.name, field.name): as_json(getattr(value, field.name))
            for field in fields(value)
            if field.name not in left_out
        }
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value
