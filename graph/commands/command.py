"""What a command is: a name, a line of help, its arguments, and what it does."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

from graph.errors import InputError, reason

if TYPE_CHECKING:
    from graph.decisions import Log

DEFAULT_STORE = "data/store"


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line for a person, like all others."""

    def error(self, message: str) -> NoReturn:
        """Raise an InputError instead of printing usage and leaving."""
        raise InputError(self.prog, _dutch(message), f"zie `{self.prog} --help`")


@dataclass(frozen=True, slots=True)
class Command:
    """A command. `run` gets the parsed arguments and returns the exit status."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]

    def parser(self) -> Parser:
        """The parser of this command's arguments."""
        parser = Parser(prog=f"python -m graph {self.name}", description=self.help, allow_abbrev=False)
        self.arguments(parser)
        return parser


def store_argument(parser: argparse.ArgumentParser) -> None:
    """`--store`, else `WGE_STORE`, else data/store."""
    parser.add_argument(
        "--store",
        default=os.environ.get("WGE_STORE") or DEFAULT_STORE,
        help="map van de opslag of adres van een SPARQL-endpoint (anders WGE_STORE, anders data/store)",
    )


def decisions_argument(parser: argparse.ArgumentParser) -> None:
    """`--decisions`, else `WGE_DECISIONS`, else data/decisions."""
    parser.add_argument(
        "--decisions",
        metavar="MAP",
        help="map van de besluiten (anders WGE_DECISIONS, anders data/decisions; bij een adres verplicht)",
    )


def decisions_of(given: argparse.Namespace) -> Log:
    """The log that the arguments name."""
    from graph.decisions import Log, decisions_folder

    return Log(Path(given.decisions) if given.decisions else decisions_folder(beside=given.store))


def as_of_argument(parser: argparse.ArgumentParser) -> None:
    """`--as-of`, and `--json`."""
    parser.add_argument(
        "--as-of", metavar="DATUM", help="peildatum, jjjj-mm-dd (anders: de laatste vergadering)"
    )
    parser.add_argument("--json", action="store_true", help="als JSON")


def say(line: str) -> None:
    """Print a line of progress or warning where it does not disturb the result."""
    print(line, file=sys.stderr)


def print_json(value: Any) -> None:
    """Print one JSON document on standard output."""
    import json

    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def file_argument(text: str) -> Path:
    """A path as it was given."""
    return Path(text)


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write beside the file and then put it in its place, so that nothing is ever half there.

    Raises:
        InputError: it cannot be written there.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            write(file)
        beside.replace(path)
    except OSError as error:
        raise InputError(
            str(path), f"kan niet worden geschreven ({reason(error)})", "kies een map waarin u mag schrijven"
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _dutch(message: str) -> str:
    """Argparse's own few messages, in Dutch."""
    for english, dutch in _MESSAGES:
        message = message.replace(english, dutch)
    return message


_MESSAGES = (
    ("the following arguments are required", "er ontbreekt"),
    ("unrecognized arguments", "onbekend argument"),
    ("expected one argument", "verwacht een waarde"),
    ("expected at least one argument", "verwacht minstens een waarde"),
    ("not allowed with argument", "gaat niet samen met"),
    ("invalid choice", "geen geldige keuze"),
    ("argument ", "argument "),
)
