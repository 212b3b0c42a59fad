"""The Dutch of what lasts and changes: the pages Tijdlijn and Wat is er veranderd."""

from __future__ import annotations

from graph.language import by_language, said
from graph.screen.wording import counted, date_in_words

BODY = "Overleg of organisatie"
LANE_KINDS: dict[str, str] = {"portfolio": "Portefeuilles", "role": "Rollen", "body": "Organen"}
NO_BODY = "Zonder overleg"
ELSEWHERE = "Rollen bij andere organisaties"
BODIES = "Organen"
NO_TIMELINE = "Er is nog niets om op een tijdlijn te zetten."
ONE_DAY = "Er is één vergadering gelezen: de balken krijgen lengte zodra er meer verslagen zijn."
NO_BARS = "Met deze keuze staat er niets op de tijdlijn."
AS_TABLE = "Dezelfde tijdlijn als tabel"
TIMELINE_COLUMNS = ("Overleg of organisatie", "Wat", "Wie of hoe", "Van", "Tot", "Laatst genoemd")
BAR_LEGEND: tuple[tuple[str, str], ...] = (
    ("named", "Begin met datum genoemd"),
    ("seen", "Begin niet genoemd; vanaf het verslag dat het laat zien"),
    ("inferred", "Waarschijnlijk, volgens een regel"),
    ("vacant", "Vacant, of wordt gemist"),
    ("contradicted", "De verslagen spreken elkaar tegen"),
    ("announced", "Aangekondigd"),
    ("ending", "Verdwijnt, of is er niet meer"),
)
STILL_SO = "nog zo"
NAMED_ONLY = " (datum van het verslag)"

# Wat is er veranderd
FROM_DATE = "Van"
TO_DATE = "Tot en met"
DATE_HELP = "Kies een vergadering, of typ een datum als 2024-12-01."
NOT_A_DATE = "Dat is geen datum. Kies een vergadering, of typ jaar-maand-dag, zoals 2024-12-01."
WRONG_ORDER = "De eerste datum ligt na de tweede. Kies eerst de vroegste."
ONE_MEETING = (
    "Er is nog maar één vergadering gelezen, dus er valt niets te vergelijken. "
    "Zodra er een tweede verslag is, staat hier wat er veranderd is."
)
NOTHING_CHANGED = "Tussen deze datums is volgens de verslagen niets veranderd."
CHANGE_KINDS: dict[str, str] = {
    "vacancy": "Vacatures",
    "portfolio": "Portefeuilles",
    "role": "Rollen",
    "body": "Organen",
    "structure": "Structuur",
    "promise": "Toezeggingen",
}
OTHER_CHANGES = "Andere organen en organisaties"
TO_COME = "Aangekondigd, nog te komen"
TO_COME_LEAD = "Wat de verslagen tot en met {date} voor later aankondigen. Of het zo komt, moet nog blijken."
TO_COPY = "Kopieerbare tekst"
CHANGED_BETWEEN = "Veranderd tussen {start} en {end}"
CHANGES = ("verandering", "veranderingen")
SINCE, UNTIL = "sinds {date}", "tot {date}"
NAMED_FROM = "genoemd vanaf {date}"
UNTIL_MINUTES = "tot het verslag van {date}"
LAST_NAMED = ", laatst genoemd op {date}"


def lasted(start: str, end: str | None, *, start_stated: bool, end_stated: bool) -> str:
    """From when to when something lasted, and which of the two days the minutes name."""
    begin = said(SINCE if start_stated else NAMED_FROM, date=date_in_words(start))
    if end is None:
        return begin
    return f"{begin}, {said(UNTIL if end_stated else UNTIL_MINUTES, date=date_in_words(end))}"


def last_named(start: str, end: str | None, last_seen: str | None) -> str:
    """When somebody was last named, where it is still so and that says more than when it began."""
    return (
        said(LAST_NAMED, date=date_in_words(last_seen)) if last_seen and not end and last_seen > start else ""
    )


def changed(count: int) -> str:
    """How many changes there are."""
    return counted(count, CHANGES)


by_language(__name__)
