"""Which theme a sentence means that does not name it: «deze portefeuille», «dat neemt zij over»."""

from __future__ import annotations

import re

from graph.facts.context import Context
from graph.facts.mentions import Mention
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_PORTFOLIO = re.compile(
    r"\b(?:portefeuille|pfh\b|bestuurlijke? (?:\w*trekker|afzender|eigenaar|aanspreekpunt))", re.IGNORECASE
)

_SIGN = re.compile(r" ?(?::|->|→|–)| [-|] ")
_LEAD_IN = re.compile(
    r"\W*(?:over|voor|bij|inzake|wat|wat betreft)?\W*(?:(?:het|de) )?(?:thema |portefeuille |dossier )?",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\bwie\b.*\b(?:over\b.*\b(?:gaat|gaan)|verantwoordelijk|portefeuille\w*|\w*trekker|trekt|eigenaar|aanspreekpunt"
    r"|pakt|doet|op zich|neemt|bestuurlijk)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"; |, (?:maar|terwijl|en) ")
_NAMED = re.compile(
    r"\b(?:dit|deze|dat|die) (?:thema|onderwerp|dossier|portefeuille|taakveld)\b", re.IGNORECASE
)
_FAR, _ITEM = 6, 20  # sentences of a line, of an item


def theme_meant(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The only theme named earlier in the sentence, else in the one before, else in the item's title.

    Where the rule gives `portfolio_told`, the sentence before must be about who has a portfolio, or ask that.
    """
    labelled = of_label(context, sentence)
    if labelled:
        return labelled
    strict = hit.rule.gives["theme"] == "portfolio_told"
    start = sentence.span(hit.start, hit.end)[0]
    earlier = [mention for mention in context.themes_in(sentence) if mention.start < start]
    if earlier:
        return _only([mention.value for mention in _nearest(context, earlier, start)])
    for before in _spoken_of(context, sentence):
        if strict and not (_about_portfolios(context, before) or _ASKED.search(before.text)):
            break
        named = [mention.value for mention in context.themes_in(before)]
        if named:
            return None if before.title and strict else _only(named)
    return None if strict and not _of_its_portfolio(context, sentence) else _of_title(context, sentence)


def _nearest(context: Context, earlier: list[Mention], end: int) -> list[Mention]:
    """The themes of the clause nearest before a place: «A houdt X, maar geeft Y weg; B neemt dat over»."""
    last = earlier[-1].start
    begins = [
        earlier[0].start,
        *(match.end() for match in _CLAUSE.finditer(context.text, earlier[0].start, end)),
    ]
    clause = max(place for place in begins if place <= last)
    return [mention for mention in earlier if mention.start >= clause]


def _spoken_of(context: Context, sentence: Sentence) -> list[Sentence]:
    """The sentences before that may name what is meant: of «dit thema» the nearest with any."""
    if not _NAMED.search(sentence.text):
        return context.before(sentence)
    before = [each for each in context.before(sentence, _FAR) if each.paragraph == sentence.paragraph]
    return [each for each in before if context.themes_in(each)][:1] or context.before(sentence)


def of_label(context: Context, sentence: Sentence) -> str | None:
    """The theme that the sentence's line begins with: «Wonen: blijft bij A. B is zijn vervanger»."""
    first = sentence
    for other in context.before(sentence, _FAR):
        if other.paragraph == sentence.paragraph:
            first = other
    for mention in context.themes_in(first):
        before, behind = context.text[first.start : mention.start], context.text[mention.end : first.end]
        if not re.search(r"\w", before) or _LEAD_IN.fullmatch(before):
            alone = first is not sentence and not re.search(r"\w", behind)  # «Wonen. A is er voor.»
            return mention.value if alone or _SIGN.match(behind) else None
    return None


_THE_PORTFOLIO = re.compile(
    r"\b(?:de|het|dit|deze|dat|die|haar|zijn) (?:vaste |eigen )?(?:portefeuille|dossier)\b", re.IGNORECASE
)
_NEAR = 3  # sentences before, in the same item


def _of_its_portfolio(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the portfolio of its item's theme: it says so, or those before it do."""
    before = [
        each for each in context.before(sentence, _NEAR) if each.item == sentence.item and not each.title
    ]
    return bool(
        _THE_PORTFOLIO.search(sentence.text)
        or _PORTFOLIO.search(sentence.text)
        or any(_PORTFOLIO.search(each.text) for each in before)
    )


def _about_portfolios(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells of portfolios, or stands in an item about them."""
    if sentence.found.get("portfolio") or _PORTFOLIO.search(sentence.text):
        return True
    titles = (other.text for other in context.before(sentence, _ITEM) if other.title)
    return any(_PORTFOLIO.search(title) for title in titles)


def _only(themes: list[str]) -> str | None:
    labels = set(themes)
    return labels.pop() if len(labels) == 1 else None


def _of_title(context: Context, sentence: Sentence) -> str | None:
    """The only theme of the title of the agenda item."""
    titles = [other for other in context.sentences if other.title and other.item == sentence.item]
    return _only([mention.value for title in titles for mention in context.themes_in(title)])
