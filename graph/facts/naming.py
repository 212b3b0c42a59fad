"""Who is named in the running text: persons of the lists, and those whom the words around them show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.dutch import names
from graph.dutch.names import Name
from graph.dutch.words import before_signs, folded, occurrences, pieces
from graph.facts import name_shapes as shapes
from graph.facts.mentions import Mention
from graph.facts.people import Known, People, wording

_LONGEST_CONTEXT = 80
_MOST_WORDS = 5  # before a surname that belong to the name: two first names, three of a tussenvoegsel
_NEAR_ROLE = 160  # characters around a name in which a sentence about roles stands


def find(people: People, taken: list[Mention]) -> None:
    """Note who is named in a document's running text, but not where a body or theme is (`taken`)."""
    _RunningText(people, taken).read()


class _RunningText:
    """The text of one document, and where in it something is named already."""

    def __init__(self, people: People, taken: list[Mention]) -> None:
        self.people = people
        self.minutes = people.minutes
        self._capitals = [capital.start() for capital in shapes.CAPITAL.finditer(self.minutes.text)]
        small = shapes.SMALL.findall(self.minutes.text)
        self._small = frozenset(small)  # words that it writes in small letters
        self._occupied = bytearray(len(self.minutes.text))  # 1 where something is named already
        self._sought: set[str] = set()  # the surnames that were looked for
        for mention in (*taken, *people.mentions):
            self._occupy(mention.start, mention.end)

    def _occupy(self, start: int, end: int) -> None:
        self._occupied[start:end] = bytes([1]) * (end - start)

    def _is_taken(self, start: int, end: int) -> bool:
        return any(self._occupied[start:end])

    def read(self) -> None:
        people = self.people
        for finder in (
            self._addressed,
            self._in_capitals,
            self._known_names,
            self._titled,
            self._emphasised,
            self._in_context,
            self._in_roles,
            self._with_initials,
            self._initialled,
            self._known_names,
            self._first_names,
        ):
            for start, end, name in list(finder()):
                if self._is_taken(start, end):
                    continue
                person = people.resolve(name) or people.misspelt(name)
                full = (
                    finder in (self._titled, self._addressed, self._with_initials)
                    or name.given_name
                    or name.honorific
                )
                if person is None and people.is_crossed(name):
                    self._occupy(start, end)  # neither of the two is meant for sure
                    continue
                if person is None and (people.ambiguous(name) or not full):
                    continue
                people.note(person or people.add(name, listed=False), start, end, name)
                self._occupy(start, end)
        people.under_one_name()

    def _addressed(self) -> Iterator[tuple[int, int, Name]]:
        for match in shapes.addressed().finditer(self.minutes.text):
            shorter = match[0].rpartition(" ")[0]  # «mevr. Post Wonen»: the last word is a theme
            cut = self._is_taken(match.start() + len(shorter), match.end()) and " " in shorter
            said = shorter if cut else match[0]
            name = names.parse(said)
            if name and not names.is_prefix(name.surname):  # a broken off line: «de heer Van»
                yield match.start(), match.start() + len(said), name

    def _in_capitals(self) -> Iterator[tuple[int, int, Name]]:
        """A surname in capitals behind a word of address or title («Mevrouw EL IDRISSI:»), if known."""
        for match in shapes.capitalised().finditer(self.minutes.text):
            name = names.in_small_letters(match["name"])
            if name and self.people.resolve(name):
                yield match.start("name"), match.end("name"), name

    def _known_names(self) -> Iterator[tuple[int, int, Name]]:
        """Persons who are known already, by their surname, with what belongs to the name before it.

        Asked again, only those of whom the text itself told since.
        """
        text, free = self.minutes.text, 0
        surnames = {person.name.surname for person in self.people.known} - self._sought
        self._sought |= surnames
        for begin, end in occurrences(text, surnames):
            if (
                begin < free
                or not shapes.STANDS_ALONE.match(text, end)
                or not shapes.BEGINS_NAME.match(text, begin)
            ):
                continue
            free = end
            if self._occupied[begin]:
                continue
            first, last = self._before_surname(begin)
            whole = names.parse(self.minutes.text[first:end])
            if first < last and whole and self._means_somebody(whole):
                yield first, end, whole
                continue
            start = self._with_prefix(first, begin, end)
            own = names.parse(self.minutes.text[start:end])
            if (
                own
                and self.people.resolve(own)
                and self._bare(first, start)
                and not self._is_word(own, start)
            ):
                yield start, end, own

    def _is_word(self, name: Name, start: int) -> bool:
        """Whether a sentence begins with a word, not a surname less its tussenvoegsel («Haar», Ter Haar)."""
        person = self.people.resolve(name)
        return bool(
            person
            and person.name.prefix
            and not name.prefix
            and self._sentence_start(start)
            and name.surname.lower() in self._small
        )

    def _means_somebody(self, whole: Name) -> bool:
        """Whether a full name is that of somebody listed, a slip of it, or a mix of two of them."""
        return bool(self.people.resolve(whole) or self.people.misspelt(whole)) or self.people.is_crossed(
            whole
        )

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
            before = shapes.BEFORE_SURNAME.fullmatch(text, begin, start)
            if before and not shapes.is_role(text[begin:start]):
                return begin, before.start("prefix")
        return start, start

    def _with_prefix(self, first: int, start: int, end: int) -> int:
        """Where a surname begins with the tussenvoegsel that is the person's own: «over aan Van Dijk»."""
        text = self.minutes.text
        words = [match.start() for match in re.finditer(r"\S+", text[first:start])]
        for begin in (first + word for word in words):
            name = names.parse(text[begin:end])
            person = self.people.resolve(name) if name and name.prefix else None
            if name and person and person.name.prefix:
                same = names.long_prefix(person.name.prefix) == names.long_prefix(name.prefix)
                if same:
                    return begin
        return start

    def _bare(self, first: int, start: int) -> bool:
        """Whether a lone surname may be taken for the person: nothing like another first name before it."""
        before = self.minutes.text[first:start]
        another = before.split(" ")[0] in self._sought  # «Hartog voor Koopman en Prins voor Schouten»
        return not before[:1].isupper() or another or self._sentence_start(first)

    def _sentence_start(self, start: int) -> bool:
        before = before_signs(self.minutes.text, start, " '‘\"“*")
        return not before or before in ".!?\n\t:"

    def _titled(self) -> Iterator[tuple[int, int, Name]]:
        """A surname behind a public title, where it acts or is acted upon («wethouder De Wit geeft aan»)."""
        text, (title, by, surname, acts) = self.minutes.text, shapes.titles()
        lowered = folded(text)
        for start, end in pieces(lowered, title):
            public = lowered[start : end - 1] in wording()["public_titles"]
            full = shapes.public_name().match(text, end)
            name = full if full and (public or shapes.is_given(full[0])) else surname.match(text, end)
            if name is None or text[start - 1 : start].isalnum():
                continue
            if name is full and not public:
                read = names.parse(name[0])
                if read:
                    yield name.start(), name.end(), read
                continue
            if public and shapes.CLOSES.match(text, name.end()) and not self._sentence_start(start):
                read = names.parse(name[0])
                if read and read.surname not in wording()["no_surnames"]:
                    yield name.start(), name.end(), read
                continue
            if acts.match(text, name.end()) or by.search(text, max(0, start - 20), start):
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
        text, (full_name, before, after) = self.minutes.text, shapes.context()
        for start in self._capitals:
            match = full_name.match(text, start)
            if match is None:
                continue
            end = match.end()
            if after.match(text, end) or before.search(text, max(0, start - _LONGEST_CONTEXT), start):
                read = names.parse(match[0])
                if read and read.given_name and not self._is_ordinary(read):
                    yield start, end, read

    def _is_ordinary(self, name: Name) -> bool:
        """Whether capitalised words are no person's name: «Samen Rijnwaarde», where «samen» is a word too."""
        first = str(name.given_name).split(" ")[0]
        if shapes.is_role(str(name.given_name)) or name.surname in wording()["no_surnames"]:
            return True
        return first not in shapes.given_names()[0] and first.lower() in self._small

    def _initialled(self) -> Iterator[tuple[int, int, Name]]:
        """Initials that a list gives behind a name («Marleen de Vaan (MdV)»), where they stand for it."""
        text = self.minutes.text
        named: dict[str, list[Name]] = {}
        for found in self.minutes.lists:
            for entry in found.entries:
                initials = shapes.INITIALS_BEHIND.match(text, entry.end)
                if initials and shapes.stand_for(initials[1], entry.name):
                    named.setdefault(initials[1], []).append(entry.name)
        for start, end in occurrences(text, named):
            joined = text[end : end + 1] == "-" or re.match(r"\.\w", text[end : end + 2])
            if text[max(0, start - 1) : start] not in (".", "-") and not joined:
                yield from ((start, end, name) for name in named[text[start:end]])

    def _with_initials(self) -> Iterator[tuple[int, int, Name]]:
        """Names with initials in sentences about roles («De nieuwe projectleider is J. Verdonk»)."""
        text, cues = self.minutes.text, shapes.given_names()[1]
        for match in shapes.WITH_INITIALS.finditer(text):
            line_start = text[match.start() - 1 : match.start()] in ("", "\n", "\t")
            acts = shapes.context()[2].match(text, match.end())
            lettered = match["initials"].count(".") == 1 and (
                (line_start and not acts)
                or shapes.counted().search(text, max(0, match.start() - _LONGEST_CONTEXT), match.start())
            )  # «A. Opening», «bijlage B. Overzicht»
            if lettered or match["surname"].lower() in self._small:
                continue
            if not cues.search(self._line_around(*match.span())):
                continue
            read = names.parse(match[0])
            if read and read.initials and read.surname not in wording()["no_surnames"]:
                yield match.start(), match.end(), read

    def _in_roles(self) -> Iterator[tuple[int, int, Name]]:
        """Full names that begin with a known given name, in sentences about roles («Zijn opvolger is …»)."""
        (given, cues), free = shapes.given_names(), 0
        for start in self._capitals:
            match = shapes.FULL_NAME.match(self.minutes.text, start) if start >= free else None
            if match is None:
                continue
            end = free = shapes.whole_end(self.minutes.text, match, given)
            if match["first"].split("-")[0] not in given or self._is_taken(match.start(), end):
                continue
            line = self._line_around(match.start(), end)
            read = names.parse(self.minutes.text[match.start() : end]) if cues.search(line) else None
            if read and read.given_name:
                yield match.start(), end, read

    def _line_around(self, start: int, end: int) -> str:
        """The paragraph that a name stands in, as far as it is near, in lower case."""
        text = self.minutes.text
        first = max(text.rfind("\n", max(0, start - _NEAR_ROLE), start), start - _NEAR_ROLE, 0)
        last = text.find("\n", end, end + _NEAR_ROLE)
        return text[first : min(last if last >= 0 else len(text), end + _NEAR_ROLE)].lower()

    def _first_names(self) -> Iterator[tuple[int, int, Name]]:
        firsts: dict[str, list[Known]] = {}
        for person in self.people.known:
            if person.name.given_name:
                firsts.setdefault(person.name.given_name, []).append(person)
        for first, people in _by_first_part(firsts).items():
            firsts.setdefault(first, people)
        listed = {first: [p for p in people if p.listed] or people for first, people in firsts.items()}
        alone = {first: people[0] for first, people in listed.items() if len(people) == 1}
        text = self.minutes.text
        for start, end in occurrences(text, alone):
            if shapes.AFTER_FIRST.match(text, end) and text[start - 1 : start] != "-":
                yield start, end, alone[text[start:end]].name


def _by_first_part(given: dict[str, list[Known]]) -> dict[str, list[Known]]:
    """Those listed by the first of two given names: «Bennie» is Bennie Klein Gunnewiek."""
    found: dict[str, list[Known]] = {}
    for written, people in given.items():
        first, _, more = written.partition(" ")
        if more and first in shapes.given_names()[0]:
            found.setdefault(first, []).extend(person for person in people if person.listed)
    return found
