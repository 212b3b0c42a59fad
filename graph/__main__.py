"""The command line: `python -m graph COMMAND …`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from graph.commands import (
    ask,
    asking,
    build,
    changes,
    check,
    decide,
    export,
    governance_map,
    query,
    read,
    score,
)
from graph.commands.command import Command
from graph.errors import InputError
from graph.minutes.masking import mask

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        read.COMMAND,
        build.COMMAND,
        ask.COMMAND,
        asking.PORTFOLIOS,
        asking.COVERAGE,
        asking.GAPS,
        asking.PROMISES,
        changes.COMMAND,
        query.COMMAND,
        governance_map.COMMAND,
        export.COMMAND,
        decide.COMMAND,
        check.COMMAND,
        score.COMMAND,
    )
}
_WITH_VALUE = frozenset(
    {
        "--store",
        "--batch",
        "--as-of",
        "--body",
        "--param",
        "--focus",
        "--minutes",
        "--by",
        "--because",
        "--date",
        "--decisions",
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 something was found, 2 a wrong call or input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        name, rest = _split(given)
        if name is None:
            print(_help())
            return 0 if given else 2
        command = COMMANDS[name]
        return command.run(command.parser().parse_intermixed_args(rest))
    except InputError as error:
        print(mask(" ".join(str(error).split())), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("onderbroken; een volgende keer gaat het verder waar het gebleven was", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stderr.close()
        return 0


def _split(given: list[str]) -> tuple[str | None, list[str]]:
    """The command's name and the rest; options may stand before it."""
    position = 0
    while position < len(given) and given[position].startswith("-"):
        if given[position] in ("--help", "-h"):
            return None, given
        position += 2 if given[position] in _WITH_VALUE else 1
    if position >= len(given):
        if not given:
            return None, given
        raise InputError("python -m graph", "welke opdracht?", f"kies uit {', '.join(COMMANDS)}")
    name = given[position]
    if name not in COMMANDS:
        raise InputError(name, "is geen opdracht", f"kies uit {', '.join(COMMANDS)}")
    return name, given[:position] + given[position + 1 :]


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name.ljust(width)}  {command.help}" for name, command in COMMANDS.items()]
    return "\n".join(
        ["gebruik: python -m graph OPDRACHT …", "", *lines, "", "python -m graph OPDRACHT --help zegt meer."]
    )


if __name__ == "__main__":
    sys.exit(main())
