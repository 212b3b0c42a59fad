"""The rules of ontology/rules: what may be concluded from what, with the figures that people may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph import ontology
from graph.errors import InputError

Rules = Mapping[str, "Rule"]
_FIELDS = ("id", "title", "concludes", "reason", "parameters", "examples")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, what it concludes, the reason shown to people (Dutch), and its parameters."""

    id: str
    title: str
    concludes: str
    reason: str
    parameters: Mapping[str, Any]
    examples: Mapping[str, Any]
    rank: int = 0  # where several rules conclude the same: the lowest is the one shown

    def number(self, name: str) -> float:
        """A parameter that is a number."""
        value = self.parameters.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(name, "getal")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A parameter that is a list of words."""
        value = self.parameters.get(name)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self._wrong(name, "lijst van woorden")
        return tuple(value)

    def table(self, name: str) -> dict[str, tuple[str, ...]]:
        """A parameter that is a list of words per code."""
        value = self.parameters.get(name)
        if not isinstance(value, dict) or not all(isinstance(words, list) for words in value.values()):
            raise self._wrong(name, "lijst van woorden per code")
        return {str(code): tuple(map(str, words)) for code, words in value.items()}

    def _wrong(self, name: str, expected: str) -> InputError:
        return InputError(
            f"ontology/rules/{self.id}.yaml", f"heeft bij {name} geen {expected}", "verbeter het daar"
        )


def load_rules() -> dict[str, Rule]:
    """All rules of ontology/rules, by id; an InputError that names the file when one is not sound."""
    found = (_rule(path.name) for path in ontology.files("rules", "*.yaml"))
    return {rule.id: rule for rule in found}


def _rule(file: str) -> Rule:
    content = ontology.load_yaml(f"rules/{file}")
    where = f"ontology/rules/{file}"
    if not isinstance(content, dict):
        raise InputError(where, "is geen regel", "schrijf hem zoals de andere regels in die map")
    missing = [name for name in _FIELDS if name not in content]
    if missing:
        raise InputError(
            where, f"mist {', '.join(missing)}", "vul het aan zoals in de andere regels in die map"
        )
    if content["id"] != file.removesuffix(".yaml"):
        raise InputError(
            where, f"noemt zichzelf {content['id']}", "geef de regel en het bestand dezelfde naam"
        )
    return Rule(
        content["id"],
        content["title"],
        content["concludes"],
        " ".join(content["reason"].split()),
        content["parameters"] or {},
        content["examples"] or {},
        content.get("rank", 0),
    )
