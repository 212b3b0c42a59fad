"""Who is named in the running text: persons of the lists, and those whom the words around them show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.dutch import names
from graph.dutch.given_names import given_names
from graph.dutch.names import Name
from graph.dutch.words import before_signs, folded, occurrences, pieces
from graph.facts.mentions import Mention
from graph.facts.people import Known, People, wording
from graph.facts.roles import by_word

_CAP = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)*"
_LAST = rf"(?:{names.PREFIXES})?{names.SURNAME}"
_FULL_LAST = rf"(?:(?i:{names.PREFIXES}))?{names.SURNAME}(?!\w)"  # without a first name: «Van Dijk»
_BEFORE_SURNAME = re.compile(
    rf"(?<![\w-])(?:{_CAP} (?:{_CAP} )?|(?:[A-Z]\.)+ ?)?(?P<prefix>(?:(?i:{names.PREFIX}) ){{0,3}})"
)
_STANDS_ALONE = re.compile(r"(?![\w-])(?! [A-ZÀ-Þ][a-z])")
_BEGINS_NAME = re.compile(r"(?=[A-ZÀ-Þ])(?<![\w-])")
_AFTER_FIRST = re.compile(rf"(?![\w-])(?! (?:{names.PREFIXES})?[A-ZÀ-Þ])")
_SMALL = re.compile(r"(?<![\w-])[a-zà-ÿ]+(?![\w-])")
_MOST_WORDS = 5  # before a surname that belong to the name: two first names, three of a tussenvoegsel
_LONGEST_CONTEXT = 80
# Begins with a letter, not with a look behind: the search passes all other letters at once.
_ADDRESS = (
    r"[DdHhMm](?<!\w.)"
    r"(?:(?<=[Dd])(?:hr\.?|e heer|r\.(?= [A-Z]\.)|rs\.(?= [A-Z]\.))|(?<=[Hh])r\."
    r"|(?<=[Mm])(?:evr\.?|w\.?|evrouw|eneer|r\.(?= [A-Z]\.)))"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<![\w-].)")  # with which a word begins

_FULL_NAME = re.compile(rf"(?P<first>{_CAP}) (?:(?i:{names.PREFIX}) ){{0,3}}{names.SURNAME}(?![\w-])")
_NEAR_ROLE = 160  # characters around a name in which a sentence about roles stands


_INITIALS = re.compile(r"[A-Za-z]{2,6}")
_INITIALS_BEHIND = re.compile(rf" \(({_INITIALS.pattern})[,;)]")


def _is_given(written: str) -> bool:
    """Whether a name begins with a given name that is known."""
    return re.split(r"[ -]", written, maxsplit=1)[0] in _given_names()[0]


def _is_role(before: str) -> bool:
    """Whether what stands before a surname is a role («Directeur»), not a first name."""
    return bool(before) and before.split(" ", 1)[0].lower() in by_word()


def stand_for(initials: str, name: Name) -> bool:
    """Whether initials are those of a name: all of its words in order, or some that begin with the first.

    «JvdM» is Joke van der Molen, «IH» Ingrid Haak-de Windt.
    """
    if not _INITIALS.fullmatch(initials):
        return False
    first, *others = (word[0] for word in re.split(r"[ -]", name.full.lower()) if word)
    letters, said = iter(others), initials.lower()
    return said[0] == first and all(letter in letters for letter in said[1:])


@lru_cache(maxsize=1)
def _titles() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Titles in lower case, a word before it that makes its bearer act, a surname, what follows who acts."""
    said = wording()
    never, after = "|".join(said["not_first"]), "|".join(said["after"])
    prefix = rf"(?:(?=[A-Z'’])(?i:{names.PREFIXES}))?"
    return (
        frozenset(f"{title} " for title in said["titles"]),
        re.compile(r"\b(?i:door|aan|namens|met|bij|van|is|wordt|blijft|heet) (?:de )?$"),
        re.compile(rf"(?:(?:[A-Z]\.)+ ?)?(?!(?:{never})\b(?! [A-Z])){prefix}{names.SURNAME}(?![\w-])"),
        re.compile(rf"(?:,[^,;.\n]{{2,60}},|,)? (?:{after})\b"),
    )


@lru_cache(maxsize=1)
def _addressed() -> re.Pattern[str]:
    """A surname behind a word of address («dhr. Van Dijk»)."""
    return re.compile(
        rf"{_ADDRESS} {names.TITLES}(?:(?:[A-Z]\.)+ ?)?{_FULL_LAST}"
        rf"(?: (?!(?:{'|'.join(wording()['not_first'])})\b){names.SURNAME}(?!\w))?"
    )


@lru_cache(maxsize=1)
def _public_name() -> re.Pattern[str]:
    """A given name with a surname, which behind a public title is a person's."""
    never = "|".join((*wording()["not_first"], *wording()["no_surnames"]))
    return re.compile(
        rf"(?!(?:{never})\b){_CAP} (?:(?i:{names.PREFIXES}))?(?!(?:{never})\b){names.SURNAME}(?![\w-])"
    )


_CLOSES = re.compile(r"[.,;)\n]|\Z| (?:uit|\() ?")


@lru_cache(maxsize=1)
def _capitalised() -> re.Pattern[str]:
    """Words all in capitals behind a word of address or a title, up to a colon or bracket."""
    titles = "|".join(re.escape(title) for title in wording()["titles"])
    return re.compile(
        rf"(?<![\w-])(?:{_ADDRESS}|(?i:{titles})) "
        r"(?P<name>(?:[A-ZÀ-Þ'’.-]+ ){0,3}[A-ZÀ-Þ][A-ZÀ-Þ-]+)(?= ?[:(,]| [a-z])"
    )


@lru_cache(maxsize=1)
def _context() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Two capitalised words; what may stand right before them; what right behind."""
    said = wording()
    never, before, after = ("|".join(said[name]) for name in ("not_first", "before", "after"))
    name = rf"(?!(?:{never})\b){_CAP} {_LAST}"
    return (
        re.compile(rf"{name}(?![\w-])"),
        re.compile(rf"\b(?i:{before}) (?:{_CAP} {_LAST} en )?$"),
        re.compile(rf" (?:{after})\b"),
    )


@lru_cache(maxsize=1)
def _given_names() -> tuple[frozenset[str], re.Pattern[str]]:
    """Given names, and the cues of a sentence about roles."""
    return given_names(), re.compile(rf"\b(?:{'|'.join(map(re.escape, wording()['role_cues']))})")


def _whole_end(text: str, match: re.Match[str], given: frozenset[str]) -> int:
    """Where a full name ends: «Henk Jan Postma» behind its second given name, «Van Heemstra tot Rhee»."""
    last = match[0].rpartition(" ")[2]
    more = _SURNAME_BEHIND.match(text, match.end()) if last in given else None
    end = more.end() if more else match.end()
    estate = _ESTATE_BEHIND.match(text, end)
    return estate.end() if estate else end


_SURNAME_BEHIND = re.compile(rf" (?:{names.PREFIXES})?{names.SURNAME}(?![\w-])")
_ESTATE_BEHIND = re.compile(rf" tot {names.SURNAME}(?![\w-])")


def find(people: People, taken: list[Mention]) -> None:
    """Note who is named in a document's running text, but not where a body or theme is (`taken`)."""
    _RunningText(people, taken).read()


class _RunningText:
    """The text of one document, and where in it something is named already."""

    def __init__(self, people: People, taken: list[Mention]) -> None:
        self.people = people
        self.minutes = people.minutes
        self._capitals = [capital.start() for capital in _CAPITAL.finditer(self.minutes.text)]
        self._small = frozenset(_SMALL.findall(self.minutes.text))  # words that it writes in small letters
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
            self._initialled,
            self._known_names,
            self._first_names,
        ):
            for start, end, name in list(finder()):
                if self._is_taken(start, end):
                    continue
                person = people.resolve(name) or people.misspelt(name)
                full = finder in (self._titled, self._addressed) or name.given_name or name.honorific
                if person is None and people.is_crossed(name):
                    self._occupy(start, end)  # neither of the two is meant for sure
                    continue
                if person is None and (people.ambiguous(name) or not full):
                    continue
                people.note(person or people.add(name, listed=False), start, end, name)
                self._occupy(start, end)
        people.under_one_name()

    def _addressed(self) -> Iterator[tuple[int, int, Name]]:
        for match in _addressed().finditer(self.minutes.text):
            shorter = match[0].rpartition(" ")[0]  # «mevr. Post Wonen»: the last word is a theme
            cut = self._is_taken(match.start() + len(shorter), match.end()) and " " in shorter
            said = shorter if cut else match[0]
            name = names.parse(said)
            if name and not names.is_prefix(name.surname):  # a broken off line: «de heer Van»
                yield match.start(), match.start() + len(said), name

    def _in_capitals(self) -> Iterator[tuple[int, int, Name]]:
        """A surname in capitals behind a word of address or title («Mevrouw EL IDRISSI:»), if known."""
        for match in _capitalised().finditer(self.minutes.text):
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
            before = _BEFORE_SURNAME.fullmatch(text, begin, start)
            if before and not _is_role(text[begin:start]):
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
        text, (title, by, surname, acts) = self.minutes.text, _titles()
        lowered = folded(text)
        for start, end in pieces(lowered, title):
            public = lowered[start : end - 1] in wording()["public_titles"]
            full = _public_name().match(text, end)
            name = full if full and (public or _is_given(full[0])) else surname.match(text, end)
            if name is None or text[start - 1 : start].isalnum():
                continue
            if name is full and not public:
                read = names.parse(name[0])
                if read:
                    yield name.start(), name.end(), read
                continue
            if public and _CLOSES.match(text, name.end()) and not self._sentence_start(start):
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
        text, (full_name, before, after) = self.minutes.text, _context()
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
        if _is_role(str(name.given_name)) or name.surname in wording()["no_surnames"]:
            return True
        return first not in _given_names()[0] and first.lower() in self._small

    def _initialled(self) -> Iterator[tuple[int, int, Name]]:
        """Initials that a list gives behind a name («Marleen de Vaan (MdV)»), where they stand for it."""
        text = self.minutes.text
        named: dict[str, list[Name]] = {}
        for found in self.minutes.lists:
            for entry in found.entries:
                initials = _INITIALS_BEHIND.match(text, entry.end)
                if initials and stand_for(initials[1], entry.name):
                    named.setdefault(initials[1], []).append(entry.name)
        for start, end in occurrences(text, named):
            if text[max(0, start - 1) : start] not in (".", "-") and text[end : end + 1] not in (".", "-"):
                yield from ((start, end, name) for name in named[text[start:end]])

    def _in_roles(self) -> Iterator[tuple[int, int, Name]]:
        """Full names that begin with a known given name, in sentences about roles («Zijn opvolger is …»)."""
        (given, cues), free = _given_names(), 0
        for start in self._capitals:
            match = _FULL_NAME.match(self.minutes.text, start) if start >= free else None
            if match is None:
                continue
            end = free = _whole_end(self.minutes.text, match, given)
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
            if _AFTER_FIRST.match(text, end) and text[start - 1 : start] != "-":
                yield start, end, alone[text[start:end]].name


def _by_first_part(given: dict[str, list[Known]]) -> dict[str, list[Known]]:
    """Those listed by the first of two given names: «Bennie» is Bennie Klein Gunnewiek."""
    found: dict[str, list[Known]] = {}
    for written, people in given.items():
        first, _, more = written.partition(" ")
        if more and first in _given_names()[0]:
            found.setdefault(first, []).extend(person for person in people if person.listed)
    return found
