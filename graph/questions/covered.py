"""Whether a sentence, with those around it, holds enough of a question to be its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.questions import wording
from graph.questions.asked_for import asked_kind, asks_who_says
from graph.questions.holding import holds, told_only_some
from graph.questions.model import Asked
from graph.questions.passages import (
    Passage,
    Passages,
    Wanted,
    Weighed,
    ahead,
    beside,
    held,
    stems,
    wanted,
)
from graph.questions.sentence_shapes import points_back
from graph.questions.sentence_words import unsaid
from graph.questions.shelf import Shelf
from graph.questions.wording import stems_of_group
from graph.questions.words import key, stem

_LOOKED_AT = 12  # of the best sentences
_THERE = 0.4  # from which a word counts as being there
_ITSELF = 0.7  # above which a name is there: itself, and nothing that is only typed almost so
_SURELY = 0.5  # where somebody is asked for: «politie» is no «politiechef»
_AWAY = (
    1.0,
    0.9,
    0.7,
    0.6,
)  # what a word is worth in the sentence, in those one and two away, in its paragraph
_TITLE = 0.9
_STRONG = 1.0  # weight of a word that says what the question is about
_ROLE = 0.7
_VERB = re.compile(r"(?:t|te|de|en|d)$")  # of a word that may well be a verb, said otherwise in the minutes
_VERBS_ONLY = frozenset(
    ("number", "money", "day", "person", "where", "course")
)  # what is asked for has to be said of just that
_NEEDED = {
    "thing": 0.6,
    "number": 0.5,
    "often": 0.5,
    "day": 0.66,
    "reason": 0.66,
    "person": 0.72,
    "place": 0.6,
    "organisation": 0.85,
    "body": 0.6,
    "money": 0.5,
    "where": 0.66,
    "course": 0.6,
}
_UNKNOWN = {
    "thing": 0.5,
    "number": 0.5,
    "often": 0.4,
    "day": 0.45,
    "reason": 0.45,
    "person": 0.4,
    "place": 0.45,
    "organisation": 0.4,
    "body": 0.4,
    "money": 0.5,
    "where": 0.4,
    "course": 0.45,
}  # at most, of the weight


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a question that say what it is about, apart by whether any sentence found has them."""

    known: tuple[Wanted, ...]
    unknown: tuple[Wanted, ...]


def answering(
    shelf: Shelf, asked: Asked, looked: Sequence[Wanted], found: Sequence[Weighed]
) -> tuple[Weighed, ...]:
    """The sentences that answer the question, best first; empty when none does."""
    words = _told_apart(looked, found, _THERE if asked_kind(asked) != "person" else _SURELY)
    if (
        not _says_what(asked, words)
        or _names_what_is_not_there(asked, looked, found)
        or _asks_unknown(asked, words)
    ):
        return ()
    return tuple(
        each
        for each in found[:_LOOKED_AT]
        if _is_about(shelf, asked, words, each.passage) and holds(shelf, asked, [each.passage], looked)
    )


def _told_apart(looked: Sequence[Wanted], found: Sequence[Weighed], least: float) -> _Words:
    strong = [word for word in looked if word.weight >= _STRONG]
    known = tuple(word for word in strong if any(held(each.passage.quote, word) >= least for each in found))
    return _Words(known, tuple(word for word in strong if word not in known))


def _says_what(asked: Asked, words: _Words) -> bool:
    """Whether a sentence has a word of what it is about, and not just that something was decided."""
    decided = {asked.tokens[at].key for places in asked.groups.get("decision", ()) for at in places}
    about = [word for word in (*words.known, *words.unknown) if word.word not in decided]
    return any(word.word not in decided for word in words.known) or (bool(words.known) and not about)


def _names_what_is_not_there(asked: Asked, looked: Sequence[Wanted], found: Sequence[Weighed]) -> bool:
    """Whether a name or number stands in no sentence: then the question is about another thing."""
    names = {
        token.key
        for place, token in enumerate(asked.tokens)
        if token.key.isdigit() or (place > 0 and token.text[:1].isupper())
    }
    return any(
        word.word in names
        and word.weight >= _STRONG
        and not any(held(each.passage.quote, word) > _ITSELF for each in found)
        for word in looked
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
    """Whether a sentence, with those around it, is about what is asked, and not about something beside it."""
    near = around(shelf.passages, passage)
    return (
        _may_be_unsaid(asked, words)
        and _has_role(asked, passage)
        and _is_of_the_group(shelf, asked, words, passage)
        and _has_the_body(asked, words, passage, near)
        and _says_it_itself(shelf, asked, words, passage)
        and not any(told_only_some(asked, text) for text, _ in near)
        and all(
            any(held(text, word) >= _THERE for text, _ in near)
            for word in words.known
            if _has_to_be_there(shelf, asked, word)
        )
        and _is_covered(asked, words, near)
    )


def _may_be_unsaid(asked: Asked, words: _Words) -> bool:
    """Whether the words that no sentence has are a small part, and none that is itself asked for."""
    kind = asked_kind(asked)
    of_known = sum(each.weight for each in words.known)
    of_unknown = sum(each.weight for each in words.unknown)
    if of_unknown > _UNKNOWN[kind] * (of_known + of_unknown):
        return False
    if words.unknown and not _says_more_than_names(asked, words):
        return False
    if kind == "person" and any(map(_is_verb, words.unknown)) and not _need_not_be_said(asked):
        return False
    return _may_be_left_out(asked, words.unknown)


def _says_it_itself(shelf: Shelf, asked: Asked, words: _Words, passage: Passage) -> bool:
    """Whether a word of the question stands in the sentence, or in the one that it points back to."""
    kind = asked_kind(asked)
    if kind == "day" and not _tells_what_was_done(asked, words, passage):
        return False
    before = ahead(shelf.passages, passage) if kind != "person" and points_back(passage.quote) else None
    told = f"{before.quote} {passage.quote}" if before and before.title == passage.title else passage.quote
    return any(held(told, word) >= _THERE for word in words.known)


def _is_of_the_group(shelf: Shelf, asked: Asked, words: _Words, passage: Passage) -> bool:
    """Whether who is in a group for a theme, or chairs it, is told of just that one."""
    if asked_kind(asked) != "person" or not any(asked.groups.get(group) for group in ("members", "chair")):
        return True
    before = ahead(shelf.passages, passage)
    told = (
        f"{passage.title} {before.quote if before and before.title == passage.title else ''} {passage.quote}"
    )
    themes = [word for word in words.known if word.weight >= _THEME]
    return all(held(told, word) >= _THERE for word in themes)


def _has_the_body(asked: Asked, words: _Words, passage: Passage, near: Sequence[tuple[str, float]]) -> bool:
    """Whether a sentence names the kind of body that is asked after («is er een werkgroep Jeugd»)."""
    themes = [asked.tokens[at].text for span in asked.of("theme") for at in sorted(span.places)]
    kinds = [asked.tokens[at].text for span in asked.of("body_kind") for at in sorted(span.places)]
    if not kinds or not asked.groups.get("exists") or asked_kind(asked) != "thing":
        return True
    named = any(held(passage.quote, word) >= _THERE for word in wanted(kinds))
    about = not themes or any(held(text, word) >= _THERE for text, _ in near for word in wanted(themes))
    return named and about and not words.unknown


def _is_covered(asked: Asked, words: _Words, near: Sequence[tuple[str, float]]) -> bool:
    """Whether enough of the words stand in a sentence and around it."""
    there = sum(
        word.weight * max(min(1.0, 1.3 * held(text, word)) * worth for text, worth in near)
        for word in words.known
    )
    return there >= _NEEDED[asked_kind(asked)] * sum(each.weight for each in words.known)


def _need_not_be_said(asked: Asked) -> bool:
    """Whether minutes hardly say what is asked that somebody does: that he speaks, that he can be asked."""
    return asks_who_says(asked) or bool(asked.groups.get("approach"))


def _tells_what_was_done(asked: Asked, words: _Words, passage: Passage) -> bool:
    """Whether a sentence has what was done on the day asked for («geëvalueerd»), if anything was."""
    done = asked.tokens[-1].key
    if not _DONE.fullmatch(done):
        return True
    return not any(
        word.word == done and held(passage.quote, word) < _THERE for word in (*words.known, *words.unknown)
    )


_DONE = re.compile(r"(?:\w{2,5})?ge\w{2,}(?:d|t|en)")  # a participle


def _has_to_be_there(shelf: Shelf, asked: Asked, word: Wanted) -> bool:
    """Whether a word tells one thing from another: a name; where just one thing is asked for, a rare noun."""
    named = {at for sort in ("person", "body") for span in asked.of(sort) for at in span.places}
    if any(
        token.key == word.word and (token.text[:1].isupper() or at in named)
        for at, token in enumerate(asked.tokens)
        if at
    ):
        return True
    if asked_kind(asked) in _OF_JUST_THAT and word.weight >= _THEME:
        return True
    common = len(word.word) < _LONG or word.word in wording.vocabulary() or shelf.passages.often(word.word)
    return asked_kind(asked) in _VERBS_ONLY and not common and not _is_verb(word)


_LONG = 6  # letters
_THEME = 3.0  # weight of a theme
_OF_JUST_THAT = frozenset(("number", "often", "money", "course", "organisation"))


def _may_be_left_out(asked: Asked, unknown: Sequence[Wanted]) -> bool:
    """Whether minutes may well tell it without these words of the question."""
    typed = {stem(token.key): token.key for token in asked.tokens}
    if any(stem(word.word) in _unsaid_stems() for word in unknown):
        return False
    return asked_kind(asked) not in _VERBS_ONLY or all(
        _is_verb(word) or _VERB.search(typed.get(stem(word.word), "")) for word in unknown
    )


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
    near = (
        (each.quote, _AWAY[min(abs(each.number - passage.number), len(_AWAY) - 1)])
        for each in beside(passages, passage)
    )
    return [(passage.title, _TITLE), (passage.quote, 1.0), *near]
