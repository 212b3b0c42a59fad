"""Everything that is said in Dutch and must be said in English too: what `ontology/english.yaml` holds."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from graph import answers, ontology, screen
from graph.answers.header import names, query_file

_ROOMS = ("graph.answers.wording", "graph.map.style")
_NOT_WORDS = {
    "graph.screen.wording": {"SIGNS", "LANGUAGES"},
    "graph.screen.wording_promises": {"PENDING", "ENDED"},
    "graph.answers.wording": {"CODES"},
    "graph.map.style": {"INK", "LINE", "FONT_FACE", "UNKNOWN", "COLUMNS", "MARK_TINTS", "EDGE_ENDS"},
}
"""Constants of those modules that hold codes, signs and colours."""
_PAIRS = {"BAR_LEGEND": 1, "COVERAGE_COLUMNS": 1, "LEGEND": 1, "PROMISE_SECTIONS": 0}
"""Constants that hold pairs of a code and words → which of the two is the words."""


def modules() -> list[ModuleType]:
    """The modules whose constants are said."""
    of_screen = (
        f"{screen.__name__}.{module.name}"
        for module in pkgutil.iter_modules(screen.__path__)
        if module.name.startswith("wording")
    )
    return [importlib.import_module(name) for name in (*of_screen, *_ROOMS)]


def spoken() -> dict[str, str]:
    """Dutch words → where they are said."""
    return {words: where for where, words in (*_of_modules(), *_of_ontology()) if words.strip()}


def _of_modules() -> Iterator[tuple[str, str]]:
    for module in modules():
        for name, value in vars(module).items():
            if name.isupper() and name not in _NOT_WORDS.get(module.__name__, ()):
                rows = [pair[_PAIRS[name]] for pair in value] if _is_of_pairs(name, value) else value
                yield from ((f"{module.__name__}.{name}", words) for words in _words(rows))


def _is_of_pairs(name: str, value: object) -> bool:
    return name in _PAIRS and isinstance(value, tuple)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (words for each in value.values() for words in _words(each))
    elif isinstance(value, tuple | list):
        yield from (words for each in value for words in _words(each))


def _of_ontology() -> Iterator[tuple[str, str]]:
    for name in names("gaps"):
        rule = query_file("gaps", name)
        fields = {"title", "explanation", "suggestion"} & rule.header.keys()
        yield from ((f"gaps/{name}", rule.text(field)) for field in sorted(fields))
    for folder in ("rules", "wording"):
        for path in ontology.files(folder, "*.yaml"):
            content = ontology.load_yaml(f"{folder}/{path.name}")
            yield from ((f"{folder}/{path.name}", reason) for reason in _reasons(content))
    told = ontology.load_yaml("sentences/changes.yaml")
    for part in ("subjects", "relations", "promise_statuses"):
        yield from (("sentences", words) for words in told[part].values())
    yield from (("sentences", each["says"]) for each in told["sentences"])
    for query in answers.kept_queries():
        meanings = (meaning for _, meaning in query.parameters)
        yield from ((f"queries/{query.name}", words) for words in (query.title, query.question, *meanings))


def _reasons(content: object) -> Iterator[str]:
    """The reasons that rules give, wherever in their file they stand."""
    if isinstance(content, dict):
        if isinstance(content.get("reason"), str):
            yield " ".join(content["reason"].split())
        yield from (reason for each in content.values() for reason in _reasons(each))
    elif isinstance(content, list):
        yield from (reason for each in content for reason in _reasons(each))
