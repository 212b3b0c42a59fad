"""The page of a person, body or theme: all that is known of it at the date. Without one: the list of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

import streamlit as st

from graph import answers
from graph.answers.entities import Thing, ThingRef
from graph.screen import address, frame, links, markup, notice, rows, wording, wording_things


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page about one thing: its heading, and what writes it. `count`: how much there is in it."""

    key: str
    title: str
    count: int | None
    write: Callable[[], object]


def show(sort: str, sections: Callable[[frame.Visit, Thing], Sequence[Section]]) -> None:
    """The page of the thing in the address, in these sections; else the list of all things of the sort."""
    visit = frame.visit()
    key = address.asked_key()
    found = rows.thing(visit, answers.thing_iri(sort, key)) if key else None
    if found is None:
        _index(visit, sort, unknown=key is not None)
        return
    ref = found.ref
    as_of = wording.as_of_line(visit.as_of, len(rows.documents(visit)))
    frame.headed(ref.name, _lead(ref), " ".join(filter(None, (_note(found), as_of))))
    if visit.as_of and ref.first_seen and ref.first_seen > visit.as_of:
        notice.neutral(wording_things.NOT_YET_NAMED.format(date=wording.date_in_words(ref.first_seen)))
        return
    st.page_link(
        address.page_file("bestuurskaart"),
        label=wording_things.ON_THE_MAP,
        icon=":material/map:",
        query_params=address.to_focus(ref.iri),
    )
    write(sections(visit, found))


def _lead(ref: ThingRef) -> str:
    return " · ".join(part for part in (wording.SORTS_OF_THINGS[ref.sort], ref.what) if part)


def _note(found: Thing) -> str | None:
    parts = (wording_things.first_named(found.ref.first_seen), wording_things.also_written(found.forms))
    return " ".join(part for part in parts if part) or None


def write(sections: Sequence[Section]) -> None:
    """Sections below each other, with a list on top that jumps to each."""
    if len(sections) > 1:
        items = "".join(f'<li><a href="#{each.key}">{_title(each)}</a></li>' for each in sections)
        label = escape(wording_things.ON_THIS_PAGE)
        st.html(f'<nav class="wge-jump" aria-label="{label}"><ul>{items}</ul></nav>')
    for each in sections:
        st.html(f'<h2 id="{each.key}" class="wge-section">{_title(each)}</h2>')
        each.write()


def _title(section: Section) -> str:
    count = "" if section.count is None else f' <span class="wge-count">{section.count}</span>'
    return f"{escape(section.title)}{count}"


def _index(visit: frame.Visit, sort: str, *, unknown: bool) -> None:
    page = address.PAGE_OF[sort]
    found = [ref for ref in rows.things(visit) if ref.sort == sort]
    as_of = wording.as_of_line(visit.as_of, len(rows.documents(visit)))
    frame.headed(wording.THING_TITLES[page], wording.THING_LEADS[page], as_of)
    if unknown:
        notice.neutral()
    if not found:
        st.html(markup.paragraph(wording_things.NO_THINGS))
        return
    blocks = (
        f'<section><h2>{escape(letter)}</h2><ul class="wge-plain">{"".join(map(_entry, refs))}</ul></section>'
        for letter, refs in groupby(sorted(found, key=_under), key=lambda ref: _under(ref)[0])
    )
    st.html(f'<div class="wge-index">{"".join(blocks)}</div>')


def _under(ref: ThingRef) -> tuple[str, str]:
    """The letter under which it is listed: a person under the surname, as in any list of names."""
    name = ref.name.rsplit(". ", 1)[-1] if ref.sort == "person" else ref.name
    capital = next((at for at, char in enumerate(name) if char.isupper()), 0) if ref.sort == "person" else 0
    sorted_by = name[capital:].casefold()
    first = sorted_by[:1].upper()
    return (first if first.isalpha() else "#"), sorted_by


def _entry(ref: ThingRef) -> str:
    what = f' <span class="wge-small">{escape(ref.what)}</span>' if ref.what else ""
    return f"<li>{links.thing(ref.iri, ref.name)}{what}</li>"
