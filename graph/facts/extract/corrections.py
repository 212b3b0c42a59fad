"""That earlier minutes of the same body were wrong about who was there."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.model import Correction


def corrections(context: Context) -> Iterator[Correction]:
    """Each person whose presence earlier minutes told wrongly, with what is right."""
    for sentence, hit in context.found("correction"):
        for mention in sentence.mentions_in(hit, "person", "person"):
            yield Correction(**common(sentence), person=mention.value, status=hit.rule.gives["status"])
