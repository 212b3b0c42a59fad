"""Persoon: what somebody holds, held, promised and said, and in which meetings they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from graph.answers.entities import Spoken, Thing
from graph.answers.model import Lane
from graph.screen import frame, links, markup, rows, thing_page, thing_parts, wording, wording_things
from graph.screen.thing_page import Section


def _sections(visit: frame.Visit, person: Thing) -> list[Section]:
    lanes = _lanes(visit, person)
    return [
        _now(visit, person, lanes),
        *thing_parts.course(visit, lanes),
        *thing_parts.promises(visit, person),
        *thing_parts.gaps(visit, person),
        *_meetings(rows.spoken_of(visit, person.iri, thing_parts.MEETINGS_TOLD)),
        *thing_parts.sentences(visit, person),
    ]


def _lanes(visit: frame.Visit, person: Thing) -> list[Lane]:
    """What this person had, without what others had there before or after."""
    own = (
        replace(lane, bars=tuple(bar for bar in lane.bars if bar.person == person.iri))
        for lane in rows.timeline(visit)
    )
    return [lane for lane in own if lane.bars]


def _now(visit: frame.Visit, person: Thing, lanes: Sequence[Lane]) -> Section:
    held = [row for row in rows.portfolios(visit) if any(person.iri == holder.iri for holder in row.holders)]
    roles = [lane for lane in lanes if lane.kind == "role" and any(bar.end is None for bar in lane.bars)]

    def write() -> None:
        if not held and not roles:
            st.html(markup.paragraph(wording_things.NOTHING_NOW["person"]))
        thing_parts.portfolio_cards(held, "held")
        if roles:
            st.html(thing_parts.role_list(roles, links.by_name(rows.things(visit))))

    return Section("nu", wording_things.NOW, len(held) + len(roles), write)


def _meetings(found: Sequence[Spoken]) -> Iterator[Section]:
    present = [(each, status) for each in found if (status := _statuses(each))]
    if present:
        table = markup.linked_table(
            wording_things.MEETING_COLUMNS,
            [
                (
                    links.meeting(each.meeting, wording.date_in_words(each.meeting.date)),
                    links.thing(each.meeting.body_iri, each.meeting.body or each.meeting.title),
                    status,
                )
                for each, status in present
            ],
            label=wording_things.THING_MEETINGS,
        )
        yield Section("vergaderingen", wording_things.THING_MEETINGS, len(present), lambda: st.html(table))


def _statuses(spoken: Spoken) -> str:
    """How somebody was there, each word leading to the record that says so."""
    records = {
        said.status: said.evidence for said in spoken.said if said.kind == "attendance" and said.status
    }
    return " / ".join(
        markup.sentence_link(place, wording_things.PRESENCE.get(status, status))
        for status, place in records.items()
    )


thing_page.show("person", _sections)
