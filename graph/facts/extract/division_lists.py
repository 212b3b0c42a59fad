"""What the lines of a list of portfolios tell where no rule reads them: who has a theme, or had it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from graph import ontology
from graph.facts import portfolio_lists
from graph.facts.context import Context
from graph.facts.extract.make import LONGEST_EVIDENCE, place
from graph.facts.model import Evidence, Portfolio
from graph.facts.portfolio_lists import Listed, Span
from graph.facts.sentence import tag
from graph.facts.slots import SIGNS
from graph.facts.template import folded

_FOR_NOW = re.compile(r"\s+(?:ad interim|a\.i\.|tijdelijk|waarnemend)$")
_FROM = re.compile(r"\s*\((?:was|van|voorheen|eerder)?:?\s*$")


@cache
def _told() -> tuple[re.Pattern[str], ...]:
    """What may stand behind a theme, in the order in which it counts; P is a person."""
    said: list[str] = ontology.load_yaml("wording/portfolios.yaml")["division"]["told"]
    return tuple(re.compile(pattern.replace("P:", f"[{SIGNS['person']}]")) for pattern in said)


def portfolios(context: Context, read: list[Portfolio]) -> Iterator[Portfolio]:
    """The portfolios of every line, but for what was `read` of that line already."""
    for listed in portfolio_lists.lists(context.minutes, _is_somebody(context)):
        here = [one for one in read if _is_within(one.evidence[0], listed)]
        found = list(_of_holder(context, listed) if listed.holder_first else _of_theme(context, listed))
        known = {(one.holder, one.status) for one in here}
        if (
            not listed.holder_first
            and any(one.holder for one in here)
            and not any(one.holder for one in found)
        ):
            continue
        themes = {(one.theme or "").lower() for one in here} if listed.holder_first else set()
        for one in found:
            same = (one.holder, one.status) in known
            if not (same and (not listed.holder_first or (one.theme or "").lower() in themes)):
                yield one


def _is_somebody(context: Context) -> Callable[[str], bool]:
    """Whether words are, as they stand, how the document names a person."""
    named = (context.text[m.start : m.end] for m in context.mentions if m.kind == "person")
    names = {words.strip().lower() for words in named}
    return lambda words: words.strip().lower() in names


def _is_within(evidence: Evidence, listed: Listed) -> bool:
    return listed.start <= evidence.start < listed.end


def _theme(context: Context, label: str, span: Span) -> str:
    """The theme under its own name where it is known, else as the list says it."""
    whole = next((m.value for m in context.themes if (m.start, m.end) == span), None)
    return whole or label[:1].upper() + label[1:]


def _of_holder(context: Context, listed: Listed) -> Iterator[Portfolio]:
    """The themes of one holder: «Post: Jeugd (had zij al) en nu ook Sport (van Vos)»."""
    left = next(
        (m.value for m in context.mentions_in(*listed.told) if m.kind == "person"),
        None,
    )
    for label, (start, end) in listed.themes:
        bare = _FOR_NOW.sub("", label)
        held = _made(context, listed, _theme(context, bare, (start, start + len(bare))), left)
        yield held if bare == label else replace(held, capacity="acting")
        behind = next((m for m in context.mentions_from(end) if m.kind == "person"), None)
        if behind and behind.start < listed.end and _FROM.fullmatch(context.text, end, behind.start):
            yield _made(context, listed, held.theme, behind.value, "handed_over")


def _of_theme(context: Context, listed: Listed) -> Iterator[Portfolio]:
    """Who has, or had, the theme with which a line begins; or that nobody has it."""
    first = next(iter(context.sentences_in(listed.start, listed.end)), None)
    start, end = listed.told[0], min(listed.told[1], first.end if first else listed.end)
    mentions = [m for m in context.mentions_in(start, end) if m.kind == "person"]
    tagged, signs = tag(folded(context.text), start, end, mentions)
    match = next(filter(None, (pattern.match(tagged) for pattern in _told())), None)
    if match is None:
        return
    theme = _theme(context, *listed.themes[0])
    for slot, status in (("holder", "held"), ("predecessor", "handed_over"), ("gone", "ended")):
        if slot in match.re.groupindex and match[slot]:
            yield _made(context, listed, theme, signs[match.start(slot)].value, status)
    if "open" in match.re.groupindex and match["open"]:
        yield _made(context, listed, theme, None, "vacant")


def _made(
    context: Context, listed: Listed, theme: str | None, holder: str | None, status: str = "held"
) -> Portfolio:
    first = next(iter(context.sentences_in(listed.start, listed.end)), None)
    end = min(first.end if first else listed.end, listed.start + LONGEST_EVIDENCE)
    return Portfolio(
        id="",
        evidence=(place(context.text, listed.start, end),),
        agenda_item=context.item_at(listed.start),
        theme=theme,
        holder=holder,
        capacity="holder" if holder else None,
        status=status,
    )
