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
# These are often the last word of one all the same, when a capital follows.
_OFTEN_LAST = frozenset({"a.s.", "jl.", "enz.", "etc.", "e.d.", "z.s.m.", "n.v.t."})
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_INITIAL = re.compile(r"(?:^|[\s(.])[A-Z]\.$")


def _ends_here(text: str, end: int) -> bool:
    word = re.search(r"\S+$", text[:end])
    last = (word[0] if word else "").lower().lstrip("(\"'‘“")
    following = text[end:].lstrip()
    if not following:
        return True
    if last in _ABBREVIATIONS:
        return last in _OFTEN_LAST and following[:1].isupper()
    if _INITIAL.search(text[:end]) and not text[:end].endswith("█."):
        return False
    return not following[:1].islower()


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in `text`, without white space around it; a newline always ends one."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for match in _END.finditer(text, line.start(), line.end()):
            if _ends_here(text[: line.end()], match.end()):
                yield from _trimmed(text, start, match.end())
                start = match.end()
        yield from _trimmed(text, start, line.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and any(char.isalnum() for char in text[start:end]):
        yield start, end
