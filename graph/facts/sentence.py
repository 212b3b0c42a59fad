"""A sentence with all that is known tagged, so that rules can speak of persons, bodies, themes and dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from graph.facts.matching import Lookup
from graph.facts.mentions import Mention
from graph.facts.model import Evidence
from graph.facts.slots import sign
from graph.facts.wording import Hit


@dataclass(slots=True)
class Sentence:
    """One sentence: its place, its mentions, its tagged text (in `key`), and who says it.

    `speakers` are names in this document; `named` tells whether this very sentence names them (else they are
    carried over within the paragraph). `item` is the agenda item's name; `title` marks an item's title.
    """

    number: int
    start: int
    end: int
    text: str
    paragraph: int
    item: str | None
    title: bool
    mentions: tuple[Mention, ...]
    key: Lookup  # of the tagged text, for looking up rules
    speakers: tuple[str, ...] = ()
    named: bool = False
    signs: Mapping[int, Mention] = field(default_factory=dict)  # by place in the tagged text, in order
    found: Mapping[str, list[Hit]] = field(default_factory=dict)  # the rules that match, by kind
    naming: tuple[Evidence, ...] = ()  # where somebody is named whom it only means

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence, cut at 600 characters."""
        end = min(self.end, self.start + 600)
        return Evidence(self.start, end, self.text[: end - self.start])

    def hits(self, kind: str) -> Iterator[Hit]:
        """The rules of a kind that match this sentence."""
        return iter(self.found.get(kind, ()))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Document offsets of a stretch of the tagged text."""
        start = self._place(first)
        return start, self._place(last - 1) + self._width(last - 1) if last > first else start

    def _place(self, position: int) -> int:
        """The document offset of a character of the tagged text: each mention before it is one sign there."""
        before = takewhile(lambda sign: sign[0] < position, self.signs.items())
        return self.start + position + sum(mention.end - mention.start - 1 for _, mention in before)

    def _width(self, position: int) -> int:
        mention = self.signs.get(position)
        return mention.end - mention.start if mention else 1

    def between(self, first: int, last: int) -> str:
        """The document's words for a stretch of the tagged text, without surrounding punctuation."""
        start, end = self.span(first, last)
        return " ".join(self.text[start - self.start : end - self.start].split()).strip(" .,;:'‘’\"")

    def slot(self, hit: Hit, name: str) -> str | None:
        """What a slot of a hit holds: the value of a mention, else the words."""
        if name not in hit.slots:
            return None
        first, last = hit.slots[name]
        mention = self.signs.get(first)
        return mention.value if mention and last - first == 1 else self.between(first, last)

    def mention_in(self, hit: Hit, name: str) -> Mention | None:
        """The mention that a slot of a hit holds."""
        return self.signs.get(hit.slots[name][0]) if name in hit.slots else None

    def mentions_in(self, hit: Hit, name: str, kind: str) -> list[Mention]:
        """All mentions of a kind that a slot of a hit holds («{themes}», «{persons}»)."""
        first, last = hit.slots.get(name, (0, 0))
        inside = (self.signs.get(place) for place in range(first, last))
        return [mention for mention in inside if mention and mention.kind == kind]

    def of_kind(self, kind: str) -> list[Mention]:
        """The mentions of one kind, in order."""
        return [mention for mention in self.mentions if mention.kind == kind]


def tag(text: str, start: int, end: int, mentions: list[Mention]) -> tuple[str, dict[int, Mention]]:
    """The tagged form of `text[start:end]`: one sign for each mention. With the mention at each sign."""
    pieces: list[str] = []
    signs: dict[int, Mention] = {}
    counts: dict[str, int] = {}
    position, length = start, 0
    for mention in mentions:
        pieces.append(text[position : mention.start])
        length += mention.start - position
        signs[length] = mention
        number = counts[mention.kind] = counts.get(mention.kind, -1) + 1
        pieces.append(sign(mention.kind, number))
        position, length = mention.end, length + 1
    pieces.append(text[position:end])
    return "".join(pieces), signs


def within(mentions: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    """The mentions inside a stretch, from a list sorted by start (`starts` are their starts)."""
    found = []
    for number in range(bisect_left(starts, start), len(mentions)):
        mention = mentions[number]
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
