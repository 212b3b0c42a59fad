"""Words of a PDF page put together: pieces without a wide gap in them, and runs of pieces on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.minutes.formats.pdf_words import Word

# In sizes of the font, whose space is about 0.3 wide.
BASELINE = 0.4  # words this far up or down are on one line
_WIDE = 0.8  # a gap this wide may be one between columns
_BACK = 0.6  # a word may begin this far before the end of the one before it
_STRETCHED = 2.2  # a gap between columns is this many times the usual gap of its line
_EVEN = 1.08  # the widest gap of a justified line is at most this many times its narrowest


class Piece:
    """Words on one line without a wide gap between them: a line of a paragraph, or of a cell.

    It runs from `left` to `right` on baseline `y`; `size` is that of the font of its longest word, `bold`
    whether every word is bold, `first_word` how wide the first one is. In points.
    """

    __slots__ = ("bold", "first_word", "left", "page", "right", "size", "text", "words", "y")

    def __init__(self, words: Sequence[Word], page: int) -> None:
        first = words[0]
        self.words, self.page = words, page
        self.left, self.right, self.y = first.left, words[-1].right, first.y
        self.first_word = first.right - first.left
        self.size = max((len(word.text), word.size) for word in words)[1]
        self.bold = all(word.bold for word in words)
        self.text = " ".join([word.text for word in words])


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces on one baseline, from left to right, that stand after each other in the file."""

    pieces: tuple[Piece, ...]

    @property
    def first(self) -> Piece:
        """The piece it begins with."""
        return self.pieces[0]

    @property
    def text(self) -> str:
        """Everything on it, with single spaces."""
        return " ".join(piece.text for piece in self.pieces)

    def joined(self) -> Piece:
        """The run as one piece: what it is when it is no row of cells."""
        if len(self.pieces) == 1:
            return self.first
        return Piece([word for piece in self.pieces for word in piece.words], self.first.page)


def same_line(one: Word | Piece, other: Word | Piece) -> bool:
    """Whether two stand on one baseline, superscripts and slightly shifted cells included."""
    return abs(one.y - other.y) <= BASELINE * max(one.size, other.size)


def runs(words: Iterable[Word], page: int) -> Iterator[Run]:
    """The runs of a page, in the order of the file."""
    line: list[Word] = []
    for word in words:
        if line:
            before = line[-1]
            size = max(word.size, before.size)
            if abs(word.y - before.y) > BASELINE * size or word.left < before.right - _BACK * size:
                yield _run(line, page)
                line = []
        line.append(word)
    if line:
        yield _run(line, page)


def _run(line: list[Word], page: int) -> Run:
    limit = _limit(line)
    starts = [n for n in range(1, len(line)) if line[n].left - line[n - 1].right > limit]
    return Run(tuple(Piece(line[start:end], page) for start, end in pairwise([0, *starts, len(line)])))


def _limit(line: list[Word]) -> float:
    """The gap above which words of a line are in different columns; justified lines have wide gaps too."""
    size = line[0].size
    gaps = sorted([other.left - one.right for one, other in pairwise(line)])
    if not gaps or gaps[-1] <= _WIDE * size:
        return _WIDE * size
    usual = [gap for gap in gaps if gap <= _WIDE * size]
    if usual:
        return max(_WIDE * size, _STRETCHED * usual[len(usual) // 2])
    even = len(gaps) > 1 and gaps[-1] <= _EVEN * gaps[0]
    return gaps[-1] if even else _WIDE * size
