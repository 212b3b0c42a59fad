"""Names of persons, bodies and themes, found in a text however many there are, also with a typo.

An index of its own beside that of the sentences, made as a whole from the names of a generation.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import tantivy
from tantivy import Query

from graph.index import files
from graph.index.aligned import best_run
from graph.index.query import allowed_typos, any_of
from graph.index.words import plain, sound, stop_words

_MEMORY = 50_000_000
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 40  # of a text that are looked up
_MOST_FORMS = 200  # that are looked at for one text
_LONGEST = 60  # letters of a word; what is longer is in no name
_SCALE = 16


@dataclass(frozen=True, slots=True)
class Name:
    """A person, body or theme, with every way in which it is written; `kind` is for the caller to read."""

    iri: str
    kind: str
    label: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that part of a text may mean. Offsets into the text; `form` is the way of writing that fits.

    `whole`: every word of the form is there. `typos`: how many letters differ.
    """

    iri: str
    kind: str
    label: str
    form: str
    start: int
    end: int
    whole: bool
    typos: int


@cache
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("name", stored=True)
    return builder.build()


def write_names(folder: Path, names: Iterable[Name]) -> None:
    """Make the index of these names in a folder, in the place of what was there."""
    fresh = folder.with_name(folder.name + ".fresh")
    files.remove(fresh)
    fresh.mkdir(parents=True)
    with files.written(folder):
        writer = tantivy.Index(_schema(), str(fresh)).writer(_MEMORY, 1)
        for name in sorted(set(names), key=lambda name: (name.iri, name.kind, name.label, name.forms)):
            for form in dict.fromkeys((name.label, *name.forms)):
                entry = tantivy.Document()
                entry.add_text("words", " ".join(_plain_words(form)))
                entry.add_bytes("name", msgspec.json.encode((name.iri, name.kind, name.label, form)))
                writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()
    files.mark(fresh)
    files.put_in_place(fresh, folder)


def _form(entry: tantivy.Document) -> tuple[str, str, str, str]:
    stored: Any = entry.get_first("name")
    iri, kind, label, form = msgspec.json.decode(stored)
    return iri, kind, label, form


def _plain_words(text: str) -> list[str]:
    return [plain(word) for word in _WORD.findall(sound(text))]


def _tells_who(word: str) -> bool:
    """Whether a word of a name is more than an initial or a small word."""
    return len(word) > 1 and word not in stop_words()


def _words(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _WORD.finditer(sound(text)) if match.end() - match.start() <= _LONGEST)


class Names:
    """An index of names, opened for reading. Threads may share it. Use `open_names`."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        """Take what `open_names` opened."""
        self._searcher = searcher

    def find(self, text: str, *, limit: int = 20) -> tuple[Candidate, ...]:
        """The names that a text may use, best first: those that are whole, have most words and fewest typos.

        Of each name the form that fits best. A word may have typos where it is in no name at all. Which of
        several candidates is meant is for the caller to decide, or to leave open.
        """
        matches = list(islice(_words(text), _MOST_WORDS))
        words = [plain(match[0]) for match in matches]
        allowed = [self._typos(word) for word in words]
        found: dict[str, tuple[tuple[int, ...], Candidate]] = {}
        for iri, kind, label, form in self._forms(words, allowed):
            parts = _plain_words(form)
            weights = [self._weight(self._count(part)) if _tells_who(part) else 0 for part in parts]
            run = best_run(words, parts, allowed, weights)
            if run is None:
                continue
            whole = run.count == len(parts)
            if not whole and (not run.weight or 2 * run.weight < sum(weights)):
                continue  # less than half of what the whole name would tell
            start, end = matches[run.text].start(), matches[run.text + run.count - 1].end()
            rank = (not whole, -run.count, run.typos, len(parts))
            if iri not in found or rank < found[iri][0]:
                found[iri] = rank, Candidate(iri, kind, label, form, start, end, whole, run.typos)
        ranked = sorted(found.values(), key=lambda each: (each[0], each[1].label, each[1].iri))
        return tuple(candidate for _, candidate in ranked[:limit])

    def _forms(self, words: Sequence[str], allowed: Sequence[int]) -> list[tuple[str, str, str, str]]:
        """The forms that share the rarest words with a text."""
        queries = [
            query
            for word, typos in set(zip(words, allowed, strict=True))
            if (query := self._query(word, typos))
        ]
        if not queries:
            return []
        hits = self._searcher.search(any_of(queries), _MOST_FORMS, count=False).hits
        return [_form(self._searcher.doc(at)) for _, at in hits]

    def _query(self, word: str, typos: int) -> Query | None:
        if found := self._count(word):
            query = Query.term_query(_schema(), "words", word, "basic")
        elif typos:
            query, found = Query.fuzzy_term_query(_schema(), "words", word, distance=typos), 1
        else:
            return None
        return Query.const_score_query(query, self._weight(found))

    def _typos(self, word: str) -> int:
        known = word in stop_words() or self._count(word)
        return 0 if known else allowed_typos(len(word))

    def _count(self, word: str) -> int:
        return self._searcher.doc_freq("words", word)

    def _weight(self, found: int) -> int:
        """How much a word tells that so many forms have."""
        return max(1, round(_SCALE * math.log(1 + self._searcher.num_docs / found)))


def open_names(folder: Path) -> Names:
    """Open the index of names in a folder.

    Raises:
        InputError: there is none, it is of another version, or it is damaged.
    """
    files.check(folder)
    with files.opened(), files.readable(folder) as where:
        index = tantivy.Index.open(str(where))
        index.config_reader("manual")
        return Names(index.searcher())
