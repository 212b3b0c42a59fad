"""The persons of a document, those of its lists first; and whom of them a name can only mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from graph import ontology
from graph.dutch import names
from graph.dutch.names import Name
from graph.facts.mentions import Mention
from graph.minutes.model import Entry, Minutes

_ALIKE = 82  # of 100: two spellings of one name
_SHORTEST_SLIP = 5  # letters of a name in which a slip can be told from another name


@dataclass(slots=True)
class Known:
    """A person of this document: the fullest reading of the name, and every form in which it is written."""

    name: Name
    listed: bool
    honorific: str | None = None
    forms: dict[str, tuple[int, int]] = field(default_factory=dict)  # written form → where it stands first

    @property
    def label(self) -> str:
        """The name under which this document's facts refer to the person."""
        return self.name.full


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """How persons are named and called, from `ontology/wording/people.yaml`."""
    loaded: dict[str, Any] = ontology.load_yaml("wording/people.yaml")
    return loaded


def _is_slip(listed: Name, written: Name) -> bool:
    """Whether two full names differ by a letter or so in one part, and agree in the other."""
    if not (listed.given_name and written.given_name):
        return False
    first, last = (listed.given_name, written.given_name), (listed.surname, written.surname)
    return any(
        same[0].lower() == same[1].lower()
        and other[0][0] == other[1][0]
        and min(map(len, other)) >= _SHORTEST_SLIP
        and fuzz.ratio(*other) >= _ALIKE
        for same, other in ((first, last), (last, first))
    )


@lru_cache(maxsize=1)
def _office_nouns() -> dict[str, tuple[str, ...]]:
    return {office: tuple(words) for office, words in wording()["called"].items()}


def _callings(role: str, entry: Entry) -> tuple[str, ...]:
    """What somebody on a list may be called by: the nouns of an office, or the function behind the name."""
    function = (entry.function or "").lower()
    words = (function, function.split(" ")[0]) if function else ()
    offices = [office for office in (role, *entry.offices) if office in _office_nouns()]
    return (*words, *(noun for office in offices for noun in _office_nouns()[office]))


def _fill_in(person: Known, listed: Name) -> None:
    """Add the initials of a later list to a person whom an earlier one gives by the surname alone."""
    bare = not (person.name.given_name or person.name.initials)
    if bare and listed.initials and listed.surname == person.name.surname:
        person.name = replace(
            person.name, prefix=person.name.prefix or listed.prefix, initials=listed.initials
        )


class People:
    """The persons of one document. A name in the text becomes a listed person only when exactly one fits."""

    def __init__(self, minutes: Minutes) -> None:
        """Take the persons on the lists first; they are who the text can refer to."""
        self.minutes = minutes
        self.known: list[Known] = []
        self._by_surname: dict[str, list[Known]] = {}
        self._by_first_half: dict[str, list[Known]] = {}  # of a double surname
        self._by_given: dict[str, list[Known]] = {}  # first names in lower case
        self._called: dict[str, list[Name]] = {}  # by office or function
        self.mentions: list[Mention] = []
        for found in minutes.lists:
            for entry in found.entries:
                person = self._same(entry.name) or self.add(entry.name, listed=True)
                _fill_in(person, entry.name)
                self.note(person, entry.start, entry.end, entry.name)
                for noun in _callings(found.role, entry):
                    self._called.setdefault(noun, []).append(entry.name)

    def _same(self, name: Name) -> Known | None:
        """The one listed person of exactly this name, or with a given name where this has its initial."""
        for person in self._by_surname.get(names.key(name), []):
            if person.name.full == name.full:
                return person
        if name.given_name or name.initials:
            return self.resolve(name)
        first = self._first_named(name)
        return first[0] if len(first) == 1 else None

    def add(self, name: Name, *, listed: bool) -> Known:
        """A new person of this document."""
        person = Known(name, listed)
        self.known.append(person)
        self._by_surname.setdefault(names.key(name), []).append(person)
        if name.given_name:
            self._by_given.setdefault(name.given_name.lower(), []).append(person)
        if "-" in name.surname:
            half = replace(name, surname=name.surname.split("-")[0])
            self._by_first_half.setdefault(names.key(half), []).append(person)
        return person

    def _namesakes(self, name: Name) -> list[Known]:
        """Those with the same surname whose other parts do not contradict the name."""
        return [
            person
            for person in self._by_surname.get(names.key(name), [])
            if names.compatible(person.name, name)
        ]

    def resolve(self, name: Name) -> Known | None:
        """The person whom a name can only mean; None when several fit, or nobody does."""
        fitting = self._namesakes(name) or self._half_named(name) or self._first_named(name)
        exact = [person for person in fitting if person.name.full == name.full]
        return exact[0] if exact else fitting[0] if len(fitting) == 1 else None

    def _half_named(self, name: Name) -> list[Known]:
        """Those whose double surname begins with this one («mevrouw Oosterhof» for L. Oosterhof-Kok)."""
        return [
            person
            for person in self._by_first_half.get(names.key(name), [])
            if names.compatible(replace(person.name, surname=person.name.surname.split("-")[0]), name)
        ]

    def _first_named(self, name: Name) -> list[Known]:
        """Those on the lists whose first name a lone name is («Notulen: Wilma»)."""
        if name.given_name or name.initials or name.honorific or name.prefix:
            return []
        alike = self._by_given.get(name.surname.lower(), [])
        return [person for person in alike if person.listed and person.name.given_name == name.surname]

    def misspelt(self, name: Name) -> Known | None:
        """The one listed person of whom the name is a slip of the pen; None when none or several could be."""
        alike = [
            *self._by_given.get((name.given_name or "").lower(), []),
            *self._by_surname.get(names.key(name), []),
        ]
        fitting = {id(person): person for person in alike if person.listed and _is_slip(person.name, name)}
        return fitting.popitem()[1] if len(fitting) == 1 else None

    def is_crossed(self, name: Name) -> bool:
        """Whether a name mixes up two persons of the lists: the first name of one, the surname of another."""
        if not name.given_name or name.honorific or not self._by_surname.get(names.key(name)):
            return False
        alike = self._by_given.get(name.given_name.lower(), [])
        return any(person.listed and person.name.given_name == name.given_name for person in alike)

    def called(self, words: str) -> str | None:
        """The name of the one person whom the lists give as «voorzitter», «directeur»…; else None."""
        noun = words.lower().removeprefix("de ").removeprefix("het ").strip()
        found = {person.label for name in self._called.get(noun, ()) if (person := self.resolve(name))}
        return found.pop() if len(found) == 1 else None

    def ambiguous(self, name: Name) -> bool:
        """Whether more than one person fits the name."""
        return len(self._namesakes(name)) > 1

    def note(self, person: Known, start: int, end: int, name: Name) -> None:
        """Keep where a person is named, and what the name there adds to what is known of them."""
        person.forms.setdefault(self.minutes.text[start:end], (start, end))
        person.honorific = person.honorific or name.honorific
        if name.given_name and not person.name.given_name and name.surname == person.name.surname:
            person.name = Name(
                name.written,
                person.name.surname,
                person.name.prefix or name.prefix,
                name.given_name,
                person.name.initials,
                None,
            )
            self._by_given.setdefault(name.given_name.lower(), []).append(person)
        self.mentions.append(Mention(start, end, "person", person.label))

    def under_one_name(self) -> None:
        """Give every mention the label of its person, as the whole text has shown it to be."""
        labels = {form: person.label for person in self.known for form in person.forms}
        named = ((m, labels.get(self.minutes.text[m.start : m.end], m.value)) for m in self.mentions)
        self.mentions = [
            m if label == m.value else Mention(m.start, m.end, m.kind, label) for m, label in named
        ]
