"""Who holds a portfolio, and which are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.model import Evidence, Fact, Portfolio
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_PROFILE = re.compile(r"^\W*(?:iemand|een bestuurder|een collega|bij voorkeur|het liefst)\b", re.IGNORECASE)


def portfolios(context: Context) -> Iterator[Fact]:
    """Portfolio facts; of several rules that match one sentence about one theme, the first counts."""
    seen: set[tuple[int, str | None, str | None]] = set()
    for sentence, hit in context.found("portfolio"):
        made = _portfolio(context, sentence, hit)
        key = (sentence.number, made.theme, None if made.theme else made.holder) if made else None
        if made and key not in seen and key is not None:
            seen.add(key)
            yield made


def _portfolio(context: Context, sentence: Sentence, hit: Hit) -> Portfolio | None:
    gives = hit.rule.gives
    vacant = gives["status"] == "vacant"
    holder = None if vacant else _holder(sentence, hit)
    if not vacant and holder is None:
        return None
    profile = _profile(context, sentence) if vacant else None
    date = context.period(sentence.mention_in(hit, "date"))
    return Portfolio(
        **common(sentence, *([profile] if profile else [])),
        theme=sentence.slot(hit, "theme"),
        body=sentence.slot(hit, "body"),
        holder=holder,
        capacity=gives.get("capacity"),
        status=gives["status"],
        requested_by=sentence.speakers[0] if vacant and len(sentence.speakers) == 1 else None,
        requested_profile=profile.quote.rstrip(".") if profile else None,
        start=date if gives.get("from") == "date" else None,
        end=date if gives.get("to") == "date" else None,
    )


def _holder(sentence: Sentence, hit: Hit) -> str | None:
    """The person in the slot; for «zij als portefeuillehouder» the one who speaks."""
    if "who" in hit.slots:
        return sentence.speakers[0] if len(sentence.speakers) == 1 else None
    return sentence.slot(hit, "holder")


def _profile(context: Context, sentence: Sentence) -> Evidence | None:
    """The next sentence, when it says what kind of person is wanted."""
    following = next(iter(context.after(sentence)), None)
    if following and following.paragraph == sentence.paragraph and _PROFILE.match(following.text):
        return following.evidence
    return None
