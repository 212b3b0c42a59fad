"""What differs between two dates in portfolios, roles, bodies and structure.

A change is the difference between the answers at the two dates, per subject; so the changes from A to B and
from B to C together are those from A to C, and what went and came back is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import telling, wording
from graph.answers.evidence import Dates, evidence_of
from graph.answers.history import NONE, Held, History, Stretch, history
from graph.answers.interval import period
from graph.answers.kept import promise_changes
from graph.answers.meetings import dates_of
from graph.answers.model import Change, Evidence
from graph.answers.template import fill
from graph.language import day_in_words, said
from graph.store.snapshot import Snapshot

_MOST = 6
_NOTHING = {"portfolio": frozenset({NONE, "not_named"}), "role": frozenset({"ended"})}
"""Answers that leave nothing to tell: nobody named, nobody any more."""


def changes(snapshot: Snapshot, start: str, end: str) -> tuple[Change, ...]:
    """What differs at `end` from `start`, by date, body and subject; empty when nothing does.

    Raises:
        InputError: a date is no ISO date, or `start` lies after `end`.

    """
    first, last = period(start, end)
    dates = dates_of(snapshot)
    rows = told(snapshot, between(snapshot, first, last), last, dates)
    return in_order((*rows, *promise_changes(snapshot, first, last, dates)))


def between(snapshot: Snapshot, first: str, last: str) -> list[Seen]:
    """What differs between two dates."""
    found = history(snapshot, last)
    met = _met(found)
    pairs = [_Pair(stretches, first, last, met) for stretches in found.values()]
    return [each for pair in pairs if (each := _seen(pair))]


def resting(snapshot: Snapshot, seen: Iterable[Seen], last: str, dates: Dates) -> Places:
    """What differences rest on."""
    return evidence_of(snapshot, (node for each in seen for node in each.nodes), last, dates)


def told(snapshot: Snapshot, seen: Sequence[Seen], last: str, dates: Dates) -> list[Change]:
    """Differences in sentences, with what they rest on."""
    places = resting(snapshot, seen, last, dates)
    return [change(each, places, dates) for each in seen]


def in_order(rows: Iterable[Change]) -> tuple[Change, ...]:
    """Changes by date, body and subject."""
    return tuple(sorted(rows, key=lambda row: (row.date, row.body or "", row.kind, row.subject, row.key)))


def _met(found: History) -> dict[str, str]:
    """The bodies that portfolios belong to, each with since when: those count, whatever their kind."""
    since: dict[str, str] = {}
    for stretches in found.values():
        for each in stretches:
            if each.about == "portfolio" and each.body:
                since[each.body] = min(each.valid_from, since.get(each.body, each.valid_from))
    return since


@dataclass(frozen=True, slots=True)
class _At:
    """What holds on one date: its code, in words, and who."""

    answer: str
    words: str | None
    people: tuple[Held, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The stretches of one subject, seen at two dates. `met`: bodies that always count, and since when."""

    stretches: Sequence[Stretch]
    first: str
    last: str
    met: Mapping[str, str]

    def at(self, date: str) -> _At:
        """What holds on a date."""
        there = tuple(each for each in self.stretches if each.on(date))
        told = [each for each in there if self._tells(each, date)]
        if not told:
            return _At(NONE, None, (), there)
        people = tuple(held for each in told for held in each.people)
        return _At(told[0].answer, _words(told[0], people), people, there)

    def _tells(self, each: Stretch, date: str) -> bool:
        if each.about == "body" and each.answer == "existing":
            since = self.met.get(each.name or "")
            return (since is not None and since <= date) or not telling.is_partner(each.kind, each.name)
        return each.answer not in _NOTHING.get(each.about, frozenset())

    def since(self, words: str | None) -> str:
        """From when it has been as it is at the end: the last date on which it changed."""
        days = {each.valid_from for each in self.stretches}
        days |= {each.valid_until for each in self.stretches if each.valid_until}
        since = self.last
        for day in sorted((day for day in days if self.first < day <= self.last), reverse=True):
            if self.at(day).words != words:
                break
            since = day
        return since


def _words(stretch: Stretch, people: Sequence[Held]) -> str:
    """The answer in words."""
    names = _names(people)
    if stretch.about == "portfolio":
        return wording.holder(stretch.answer, names)
    if stretch.about == "role":
        return names or ""
    if stretch.about == "body":
        return wording.label("body-status", stretch.answer)
    if stretch.about == "structure":
        return telling.relation(stretch.relation, wording.label("relation", stretch.answer))
    return wording.OPEN_POSTS[stretch.answer]


def _names(people: Iterable[Held]) -> str | None:
    """The names, the holder first, with in what capacity the others are there."""
    ordered = sorted(people, key=lambda held: (held.capacity not in {None, "holder"}, held.name))
    return ", ".join(wording.named(held.name, held.capacity) for held in ordered) or None


@dataclass(frozen=True, slots=True)
class Seen:
    """What is otherwise at the second date: since when, and the stretches that came then."""

    pair: _Pair
    before: _At
    after: _At
    since: str
    run: Sequence[Stretch]

    @property
    def there(self) -> Sequence[Stretch]:
        """What the new answer rests on; where nothing is left, what was there until then."""
        return [*self.run, *self.after.stretches] or self.pair.stretches[-1:]

    @property
    def stated(self) -> str | None:
        """The day from which it is so, where minutes name one."""
        gone, new, _ = _moved(self.before.people, self.after.people)
        return _stated(gone, new, self.after, self.run)

    @property
    def new(self) -> Sequence[Held]:
        """Who came."""
        return _moved(self.before.people, self.after.people)[1]

    @property
    def nodes(self) -> Iterator[str]:
        """All that may be shown with it hangs on these."""
        yield from (held.node for held in self.after.people)
        yield from (each.node for each in self.there)


def _seen(pair: _Pair) -> Seen | None:
    before, after = pair.at(pair.first), pair.at(pair.last)
    if before.words == after.words:
        return None
    since = pair.since(after.words)
    run = [each for each in pair.stretches if since <= each.valid_from <= pair.last] or after.stretches
    return Seen(pair, before, after, since, run)


def change(seen: Seen, places: Places, dates: Dates) -> Change:
    """A difference in a sentence."""
    pair, before, after, since, run = seen.pair, seen.before, seen.after, seen.since, seen.run
    gone, new, stays = _moved(before.people, after.people)
    of_new = _newest_first([(held, places.get(held.node, ())) for held in new], dates)
    found = _evidence(seen.there, places, [theirs for _, theirs in of_new])
    stated = _stated(gone, [held for held, _ in of_new], after, run)
    told = dates.get(found[0].document) if found else None
    stretch = pair.stretches[-1]
    values = _values(stretch, before, after) | {
        "gone": _names(gone),
        "new": _names(new),
        "stays": _names(stays),
        "date": day_in_words(stated) if stated else None,
        "told": day_in_words(told) if told and told != stated else None,
    }
    sentence = telling.sentence_for(stretch.about, before.answer, after.answer, values)
    return Change(
        kind=sentence.kind,
        subject=telling.subject(stretch.about, values),
        before=before.words,
        after=after.words,
        date=stated or since,
        sentence=_capital(fill(said(sentence.says), values)),
        evidence=found,
        body=_group(stretch),
        key=stretch.subject,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


Places = Mapping[str, tuple[Evidence, ...]]
_Told = tuple[Held, tuple[Evidence, ...]]


def _newest_first(told: list[_Told], dates: Dates) -> list[_Told]:
    """Who came, with what says so: the one whom the latest minutes brought first, holders before others."""

    def place(entry: _Told) -> tuple[str, bool]:
        held, found = entry
        return (dates.get(found[0].document) or "") if found else "", held.capacity in {None, "holder"}

    return sorted(told, key=place, reverse=True)


def _moved(
    before: Sequence[Held], after: Sequence[Held]
) -> tuple[tuple[Held, ...], tuple[Held, ...], tuple[Held, ...]]:
    """Who is gone, who is new and who is still there; in another capacity counts as gone and new."""
    was = {(held.person, held.capacity) for held in before}
    now = {(held.person, held.capacity) for held in after}
    return (
        tuple(held for held in before if (held.person, held.capacity) not in now),
        tuple(held for held in after if (held.person, held.capacity) not in was),
        tuple(held for held in after if (held.person, held.capacity) in was),
    )


def _stated(gone: Sequence[Held], new: Sequence[Held], after: _At, run: Sequence[Stretch]) -> str | None:
    """From when it is so, as the minutes state it.

    Of who comes (`new`, the newest first), else of who goes, else of the thing itself.
    """
    if after.answer == "contradicted":
        return None
    if new:
        return new[0].since
    left = [held.until for held in gone if held.until]
    return max(left or [each.since for each in run if each.since], default=None)


def _values(stretch: Stretch, before: _At, after: _At) -> dict[str, str | None]:
    """What the sentences may name of the subject and of the two answers."""
    unnamed = stretch.about == "portfolio" and stretch.name is None
    holder = _names(before.people or after.people)
    return {
        "name": fill(wording.UNNAMED_PORTFOLIO, {"holder": holder}) if unnamed else stretch.name,
        "in": stretch.body or stretch.scope,
        "of": stretch.body,
        "theme": stretch.theme,
        "person": stretch.person,
        "object": stretch.object,
        "relation": telling.relation(stretch.relation, stretch.answer),
        "asker": next((each.asker for each in after.stretches if each.asker), None),
        "before": before.words,
        "after": after.words,
        "after_names": _names(after.people),
    }


def _group(stretch: Stretch) -> str | None:
    """The body under which a change is listed."""
    return stretch.name if stretch.about in {"body", "structure"} else stretch.body or stretch.scope


def _evidence(
    there: Iterable[Stretch], places: Places, of_new: Iterable[tuple[Evidence, ...]]
) -> tuple[Evidence, ...]:
    """What the new answer rests on: of who came first."""
    found = [place for theirs in of_new for place in theirs]
    found += [place for each in there for place in places.get(each.node, ())]
    return tuple(_once(found))[:_MOST]


def _once(places: Iterable[Evidence]) -> Iterator[Evidence]:
    seen: set[tuple[str, int, int]] = set()
    for place in places:
        key = (place.document, place.start, place.end)
        if key not in seen:
            seen.add(key)
            yield place
