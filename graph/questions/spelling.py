"""Words that were typed almost right, found without a look at all the words there are.

Every word is known under itself and under itself less one letter; two words that share such a form differ
by one letter put in, left out, replaced or moved. Looking up costs the length of the word,
however many there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 5  # letters: with fewer, one letter makes another word
_LONG = 9  # letters from which two may differ


def _forms(word: str) -> Iterable[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


class Spelling:
    """The words that are known, to be asked which of them is meant."""

    def __init__(self, known: Iterable[str], *, thorough: bool = False) -> None:
        """Take all words that count as right; `thorough`: few enough to go through, for two letters."""
        self._words: dict[str, set[str]] = defaultdict(set)
        words = sorted(set(known))
        self._long = [word for word in words if len(word) >= _LONG] if thorough else []
        for word in words:
            if len(word) >= _SHORTEST:
                for form in _forms(word):
                    self._words[form].add(word)

    def nearest(self, word: str) -> str | None:
        """The one known word that was probably meant; None when there is none, or more than one as near."""
        if len(word) < _SHORTEST:
            return None
        near = {found for form in _forms(word) for found in self._words.get(form, ())}
        if word in near:
            return word
        most = 2 if len(word) >= _LONG else 1
        if not near and most > 1 and self._long:
            distance = DamerauLevenshtein.distance
            found = process.extract(word, self._long, scorer=distance, score_cutoff=most, limit=2)
            near = {each for each, _, _ in found}
        rated = sorted((DamerauLevenshtein.distance(word, each), each) for each in near)
        rated = [each for each in rated if each[0] <= most and each[1][0] == word[0]]
        if not rated or (len(rated) > 1 and rated[0][0] == rated[1][0]):
            return None
        return rated[0][1]
