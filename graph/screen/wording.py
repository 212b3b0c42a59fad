"""What the screens say, where no module beside this one has it; answers bring their own words.

Written in Dutch, and said in the language of the visitor (see `graph.language`).
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.language import by_language, day_in_words, said

APP = "Wie gaat erover?"

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
    "portefeuilles": "Elk thema met wie de portefeuille heeft, of waarom dat niet vaststaat.",
    "bestuurskaart": "Wie zit waar: van landelijk naar lokaal, met rechts de thema’s en wie ze heeft.",
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
    "onderwerp": "Thema’s",
    "vergadering": "Vergaderingen",
}
THING_LEADS: dict[str, str] = {
    "persoon": "Iedereen die de verslagen noemen. Kies een naam voor alles wat over die persoon bekend is.",
    "orgaan": "Alle organen en organisaties die de verslagen noemen, en alles wat over elk bekend is.",
    "onderwerp": "Alle thema’s die ter sprake kwamen, en alles wat over elk bekend is.",
    "vergadering": "Alle vergaderingen waarvan een verslag is gelezen.",
}
SORTS_OF_THINGS: dict[str, str] = {"person": "Persoon", "body": "Orgaan", "theme": "Thema"}

REFERENCE_DATE = "Peildatum"
REFERENCE_DATE_HELP = "De stand na deze vergadering"
NO_DATE = "zonder datum"
NOWHERE = "Dit adres wijst naar iets dat er niet is. Hieronder staat alles."
NO_SUCH_PAGE = "Deze pagina is er niet"
NO_SUCH_PAGE_LEAD = "Het adres klopt niet, of de pagina heet nu anders. Van hieruit kunt u verder:"
TO_SENTENCE = "Lees de zin in het verslag"
TO_SENTENCE_SHORT = "zin in het verslag"
ALL = "Alles"
SHOW_ALL = "Toon alles"
EMPTY_STORE = "Er zijn nog geen verslagen. Voeg het eerste toe: u ziet eerst wat erin staat, en beslist dan."
TO_ADDING = "Voeg een verslag toe"

# How sure an answer is: the word, and a sign that can be told apart without colour.
ANSWERS: dict[str, str] = {
    "stated": "Genoemd",
    "decided": "Besloten",
    "inferred": "Waarschijnlijk",
    "vacant": "Vacant",
    "not_named": "Niet genoemd",
    "theme_not_named": "Thema niet genoemd",
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
    "open": "Dit staat open",
    "contradictory": "Dit spreekt elkaar tegen",
    "known": "Dit staat vast",
}
GROUP_EMPTY: dict[str, str] = {
    "known": "Nog niets.",
    "open": "Niets: alles wat ter sprake kwam is ingevuld.",
    "contradictory": "Niets gevonden.",
}

# Portefeuilles
SHOW = "Toon"
TAB_LIST = "Portefeuilles"
TAB_COVERAGE = "Dekking per thema"
HEADING_PORTFOLIOS = "Portefeuilles"
HEADING_COVERAGE = "Dekking per thema"
COVERAGE_LEAD = "Welk thema heeft een portefeuillehouder, stuurgroep, thema- of expertgroep en projectleider?"
NO_THEME = "Thema niet genoemd"
MERE_TOPICS = "Andere thema’s die ter sprake kwamen"
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
THEME = "Thema"
WHY_INFERRED = "Waarom"

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
MORE_GAPS = "Toon meer hiaten ({shown} van {all})"
NO_GAPS = "Met deze keuze zijn er geen hiaten."

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

# Parts of sentences, with places
MINUTES = ("verslag", "verslagen")
FACTS = ("feit", "feiten")
DAYS = ("dag", "dagen")
SENTENCES = ("zin", "zinnen")
AND = " en "
AS_OF = "Stand op {date}, volgens {documents}."
ONLY = "Hier staat alleen: {names}."
ASKED, ASKED_BY = "Gevraagd", "Gevraagd door {name}"
SINCE, UNTIL = "sinds {date}", "tot {date}"
OPEN_FOR = "Staat {days} open."
FURTHER = "Nog {sentences}"
LANGUAGE = "Taal"
LANGUAGES: dict[str, str] = {"nl": "Nederlands", "en": "English"}


def date_in_words(iso: str | None) -> str:
    """An ISO date in words: 20 april 2023. What is no date comes back as it is."""
    return day_in_words(iso) if iso else said(NO_DATE)


def counted(count: int, noun: tuple[str, str]) -> str:
    """A number with its noun. `noun`: for one, and for any other number."""
    return f"{count} {said(noun[count != 1])}"


def document_name(title: str, body: str | None, iso: str | None) -> str:
    """A document in a list to choose from: its title, and the body and date where the title lacks them."""
    further = (
        part for part in (body, date_in_words(iso)) if part and part.casefold() not in title.casefold()
    )
    return " · ".join((title, *further))


def as_of_line(as_of: str | None, documents: int) -> str:
    """For which date an answer is, and on how many documents it rests."""
    return said(AS_OF, date=date_in_words(as_of), documents=counted(documents, MINUTES))


def narrowed(names: Iterable[str]) -> str:
    """What a page is narrowed to."""
    return said(ONLY, names=" · ".join(names))


def requested(by: str | None, profile: str | None) -> str | None:
    """Who asks for a holder, and whom they look for."""
    if not by and not profile:
        return None
    asked = said(ASKED_BY, name=by) if by else said(ASKED)
    return f"{asked}: {profile}" if profile else f"{asked}."


def since(start: str | None, end: str | None) -> str | None:
    """The period of a holder as the minutes state it."""
    parts = [
        said(SINCE, date=date_in_words(start)) if start else "",
        said(UNTIL, date=date_in_words(end)) if end else "",
    ]
    return " ".join(part for part in parts if part) or None


def read_in_all(documents: int, facts: int) -> str:
    """What a first build has read."""
    return f"{counted(documents, MINUTES)}, {counted(facts, FACTS)}."


def days_open(days: int | None) -> str | None:
    """How long something has been open, at the reference date."""
    return said(OPEN_FOR, days=counted(days, DAYS)) if days else None


def gap_kind(code: str) -> str:
    """A kind of gap in words; a kind that is newer than the screen under its own name."""
    return said(GAP_KINDS.get(code, code.replace("_", " ")))


def more(count: int) -> str:
    """The heading over further sentences."""
    return said(FURTHER, sentences=counted(count, SENTENCES))


by_language(__name__)
