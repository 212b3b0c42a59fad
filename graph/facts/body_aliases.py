"""The shorter names of a body within one document: an abbreviation, or its name without the region."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.facts import body_kinds

_SHORT = re.compile(r"[A-Z][A-Za-z&]{0,3}[A-Z]")
_LONG_ENOUGH = 2  # words of a name that is no mere kind of body


def same(text: str, meets: Sequence[str], written: Iterable[str]) -> dict[str, str]:
    """What else a body is called → its name, where only one body can be meant.

    Args:
        text: The document's text.
        meets: The bodies that meet, by their full names.
        written: Every body that the text names, as it writes it.
    """
    every = list(dict.fromkeys(written))
    found = {name: full for name in every if (full := _longer(name, meets, every))}
    for short in filter(_SHORT.fullmatch, every):
        full = _in_brackets(text, short, every) or _of_letters(short, meets)
        if full and short not in meets:
            found[short] = found.get(full, full)
    return found


def _longer(name: str, meets: Sequence[str], every: Sequence[str]) -> str | None:
    """The body that meets, where a name is its own without the last words and no other begins so."""
    if len(name.split()) < _LONG_ENOUGH or body_kinds.is_bare(name):
        return None
    begins = {other for other in (*meets, *every) if other.lower().startswith(f"{name.lower()} ")}
    return begins.pop() if len(begins) == 1 and begins <= set(meets) else None


def _in_brackets(text: str, short: str, every: Sequence[str]) -> str | None:
    """The one body right behind which the abbreviation stands in brackets: «Bestuurlijk Overleg (BO)»."""
    named = {
        name
        for name in every
        if len(name) > len(short)
        and f"{name} (" in text  # most names stand before no bracket: that costs no pattern
        and re.search(rf"{re.escape(name)} \((?:hierna:? )?(?:het |de )?{re.escape(short)}\)", text)
    }
    return (
        max(named, key=len) if named and all(max(named, key=len).endswith(name) for name in named) else None
    )


def _of_letters(short: str, meets: Sequence[str]) -> str | None:
    """The one body that meets of whose name an abbreviation has the first letters, word by word."""
    fitting = [name for name in meets if len(name.split()) >= _LONG_ENOUGH and _has_letters(short, name)]
    return fitting[0] if len(fitting) == 1 else None


def _has_letters(short: str, name: str) -> bool:
    """Whether the letters stand for the first words of a name: «BVO» for Bestuurlijk VeiligheidsOverleg.

    Each word gives its first letter; a compound may give that of its second part too.
    """
    words = [
        word for word in re.findall(r"\w+", name.lower()) if word not in {"en", "van", "de", "het", "voor"}
    ]
    letters = short.lower()
    for word in words:
        if not letters:
            return True
        if not word.startswith(letters[0]):
            return False
        letters = letters[1:]
        if letters and len(word) > len(letters) and body_kinds.ends_as(word, letters[0]):
            letters = letters[1:]
    return not letters
