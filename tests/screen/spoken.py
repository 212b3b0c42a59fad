"""Everything that is said in Dutch and must be said in English too: what `ontology/english.yaml` holds."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from graph import ontology, screen
from graph.answers.header import names, query_file

_ROOMS = ("graph.answers.wording", "graph.map.style")
_NOT_WORDS = frozenset(
    {
        "SIGNS",
        "ENDED",
        "PENDING",
        "CODES",
        "INK",
        "LINE",
        "FONT_FACE",
        "UNKNOWN",
        "COLUMNS",
        "LANGUAGES",
        "MARK_TINTS",
        "EDGE_ENDS",
    }
)
"""Constants of those modules that hold codes, signs and colours; `COLUMNS` of the map holds codes too."""


def modules() -> list[ModuleType]:
    """The modules whose constants are said."""
    of_screen = (
        f"{screen.__name__}.{module.name}"
        for module in pkgutil.iter_modules(screen.__path__)
        if module.name.startswith("wording")
    )
    return [importlib.import_module(name) for name in (*of_screen, *_ROOMS)]


def constants() -> Iterator[tuple[str, str]]:
    """Module and words of everything that is said by a constant."""
    for module in modules():
        for name, value in vars(module).items():
            told = name not in _NOT_WORDS or (
                name == "COLUMNS" and module.__name__.startswith("graph.screen")
            )
            if name.isupper() and told:
                yield from ((module.__name__, words) for words in _words(name, value))


def _words(name: str, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (words for each in value.values() for words in _words(name, each))
    elif isinstance(value, tuple):
        pairs = name in {"BAR_LEGEND", "COVERAGE_COLUMNS", "LEGEND", "PROMISE_SECTIONS"}
        for each in value:
            said = _of_pair(name, each) if pairs else each
            yield from _words(name, said)


def _of_pair(name: str, pair: tuple[str, object]) -> object:
    """The words in a pair of a code and its words."""
    return pair[0] if name == "PROMISE_SECTIONS" else pair[1]


def _flat(text: str) -> str:
    return " ".join(text.split())


def of_ontology() -> Iterator[tuple[str, str]]:
    """File and words of everything that is said by gap rules, rules, and sentences about changes."""
    for name in names("gaps"):
        rule = query_file("gaps", name)
        for field in ("title", "explanation", "suggestion"):
            if field in rule.header:
                yield f"gaps/{name}", rule.text(field)
    for path in ontology.files("rules", "*.yaml"):
        yield f"rules/{path.stem}", _flat(ontology.load_yaml(f"rules/{path.name}")["reason"])
    for path in ontology.files("wording", "*.yaml"):
        yield from (
            (f"wording/{path.stem}", reason)
            for reason in _reasons(ontology.load_yaml(f"wording/{path.name}"))
        )
    content = ontology.load_yaml("sentences/changes.yaml")
    for part in ("subjects", "relations", "promise_statuses"):
        yield from (("sentences", words) for words in content[part].values())
    yield from (("sentences", each["says"]) for each in content["sentences"])


def _reasons(content: object) -> Iterator[str]:
    if isinstance(content, dict):
        if isinstance(content.get("reason"), str):
            yield _flat(content["reason"])
        yield from (reason for each in content.values() for reason in _reasons(each))
    elif isinstance(content, list):
        yield from (reason for each in content for reason in _reasons(each))
