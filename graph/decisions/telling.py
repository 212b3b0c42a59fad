"""What a decision tells, as a document of its own kind: its reason is the text, and the evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from graph.decisions.mentions import mentions
from graph.decisions.model import Decision
from graph.facts.identity import identified
from graph.facts.model import Coverage, Evidence, Fact, Reading
from graph.minutes.model import Document, Meeting
from graph.minutes.sort import DECISION


def told(decision: Decision, facts: Iterable[Fact], body: str | None, date: str | None) -> Reading:
    """The decision as a reading: these facts, with whom and what they name, in words of the decision."""
    text = decision.text
    evidence = (Evidence(0, len(text), text),)
    name = telling_id(decision)
    stripped = [replace(fact, id="", agenda_item=None, evidence=evidence) for fact in facts]
    named = dict.fromkeys(mention for fact in stripped for mention in mentions(fact, evidence))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Reading(
        Document(name, "", "besluit", digest, len(text), f"Besluit van {decision.by}", sort=DECISION),
        Meeting(body, None, date, None, None, None),
        (),
        text,
        tuple(identified(name, (*map(_fresh, named), *stripped))),
        Coverage(0, 0, ()),
    )


def telling_id(decision: Decision) -> str:
    """The id of the document that tells the decision."""
    return f"besluit-{decision.id}"


def _fresh(fact: Fact) -> Fact:
    return replace(fact)  # what is identified is given its id in place
