"""Wat is er veranderd: the difference between two meetings or dates, in sentences to take over."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph import answers
from graph.answers.model import Change, MeetingRef
from graph.screen import address, frame, links, markup, notice, rows, wording, wording_time


def _main() -> None:
    visit = frame.visit()
    documents = rows.all_documents(visit)
    frame.heading("veranderd")
    dates = answers.meeting_dates(visit.snapshot)
    if len(dates) < 2 or visit.as_of is None:  # noqa: PLR2004 - two meetings make a difference
        notice.neutral(wording_time.ONE_MEETING)
        _unknown_dates()
        return
    before = max((day for day in dates if day < visit.as_of), default=dates[0])
    names = _names(documents)
    left, right = st.columns(2)
    with left:
        start = _day(wording_time.FROM_DATE, address.FROM, names, before)
    with right:
        end = _day(wording_time.TO_DATE, address.TO, names, visit.as_of)
    _difference(visit, start, end)


def _names(documents: Sequence[MeetingRef]) -> dict[str, str]:
    """The days of meetings, newest first, with who met."""
    found: dict[str, list[str]] = {}
    for document in documents:
        if document.date:
            found.setdefault(document.date, []).append(document.body or document.title)
    return {
        day: f"{wording.date_in_words(day)} · {', '.join(dict.fromkeys(found[day]))}"
        for day in sorted(found, reverse=True)
    }


def _unknown_dates() -> None:
    if any(address.asked_date(name).unknown for name in (address.FROM, address.TO)):
        notice.neutral()


def _day(label: str, name: str, names: dict[str, str], otherwise: str) -> str:
    """The day that is chosen or typed; what is typed and no day is told, forgotten, and not repeated."""
    asked = address.asked_date(name)
    if asked.unknown:
        notice.neutral()
    key = f"day-{name}"
    if not st.session_state.get(key) or (asked.value and st.session_state[key] != asked.value):
        st.session_state[key] = asked.value or otherwise
    current = st.session_state[key]
    chosen: str = st.selectbox(
        label,
        [*names] if current in names else [current, *names],
        format_func=lambda day: names.get(day, wording.date_in_words(day)),
        key=key,
        help=wording_time.DATE_HELP,
        accept_new_options=True,
        on_change=_remember,
        args=(name, key),
    )
    if st.session_state.pop(f"{key}-wrong", False):
        notice.neutral(wording_time.NOT_A_DATE)
    return chosen


def _remember(name: str, key: str) -> None:
    chosen = st.session_state[key]
    if chosen and address.is_date(chosen):
        address.put(name, chosen)
    else:
        address.put(name, None)
        st.session_state[key], st.session_state[f"{key}-wrong"] = None, True


def _difference(visit: frame.Visit, start: str, end: str) -> None:
    if start > end:
        notice.neutral(wording_time.WRONG_ORDER)
        return
    outside = answers.beyond(visit.snapshot, start, end)
    if outside:
        notice.neutral(f"{outside[:1].upper()}{outside[1:]}.")
    found = rows.changes(visit, start, end)
    told = {(change.key, change.sentence) for change in found}
    ahead = [change for change in rows.coming(visit, end) if (change.key, change.sentence) not in told]
    groups = _groups(found)
    linked = links.by_name(rows.things(visit))
    if not found:
        st.html(markup.paragraph(wording_time.NOTHING_CHANGED))
    for body, changes in groups.items():
        st.html(_section(body, changes, linked))
    if ahead:
        st.html(_ahead(ahead, end))
        groups |= {wording_time.TO_COME: ahead}
    if not groups:
        return
    st.html(f"<h2>{escape(wording_time.TO_COPY)}</h2>")
    st.code(_as_text(groups, start, end), language=None, wrap_lines=True)


def _groups(found: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes by body, those of portfolios first; bodies with a change of their own alone come last."""
    own = {change.body for change in found if change.kind in {"portfolio", "vacancy"}}
    groups: dict[str, list[Change]] = {body: [] for body in sorted(filter(None, own))}
    for change in found:
        title = change.body if change.body in groups else wording_time.OTHER_CHANGES
        groups.setdefault(title or wording_time.OTHER_CHANGES, []).append(change)
    kinds = list(wording_time.CHANGE_KINDS)
    return {
        body: sorted(changes, key=lambda change: (kinds.index(change.kind), change.date))
        for body, changes in groups.items()
        if changes
    }


def _section(body: str, changes: Sequence[Change], linked: links.Linked) -> str:
    parts = [
        f'<h2>{linked(body)} <span class="wge-count">{escape(wording_time.changed(len(changes)))}</span></h2>'
    ]
    for kind, title in wording_time.CHANGE_KINDS.items():
        items = "".join(_item(change) for change in changes if change.kind == kind)
        if items:
            parts.append(f'<h3>{escape(title)}</h3><ul class="wge-rows">{items}</ul>')
    return "".join(parts)


def _ahead(found: Sequence[Change], end: str) -> str:
    """What is announced: apart from what changed, since it has not happened yet."""
    lead = markup.paragraph(wording_time.TO_COME_LEAD.format(date=wording.date_in_words(end)), "wge-small")
    count = f'<span class="wge-count">{len(found)}</span>'
    items = "".join(map(_item, found))
    return f'<h2>{escape(wording_time.TO_COME)} {count}</h2>{lead}<ul class="wge-rows">{items}</ul>'


def _item(change: Change) -> str:
    quote = markup.quote(change.evidence[0]) if change.evidence else ""
    link = markup.sentence_link(change.evidence[0], wording.TO_SENTENCE) if change.evidence else ""
    return f"<li>{markup.paragraph(change.sentence)}{quote}{link}</li>"


def _as_text(groups: dict[str, list[Change]], start: str, end: str) -> str:
    title = wording_time.CHANGED_BETWEEN.format(
        start=wording.date_in_words(start), end=wording.date_in_words(end)
    )
    told = {body: [f"- {change.sentence}" for change in changes] for body, changes in groups.items()}
    blocks = ["\n".join([body, *lines]) for body, lines in told.items()]
    return "\n\n".join([title, *blocks])


_main()
