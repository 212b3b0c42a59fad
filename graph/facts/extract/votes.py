"""More votes counted than there were people: the number of votes, or that of those present, is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import LONGEST_EVIDENCE, place
from graph.facts.model import Conflict, Evidence, Reason

_COUNTED = Reason(
    "votes-counted",
    "De stemmen voor, tegen en blanco zijn opgeteld; het zijn er meer dan er aanwezigen zijn.",
)
_WHO = r"(?:stemgerechtigde )?(?:leden|raadsleden|personen|stemgerechtigden|deelnemers)"
_PRESENT = re.compile(
    rf"\b(?P<a>\d{{1,3}}) {_WHO}(?: (?:zijn|waren))? aanwezig\b|\b(?P<b>\d{{1,3}}) aanwezigen\b"
    rf"|\baanwezig(?: zijn| waren)?:?\s+(?P<c>\d{{1,3}}) {_WHO}\b",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"\b(?P<yes>\d{1,3}) (?:stemmen |leden )?(?:voor|vóór)\b[^.;\n]{0,25}?"
    r"\b(?P<no>\d{1,3}) (?:stemmen |leden )?tegen\b"
    r"(?:[^.;\n]{0,25}?\b(?P<none>\d{1,3}) (?:onthouding\w*|blanco|stemden blanco))?",
    re.IGNORECASE,
)
_FOR_OTHERS = re.compile(
    r"volmacht|machtig|gewogen stem|stemgewicht|stemmen per|digitaal gestemd", re.IGNORECASE
)
_FEWEST_LISTED = 7  # names of a list that holds all who may vote; shorter ones name a board alone
_MOST_MORE = 1.5  # times as many votes as names: else the list did not name all who were there


def conflicts(context: Context) -> Iterator[Conflict]:
    """One for each vote with more votes than people; none where somebody may vote for others."""
    if _FOR_OTHERS.search(context.text):
        return
    there = _stated(context) or _listed(context)
    if there is None:
        return
    number, evidence, most = there
    for match in _VOTES.finditer(context.text):
        votes = sum(int(match[part] or 0) for part in ("yes", "no", "none"))
        if number < votes <= most:
            yield Conflict(
                id="",
                evidence=(place(context.text, *match.span()), evidence),
                certainty="inferred",
                reason=_COUNTED,
                about="aantal stemmen",
                claim=f"{votes} stemmen geteld, {number} aanwezigen",
            )


def _stated(context: Context) -> tuple[int, Evidence, float] | None:
    """How many the minutes say were there, where they give one number."""
    found = [
        (int(match["a"] or match["b"] or match["c"]), match) for match in _PRESENT.finditer(context.text)
    ]
    if len({number for number, _ in found}) != 1:
        return None
    number, match = found[0]
    return number, place(context.text, *match.span()), float("inf")


def _listed(context: Context) -> tuple[int, Evidence, float] | None:
    """How many stand on the lists of those present, guests too, where these are long."""
    lists = [
        found for found in context.minutes.lists if found.role in ("present", "guests") and found.entries
    ]
    names = {
        entry.name.full
        for found in context.minutes.lists
        if found.role != "absent"
        for entry in found.entries
    }
    if len(names) < _FEWEST_LISTED or not lists:
        return None
    first, last = lists[0].entries[0].start, lists[0].entries[-1].end
    evidence = place(context.text, first, min(last, first + LONGEST_EVIDENCE))
    return len(names), evidence, len(names) * _MOST_MORE
