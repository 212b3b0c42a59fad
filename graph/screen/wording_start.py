"""The Dutch of the start page: what is open, what changed, with whom most rests, and the heat map."""

from __future__ import annotations

from graph.language import by_language, said
from graph.screen import wording
from graph.screen.wording import counted, date_in_words

ATTENTION = "Dit vraagt het eerst aandacht"
NO_ATTENTION = "Niets dringends: geen hiaten met hoge ernst, en geen toezegging is te laat."
ALL_GAPS = "Alle hiaten"
ONE_MEETING = "Er is nog één vergadering gelezen. Met een tweede verslag staat hier wat er veranderde."
NOTHING_CHANGED = "Volgens de verslagen is er sindsdien niets veranderd."
COVERAGE = "Welk thema is waar belegd"
COVERAGE_LEAD = (
    "De kleur en het woord zeggen hetzelfde: hoe vast staat wie de portefeuille heeft. "
    "Kies een vak voor de zinnen."
)
NOT_HERE = "niet besproken"
NO_COVERAGE = (
    "Er kwam nog geen thema ter sprake waarvoor een portefeuille te verwachten is. "
    "Voeg een verslag toe waarin de portefeuilles genoemd worden."
)
ALL_PORTFOLIOS = "Alle portefeuilles"
LOADS = "Bij wie het meeste ligt"
LOADS_LEAD = (
    "Portefeuilles, en toezeggingen die nog niet klaar zijn. Hoe zwaar die zijn, zeggen de verslagen niet."
)
NO_LOADS = "Nog bij niemand: de verslagen noemen geen portefeuillehouder en geen eigenaar van een toezegging."
LOAD_COLUMNS = ("Wie", "Portefeuilles", "Toezeggingen")
NONE = "geen"
LATEST = "Laatste verslagen"
ALL_MEETINGS = "Alle vergaderingen"
KINDS: dict[str, str] = {
    "vacancy": "Vacature",
    "portfolio": "Portefeuille",
    "role": "Rol",
    "body": "Orgaan",
    "structure": "Structuur",
    "promise": "Toezegging",
}
CHANGED_SINCE = "Veranderd sinds {date}"
THE_CHANGE = "Toon de verandering met haar zin"
ALL_CHANGES = "Alle {count} veranderingen met hun zin"
COVERED = "{count} van 4 gedekt"
THEMES = ("thema", "thema’s")
BODIES = ("overleg", "overleggen")
LEFT_OUT = "Hier niet getoond: {things}."
DOUBTFUL = "{count}, {doubtful} niet zeker"
SOME_LATE = "{count}, {late} te laat"


def since(iso: str) -> str:
    """The heading over what changed."""
    return said(CHANGED_SINCE, date=date_in_words(iso))


def all_changes(count: int) -> str:
    """The way to the page with all that changed."""
    return said(THE_CHANGE) if count == 1 else said(ALL_CHANGES, count=count)


def covered(count: int) -> str:
    """How many of the four that may cover a theme there are."""
    return said(COVERED, count=count)


def left_out(themes: int, bodies: int) -> str | None:
    """What there was no room for."""
    parts = [
        counted(themes, THEMES) if themes else "",
        counted(bodies, BODIES) if bodies else "",
    ]
    things = wording.AND.join(part for part in parts if part)
    return said(LEFT_OUT, things=things) if things else None


def portfolios(count: int, doubtful: int) -> str:
    """How many portfolios somebody has, and how many of those are not certain."""
    return said(DOUBTFUL, count=count, doubtful=doubtful) if doubtful else str(count)


def promises(count: int, late: int) -> str:
    """How many promises somebody has to keep, and how many of those are late."""
    return said(SOME_LATE, count=count, late=late) if late else str(count)


by_language(__name__)
