"""Where a reading goes: the id that its document keeps, and which other file it stands for.

A meeting keeps its id when its file is corrected or renamed. A concept, a decision list and the minutes of
one meeting have ids of their own. The same text in two formats is one document: the format that tells most
about structure is read, the other file is only noted. Files that report one meeting differently are all kept,
numbered in the order of their names, so that it does not matter which came first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.facts.model import Reading
from graph.facts.read import renamed
from graph.minutes.read import document_id
from graph.store.files import KnownFile

_WORD = re.compile(r"\w+")
_FORMATS = ("docx", "html", "md", "txt", "pdf")  # the most telling first
_SAME_TEXT = 0.85  # share of words that two formats of one text have in common, at least
_CORRECTED = 0.5  # the same for a text before and after it was corrected


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store knows of a document: enough to recognise it."""

    id: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a build goes by.

    `around`: names of all files that stand where it reads; a stored file that is not among them was renamed
    or replaced. `withdrawn`: ids of documents of which nothing may be kept. `reader`: the version of what
    reads.
    """

    around: Container[str]
    withdrawn: frozenset[str]
    reader: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Readings to be written, under their ids; and what there is to tell about it."""

    readings: tuple[Reading, ...] = ()
    warning: str | None = None


class Places:
    """The documents that a store holds, while new readings find their place among them."""

    def __init__(
        self,
        stored: Iterable[Stored],
        files: Iterable[KnownFile],
        reading_of: Callable[[str], Reading],
        circumstances: Circumstances,
    ) -> None:
        """Start from a store.

        Args:
            stored: Its documents.
            files: Files it knows that are no document of their own.
            reading_of: The reading of a stored document, by id.
            circumstances: What else the build goes by.
        """
        self._stored: dict[str, Stored] = {}
        self._by_content: dict[str, str] = {}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for document in stored:
            self._hold(document)
        self._files = {known.sha256: known for known in files}
        self._reading_of = reading_of
        self._by = circumstances

    @property
    def files(self) -> frozenset[KnownFile]:
        """The files that are no document of their own, by now."""
        return frozenset(self._files.values())

    def _hold(self, document: Stored) -> None:
        if before := self._stored.get(document.id):
            self._by_name[before.file].discard(before.id)
            if self._by_content.get(before.sha256) == before.id:
                del self._by_content[before.sha256]
        self._stored[document.id] = document
        self._by_content[document.sha256] = document.id
        self._by_name[document.file].add(document.id)

    def withdraw(self) -> tuple[str, ...]:
        """Let go of what is withdrawn; the ids of the documents that were there. Their files stay known."""
        gone = tuple(sorted(self._stored.keys() & self._by.withdrawn))
        for name in gone:
            document = self._stored.pop(name)
            self._by_name[document.file].discard(name)
            self._by_content.pop(document.sha256, None)
            self._let_go(document)
        for known in [known for known in self._files.values() if known.document in gone]:
            self._let_go(Stored(known.document, known.file, known.sha256))
        return gone

    def _let_go(self, of: Stored) -> None:
        self._files[of.sha256] = KnownFile(of.id, of.sha256, of.file, self._by.reader, withdrawn=True)

    def place(self, reading: Reading) -> Placement:
        """Where a reading goes; nothing is to be written of a withdrawn document, or of a second format."""
        found = self._found(reading)
        kept = tuple(each for each in found.readings if each.document.id not in self._by.withdrawn)
        for document in (each.document for each in found.readings):
            known = Stored(document.id, document.file, document.sha256)
            if document.id in self._by.withdrawn:
                self._let_go(known)
            else:
                self._hold(known)
                self._files.pop(document.sha256, None)
        return Placement(kept, found.warning if kept == found.readings else None)

    def _found(self, reading: Reading) -> Placement:
        document = reading.document
        if known := self._files.get(document.sha256):
            self._note(known.document, document.sha256, document.file)
            return Placement()
        if name := self._known(reading):
            return Placement((_under(name, reading),))
        base = _base(reading)
        for name in self._group(base):
            if name not in self._stored:
                continue
            other = self._reading_of(name)
            alike = _likeness(other.text, reading.text)
            if other.document.format != document.format and alike >= _SAME_TEXT:
                return self._one_of_two(other, reading)
            if other.document.file not in self._by.around and alike >= _CORRECTED:
                return Placement((_under(name, reading),))
        return self._another(base, reading)

    def _note(self, name: str, sha256: str, file: str) -> None:
        withdrawn = name not in self._stored
        self._files[sha256] = KnownFile(name, sha256, file, self._by.reader, withdrawn)

    def _known(self, reading: Reading) -> str | None:
        """The document with this content, else the one of this meeting that was in a file of this name."""
        document = reading.document
        if document.sha256 in self._by_content:
            return self._by_content[document.sha256]
        for name in sorted(self._by_name[document.file]):
            if _meeting(self._reading_of(name)) == _meeting(reading):
                return name
        return None

    def _group(self, base: str) -> list[str]:
        """The ids in use for different documents of one meeting."""
        withdrawn = {known.document for known in self._files.values() if known.withdrawn}
        group: list[str] = []
        while (name := _numbered(base, len(group) + 1)) in self._stored or name in withdrawn:
            group.append(name)
        return group

    def _one_of_two(self, other: Reading, reading: Reading) -> Placement:
        """The same text in two formats: one is the document, the other is noted."""
        name = other.document.id
        first = min((other, reading), key=lambda each: _FORMATS.index(each.document.format))
        second = reading if first is other else other
        self._note(name, second.document.sha256, second.document.file)
        told = f"{second.document.file}: zelfde tekst als {first.document.file}; die is gelezen"
        return Placement(() if first is other else (_under(name, reading),), told)

    def _another(self, base: str, reading: Reading) -> Placement:
        """A further document of a meeting. With a withdrawn one among them, no number changes any more."""
        group = self._group(base)
        if not group or any(name not in self._stored for name in group):
            return Placement((_under(_numbered(base, len(group) + 1), reading),))
        every = sorted([*map(self._reading_of, group), reading], key=_order)
        moved = [
            _under(name, each)
            for number, each in enumerate(every, start=1)
            if (name := _numbered(base, number)) != each.document.id or each is reading
        ]
        others = ", ".join(each.document.file for each in every if each is not reading)
        told = f"{reading.document.file}: gaat over dezelfde vergadering als {others}; alle blijven bewaard"
        return Placement(tuple(moved), told)


def _order(reading: Reading) -> tuple[str, str]:
    return reading.document.file, reading.document.sha256


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"


def _under(name: str, reading: Reading) -> Reading:
    return reading if reading.document.id == name else renamed(reading, name)


def _base(reading: Reading) -> str:
    document = reading.document
    return document_id(reading.meeting, Path(document.file).stem, document.sort, document.version)


def _meeting(reading: Reading) -> tuple[str, str | None, str]:
    """What must be the same for a file with the same name to be the same document."""
    return (reading.meeting.body or "").casefold(), reading.meeting.date, reading.document.sort


def _likeness(one: str, other: str) -> float:
    """The share of the words that two texts have in common, counted in the longer one."""
    words, others = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(other.lower()))
    return (words & others).total() / max(words.total(), others.total(), 1)
