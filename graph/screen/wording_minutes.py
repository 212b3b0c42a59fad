"""The Dutch of the page with the text of minutes, and of what was read from it."""

from __future__ import annotations

from graph.answers.model import StoredDocument
from graph.screen.wording import counted, dutch_date

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


def decided(by: str) -> str:
    """That something is no statement of minutes."""
    return f"Zo besloten door {by}; geen verslag zegt het zo."


def place(number: int) -> str:
    """A further place of the same fact."""
    return f"plek {number}"


def to_facts(count: int) -> str:
    """The way to the facts, where they stand below the text."""
    return f"Naar wat eruit gelezen is ({counted(count, 'feit', 'feiten')})"


def read_line(with_a_fact: int, sentences: int) -> str:
    """How much of a document was read."""
    return f"In {with_a_fact} van de {counted(sentences, 'zin', 'zinnen')} is iets gelezen."


def corrected(person: str, was: str, right: str, since: str) -> str:
    """That later minutes correct what this document says of somebody's presence."""
    told = f"verslag van {dutch_date(since)}"
    return f"Later gecorrigeerd: {person} staat hier als {was}, maar was {right} ({told})."


def particulars(stored: StoredDocument) -> str:
    """What a document is, of which body and when, in one line."""
    time = "–".join(part for part in (stored.start_time, stored.end_time) if part)
    sort = ", ".join(part for part in (SORTS[stored.sort], VERSIONS.get(stored.version or "")) if part)
    held = (stored.meeting.body, dutch_date(stored.meeting.date), time, stored.place)
    return " · ".join(part for part in (sort, *held) if part)
