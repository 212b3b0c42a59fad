"""Every Dutch word that the screens themselves say. What answers say about a fact comes with the fact."""

from __future__ import annotations

from graph.answers.model import StoredDocument
from graph.dutch.written import in_words

APP = "Wie gaat erover?"
TAGLINE = "Wie waarover gaat, met de zin die het zegt"

# Page by page: title in the menu, address, heading, and what the page is for.
TITLES: dict[str, str] = {
    "vraag": "Vraag",
    "overzicht": "Overzicht",
    "portefeuilles": "Portefeuilles",
    "bestuurskaart": "Bestuurskaart",
    "hiaten": "Hiaten",
    "toezeggingen": "Toezeggingen",
    "tijdlijn": "Tijdlijn",
    "veranderd": "Wat is er veranderd",
    "verslag": "Verslag",
    "zoeken": "Zoeken",
    "toevoegen": "Verslag toevoegen",
    "sparql": "SPARQL",
}
LEADS: dict[str, str] = {
    "vraag": "Vraag het in gewone woorden. Het antwoord komt uit de verslagen, met de zin die het zegt.",
    "overzicht": "Wie waarover gaat volgens de verslagen, wat openstaat en wat elkaar tegenspreekt.",
    "portefeuilles": "Elk onderwerp met wie de portefeuille heeft, of waarom dat niet vaststaat.",
    "bestuurskaart": "Wie zit waar: van landelijk naar lokaal, met rechts de onderwerpen en wie ze heeft.",
    "hiaten": "Wat ontbreekt, openstaat of niet klopt, met de zin waarop dat berust.",
    "toezeggingen": "Wie wat heeft toegezegd, voor wanneer, en wat er volgens latere verslagen van kwam.",
    "tijdlijn": "Wie wat wanneer had, en wanneer organen er waren. Elke balk leidt naar de zin die het zegt.",
    "veranderd": "Het verschil tussen twee vergaderingen of datums, in zinnen die u kunt overnemen.",
    "verslag": "De tekst zelf, met gemarkeerd wat eruit gelezen is.",
    "zoeken": "Zoek woorden in alle verslagen. U ziet de zinnen zelf, met wie het zei en wanneer.",
    "toevoegen": "Kies een bestand. U ziet eerst wat erin staat en wat het verandert; dan beslist u.",
    "sparql": "Voor wie zelf vragen wil stellen aan de gegevens. Vragen kunnen alleen lezen, nooit wijzigen.",
}

# Pages about one thing: the title of the list of all of them, and what it is a list of.
THING_TITLES: dict[str, str] = {
    "persoon": "Personen",
    "orgaan": "Organen",
    "onderwerp": "Onderwerpen",
    "vergadering": "Vergaderingen",
}
THING_LEADS: dict[str, str] = {
    "persoon": "Iedereen die de verslagen noemen. Kies een naam voor alles wat over die persoon bekend is.",
    "orgaan": "Alle organen en organisaties die de verslagen noemen, en alles wat over elk bekend is.",
    "onderwerp": "Alle onderwerpen die ter sprake kwamen, en alles wat over elk bekend is.",
    "vergadering": "Alle vergaderingen waarvan een verslag is gelezen.",
}
SORTS_OF_THINGS: dict[str, str] = {"person": "Persoon", "body": "Orgaan", "theme": "Onderwerp"}

REFERENCE_DATE = "Peildatum"
REFERENCE_DATE_HELP = "De stand na deze vergadering"
NO_DATE = "zonder datum"
NOWHERE = "Dit adres wijst naar iets dat er niet is. Hieronder staat alles."
TO_SENTENCE = "Lees de zin in het verslag"
TO_SENTENCE_SHORT = "zin in het verslag"
ALL = "Alles"
SHOW_ALL = "Toon alles"
EMPTY_STORE = "Er zijn nog geen verslagen gelezen. Zet ze in de map data/minutes en start de app opnieuw."

# How sure an answer is: the word, and a sign that can be told apart without colour.
ANSWERS: dict[str, str] = {
    "stated": "Genoemd",
    "decided": "Besloten",
    "inferred": "Waarschijnlijk",
    "vacant": "Vacant",
    "not_named": "Niet genoemd",
    "theme_not_named": "Onderwerp niet genoemd",
    "contradicted": "Tegenstrijdig",
    "missing": "Ontbreekt",
    "ending": "Verdwijnt",
    "announced": "Aangekondigd",
    "existing": "Bestaat",
}
SIGNS: dict[str, str] = {
    "decided": "✎",
    "stated": "✓",
    "inferred": "≈",
    "vacant": "!",
    "not_named": "–",
    "theme_not_named": "?",
    "contradicted": "≠",
    "missing": "!",
    "ending": "↓",
    "announced": "→",
    "high": "▲",
    "medium": "■",
    "low": "●",
    "forgotten": "!",
    "overdue": "▲",
    "running_out": "■",
    "postponed": "→",
    "open": "●",
    "closed": "✓",
    "dropped": "×",
    "counted": "Σ",
    "mixed": "±",
    "found": "“",
    "nearest": "–",
    "absent": "–",
    "ambiguous": "?",
    "not_understood": "×",
}
MEANINGS: dict[str, str] = {
    "stated": "Het verslag zegt dit met zoveel woorden.",
    "inferred": "Niet zo gezegd; een regel leidt het af.",
    "vacant": "Er is nog niemand; het verslag zegt dat of vraagt om iemand.",
    "not_named": "Wel besproken, niemand genoemd. Dat is niet hetzelfde als vacant.",
    "theme_not_named": "Iemand is portefeuillehouder, maar waarvan staat er niet.",
    "contradicted": "De verslagen noemen verschillende houders.",
}

# Overzicht
GROUPS: dict[str, str] = {
    "known": "Dit staat vast",
    "open": "Dit staat open",
    "contradictory": "Dit spreekt elkaar tegen",
}
GROUP_EMPTY: dict[str, str] = {
    "known": "Nog niets.",
    "open": "Niets: alles wat ter sprake kwam is ingevuld.",
    "contradictory": "Niets gevonden.",
}
MOST_URGENT = "Dit vraagt het eerst aandacht"
ALL_GAPS = "Alle hiaten"
READ_DOCUMENTS = "Gelezen verslagen"
OPEN_DOCUMENT = "Open dit verslag"

# Portefeuilles
SHOW = "Toon"
TAB_LIST = "Portefeuilles"
TAB_COVERAGE = "Dekking per onderwerp"
HEADING_PORTFOLIOS = "Portefeuilles"
HEADING_COVERAGE = "Dekking per onderwerp"
COVERAGE_LEAD = (
    "Welk onderwerp heeft een portefeuillehouder, stuurgroep, thema- of expertgroep en projectleider?"
)
NO_THEME = "Onderwerp niet genoemd"
MERE_TOPICS = "Andere onderwerpen die ter sprake kwamen"
NO_PORTFOLIOS = "Geen portefeuilles gevonden."
NO_HOLDER: dict[str, str] = {
    "vacant": "Nog niemand",
    "not_named": "Niemand genoemd",
    "contradicted": "Verschillende namen",
}
CAPACITIES: dict[str, str] = {"deputy": "plaatsvervanger", "acting": "waarnemend"}
DOWNLOAD = "Download als CSV"
PORTFOLIOS_FILE = "portefeuilles.csv"
OVERVIEW_FILE = "portefeuilleoverzicht"
DOWNLOAD_WORD = "Download als Word"
DOWNLOAD_EXCEL = "Download als Excel"
DOWNLOADS = "Meenemen"
DOWNLOADS_LEAD = "Word en Excel: het hele overzicht op de peildatum, met de zinnen. CSV: wat u nu ziet."
COVERAGE_COLUMNS: tuple[tuple[str, str], ...] = (
    ("portfolio_holder", "Portefeuillehouder"),
    ("steering_group", "Stuurgroep"),
    ("expert_group", "Thema- of expertgroep"),
    ("project_leader", "Projectleider"),
)
THEME = "Onderwerp"
WHY_INFERRED = "Waarom"

# Bestuurskaart
AS_LIST = "Dezelfde kaart als lijst"
MAP_ALT = "Tekening van de bestuurskaart; de lijst eronder heeft dezelfde inhoud"
SCROLL_MAP = "Schuif de tekening opzij om alles te zien; de lijst eronder heeft dezelfde inhoud."
LEGEND = "Wat de vakken betekenen"
DOWNLOAD_MAP = "Download de kaart"
MAP_FILE = "bestuurskaart.html"
DRAWING = "De kaart wordt getekend …"
NO_MAP = "Er is nog niets om te tekenen."

# Hiaten
SEVERITIES: dict[str, str] = {"high": "Hoog", "medium": "Middel", "low": "Laag"}
SEVERITY = "Ernst"
SEVERITY_HEADINGS: dict[str, str] = {
    "high": "Hoge ernst",
    "medium": "Middelgrote ernst",
    "low": "Lage ernst",
}
KIND = "Soort"
GAP_KINDS: dict[str, str] = {
    "vacant": "Portefeuille vacant",
    "structure_missing": "Structuur ontbreekt",
    "overview_missing": "Overzicht ontbreekt",
    "to_be_filled": "Nog in te vullen",
    "information_gap": "Gegevens ontbreken of spreken elkaar tegen",
    "not_well_organised": "Niet goed ingericht",
    "bottleneck": "Knelpunt",
    "risk": "Risico",
    "unanswered_question": "Vraag zonder antwoord",
    "no_owner_or_deadline": "Geen eigenaar of termijn",
    "no_holder_named": "Geen houder genoemd",
}
SOURCE = "Bron"
STATED = "Staat in het verslag"
CONCLUDED = "Geconcludeerd door een regel"
SUGGESTION = "Wat kan helpen"
NO_GAPS = "Met deze keuze zijn er geen hiaten."

# Toezeggingen
PROMISE_STATUSES: dict[str, str] = {
    "forgotten": "Vergeten",
    "overdue": "Te laat",
    "running_out": "Termijn loopt",
    "postponed": "Uitgesteld",
    "open": "Open",
    "closed": "Afgehandeld",
    "dropped": "Vervallen",
}
PROMISE_MEANINGS: dict[str, str] = {
    "forgotten": "De termijn is voorbij, en geen later verslag van dit overleg komt erop terug.",
    "overdue": "De termijn is voorbij.",
    "running_out": "De termijn is begonnen.",
    "postponed": "Er is een latere termijn genoemd.",
    "open": "Nog niet gedaan, voor zover de verslagen zeggen.",
    "closed": "Een verslag zegt dat het is gedaan.",
    "dropped": "Een verslag zegt dat het niet meer hoeft.",
}
PROMISE_SECTIONS: dict[str, tuple[str, ...]] = {
    "Te laat of vergeten": ("forgotten", "overdue"),
    "Termijn loopt": ("running_out",),
    "Open": ("postponed", "open"),
}
PROMISES_ENDED = "Afgehandeld of vervallen"
ENDED: tuple[str, ...] = ("closed", "dropped")
PROMISE_STEPS: dict[str, str] = {
    "made": "toegezegd",
    "repeated": "herhaald",
    "still_open": "nog niet klaar",
    "in_progress": "loopt",
    "postponed": "uitgesteld",
    "closed": "afgehandeld",
    "dropped": "vervallen",
}
PROMISE_STATUS = "Stand"
PROMISE_BODY = "Overleg"
PROMISE_OWNER = "Wie"
PROMISES_SHOW_ENDED = "Toon de afgehandelde en vervallen toezeggingen"
NOBODY_PROMISED = "niemand genoemd"
DUE = "Termijn"
COURSE = "Verloop"
WHY_TOGETHER = "Waarom dit bij elkaar hoort"
NO_PROMISES = "Met deze keuze zijn er geen toezeggingen."

# Tijdlijn
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
TO_COPY = "Kopieerbare tekst"
CHANGED_BETWEEN = "Veranderd tussen {start} en {end}"

# Verslag
PICK_DOCUMENT = "Verslag"
AGENDA = "Agenda"
ITEM = "Agendapunt"
BEFORE_AGENDA = "Kop van het verslag"
HIGHLIGHT = "Markeer"
SHOW_UNREAD = "Toon ook zinnen waaruit niets gelezen is"
UNREAD = "niet gelezen"
ALL_FACTS = "Alle gelezen feiten op een rij"
TEXT = "Tekst"
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


# SPARQL
PICK_QUERY = "Kies een vraag"
QUERY = "Zoekvraag in SPARQL"
RUN = "Voer uit"
RESULT = "Uitkomst"
REFUSED = "Deze zoekvraag is niet uitgevoerd."
NO_ROWS = "De zoekvraag gaf geen uitkomsten."
RESULT_FILE = "uitkomst.csv"
QUERY_LIMITS = "Hooguit {rows} regels en {seconds} seconden."
TRUNCATED = "Er was meer dan {rows} regels; de rest is weggelaten."
SHOWN_PART = "Hier staan de eerste {shown} van {total} regels; het CSV-bestand heeft ze alle."

# First build and errors
BUILDING = "De verslagen worden voor het eerst gelezen. Dat duurt even."
BUILT = "De verslagen zijn gelezen."
BUILD_FAILED = "De verslagen konden niet worden gelezen."
STORE_FAILED = "De opgeslagen gegevens kunnen niet worden geopend."
FAILED = "Deze pagina kan nu niet worden getoond. De andere pagina’s werken nog."
TECHNICAL = "Melding van het programma"


def dutch_date(iso: str | None) -> str:
    """An ISO date in words: 20 april 2023. What is no date comes back as it is."""
    return in_words(iso) if iso else NO_DATE


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many}"


def document_name(title: str, body: str | None, iso: str | None) -> str:
    """A document in a list to choose from: its title, and the body and date where the title lacks them."""
    further = (part for part in (body, dutch_date(iso)) if part and part.casefold() not in title.casefold())
    return " · ".join((title, *further))


def read_line(with_a_fact: int, sentences: int) -> str:
    """How much of a document was read."""
    return f"In {with_a_fact} van de {counted(sentences, 'zin', 'zinnen')} is iets gelezen."


def as_of_line(as_of: str | None, documents: int) -> str:
    """For which date an answer is, and on how many documents it rests."""
    return f"Stand op {dutch_date(as_of)}, volgens {counted(documents, 'verslag', 'verslagen')}."


def lasted(start: str, end: str | None, *, start_stated: bool, end_stated: bool) -> str:
    """From when to when something lasted, and which of the two days the minutes name."""
    begin = f"sinds {dutch_date(start)}" if start_stated else f"genoemd vanaf {dutch_date(start)}"
    if end is None:
        return begin
    return f"{begin}, {'tot' if end_stated else 'tot het verslag van'} {dutch_date(end)}"


def last_named(start: str, end: str | None, last_seen: str | None) -> str:
    """When somebody was last named, where it is still so and that says more than when it began."""
    return (
        f", laatst genoemd op {dutch_date(last_seen)}" if last_seen and not end and last_seen > start else ""
    )


def changed(count: int) -> str:
    """How many changes there are."""
    return counted(count, "verandering", "veranderingen")


def requested(by: str | None, profile: str | None) -> str | None:
    """Who asks for a holder, and whom they look for."""
    if not by and not profile:
        return None
    asked = f"Gevraagd door {by}" if by else "Gevraagd"
    return f"{asked}: {profile}" if profile else f"{asked}."


def since(start: str | None, end: str | None) -> str | None:
    """The period of a holder as the minutes state it."""
    parts = [f"sinds {dutch_date(start)}" if start else "", f"tot {dutch_date(end)}" if end else ""]
    return " ".join(part for part in parts if part) or None


def read_in_all(documents: int, facts: int) -> str:
    """What a first build has read."""
    return f"{counted(documents, 'verslag', 'verslagen')}, {counted(facts, 'feit', 'feiten')}."


def days_open(days: int | None) -> str | None:
    """How long something has been open, at the reference date."""
    return f"Staat {counted(days, 'dag', 'dagen')} open." if days else None


def gap_kind(code: str) -> str:
    """A kind of gap in words; a kind that is newer than the screen under its own name."""
    return GAP_KINDS.get(code, code.replace("_", " "))


def more(count: int) -> str:
    """The heading over further sentences."""
    return "Nog 1 zin" if count == 1 else f"Nog {count} zinnen"


def due(text: str | None, start: str | None, end: str | None) -> str:
    """A term as it was said, with the days that it stands for."""
    if not text:
        return "niet genoemd"
    if start and end:
        days = f"van {dutch_date(start)} tot en met {dutch_date(end)}"
    elif end:
        days = f"uiterlijk {dutch_date(end)}"
    else:
        days = f"vanaf {dutch_date(start)}" if start else "een dag staat er niet bij"
    return days if days.endswith(text) else f"“{text}”: {days}"


def came_up_again(iso: str | None) -> str | None:
    """That later minutes speak of a promise without saying how it stands."""
    return f"Ook ter sprake op {dutch_date(iso)}, zonder dat er staat hoe het ermee is." if iso else None


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
