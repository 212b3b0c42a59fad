"""The sentences themselves: found by their words, and weighed by how much of a question they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from rapidfuzz.distance import DamerauLevenshtein

from graph.answers import MeetingRef
from graph.answers.model import Evidence
from graph.dutch.sentences import spans
from graph.questions.sentence_shapes import is_title, points_back, tells
from graph.questions.sentence_words import weak
from graph.questions.words import key, stem

MASK = "█"  # what stands for somebody who is discussed as a case
SHORTEST_PART = 5  # letters that have to be the same for one word to begin with another
SHORTEST_HEAD = 4  # or to end with it: «plan» in «politieplan»
_LONG = 7
_OFTEN = 4  # times
_LEAST = 4  # words of a sentence
_KEPT = 4096  # documents that stay cut in sentences
_COMPOUND, _PART, _MODIFIER, _TYPO, _NEAR = (
    0.75,
    0.5,
    0.45,
    0.7,
    0.8,
)  # what such a word is worth, the word itself being 1
_WEAK = 0.25  # what a word weighs that hardly says anything
_SMALL = 3  # letters of a word that does not count in a label of several


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document."""

    document: str
    start: int
    end: int
    quote: str
    number: int  # which sentence of the document
    title: str  # of its agenda item
    body: bool  # whether it stands below the head of the document, or tells something in it
    paragraph: int = 0  # which paragraph of the document

    @property
    def said(self) -> str:
        """The sentence as an answer quotes it: without its full stop."""
        return self.quote.strip().rstrip(".")

    def evidence(self, speaker: str | None = None) -> Evidence:
        """The sentence as evidence, said by somebody."""
        return Evidence(self.document, self.start, self.end, self.quote, speaker, "")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage with how much of what was asked it holds, from 0 to 1; `own` without its neighbours."""

    passage: Passage
    score: float
    own: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is looked for: its stem, what counts as the same, and its weight."""

    word: str
    same: frozenset[tuple[str, ...]]  # each the stems that have to be there together
    weight: float
    near: frozenset[str] = frozenset()  # the stems of words that say about the same


class Passages(Protocol):
    """Where sentences are found."""

    def candidates(self, words: Sequence[Wanted], within: frozenset[str] | None) -> Iterable[Passage]:
        """Sentences that hold one of the words, of these documents alone if given."""
        ...

    def sentences(self, document: str) -> tuple[Passage, ...]:
        """All sentences of a document, in order."""
        ...

    def knows(self, word: str) -> bool:
        """Whether the minutes have a word."""
        ...

    def often(self, word: str) -> bool:
        """Whether they have it again and again."""
        ...


class Texts:
    """Documents cut in sentences, each when it is asked for."""

    def __init__(
        self,
        text_of: Callable[[str], str],
        title_of: Callable[[str, int], str],
        body_of: Callable[[str], int],
    ) -> None:
        """Take where texts, the titles of agenda items and the ends of heads come from."""
        self._text_of, self._title_of, self._body_of = text_of, title_of, body_of
        self._cut: dict[str, tuple[Passage, ...]] = {}

    def sentences(self, document: str) -> tuple[Passage, ...]:
        """All sentences of a document, in order."""
        if document not in self._cut:
            while len(self._cut) >= _KEPT:
                self._cut.pop(next(iter(self._cut)))
            self._cut[document] = self._sentences(document)
        return self._cut[document]

    def _sentences(self, document: str) -> tuple[Passage, ...]:
        text, body = self._text_of(document), self._body_of(document)
        found: list[Passage] = []
        for number, (start, end) in enumerate(spans(text)):
            last = found[-1] if found else None
            paragraph = last.paragraph + ("\n" in text[last.end : start]) if last else 0
            quote, title = text[start:end], self._title_of(document, start)
            told = start >= body or tells(quote)
            found.append(Passage(document, start, end, quote, number, title, told, paragraph))
        return tuple(found)


class WholeText:
    """Sentences looked for in the texts themselves: for a small store, and where there is no index."""

    def __init__(self, documents: Sequence[MeetingRef], texts: Texts) -> None:
        """Take the documents that count, and their texts."""
        self._documents = tuple(ref.document for ref in documents)
        self._texts = texts

    def sentences(self, document: str) -> tuple[Passage, ...]:
        """All sentences of a document, in order."""
        return self._texts.sentences(document)

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(
            key(word)
            for document in self._documents
            for each in self.sentences(document)
            for word in _WORD.findall(each.quote)
        )

    def knows(self, word: str) -> bool:
        """Whether a text has a word."""
        return word in self._words

    def often(self, word: str) -> bool:
        """Whether the texts have it at least four times."""
        return self._words[word] >= _OFTEN

    def candidates(self, words: Sequence[Wanted], within: frozenset[str] | None) -> Iterable[Passage]:
        """Every sentence with one of the words."""
        for document in self._documents:
            if within is None or document in within:
                for passage in self.sentences(document):
                    if passage.body and says(passage) and any(held(passage.quote, each) for each in words):
                        yield passage


_WORD = re.compile(r"[^\W_]+")


def says(passage: Passage) -> bool:
    """Whether a sentence is more than a title or a number."""
    return len(_WORD.findall(passage.quote)) >= _LEAST


@lru_cache(maxsize=16384)
def stems(quote: str) -> tuple[str, ...]:
    """The stems of the words of a sentence."""
    return tuple(stem(word) for word in _WORD.findall(quote))


@lru_cache(maxsize=65536)
def held(quote: str, wanted: Wanted) -> float:
    """How much of a word a sentence holds: the word, a compound with it, or something typed almost so."""
    found = stems(quote)
    worth = max((min(_stem_held(part, found) for part in same) for same in wanted.same), default=0.0)
    return max(worth, _NEAR) if worth < _NEAR and not wanted.near.isdisjoint(found) else worth


def _stem_held(wanted: str, found: tuple[str, ...]) -> float:
    return 1.0 if wanted in found else max((_alike(wanted, each) for each in found), default=0.0)


@lru_cache(maxsize=262144)
def _alike(wanted: str, found: str) -> float:
    """How much one word is worth for another: a compound with it, a part of it, a typing error."""
    shorter, longer = sorted((wanted, found), key=len)
    head = longer.endswith(shorter) and len(shorter) >= SHORTEST_HEAD
    part = head or (longer.startswith(shorter) and len(shorter) >= SHORTEST_PART)
    if part and len(longer) - len(shorter) >= _SMALL:
        return _COMPOUND if longer == found else _PART if head else _MODIFIER
    if len(shorter) >= _LONG and DamerauLevenshtein.distance(wanted, found) <= 1:
        return _TYPO
    return 0.0


Others = Callable[[str], Iterable[str]]


def wanted(
    words: Iterable[str], synonyms: Others | None = None, nearly: Others | None = None
) -> tuple[Wanted, ...]:
    """What to look for from the words of a question; a longer one weighs a little more, a weak one little.

    `synonyms`: what is the same; `nearly`: what says about the same.
    """
    found = []
    for word in dict.fromkeys(words):
        others = tuple(synonyms(word)) if synonyms else ()
        same = {(stem(word),), *(together(each) for each in others)}
        weight = _WEAK if key(word) in weak() else 1.0 + 0.05 * min(len(key(word)), 14)
        near = frozenset(stem(each) for each in nearly(word)) if nearly else frozenset()
        found.append(Wanted(word, frozenset(each for each in same if each), weight, near))
    return tuple(found)


def named_thing(name: str, forms: Iterable[str]) -> Wanted:
    """Something with several names, as one thing to look for: it counts for more than a word."""
    return Wanted(name, frozenset(each for form in forms if (each := together(form))), 3.0)


def together(label: str) -> tuple[str, ...]:
    """The stems of a label, without its small words."""
    return tuple(stem(word) for word in _WORD.findall(label) if len(word) > _SMALL or word.isupper())


_TITLED = 0.6  # what a word is worth that stands in the title of the item
_BESIDE = (0.55, 0.3, 0.2)  # one or two sentences away, or farther in the same paragraph
_MEANT = 0.8  # in the sentence before one that points back to it («Grevenaar heeft er geen»)
_FAR = 6  # sentences


def weigh(passages: Passages, words: Sequence[Wanted], within: frozenset[str] | None = None) -> list[Weighed]:
    """The sentences that hold most of the words, best first; of equals by document and place."""
    if not words:
        return []
    found = dict.fromkeys(passages.candidates(words, within))
    for each in tuple(found):
        after = behind(passages, each)
        if after is not None and after.title == each.title and after.body and says(after):
            found.update({after: None} if points_back(after.quote) else {})
    return sorted(
        (weighed(passages, passage, words) for passage in found),
        key=lambda each: (
            -round(each.score, 3),
            -round(each.own, 3),
            each.passage.document,
            each.passage.start,
        ),
    )


def weighed(passages: Passages, passage: Passage, words: Sequence[Wanted]) -> Weighed:
    """How much of the words a sentence holds; there have to be words."""
    total = sum(each.weight for each in words)
    near = [
        (passage.title, _TITLED),
        *((each.quote, _worth(passage, each)) for each in beside(passages, passage)),
    ]
    own = sum(each.weight * held(passage.quote, each) for each in words)
    score = sum(
        each.weight * max(held(passage.quote, each), *(held(text, each) * worth for text, worth in near))
        for each in words
    )
    worth = _HEADING if is_title(passage.quote, passage.title) else 1.0
    return Weighed(passage, worth * score / total, own / total)


_HEADING = 0.85  # what the title of an item is worth beside a sentence that says something


def _worth(passage: Passage, other: Passage) -> float:
    """What a word is worth that another sentence has."""
    if other.number == passage.number - 1 and points_back(passage.quote):
        return _MEANT
    return _BESIDE[min(abs(other.number - passage.number), len(_BESIDE)) - 1]


def beside(passages: Passages, passage: Passage) -> list[Passage]:
    """The sentences around one under its title: two before and behind it, and the others of its paragraph."""
    number = passage.number
    return [
        each
        for each in passages.sentences(passage.document)[max(0, number - _FAR) : number + _FAR + 1]
        if each.title == passage.title
        and each != passage
        and (abs(each.number - number) < len(_BESIDE) or each.paragraph == passage.paragraph)
    ]


def behind(passages: Passages, passage: Passage) -> Passage | None:
    """The sentence behind it in the same document."""
    sentences = passages.sentences(passage.document)
    return sentences[passage.number + 1] if passage.number + 1 < len(sentences) else None


def ahead(passages: Passages, passage: Passage) -> Passage | None:
    """The sentence before it in the same document."""
    return passages.sentences(passage.document)[passage.number - 1] if passage.number else None
