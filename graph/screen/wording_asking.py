"""The Dutch words of asking and searching: the pages Vraag and Zoeken, and the box above the overview."""

from __future__ import annotations

from graph.language import by_language, said
from graph.screen import wording
from graph.screen.wording import counted, date_in_words

# The box
QUESTION = "Uw vraag"
QUESTION_HINT = "Bijvoorbeeld: wie gaat er over zorg?"
ASK = "Vraag"
EXAMPLES = "Bijvoorbeeld"
EXAMPLES_LEAD = "Vragen die de verslagen nu kunnen beantwoorden:"
NO_EXAMPLES = "Er staat nog te weinig in de verslagen om voorbeelden te geven."

# What kind of answer it is: heading, sign (see wording.SIGNS), the word beside it, what it means.
HEADINGS: dict[str, str] = {
    "answer": "Antwoord",
    "found": "Dit staat erover in de verslagen",
    "nearest": "Dat staat niet in de verslagen",
    "absent": "Dat staat niet in de verslagen",
    "ambiguous": "Bedoelt u …?",
    "not_understood": "Deze vraag begrijp ik niet",
}
CERTAINTIES: dict[str, tuple[str, str]] = {
    "stated": ("Genoemd", "De verslagen zeggen dit met zoveel woorden."),
    "counted": ("Vastgesteld", "Uit de verslagen samen; er is niet één zin die het zegt."),
    "inferred": ("Afgeleid", "De verslagen zeggen dit niet zo; een regel leidt het eruit af."),
    "mixed": ("Gemengd", "Een deel staat zo in de verslagen, een deel is eruit afgeleid."),
    "contradicted": ("Tegenstrijdig", "De verslagen spreken elkaar tegen; er is niet gekozen."),
    "found": ("Letterlijk", "Zinnen uit de verslagen zelf, geen conclusie."),
    "nearest": ("Niet gevonden", "Wat er wel staat, is niet het antwoord op uw vraag."),
    "absent": ("Niet gevonden", "De vraag is begrepen, maar geen verslag zegt hier iets over."),
    "ambiguous": ("Meer dan één mogelijkheid", "Kies wat u bedoelt; er wordt niet voor u gekozen."),
    "not_understood": ("Geen antwoord", "Liever geen antwoord dan het antwoord op een andere vraag."),
}
DECIDED = "Besloten"
MORE_SENTENCES = "De andere {count} regels van het antwoord"
SENTENCES: dict[str, str] = {
    "answer": "De zinnen waarop dit berust",
    "found": "De zinnen",
    "nearest": "Wat er wel staat",
}
FROM_A_PERSON = "besluit van een persoon"
CLOSED = "besloten"
INSTEAD = "Deze vragen worden wel beantwoord"
CHOICES = "Kies wat u bedoelt"
FOLLOW_UPS = "Vraag ook"
SEARCH_INSTEAD = "Zoek deze woorden in alle verslagen"
THE_QUERY = "Toon de zoekvraag (SPARQL)"
AS_TABLE = "Hetzelfde als tabel"
TABLE = "De uitkomsten"
SHARE = "De vraag staat in het adres van deze pagina: wie u dat stuurt, leest hetzelfde antwoord."
ASKING = "Het antwoord wordt gezocht …"

# Columns of answers: key of a row → heading. What is not here is not shown.
COLUMNS: dict[str, str] = {
    "name": "Naam",
    "person": "Wie",
    "theme": "Thema",
    "role": "Rol",
    "predecessor": "Voorganger",
    "successor": "Opvolger",
    "holder": "Portefeuillehouder",
    "value": "Wat er is",
    "text": "Wat",
    "words": "Wat er gezegd werd",
    "subject": "Waarover",
    "explanation": "Wat er staat",
    "sentence": "Wat er veranderde",
    "title": "Verslag",
    "outcome": "Uitkomst",
    "owner": "Wie",
    "due": "Termijn",
    "body": "Overleg of orgaan",
    "combined": "Samen met",
    "answer": "Hoe zeker",
    "status": "Stand",
    "requested_by": "Gevraagd door",
    "number": "Aantal",
    "date": "Datum",
    "start": "Van",
    "end": "Tot",
    "place": "Plaats",
}

# Zoeken
WORDS = "Zoek naar"
WORDS_HINT = "Een of meer woorden, bijvoorbeeld: ondermijning wijkagent"
SEARCH = "Zoek"
BODY = "Overleg"
SINCE = "Vanaf jaar"
UNTIL = "Tot en met jaar"
NO_INDEX = (
    "In deze opslag kan niet worden gezocht: bij een opslag op een server hoort geen zoekindex. "
    "De pagina Vraag zoekt wel in de zinnen van de verslagen."
)
START_SEARCHING = (
    "Typ een of meer woorden. Enkelvoud en meervoud, hoofdletters en accenten maken niet uit; andere namen "
    "van een thema en kleine typfouten worden ook gevonden."
)
NO_HITS = "Geen enkele zin in deze verslagen heeft zo’n woord."
NO_HITS_TIP = "Probeer een ander woord, of kies alle overleggen en alle jaren."
NONE_WITH_ALL = "Geen zin heeft al deze woorden. Dit zijn zinnen met een of meer ervan."
ALSO_SOME = "Toon ook zinnen met een deel van deze woorden"
ONLY_EVERY = "Toon alleen zinnen met al deze woorden"
MORE_HITS = "Toon meer zinnen"
WRONG_ORDER = "Het eerste jaar ligt na het laatste. Kies eerst het vroegste."
AS_OF = "Stand op {date}."
SENTENCES_FOUND = ("zin", "zinnen")
WITH_SOME = "met een of meer van deze woorden"
WITH_THE_WORD = "met dit woord"
WITH_ALL = "met al deze woorden"
BEST_OF = "{total}, de {shown} best passende hieronder."
SEARCHED = "Gezocht wordt in {documents}."
SEARCHED_UNTIL = "Gezocht wordt in {documents} tot en met {date}."


def as_of(iso: str | None) -> str:
    """For which date an answer is."""
    return said(AS_OF, date=date_in_words(iso)) if iso else ""


def found(count: int, shown: int, *, typed: int, every: bool) -> str:
    """How many sentences there are with the words that were typed, and how many of those stand here."""
    what = WITH_SOME
    if every:
        what = WITH_THE_WORD if typed == 1 else WITH_ALL
    total = f"{counted(count, SENTENCES_FOUND)} {said(what)}"
    return said(BEST_OF, total=total, shown=shown) if shown < count else f"{total}."


def searched(documents: int, iso: str | None) -> str:
    """In what is searched."""
    number = counted(documents, wording.MINUTES)
    if not iso:
        return said(SEARCHED, documents=number)
    return said(SEARCHED_UNTIL, documents=number, date=date_in_words(iso))


by_language(__name__)
