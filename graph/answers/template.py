"""Sentences with places to fill in, as the headers of gap rules and the wording file have them.

`{name}` is replaced by its value. `[A|B]` is A when every place in A has a value, else B; `[A]` alone
disappears then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_CHOICE = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
_PLACE = re.compile(r"\{(\w+)\}")


def fill(template: str, values: Mapping[str, str | None]) -> str:
    """The sentence with its places filled in; a value itself is never read as a template."""
    chosen = _CHOICE.sub(lambda match: _chosen(match[1], match[2] or "", values), template)
    filled = _PLACE.sub(lambda match: values.get(match[1]) or "", chosen)
    # A value may end in a full stop of its own; the sentence around it has one already.
    return " ".join(filled.split()).replace("..", ".").replace(".»", "»")


def _chosen(first: str, otherwise: str, values: Mapping[str, str | None]) -> str:
    return first if all(values.get(name) for name in places(first)) else otherwise


def places(template: str) -> tuple[str, ...]:
    """The names of the places in a template."""
    return tuple(_PLACE.findall(template))
