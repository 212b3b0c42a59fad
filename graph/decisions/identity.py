"""What came of decisions about who is who, once it is known who is who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.decisions.apply import Applied
from graph.decisions.effect import Effect

_STILL_TWO = "de twee zijn niet één geworden"
_STILL_ONE = "de twee zijn toch één: een ander besluit zegt dat, of ze zijn niet uit elkaar te houden"


def with_identity(applied: Applied, effect: Effect, entity_of: Mapping[str, str]) -> Applied:
    """The same, with what identity decisions speak of in vain, and those that have no effect.

    `entity_of`: each address of a person, body or theme, or of a mention → what it stands for.
    """
    gone: set[str] = set()
    problems: dict[str, str] = {}
    for decision in effect.standing:
        if decision.kind not in {"same", "different"}:
            continue
        one, other = (entity_of.get(iri) for iri in decision.targets)
        if one is None or other is None:
            gone |= {iri for iri in decision.targets if iri not in entity_of}
        elif (one == other) != (decision.kind == "same"):
            problems[decision.id] = _STILL_TWO if decision.kind == "same" else _STILL_ONE
    return replace(applied, gone=applied.gone | gone, problems={**applied.problems, **problems})
