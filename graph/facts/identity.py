"""The ids of facts: made of what a fact says and where its words occur, so that better readers keep them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.facts.model import Fact

# What identifies a fact of each kind beside its quote. The rest may change without a new id.
CORE: dict[str, tuple[str, ...]] = {
    "person": ("name",),
    "attendance": ("person", "status"),
    "office": ("person", "office"),
    "theme": ("label",),
    "body": ("name",),
    "structure": ("body", "relation", "object"),
    "portfolio": ("theme", "holder", "status"),
    "role": ("role", "person", "status"),
    "succession": ("role", "predecessor", "successor"),
    "missing": ("what", "theme"),
    "statement": ("speakers",),
    "decision": (),
    "promise": (),
    "progress": ("status",),
    "correction": ("person", "status"),
    "event": ("label",),
    "conflict": ("about",),
}
_QUOTELESS = frozenset({"person", "theme", "body"})  # the same one wherever it is named


def identified(document: str, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts with their ids; equal ones are told apart by their order.

    A fact that has no id yet was made for this reading alone and is given one; any other is copied.
    """
    seen: dict[str, int] = {}
    for fact in facts:
        core = [str(getattr(fact, name)) for name in CORE[fact.kind]]
        quote = "" if fact.kind in _QUOTELESS else " ".join(fact.evidence[0].quote.split()).lower()
        key = "\x1f".join((document, fact.kind, *core, quote))
        number = seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}\x1f{number}".encode()).hexdigest()
        name = f"{fact.kind}-{digest[:16]}"
        if fact.id:
            yield replace(fact, id=name)
        else:
            object.__setattr__(fact, "id", name)
            yield fact
