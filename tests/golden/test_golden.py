"""Golden cases that a secretary can read and correct: a piece of minutes, and what should be read from it.

Each file in `cases/` has the minutes between ``` lines, then a list under «## Verwacht» and one under
«## Niet». A line says the kind of fact and its fields in Dutch, as in
`- portefeuille | thema: Wonen | houder: A. de Boer`. Only the fields that are written are compared; «-»
means: not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph.facts.contract import NOT_PRINTED, as_json
from graph.facts.model import KINDS
from graph.facts.read import read

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
KIND = {
    "persoon": "person", "aanwezigheid": "attendance", "functie": "office", "thema": "theme",
    "orgaan": "body", "structuur": "structure", "portefeuille": "portfolio", "rol": "role",
    "opvolging": "succession", "gemis": "missing", "uitspraak": "statement", "besluit": "decision",
    "toezegging": "promise", "gebeurtenis": "event", "tegenspraak": "conflict",
}  # fmt: skip
FIELD = {
    "naam": "name", "persoon": "person", "status": "status", "organisatie": "organisation",
    "opmerking": "note", "functie": "office", "label": "label", "vorm": "forms", "soort": "body_kind",
    "niveau": "level", "orgaan": "body", "relatie": "relation", "object": "object", "thema": "theme",
    "houder": "holder", "gevraagd door": "requested_by", "rol": "role", "voorganger": "predecessor",
    "opvolger": "successor", "wat": "what", "volgens": "said_by", "spreker": "speaker",
    "handeling": "act", "thema's": "themes", "uitkomst": "outcome", "eigenaar": "owner",
    "vanaf": "from", "tot": "to", "datum": "date", "plaats": "place", "over": "about",
    "zekerheid": "certainty", "hoedanigheid": "capacity",
    "agendapunt": "agenda_item", "voorletters": "initials",
    "achternaam": "surname", "tussenvoegsel": "prefix",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One expectation: the kind of fact, and the fields that are written."""

    written: str
    kind: str
    fields: dict[str, str]

    def fits(self, fact: dict[str, Any]) -> bool:
        same = (self._same(fact, name, value) for name, value in self.fields.items())
        return fact["kind"] == self.kind and all(same)

    def _same(self, fact: dict[str, Any], name: str, value: str) -> bool:
        if name in ("from", "to") and self.kind in ("promise", "event"):
            when = fact["due" if self.kind == "promise" else "date"] or {}
            return str(when.get(name) or "-") == value
        found = fact[name]
        if isinstance(found, list):
            return value in found or value == ", ".join(found) or (value == "-" and not found)
        return ("-" if found is None else str(found)) == value


def lines(section: str) -> Iterator[Line]:
    for written in re.findall(r"^- (.+)$", section, re.MULTILINE):
        kind, *parts = [part.strip() for part in written.split("|")]
        pairs = [part.split(":", 1) for part in parts]
        yield Line(written, KIND[kind], {FIELD[name.strip()]: value.strip() for name, value in pairs})


def sections(case: Path) -> tuple[str, list[Line], list[Line]]:
    text = case.read_text(encoding="utf-8")
    minutes = text.split("```")[1].lstrip("\n")
    wanted = re.search(r"## Verwacht\n(.*?)(?=\n## |\Z)", text, re.DOTALL)
    unwanted = re.search(r"## Niet\n(.*?)(?=\n## |\Z)", text, re.DOTALL)
    return minutes, list(lines(wanted[1] if wanted else "")), list(lines(unwanted[1] if unwanted else ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case(case: Path, tmp_path: Path) -> None:
    minutes, wanted, unwanted = sections(case)
    path = tmp_path / "verslag.md"
    path.write_text(minutes, encoding="utf-8")
    facts = as_json(read(path))["facts"]
    assert wanted
    shown = "\n".join(f"{fact['kind']}: {fact['evidence'][0]['quote'][:80]}" for fact in facts)
    assert [line.written for line in wanted if not any(line.fits(fact) for fact in facts)] == [], shown
    assert [line.written for line in unwanted if any(line.fits(fact) for fact in facts)] == []


def test_every_kind_of_fact_has_a_case() -> None:
    told = {line.kind for case in CASES for line in sections(case)[1]}
    assert told == {kind.kind for kind in KINDS} - NOT_PRINTED
