"""Finding themes: those of `themes.ttl` under any label, and new ones that the words introduce as a theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from graph import ontology
from graph.dutch.cues import Cued
from graph.dutch.words import Word, before_signs, occurrences
from graph.facts.mentions import Mention
from graph.facts.skos import Concept, concepts

_WORD = re.compile(r"[^\W_]+(?:[-'’&/][^\W_]+)*")
_JOINED = re.compile(r"[ ,-]{1,2}")  # what may stand between the words of a label
_LONGEST_LEAD = 50  # characters of the words that introduce a theme
_LONGEST_STEM = 40  # of such a label
_SHORTEST_STEM = 8  # of a label that may begin a longer compound («ondermijning» in «ondermijningsweek»)


@dataclass(frozen=True, slots=True)
class _Label:
    words: tuple[str, ...]
    concept: Concept
    exact: str | None  # the spelling that is required, for abbreviations
    capital: bool  # only when written with a capital in mid-sentence


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, tuple[_Label, ...]], dict[str, Concept]]:
    """Labels by their first word, longest first; and single words that compounds may begin with."""
    index: dict[str, list[_Label]] = {}
    stems: dict[str, Concept] = {}
    for concept in concepts("themes.ttl"):
        for label in concept.labels:
            words = tuple(_plain(word) for word in _WORD.findall(label))
            if not words:
                continue
            capital = label == concept.label and "matchWhenCapitalised" in concept.notes
            exact = label if label in concept.abbreviations else None
            index.setdefault(words[0], []).append(_Label(words, concept, exact, capital))
            long_enough = len(words) == 1 and len(words[0]) >= _SHORTEST_STEM
            if long_enough and not capital and label not in concept.hidden:
                stems[words[0]] = concept
    longest_first = {
        word: tuple(sorted(labels, key=lambda label: -len(label.words))) for word, labels in index.items()
    }
    return longest_first, stems


def known(text: str, words: list[Word]) -> Iterator[Mention]:
    """Every place where the text names a theme of the vocabulary; only compounds may overlap."""
    index, _ = _index()
    free = 0  # the first word behind the theme found last
    for position, (start, end, word) in enumerate(words):
        if not _may_name(word) or position < free:
            continue
        labels = index.get(word)
        label = _label_at(text, words, position, labels) if labels else None
        if label:
            free = position + len(label.words)
            yield Mention(start, words[free - 1][1], "theme", label.concept.label)
        elif concept := _stem(word):
            yield Mention(start, end, "theme", concept.label)


@lru_cache(maxsize=16384)
def _may_name(word: str) -> bool:
    """Whether a word can begin the label of a theme at all: asked once for each word, as most cannot."""
    return word in _index()[0] or _stem(word) is not None


def in_own_words(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions under the label that this document uses for each theme: its own word for it.

    The preferred label where the document has it; else the first synonym it uses; the preferred one again
    where it only has a typo of it.
    """
    forms: dict[str, list[str]] = {}
    for mention in mentions:
        forms.setdefault(mention.value, []).append(_folded(text[mention.start : mention.end]))
    concept = _by_label()
    names = {
        label: _own_word(concept[label], written) for label, written in forms.items() if label in concept
    }
    return [
        mention
        if names.get(mention.value, mention.value) == mention.value
        else replace(mention, value=names[mention.value])
        for mention in mentions
    ]


@lru_cache(maxsize=1)
def _by_label() -> dict[str, Concept]:
    return {concept.label: concept for concept in concepts("themes.ttl")}


def _folded(label: str) -> str:
    return " ".join(_plain(word) for word in _WORD.findall(label))


def _own_word(concept: Concept, forms: list[str]) -> str:
    synonyms = {_folded(label): label for label in concept.synonyms}
    if any(f" {_folded(concept.label)} " in f" {form} " and form not in synonyms for form in forms):
        return concept.label
    for form in forms:
        begun = [folded for folded in synonyms if " " not in form and form.startswith(folded)]
        found = synonyms.get(form) or (synonyms[max(begun, key=len)] if begun else None)
        if found:
            return found[:1].upper() + found[1:]
    return concept.label


def _label_at(
    text: str, words: list[tuple[int, int, str]], position: int, labels: tuple[_Label, ...]
) -> _Label | None:
    for label in labels:
        there = words[position : position + len(label.words)]
        several = len(label.words) > 1  # a label of one word is there: by that it was looked up
        if several and (tuple(word for _, _, word in there) != label.words or _interrupted(text, there)):
            continue
        written = text[there[0][0] : there[-1][1]]
        if label.exact and written != label.exact:
            continue
        if label.capital and not _is_name(text, there[0][0], there[-1][1]):
            continue
        return label
    return None


def _interrupted(text: str, there: list[tuple[int, int, str]]) -> bool:
    """Whether something other than a space, comma or hyphen stands between the words."""
    return any(not _JOINED.fullmatch(text, a[1], b[0]) for a, b in pairwise(there))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word is meant as a theme: by capital, by place, or by the words before it."""
    if text[start].isupper() and (
        _mid_sentence(text, start) or _ALONE.match(text, end) or _subject_of().match(text, end)
    ):
        return True
    return bool(_introducing().search(text[max(0, start - _LONGEST_LEAD) : start]))


@lru_cache(maxsize=1)
def _introducing() -> re.Pattern[str]:
    leads = "|".join(ontology.load_yaml("wording/themes.yaml")["introduce"])
    return re.compile(rf"\b(?:{leads}) ['‘\"“]?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _subject_of() -> re.Pattern[str]:
    """Verbs of which a theme may be the subject, behind it."""
    return re.compile(rf" (?:{'|'.join(ontology.load_yaml('wording/themes.yaml')['subject_of'])})\b")


_ALONE = re.compile(r" ?(?:[:\t\n(–]|- |\Z)")  # what follows a label or heading


def _mid_sentence(text: str, start: int) -> bool:
    before = before_signs(text, start, " '‘\"“")
    return bool(before) and before not in ".!?\n\t:"


def _stem(word: str) -> Concept | None:
    """The theme whose label a compound begins with."""
    _, stems = _index()
    if len(word) <= _SHORTEST_STEM + 2:
        return None
    for length in range(min(len(word) - 2, _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
        if word[:length] in stems:
            return stems[word[:length]]
    return None


_NO_THEME = re.compile(r"(?:dhr|mevr|mw|de heer|mevrouw|meneer)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def are_known(label: str) -> bool:
    """Whether a label only joins themes that the vocabulary knows («Wonen en Economie»)."""
    index, _ = _index()
    parts = [tuple(map(_plain, _WORD.findall(part))) for part in re.split(r" en | & |, ", label)]
    return len(parts) > 1 and all(
        any(known.words == words for known in index.get(words[0], ())) for words in parts if words
    )


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(ontology.load_yaml('wording/themes.yaml')['introduce'])}) ")


_INTRODUCED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w&/-]*[a-z][\w&/-]*"
    r"(?: (?:[A-ZÀ-Þ][\w&/-]*|en (?=[A-ZÀ-Þ])[A-ZÀ-Þ][\w&/-]*)){0,4})"
    r"|['‘\"“](?P<quoted>[^'’\"”\n]{3,60})['’\"”]"
)


@lru_cache(maxsize=2)
def _told(which: str) -> tuple[Cued, ...]:
    """What sentences look like that say who has a theme, with its name in them."""
    name = r"(?P<name>[A-ZÀ-Þ][\w&/-]*[a-z][\w&/-]*(?:(?:,? en | )[A-ZÀ-Þ][\w&/-]*| en [a-z]{5,}(?=:)){0,3})"
    return tuple(
        Cued(told.replace("{name}", name), re.MULTILINE)
        for told in ontology.load_yaml("wording/themes.yaml")[which]
    )


def told(text: str, people: frozenset[str], *, listed: bool) -> Iterator[Mention]:
    """Themes that the vocabulary lacks, in sentences that say who has them («Farida houdt Personeel»).

    Args:
        text: The document's text.
        people: Names that are no theme: the surnames and given names of the persons on its lists.
        listed: Whether it has a list of portfolios, so that a line may begin with a theme.
    """
    never = frozenset(ontology.load_yaml("wording/themes.yaml")["no_themes"])
    for pattern in (*_told("told"), *(_told("listed") if listed else ())):
        for match in pattern.in_lines(text):
            label = match["name"]
            words = set(label.split())
            if not words & people and not words & never and not are_known(label):
                yield Mention(match.start("name"), match.end("name"), "theme", label)


def again(text: str, labels: set[str]) -> Iterator[Mention]:
    """Every other place where a theme that the document told of is named, written the same."""
    for start, end in occurrences(text, labels):
        if _is_name(text, start, end):
            yield Mention(start, end, "theme", text[start:end])


def introduced(text: str, surnames: frozenset[str]) -> Iterator[Mention]:
    """Themes that the vocabulary lacks but the words introduce as one («portefeuillehouder Dierenwelzijn»).

    Args:
        text: The document's text.
        surnames: Of the persons on its lists: «portefeuillehouder De Wit» names a person.
    """
    lowered = text.lower()
    for lead in _leads().finditer(lowered if len(lowered) == len(text) else text):
        match = _INTRODUCED.match(text, lead.end())
        label = (match[match.lastgroup] if match and match.lastgroup else "").strip()
        if not match or not label or label.split()[-1] in surnames:
            continue
        one = lead[0].rstrip().endswith("portefeuille")  # «de portefeuille Sport en Cultuur» is one
        if not _NO_THEME.match(label) and (one or not are_known(label)):
            start = match.start(match.lastgroup or 0)
            yield Mention(start, start + len(label), "theme", label[:1].upper() + label[1:])
