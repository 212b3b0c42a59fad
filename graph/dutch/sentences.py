"""Sentences of Dutch running text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A point after these does not end a sentence.
_ABBREVIATIONS = frozenset(
    (
        "a.s.", "a.u.b.", "ag.", "agendapt.", "akk.", "ap.", "art.", "b.g.g.", "bgm.", "bijv.", "blz.",
        "burg.", "bv.", "ca.", "cf.", "d.d.", "d.m.v.", "dd.", "dhr.", "dir.", "dmv.", "dr.", "drs.",
        "e.d.", "enz.", "etc.", "evt.", "excl.", "fig.", "gedep.", "gem.", "hr.", "i.a.", "i.c.",
        "i.c.m.", "i.g.v.", "i.h.k.v.", "i.o.", "i.o.m.", "i.p.", "i.p.v.", "i.s.m.", "i.v.m.", "igv.",
        "ihkv.", "incl.", "ing.", "inz.", "ir.", "ir.ing.", "ism.", "ivm.", "jhr.", "jl.", "jr.", "k.",
        "m.b.t.", "m.b.v.", "m.i.", "m.i.v.", "m.k.", "m.n.", "m.u.v.", "max.", "mbt.", "mej.", "mevr.",
        "mevr.dr.", "mgr.", "min.", "mn.", "mr.", "mw.", "n.a.v.", "n.l.", "n.o.", "n.v.t.", "nav.",
        "nl.", "no.", "nr.", "nrs.", "o.a.", "o.b.v.", "o.g.v.", "o.l.v.", "o.v.v.", "oa.", "obv.",
        "ong.", "p.", "p.a.", "p.j.", "p.m.", "par.", "pfh.", "plm.", "plv.", "plv.voorzitter", "prof.",
        "red.", "resp.", "s.v.p.", "secr.", "sr.", "st.", "svp.", "t.a.v.", "t.b.v.", "t.g.v.", "t.h.v.",
        "t.m.", "t.n.v.", "t.o.v.", "t.w.", "t.z.t.", "t/m.", "tav.", "tbv.", "tel.", "tgv.", "tnv.",
        "tov.", "vgl.", "vlgs.", "vml.", "voorz.", "vz.", "weth.", "wg.", "wnd.", "wv.", "z.s.m.", "zgn."
    )
)  # fmt: skip
_LONGEST_WORD = 100  # characters before a point that are looked at
# These are often the last word of one all the same, when a capital follows.
_OFTEN_LAST = frozenset({"a.s.", "jl.", "enz.", "etc.", "e.d.", "z.s.m.", "n.v.t."})
_LONGEST = 3000  # characters of a sentence
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_INITIAL = re.compile(r"(?:^|[(.])[A-Z]\.$")
_LETTER = re.compile(r"[^\W_]")
_LINE = re.compile(r"[^\n]+")
_NEXT = re.compile(r"\s*(\S?)")


def _ends_here(text: str, begin: int, end: int, line_end: int) -> bool:
    """Whether the points before `end` end a sentence of the line from `begin` to `line_end`."""
    following = _NEXT.match(text, end, line_end)
    letter = following[1] if following else ""
    if not letter:
        return True
    if letter.islower():
        return False
    begin = max(begin, end - _LONGEST_WORD)
    last = text[max(text.rfind(" ", begin, end), text.rfind("\t", begin, end), begin - 1) + 1 : end]
    if last.lower().lstrip("(\"'‘“") in _ABBREVIATIONS:
        return last.lower() in _OFTEN_LAST and letter.isupper()
    return not _INITIAL.search(last)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in `text`, without white space around it; a newline always ends one.

    What has no end for longer than any sentence is cut, at white space where there is some.
    """
    for line in _LINE.finditer(text):
        begin, line_end = line.span()
        start = begin
        for match in _END.finditer(text, begin, line_end):
            if _ends_here(text, begin, match.end(), line_end):
                yield from _pieces(text, start, match.end())
                start = match.end()
        yield from _pieces(text, start, line_end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or cut where it is too long to be one."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _LETTER.search(text, start, end):
        yield start, end
