"""Which theme a sentence means that does not name it: «deze portefeuille», «dat neemt zij over»."""

from __future__ import annotations

import re

from graph.facts.context import Context
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_PORTFOLIO = re.compile(r"\b(?:portefeuille|pfh\b)", re.IGNORECASE)


def theme_meant(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The only theme named earlier in the sentence, else in the one before, else in the item's title.

    Where the rule gives `portfolio_told`, the sentence before must be about who has a portfolio.
    """
    strict = hit.rule.gives["theme"] == "portfolio_told"
    start = sentence.span(hit.start, hit.end)[0]
    earlier = [mention.value for mention in context.themes_in(sentence) if mention.start < start]
    if earlier:
        return _only(earlier)
    for before in context.before(sentence):
        if strict and not _about_portfolios(before):
            return None
        named = [mention.value for mention in context.themes_in(before)]
        if named:
            return None if before.title and strict else _only(named)
    return None if strict else _of_title(context, sentence)


def _about_portfolios(sentence: Sentence) -> bool:
    return bool(sentence.found.get("portfolio")) or bool(_PORTFOLIO.search(sentence.text))


def _only(themes: list[str]) -> str | None:
    labels = set(themes)
    return labels.pop() if len(labels) == 1 else None


def _of_title(context: Context, sentence: Sentence) -> str | None:
    """The only theme of the title of the agenda item."""
    titles = [other for other in context.sentences if other.title and other.item == sentence.item]
    return _only([mention.value for title in titles for mention in context.themes_in(title)])
