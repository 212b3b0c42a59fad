"""The sentences of ontology/sentences: which one tells a change, and how it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph import ontology
from graph.answers.template import fill
from graph.errors import OntologyError
from graph.language import said

_FILE = "sentences/changes.yaml"
Values = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the conditions under which it tells a change; empty: any."""

    id: str
    about: str
    kind: str
    says: str
    before: frozenset[str]
    after: frozenset[str]
    needs: tuple[str, ...]
    example: Mapping[str, Any]

    def fits(self, about: str, before: str, after: str, values: Values) -> bool:
        """Whether it tells this change."""
        return (
            self.about == about
            and (not self.before or before in self.before)
            and (not self.after or after in self.after)
            and all(values.get(place) for place in self.needs)
        )


@lru_cache(maxsize=1)
def sentences() -> tuple[Sentence, ...]:
    """The sentences in the order in which they are tried; an OntologyError when one is not sound."""
    return tuple(map(_sentence, _content()["sentences"]))


def _content() -> dict[str, Any]:
    content = ontology.load_yaml(_FILE)
    lacking = {"subjects", "relations", "promise_statuses", "sentences", "partners"} - set(content or {})
    if lacking:
        raise _wrong(f"mist {', '.join(sorted(lacking))}")
    found: dict[str, Any] = content
    return found


def _wrong(what: str) -> OntologyError:
    return OntologyError(f"ontology/{_FILE}", what, "vul het aan zoals bij de andere zinnen daar")


def _sentence(given: Mapping[str, Any]) -> Sentence:
    lacking = [name for name in ("id", "about", "kind", "says", "example") if not given.get(name)]
    if lacking:
        raise _wrong(f"mist {', '.join(lacking)} bij {given.get('id', 'een zin')}")
    return Sentence(
        given["id"],
        given["about"],
        given["kind"],
        given["says"],
        frozenset(given.get("before") or ()),
        frozenset(given.get("after") or ()),
        tuple(given.get("needs") or ()),
        given["example"],
    )


def subject(about: str, values: Values) -> str:
    """What a change is about, in words that tell it from other things."""
    return fill(said(_content()["subjects"][about]), values)


def relation(code: str | None, label: str) -> str:
    """How a relation reads between two names."""
    words: str = _content()["relations"].get(code, label)
    return said(words)


def promise_status(code: str) -> str:
    """How a promise stands, in words."""
    words: str = _content()["promise_statuses"].get(code, code.replace("_", " "))
    return said(words)


def is_partner(kind: str | None, name: str | None) -> bool:
    """Whether a body is a partner, or a common noun: that it is mentioned is no change of the structure."""
    return kind is None or kind in _content()["partners"] or (name or "") == (name or "").lower()


def sentence_for(about: str, before: str, after: str, values: Values) -> Sentence:
    """The sentence that tells this change: the first that fits."""
    for each in sentences():
        if each.fits(about, before, after, values):
            return each
    raise _wrong(f"heeft geen zin voor {about} van {before} naar {after}")
