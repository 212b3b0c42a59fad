"""Passages from the search index of a generation, where it has one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from graph.index import Index, open_index
from graph.index.files import is_usable
from graph.questions.passages import Passage, Texts, Wanted, says, stems
from graph.questions.words import stem

_FOLDER = "index"  # in a generation of the store
_CANDIDATES = 120  # sentences that are weighed for one question
_OFTEN = 4  # times


def index_of(generation: Path) -> Path | None:
    """Where the search index of a generation stands; None when it has none that this version can search."""
    folder = generation / _FOLDER
    return folder if is_usable(folder) else None


class FromIndex:
    """Sentences found by the index, and read back from the texts."""

    def __init__(self, folder: Path, texts: Texts, text_of: Callable[[str], str]) -> None:
        """Open the index; `texts` cuts documents in sentences."""
        self._index: Index = open_index(folder, text_of)
        self._texts = texts

    def sentences(self, document: str) -> tuple[Passage, ...]:
        """All sentences of a document, in order."""
        return self._texts.sentences(document)

    def candidates(self, words: Sequence[Wanted], within: frozenset[str] | None) -> Iterable[Passage]:
        """The sentences that the index finds best, of these documents alone if given."""
        near = (each for word in words for each in sorted(word.near))
        joined = (f"{first.word}{second.word}" for first, second in pairwise(words))
        asked = " ".join(dict.fromkeys([*(word.word for word in words), *joined, *near]))
        for found in self._index.search(asked, limit=_CANDIDATES):
            document, start = found.passage.document, found.passage.start
            if within is None or document in within:
                yield from (
                    each
                    for each in self.sentences(document)
                    if each.body and says(each) and each.start <= start < each.end
                )

    def knows(self, word: str) -> bool:
        """Whether the minutes have a word, in any form: the index finds what is typed almost so too."""
        return any(
            stem(word) in stems(each.quote)
            for found in self._index.search(word, limit=1)
            for each in self.sentences(found.passage.document)
            if each.start <= found.passage.start < each.end
        )

    def often(self, word: str) -> bool:
        """Whether at least four sentences have it."""
        return len(self._index.search(word, limit=_OFTEN)) >= _OFTEN
