"""The Dutch of the map's page."""

from __future__ import annotations

from graph.language import by_language, said
from graph.screen.wording import date_in_words

AS_LIST = "Dezelfde kaart als lijst"
LEGEND = "Wat de vakken betekenen"
MAP_FILE = "bestuurskaart.html"
NO_MAP = "Er is nog niets om te tekenen."
VIEW = "Weergave"
VIEWS: dict[str, str] = {
    "structuur": "Structuur: organen en thema’s",
    "mensen": "Wie zit waar",
    "themas": "Thema’s en wie ervoor is",
    "wereld": "Alles bij elkaar",
}
SEARCH = "Zoek op de kaart"
SEARCH_HINT = "Naam van orgaan, thema of persoon"
STEPS_LABEL = "Hoe ver daaromheen"
STEPS: dict[str, str] = {
    "alles": "de hele weergave",
    "1": "binnen één stap",
    "2": "binnen twee stappen",
    "3": "binnen drie stappen",
}
COMPARE = "Vergelijk met"
NO_COMPARISON = "niet vergelijken"
DATE_SLIDER = "Peildatum van de kaart"
FILTERS = "Filters"
LEVEL, KIND, THEME = "Niveau", "Soort orgaan", "Thema"
ANSWER, STATUS = "Zekerheid van de houder", "Toestand"
STATUSES: dict[str, str] = {
    "existing": "Bestaat",
    "announced": "Aangekondigd",
    "ending": "Verdwijnt",
    "missing": "Ontbreekt",
    "vacant": "Vacant",
}
BOARD = {
    "region": "Tekening van de kaart; de lijst eronder heeft dezelfde inhoud",
    "fullscreen": "Volledig scherm",
    "larger": "Groter",
    "smaller": "Kleiner",
    "png": "Download als PNG",
    "png_file": "bestuurskaart.png",
}
DOWNLOAD_SVG, SVG_FILE = "Download als SVG", "bestuurskaart.svg"
DOWNLOAD_HTML = "Download als los bestand"
DRAWING = "De kaart wordt getekend."
CARD_EMPTY = (
    "Klik op een vak of een lijn, of kies iets uit de lijst onderaan: hier verschijnt wat erover is gezegd."
)
LINE = "Verbinding"
RELATIONS = "Verbindingen"
SENTENCES = "Wat de verslagen zeggen"
NO_SENTENCE = "Hier is geen eigen zin voor; het volgt uit de verslagen als geheel."
MEMBERS = "Dit vak staat voor"
UNFOLD, FOLD_AGAIN = "Klap deze groep uit", "Klap uitgeklapte groepen weer in"
ITS_WORLD = "Toon alleen wat hieromheen staat"
NOTHING_LEFT = "Met deze keuze blijft er niets over op de kaart. Zet een filter op ‘Alles’."
CHANGED: dict[str, str] = {
    "new": "Nieuw ten opzichte van {date}.",
    "ended": "Er niet meer; op {date} nog wel.",
    "changed": "Gewijzigd: op {date} stond hier ‘{before}’.",
}
SHOWN_BESIDE = "Gekozen: {name}. De zinnen staan naast of onder de tekening."
HIDDEN = "{count} vakken staan niet in de tekening; ze staan wel in de lijst. Filter om ze te zien."
NOTHING = "niets"


def shown_beside(name: str) -> str:
    """What a screen reader says after a click."""
    return said(SHOWN_BESIDE, name=name)


def hidden(count: int) -> str:
    """What there was no room for."""
    return said(HIDDEN, count=count)


def differs(what: str, date: str, before: str | None) -> str:
    """How something differs from the other date."""
    return said(CHANGED[what], date=date_in_words(date), before=before or said(NOTHING))


by_language(__name__)
