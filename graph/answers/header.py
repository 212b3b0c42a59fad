"""Kept queries and gap rules: a YAML header in `#+ ` comment lines, then plain SPARQL."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from graph import ontology
from graph.errors import InputError

_MARK = "#+ "
_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A query of ontology/ with its header."""

    name: str
    header: dict[str, Any]
    sparql: str

    def text(self, field: str) -> str:
        """A field of the header that is a line of text.

        An InputError that names the file when it is not there.
        """
        value = self.header.get(field)
        if not isinstance(value, str) or not value.strip():
            raise InputError(
                f"{self.name}.rq",
                f"heeft geen {field} in de kop",
                "vul het aan zoals in de andere bestanden daar",
            )
        return " ".join(value.split())


@lru_cache(maxsize=256)
def query_file(folder: str, name: str) -> QueryFile:
    """The query `name` of a folder of ontology/.

    An InputError when there is none, or its header is not sound.
    """
    where = f"ontology/{folder}/{name}.rq"
    lines = ontology.path(f"{folder}/{name}.rq").read_text(encoding="utf-8").splitlines()
    head = [
        line.removeprefix(_MARK.rstrip()).removeprefix(" ")
        for line in lines
        if line.startswith(_MARK.rstrip())
    ]
    body = [line for line in lines if not line.startswith(_MARK.rstrip())]
    try:
        header = yaml.load("\n".join(head), Loader=_loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise InputError(
            where, "heeft een kop die geen geldige YAML is", "verbeter de regels die met #+ beginnen"
        ) from error
    if not isinstance(header, dict):
        raise InputError(where, "heeft geen kop", "begin met regels zoals `#+ title: …`")
    return QueryFile(name, header, "\n".join(body).strip() + "\n")


def names(folder: str) -> tuple[str, ...]:
    """The names of the queries in a folder of ontology/."""
    return tuple(path.stem for path in ontology.files(folder, "*.rq"))
