"""What the lines of a list of portfolios tell where no rule reads them: who has a theme, or had it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph import ontology
from graph.facts import portfolio_lists
from graph.facts.context import Context
from graph.facts.extract.make import LONGEST_EVIDENCE, place
from graph.facts.model import Portfolio
from graph.facts.portfolio_lists import Listed, Span
from graph.facts.sentence import tag, within
from graph.facts.slots import SIGNS
from graph.facts.template import folded


@dataclass(frozen=True, slots=True)
class _Told:
    """What may stand behind a theme, in order; what is held for now; before who had it."""

    behind: tuple[re.Pattern[str], ...]
    for_now: re.Pattern[str]
    acting: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _told() -> _Told:
    said = ontology.load_yaml("wording/portfolios.yaml")["division"]
    behind = (re.compile(pattern.replace("P:", f"[{SIGNS['person']}]")) for pattern in said["told"])
    for_now, acting, before = (re.compile(said[each]) for each in ("for_now", "acting", "before_predecessor"))
    return _Told(tuple(behind), for_now, acting, before)


def portfolios(context: Context, read: Iterable[Portfolio]) -> Iterator[Portfolio]:
    """The portfolios of every line, but for what was `read` of that line already.

    A rule that read who has the theme with which a line begins knows better than that nobody has it.
    """
    ordered = sorted(read, key=_start)
    said = folded(context.text)
    for listed in portfolio_lists.lists(context.minutes, _is_somebody(context)):
        first, last = (bisect_left(ordered, at, key=_start) for at in (listed.start, listed.end))
        here = ordered[first:last]
        found = _of_holder(context, listed) if listed.holder_first else _of_theme(context, listed, said)
        told = {_same(one, listed) for one in here}
        held = not listed.holder_first and any(one.holder for one in here)
        yield from (one for one in found if _same(one, listed) not in told and (one.holder or not held))


def _start(one: Portfolio) -> int:
    return one.evidence[0].start


def _same(one: Portfolio, listed: Listed) -> tuple[str | None, str, str | None]:
    """By what two facts of one line tell the same; a line with the holder first has several themes."""
    return one.holder, one.status, (one.theme or "").lower() if listed.holder_first else None


def _is_somebody(context: Context) -> Callable[[str], bool]:
    """Whether words are, as they stand, how the document names a person."""
    named = (context.text[m.start : m.end] for m in context.mentions if m.kind == "person")
    names = {words.strip().lower() for words in named}
    return lambda words: words.strip().lower() in names


def _theme(context: Context, label: str, span: Span) -> str:
    """The theme under its own name where it is known, else as the list says it."""
    inside = within(context.themes, context.theme_starts, *span)
    whole = next((m.value for m in inside if (m.start, m.end) == span), None)
    return whole or label[:1].upper() + label[1:]


def _of_holder(context: Context, listed: Listed) -> Iterator[Portfolio]:
    """The themes of one holder: «Post: Jeugd (had zij al) en nu ook Sport (van Vos)»."""
    left = next((m.value for m in context.mentions_in(*listed.told) if m.kind == "person"), None)
    for label, (start, end) in listed.themes:
        bare = _told().for_now.sub("", label)
        held = _made(context, listed, _theme(context, bare, (start, start + len(bare))), left)
        yield held if bare == label else replace(held, capacity="acting")
        behind = next((m for m in context.mentions_from(end) if m.kind == "person"), None)
        if behind and behind.start < listed.end and _told().before.fullmatch(context.text, end, behind.start):
            yield _made(context, listed, held.theme, behind.value, "handed_over")


def _of_theme(context: Context, listed: Listed, said: str) -> Iterator[Portfolio]:
    """Who has, or had, the theme with which a line begins; or that nobody has it. `said`: the folded text."""
    first = next(iter(context.sentences_in(listed.start, listed.end)), None)
    start, end = listed.told[0], min(listed.told[1], first.end if first else listed.end)
    mentions = [m for m in context.mentions_in(start, end) if m.kind == "person"]
    tagged, signs = tag(said, start, end, mentions)
    match = next(filter(None, (pattern.match(tagged) for pattern in _told().behind)), None)
    if match is None:
        return
    theme = _theme(context, *listed.themes[0])
    for slot, status in (("holder", "held"), ("predecessor", "handed_over"), ("gone", "ended")):
        if slot in match.re.groupindex and match[slot]:
            made = _made(context, listed, theme, signs[match.start(slot)].value, status)
            acting = slot == "holder" and _told().acting.match(tagged, match.end(slot))
            yield replace(made, capacity="acting") if acting else made
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
