"""What the body that meets decides."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from graph.facts.context import Context
from graph.facts.extract.elsewhere import CLAUSE, is_elsewhere, is_own
from graph.facts.extract.make import LONGEST_EVIDENCE, common, place, with_what
from graph.facts.listed.item import Item, holding
from graph.facts.listed.sections import wording
from graph.facts.model import Decision, Evidence, Fact
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit
from graph.minutes.sort import DECISIONS

_ONE = 2  # places where a listed decision begins and ends
_NEXT_LINE = 2  # characters from the end of a line to the next
_ARTICLE = 10  # characters that may stand before the subject of the words that decide
_PROPOSAL = re.compile(
    r"\b(?:dit|het|deze|dat) (?:voorstel|verzoek|werkwijze|aanpak|lijn)\b"
    r"(?! (?:over|om|voor|van|tot|inzake|uit|betreffende)\b)|\bhiermee\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:wordt|worden|is|zijn|heeft|hebben|besluit\w*|stelt|stellen|stemt|stemmen|gaat|gaan|wijst|wijzen|benoem\w+"
    r"|kiest|kiezen|houdt|houden|keurt|keuren|neemt|nemen|verleent|verlenen|krijgt|haalt|valt|spreekt|spreken)\b"
)  # a clause has one of its own; «met vijf stemmen voor en één tegen vastgesteld» is no two clauses
_PROPOSES = re.compile(r"\bstel(?:t|len|de|den)\b.*\bvoor (?:om|te|dat)\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\bstel(?:t|len|de|den)\b.*\bvoor\b|\bvoorstel\b", re.IGNORECASE)
_PROPOSED_BEFORE, _PROPOSED_IN_ALL = 4, 9  # sentences before the decision
_FOLLOWS = re.compile(r"\b(?:daarmee|hiermee|dus|daardoor|dan ook|aldus)\b")


def decisions(context: Context, listed: list[Item]) -> Iterator[Fact]:
    """Decisions: those of lists, and those of sentences, by the first rule that fits each clause.

    «Dit voorstel» brings the proposal's sentence along.
    """
    taken = [item for item in listed if item.kind == "decision"]
    yield from (decision for item in taken for decision in _listed(context, item))
    seen = set(holding(context, taken)) | _cells(context, listed)
    for sentence in context.sentences:
        if sentence.number in seen or _announces(sentence, taken):
            continue
        if "decision" not in sentence.found:
            yield from _to_be_done(context, sentence)
            continue
        for hit, where in _each(context, sentence):
            if not is_elsewhere(context, sentence, hit):
                yield _said(context, sentence, hit, with_what(context, sentence, where))


def _to_be_done(context: Context, sentence: Sentence) -> Iterator[Decision]:
    """What a list of decisions gives in the infinitive («In te stemmen met het plan.»)."""
    said = _infinitive()
    if context.minutes.document.sort != DECISIONS or sentence.title or sentence.item is None:
        return
    first = re.split(r"[,;]", sentence.text, maxsplit=1)[0]
    if said[0].search(first) and not said[1].search(first):
        outcome = next((code for code, words in _outcomes() if words.search(first)), "adopted")
        yield Decision(
            **common(sentence), text=sentence.evidence.quote, body=context.own_body, outcome=outcome
        )


@lru_cache(maxsize=1)
def _infinitive() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a clause says what is to be done, and what makes it a sentence of its own."""
    words = wording()["infinitive"]
    return re.compile(words["says"], re.IGNORECASE), re.compile(words["unless"], re.IGNORECASE)


def _said(context: Context, sentence: Sentence, hit: Hit, where: Evidence) -> Decision:
    """The decision of a sentence, or of one of its clauses."""
    what = proposal(context, sentence)
    parts = {**common(sentence), "evidence": (where, *([what.evidence] if what else []))}
    return Decision(
        **parts,
        text=what.text if what else where.quote,
        body=_body(context, sentence, hit),
        outcome=hit.rule.gives["outcome"],
    )


def _each(context: Context, sentence: Sentence) -> Iterator[tuple[Hit, Evidence]]:
    """The first rule that fits, with the sentence; of clauses that decide something each, that of each.

    A rule counts for the clause in which what it matches ends: there stands what decides. A clause that says
    what follows («daarmee is het voorstel van tafel») tells of the same decision.
    """
    said = sentence.key.folded
    cuts = [0, *(match.start() for match in CLAUSE.finditer(said)), len(said)]
    first: dict[int, Hit] = {}
    for hit in sentence.hits("decision"):
        decides = len(said[: hit.slots.get("rest", (hit.end, hit.end))[0]].rstrip())
        first.setdefault(bisect_left(cuts, decides, 1) - 1, hit)
    whole = (number for number in sorted(first) if _VERB.search(said, cuts[number], cuts[number + 1]))
    apart = [number for number in whole if not _FOLLOWS.search(said, cuts[number], cuts[number + 1])]
    if len(apart) <= 1:
        yield next(sentence.hits("decision")), sentence.evidence
        return
    begins = [0, *(cuts[number] for number in apart[1:]), len(said)]
    for number, (start, end) in zip(apart, itertools.pairwise(begins), strict=True):
        lead = CLAUSE.match(said, start, end)
        first_sign = lead.end() if lead else start
        last_sign = start + len(said[start:end].rstrip(" .,;"))
        yield first[number], place(context.text, *sentence.span(first_sign, last_sign))


def _cells(context: Context, listed: list[Item]) -> set[int]:
    """The sentences of a listed action behind its first: how it stands («doorgeschoven») is no decision."""
    inside = holding(context, [item for item in listed if item.kind == "action"])
    return {number for number, item in inside.items() if context.sentences[number].start > item.start}


def _announces(sentence: Sentence, listed: list[Item]) -> bool:
    """Whether a sentence only leads up to what is listed right below it («Besluit: het bestuur»)."""
    unfinished = sentence.text[-1:].isalpha() or sentence.text.endswith(":")
    following = bisect_left(listed, sentence.end, key=lambda item: item.start) if unfinished else len(listed)
    return following < len(listed) and listed[following].start - sentence.end <= _NEXT_LINE


def _body(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The body that decides: the one that meets, unless another is the subject of the words that decide."""
    first = sentence.span(hit.start, hit.end)[0]
    near = (m for m in sentence.of_kind("body") if 0 <= m.start - first <= _ARTICLE)
    subject = next((m for m in near if context.text[m.start - 1 : m.start] != "("), None)
    own = context.own_body
    if subject is None or own is None or is_own(context, subject):
        return own
    return subject.value


@lru_cache(maxsize=1)
def _outcomes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of each outcome, in the order in which they count."""
    return tuple((code, re.compile(words, re.IGNORECASE)) for code, words in wording()["outcomes"].items())


@lru_cache(maxsize=1)
def _withdrawn() -> re.Pattern[str]:
    """The words that say that nothing was decided, as it was taken back."""
    return re.compile(wording()["withdrawn"], re.IGNORECASE)


def _listed(context: Context, item: Item) -> Iterator[Decision]:
    """A listed decision, with the outcome that its words tell; a list of decisions adopts what it lists.

    A later sentence of a cell that decides something by its own words is a decision of its own.
    """
    inside = context.sentences_in(item.start, item.end)
    deciding = [one.start for one in inside if "decision" in one.found]
    starts = [item.start, *deciding[1:], item.end]
    for start, end in itertools.pairwise(starts):
        words = context.text[start:end].rstrip()
        text = item.text if len(starts) == _ONE else " ".join(words.split())
        if _withdrawn().search(words):
            continue
        yield Decision(
            id="",
            evidence=(place(context.text, start, min(start + len(words), start + LONGEST_EVIDENCE)),),
            agenda_item=item.agenda_item,
            text=text,
            body=context.own_body,
            outcome=next((code for code, said in _outcomes() if said.search(text)), "adopted"),
        )


def proposal(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence with the proposal that a decision points back at, just before it in the same item.

    None where people proposed different things: which of them is meant is not said.
    """
    if not _PROPOSAL.search(sentence.text):
        return None
    told = [each for each in context.before(sentence, _PROPOSED_BEFORE) if _PROPOSED.search(each.text)]
    proposing = [each for each in context.before(sentence, _PROPOSED_IN_ALL) if _PROPOSES.search(each.text)]
    return told[0] if told and len(proposing) <= 1 else None
