"""The title of a document, and the body that met: what is left of it without document, date and place."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from graph.dutch import dates
from graph.minutes.labels import role_of, wording
from graph.minutes.model import Line

_SHORTEST_TITLE, LONGEST_TITLE = 9, 220  # characters
_ABBREVIATED = re.compile(
    r"(?<=\w) \([A-Z][A-Za-z&-]{1,8}(?: [A-Z][A-Z&]{0,3})?\)?$"
)  # «Bestuurlijk Overleg Veiligheid (BOV)»
_ABBREVIATED_INSIDE = re.compile(  # «Platform Veiligheid (PV) Oost»
    r"(?<=\w) \([A-Z][A-Za-z&-]{0,7}[A-Z]\)(?= (?:(?:regio|district|gemeente|provincie) )?[A-Z])"
)
_IN_A_HALL = re.compile(  # «… op 5 februari in de Graanbeurs te Holt»
    r"\bin (?:de|het) [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*(?: te [A-ZÀ-Þ][\w'’-]+)?"
    r"(?=[\s,.*_]*(?:$|aanvang\b|om\b))"
)
_SMALL = frozenset({"en", "van", "voor", "de", "het", "in", "op", "der", "den", "aan"})
_LONGEST_BODY = 90  # characters
_TITLE_LINES = 25
_LONGEST_ABBREVIATION = 12  # characters of a name in capitals that is one
_ASIDE = re.compile(r"\s*\((?P<said>[^()]*)\)")
_APART = re.compile(r"\s*(?:[|;·•]|//)\s*|\s+[–—]\s+")  # what stands between parts of a title
_DISTRICT = re.compile(r",\s+(?:district|regio|gemeente|provincie|arrondissement)\b.*$", re.IGNORECASE)
_ORDINAL = re.compile(r"^\d{1,3}(?:e|ste|de)\s+")
_NO_NAME = re.compile(r"^(?:en|of|met)\b|[|;·]|//|\((?![A-Za-z&-]{1,8}\))|,\s*,")
_VOWEL = re.compile(r"[AEIOUYÀ-Þ]")
_HELD = re.compile(r",? (?:gehouden|aanvang)\b", re.IGNORECASE)
_OFTEN = 3  # times that a body is named before it is taken for the one that meets
_ORGANISATION_LINES = 4  # of the top
_TOP_LINES = 6  # among which a line that names a body is the title
_LABEL = re.compile(r"^[\w ]{3,20}:\s+\S")
LABELLED = re.compile(r"^[^:]{1,40}:\s*\S")


@lru_cache(maxsize=1)
def numbered() -> re.Pattern[str]:
    """What begins as an agenda item does."""
    return re.compile(rf"^{wording()['agenda_key']}[.)]?\s")


@lru_cache(maxsize=1)
def document_words() -> re.Pattern[str]:
    """The words that say what a document is, at the beginning of a text."""
    return re.compile(rf"\W*{wording()['document_words']}\b", re.IGNORECASE)


def title(text: str, lines: tuple[Line, ...]) -> str | None:
    """The title: the first line that names a kind of document, else one near the top that names a body.

    Else the first heading, or line of text. A labelled line («Notulen: J. Jansen») is none.
    """
    short = [line for line in lines[:_TITLE_LINES] if line.end - line.start <= LONGEST_TITLE]
    plain = [line for line in short if line.kind in ("heading", "text")]
    for line in plain:
        content = text[line.start : line.end]
        if len(content) >= _SHORTEST_TITLE and document_words().match(content) and not _names_writer(content):
            return content
    for line in plain[:_TOP_LINES]:
        content = text[line.start : line.end]
        if names_a_body(content) and not content.rstrip().endswith((".", ":")) and not _LABEL.match(content):
            return content
    named = [line for line in plain if not numbered().match(text[line.start : line.end])]
    first = min(named, key=lambda line: (line.kind != "heading", line.start), default=None)
    return text[first.start : first.end] if first else None


def _labels_something_else(content: str) -> bool:
    """Whether a line is a label of a letter with its value («Aan: leden BOV»), and names no body."""
    return LABELLED.match(content) is not None and role_of(content.partition(":")[0]) == "other"


def body_that_met(
    text: str, lines: tuple[Line, ...], heading: str | None, named: str | None, subject: str | None
) -> str | None:
    """The body that met, or None.

    Args:
        text: The document's text.
        lines: Its lines.
        heading: Its title.
        named: What the field for the body says.
        subject: What the field for the subject says; it counts where it names minutes.
    """
    other = heading is not None and _labels_something_else(heading)
    told = [_body(named) or named, None if other else _body(heading)]
    if not any(map(names_a_body, filter(None, told))):
        told.insert(1, _in_titles(text, lines))
    if subject and document_words().search(subject):
        told.append(_body(subject))
    body = next(filter(None, told), None) or _most_named(text) or _at_the_top(text, lines)
    return _of_its_organisation(body, text, lines) if body else None


def _names_writer(content: str) -> bool:
    """Whether a line says who wrote the minutes («Notulen: J. Jansen»), and is no title."""
    label, _, value = content.partition(":")
    return bool(value.strip()) and role_of(label) == "note_taker" and not names_a_body(value)


@lru_cache(maxsize=1)
def _noise() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind the name of a body in a title, and is no part of it."""
    noise = rf"(?:{wording()['title_noise']}|{wording()['document_words']}\b)"
    return (
        re.compile(rf"^[\W_]*{noise}(?=[\W_]|$)", re.IGNORECASE),
        re.compile(rf"[\s,\-–:|(]*(?:(?<!\w){noise}[\s,\-–:|(.]*|\bte [A-ZÀ-Þ][\w' -]+)*$", re.IGNORECASE),
    )


def _body(heading: str | None) -> str | None:
    """The body in a title: what remains without the words for the document, the date and the place."""
    if not heading:
        return None
    heading = _ASIDE.sub(_kept_aside, heading)
    found = _named(heading)
    parts = [name for part in _APART.split(heading) if (name := _named(part)) and not _NO_NAME.search(name)]
    own = next((name for name in parts if name.lower() in wording()["own_bodies"]), None)
    if found is None or _NO_NAME.search(found):
        return own or next(filter(names_a_body, parts), parts[0] if parts else None)
    return own or found


def _kept_aside(aside: re.Match[str]) -> str:
    """What stands between brackets in a title, where that may be a name and no time, place or status."""
    said = aside["said"].strip()
    other = re.search(r"\d", said) or document_words().match(said) or _noise()[0].match(said)
    return " " if other or said.islower() else aside[0]


def _named(title_: str) -> str | None:
    """What a part of a title names: a body, or None."""
    rest = title_
    days = dates.find(rest, None)
    if days and names_a_body(before_day := rest[: days[0].start]):
        rest = before_day
    for item in reversed(dates.find(rest, None)):
        rest = rest[: item.start] + " " + rest[item.end :]
    rest = re.sub(wording()["title_times"], " ", rest, flags=re.IGNORECASE).strip()
    rest = _IN_A_HALL.sub(" ", _HELD.split(rest, maxsplit=1)[0])
    leading, trailing = _noise()
    before = None
    while before != rest:
        before, rest = rest, leading.sub(" ", rest).strip()
    rest = _ABBREVIATED.sub("", re.sub(r"\s+", " ", trailing.sub("", rest)).strip(" ,-–:|.;_*"))
    rest = _before_the_document(rest.strip(" ,-–:|.;()_*"))
    rest = _ORDINAL.sub("", _DISTRICT.sub("", _ABBREVIATED_INSIDE.sub("", rest)))
    if not 1 < len(rest) <= _LONGEST_BODY:
        return None
    if is_a_place(rest):
        return None
    if rest.isupper() and (len(rest) > _LONGEST_ABBREVIATION or " " in rest):
        rest = _in_small_letters(rest)
    written = re.search(r"[A-Z]", rest) or (
        " " in rest and names_a_body(rest) and document_words().match(title_)
    )
    return _meant(rest) or (rest if written else None)


def _before_the_document(words: str) -> str:
    """What names a body, without the document that the same line goes on to name."""
    found = re.search(rf"[\s|(–-]+{wording()['document_words']}\b", words, re.IGNORECASE)
    before = _ABBREVIATED.sub("", words[: found.start()].strip(" ,-–:|.;")) if found else ""
    apart = found is not None and re.search(r"[|(–-]", found[0]) and not names_a_body(words[found.end() :])
    return before if names_a_body(before) or (apart and before[:1].isupper()) else words


def is_a_place(words: str) -> bool:
    """Whether what is left of a title is where the meeting was («gemeentehuis van Molenvoort»)."""
    buildings = "|".join(map(re.escape, wording()["buildings"]))
    return re.match(rf"(?:(?:het|de) )?(?:{buildings})\b", words, re.IGNORECASE) is not None


def _in_small_letters(name: str) -> str:
    """A name that is written in capitals, as it is written in a sentence."""
    first, *others = name.split()
    words = (word.lower() if word.lower() in _SMALL else _capitalised(word) for word in others)
    return " ".join([_capitalised(first), *words])


def _capitalised(word: str) -> str:
    """A word in capitals with the first alone, but for an abbreviation («GGD», «(DO)», «DVO»)."""
    short = word.startswith("(") or not _VOWEL.search(word) or word in wording()["own_abbreviations"]
    return word if short else word.capitalize()


def _meant(words: str) -> str | None:
    """The body that words for its meeting stand for: a «raadsvergadering» is one of the gemeenteraad."""
    lowered = words.lower()
    for word, body in wording()["meetings_of"].items():
        if lowered == word:
            return str(body)
        if lowered.startswith(f"{word} "):
            whose = re.sub(r"^(?:van|der|de|het|gemeente|\s)+(?=[A-ZÀ-Þ'’])", "", words[len(word) :])
            return f"{body} {whose.strip()}"
    return words if lowered in wording()["own_bodies"] else None


def _in_titles(text: str, lines: tuple[Line, ...]) -> str | None:
    """The body named by a line near the top: behind a bare «Verslag», or with the noun of a body in it."""
    after_word = False
    for line in lines[:_TITLE_LINES]:
        content = text[line.start : line.end].strip()
        if line.kind == "cell" or len(content) > LONGEST_TITLE or numbered().match(content):
            continue
        if after_word or names_a_body(content):
            found = _body(content)
            if found and not content.endswith((".", "!", "?")) and not LABELLED.match(content):
                return found
        after_word = bool(document_words().fullmatch(content.strip(" :")))
    return None


def _at_the_top(text: str, lines: tuple[Line, ...]) -> str | None:
    """The first line, where it is a name alone: no label, no sentence, no item, no word for the document."""
    first = next((line for line in lines[:_TITLE_LINES] if line.kind in ("heading", "text")), None)
    content = text[first.start : first.end].strip() if first else ""
    if content.endswith((".", "!", "?", ":")) or LABELLED.match(content) or numbered().match(content):
        return None
    return _body(content)


def _of_its_organisation(body: str, text: str, lines: tuple[Line, ...]) -> str:
    """A body that every organisation has («algemeen bestuur»), with the organisation that the top names."""
    if body.lower() not in wording()["own_bodies"] and body not in wording()["own_abbreviations"]:
        return body
    for line in lines[:_ORGANISATION_LINES]:
        for part in (
            _APART.split(text[line.start : line.end].strip()) if line.kind in ("heading", "text") else ()
        ):
            if found := _organisation().match(_ABBREVIATED.sub("", part.strip("*_# "))):
                name = _in_small_letters(found[0]) if found[0].isupper() else found[0]
                place = found["place"] and name[found.start("place") :]
                return f"{body} {place or name}"
    return body


@lru_cache(maxsize=1)
def _organisation() -> re.Pattern[str]:
    """A name that begins with what an organisation is; of a municipality or province the place tells it."""
    kinds = "|".join(map(re.escape, wording()["organisations"]))
    name = r"[A-ZÀ-Þ0-9'’][\w'’.-]*(?: (?:[A-ZÀ-Þ'’][\w'’.-]*|en|de|van|der|den|het|aan|op|bij))*"
    return re.compile(
        rf"(?i:(?:de |het )?)(?:(?i:gemeente|provincie) (?P<place>{name})|(?i:{kinds})(?: (?:van )?{name}))$"
    )


def names_a_body(content: str) -> bool:
    """Whether words have the noun of a body that meets, or an abbreviation of one, among them."""
    return _kinds().search(content) is not None or _own_abbreviation().search(content) is not None


@lru_cache(maxsize=1)
def _own_abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wording()['own_abbreviations']))})\b")


def _most_named(text: str) -> str | None:
    """The body that the text itself keeps naming as the one that meets («het TO stelt vast»)."""
    names = "|".join(map(re.escape, wording()["own_abbreviations"]))
    found = Counter(re.findall(rf"\b[Hh]et ({names})\b", text)).most_common(1)
    return found[0][0] if found and found[0][1] >= _OFTEN else None


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    """A word that ends in a kind of meeting, the longest there is: a «mobiliteitsberaad» is no raad."""
    kinds = sorted(wording()["meeting_kinds"], key=len, reverse=True)
    return re.compile(rf"\b[\w-]*?({'|'.join(map(re.escape, kinds))})\b", re.IGNORECASE)


def kind_of(body: str | None) -> str | None:
    """The kind of a body: the first word of its name that ends in one («Bestuurlijke Tafel» is a tafel)."""
    found = _kinds().search(body or "")
    return found[1].lower() if found else None
