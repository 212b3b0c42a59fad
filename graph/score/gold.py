"""Gold files: loading them, and finding their quotes in the text that was read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph.errors import InputError


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: the document it is about, the kinds it annotates in full and in part, and what it says."""

    path: Path
    document: str
    complete: frozenset[str]
    partial: frozenset[str]
    facts: dict[str, list[dict[str, Any]]]
    must_not: list[dict[str, Any]]
    gaps: list[dict[str, Any]]
    quality: list[dict[str, Any]]


def load(path: Path) -> Gold:
    """Read a gold file. InputError when it is not one."""
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        annotated = loaded["annotated"]
        return Gold(
            path=path,
            document=loaded["document"],
            complete=frozenset(annotated["complete"]),
            partial=frozenset(annotated["partial"]),
            facts={kind: facts or [] for kind, facts in loaded["facts"].items()},
            must_not=loaded.get("must_not") or [],
            gaps=loaded.get("gaps") or [],
            quality=loaded.get("quality") or [],
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise InputError(
            path.name, "is geen goudbestand", "zie de uitleg in de README naast het goud"
        ) from error


_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\t": " ", "\n": " "}
)


def plain(text: str) -> str:
    """Text as the rules compare it: NFC, lower case, single spaces, straight quotes, equal dashes."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_FOLD)).strip().lower()


class Places:
    """Where the quotes of a gold file are in a text, however its white space and quotes differ."""

    def __init__(self, text: str) -> None:
        """Fold the text once, keeping for each folded character the offset it came from."""
        folded: list[str] = []
        self._offsets: list[int] = []
        for offset, char in enumerate(unicodedata.normalize("NFC", text).translate(_FOLD)):
            if char == " " and folded and folded[-1] == " ":
                continue
            folded.append(char.lower() if len(char.lower()) == 1 else char)
            self._offsets.append(offset)
        self._folded = "".join(folded)
        self._offsets.append(len(text))

    def find(self, quote: str, nth: int = 1) -> tuple[int, int] | None:
        """Start and end in the text of the `nth` place of a quote; None when it is not there."""
        sought, position = plain(quote), -1
        for _ in range(nth):
            position = self._folded.find(sought, position + 1)
            if position < 0:
                return None
        return self._offsets[position], self._offsets[position + len(sought) - 1] + 1

    def of(self, fact: dict[str, Any]) -> list[tuple[int, int]]:
        """The places of a gold fact's quote and further quotes."""
        quotes = [(fact["quote"], fact.get("nth", 1)), *((quote, 1) for quote in fact.get("quotes", []))]
        return [place for quote, nth in quotes if (place := self.find(quote, nth))]
