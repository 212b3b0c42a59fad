"""What pages about one thing show of it: the parts that they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

import streamlit as st

from graph.answers import Standing
from graph.answers.entities import Said, Spoken, Thing
from graph.answers.model import Bar, Gap, Lane, PortfolioRow
from graph.screen import bars, cards, evidence, frame, links, markup, rows, wording_things
from graph.screen.promise_card import promise_card
from graph.screen.thing_page import Section

MEETINGS_TOLD = 60  # the latest ones whose sentences are shown
_UNFOLDED = 6
_PRESENCE = frozenset({"attendance", "office"})


def portfolio_cards(found: Sequence[PortfolioRow], name: str) -> None:
    """Portfolios, each as a card with its sentences."""
    for number, row in enumerate(found):
        with st.container(key=f"card-{name}-{number}", gap="small"):
            st.html(cards.portfolio_card(row))
            evidence.links(row.evidence)


def course(visit: frame.Visit, lanes: Sequence[Lane]) -> Iterator[Section]:
    """What lasted from when to when."""
    if lanes and visit.as_of:
        meetings = sorted(each.date for each in rows.documents(visit) if each.date)
        along = bars.axis(lanes, meetings, visit.as_of)
        linked = links.by_name(rows.things(visit))
        drawn = bars.legend(lanes) + bars.group(lanes, along, with_body=True, linked=linked)
        yield Section("verloop", wording_things.COURSE_OF_THING, None, lambda: st.html(drawn))


def promises(visit: frame.Visit, thing: Thing) -> Iterator[Section]:
    """The promises of a person, in a body, or by a body."""
    about = rows.concerning(visit, thing.iri)
    found = [each for each in rows.ledger(visit) if each.iri in about]
    if found:
        yield Section(
            "toezeggingen", wording_things.THING_PROMISES, len(found), lambda: _promise_cards(visit, found)
        )


def _promise_cards(visit: frame.Visit, found: Sequence[Standing]) -> None:
    linked = links.by_name(rows.things(visit))
    for number, row in enumerate(rows.promises(visit, found)):
        with st.container(key=f"card-promise-{number}", gap="small"):
            st.html(promise_card(row, linked))


def gaps(visit: frame.Visit, thing: Thing) -> Iterator[Section]:
    """The gaps that have to do with it."""
    about = rows.concerning(visit, thing.iri)
    found = [gap for gap in rows.gap_list(visit) if gap.finding in about or gap.finding == thing.iri]
    if found:
        yield Section("hiaten", wording_things.THING_GAPS, len(found), lambda: gap_cards(visit, found))


def gap_cards(visit: frame.Visit, found: Sequence[Gap]) -> None:
    """Gaps, each as a card with its sentences."""
    linked = links.by_name(rows.things(visit))
    for number, gap in enumerate(rows.with_sentences(visit, found)):
        with st.container(key=f"card-gap-{number}", gap="small"):
            st.html(cards.gap_card(gap, linked))
            evidence.links(gap.evidence)


def sentences(visit: frame.Visit, thing: Thing) -> Iterator[Section]:
    """What the minutes say of it, meeting by meeting, each sentence a click from its place."""
    found = rows.spoken_of(visit, thing.iri, MEETINGS_TOLD)
    told = [html for each in found if (html := _spoken(each, without=_PRESENCE))]
    if not told:
        return

    def write() -> None:
        st.html("".join(told[:_UNFOLDED]))
        if told[_UNFOLDED:]:
            with st.expander(wording_things.OLDER_SENTENCES):
                st.html("".join(told[_UNFOLDED:]))

    yield Section("zinnen", wording_things.SENTENCES, None, write)


def _spoken(spoken: Spoken, without: frozenset[str]) -> str:
    said = [each for each in spoken.said if each.kind not in without]
    items = "".join(f"<li>{_said(kinds, each)}</li>" for kinds, each in _by_sentence(said))
    if not items and spoken.named and not spoken.said:
        link = markup.sentence_link(spoken.named)
        items = f'<li><span class="wge-small">{escape(wording_things.ONLY_NAMED)}</span> · {link}</li>'
    if not items:
        return ""
    return f'<section class="wge-told"><h3>{links.meeting(spoken.meeting)}</h3><ul>{items}</ul></section>'


def _by_sentence(said: Iterable[Said]) -> list[tuple[list[str], Said]]:
    """What is read in the same sentence stands with it once, under all that it is."""
    found: dict[str, tuple[list[str], Said]] = {}
    for each in said:
        kinds, _ = found.setdefault(each.evidence.quote, ([], each))
        if each.kind_label not in kinds:
            kinds.append(each.kind_label)
    return list(found.values())


def _said(kinds: Sequence[str], said: Said) -> str:
    what = f'<span class="wge-kind">{escape(", ".join(kinds))}</span>'
    return f"{what} {markup.quote(said.evidence)} {markup.sentence_link(said.evidence)}"


def role_list(lanes: Iterable[Lane], linked: links.Linked) -> str:
    """Roles that are filled now, or wait to be, each with who and since when."""
    items = "".join(
        f"<li><h3>{linked(lane.label)}{_of(lane, linked)}</h3><p>{_role(bar)}</p></li>"
        for lane in lanes
        for bar in lane.bars
        if bar.end is None
    )
    return f'<ul class="wge-rows">{items}</ul>'


def _of(lane: Lane, linked: links.Linked) -> str:
    return f' <span class="wge-small">{linked(lane.body)}</span>' if lane.body else ""


def _role(bar: Bar) -> str:
    who = links.thing(bar.person, bar.who) if bar.who else markup.answer_badge(bar.answer)
    link = f" · {markup.sentence_link(bar.evidence)}" if bar.evidence else ""
    return f'{who} <span class="wge-small">{escape(bars.period(bar))}</span>{link}'
