"""One thing has one name on all pages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest

from graph import screen

_WORDS = [
    importlib.import_module(f"{screen.__name__}.{module.name}")
    for module in pkgutil.iter_modules(screen.__path__)
    if module.name.startswith(("wording", "style"))
]


def _said(value: object) -> Iterator[str]:
    """The words in a constant; keys are codes and parts of addresses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (word for each in value.values() for word in _said(each))
    elif isinstance(value, tuple):
        yield from (word for each in value for word in _said(each))
    elif label := getattr(value, "label", None):
        yield from _said(label)


@pytest.mark.parametrize("module", _WORDS, ids=lambda module: module.__name__)
def test_a_theme_is_called_a_theme_and_nothing_else(module: ModuleType) -> None:
    constants = [value for name, value in vars(module).items() if name.isupper()]
    assert [word for value in constants for word in _said(value) if "onderwerp" in word.casefold()] == []
