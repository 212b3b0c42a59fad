"""Who will do what is promised, and whether what is said in the present tense is a promise."""

from __future__ import annotations

import re

from graph import ontology
from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_PLURAL = re.compile(r"\b(?:zij|ze)\s+\w+en\b|\b\w+en\s+(?:zij|ze)\b", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:hier|daar)(?:over|mee|voor|naar|toe)\b")  # what was just spoken of
_NAME = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][a-zà-ÿ]+ (?:(?:van|de|der|den|el|ter|ten) )*[A-ZÀ-Þ][a-zà-ÿ]+")


def who_does(context: Context, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """The owners of a promise: whom the rule found, the body, who speaks, or whom a pronoun stands for."""
    named = tuple(name for slot in ("owner", "owner2") if (name := sentence.slot(hit, slot)))
    named = _behind_the_verb(sentence, hit) or named
    if named:
        return tuple(context.people.called(name) or name for name in named)
    who = hit.rule.gives.get("owner")
    if who == "body":
        body = sentence.slot(hit, "body")
        return (body,) if body else ()
    if who != "speaker":
        return ()
    if "pronoun" not in hit.slots:
        return sentence.speakers
    return _pointed_out(context, sentence, hit) or (
        () if _somebody_unknown(context, sentence) else sentence.speakers
    )


_GOVERNED = re.compile(
    r"\b(?:namens|van|voor|met|aan|bij|door|naast)\s+(?:de |het )?(?:[a-z]+ )?$", re.IGNORECASE
)
_VERB = re.compile(
    r"\s+\w+\s+(?:(?:ook|dan|daarom|nog) )?(?:(?:de )?(?:wethouder|burgemeester|heer|collega) )?"
)


def _behind_the_verb(sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """Who really does it: «op verzoek van A zal B …», «namens A stuurt B …»."""
    owner = sentence.mention_in(hit, "owner")
    if owner is None or owner.kind != "person":
        return ()
    if not _GOVERNED.search(sentence.text[: owner.start - sentence.start]):
        return ()
    following = next((each for each in sentence.of_kind("person") if each.start >= owner.end), None)
    if following is None:
        return ()
    between = sentence.text[owner.end - sentence.start : following.start - sentence.start]
    return (following.value,) if _VERB.fullmatch(between) else ()


def _pointed_out(context: Context, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    """Whom «hij» or «zij» stands for: the only person before it in the sentence, else in the one before."""
    if _PLURAL.search(sentence.text):
        return ()
    start = sentence.span(*hit.slots["pronoun"])[0]
    here = {mention.value for mention in sentence.of_kind("person") if mention.end <= start}
    if here:
        return tuple(here) if len(here) == 1 else ()
    before = next((other for other in context.before(sentence)), None)
    if before is None or before.paragraph != sentence.paragraph:
        return ()
    named = {mention.value for mention in before.of_kind("person")}
    return tuple(named) if len(named) == 1 else ()


def _somebody_unknown(context: Context, sentence: Sentence) -> bool:
    """Whether the sentence before holds what may be a name of somebody whom the document does not tell of."""
    before = next((other for other in context.before(sentence)), None)
    names = _NAME.finditer(before.text) if before else ()
    known = [(m.start, m.end) for m in before.mentions] if before else []
    start = before.start if before else 0
    return any(
        not any(a < start + name.end() and start + name.start() < b for a, b in known) for name in names
    )


def will_be(sentence: Sentence, hit: Hit, due: Period | None) -> bool:
    """Whether a rule in the present tense tells of what comes: «coming» without a day that is over, «dated».

    «Dated»: what a body does counts with a day, or about what was just spoken of («hierover»); else it is
    what it always does.
    """
    gives = hit.rule.gives
    if gives.get("dated") and due is None:
        owner = sentence.mention_in(hit, "owner")
        somebody = (owner is not None and owner.kind != "body") or _is_somebody(sentence, hit)
        return somebody or bool(_POINTING.search(sentence.between(hit.start, hit.end)))
    over = any(mention.kind == "date" for mention in sentence.mentions) and due is None
    return not (gives.get("coming") and over)


def _is_somebody(sentence: Sentence, hit: Hit) -> bool:
    """Whether the owner is somebody by their office («de secretaris»), not those who work together."""
    said = sentence.slot(hit, "owner") or ""
    return said.lower() in ontology.load_yaml("wording/people.yaml")["somebody"]
