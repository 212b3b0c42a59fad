"""The Dutch of the page with the text of minutes, and of what was read from it."""

from __future__ import annotations

from graph.answers.model import StoredDocument
from graph.language import by_language, said
from graph.screen import wording
from graph.screen.wording import counted, date_in_words

PICK_DOCUMENT = "Verslag"
AGENDA = "Agenda"
ITEM = "Agendapunt"
HIGHLIGHT = "Markeer"
SHOW_UNREAD = "Toon ook zinnen waaruit niets gelezen is"
UNREAD = "niet gelezen"
ALL_FACTS = "Alle gelezen feiten op een rij"
TEXT = "Tekst"
FACTS = "Wat eruit gelezen is"
NO_FACTS = "Uit dit verslag is niets gelezen. Zet hierboven de zinnen aan waaruit niets gelezen is."
# Kind of fact → the heading over all of that kind, in the order in which they stand within their group.
KINDS: dict[str, str] = {
    "conflict": "Tegenspraak",
    "missing": "Wat gemist wordt",
    "correction": "Correcties op een eerder verslag",
    "portfolio": "Portefeuilles",
    "role": "Rollen",
    "succession": "Opvolging",
    "decision": "Besluiten",
    "promise": "Toezeggingen",
    "progress": "Stand van toezeggingen",
    "event": "Gebeurtenissen",
    "structure": "Structuur",
    "body": "Organen",
    "statement": "Wie wat zei",
    "theme": "Thema’s",
    "person": "Personen",
    "attendance": "Aanwezigheid",
    "office": "Functies in de vergadering",
}
SAID_BY_HEADING: tuple[str, ...] = (
    "Stand van iets toegezegds: ",
    "Tegenspraak over ",
    "Toezegging van ",
    "Besluit van ",
    "Gemist: ",
    "Correctie: ",
)
CHOSEN_FACT = "U keek naar dit feit"
CHOSEN_PLACE = "U keek naar deze plek in het verslag"
TO_CHOSEN = "Naar de zin"
CLOSED = "Dit verslag is besloten."
REPLACED = "Dit concept is vervangen door het vastgestelde verslag; het telt niet meer mee."
CLOSED_ITEM = "besloten"
SORTS: dict[str, str] = {
    "minutes": "Verslag",
    "decision_list": "Besluitenlijst",
    "portfolio_division": "Portefeuilleverdeling",
    "member_list": "Ledenlijst",
    "person_decision": "Besluit van een persoon, geen verslag",
}
VERSIONS: dict[str, str] = {"concept": "concept", "adopted": "vastgesteld"}
CERTAINTIES: dict[str, str] = {
    "stated": "staat zo in het verslag",
    "inferred": "afgeleid, niet zo gezegd",
    "background": "achtergrond, niet uit een verslag",
    "decided": "besloten door een persoon; geen verslag zegt het zo",
}
REVIEWS: dict[str, str] = {
    "confirmed": "Een persoon heeft dit bevestigd.",
    "rejected": "Een persoon heeft dit verworpen; het telt niet mee.",
    "corrected": "Een persoon heeft dit verbeterd; de verbetering telt.",
    "disputed": "Niet iedereen besloot hier hetzelfde over.",
}
# Groups of highlights, by their name in the style sheet.
HIGHLIGHTS: dict[str, str] = {
    "trouble": "Ontbreekt of tegenstrijdig",
    "holding": "Portefeuilles en rollen",
    "decision": "Besluiten en toezeggingen",
    "structure": "Organen",
    "statement": "Wie wat zei",
    "name": "Personen en thema’s",
}
DECIDED_BY = "Zo besloten door {name}; geen verslag zegt het zo."
PLACE = "plek {number}"
TO_FACTS = "Naar wat eruit gelezen is ({facts})"
READ_IN = "In {count} van de {sentences} is iets gelezen."
CORRECTED = "Later gecorrigeerd: {person} staat hier als {was}, maar was {right} (verslag van {date})."


def decided(by: str) -> str:
    """That something is no statement of minutes."""
    return said(DECIDED_BY, name=by)


def place(number: int) -> str:
    """A further place of the same fact."""
    return said(PLACE, number=number)


def to_facts(count: int) -> str:
    """The way to the facts, where they stand below the text."""
    return said(TO_FACTS, facts=counted(count, wording.FACTS))


def read_line(with_a_fact: int, sentences: int) -> str:
    """How much of a document was read."""
    return said(READ_IN, count=with_a_fact, sentences=counted(sentences, wording.SENTENCES))


def corrected(person: str, was: str, right: str, since: str) -> str:
    """That later minutes correct what this document says of somebody's presence."""
    return said(CORRECTED, person=person, was=was, right=right, date=date_in_words(since))


def particulars(stored: StoredDocument) -> str:
    """What a document is, of which body and when, in one line."""
    time = "–".join(part for part in (stored.start_time, stored.end_time) if part)
    sort = ", ".join(said(part) for part in (SORTS[stored.sort], VERSIONS.get(stored.version or "")) if part)
    held = (stored.meeting.body, date_in_words(stored.meeting.date), time, stored.place)
    return " · ".join(part for part in (sort, *held) if part)


by_language(__name__)
