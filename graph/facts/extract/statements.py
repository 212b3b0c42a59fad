"""Who says what: statements with their speech act, and the trouble that their words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.listed.item import Item, holding
from graph.facts.model import Evidence, Fact, Reason, Statement
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_CLAUSE = re.compile(r",\s+(?=(?:deze|dit|die)\s+(?:wordt|worden|is|zijn|zal|zullen|komt|komen)\b)")
_PRONOUN = re.compile(r"^\W*(?:[\w-]+\s+){0,3}(?:hij|zij|ze)\b", re.IGNORECASE)  # says itself who speaks
_CARRIED_OVER = Reason(
    "speaker-carried-over",
    "Wie dit zegt staat niet in de zin zelf; een eerdere zin van dezelfde alinea noemt de spreker.",
)
_PRESENTED = re.compile(r"\W*(?:presentatie|toelichting)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|kan|kunnen|moet|moeten|blijft|blijven|komt|komen|zal)\b"
    r"|[,;:.(]"
)
_LEAD = re.compile(
    r"^(?:.*\b(?:dat|namelijk)\s+)?(?:(?:op|van|over|bij)\s+)?(?:(?:de|het|een|er)\s+)?", re.IGNORECASE
)


def statements(context: Context, listed: list[Item]) -> Iterator[Fact]:
    """One statement a sentence, or two where a second clause says something of its own.

    What is listed as an action is no statement: «A. de Boer: planning rondsturen» is not what De Boer says.
    """
    turn: _Turn | None = None
    actions = holding(context, (item for item in listed if item.kind == "action"))
    for sentence in context.sentences:
        if sentence.number in actions:
            continue
        made = _statement(context, sentence, turn)
        if made is None:
            continue
        turn = _Turn(made, _wants_answer(made) or bool(turn and turn.wants_answer and _goes_on(made, turn)))
        cut = _CLAUSE.search(sentence.text)
        if cut and made.speakers:
            yield _clause(made, sentence, 0, cut.start())
            yield _clause(made, sentence, cut.end(), len(sentence.text))
        else:
            yield made


@dataclass(frozen=True, slots=True)
class _Turn:
    """The last statement, and whether its speaker asked or missed something in one go."""

    last: Statement
    wants_answer: bool


def _wants_answer(said: Statement) -> bool:
    return said.move == "question" or said.act == "misses"


def _goes_on(said: Statement, turn: _Turn) -> bool:
    """Whether the same speaker goes on telling in the same item, without asking for something else."""
    same = said.speakers == turn.last.speakers and said.agenda_item == turn.last.agenda_item
    return same and said.act == "informs"


def _clause(whole: Statement, sentence: Sentence, first: int, last: int) -> Statement:
    start = sentence.start + first
    quote = sentence.text[first:last]
    return replace(whole, evidence=(Evidence(start, start + len(quote), quote),), text=quote)


def _statement(context: Context, sentence: Sentence, turn: _Turn | None) -> Statement | None:
    concern = next(sentence.hits("concern"), None)
    themes = tuple(dict.fromkeys(mention.value for mention in context.themes_in(sentence)))
    if not sentence.speakers and not concern and not (themes or _announces(sentence)):
        return None
    act = next(sentence.hits("statement"), None) if sentence.speakers else None
    code = act.rule.gives["act"] if act else "informs"
    move = act.rule.gives.get("move") if act else None
    if code == "informs" and move is None and _answers(sentence, turn):
        code = "answers"
    presents = "presents" if sentence.title and _PRESENTED.match(sentence.text) else None
    carried = _CARRIED_OVER if _is_carried_over(sentence) else None
    return Statement(
        **common(sentence) | ({"certainty": "inferred", "reason": carried} if carried else {}),
        speakers=sentence.speakers or _presenters(sentence, presents),
        act=code,
        themes=themes,
        text=sentence.text,
        move=move or presents,
        concern=concern.rule.gives["concern"] if concern else None,
        subject=_subject(sentence, concern or act),
    )


def _is_carried_over(sentence: Sentence) -> bool:
    """Whether only an earlier sentence tells who speaks: neither a name nor a pronoun here does."""
    return bool(sentence.speakers) and not sentence.named and not _PRONOUN.match(sentence.text)


def _announces(sentence: Sentence) -> bool:
    return bool(sentence.of_kind("date")) and not sentence.title


def _presenters(sentence: Sentence, presents: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.value for mention in sentence.of_kind("person"))) if presents else ()


def _answers(sentence: Sentence, turn: _Turn | None) -> bool:
    """Whether somebody else speaks right after a question, in the same item, in words that can answer it."""
    if turn is None:
        return False
    if turn.last.speakers == sentence.speakers:
        return turn.last.act == "answers" and not sentence.named
    return turn.wants_answer and turn.last.agenda_item == sentence.item


def _subject(sentence: Sentence, hit: Hit | None) -> str | None:
    """What a concern or question is about, in the document's words: a noun phrase, without its article."""
    if hit is None:
        return None
    if "about" in hit.slots:
        first, last = hit.slots["about"]
        start, end = sentence.span(first, last)
        if last >= hit.end - 1:  # nothing of the rule follows: the phrase runs on to the verb
            rest = sentence.text[start - sentence.start :]
            verb = _VERB.search(rest)
            end = start + (verb.start() if verb else len(rest))
        words = " ".join(sentence.text[start - sentence.start : end - sentence.start].split())
        return _LEAD.sub("", words).strip(" .,'‘’\"") or None
    themes = [mention.value for mention in sentence.of_kind("theme")]
    return themes[0] if themes else None
