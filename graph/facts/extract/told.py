"""Which body a sentence is about that only points back at it: «deze wordt beëindigd»."""

from __future__ import annotations

import re

from graph.facts.context import Context
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_SUBJECT = re.compile(r"\W*(?:(?:de|het|onze|deze|dit|ook|daarnaast|daarom)\s+){0,3}", re.IGNORECASE)


def body_told(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The body that the sentence, or else the one before, begins with, when it names no other."""
    start = sentence.span(hit.start, hit.end)[0]
    for other in (sentence, *context.before(sentence)):
        end = start if other is sentence else other.end
        named = [mention for mention in other.of_kind("body") if mention.end <= end]
        if named:
            begins = _SUBJECT.fullmatch(context.text, other.start, named[0].start)
            alone = len({mention.value for mention in named}) == 1
            return named[0].value if begins and alone else None
    return None
