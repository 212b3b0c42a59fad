"""Facts about what is named: themes and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.mentions import Mention
from graph.facts.model import Body, Fact, Theme
from graph.facts.skos import concepts


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(label.lower() for concept in concepts("themes.ttl") for label in concept.labels)


def themes(context: Context) -> Iterator[Fact]:
    """Every theme that came up, with its forms; also one that stands inside the name of a body."""
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(context.themes, key=lambda mention: mention.start):
        forms[mention.value].append(mention)
    for label, mentions in forms.items():
        written = tuple(dict.fromkeys(context.text[mention.start : mention.end] for mention in mentions))
        first = mentions[0]
        yield Theme(
            id="", evidence=(place(context.text, first.start, first.end),),
            agenda_item=context.item_at(first.start),
            label=label, forms=written, known=label.lower() in _known(),
        )  # fmt: skip


def _cited(context: Context) -> set[int]:
    """Where the mentions start that stand in a quotation from an older plan, letter or advertisement."""
    return {
        mention.start
        for sentence in context.sentences
        for place, mention in sentence.signs.items()
        if sentence.key.is_cited(place)
    }


def bodies(context: Context, statuses: dict[str, str], levels: dict[str, str]) -> Iterator[Body]:
    """Every body that is named, with its kind and level.

    Args:
        context: The prepared document.
        statuses: What other facts say becomes of a body, by name.
        levels: The level that other facts give a body, by name.
    """
    seen: dict[str, list[Mention]] = defaultdict(list)
    cited = _cited(context)
    for mention in context.mentions:
        if mention.kind == "body" and mention.start not in cited:
            seen[mention.value].append(mention)
    described = {
        context.body_names[found.name]: found
        for found in reversed(context.bodies)
        if found.name in context.body_names
    }
    for name, mentions in seen.items():
        found = described.get(name)
        written = tuple(dict.fromkeys(context.text[mention.start : mention.end] for mention in mentions))
        first = mentions[0]
        yield Body(
            id="", evidence=(place(context.text, first.start, first.end),),
            agenda_item=context.item_at(first.start),
            name=name, forms=written, body_kind=found.kind if found else None,
            level=(found.level if found else None) or levels.get(name), status=statuses.get(name, "existing"),
        )  # fmt: skip
