"""A small set of invented minutes, into which a test puts the sentences that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.facts.context import prepare
from graph.facts.model import Fact, Reading
from graph.facts.read import reading
from graph.facts.sentence import Sentence
from graph.minutes import read as minutes_reader

_HEAD = (Path(__file__).parent / "verslag.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Told:
    """What the reader makes of a text at the invented table: its last sentences, and all facts."""

    sentences: tuple[Sentence, ...]
    reading: Reading

    def fired(self, kind: str) -> list[str]:
        """The ids of the rules of a kind that match the sentences, in order."""
        return [hit.rule.id for sentence in self.sentences for hit in sentence.hits(kind)]

    def facts(self, kind: str) -> list[Fact]:
        """The facts of a kind with evidence in the sentences."""
        start = self.sentences[0].start if self.sentences else 0
        return [
            fact
            for fact in self.reading.facts
            if fact.kind == kind and any(evidence.end > start for evidence in fact.evidence)
        ]


@lru_cache(maxsize=4096)
def tell(text: str, *before: str) -> Told:
    """Read the invented minutes with `before` and then `text` said; the sentences are those of `text`."""
    said = " ".join([*before, text])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "verslag.txt"
        path.write_text(f"{_HEAD}\n{said}\n", encoding="utf-8")
        minutes = minutes_reader.read(path)
    start = len(minutes.text.rstrip()) - len(text.strip())
    sentences = tuple(sentence for sentence in prepare(minutes).sentences if sentence.start >= start)
    return Told(sentences, reading(minutes))
