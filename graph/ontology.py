"""Where `ontology/` is, and how its files are opened: nobody else knows the folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import OntologyError

FOLDER = Path(__file__).resolve().parent.parent / "ontology"

_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def path(name: str) -> Path:
    """The file or folder `name` (relative to `ontology/`); an OntologyError when it is not there."""
    found = FOLDER / name
    if not found.exists():
        raise OntologyError(f"ontology/{name}", "ontbreekt", "zet het bestand terug uit de broncode")
    return found


@cache
def load_yaml(name: str) -> Any:
    """The content of a YAML file in `ontology/`; an OntologyError names the line that is not sound YAML."""
    try:
        return yaml.load(path(name).read_text(encoding="utf-8"), Loader=_loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", regel {mark.line + 1}" if mark else ""
        raise OntologyError(f"ontology/{name}{line}", "is geen geldige YAML", "verbeter die regel") from error


def files(folder: str, pattern: str) -> list[Path]:
    """The files in a folder of `ontology/` that match `pattern`, in order of name."""
    return sorted(path(folder).glob(pattern))
