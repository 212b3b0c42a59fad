"""Readings of every shape: what hypothesis makes up for the laws of the store."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from hypothesis import strategies as st

from graph.dutch.period import Period
from graph.facts.model import KINDS, Coverage, Evidence, Fact, Reading, Reason
from graph.minutes.model import AgendaItem, Document, Meeting

# Anything but lone surrogates, which no text file can hold; NUL and the control characters included.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.sampled_from(["A. de Vries", "B. Bakker", "Zorg", "Wonen", "DVO", "AB", "zorg", ""]) | words
codes = st.text("abcdefgh_-é /%#", min_size=1, max_size=8)
dates = st.dates().map(str) | words
periods = st.builds(Period, words, st.none() | dates, st.none() | dates)
certainties = st.sampled_from(["stated", "inferred", "background"])
reasons = st.builds(Reason, words, words)
CODE_FIELDS = {
    "status",
    "office",
    "body_kind",
    "level",
    "relation",
    "capacity",
    "act",
    "move",
    "concern",
    "outcome",
}


@st.composite
def evidences(draw: st.DrawFn, text: str) -> Evidence:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return Evidence(start, end, text[start:end])


def field_values(name: str, hint: Any) -> st.SearchStrategy[Any]:
    text = codes if name in CODE_FIELDS else names
    by_type: dict[Any, st.SearchStrategy[Any]] = {
        str: text,
        str | None: st.none() | text,
        tuple[str, ...]: st.lists(text, max_size=4).map(tuple),
        bool: st.booleans(),
        Period | None: st.none() | periods,
    }
    return by_type[hint]


def facts(kind: type[Fact], fact_id: str, text: str) -> st.SearchStrategy[Fact]:
    shared = {field.name for field in fields(Fact)}
    hints = get_type_hints(kind)
    own = {f.name: field_values(f.name, hints[f.name]) for f in fields(kind) if f.name not in shared}
    return st.builds(
        kind,
        id=st.just(fact_id),
        certainty=certainties,
        agenda_item=st.none() | names,
        evidence=st.lists(evidences(text), max_size=3).map(tuple),
        reason=st.none() | reasons,
        **own,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(words)
    ids = draw(st.lists(words | st.sampled_from([".", "..", "a/b"]), max_size=8, unique=True))
    places = st.lists(evidences(text), max_size=3).map(tuple)
    offsets = st.integers(0, 2**40)
    return Reading(
        document=draw(st.builds(Document, words, words, words, words, offsets, st.none() | words, codes)),
        meeting=draw(
            st.builds(
                Meeting,
                *(st.none() | names,) * 2,
                st.none() | dates,
                *(st.none() | st.sampled_from(["09:00", "24:00"]) | words,) * 2,
                st.none() | words,
                st.lists(names, max_size=3).map(tuple),
            )
        ),
        agenda=tuple(
            draw(
                st.lists(
                    st.builds(AgendaItem, st.none() | names, st.none() | names, offsets, offsets), max_size=3
                )
            )
        ),
        text=text,
        facts=tuple(draw(facts(draw(st.sampled_from(KINDS)), one, text)) for one in ids),
        coverage=draw(st.builds(Coverage, offsets, offsets, places)),
        warnings=draw(st.lists(words, max_size=3).map(tuple)),
    )
