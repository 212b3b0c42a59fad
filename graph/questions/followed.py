"""Answers to second halves: since when and how often something was asked for, what came of it, and why."""

from __future__ import annotations

from collections.abc import Sequence

from graph.language import day_in_words, said
from graph.questions import fallback
from graph.questions.aim import aim_of
from graph.questions.model import Answer, Asked, Understood
from graph.questions.requests import Told, afterwards, follow_up, quoted, requested, told_of
from graph.questions.shelf import Shelf


def who_asked(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """Who asked for what a question is about, as the sentences tell; None when nobody is told to."""
    told = requested(_told(shelf, asked, when), asked)
    return _answer(asked, "requested", told, text=quoted(told)) if told else None


def followed(shelf: Shelf, first: Asked, piece: str, when: str) -> Answer | None:
    """The answer to a second half that is about what the first half is about; None when it asks otherwise."""
    asks = follow_up(first, piece)
    if asks is None:
        return None
    if asks == "reason":
        return None if first.groups.get("chair") else _reason(shelf, first, when)
    told = _told(shelf, first, when)
    if not told:
        return None
    if asks == "course":
        later = afterwards(told)
        return _answer(first, "later" if later else "nothing_later", later, text=quoted(later))
    dates = list(dict.fromkeys(each.date for each in requested(told, first) or told))
    if asks == "since":
        return _answer(
            first, "request_since", (requested(told, first) or told)[:1], date=day_in_words(dates[0])
        )
    return _answer(
        first,
        "request_often",
        told,
        number=str(len(dates)),
        meetings=said("vergadering" if len(dates) == 1 else "vergaderingen"),
        dates=", ".join(day_in_words(each) for each in dates),
    )


def _told(shelf: Shelf, asked: Asked, when: str) -> list[Told]:
    """What minutes of any day up to the date tell of what is asked about."""
    until = frozenset(ref.document for ref in shelf.documents if ref.date is None or ref.date <= when)
    return told_of(shelf, aim_of(shelf, asked).everything, until)


_ASKING = ("wie", "wat", "welke", "bij welke", "who", "what", "which")


def _reason(shelf: Shelf, first: Asked, when: str) -> Answer | None:
    """Why it is so, where a sentence gives a reason."""
    text = first.text.strip(" ?")
    begins = next((word for word in _ASKING if text.casefold().startswith(f"{word} ")), "")
    found = fallback.passages(shelf, shelf.read(f"Waarom {text[len(begins) :].strip()}?", when), when)
    if found is not None and found.status == "answered":
        return found
    return None


def _answer(asked: Asked, case: str, told: Sequence[Told], **values: str | None) -> Answer:
    sentence = fallback.say(case, asked.language, **values)
    places = tuple(each.passage.evidence(", ".join(each.speakers) or None) for each in told)
    return Answer(
        asked.text,
        Understood("passages", {"words": asked.text}),
        "answered",
        sentence,
        tuple({"quote": each.passage.quote, "date": each.date} for each in told),
        None,
        places,
        None,
        (),
        None,
        sentences=(sentence,),
    )
