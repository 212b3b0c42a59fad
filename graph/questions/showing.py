"""Which of the sentences found are shown: the best, what stands around it, and how it went over meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.questions.asked_for import asked_kind
from graph.questions.model import Asked
from graph.questions.passages import MASK, Passage, Weighed, ahead, behind, says
from graph.questions.sentence_shapes import points_back
from graph.questions.sentence_words import decided, going, granted
from graph.questions.shelf import Shelf
from graph.questions.words import key

_MOST = 3  # passages in an answer
_MOST_MEETINGS = 4  # of which what each says is shown
_BEFORE = 2  # sentences before one that points back, as far as these do so too
_BEHIND = 2  # sentences behind the best, of the same paragraph
_TO_ITS_END = 4  # where it is asked whether somebody got something: a paragraph ends with what came of it
_WORTH_SHOWING = 0.75  # of the best
_LATER = 0.6  # of the best, from which a later meeting says more of the same
_AS_GOOD = 0.85
_IN_EACH = frozenset(
    ("number", "often", "money", "day", "course")
)  # minutes may tell it otherwise in each meeting
_ONE_AFTER_ANOTHER = frozenset(("elkaar", "achtereenvolgens", "achtereenvolgende", "opeenvolgende"))
_NOW = frozenset(
    ("nu", "momenteel", "thans", "inmiddels", "tegenwoordig", "actuele", "huidige", "now", "currently")
)
_WHETHER = frozenset(
    ("komt", "komen", "is", "zijn", "gaat", "wordt", "worden", "mag", "mogen", "will", "does")
)


def recent_first(shelf: Shelf, asked: Asked, found: list[Weighed]) -> list[Weighed]:
    """The sentences found; of those about as good the latest first, where it is asked how it is now."""
    if not found or not _NOW & {key(token.text) for token in asked.tokens}:
        return found
    good = [each for each in found if each.score >= _AS_GOOD * found[0].score]
    good.sort(key=lambda each: _day(shelf, each), reverse=True)
    return [*good, *found[len(good) :]]


def _day(shelf: Shelf, each: Weighed) -> str:
    return shelf.dates.get(each.passage.document) or ""


def answer_shown(
    shelf: Shelf, asked: Asked, answers: Sequence[Weighed], found: Sequence[Weighed]
) -> list[Passage]:
    """What is shown of the sentences that answer and of the others found, in the order of the minutes."""
    best = answers[0]
    chosen = _as_good(found, best)
    if asked_kind(asked) in _IN_EACH or _ONE_AFTER_ANOTHER & {token.key for token in asked.tokens}:
        chosen = _of_each(shelf, answers, _LATER * best.score)
    elif _asks_how_it_went(asked):
        chosen += _ends(shelf, [each for each in found if each.score >= _LATER * best.score and each.own > 0])
    return _in_order(shelf, best, chosen, _TO_ITS_END if asked.tokens[0].key in granted() else _BEHIND)


def nearest_shown(shelf: Shelf, found: Sequence[Weighed]) -> list[Passage]:
    """What is shown where nothing answers, in the order of the minutes."""
    return _in_order(shelf, found[0], _as_good(found, found[0]))


def _as_good(found: Sequence[Weighed], best: Weighed) -> list[Weighed]:
    """The first of those with a word of the question that are almost as good as the best."""
    return [each for each in found if each.own > 0 and each.score >= _WORTH_SHOWING * best.score][:_MOST]


def _asks_how_it_went(asked: Asked) -> bool:
    """Whether later meetings may tell more: it is asked what became of something, or whether it comes."""
    words = [token.key for token in asked.tokens]
    return bool(going() & set(words)) or words[0] in _WHETHER


def _of_each(shelf: Shelf, answers: Sequence[Weighed], least: float) -> list[Weighed]:
    """The best of every meeting, the best meetings only, by date."""
    first: dict[str, Weighed] = {}
    for each in answers:
        if each.score >= least:
            first.setdefault(each.passage.document, each)
    return sorted([*first.values()][:_MOST_MEETINGS], key=lambda each: _day(shelf, each))


def _ends(shelf: Shelf, found: Iterable[Weighed]) -> list[Weighed]:
    """What the first and the last meeting say of it, and where something was decided."""
    rows = list(found)
    first: dict[str, Weighed] = {}
    for each in rows:
        first.setdefault(each.passage.document, each)
    days = sorted(first.values(), key=lambda each: _day(shelf, each))
    told = [each for each in rows if any(word in each.passage.quote.casefold() for word in decided())]
    told.sort(key=lambda each: _day(shelf, each))
    return list(dict.fromkeys([*days[:1], *days[-1:], *told[-1:]]))


def _in_order(shelf: Shelf, best: Weighed, others: Iterable[Weighed], most: int = _BEHIND) -> list[Passage]:
    """The best with what stands around it, then the others by document and place."""
    first = [] if MASK in best.passage.quote else [best.passage]
    first = sorted(
        {*with_before(shelf, first), *_after(shelf, best.passage, most)}, key=lambda each: each.start
    )
    rest = with_before(shelf, [each.passage for each in others if MASK not in each.passage.quote])
    rest.sort(key=lambda each: (each.document != best.passage.document, each.document, each.start))
    return list(dict.fromkeys([*first, *rest]))


def _after(shelf: Shelf, passage: Passage, most: int) -> list[Passage]:
    """What stands behind a passage in its paragraph."""
    found: list[Passage] = []
    after: Passage | None = passage
    for _ in range(most):
        at, after = after, behind(shelf.passages, after) if after else None
        if at is None or after is None or MASK in after.quote or not says(after):
            break
        if after.title != at.title or not _same_paragraph(shelf, at, after):
            break
        found.append(after)
    return found


def with_before(shelf: Shelf, said: Sequence[Passage]) -> list[Passage]:
    """Sentences, with those before them that they point back to."""
    found: list[Passage] = []
    for each in said:
        row = [each]
        while len(row) <= _BEFORE and points_back(row[0].quote):
            before = ahead(shelf.passages, row[0])
            if before is None or MASK in before.quote or before.title != each.title or not says(before):
                break
            row.insert(0, before)
        found += row
    return list(dict.fromkeys(found))


def _same_paragraph(shelf: Shelf, first: Passage, second: Passage) -> bool:
    """Whether one stands behind the other under the same head: no empty line or new item between."""
    between = shelf.text(first.document)[first.end : second.start]
    return len(between.strip()) == 0 and between.count("\n") <= 1
