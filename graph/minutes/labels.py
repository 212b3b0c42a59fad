"""The labels at the head of minutes («Aanwezig», «Datum»), and what each stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from graph import ontology

OFFICES = ("deputy_chair", "chair", "secretary", "note_taker")
PRESENCE = ("present", "absent", "guests")
_LONGEST = 400  # characters of a label with what stands between its brackets
_SEVERAL = re.compile(r"\s*(?:/|&|\ben\b|,? ?\(?\btevens\b)\s*")
_LONGEST_TAIL = 25  # characters behind the word of a label («aanwezig namens de politie»)
_WHOLE = ("note_taker", "body", "subject", "other", "members")  # these labels have no tail of their own


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The wording of heads, from `ontology/wording/headings.yaml`."""
    loaded: dict[str, Any] = ontology.load_yaml("wording/headings.yaml")
    return loaded


@lru_cache(maxsize=1)
def labels() -> list[tuple[str, str]]:
    """Every word of a label with its role, the longest first."""
    pairs = [(word, role) for role, words in wording()["fields"].items() for word in words]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """The labels by their first word without its point, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, role in labels():
        found.setdefault(word.split()[0].rstrip("."), []).append((word, role))
    return {first: tuple(pairs) for first, pairs in found.items()}


def role_of(label: str) -> str | None:
    """What a label stands for (`date`, `present`, `chair`, …), or None when the wording does not know it."""
    return known_role_of(label) or _absence(label) or next(iter(offices_of(label)), None)


@lru_cache(maxsize=4096)
def offices_of(label: str) -> tuple[str, ...]:
    """The offices that a label names («Secretaris/notulist»: two); empty for a label of something else."""
    parts = _SEVERAL.split(label.strip(" :*_)")) if len(label) <= _LONGEST else []
    named = [known_role_of(part) for part in parts]
    return tuple(dict.fromkeys(role for role in named if role in OFFICES)) if set(named) <= {*OFFICES} else ()


@lru_cache(maxsize=4096)
def known_role_of(label: str) -> str | None:
    """What a label stands for that is itself in the wording, and not just about absence."""
    if len(label) > _LONGEST:
        return None
    clean = _cleaned(label)
    if not clean:
        return None
    for word, role in _by_first_word().get(clean.split()[0].rstrip("."), ()):
        tail = clean.startswith(word + " ") and len(clean) < len(word) + _LONGEST_TAIL
        if clean == word.rstrip(".") or (tail and role not in _WHOLE and word not in wording()["alone"]):
            return role
    return None


@lru_cache(maxsize=1)
def _presences() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word, role in labels() if role in PRESENCE)


def is_just_presence(label: str) -> bool:
    """Whether a label of presence is one just as the wording has it («Deelnemerslijst nalopen» is none)."""
    return label.lower().strip(" :*_.") in _presences()


@lru_cache(maxsize=4096)
def _absence(label: str) -> str | None:
    clean = _cleaned(label) if len(label) <= _LONGEST else ""
    return "absent" if len(clean) < _LONGEST_ABSENCE and re.search(wording()["absence"], clean) else None


def _cleaned(label: str) -> str:
    return re.sub(r"[\s:]+", " ", re.sub(r"\([^)]*\)", "", label)).strip().lower().strip(".*_ ")


_LONGEST_ABSENCE = 60  # characters of a label of absence that the wording only knows in part


@lru_cache(maxsize=1)
def office_words() -> dict[str, str]:
    """The offices by the words that may stand between brackets behind a name."""
    return {word.rstrip("."): office for office in OFFICES for word in wording()["annotations"][office]}
