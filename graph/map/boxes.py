"""What stands in a box of the map: its lines of text, its look and its size."""

from __future__ import annotations

import re
from functools import lru_cache

from pyphen import Pyphen

from graph.answers.model import MapNode
from graph.map import style

_NARROW = frozenset("iljtfI.,:;'’!|()[] -/")
_BOLD = 1.1  # how much wider bold letters are
_ROOM: float = style.BOX_WIDTH - 2 * style.BOX_PADDING
_WIDE = frozenset("mwMW@%")
_SHORTEST_PART = 5  # letters of the first part of a compound


def status_words(node: MapNode) -> str | None:
    """What the box says under its name: the holder, or in words why there is none. None: nothing to say."""
    if node.status in style.WORDS:
        return style.WORDS[node.status]
    word = style.WORDS.get(node.holder_answer or "")
    if word is None or (node.holder or "").startswith(word):
        return node.holder
    return f"{word} {node.holder}" if node.holder_answer == "inferred" and node.holder else word


def column(node: MapNode) -> str:
    """The column that a node stands in; one of its own for what has no level that the map knows."""
    return node.column if node.column in style.BANDS else style.UNKNOWN


def look(node: MapNode) -> style.Look:
    """How the box is drawn: by status first, then by how sure the holder is."""
    return style.LOOKS.get(node.status) or style.LOOKS.get(node.holder_answer or "", style.PLAIN)


def lines(node: MapNode) -> tuple[list[str], list[str]]:
    """The wrapped lines of the name, and those of the words under it."""
    words = status_words(node)
    return wrap(node.label, _ROOM / _BOLD), wrap(words) if words else []


def height(node: MapNode) -> int:
    """The height of the box in pixels, for all its lines."""
    name, words = lines(node)
    return max(style.MIN_BOX_HEIGHT, (len(name) + len(words)) * style.LINE_HEIGHT + 2 * style.BOX_PADDING)


def wrap(text: str, room: float = _ROOM) -> list[str]:
    """The text in lines that fit in `room` pixels; a word that is too long by itself is cut."""
    found = [""]
    for word in (piece for whole in _unbroken(text).split(" ") for piece in _pieces(whole, room)):
        longer = f"{found[-1]} {word}".strip()
        if text_width(longer) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return [line for line in found if line]


def _unbroken(text: str) -> str:
    """The text with single spaces, and initials kept on one line with what follows them («A. Jansen»)."""
    return re.sub(r"(?<=\b[A-Z]\.) ", "\u00a0", " ".join(text.split()))


def text_width(text: str) -> float:
    """The width of a line in pixels in an Arial-like face, on the safe side."""
    return sum(map(_glyph_width, text)) * style.FONT_SIZE


def _glyph_width(glyph: str) -> float:
    if glyph in _NARROW:
        return 0.34
    if glyph == "r":
        return 0.4
    if glyph in _WIDE:
        return 0.88
    return 0.7 if glyph.isupper() else 0.56


@lru_cache(maxsize=1)
def _hyphenation() -> Pyphen:
    return Pyphen(lang="nl_NL", left=3, right=3)


def _pieces(word: str, room: float) -> list[str]:
    """The word, cut where too long: at a joint (veiligheids-huis), between syllables, or where it must."""
    if text_width(word) <= room:
        return [word]
    fits = max(1, next(n for n in range(len(word), 0, -1) if n == 1 or text_width(word[:n] + "-") <= room))
    between = [position for position in _hyphenation().positions(word) if position <= fits]
    joints = [position for position in between if position > _SHORTEST_PART and word[position - 1] == "s"]
    cut = max(joints or between, default=fits)
    return [word[:cut].rstrip("-") + "-", *_pieces(word[cut:], room)]
