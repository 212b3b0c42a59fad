"""Whether a sentence, with those around it, holds enough of a question to be its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.questions.asked_for import asked_kind, holds
from graph.questions.model import Asked
from graph.questions.passages import Passage, Passages, Wanted, Weighed, held, stems, wanted
from graph.questions.sentence_words import unsaid
from graph.questions.shelf import Shelf
from graph.questions.wording import stems_of_group
from graph.questions.words import key, stem

_LOOKED_AT = 12  # of the best sentences
_THERE = 0.4  # from which a word counts as being there
_SURELY = 0.5  # where somebody is asked for: «politie» is no «politiechef»
_AWAY = (1.0, 0.9, 0.7)  # what a word is worth in the sentence, and in those one and two away
_TITLE = 0.9
_STRONG = 1.0  # weight of a word that says what the question is about
_ROLE = 0.7
_VERB = re.compile(r"(?:t|te|de|en|d)$")  # of a word that may well be a verb, said otherwise in the minutes
_VERBS_ONLY = frozenset(("number", "money", "day", "person"))  # what is asked for has to be said of just that
_NEEDED = {
    "thing": 0.6,
    "number": 0.5,
    "day": 0.66,
    "reason": 0.66,
    "person": 0.72,
    "place": 0.6,
    "money": 0.5,
}
_UNKNOWN = {
    "thing": 0.5,
    "number": 0.5,
    "day": 0.45,
    "reason": 0.45,
    "person": 0.4,
    "place": 0.45,
    "money": 0.5,
}  # at most, of the weight


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a question that say what it is about, apart by whether any sentence found has them."""

    known: tuple[Wanted, ...]
    unknown: tuple[Wanted, ...]


def answering(shelf: Shelf, asked: Asked, looked: Sequence[Wanted], found: list[Weighed]) -> Weighed | None:
    """The best sentence that answers the question; None when none does."""
    words = _told_apart(looked, found, _THERE if asked_kind(asked) != "person" else _SURELY)
    if not words.known or _names_what_is_not_there(asked, words.unknown) or _asks_unknown(asked, words):
        return None
    for each in found[:_LOOKED_AT]:
        if _is_about(shelf, asked, words, each.passage) and holds(shelf, asked, [each.passage], looked):
            return each
    return None


def _told_apart(looked: Sequence[Wanted], found: list[Weighed], least: float) -> _Words:
    strong = [word for word in looked if word.weight >= _STRONG]
    known = tuple(word for word in strong if any(held(each.passage.quote, word) >= least for each in found))
    return _Words(known, tuple(word for word in strong if word not in known))


def _names_what_is_not_there(asked: Asked, unknown: Sequence[Wanted]) -> bool:
    """Whether a word that no sentence has is a name or a number: then the question is about another thing."""
    words = {word.word for word in unknown}
    return any(
        token.key in words and (token.key.isdigit() or (place > 0 and token.text[:1].isupper()))
        for place, token in enumerate(asked.tokens)
    )


_ASKS = frozenset(("hoe", "how"))


def _asks_unknown(asked: Asked, words: _Words) -> bool:
    """Whether the word right behind «hoe» is one that no sentence has («hoe oud …»)."""
    unknown = {word.word for word in words.unknown}
    return len(asked.tokens) > 1 and asked.tokens[0].key in _ASKS and asked.tokens[1].key in unknown


@cache
def _unsaid_stems() -> frozenset[str]:
    return frozenset(map(stem, unsaid()))


_WHETHER = frozenset(
    (
        "is",
        "zijn",
        "was",
        "waren",
        "heeft",
        "hebben",
        "had",
        "hadden",
        "kan",
        "mag",
        "wordt",
        "werd",
        "has",
        "have",
        "did",
    )
)


def _asks_whether(asked: Asked) -> bool:
    """Whether it is a question for yes or no."""
    return bool(asked.tokens) and asked.tokens[0].key in _WHETHER


def _says_more_than_names(asked: Asked, words: _Words) -> bool:
    """Whether a word that the sentences have is more than a name, which does not say what is asked of it."""
    named = {
        asked.tokens[at].key for sort in ("person", "body") for each in asked.of(sort) for at in each.places
    }
    written = {token.key for token in asked.tokens if token.text[:1].isupper() and token.start}
    return any(key(word.word) not in named | written for word in words.known)


def _is_about(shelf: Shelf, asked: Asked, words: _Words, passage: Passage) -> bool:
    kind = asked_kind(asked)
    of_known = sum(each.weight for each in words.known)
    of_unknown = sum(each.weight for each in words.unknown)
    if of_unknown > _UNKNOWN[kind] * (of_known + of_unknown):
        return False
    if words.unknown and not _says_more_than_names(asked, words):
        return False
    if not _may_be_left_out(kind, words.unknown) or not _has_role(asked, passage):
        return False
    if not any(held(passage.quote, word) >= _THERE for word in words.known):
        return False
    near = around(shelf.passages, passage)
    there = sum(
        word.weight * max(min(1.0, 1.3 * held(text, word)) * worth for text, worth in near)
        for word in words.known
    )
    return there >= _NEEDED[kind] * of_known


def _may_be_left_out(kind: str, unknown: Sequence[Wanted]) -> bool:
    """Whether minutes may well tell it without these words of the question."""
    if any(stem(word.word) in _unsaid_stems() for word in unknown):
        return False
    return kind not in _VERBS_ONLY or all(map(_is_verb, unknown))


def _is_verb(word: Wanted) -> bool:
    """Whether a word, in one of its forms, may well be a verb that minutes say otherwise."""
    return any(_VERB.search(form) for form in (word.word, *(each[0] for each in word.same if len(each) == 1)))


def _has_role(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence has the role or post that somebody is asked for by: the police is no chief of it."""
    roles = [asked.tokens[place].text for span in asked.of("role_name") for place in sorted(span.places)]
    if asked_kind(asked) != "person":
        return True
    posts = [group for group in _POSTS if asked.groups.get(group)]
    own = set(stems(passage.quote))
    return all(held(passage.quote, word) >= _ROLE for word in wanted(roles)) and all(
        not own.isdisjoint(stems_of_group(group)) for group in posts
    )


_POSTS = ("deputy", "acting", "secretary", "note_taker")  # groups of words for what somebody is


def around(passages: Passages, passage: Passage) -> list[tuple[str, float]]:
    """A sentence with those around it under the same title, and the title, each with what it is worth."""
    sentences = passages.sentences(passage.document)
    found = [(passage.title, _TITLE)]
    for distance, worth in enumerate(_AWAY):
        places = {passage.number - distance, passage.number + distance}
        near = (sentences[at] for at in sorted(places) if 0 <= at < len(sentences))
        found += [(each.quote, worth) for each in near if each.title == passage.title]
    return found
