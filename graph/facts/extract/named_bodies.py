"""Which body a rule about structure means, where its words are no name: «deze werkgroep», «één weegtafel»."""

from __future__ import annotations

import re

from graph.facts import body_kinds
from graph.facts.context import Context
from graph.facts.extract.meant import body_of_kind, is_of_kind
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit


def each_called(sentence: Sentence, hit: Hit, noun: str) -> list[str]:
    """The names behind a noun for several bodies: «drie werkgroepen: zorg, jeugd en wonen»."""
    one = body_kinds.singulars().get(noun.lower())
    behind = _NAMES.search(sentence.text, sentence.span(*hit.slots.get("body", (0, 0)))[1] - sentence.start)
    return [f"{one} {name}" for name in _BETWEEN.split(behind["names"].strip())] if one and behind else []


_NAMES = re.compile(
    r"[^:.;]{0,30}:\s*(?P<names>[\w'/-]+(?: [\w'/-]+)?(?:(?:, | en )[\w'/-]+(?: [\w'/-]+)?){1,8})\s*\.?$"
)
_BETWEEN = re.compile(r", (?:en )?| en ")


_THIS = re.compile(r"\b(?:dit|deze|ons|onze)\s+$")
_CALLED = re.compile(r"[^,;:.]{0,40},\s*(?:de|het|genaamd|namelijk (?:de|het))\s+(?=.\s*(?:[,.;)]|$))")


def this_or_called(context: Context, sentence: Sentence, hit: Hit, slot: str) -> str | None:
    """The body that meets where «dit overleg» means it; the name behind «een adviesteam, het Team Bibob»."""
    first, last = hit.slots.get(slot, (0, 0))
    noun = sentence.between(first, last) if first < last and first not in sentence.signs else ""
    own = context.own_body
    if not noun:
        return None
    if own and _THIS.search(sentence.key.folded, 0, first) and is_of_kind(own, noun.lower()):
        return own
    behind = _CALLED.match(sentence.key.folded, last)
    called = sentence.signs.get(behind.end()) if behind else None
    return called.value if called and called.kind == "body" else None


def named(context: Context, sentence: Sentence, body: str) -> str | None:
    """A body by its name: «de werkgroep» is the only one of that noun in the sentences before.

    «een werkgroep» is a new one; so is «de klankbordgroep» where the document names none.
    """
    noun = body.lower()
    if noun not in body_kinds.wording()["bare"]:
        return body
    if _ONE.search(sentence.text.lower().partition(noun)[0]):
        return body
    earlier = (mention.value for other in context.before(sentence, 3) for mention in other.of_kind("body"))
    alike = {name for name in earlier if name != body and name.lower().startswith(noun)}
    if len(alike) == 1:
        return alike.pop()
    known = any(is_of_kind(name, noun) for name in (*context.body_names.values(), context.own_body or ""))
    return body if noun in body_kinds.wording()["alone"] and not known else None


_ONE = re.compile(r"\b(?:een|één)\s+(?:[a-zà-ÿ]+e\s+)?$")


def object_of(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The other body by its name: «de programmaraad» is the one that can be meant, else it stays bare."""
    if hit.rule.gives.get("object") == "told":
        return _begun_before(context, sentence)
    found = (sentence.slot(hit, "object") or "").strip()
    if hit.rule.gives["relation"] == "one_per":
        return body_kinds.one_of(found) or None
    if named := this_or_called(context, sentence, hit, "object"):
        return named
    if not found or not body_kinds.is_kind(found):
        return found or None
    return body_of_kind(context, sentence, found, sentence.span(*hit.slots["object"])[0]) or found


def _begun_before(context: Context, sentence: Sentence) -> str | None:
    """The body of which the sentences right before tell that it begins, where it is only one."""
    for other in context.before(sentence, 2):
        begun = [hit for hit in other.hits("structure") if hit.rule.gives["relation"] == "starts"]
        found = {name for hit in begun if (name := other.slot(hit, "body"))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
