"""The Dutch words of adding, replacing and withdrawing minutes."""

from __future__ import annotations

from graph.language import by_language, said
from graph.screen.wording import date_in_words

PICK_FILE = "Bestand met een verslag (txt, md, html, docx of pdf, tot 25 MB)"
READING_FILE = "Het bestand wordt gelezen en uitgeprobeerd. Er verandert nog niets."
FILE_READ = "Gelezen. Er is nog niets toegevoegd."
FILE_REFUSED = "Dit bestand kan niet worden gelezen."
ADD_REFUSED = "Er is niets toegevoegd."
WITHDRAW_REFUSED = "Er is niets ingetrokken."
ADD = "Toevoegen"
REPLACE = "Vervangen"
DO_NOT_ADD = "Niet toevoegen"
ADDING = "Het verslag wordt toegevoegd."
ADDED = "Het verslag is toegevoegd."
OPEN_ADDED = "Naar het overzicht"
OUTCOMES: dict[str, str] = {
    "new": "Dit is een nieuw verslag.",
    "replaces": "Dit bestand komt in de plaats van een verslag dat al gelezen is.",
    "known": "Dit verslag is al gelezen; toevoegen verandert niets.",
    "noted": "Deze tekst is al gelezen in een ander soort bestand; toevoegen verandert niets.",
    "withdrawn": (
        "Dit verslag is ingetrokken. Neem het onder aan deze pagina eerst terug; dan kan het weer meetellen."
    ),
}
PICK_REPLACED = "Over dezelfde vergadering is al een verslag gelezen. Hoe hoort dit erbij?"
STANDS_BESIDE = "Het staat ernaast: beide tellen mee"
NOT_COMPARED = (
    "De opslag staat op een ander adres. Het bestand is gelezen, maar wat het daar verandert kan niet vooraf "
    "worden uitgeprobeerd. Toevoegen kan als op dat adres geschreven mag worden."
)
READ_ONLY = (
    "Hier kan alleen worden gelezen: u kunt een bestand bekijken, maar niet toevoegen of intrekken. "
    "Vraag wie dit beheert om schrijfrechten op de opslag en de map met verslagen."
)
WHAT_CHANGES = "Wat dit verandert"
NOTHING_NEW = "Dit verslag verandert niets aan wat er al bekend is."
CONTRADICTS = "Dit spreekt elkaar tegen"
SHIFTS = "Portefeuilles"
NEW_PROMISES = "Toezeggingen: nieuw of veranderd"
NEW_GAPS = "Nieuwe hiaten"
CLOSED_GAPS = "Hiaten die hiermee gesloten zijn"
NEW_NAMES = "Nog niet eerder genoemd"
WAS, BECOMES = "was", "wordt"
NOT_THERE = "niet bekend"
WHAT_WAS_READ = "Wat er gelezen is"
NOT_READ = "Niet gelezen"
ALL_READ = "Elke zin is gelezen."
TEXT_OF_FILE = "De tekst zoals die wordt bewaard"
WITHDRAW_HEADING = "Een verslag intrekken"
WITHDRAW_LEAD = (
    "Wat een ingetrokken verslag zegt telt niet meer mee, en de tekst verdwijnt uit de opslag. Wie het "
    "introk en waarom blijft bewaard. Het bestand zelf blijft staan in de map met verslagen."
)
PICK_WITHDRAWN = "Welk verslag"
NOTHING_CHOSEN = "Kies een verslag"
BY_WHOM = "Uw naam"
BECAUSE = "Reden"
WITHDRAW = "Intrekken"
WITHDRAWN_DONE = "Het verslag is ingetrokken."
WITHDRAWN_LATER = "Het intrekken is vastgelegd en telt mee zodra er weer geschreven kan worden ({why})."
WITHDRAWN_NOW = "Ingetrokken verslagen"
TAKE_BACK = "Neem terug"
TAKEN_BACK = (
    "Het intrekken is ongedaan gemaakt. Het verslag telt weer mee als het bestand nog in de map staat."
)
WITHDRAWN_BY = "{document}: ingetrokken door {name} op {date}: {because}"
REPLACES = "Het vervangt: {name}"


def withdrawn_line(document: str, by: str, on: str, because: str) -> str:
    """That a document was withdrawn: who, when and why."""
    return said(WITHDRAWN_BY, document=document, name=by, date=date_in_words(on), because=because)


def replaces(name: str) -> str:
    """That a file takes the place of a document."""
    return said(REPLACES, name=name)


by_language(__name__)
