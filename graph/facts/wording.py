"""The wording rules, from `ontology/wording/`; what they match in a sentence is found in `matching`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph import ontology
from graph.dutch.cues import Sought
from graph.errors import OntologyError
from graph.facts.model import Certainty
from graph.facts.template import compile_template

FILES = (
    "attendance", "statements", "concerns", "portfolios", "roles", "successions", "structure", "missing",
    "decisions", "promises", "progress", "events", "corrections",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """Sentences that show a rule at work, or how it stays silent.

    The last one counts, the others are what is said before. `gives` are fields of the fact that must come
    out; `but` is the rule of the same kind that does read the last sentence.
    """

    said: tuple[str, ...]
    gives: Mapping[str, Any]
    but: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it finds (`kind`), how sentences say it, what rules it out, the fields it gives."""

    id: str
    kind: str
    means: str
    says: tuple[str, ...]  # templates
    unless: tuple[str, ...]  # templates
    when: tuple[str, ...]  # templates of which the sentence must have one, where there are any
    gives: Mapping[str, Any]
    certainty: Certainty
    reason: str
    matches: tuple[Example, ...]
    must_not: tuple[Example, ...]

    def pattern(self, template: str) -> Sought:
        """One of the rule's templates as a pattern, which is compiled when it is first needed."""
        try:
            return compile_template(template)
        except ValueError as error:
            where = f"ontology/wording, regel {self.id}"
            raise OntologyError(
                where, f"is niet bruikbaar ({error})", "zie docs/wording.md voor hoe een regel eruitziet"
            ) from error


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matches a tagged sentence, from `start` to `end`, with the stretch of each slot."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


@cache
def rules(kind: str) -> tuple[Rule, ...]:
    """The rules that give facts of one kind, in the order of their file."""
    return tuple(rule for name in FILES for rule in _file(name) if rule.kind == kind)


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is."""
    return tuple(rule for name in FILES for rule in _file(name))


@cache
def _file(name: str) -> tuple[Rule, ...]:
    loaded = ontology.load_yaml(f"wording/{name}.yaml")
    guards = ontology.load_yaml("wording/guards.yaml")
    return tuple(_rule(entry, loaded, guards, name) for entry in loaded["rules"])


def rule(entry: dict[str, Any], name: str) -> Rule:
    """A rule from an entry of a file that has its own word groups and guards put in already."""
    return _rule(entry, {}, {}, name)


def _rule(entry: dict[str, Any], file: dict[str, Any], guards: dict[str, list[str]], name: str) -> Rule:
    where = f"ontology/wording/{name}.yaml, rule {entry.get('id', '?')}"
    try:
        templates = [filled(template, file.get("words", {})) for template in entry["says"]]
        unless = [*entry.get("unless", [])]
        for guard in entry.get("guards", file.get("guards", [])):
            unless.extend(guards[guard])
        return Rule(
            id=entry["id"],
            kind=entry.get("kind", file.get("kind", "")),
            means=entry["means"],
            says=tuple(templates),
            unless=tuple(filled(template, file.get("words", {})) for template in unless),
            when=tuple(filled(template, file.get("words", {})) for template in entry.get("when", [])),
            gives=entry.get("gives", {}),
            certainty=entry.get("certainty", "stated"),
            reason=entry.get("reason", ""),
            matches=tuple(map(_example, entry.get("matches", []))),
            must_not=tuple(map(_example, entry.get("must_not", []))),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise OntologyError(
            where, f"is niet bruikbaar ({error})", "zie docs/wording.md voor hoe een regel eruitziet"
        ) from error


def _example(entry: str | list[str] | dict[str, Any]) -> Example:
    """An example as a file gives it: a sentence, sentences, or `{text, gives, but}`."""
    if not isinstance(entry, dict):
        entry = {"text": entry}
    text = entry["text"]
    said = (text,) if isinstance(text, str) else tuple(text)
    return Example(said, entry.get("gives", {}), entry.get("but"))


def filled(template: str, words: Mapping[str, str]) -> str:
    """A template with a file's word groups (`<speaks>`) put in; among alternatives they need no brackets."""
    template = re.sub(r"(?<=[(|])<(\w+)>(?=[)|])", lambda match: words[match[1]], template)
    return re.sub(r"<(\w+)>", lambda match: f"({words[match[1]]})", template)
