"""How names and roles in questions and answers are compared and ordered."""

from __future__ import annotations

from graph.questions.words import key


def by_surname(name: str) -> tuple[str, str]:
    """What a list of people is ordered by: the last word of the name, and the whole of it among namesakes."""
    return _surname(name), name


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def same_role(role: str | None, wanted: str) -> bool:
    """Whether a role is the one that is asked about, or a closer name of it."""
    return key(wanted) in key(role or "")


def mentions(subject: str, name: str) -> bool:
    """Whether what two names are about («J.J. Bos / J. Bos») is about this person."""
    return _surname(name) in subject and " / " in subject


_CAPACITIES = {"deputy": "plaatsvervangend", "acting": "waarnemend"}


def capacity_word(capacity: str | None) -> str:
    """How a capacity reads before «portefeuillehouder»; empty for the holder."""
    return _CAPACITIES.get(capacity or "", "")
