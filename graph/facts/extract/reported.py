"""Who other papers give as holder of a portfolio: that is what they say, not what is so.

«In het verslag van de stuurgroep staat A als portefeuillehouder Wonen, terwijl B dat is» makes nobody
holder: it tells that two papers disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Conflict, Evidence, Fact, Portfolio
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_TURN = re.compile(r",?\s+(?:terwijl|maar)\b")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile("|".join(ontology.load_yaml("wording/portfolios.yaml")["elsewhere"]))


def is_reported(sentence: Sentence) -> bool:
    """Whether a sentence tells what stands in other minutes, or stands somewhere by mistake."""
    return bool(_elsewhere().search(sentence.key.folded))


def disputes(context: Context, held: list[Fact]) -> Iterator[Conflict]:
    """What a sentence reports of a portfolio against what it adds itself, else against who holds it here."""
    for sentence in context.sentences:
        if not ({"portfolio", "reported"} & sentence.found.keys()) or not is_reported(sentence):
            continue
        hits = [*sentence.hits("reported"), *sentence.hits("portfolio")]
        hit = next((found for found in hits if "holder" in found.slots and "theme" in found.slots), None)
        if hit:
            yield from _dispute(context, sentence, hit, held)


def _dispute(context: Context, sentence: Sentence, hit: Hit, held: list[Fact]) -> Iterator[Conflict]:
    claimed, theme = sentence.slot(hit, "holder"), sentence.slot(hit, "theme")
    turn = _TURN.search(sentence.key.folded, hit.slots["theme"][1])
    behind = sentence.span(turn.start(), turn.end())[0] if turn else sentence.end
    others = {one.value for one in sentence.of_kind("person") if one.start > behind and one.value != claimed}
    if turn and len(others) == 1:
        sides = place(context.text, sentence.start, behind), place(context.text, behind, sentence.end)
        yield _conflict(theme, claimed, others.pop(), *sides)
        return
    here = (fact for fact in held if isinstance(fact, Portfolio) and fact.theme == theme)
    other = next(
        (fact for fact in here if fact.status == "held" and fact.holder not in (None, claimed)), None
    )
    if other:
        yield _conflict(theme, claimed, other.holder, sentence.evidence, other.evidence[0])


def _conflict(
    theme: str | None, claimed: str | None, other: str | None, there: Evidence, here: Evidence
) -> Conflict:
    return Conflict(
        id="",
        evidence=(there, here),
        about=f"portefeuille {theme}",
        claim=f"elders staat {claimed} als portefeuillehouder, hier {other}",
    )
