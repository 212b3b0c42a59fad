"""The language of whoever is being answered: Dutch, until somebody chose otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

DUTCH, ENGLISH = "nl", "en"
LANGUAGES = (DUTCH, ENGLISH)

_language: ContextVar[str] = ContextVar("language", default=DUTCH)
_P = ParamSpec("_P")
_R = TypeVar("_R")


def current() -> str:
    """The language that is spoken now: a key of HTML's `lang`."""
    return _language.get()


def speak(language: str) -> None:
    """From here on this language; any other than those there are is Dutch."""
    _language.set(language if language in LANGUAGES else DUTCH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """This language, for as long as it lasts."""
    before = _language.set(language if language in LANGUAGES else DUTCH)
    try:
        yield
    finally:
        _language.reset(before)


def kept(work: Callable[_P, _R]) -> Callable[_P, _R]:
    """The same work, done later or by another thread, in the language that is spoken now."""
    language = current()

    @wraps(work)
    def in_that_language(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with speaking(language):
            return work(*args, **kwargs)

    return in_that_language
