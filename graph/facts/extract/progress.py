"""How things that were undertaken stand: what sentences report done, under way, put off or dropped."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.listed.item import Item, holding
from graph.facts.model import Progress
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit


def progress(context: Context, listed: list[Item]) -> Iterator[Progress]:
    """What sentences report, each once; a row of a list has its status itself.

    Of the rules that match a sentence the first counts.
    """
    inside = holding(context, listed)
    seen: set[int] = set()
    for sentence, hit in context.found("progress"):
        if sentence.number in seen or sentence.title or sentence.number in inside:
            continue
        points_back = hit.rule.gives.get("about") == "before"
        about = _pointed_at(context, sentence, hit) if points_back else None
        if points_back and about is None:
            continue
        seen.add(sentence.number)
        yield Progress(
            **common(sentence),
            text=sentence.text,
            about=about,
            owners=tuple(filter(None, [_owner(context, sentence, hit)])),
            due=context.period(sentence.mention_in(hit, "due")),
            status=hit.rule.gives["status"],
        )


def _pointed_at(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The words that a sentence points back to: its own before a semicolon, else the sentence before it.

    The latter only under the same agenda item.
    """
    own, semicolon, _ = sentence.key.folded[: hit.start].rpartition(";")
    if semicolon:
        return sentence.between(0, len(own))
    return next((other.text for other in context.before(sentence) if not other.title), None)


def _owner(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    name = sentence.slot(hit, "owner")
    return (context.people.called(name) or name) if name else None
