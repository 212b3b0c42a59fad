"""What answers say: names for codes and kinds, and one line for each kind of fact.

Names of codes come from ontology/kinds.ttl; sentences are templates (see `template`).
Written in Dutch, said in the language that is spoken (see `graph.language`).
"""

from __future__ import annotations

from functools import lru_cache

from graph import language
from graph.answers.template import fill
from graph.language import by_language, said

FACT_KINDS = {
    "person": "persoon",
    "attendance": "aanwezigheid",
    "office": "functie in de vergadering",
    "theme": "thema",
    "body": "orgaan",
    "structure": "structuur",
    "portfolio": "portefeuille",
    "role": "rol",
    "succession": "opvolging",
    "missing": "gemis",
    "statement": "uitspraak",
    "decision": "besluit",
    "promise": "toezegging",
    "progress": "stand van een toezegging",
    "correction": "correctie op een eerder verslag",
    "event": "gebeurtenis",
    "conflict": "tegenspraak",
}

SUMMARIES = {
    "person": "Persoon: {name}",
    "attendance": "{person}: {status}[ ({note})]",
    "office": "{person} is {office} van deze vergadering",
    "theme": "Thema: {label}",
    "body": "Orgaan: {name}[ ({body_kind})]",
    "body announced": "Orgaan: {name}[ ({body_kind})], aangekondigd",
    "body ending": "Orgaan: {name}[ ({body_kind})], verdwijnt",
    "body missing": "Orgaan: {name}[ ({body_kind})], wordt gemist",
    "structure": "{body}: {relation}[ {object}]",
    "portfolio": "Portefeuille[ {theme}]",
    "portfolio held": (
        "[{holder} heeft de portefeuille {theme}|{holder} is portefeuillehouder; waarvan staat er niet]"
    ),
    "portfolio vacant": "Portefeuille {theme} is vacant[; {requested_by} vraagt om een houder]",
    "portfolio ended": (
        "[{holder} heeft de portefeuille {theme} niet meer|{holder} is geen portefeuillehouder meer]"
    ),
    "portfolio handed_over": (
        "[{holder} draagt de portefeuille {theme} over|{holder} draagt de portefeuille over]"
    ),
    "role held": (
        "[{person} is {role}|Er is een {role}; de naam staat er niet][ bij {body}][, thema {theme}]"
    ),
    "role vacant": "{role} is nog niet vervuld[, bij {body}][, thema {theme}]",
    "role ended": "[{person} is geen {role} meer|De rol {role} is beëindigd][ bij {body}]",
    "succession": (
        "[{successor} volgt {predecessor} op|Opvolger van {predecessor} is nog niet bekend][ als {role}]"
    ),
    "missing": "Gemist: {what}[, thema {theme}][, volgens {said_by}]",
    "statement": "[{speakers}: |Uitspraak: ]{act}[, over {themes}]",
    "decision": "Besluit[ van {body}]: {outcome}. {text}",
    "promise": "Toezegging[ van {owners}]: {text}[ ({due})]",
    "correction": "Correctie: {person} was de vorige keer {status}",
    "progress": "Stand van iets toegezegds: {status}[ ({due})]",
    "event": "Gebeurtenis: {label}[, {date}][, {place}]",
    "conflict": "Tegenspraak over {about}: {claim}",
}

CODES = {
    "attendance": {"status": "attendance"},
    "office": {"office": "office"},
    "body": {"body_kind": "body", "status": "body-status"},
    "structure": {"relation": "relation"},
    "statement": {"act": "act"},
    "decision": {"outcome": "outcome"},
    "progress": {"status": "promise-status"},
    "correction": {"status": "attendance"},
}
"""Kind of fact → field that holds a code → the scheme of kinds.ttl that names it."""

HOLDER = {
    "stated": "{names}",
    "inferred": "waarschijnlijk {names}",
    "vacant": "vacant",
    "not_named": "niet genoemd",
    "theme_not_named": "{names}",
    "contradicted": "tegenstrijdig: {names}",
}

BODY_NOTES = {
    "announced": "aangekondigd",
    "ending": "verdwijnt (aangekondigd)",
    "missing": "wordt gemist",
    "ended": "bestaat niet meer",
    "merged": "opgegaan in een ander orgaan",
}
NO_LEVEL = "niveau niet genoemd"
UNNAMED_PORTFOLIO = "portefeuille van {holder}"
MISSING_FOR = "{what}[ {theme}]"
THEME, ROLE, AND = "thema", "rol", " en "
GROUP_FOR, PORTFOLIO_OF, ROLE_FOR = "voor", "portefeuille", "rol voor"
PERSON, PRESENT_AT = "persoon", "aanwezig bij de laatste vergadering van"
HOLDS = {
    "stated": "portefeuillehouder",
    "inferred": "waarschijnlijk portefeuillehouder",
    "contradicted": "volgens een van de verslagen portefeuillehouder",
    "theme_not_named": "portefeuillehouder, thema niet genoemd",
}
SEAT = "{role} bij"

OPEN_POSTS = {"to_be_filled": "nog te vervullen", "no_successor": "opvolger nog niet bekend"}

NO_MEETINGS = "er zijn geen verslagen met een datum, dus er is niets te vergelijken"
BEFORE_FIRST = "over {date} zeggen de verslagen niets: het eerste is van {first}"
AFTER_LAST = "het laatste verslag is van {last}; tot {date} is verder niets bekend"

FIGURES = {
    "stated": ("portefeuille met een genoemde houder", "portefeuilles met een genoemde houder"),
    "bodies": ("orgaan op de kaart", "organen op de kaart"),
    "people": ("persoon genoemd", "personen genoemd"),
    "facts": ("feit uit de verslagen", "feiten uit de verslagen"),
    "vacant": ("vacante portefeuille", "vacante portefeuilles"),
    "theme_not_named": (
        "portefeuillehouder zonder genoemd thema",
        "portefeuillehouders zonder genoemd thema",
    ),
    "inferred": ("thema met een waarschijnlijke houder", "thema's met een waarschijnlijke houder"),
    "not_named": ("portefeuillethema zonder genoemde houder", "portefeuillethema's zonder genoemde houder"),
    "high": ("hiaat met hoge ernst", "hiaten met hoge ernst"),
    "unanswered_question": ("vraag zonder antwoord", "vragen zonder antwoord"),
    "no_owner_or_deadline": ("actie zonder eigenaar of termijn", "acties zonder eigenaar of termijn"),
    "overdue": ("toezegging over de termijn", "toezeggingen over de termijn"),
    "forgotten": ("vergeten toezegging", "vergeten toezeggingen"),
    "contradicted": ("portefeuille met tegenstrijdige houders", "portefeuilles met tegenstrijdige houders"),
    "records_disagree": ("tegenspraak binnen een verslag", "tegenspraken binnen een verslag"),
    "records_may_disagree": ("mogelijke tegenspraak", "mogelijke tegenspraken"),
}
"""Figure of the overview → its name for one and for any other number."""


EVIDENCE_BROKEN = "Het citaat staat niet op de plaats die erbij hoort."
DECISION_ORPHANED = "Het besluit gaat over {}, dat in geen verslag meer staat."
DECISION_IN_VAIN = "Het besluit doet niet wat het zegt: {}."
DECISION_NOT_YET = "Het besluit telt nog niet mee; doe `python -m graph build`."
REFERENCE_LOOSE = "Verwijst naar {}, dat nergens beschreven is."


@lru_cache(maxsize=1)
def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    from graph.facts.skos import concepts  # noqa: PLC0415 - parsing kinds.ttl is not for commands that never show codes

    return {(each.scheme, each.code): (each.label, each.english) for each in concepts("kinds.ttl")}


def label(scheme: str, code: str) -> str:
    """The name of a code; the code itself when kinds.ttl does not have it."""
    plain = code.replace("_", " ")
    return _labels().get((scheme, code), (plain, plain))[language.current() != language.DUTCH]


def with_status(name: str | None, status: str | None) -> str | None:
    """The name of a group, with the word that it is not (or not for long) there."""
    note = said(BODY_NOTES.get(status or "", ""))
    return f"{name} ({note.split(' (')[0]})" if name and note else name


def named(name: str, capacity: str | None) -> str:
    """Somebody with in what capacity, unless it is simply as holder."""
    return (
        f"{name} ({label('capacity', capacity)})" if capacity not in {None, "holder"} and capacity else name
    )


def holds(answer: str, capacity: str | None) -> str:
    """What somebody is of a portfolio, as a line of the map says it."""
    return named(said(HOLDS.get(answer, HOLDS["stated"])), capacity)


def figure(name: str, count: int) -> str:
    """The name of a figure of the overview, for its number."""
    return said(FIGURES[name][count != 1])


def holder(answer: str, names: str | None) -> str:
    """Who holds a portfolio, in the words that fit in a box."""
    return fill(said(HOLDER.get(answer, "{names}")), {"names": names})


by_language(__name__)
