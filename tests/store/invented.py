"""An invented meeting with a fact of every kind, for tests that need a sound reading."""

from __future__ import annotations

from graph.dutch.period import Period
from graph.facts.model import (
    Attendance,
    Body,
    Conflict,
    Coverage,
    Decision,
    Event,
    Evidence,
    Fact,
    Missing,
    Office,
    Person,
    Portfolio,
    Promise,
    Reading,
    Reason,
    Role,
    Statement,
    Structure,
    Succession,
    Theme,
)
from graph.minutes.model import AgendaItem, Document, Meeting

TEXT = """Verslag Overleg Jeugd, 6 mei 2031, 9.30 uur
Aanwezig: A. de Vries (voorzitter), B. Bakker. Afwezig: B. Bakker
1. Jeugdhulp
A. de Vries is portefeuillehouder Jeugdhulp. De werkgroep Jeugdhulp stopt.
Zij volgt C. Smit op als trekker en mist een stuurgroep Jeugdhulp.
2. Rondvraag
B. Bakker zegt toe in het najaar een voorstel te maken. Het verslag is vastgesteld. Op 3 juni is de themadag.
"""


def place(quote: str, nth: int = 0) -> Evidence:
    """Where the quote stands in the text."""
    start = TEXT.index(quote)
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    return Evidence(start, start + len(quote), quote)


def _facts() -> tuple[Fact, ...]:
    name = "A. de Vries"
    holds = (place("A. de Vries is portefeuillehouder Jeugdhulp"),)
    follows = (place("Zij volgt C. Smit op als trekker"),)
    promise = (place("B. Bakker zegt toe in het najaar een voorstel te maken"),)
    autumn = Period("in het najaar", "2031-09-01", None)
    sure = Reason("pronoun_to_last_person", "Zij is de laatstgenoemde persoon.")
    return (
        Person(id="person-1", evidence=(place(name),), name=name, surname="Vries", prefix="de", initials="A.",
               forms=("Zij", name)),
        Person(id="person-2", evidence=(place("B. Bakker"),), name="B. Bakker", surname="Bakker"),
        Theme(id="theme-1", evidence=(place("Jeugdhulp"),), label="Jeugdhulp", agenda_item="1"),
        Body(id="body-1", evidence=(place("werkgroep Jeugdhulp"),), name="werkgroep Jeugdhulp",
             body_kind="working_group", level="region", status="ending", agenda_item="1"),
        Attendance(id="attendance-1", evidence=(place("B. Bakker"),), person="B. Bakker", status="present"),
        Attendance(id="attendance-2", evidence=(place("B. Bakker", 1),), person="B. Bakker", status="absent"),
        Office(id="office-1", evidence=(place("A. de Vries (voorzitter)"),), person=name, office="chair"),
        Structure(id="structure-1", evidence=(place("De werkgroep Jeugdhulp stopt"),),
                  body="werkgroep Jeugdhulp", relation="ends", agenda_item="1"),
        Portfolio(id="portfolio-1", evidence=holds, theme="Jeugdhulp", holder=name, capacity="holder",
                  agenda_item="1"),
        Role(id="role-1", evidence=follows, role="trekker", person=name, certainty="inferred", reason=sure),
        Succession(id="succession-1", evidence=follows, role="trekker", predecessor="C. Smit", successor=name,
                   certainty="inferred", reason=sure),
        Missing(id="missing-1", evidence=(place("mist een stuurgroep Jeugdhulp"),), what="stuurgroep",
                theme="Jeugdhulp", said_by=name, agenda_item="1"),
        Statement(id="statement-1", evidence=promise, speakers=("B. Bakker",), act="promises",
                  text=promise[0].quote, agenda_item="2"),
        Promise(id="promise-1", evidence=promise, text="een voorstel te maken", owners=("B. Bakker",),
                due=autumn),
        Decision(id="decision-1", evidence=(place("Het verslag is vastgesteld"),), text="Het verslag",
                 outcome="adopted"),
        Event(id="event-1", evidence=(place("Op 3 juni is de themadag"),), label="themadag",
              date=Period("3 juni", "2031-06-03", "2031-06-03")),
        Conflict(id="conflict-1", evidence=(place("B. Bakker"), place("B. Bakker", 1)), about="B. Bakker",
                 claim="aanwezig en afwezig"),
    )  # fmt: skip


def reading(
    document_id: str = "overleg-2031-05-06", *, twins: bool = False, publicity: str = "public"
) -> Reading:
    """The invented meeting; with `twins` two persons bear one name."""
    twin = Person(id="person-9", evidence=(place("A. de Vries"),), name="A. de Vries", surname="Vries")
    return Reading(
        document=Document(document_id, "overleg.txt", "txt", "ab" * 32, len(TEXT), "Verslag", publicity),
        meeting=Meeting("Overleg Jeugd", "overleg", "2031-05-06", "09:30", None, None),
        agenda=(
            AgendaItem("1", "Jeugdhulp", TEXT.index("1. "), TEXT.index("2. Rond"), publicity),
            AgendaItem("2", "Rondvraag", TEXT.index("2. Rond"), len(TEXT), publicity),
        ),
        text=TEXT,
        facts=(*_facts(), twin) if twins else _facts(),
        coverage=Coverage(8, 7, (place("9.30 uur"),)),
    )
