"""What the body that meets decides."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from graph.facts.context import Context
from graph.facts.extract.make import common, place
from graph.facts.listed.item import Item, holding
from graph.facts.listed.sections import wording
from graph.facts.mentions import Mention
from graph.facts.model import Decision, Fact
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_LONGEST_EVIDENCE = 600  # characters
_NEXT_LINE = 2  # characters from the end of a line to the next
_ARTICLE = 10  # characters that may stand before the subject of the words that decide
_PROPOSAL = re.compile(
    r"\b(?:dit|het|deze|dat) (?:voorstel|verzoek|werkwijze|aanpak|lijn)\b|\bhiermee\b", re.IGNORECASE
)


def decisions(context: Context, listed: list[Item]) -> Iterator[Fact]:
    """Decisions: those of lists, and those of sentences, by the first rule that fits.

    «Dit voorstel» brings the proposal's sentence along.
    """
    taken = [item for item in listed if item.kind == "decision"]
    yield from (_listed(context, item) for item in taken)
    seen = set(holding(context, taken))
    for sentence, hit in context.found("decision"):
        if sentence.number in seen or _announces(sentence, taken):
            continue
        seen.add(sentence.number)
        what = proposal(context, sentence)
        yield Decision(
            **common(sentence, *([what.evidence] if what else [])),
            text=what.text if what else sentence.text,
            body=_body(context, sentence, hit),
            outcome=hit.rule.gives["outcome"],
        )


def _announces(sentence: Sentence, listed: list[Item]) -> bool:
    """Whether a sentence only leads up to what is listed right below it («Besluit: het bestuur»)."""
    unfinished = sentence.text[-1:].isalpha() or sentence.text.endswith(":")
    following = bisect_left(listed, sentence.end, key=lambda item: item.start) if unfinished else len(listed)
    return following < len(listed) and listed[following].start - sentence.end <= _NEXT_LINE


def _body(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The body that decides: the one that meets, unless another is the subject of the words that decide."""
    first = sentence.span(hit.start, hit.end)[0]
    subject = next((m for m in sentence.of_kind("body") if 0 <= m.start - first <= _ARTICLE), None)
    own = context.own_body
    if subject is None or own is None or _is_own(context, subject):
        return own
    return subject.value


def _is_own(context: Context, subject: Mention) -> bool:
    """Whether a body is the one that meets: by name, by abbreviation, or as a noun without a name."""
    own, name = (context.own_body or "").lower(), subject.value.lower()
    initials = "".join(word[0] for word in re.findall(r"\w+", own))
    named_alike = name in own or own in name or name.split()[0] in own.split() or name in initials
    bare = " " not in name and subject.value.islower()
    return named_alike or bare or subject.value in context.minutes.meeting.combined_with


@lru_cache(maxsize=1)
def _outcomes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of each outcome, in the order in which they count."""
    return tuple((code, re.compile(words, re.IGNORECASE)) for code, words in wording()["outcomes"].items())


def _listed(context: Context, item: Item) -> Decision:
    """A listed decision, with the outcome that its words tell; a list of decisions adopts what it lists."""
    return Decision(
        id="",
        evidence=(place(context.text, item.start, min(item.end, item.start + _LONGEST_EVIDENCE)),),
        agenda_item=item.agenda_item,
        text=item.text,
        body=context.own_body,
        outcome=next((code for code, words in _outcomes() if words.search(item.text)), "adopted"),
    )


def proposal(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence with the proposal that a decision points back at, just before it in the same item."""
    if not _PROPOSAL.search(sentence.text):
        return None
    for earlier in context.before(sentence, 4):
        if re.search(r"\bstel(?:t|len|de|den)\b.*\bvoor\b|\bvoorstel\b", earlier.text, re.IGNORECASE):
            return earlier
    return None
