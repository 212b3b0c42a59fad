"""Several questions in one: «wie … en wanneer …?»."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from graph.questions.model import Asked, Span

_NEXT = re.compile(
    r"\s*(?:[?;.,]\s+(?:(?:en|of|maar|and|or|but)\s+)?|\s(?:en|and)\s)"
    r"(?=(?:(?:met ingang van|op|met|door|bij|van|voor|aan|in|sinds|per|langs|tegen"
    r"|over|om|uit|onder|naar|vanaf|tot"
    r"|from|by|with|for|to|until)\s)?"
    r"(?:wie|wat|wanneer|waar|waarom|hoe|hoeveel|welke?|is|zijn|was|staat|heeft|has|have|were|did|who|what|when|where|why|how|which)\b)",
    re.IGNORECASE,
)


_EMBEDDED = re.compile(
    r"^.*?\b(?:weten|weet (?:u|je|jij|jullie|iemand)|vertellen|zeggen|aangeven|me(?:e|de)delen|doorgeven"
    r"|uitleggen|achterhalen|(?:vraag|vroeg) (?:me|mij) af|nagaan|uitzoeken|opzoeken|benieuwd|duidelijk|know"
    r"|tell me)\b[,:]?\s+(?=(?:(?:van|met|door|bij|aan|in|op|voor|over|onder) )?"
    r"(?:wie|wat|wanneer|waar\w*|waarom|hoe|hoeveel|welke?|of|who|what|when|where|how|which)\b)",
    re.IGNORECASE,
)
_ASKING_US = re.compile(
    r",?\s*(?:kunt u|kan u|kun je|kan je|could you|can you)\s+(?:dat|het|dit|me dat|mij dat|that)?\s*"
    r"(?:even|eens)?\s*(?:nagaan|uitzoeken|opzoeken|zeggen|vertellen|bevestigen|checken|controleren|check"
    r"|tell me)\s*$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"^(?:ik|we|wij|er is|overal|i|we)\b|\b(?:ik|mijn|ons|onze|my|our)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<=[a-zà-ÿ0-9)])[.!]\s+|:\s+(?=(?:is|wie|wat|wanneer|waar\w*|hoe\w*|welke?|heeft|staat|who|what|when|how)\b)",
    re.IGNORECASE,
)


_INSIDE = re.compile(
    r"^(?P<who>.+?\b(?:is|was|zijn|waren|heeft|had|bestaat|geldt)) "
    r"(?P<since>(?:sinds|vanaf|per|tot) wanneer) (?P<what>.+)$",
    re.IGNORECASE,
)


def parts(question: str) -> tuple[str, ...]:
    """The questions that one text asks, in order; the text alone when it asks one.

    What somebody only tells of themselves («Ik ben nieuw hier.») or asks of us («kunt u dat nagaan») is none.
    """
    asked = _ASKING_US.sub("", question.strip(" ?"))
    asked = _INSIDE.sub(r"\g<who> \g<what> en \g<since>", asked)  # «wie is sinds wanneer voorzitter»
    asked = ". ".join(_but_for_told(_SENTENCE.split(asked)))
    said = _but_for_told(_NEXT.split(asked))
    found = [part for each in said if (part := _EMBEDDED.sub("", each).strip(" ?."))]
    if len(found) > 1 and _is_topic(found[0]):
        found[:2] = [" ".join(found[:2])]
    return tuple(found) if found else (question,)


def _but_for_told(said: list[str]) -> list[str]:
    """The sentences that ask something; all of them when none does."""
    asking = [each for each in said if not (_TOLD.search(each.strip()) and not _ASKS.search(each))]
    return asking or said


_FEW = 2  # words
_ASKS = re.compile(
    r"\b(?:wie|wat|wanneer|waar\w*|hoe\w*|welke?|is|zijn|was|waren|who|what|when|where|why|how|which)\b",
    re.IGNORECASE,
)


def _is_topic(part: str) -> bool:
    """Whether a part only names what the rest is about («ivz? waar staat dat voor»)."""
    return len(part.split()) <= _FEW and not _ASKS.search(part)


_PRONOUNS = {
    "person": re.compile(r"\b(?:hij|zij|ze|hem|haar|die persoon|he|she|him|her)\b", re.IGNORECASE),
    "body": re.compile(
        r"\b(?:hij|die(?: (?:groep|stuurgroep|werkgroep))?|deze|hem|daar|dat overleg|dit overleg|het)\b",
        re.IGNORECASE,
    ),
}
_BEFORE = re.compile(
    r"^wie (?:(?:dat|het|(?:deed|had) (?:dat|het|die|deze)|was (?:dat|het|zijn|haar|de)|zijn|haar)\s*)*"
    r"(?:hiervoor|daarvoor|ervoor|voordien|eerder|eerst|vroeger|voorganger|voorgangster|vorige"
    r"|before(?: that)?)"
    r"(?: (?:was|deed|had|is|geweest))*$"
    r"|^van wie (?:heeft|had|nam|nemen|namen) (?:(?:die|deze|hij|zij|ze) )?"
    r"(?:(?:dat|het|die|deze) )?(?:over|overgenomen)$"
    r"|^from whom did (?:he|she|they) take (?:it|that) over$",
    re.IGNORECASE,
)
_WITHOUT_VERB = re.compile(
    r"^(?:wie|who)\s+(?:(?:de|het|the|als)\s+)?(?!is\b|was\b|zijn\b|waren\b)[\w-]+(?=$|\s+(?:bij|van|in|op|of|at|on|for)\b)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s(?:bij|van|in|op|of|at|on)\s.*$", re.IGNORECASE)


def _sharing(pieces: tuple[str, ...], read: Callable[[str], Asked]) -> tuple[str, ...]:
    """The parts; where the second has no verb, what only one names («bij het AB») is meant of both."""
    if len(pieces) != _TWO or not _WITHOUT_VERB.match(pieces[1]):
        return pieces
    named = [any(read(each).of(sort) for sort in ("body", "date")) for each in pieces]
    if named[0] == named[1]:
        return pieces
    tail = _PLACE.search(pieces[named.index(True)])
    bare = pieces[named.index(False)]
    if tail is None or _PLACE.search(bare):
        return pieces
    whole = f"{bare}{tail[0]}"
    return (whole, pieces[1]) if named[1] else (pieces[0], whole)


_TWO = 2


def _persons(spoken_of: Mapping[str, str]) -> list[tuple[str, str]]:
    """The person alone: what is named behind a pronoun, or only told, may be the body asked about."""
    return [("person", words) for sort, words in spoken_of.items() if sort == "person"]


def resolved(question: str, read: Callable[[str], Asked]) -> tuple[str, ...]:
    """The parts, with the one person or body whom a part names in the place of «hij» in those behind it.

    Who did it before is asked of what the part before asks: of the role, the portfolio.
    """
    found: list[str] = []
    told = {sort: {span.words for span in read(question).of(sort)} for sort in _PRONOUNS}
    spoken_of = {sort: words.pop() for sort, words in told.items() if len(words) == 1}
    for part in _sharing(parts(question), read):
        if found and _BEFORE.match(part):
            found.append(f"{found[-1]} achtereenvolgens")
            continue
        asked = read(part)
        if not asked.of("person") and not asked.of("body"):
            for sort, words in spoken_of.items() if found else _persons(spoken_of):
                part, done = _PRONOUNS[sort].subn(words, part, count=1)  # noqa: PLW2901 - the part as it is meant
                if done:
                    break
        for sort in _PRONOUNS:
            named = {span.words for span in asked.of(sort)}
            if len(named) == 1:
                spoken_of[sort] = named.pop()
        found.append(part)
    return tuple(found)


_SIDE_BY_SIDE = frozenset(("en", "of", "and", "or"))
_SORTS = ("person", "theme", "body", "body_kind")


def one_by_one(asked: Asked) -> tuple[str, ...]:
    """The question for each of several things of a sort that stand side by side, if there are any."""
    for sort in _SORTS:
        row = _row_of(asked, sorted(asked.of(sort), key=lambda span: span.first))
        if len(row) > 1:
            start, end = asked.tokens[row[0].first].start, asked.tokens[row[-1].last].end
            return tuple(
                asked.text[:start]
                + asked.text[asked.tokens[span.first].start : asked.tokens[span.last].end]
                + asked.text[end:]
                for span in row
            )
    return ()


def _row_of(asked: Asked, spans: list[Span]) -> list[Span]:
    """The spans that have nothing between them but a comma, «en» or «of»."""
    row: list[Span] = []
    for first, second in pairwise(spans):
        between = {token.key for token in asked.tokens[first.last + 1 : second.first]}
        if first.last < second.first and between <= _SIDE_BY_SIDE:
            row += [second] if row and row[-1] is first else [first, second]
    return row
