"""Who held what when: per portfolio, role and body what lasted from when to when, up to a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers import telling, wording
from graph.answers.evidence import evidence_of
from graph.answers.history import Held, Stretch, history
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Bar, Evidence, Lane
from graph.answers.template import fill
from graph.store.snapshot import Snapshot

_KINDS = ("portfolio", "role", "body")
_UNTOLD = {"portfolio": frozenset({"not_named"}), "role": frozenset({"ended"})}


@dataclass(frozen=True, slots=True)
class _Run:
    """Stretches without a gap in which one thing stays: somebody, a vacancy, a status; and what follows."""

    stretches: tuple[Stretch, ...]
    held: tuple[Held, ...]
    then: Stretch | None

    @property
    def node(self) -> str:
        """What it rests on hangs on this."""
        return self.held[0].node if self.held else self.stretches[0].node


def timeline(snapshot: Snapshot, as_of: str | None = None) -> tuple[Lane, ...]:
    """What lasted from when to when, as known at a date: by body, portfolios before roles before bodies."""
    when = query_date(snapshot, as_of)
    found = [
        (stretches, runs)
        for stretches in history(snapshot, when).values()
        if stretches[0].about in _KINDS and _counts(stretches)
        if (runs := _runs(stretches))
    ]
    nodes = (run.node for _, runs in found for run in runs)
    places = evidence_of(snapshot, nodes, when, dates_of(snapshot))
    lanes = [_lane(stretches, [_bar(run, places) for run in runs]) for stretches, runs in found]
    return tuple(sorted(lanes, key=_place))


def _lane(stretches: Sequence[Stretch], bars: Iterable[Bar]) -> Lane:
    first = stretches[0]
    return Lane(_group(first), first.about, _label(stretches), tuple(bars), first.subject)


def _place(lane: Lane) -> tuple[bool, str, int, str]:
    return lane.body is None, lane.body or "", _KINDS.index(lane.kind), lane.label.casefold()


def _counts(stretches: Sequence[Stretch]) -> bool:
    """Whether a body has a place here: one of the structure, or one of which more is said than its name."""
    first = stretches[0]
    told = any(each.answer != "existing" for each in stretches)
    return first.about != "body" or told or not telling.is_partner(first.kind, first.name)


def _group(stretch: Stretch) -> str | None:
    return None if stretch.about == "body" else stretch.body or stretch.scope


def _label(stretches: Sequence[Stretch]) -> str:
    last = stretches[-1]
    if last.about == "portfolio" and last.name is None:
        names = ", ".join(held.name for held in last.people)
        return fill(wording.UNNAMED_PORTFOLIO, {"holder": names})
    return fill("{name}[ {theme}]", {"name": last.name, "theme": last.theme})


def _runs(stretches: Sequence[Stretch]) -> list[_Run]:
    """The runs of one subject, in order of their beginning."""
    by_person = _by_person(stretches) if stretches[0].about == "role" else [list(stretches)]
    found = [run for each in by_person for run in _unbroken(each)]
    return sorted(found, key=lambda run: (run.stretches[0].valid_from, run.stretches[0].node))


def _by_person(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    for each in stretches:
        found[each.people[0].person if each.people else ""].append(each)
    return [found[person] for person in sorted(found)]


_Key = tuple[str | None, str | None]


def _unbroken(stretches: Sequence[Stretch]) -> Iterator[_Run]:
    going: dict[_Key, tuple[list[Stretch], list[Held]]] = {}
    for stretch in stretches:
        now = dict(_present(stretch))
        for key in [key for key in going if key not in now]:
            yield _run(*going.pop(key), stretch)
        for key, held in now.items():
            there, people = going.setdefault(key, ([], []))
            there.append(stretch)
            people.extend([held] if held else [])
    for there, people in going.values():
        yield _run(there, people, None)


def _run(stretches: Iterable[Stretch], held: Iterable[Held], then: Stretch | None) -> _Run:
    return _Run(tuple(stretches), tuple(held), then)


def _present(stretch: Stretch) -> Iterator[tuple[_Key, Held | None]]:
    """What is there in a stretch: each person in their capacity, else the answer itself."""
    if stretch.answer in _UNTOLD.get(stretch.about, frozenset()):
        return
    for held in stretch.people:
        yield (held.person, held.capacity), held
    if not stretch.people:
        yield (None, stretch.answer), None


def _bar(run: _Run, places: Mapping[str, tuple[Evidence, ...]]) -> Bar:
    first, last = run.stretches[0], run.stretches[-1]
    held = run.held[-1] if run.held else None
    since = held.since if held else next((each.since for each in run.stretches if each.since), None)
    start = since if since and _is_beginning(last) else first.valid_from
    end, stated = _end(run)
    found = places.get(run.node)
    return Bar(
        answer=last.answer,
        answer_label=_answer(last),
        who=wording.named(held.name, held.capacity) if held else None,
        start=start,
        start_stated=start == since,
        end=max(end, start) if end else None,
        end_stated=stated,
        last_seen=held.last_seen if held else None,
        evidence=found[0] if found else None,
        person=held.person if held else None,
    )


def _is_beginning(stretch: Stretch) -> bool:
    """Whether a day that is named for it is that of a beginning: what is to end ends on it."""
    return stretch.about != "body" or stretch.answer != "ending"


def _answer(stretch: Stretch) -> str:
    schemes = {"portfolio": "answer", "role": "role-status", "body": "body-status"}
    return wording.label(schemes[stretch.about], stretch.answer)


def _end(run: _Run) -> tuple[str | None, bool]:
    """When it was over, and whether the minutes name that day: for who goes, or for what comes instead."""
    if run.then is None:
        return None, False
    left = run.held[-1].until if run.held else None
    stated = left or next((held.until for held in run.then.people if _same(held, run) and held.until), None)
    came = [held.since for held in run.then.people if held.since and not _same(held, run)]
    instead = run.then.since if not run.held and _is_beginning(run.then) else None
    stated = stated or min(came, default=None) or instead
    return (stated, True) if stated else (run.then.valid_from, False)


def _same(held: Held, run: _Run) -> bool:
    return bool(run.held) and held.person == run.held[-1].person
