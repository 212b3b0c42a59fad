"""What a format reader makes: paragraphs with emphasis, not yet one text with offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.minutes.model import Line, Mark

_SPACE = re.compile(r"\s{2,}|[^\S ]")  # white space that is not one space already


@dataclass(slots=True)
class Paragraph:
    """A paragraph under way: its pieces of text, each with the emphasis on it, and where it stands."""

    kind: str = "text"
    level: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    pieces: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    def add(self, text: str, emphasis: frozenset[str] = frozenset()) -> None:
        """Append text with its emphasis (`underline`, `bold`)."""
        if text:
            self.pieces.append((text, emphasis))

    def settled(self) -> tuple[str, list[tuple[int, int, str]]]:
        """The text with single spaces, trimmed, and the emphasised stretches in it."""
        parts: list[str] = []
        end = 0
        marks: list[tuple[int, int, str]] = []
        for piece, emphasis in self.pieces:
            clean = _SPACE.sub(" ", piece.replace("\r", "").replace("\n", " ").replace("\u00ad", ""))
            if not parts or parts[-1].endswith(" "):
                clean = clean.lstrip(" ")
            if not clean:
                continue
            parts.append(clean)
            start, end = end, end + len(clean)
            if clean.strip():
                marks.extend((start, start + len(clean.rstrip()), kind) for kind in sorted(emphasis))
        text = "".join(parts).rstrip()
        length = len(text)
        return text, [(start, min(end, length), kind) for start, end, kind in marks if start < length]


def lay_out(paragraphs: list[Paragraph]) -> tuple[str, tuple[Line, ...]]:
    """Join paragraphs into one text: cells of a row by a tab, everything else by a newline."""
    parts: list[str] = []
    lines: list[Line] = []
    end, before = 0, None
    for paragraph in paragraphs:
        content, marks = paragraph.settled()
        if not content and paragraph.kind != "cell":
            continue
        if before is not None:
            same_row = paragraph.row is not None and paragraph.row == before.row
            parts.append("\t" if same_row and paragraph.column != before.column else "\n")
            end += 1
        parts.append(content)
        start, end = end, end + len(content)
        lines.append(
            Line(
                start, end, paragraph.kind, paragraph.level,
                paragraph.table, paragraph.row, paragraph.column,
                tuple(Mark(start + a, start + b, kind) for a, b, kind in marks),
            )
        )  # fmt: skip
        before = paragraph
    text = "".join(parts)
    return text + ("\n" if text else ""), tuple(lines)
