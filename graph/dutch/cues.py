"""Which pieces of text a pattern cannot do without: looking for those first costs little beside trying it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

Groups = list[tuple[str, ...]]  # of each group a text has one piece at least

_TOKEN = re.compile(
    r"(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<not>\(\?<?!)"
    r"|(?P<open>\((?:\?(?:[:=]|<=|P<\w+>))?(?!\?))"
    r"|(?P<odd>\(\?)"
    r"|(?P<close>\))|(?P<or>\|)"
    r"|(?P<maybe>(?:[?*]|\{0?,\d*\}|\{0\})[?+]?)"
    r"|(?P<often>(?:\+|\{\d+(?:,\d*)?\})[?+]?)"
    r"|(?P<sort>\\[a-zA-Z0-9]|[.^$])"
    r"|\\?(?P<letter>[^?])",
    re.DOTALL,
)
_SHORTEST = 3  # characters of a piece that is worth looking for
_MOST = 24  # pieces in one group


@dataclass(slots=True)
class _Branch:
    """One of the alternatives of a group while it is read: what it needs, and the letters read last."""

    groups: Groups = field(default_factory=list)
    letters: str = ""
    inner: Groups | None = None  # of the group that was closed last, whose quantifier may follow

    def settle(self) -> None:
        """Note what was read last as needed."""
        if len(self.letters) >= _SHORTEST:
            self.groups.append((self.letters,))
        self.groups += self.inner or []
        self.letters, self.inner = "", None


def cues(pattern: str, most: int = _MOST) -> Groups:
    """Groups of pieces: a text in which the pattern matches has one of each. None: nothing can be told.

    A group of more than `most` pieces is not worth looking for.
    """
    tokens = list(_TOKEN.finditer(pattern))
    if any(token.lastgroup == "odd" for token in tokens):  # what minds no case, or hangs on another group
        return []
    left = iter(tokens)
    found = _read(left, most)
    if next(left, None) is not None:
        raise ValueError(f"a bracket is closed that was not opened in {pattern}")
    return found


def _read(tokens: Iterator[re.Match[str]], most: int) -> Groups:
    """What a group needs, read up to the bracket that closes it."""
    branches = [_Branch()]
    for token in tokens:
        kind, branch = token.lastgroup, branches[-1]
        if kind == "letter":
            if branch.inner is not None:
                branch.settle()
            branch.letters += token["letter"]
        elif kind == "maybe":
            branch.letters, branch.inner = branch.letters[:-1], None
            branch.settle()
        elif kind == "close":
            break
        else:
            branch.settle()
            if kind == "or":
                branches.append(_Branch())
            elif kind in ("open", "not"):
                inner = _read(tokens, most)
                branch.inner = inner if kind == "open" else []
    for branch in branches:
        branch.settle()
    return _either([branch.groups for branch in branches], most)


def _either(branches: list[Groups], most: int) -> Groups:
    """What all alternatives together need: of several, as many groups as each of them has."""
    if len(branches) == 1:
        return branches[0]
    rarest = [sorted(groups, key=_rarity, reverse=True) for groups in branches]
    every = [tuple(dict.fromkeys(chain.from_iterable(each))) for each in zip(*rarest, strict=False)]
    return [pieces for pieces in every if len(pieces) <= most]


def _rarity(group: tuple[str, ...]) -> tuple[int, int]:
    """Few and long pieces are rare."""
    return -len(group), min(map(len, group))


def rarest_first(groups: Groups) -> Groups:
    """The groups, those first that most texts lack."""
    return sorted(groups, key=_rarity, reverse=True)


def has(groups: Groups, text: str) -> bool:
    """Whether a text has a piece of each group."""
    for group in groups:
        for piece in group:
            if piece in text:
                break
        else:
            return False
    return True


class Cued:
    """A pattern that is compiled, and tried, only on a text that has the pieces it needs.

    It gives what the pattern itself gives. What it needs is read from the pattern unless it is given; of one
    that minds no case nothing is known.
    """

    def __init__(self, written: str, flags: int = 0, needs: Groups | None = None) -> None:
        self.pattern, self._flags = written, flags
        if needs is None:
            needs = [] if flags & (re.IGNORECASE | re.VERBOSE) else cues(written)
        self.needs = rarest_first(needs)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed."""
        return re.compile(self.pattern, self._flags)

    @property
    def alternatives(self) -> tuple[Cued, ...]:
        """The pattern itself, of which there is one."""
        return (self,)

    def check(self) -> None:
        """Compile it now: re.error when it is not sound."""
        _ = self.compiled

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether a stretch of text has the pieces that the pattern needs."""
        whole = not start and end >= len(text)
        return has(self.needs, text if whole else text[start:end])

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text, start, end) if self.may_match(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the start."""
        return self.compiled.match(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match."""
        return self.compiled.finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def in_lines(self, text: str) -> Iterator[re.Match[str]]:
        """Every match within a line: of a long text only the lines with what is needed are gone through."""
        if not self.may_match(text):
            return
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            if has(self.needs, line):
                yield from self.compiled.finditer(text, start, end)
            start = end + 1


class Either:
    """Patterns of which a text need match only one, as if they were the alternatives of one pattern.

    Each is compiled, and tried, only on a text that has what it needs itself. Where two match at the same
    place the first counts.
    """

    def __init__(self, patterns: Iterable[Cued]) -> None:
        self.alternatives = tuple(patterns)
        self.needs = rarest_first(_either([each.needs for each in self.alternatives], _MOST))

    def check(self) -> None:
        """Compile every alternative: re.error when one is not sound."""
        for each in self.alternatives:
            each.check()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        found = [match for each in self.alternatives if (match := each.search(text, start, end))]
        return min(found, key=re.Match.start, default=None)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the start."""
        return next((match for each in self.alternatives if (match := each.match(text, start, end))), None)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, none within another."""
        while match := self.search(text, start, end):
            yield match
            start = max(match.end(), start + 1)


Sought = Cued | Either
"""A pattern that is looked for where the pieces that it needs are."""
