"""Vraag: a question in plain words, answered with how sure that is and the sentences it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from graph import questions
from graph.answers.model import MeetingRef
from graph.questions import Answer
from graph.screen import address, answer_card, frame, links, markup, question_box, rows, wording
from graph.screen import wording_asking as words

_FIRST = 4  # sentences that are shown unfolded


def _main() -> None:
    visit = frame.visit()
    frame.heading("vraag")
    question = address.asked_text(address.QUESTION)
    question_box.on_its_page(question)
    if question:
        _answer(visit, question)
    else:
        _nothing_asked(visit)


def _nothing_asked(visit: frame.Visit) -> None:
    offered = rows.examples(visit)
    lead = markup.paragraph(words.EXAMPLES_LEAD if offered else words.NO_EXAMPLES)
    st.html(f"<h2>{escape(words.EXAMPLES)}</h2>{lead}")
    question_box.links(offered, "examples")


def _answer(visit: frame.Visit, question: str) -> None:
    with st.spinner(words.ASKING):
        answer = questions.ask(visit.snapshot, question, visit.as_of)
    linked = answer_card.linker(answer, rows.things(visit))
    st.html(answer_card.card(answer, linked))
    _details(answer, linked)
    _sentences(answer, {each.document: each for each in rows.all_documents(visit)}, linked)
    _instead(answer)
    if answer.status in {"answered", "not_in_minutes"}:
        _more_to_ask(visit, answer)
    if answer.sparql:
        with st.expander(words.THE_QUERY, type="compact"):
            st.code(answer.sparql, language=None, wrap_lines=True)
    st.html(markup.paragraph(words.SHARE, "wge-small"))


def _details(answer: Answer, linked: links.Linked) -> None:
    """What does not fit in a few sentences: the others, and the rows as a table."""
    if more := answer_card.further(answer):
        with st.expander(words.MORE_SENTENCES.format(count=len(more)), type="compact"):
            st.html(f'<ul class="wge-plain">{answer_card.items(more, linked)}</ul>')
    if len(answer.rows) < 2 or answer_card.sort_of(answer) != "answer":  # noqa: PLR2004 - one row is no table
        return
    if len(answer.sentences) >= len(answer.rows):
        with st.expander(words.AS_TABLE, type="compact"):
            st.html(answer_card.table(answer, linked))
    else:
        st.html(answer_card.table(answer, linked))


def _sentences(answer: Answer, meetings: Mapping[str, MeetingRef], linked: links.Linked) -> None:
    sort = answer_card.sort_of(answer)
    if not answer.evidence:
        return
    first, others = answer.evidence[:_FIRST], answer.evidence[_FIRST:]
    quotes = "".join(answer_card.sentence(each, meetings, linked) for each in first)
    st.html(f"<h3>{escape(words.SENTENCES[sort])}</h3>{quotes}")
    if others:
        with st.expander(wording.more(len(others)), type="compact"):
            st.html("".join(answer_card.sentence(each, meetings, linked) for each in others))


def _instead(answer: Answer) -> None:
    """What can be asked instead, and where the words themselves can be looked for."""
    if answer.alternatives:
        title = words.CHOICES if answer.status == "ambiguous" else words.INSTEAD
        st.html(f"<h3>{escape(title)}</h3>")
        question_box.links(tuple(each.question for each in answer.alternatives), "instead")
    if answer.status in {"not_in_minutes", "not_understood"}:
        st.page_link(
            address.page_file("zoeken"),
            label=words.SEARCH_INSTEAD,
            query_params=address.to_search(answer.question),
        )


def _more_to_ask(visit: frame.Visit, answer: Answer) -> None:
    offered = questions.follow_ups(visit.snapshot, answer)
    if offered:
        st.html(f"<h3>{escape(words.FOLLOW_UPS)}</h3>")
        question_box.links(offered, "further")


_main()
