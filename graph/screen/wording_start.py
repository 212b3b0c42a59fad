"""The Dutch of the start page: what is open, what changed, with whom most rests, and the heat map."""

from __future__ import annotations

from graph.screen.wording import counted, dutch_date

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


def since(iso: str) -> str:
    """The heading over what changed."""
    return f"Veranderd sinds {dutch_date(iso)}"


def all_changes(count: int) -> str:
    """The way to the page with all that changed."""
    return "Toon de verandering met haar zin" if count == 1 else f"Alle {count} veranderingen met hun zin"


def covered(count: int) -> str:
    """How many of the four that may cover a theme there are."""
    return f"{count} van 4 gedekt"


def left_out(themes: int, bodies: int) -> str | None:
    """What there was no room for."""
    parts = [
        counted(themes, "thema", "thema’s") if themes else "",
        counted(bodies, "overleg", "overleggen") if bodies else "",
    ]
    said = " en ".join(part for part in parts if part)
    return f"Hier niet getoond: {said}." if said else None


def portfolios(count: int, doubtful: int) -> str:
    """How many portfolios somebody has, and how many of those are not certain."""
    doubt = f", {doubtful} niet zeker" if doubtful else ""
    return f"{count}{doubt}"


def promises(count: int, late: int) -> str:
    """How many promises somebody has to keep, and how many of those are late."""
    return f"{count}, {late} te laat" if late else str(count)
