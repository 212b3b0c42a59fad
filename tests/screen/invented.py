"""An invented meeting, as the rows that answers give: enough for every screen to have something to show."""

from __future__ import annotations

from graph.answers.entities import Attendee, Said, Spoken, Thing, ThingRef
from graph.answers.model import (
    AgendaEntry,
    Bar,
    Cell,
    Change,
    CoverageRow,
    Due,
    Evidence,
    FactMark,
    Figure,
    Gap,
    GovernanceMap,
    Holder,
    Lane,
    MapEdge,
    MapNode,
    MeetingRef,
    Overview,
    PortfolioRow,
    PromiseEvent,
    PromiseRow,
    QueryInfo,
    RuleRef,
    StoredDocument,
    Table,
)
from graph.answers.searching import Hit, Hits
from graph.questions import Answer, Understood

DOCUMENT = "overleg-waterrand-2024-03-14"
BASE = "https://w3id.org/wie-gaat-erover/id/"
DATES = ("2023-11-09", "2024-03-14")
HOSTILE = "<img src=x onerror=alert(1)> ![](http://buiten.example/p.png)"

TEXT = f"""Verslag Veiligheidsoverleg Waterrand 14 maart 2024
Aanwezig: A. de Boer, M. Visser, P. Jansen
Afwezig: P. Jansen

1. Opening
Mevr. De Boer opent de vergadering.
2. Ondermijning
Dhr. Visser is portefeuillehouder Ondermijning. De buurtploegen verdwijnen volgend jaar.
3. Jeugd
Mevr. De Boer vraagt om een portefeuillehouder Jeugdoverlast. Zij mist een stuurgroep bij jeugdoverlast.
{HOSTILE}
4. Rondvraag
Dhr. Jansen licht het plan Havens toe."""


def evidence(quote: str, fact: str, speaker: str | None = None) -> Evidence:
    start = TEXT.index(quote)
    iri = f"{BASE}document/{DOCUMENT}/fact/{fact}"
    return Evidence(DOCUMENT, start, start + len(quote), quote, speaker, iri)


HELD = evidence("Dhr. Visser is portefeuillehouder Ondermijning.", "portfolio-1", "M. Visser")
ASKED = evidence("Mevr. De Boer vraagt om een portefeuillehouder Jeugdoverlast.", "portfolio-2", "A. de Boer")
MISSED = evidence("Zij mist een stuurgroep bij jeugdoverlast.", "missing-1", "A. de Boer")
SPOKE = evidence("Dhr. Jansen licht het plan Havens toe.", "statement-1", "P. Jansen")
PRESENT = evidence("A. de Boer, M. Visser, P. Jansen", "conflict-1")
ABSENT = evidence("Afwezig: P. Jansen", "conflict-1")
ENDING = evidence("De buurtploegen verdwijnen volgend jaar.", "structure-1")

MEETING = MeetingRef(
    DOCUMENT,
    f"{BASE}document/{DOCUMENT}",
    "Verslag Veiligheidsoverleg Waterrand 14 maart 2024",
    "Veiligheidsoverleg Waterrand",
    "2024-03-14",
    "overleg.txt",
    6,
)
RULE = RuleRef("likely_lead", "Licht het thema telkens toe, en niemand anders doet dat.")


def _portfolio(theme: str | None, answer: str, *found: Evidence, holder: str | None = None) -> PortfolioRow:
    slug = theme.lower().replace(" ", "-") if theme else None
    person = f"{BASE}person/{holder.lower().replace('. ', '-')}" if holder else ""
    seen = Holder(holder, "holder", None, None, "2024-03-14", "2024-03-14", person) if holder else None
    return PortfolioRow(
        theme,
        f"{BASE}theme/{slug}" if slug else None,
        theme != "Verkeer",
        "Veiligheidsoverleg Waterrand",
        answer,
        (seen,) if seen else (),
        RULE if answer == "inferred" else None,
        "A. de Boer" if answer == "vacant" else None,
        "iemand uit dit overleg" if answer == "vacant" else None,
        0 if answer == "vacant" else None,
        found,
        f"{BASE}portfolio/{slug}",
        f"{BASE}body/veiligheidsoverleg-waterrand",
    )


PORTFOLIOS = (
    _portfolio("Jeugdoverlast", "vacant", ASKED),
    _portfolio("Ondermijning", "stated", HELD, holder="M. Visser"),
    _portfolio("Havens", "inferred", SPOKE, holder="P. Jansen"),
    _portfolio("Zorg", "not_named"),
    _portfolio(None, "theme_not_named", HELD, holder="M. Visser"),
    _portfolio("Evenementen", "contradicted", PRESENT, ABSENT, holder="P. Jansen"),
    _portfolio("Verkeer", "not_named"),
)

NOT_NAMED = Cell("not_named", None, ())
COVERAGE = (
    CoverageRow(
        "Jeugdoverlast",
        "Veiligheidsoverleg Waterrand",
        Cell("vacant", None, (ASKED,)),
        Cell("missing", None, (MISSED,)),
        NOT_NAMED,
        NOT_NAMED,
    ),
    CoverageRow(
        "Ondermijning",
        "Veiligheidsoverleg Waterrand",
        Cell("stated", "M. Visser", (HELD,)),
        NOT_NAMED,
        NOT_NAMED,
        NOT_NAMED,
    ),
)


def _gap(rule: str, kind: str, title: str, severity: str, source: str, *found: Evidence) -> Gap:
    return Gap(
        rule,
        kind,
        title,
        source == "said",
        severity,
        title,
        f"Uitleg bij {title}.",
        "2024-03-14",
        found,
        "Spreek af wie.",
    )


GAPS = (
    _gap("vacant-portfolio", "vacant", "Jeugdoverlast is vacant", "high", "said", ASKED),
    _gap("missing-structure", "structure_missing", "Geen stuurgroep Jeugdoverlast", "high", "said", MISSED),
    _gap("attendance", "information_gap", "P. Jansen aanwezig en afwezig", "medium", "said", PRESENT, ABSENT),
    _gap("no-holder", "no_holder_named", "Zorg: geen houder genoemd", "low", "concluded"),
)

TOGETHER = RuleRef("one_promise", "Gaat over hetzelfde, en er is geen andere die even goed past.")


def _promise(text: str, status: str, *owners: str, due: Due | None = None, after: str = "") -> PromiseRow:
    made = PromiseEvent("2023-11-09", "made", (SPOKE,))
    later = (PromiseEvent("2024-03-14", after, (HELD, MISSED)),) if after else ()
    return PromiseRow(
        text,
        " en ".join(owners) or None,
        due,
        "2023-11-09",
        "Veiligheidsoverleg Waterrand",
        status,
        "2024-03-14" if status == "closed" else None,
        (made, *later),
        made.evidence,
        owners,
        "2024-02-01" if status == "overdue" else None,
        TOGETHER if later else None,
        iri=f"{BASE}promise/{status}",
    )


PROMISES = (
    _promise(
        "Een kaart van de havens", "forgotten", "P. Jansen", due=Due("vóór 1 januari", None, "2023-12-31")
    ),
    _promise("Een brief aan de raad", "overdue", due=Due("in januari", "2024-01-01", "2024-01-31")),
    _promise("Een rooster", "running_out", "M. Visser", due=Due("na de zomer", "2023-09-01", None)),
    _promise("Het jaarplan", "postponed", "A. de Boer", "M. Visser", after="postponed"),
    _promise(f"Een folder {HOSTILE}", "open", "A. de Boer", due=Due("z.s.m.", None, None)),
    _promise("Een lijst met namen", "closed", "P. Jansen", after="closed"),
    _promise("Een proef", "dropped", "P. Jansen", after="dropped"),
)

BODY = f"{BASE}body/"


def node(  # noqa: PLR0913 - a row, written out
    name: str,
    column: str,
    status: str = "existing",
    *,
    kind: str = "consultation",
    holder: str | None = None,
    answer: str | None = None,
    note: str | None = None,
    found: tuple[Evidence, ...] = (),
) -> MapNode:
    iri = BODY + name.lower().replace(" ", "-")
    return MapNode(iri, name, column, kind, "overleg", status, holder, answer, note, found)


def edge(source: str, target: str, label: str = "hoort bij", status: str = "existing") -> MapEdge:
    def to_iri(name: str) -> str:
        return BODY + name.lower().replace(" ", "-")

    return MapEdge(to_iri(source), to_iri(target), "part_of", label, status, ())


MAP = GovernanceMap(
    nodes=(
        node("Eenheid Midden", "unit"),
        node("Eenheidsleiding", "unit"),
        node("Veiligheidsoverleg", "district"),
        node("buurtploegen", "district", "ending", note="verdwijnt (aangekondigd)", found=(ENDING,)),
        node("stuurgroep Jeugdoverlast", "region", "missing", kind="steering_group", found=(MISSED,)),
        *(node(f"basisteam {name}", "local", kind="basisteam") for name in ("Noord", "Oost", "Zuid", "West")),
        node("Jeugdoverlast", "theme", "vacant", kind="theme", holder="vacant", answer="vacant"),
        node("Ondermijning", "theme", kind="theme", holder="M. Visser", answer="stated", found=(HELD,)),
        node("Havens", "theme", kind="theme", holder="P. Jansen", answer="inferred"),
        node("Zorg", "theme", kind="theme", holder=None, answer="not_named"),
    ),
    edges=(
        edge("Eenheidsleiding", "Eenheid Midden"),
        edge("Veiligheidsoverleg", "Eenheid Midden"),
        edge("buurtploegen", "Veiligheidsoverleg"),
        edge("stuurgroep Jeugdoverlast", "Jeugdoverlast", "mist", "missing"),
        edge("Veiligheidsoverleg", "Ondermijning", "bespreekt"),
        edge("Veiligheidsoverleg", "Havens", "bespreekt"),
        *(edge(f"basisteam {name}", "Eenheid Midden") for name in ("Noord", "Oost", "Zuid", "West")),
    ),
)

OVERVIEW = Overview(
    "2024-03-14",
    (MEETING,),
    (
        Figure("known", "portefeuilles met een genoemde houder", 1, "portefeuilles", "stated"),
        Figure("open", "portefeuilles vacant", 1, "portefeuilles", "vacant"),
        Figure("open", "hiaten met hoge ernst", 2, "hiaten", "high"),
        Figure("contradictory", "tegenstrijdigheden", 1, "hiaten", "information_gap"),
    ),
)


def _mark(found: Evidence, kind: str, label: str, summary: str, certainty: str = "stated") -> FactMark:
    return FactMark(found.fact, kind, label, certainty, summary, found.start, found.end)


STORED = StoredDocument(
    MEETING,
    (),
    "09:00",
    None,
    "Raadzaal",
    TEXT,
    (
        AgendaEntry("1", "Opening", TEXT.index("1. Opening"), TEXT.index("2. Onder")),
        AgendaEntry("2", "Ondermijning", TEXT.index("2. Onder"), TEXT.index("3. Jeugd")),
        AgendaEntry("3", None, TEXT.index("3. Jeugd"), TEXT.index("4. Rond")),
        AgendaEntry("4", "Rondvraag", TEXT.index("4. Rond"), len(TEXT)),
    ),
    (
        _mark(HELD, "portfolio", "portefeuille", "M. Visser is portefeuillehouder Ondermijning"),
        _mark(ASKED, "portfolio", "portefeuille", "Portefeuille Jeugdoverlast is vacant"),
        _mark(MISSED, "missing", "ontbrekend", "Gemist: stuurgroep bij Jeugdoverlast"),
        _mark(SPOKE, "statement", "uitspraak", "P. Jansen licht Havens toe"),
        _mark(PRESENT, "conflict", "tegenstrijdigheid", "P. Jansen aanwezig en afwezig"),
        _mark(ABSENT, "conflict", "tegenstrijdigheid", "P. Jansen aanwezig en afwezig"),
    ),
    ((TEXT.index(HOSTILE), TEXT.index(HOSTILE) + len(HOSTILE)),),
    "public",
    "decision_list",
    "concept",
    9,
    6,
)

QUERIES = (
    QueryInfo(
        "portfolios",
        "Wie heeft welke portefeuille?",
        "Elke portefeuille met de houder.",
        (("asOf", "de peildatum"),),
        ("theme", "holder"),
        "SELECT ?theme ?holder WHERE { ?p ?q ?theme } LIMIT 10",
    ),
    QueryInfo("themes", "Welke thema's zijn er?", "Alle thema's.", (), ("theme",), "SELECT ?theme WHERE {}"),
)

TABLE = Table(
    ("theme", "holder"), (("Ondermijning", "M. Visser"), (HOSTILE, None)), truncated=False, milliseconds=3.2
)


def _bar(answer: str, label: str, who: str | None, *found: Evidence, stated: bool = False) -> Bar:
    first = found[0] if found else None
    seen = "2024-03-14" if who else None
    return Bar(
        answer, label, who, "2023-11-09", stated, end=None, end_stated=False, last_seen=seen, evidence=first
    )


_BODY = "Veiligheidsoverleg Waterrand"
LANES = (
    Lane(_BODY, "portfolio", "Ondermijning", (_bar("stated", "genoemd", "M. Visser", HELD, stated=True),)),
    Lane(_BODY, "portfolio", HOSTILE, (_bar("vacant", "vacant", None, ASKED),)),
    Lane(_BODY, "portfolio", "Havens", (_bar("contradicted", "tegenstrijdig", "P. Jansen", SPOKE),)),
    Lane("Waterrand", "role", "burgemeester", (_bar("held", "bezet", "A. de Boer"),)),
    Lane(None, "body", "de buurtploegen", (_bar("ending", "eindigend", None, ENDING),)),
)


def _change(kind: str, sentence: str, body: str | None, *found: Evidence) -> Change:
    return Change(kind, sentence, None, sentence, "2024-03-14", sentence, found, body, f"{BASE}{kind}/1")


CHANGES = (
    _change("portfolio", "Portefeuillehouder Ondermijning is M. Visser.", _BODY, HELD),
    _change("vacancy", f"De portefeuille {HOSTILE} is vacant.", _BODY, ASKED),
    _change("body", "De buurtploegen houden op te bestaan.", "de buurtploegen", ENDING),
)


VISSER = ThingRef(f"{BASE}person/m-visser", "person", "M. Visser", "2023-11-09")
COUNCIL = ThingRef(
    f"{BASE}body/veiligheidsoverleg-waterrand", "body", _BODY, "2023-11-09", "overleg, district"
)
HARBOURS = ThingRef(f"{BASE}theme/havens", "theme", "Havens", "2023-11-09")
LATER = ThingRef(f"{BASE}theme/later", "theme", "Later", "2025-01-01")
THINGS = (VISSER, COUNCIL, HARBOURS)
KNOWN = tuple(Thing(ref, (HOSTILE,)) for ref in (*THINGS, LATER))
CONCERNING = frozenset(row.iri for row in PROMISES)
SPOKEN = (Spoken(MEETING, (Said("statement", "uitspraak", None, MISSED),), SPOKE),)
ATTENDEES = (
    Attendee("M. Visser", VISSER.iri, ("present",), ("voorzitter",), HOSTILE, (HELD,)),
    Attendee("P. Jansen", None, ("present", "absent"), (), None, (PRESENT, ABSENT)),
)
ANSWER = Answer(
    "Wie is portefeuillehouder Ondermijning?",
    Understood("portfolios", {"thema": "Ondermijning"}),
    "answered",
    "M. Visser is portefeuillehouder Ondermijning.",
    ({"theme": "Ondermijning", "body": "Waterrand", "answer": "stated", "holder": "M. Visser"},),
    "stated",
    (HELD,),
    "SELECT * WHERE { ?s ?p ?o }",
    (),
    "2024-03-14",
    ("M. Visser is portefeuillehouder Ondermijning.",),
)
HITS = Hits(
    (
        Hit(
            DOCUMENT, HELD.start, HELD.end, "", HELD.quote, HOSTILE, ((10, 29),), ("M. Visser",),
            "Ondermijning", "Waterrand", "2024-03-14", closed=False,
        ),
    ),
    1,
    1,
)  # fmt: skip
