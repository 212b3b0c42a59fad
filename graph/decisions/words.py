"""The words of a decision, as they are kept."""

from __future__ import annotations

import unicodedata

from graph.errors import InputError
from graph.minutes.masking import mask

LONGEST = 2000  # characters of a name, a reason or a value


def one_line(text: str | None, where: str, todo: str = "een besluit heeft een naam en een reden") -> str:
    """The text on one line, without characters that cannot be seen and names that may not be.

    Raises:
        InputError: there is nothing in it, or too much. `where` names it, `todo` says what to do.
    """
    clean = "".join(" " if unicodedata.category(char).startswith("C") else char for char in text or "")
    clean = " ".join(clean.split())
    if not clean:
        raise InputError(where, "ontbreekt", todo)
    if len(clean) > LONGEST:
        raise InputError(where, f"is langer dan {LONGEST} tekens", "zeg het korter")
    return mask(clean)
