"""Who is named in a document: the persons on its lists, and those whom the running text names as acting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from graph import ontology
from graph.dutch import names
from graph.dutch.names import Name
from graph.dutch.words import before_signs, occurrences
from graph.facts.mentions import Mention
from graph.minutes.model import Entry, Minutes

_CAP = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)*"
_LAST = rf"(?:{names.PREFIXES})?{names.SURNAME}"
_FULL_LAST = rf"(?:(?i:{names.PREFIXES}))?{names.SURNAME}(?!\w)"  # without a first name: «Van Dijk»
_PREFIX_BEFORE = re.compile(rf"\b(?:(?:{names.PREFIX}) )+$", re.IGNORECASE)
_BEFORE_SURNAME = re.compile(
    rf"(?<![\w-])(?:{_CAP} (?:{_CAP} )?|(?:[A-Z]\.)+ ?)?(?P<prefix>(?:(?i:{names.PREFIX}) ){{0,3}})"
)
_STANDS_ALONE = re.compile(r"(?![\w-])(?! [A-ZÀ-Þ][a-z])")
_BEGINS_NAME = re.compile(r"(?=[A-ZÀ-Þ])(?<![\w-])")
_AFTER_FIRST = re.compile(rf"(?![\w-])(?! (?:{names.PREFIXES})?[A-ZÀ-Þ])")
_MOST_WORDS = 5  # before a surname that belong to the name: two first names, three of a tussenvoegsel
_LONGEST_PREFIX = 20
_LONGEST_CONTEXT = 80
_ALIKE = 82  # of 100: two spellings of one name
_SHORTEST_SLIP = 5  # letters of a name in which a slip can be told from another name
_ADDRESS = r"(?:[Dd]hr\.?|[Hh]r\.|[Mm]evr\.?|[Mm]w\.?|[Dd]e heer|[Mm]evrouw|[Mm]eneer)"


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
def _wording() -> dict[str, Any]:
    loaded: dict[str, Any] = ontology.load_yaml("wording/people.yaml")
    return loaded


@lru_cache(maxsize=1)
def _titles() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A title in lower case, a word before it that makes its bearer act, a surname, what follows who acts."""
    wording = _wording()
    never, after = "|".join(wording["not_first"]), "|".join(wording["after"])
    title = "|".join(sorted(map(re.escape, wording["titles"]), key=len, reverse=True))
    prefix = rf"(?:(?=[A-Z'’])(?i:{names.PREFIXES}))?"
    return (
        re.compile(rf"(?:{title}) "),
        re.compile(r"\b(?i:door|aan|namens|met|bij|van|is|wordt|blijft|heet) (?:de )?$"),
        re.compile(rf"(?:(?:[A-Z]\.)+ ?)?(?!(?:{never})\b(?! [A-Z])){prefix}{names.SURNAME}(?![\w-])"),
        re.compile(rf"(?:,[^,;.\n]{{2,60}},|,)? (?:{after})\b"),
    )


@lru_cache(maxsize=1)
def _context() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Two capitalised words, wherever they begin; what may stand right before them; what right behind."""
    wording = _wording()
    never, before, after = ("|".join(wording[name]) for name in ("not_first", "before", "after"))
    name = rf"(?!(?:{never})\b){_CAP} {_LAST}"
    return (
        re.compile(rf"(?<![\w-])(?=[A-ZÀ-Þ])(?=(?P<name>{name})(?![\w-]))"),
        re.compile(rf"\b(?i:{before}) (?:{_CAP} {_LAST} en )?$"),
        re.compile(rf" (?:{after})\b"),
    )


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


_FULL_NAME = re.compile(
    rf"(?<![\w-])(?P<first>{_CAP}) (?:(?i:{names.PREFIX}) ){{0,3}}{names.SURNAME}(?![\w-])"
)
_NEAR_ROLE = 160  # characters around a name in which a sentence about roles stands


_INITIALS_BEHIND = re.compile(r" \(([A-Za-z]{2,6})\)")


def _first_letters(name: Name) -> str:
    return "".join(word[0] for word in re.split(r"[ -]", name.full) if word).lower()


@lru_cache(maxsize=1)
def _given_names() -> tuple[frozenset[str], re.Pattern[str]]:
    """Given names, and the cues of a sentence about roles."""
    loaded = ontology.load_yaml("wording/given_names.yaml")["given_names"].split()
    return frozenset(loaded), re.compile(rf"\b(?:{'|'.join(map(re.escape, _wording()['role_cues']))})")


@lru_cache(maxsize=1)
def _office_nouns() -> dict[str, tuple[str, ...]]:
    return {office: tuple(words) for office, words in _wording()["called"].items()}


def _callings(role: str, entry: Entry) -> tuple[str, ...]:
    """What somebody on a list may be called by: the nouns of an office, or the function behind the name."""
    function = (entry.function or "").lower()
    words = (function, function.split(" ")[0]) if function else ()
    offices = [office for office in (role, entry.office) if office in _office_nouns()]
    return (*words, *(noun for office in offices for noun in _office_nouns()[office]))


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
        self._occupied = bytearray(len(minutes.text))  # 1 where something is named already
        for found in minutes.lists:
            for entry in found.entries:
                person = self._same(entry.name) or self._new(entry.name, listed=True)
                self._note(person, entry.start, entry.end, entry.name)
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

    def _new(self, name: Name, *, listed: bool) -> Known:
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

    def _misspelt(self, name: Name) -> Known | None:
        """The one listed person of whom the name is a slip of the pen; None when none or several could be."""
        alike = [
            *self._by_given.get((name.given_name or "").lower(), []),
            *self._by_surname.get(names.key(name), []),
        ]
        fitting = {id(person): person for person in alike if person.listed and _is_slip(person.name, name)}
        return fitting.popitem()[1] if len(fitting) == 1 else None

    def _is_crossed(self, name: Name) -> bool:
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

    def _note(self, person: Known, start: int, end: int, name: Name) -> None:
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

    def _occupy(self, start: int, end: int) -> None:
        self._occupied[start:end] = bytes([1]) * (end - start)

    def read_text(self, taken: list[Mention]) -> None:
        """Find who is named in the running text, but not where a body or theme is named (`taken`)."""
        for mention in (*taken, *self.mentions):
            self._occupy(mention.start, mention.end)
        for finder in (
            self._addressed,
            self._known_names,
            self._titled,
            self._emphasised,
            self._in_context,
            self._in_roles,
            self._initialled,
            self._first_names,
        ):
            for start, end, name in list(finder()):
                if any(self._occupied[start:end]):
                    continue
                person = self.resolve(name) or self._misspelt(name)
                full = finder == self._titled or name.given_name or name.honorific
                if person is None and self._is_crossed(name):
                    self._occupy(start, end)  # neither of the two is meant for sure
                    continue
                if person is None and (self.ambiguous(name) or not full):
                    continue
                self._note(person or self._new(name, listed=False), start, end, name)
                self._occupy(start, end)
        labels = {form: person.label for person in self.known for form in person.forms}
        self.mentions = [
            Mention(m.start, m.end, m.kind, labels.get(self.minutes.text[m.start : m.end], m.value))
            for m in self.mentions
        ]

    def _addressed(self) -> Iterator[tuple[int, int, Name]]:
        pattern = re.compile(
            rf"(?<!\w){_ADDRESS} {names.TITLES}(?:(?:[A-Z]\.)+ ?)?{_FULL_LAST}"
            rf"(?: (?!(?:{'|'.join(_wording()['not_first'])})\b){names.SURNAME}(?!\w))?"
        )
        for match in pattern.finditer(self.minutes.text):
            name = names.parse(match[0])
            if name:
                yield match.start(), match.end(), name

    def _known_names(self) -> Iterator[tuple[int, int, Name]]:
        """Persons who are known already, by their surname, with what belongs to the name before it."""
        text, free = self.minutes.text, 0
        for begin, end in occurrences(text, {person.name.surname for person in self.known}):
            if begin < free or not _STANDS_ALONE.match(text, end) or not _BEGINS_NAME.match(text, begin):
                continue
            free = end
            if self._occupied[begin]:
                continue
            first, last = self._before_surname(begin)
            whole = names.parse(self.minutes.text[first:end])
            if first < last and whole and self._means_somebody(whole):
                yield first, end, whole
                continue
            start = self._with_prefix(last, end)
            own = names.parse(self.minutes.text[start:end])
            if own and self.resolve(own) and self._bare(first, start):
                yield start, end, own

    def _means_somebody(self, whole: Name) -> bool:
        """Whether a full name is that of somebody listed, a slip of it, or a mix of two of them."""
        return bool(self.resolve(whole) or self._misspelt(whole)) or self._is_crossed(whole)

    def _before_surname(self, start: int) -> tuple[int, int]:
        """Where a first name or initials before a surname begin, and where its tussenvoegsel does."""
        text, begins, place = self.minutes.text, [start], start
        while len(begins) <= _MOST_WORDS and place > 0 and text[place - 1] in " .":
            farthest = max(0, place - _LONGEST_CONTEXT)
            place = max(text.rfind(mark, farthest, place - 1) for mark in (" ", "\n", "\t")) + 1
            if place < farthest:
                break
            begins.append(place)
        for begin in reversed(begins):
            before = _BEFORE_SURNAME.fullmatch(text, begin, start)
            if before:
                return begin, before.start("prefix")
        return start, start

    def _with_prefix(self, start: int, end: int) -> int:
        """Where a bare surname begins when the tussenvoegsel before it is the person's own («Van Dijk»)."""
        before = _PREFIX_BEFORE.search(self.minutes.text, max(0, start - _LONGEST_PREFIX), start)
        name = names.parse(self.minutes.text[before.start() : end]) if before else None
        person = self.resolve(name) if name else None
        if before is None or name is None or person is None or not person.name.prefix:
            return start
        same = names.long_prefix(person.name.prefix) == names.long_prefix(name.prefix)
        return before.start() if same else start

    def _bare(self, first: int, start: int) -> bool:
        """Whether a lone surname may be taken for the person: nothing like another first name before it."""
        return not self.minutes.text[first:start][:1].isupper() or self._sentence_start(first)

    def _sentence_start(self, start: int) -> bool:
        before = before_signs(self.minutes.text, start, " '‘\"“*")
        return not before or before in ".!?\n\t:"

    def _titled(self) -> Iterator[tuple[int, int, Name]]:
        """A surname behind a public title, where it acts or is acted upon («wethouder De Wit geeft aan»)."""
        text, (title, by, surname, acts) = self.minutes.text, _titles()
        lowered = text.lower()
        for match in title.finditer(lowered if len(lowered) == len(text) else text):
            name = surname.match(text, match.end())
            if name is None or text[match.start() - 1 : match.start()].isalnum():
                continue
            if acts.match(text, name.end()) or by.search(text, max(0, match.start() - 20), match.start()):
                read = names.parse(name[0])
                if read:
                    yield name.start(), name.end(), read

    def _emphasised(self) -> Iterator[tuple[int, int, Name]]:
        for line in self.minutes.lines:
            for mark in line.marks:
                name = names.parse(self.minutes.text[mark.start : mark.end])
                if name and mark.kind == "underline" and name.given_name:
                    yield mark.start, mark.end, name

    def _in_context(self) -> Iterator[tuple[int, int, Name]]:
        """Full names that the words around them show to be persons («Ilse Sanders geeft aan»)."""
        text, (full_name, before, after) = self.minutes.text, _context()
        for match in full_name.finditer(text):
            start, end = match.span("name")
            if after.match(text, end) or before.search(text, max(0, start - _LONGEST_CONTEXT), start):
                read = names.parse(match["name"])
                if read and read.given_name:
                    yield start, end, read

    def _initialled(self) -> Iterator[tuple[int, int, Name]]:
        """Initials that a list gives behind a name («Marleen de Vaan (MdV)»), where they stand for it."""
        text = self.minutes.text
        named: dict[str, list[Name]] = {}
        for found in self.minutes.lists:
            for entry in found.entries:
                initials = _INITIALS_BEHIND.match(text, entry.end)
                if initials and "".join(initials[1].split()).lower() == _first_letters(entry.name):
                    named.setdefault(initials[1], []).append(entry.name)
        for start, end in occurrences(text, named):
            if text[max(0, start - 1) : start] not in (".", "-") and text[end : end + 1] not in (".", "-"):
                yield from ((start, end, name) for name in named[text[start:end]])

    def _in_roles(self) -> Iterator[tuple[int, int, Name]]:
        """Full names that begin with a known given name, in sentences about roles («Zijn opvolger is …»)."""
        given, cues = _given_names()
        for match in _FULL_NAME.finditer(self.minutes.text):
            if match["first"].split("-")[0] not in given or self._within(match.start(), match.end()):
                continue
            line = self._line_around(match.start(), match.end())
            read = names.parse(match[0]) if cues.search(line) else None
            if read and read.given_name:
                yield match.start(), match.end(), read

    def _within(self, start: int, end: int) -> bool:
        return any(self._occupied[start:end])

    def _line_around(self, start: int, end: int) -> str:
        """The paragraph that a name stands in, as far as it is near, in lower case."""
        text = self.minutes.text
        first = max(text.rfind("\n", max(0, start - _NEAR_ROLE), start), start - _NEAR_ROLE, 0)
        last = text.find("\n", end, end + _NEAR_ROLE)
        return text[first : min(last if last >= 0 else len(text), end + _NEAR_ROLE)].lower()

    def _first_names(self) -> Iterator[tuple[int, int, Name]]:
        firsts: dict[str, list[Known]] = {}
        for person in self.known:
            if person.name.given_name:
                firsts.setdefault(person.name.given_name, []).append(person)
        listed = {first: [p for p in people if p.listed] or people for first, people in firsts.items()}
        alone = {first: people[0] for first, people in listed.items() if len(people) == 1}
        text = self.minutes.text
        for start, end in occurrences(text, alone):
            if _AFTER_FIRST.match(text, end) and text[start - 1 : start] != "-":
                yield start, end, alone[text[start:end]].name
