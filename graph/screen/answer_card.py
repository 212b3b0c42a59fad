"""An answer to a question as HTML: what it says, how sure it is, and the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from graph import answers
from graph.answers.entities import ThingRef
from graph.answers.model import Evidence, MeetingRef, decided_by
from graph.questions import Answer
from graph.screen import address, links, markup, wording, wording_minutes
from graph.screen import wording_asking as words

FIRST_SENTENCES = 5
_IN_A_PARAGRAPH = 2
_STATUSES = {"attendance": "attendance", "promises": "promise-status"}
_CODES = {"outcome": "outcome"}
_NAMES = frozenset(
    {"name", "person", "theme", "predecessor", "successor", "holder", "owner", "body"}
    | {"combined", "requested_by", "value", "subject"}
)
"""Columns that hold names, and no words of somebody's own."""


def sort_of(answer: Answer) -> str:
    """What sort of answer it is: the keys of `wording_asking.HEADINGS`."""
    if answer.status == "answered":
        return "found" if _is_passages(answer) else "answer"
    if answer.status == "not_in_minutes":
        return "nearest" if answer.evidence else "absent"
    return answer.status


def verdict(answer: Answer) -> str | None:
    """How sure it is: a key of `wording_asking.CERTAINTIES`; None where there is nothing to be sure of."""
    sort = sort_of(answer)
    if sort != "answer":
        return sort
    situations = {row["answer"] for row in answer.rows if row.get("answer")}
    if situations == {"contradicted"}:
        return "contradicted"
    if answer.certainty == "stated" and not answer.evidence:
        return "counted"
    return answer.certainty


def _is_passages(answer: Answer) -> bool:
    return answer.understood_as is not None and answer.understood_as.query == "passages"


def linker(answer: Answer, things: Iterable[ThingRef]) -> links.Linked:
    """How names in this answer are written: as links to whom or what they stand for."""
    cells = (value for row in answer.rows for value in row.values() if value)
    speakers = (each.speaker for each in answer.evidence if each.speaker)
    return links.in_text(links.names(things), (answer.answer, *answer.sentences, *cells, *speakers))


def card(answer: Answer, linked: links.Linked = escape) -> str:
    """The answer: its heading, how sure it is, and what it says. `linked`: how names are written."""
    sort = sort_of(answer)
    day = words.as_of(answer.as_of) if answer.status != "not_understood" else None
    return (
        f'<section class="wge-answer wge-answer-{escape(verdict(answer) or "plain")}" role="status">'
        f"<h2>{escape(words.HEADINGS[sort])}</h2>{_said(answer, linked)}{_sureness(answer)}"
        f"{markup.paragraph(day, 'wge-small')}</section>"
    )


def _sureness(answer: Answer) -> str:
    sure = verdict(answer)
    person = decided_by(answer.evidence) if sure == "stated" else None
    if person:
        return _judged("decided", words.DECIDED, wording_minutes.decided(person))
    if sure not in words.CERTAINTIES:
        return ""
    return _judged(sure, *words.CERTAINTIES[sure])


def _judged(sign: str, word: str, meaning: str) -> str:
    badge = markup.badge(sign, word)
    return f'<p class="wge-sureness">{badge} <span class="wge-small">{escape(meaning)}</span></p>'


def _said(answer: Answer, linked: links.Linked) -> str:
    """The first sentences; not those that the heading says already."""
    said = answer.sentences or (answer.answer,)
    by_heading = (answer.evidence and _is_passages(answer)) or answer.status == "not_understood"
    if by_heading and answer.language == "nl":
        return ""
    language = f' lang="{escape(answer.language)}"'
    if len(said) <= _IN_A_PARAGRAPH:
        return f'<p class="wge-said"{language}><bdi>{linked(" ".join(said))}</bdi></p>'
    lead = said[0] if said[0].endswith(":") else None
    listed = items(said[1 if lead else 0 : FIRST_SENTENCES], linked)
    head = f'<p class="wge-said">{linked(lead)}</p>' if lead else ""
    return f'<div{language}>{head}<ul class="wge-said wge-plain">{listed}</ul></div>'


def items(said: Sequence[str], linked: links.Linked = escape) -> str:
    """Sentences as the items of a list."""
    return "".join(f"<li><bdi>{linked(sentence)}</bdi></li>" for sentence in said)


def further(answer: Answer) -> tuple[str, ...]:
    """The sentences that the card leaves out."""
    return answer.sentences[FIRST_SENTENCES:]


def sentence(found: Evidence, meetings: Mapping[str, MeetingRef], linked: links.Linked = escape) -> str:
    """A sentence from the minutes with who said it, when and where, and the way to its place."""
    meeting = meetings.get(found.document)
    about = (linked(found.speaker) if found.speaker else "", *_where(meeting))
    said = " · ".join(part for part in about if part)
    link = markup.sentence_link(found, wording.TO_SENTENCE)
    return markup.quoted(found.quote.strip(), f"{said} · {link}")


def _where(meeting: MeetingRef | None) -> tuple[str, ...]:
    if meeting is None:
        return (escape(words.FROM_A_PERSON),)
    body = links.thing(meeting.body_iri, meeting.body) if meeting.body else ""
    return body, links.meeting(meeting, wording.date_in_words(meeting.date))


def table(answer: Answer, linked: links.Linked = escape) -> str:
    """The rows of an answer, with a column for whatever some row has; empty where that is nothing."""
    columns = [key for key in words.COLUMNS if any(row.get(key) for row in answer.rows)]
    if not columns:
        return ""
    query = answer.understood_as.query if answer.understood_as else ""
    cells = [[_value(key, row.get(key), query, linked) for key in columns] for row in answer.rows]
    unique = list(dict.fromkeys(tuple(row) for row in cells))
    return markup.linked_table([words.COLUMNS[key] for key in columns], unique, label=words.TABLE)


def _value(key: str, value: str | None, query: str, linked: links.Linked) -> str:
    if value is None:
        return ""
    if key == "answer":
        return escape(wording.ANSWERS.get(value, value))
    if key == "status":
        return escape(answers.label(_STATUSES.get(query, "body-status"), value))
    if key in _CODES:
        return escape(answers.label(_CODES[key], value))
    if key in _NAMES:
        return linked(value)
    return escape(wording.date_in_words(value) if address.is_date(value) else value)
