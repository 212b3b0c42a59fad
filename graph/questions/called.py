"""What somebody is called in sentences: by the given name here, by the surname there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.dutch.names import parse
from graph.questions.model import Asked
from graph.questions.passages import Passage, together
from graph.questions.shelf import Shelf
from graph.questions.words import key

_NAMED = 2  # sentences, the best
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+")


def other_names(shelf: Shelf, asked: Asked) -> dict[str, frozenset[tuple[str, ...]]]:
    """The words for somebody, with what minutes may call him instead, where just one person is called so."""
    found: dict[str, frozenset[tuple[str, ...]]] = {}
    for span in asked.of("person"):
        names = {entity.name for entity in span.entities}
        name = parse(names.pop()) if len(names) == 1 else None
        if name is None or name.given_name is None:
            continue
        alone = (each for each in (name.given_name, name.surname) if len(_people(shelf, each)) == 1)
        same = frozenset(form for each in alone if (form := together(each)))
        found |= {asked.tokens[place].key: same for place in span.places}
    return found


def given_names(shelf: Shelf, shown: Iterable[Passage]) -> dict[str, str]:
    """The given names by which the first sentences call somebody, each with the full name («Cor Vos»)."""
    found: dict[str, str] = {}
    for passage in [*shown][:_NAMED]:
        written = _CAPITALISED.findall(passage.quote)
        words = {key(word) for word in written}
        for word in written:
            people = _people(shelf, word)
            name = parse(next(iter(people))) if len(people) == 1 else None
            given = name is not None and key(name.given_name or "") == key(word)
            if name and given and key(name.surname.split()[-1]) not in words:
                found.setdefault(word, name.full)
    return found


def _people(shelf: Shelf, name: str) -> set[str]:
    """Who is called so."""
    return {each.name for each in shelf.lexicon.named.get(key(name), ()) if each.sort == "person"}
