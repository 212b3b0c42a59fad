"""What is still to come: what minutes announce for a later day, and bodies that are on their way."""

from __future__ import annotations

from graph.answers.difference import Places, Seen, between, change, in_order, resting, told
from graph.answers.evidence import Dates
from graph.answers.lookup import checked_date
from graph.answers.meetings import dates_of
from graph.answers.model import Change
from graph.store.snapshot import Snapshot

_ON_THE_WAY = frozenset({"announced", "ending"})
_NEVER, _EVER = "0001-01-01", "9999-12-31"


def coming(snapshot: Snapshot, when: str) -> tuple[Change, ...]:
    """What minutes up to a date say will be otherwise after it: on a day named, or a body that comes or goes.

    Raises:
        InputError: the date is no ISO date.
    """
    day, dates = checked_date(when), dates_of(snapshot)
    later = [each for each in between(snapshot, day, _EVER) if (each.stated or "") > day]
    places = resting(snapshot, later, _EVER, dates)
    rows = [change(each, places, dates) for each in later if _is_said_by(each, day, places, dates)]
    on_the_way = [each for each in between(snapshot, _NEVER, day) if each.after.answer in _ON_THE_WAY]
    return in_order((*rows, *told(snapshot, on_the_way, day, dates)))


def _is_said_by(seen: Seen, when: str, places: Places, dates: Dates) -> bool:
    """Whether minutes up to a date say what is otherwise later."""
    nodes = [held.node for held in seen.new] or [each.node for each in seen.there]
    days = [[dates.get(place.document) or _EVER for place in places.get(node, ())] for node in nodes]
    return all(min(each, default=_EVER) <= when for each in days)
