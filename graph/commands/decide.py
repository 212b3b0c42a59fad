"""`decide KIND …`: a decision of a person about what the minutes say; `decide --list` shows the log."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from graph.commands.command import (
    Command,
    decisions_argument,
    decisions_of,
    print_json,
    say,
    store_argument,
)
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.answers.decided import Outcome
    from graph.decisions import Decision, Log

_TWO, _ONE = 2, 1
_SHOWN = 3  # decisions in a message
_BUILD = "python -m graph build"
_WRONG = "is zo niet te besluiten"
_HOW = {
    "same": "geef twee personen, organen of thema's: naam, adres of id",
    "different": "geef twee personen, organen of thema's: naam, adres of id",
    "confirm": "geef de id of het adres van een feit",
    "reject": "geef de id of het adres van een feit",
    "correct": "geef de id of het adres van een feit, en daarna VELD=WAARDE",
    "add": "geef een soort feit, en daarna VELD=WAARDE",
    "withdraw": "geef de id van een besluit of van een verslag",
}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", nargs="?", choices=sorted(_HOW), metavar="SOORT", help=", ".join(sorted(_HOW))
    )
    parser.add_argument("about", nargs="*", metavar="WAT", help="waarover het gaat, en VELD=WAARDE")
    parser.add_argument("--by", metavar="NAAM", help="wie dit besluit")
    parser.add_argument("--because", metavar="REDEN", help="waarom")
    parser.add_argument("--body", metavar="ORGAAN", help="bij add: van welk orgaan")
    parser.add_argument(
        "--date", metavar="DATUM", help="bij add: vanaf wanneer bekend (anders: de laatste vergadering)"
    )
    parser.add_argument("--list", action="store_true", help="toon alle besluiten")
    parser.add_argument("--json", action="store_true", help="als JSON")
    store_argument(parser)
    decisions_argument(parser)


def _run(given: argparse.Namespace) -> int:
    log = decisions_of(given)
    if given.list:
        return _show(log, given)
    if not given.kind:
        raise InputError("decide", "welk besluit?", f"kies uit {', '.join(_HOW)}, of geef --list")
    made = log.append(_decision(given, log))
    told = _told(made, given.store, log)
    if given.json:
        print_json(_as_json(made, stands=True))
        say(told)
    else:
        print(told)
    return 0


def _told(made: Decision, store: str, log: Log) -> str:
    """What is said once it is logged: whether it counts already, and what is to be done when it does not."""
    done = f"besluit {made.id} is vastgelegd"
    if waiting := _refreshed(store, log):
        return f"{done}; het telt mee bij de volgende `{_BUILD}` ({waiting})"
    if _brings_back(made, log):
        return f"{done}; het verslag komt terug bij de volgende `{_BUILD}`"
    if vain := _in_vain(made, store):
        return f"{done}, maar doet niet wat het zegt: {vain}"
    return f"{done} en telt mee"


def _refreshed(store: str, log: Log) -> str | None:
    """Why the store does not show the decision yet; None when it does."""
    from graph.build import refresh_state

    try:
        refresh_state(store, log)
    except InputError as error:
        return error.what
    return None


def _brings_back(made: Decision, log: Log) -> bool:
    """Whether it undoes that a document was withdrawn: the document has to be read again then."""
    from graph.decisions import effect_of

    before = [each for each in log.read() if each.id != made.id]
    return bool(effect_of(before).withdrawn - effect_of([*before, made]).withdrawn)


def _in_vain(made: Decision, store: str) -> str | None:
    from graph.answers import open_snapshot, outcomes

    outcome = outcomes(open_snapshot(store)).get(made.id)
    return outcome.problem if outcome else None


def _decision(given: argparse.Namespace, log: Log) -> Decision:
    from graph.decisions import Decision

    by, because = (_line(getattr(given, name), f"--{name}") for name in ("by", "because"))
    about = [_line(text, "WAT") for text in given.about]
    return Decision(
        id="", time="", kind=given.kind, by=by, because=because, **_WHAT[given.kind](about, given, log)
    )


def _line(text: str | None, where: str) -> str:
    """The text as a decision keeps it."""
    from graph.decisions.words import one_line

    return one_line(text, where, "een besluit heeft een naam (--by) en een reden (--because)")


def _pair(about: list[str], given: argparse.Namespace, log: Log) -> dict[str, Any]:
    from graph.answers import naming, open_snapshot
    from graph.decisions import effect_of

    _count(given.kind, about, _TWO)
    snapshot = open_snapshot(given.store)
    one, other = (naming.entity(snapshot, text) for text in about)
    if one == other:
        todo = (
            "geef de id's van twee vermeldingen (feiten), of trek het besluit in dat dat zegt"
            if given.kind == "different"
            else "er is niets te besluiten"
        )
        raise InputError(about[1], f"is voor het programma al hetzelfde als {about[0]}", todo)
    if naming.kind_of(snapshot, one) != naming.kind_of(snapshot, other):
        raise InputError(about[1], f"is iets van een andere soort dan {about[0]}", _HOW[given.kind])
    pair = (min(one, other), max(one, other))
    if against := effect_of(log.read()).against(given.kind, pair):
        ids = ", ".join(each.id for each in against[:_SHOWN])
        todo = "trek dat eerst in met `decide withdraw` (zie `decide --list`)"
        raise InputError(given.kind, f"spreekt een eerder besluit tegen ({ids})", todo)
    return {"targets": pair}


def _fact(about: list[str], given: argparse.Namespace, _log: Log) -> dict[str, Any]:
    from graph.answers import naming, open_snapshot

    _count(given.kind, about, _ONE)
    return {"targets": (naming.fact(open_snapshot(given.store), about[0]),)}


def _correction(about: list[str], given: argparse.Namespace, _log: Log) -> dict[str, Any]:
    from graph.answers import naming, open_snapshot
    from graph.decisions.fields import given as pairs
    from graph.decisions.fields import parsed

    if len(about) < _TWO:
        raise InputError(given.kind, _WRONG, _HOW[given.kind])
    snapshot = open_snapshot(given.store)
    iri, fields = naming.fact(snapshot, about[0]), pairs(about[1:])
    parsed(naming.fact_kind(snapshot, iri), dict(fields))
    return {"targets": (iri,), "fields": fields}


def _addition(about: list[str], given: argparse.Namespace, _log: Log) -> dict[str, Any]:
    from graph.answers import as_of, open_snapshot
    from graph.decisions.fields import given as pairs
    from graph.decisions.fields import made

    if len(about) < _TWO:
        raise InputError(given.kind, _WRONG, _HOW[given.kind])
    fields = pairs(about[1:])
    made(about[0], dict(fields))
    body = _line(given.body, "--body") if given.body else None
    if body is None and about[0] in {"portfolio", "role", "promise", "decision"}:
        raise InputError("--body", "ontbreekt", "zeg van welk orgaan het is")
    day = as_of(open_snapshot(given.store), given.date)
    return {"fact_kind": about[0], "fields": fields, "body": body, "date": day}


def _withdrawal(about: list[str], given: argparse.Namespace, log: Log) -> dict[str, Any]:
    from graph.answers import naming, open_snapshot
    from graph.decisions import effect_of

    _count(given.kind, about, _ONE)
    decisions = log.read()
    effect = effect_of(decisions)
    known = {decision.id for decision in decisions}
    if about[0] in known and about[0] not in {decision.id for decision in effect.standing}:
        raise InputError(about[0], "is al ingetrokken", "zie `decide --list`")
    if about[0] not in known and not naming.is_document(open_snapshot(given.store), about[0]):
        raise InputError(about[0], "is geen besluit en geen verslag", _HOW["withdraw"])
    return {"targets": (about[0],)}


_WHAT = {
    "same": _pair, "different": _pair, "confirm": _fact, "reject": _fact, "correct": _correction,
    "add": _addition, "withdraw": _withdrawal,
}  # fmt: skip


def _count(kind: str, about: list[str], wanted: int) -> None:
    if len(about) != wanted:
        raise InputError(kind, _WRONG, _HOW[kind])


def _show(log: Log, given: argparse.Namespace) -> int:
    from graph.answers import has_store, open_snapshot, outcomes
    from graph.commands.tables import table
    from graph.decisions import effect_of

    decisions = log.read()
    effect = effect_of(decisions)
    standing = {decision.id for decision in effect.standing}
    came_of = outcomes(open_snapshot(given.store)) if has_store(given.store) else {}
    rows = [_as_json(each, stands=each.id in standing, came_of=came_of.get(each.id)) for each in decisions]
    replaced = effect.replaced
    if given.json:
        print_json(rows)
    else:
        shown = [
            (row["id"], row["time"][:16], row["kind"], row["by"], _state(row, replaced), _in_words(row))
            for row in rows
        ]
        print(table(("besluit", "wanneer", "soort", "door", "stand", "waarover en waarom"), shown))
    for line in log.damage():
        say(f"let op: {line}")
    return 0


def _in_words(row: dict[str, Any]) -> str:
    about = " ".join([*row["about"], *row["fields"]])
    return f"{about}: {row['because']}"


def _state(row: dict[str, Any], replaced: frozenset[str]) -> str:
    if not row["stands"]:
        return "ingetrokken"
    if row["id"] in replaced:
        return "vervangen"
    if row["orphaned"]:
        return "feit is weg"
    return "zonder gevolg" if row["problem"] else "geldt"


def _as_json(decision: Decision, *, stands: bool, came_of: Outcome | None = None) -> dict[str, Any]:
    return {
        "id": decision.id, "kind": decision.kind, "time": decision.time, "by": decision.by,
        "because": decision.because, "about": [*decision.targets, *filter(None, [decision.fact_kind])],
        "fields": [f"{field}={value}" for field, value in decision.fields], "body": decision.body,
        "date": decision.date, "stands": stands, "orphaned": list(came_of.orphaned) if came_of else [],
        "problem": came_of.problem if came_of else None,
    }  # fmt: skip


COMMAND = Command(
    "decide",
    "Leg een besluit van een persoon vast over wat de verslagen zeggen; --list toont ze.",
    _arguments,
    _run,
)
