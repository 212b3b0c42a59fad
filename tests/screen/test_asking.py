"""The pages Vraag and Zoeken over the customer's minutes: what is on the screen, and what is kept from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser
from streamlit.testing.v1 import AppTest

from graph import answers, questions
from graph.screen import answer_card, hits, wording
from graph.screen import wording_asking as words
from tests.screen import invented, read_back
from tests.screen.conftest import Open

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)> wie gaat er over zorg?",
    '"><svg onload=alert(1)>',
    "![](http://buiten.example/p.png)",
    "[klik](javascript:alert(1)) **vet** `code` :material/home: $x^2$ :red[rood]",
    "{{7*7}} ${7*7} {% raw %}",
    "wie is de voorzitter? " * 500,
    "x" * 10_000,
    "😀🔥👩‍👩‍👧‍👦",
    "\u202egnaleid tfeeh eiw\u202c \u2066wie\u2069",
    "مَن المسؤول؟",
    "a\x00b\x07c",
    "SELECT * WHERE { ?s ?p ?o } ; DROP ALL",
    "&lt;b&gt; &amp;amp;",
]
HOSTILE_IDS = [str(number) for number in range(len(HOSTILE))]
_ALLOWED = {"html", "head", "body", "header", "section", "h1", "h2", "h3", "p", "span", "a", "ul", "ol", "li",
            "bdi", "figure", "blockquote", "figcaption", "mark", "div", "strong", "table", "thead", "tbody",
            "tr", "th", "td", "script"}  # fmt: skip


def _ask(open_real: Open, question: str) -> AppTest:
    return open_real("vraag", vraag=question)


def test_an_answer_says_how_sure_it_is_and_leads_to_its_sentence(open_real: Open) -> None:
    app = _ask(open_real, "Wie gaat er over ex-detentie?")
    page = LexborHTMLParser(read_back.html(app))
    said = page.css_first(".wge-answer")
    assert said is not None
    assert "De portefeuille Ex-detentie in DVO is vacant" in said.text()
    assert "Genoemd" in said.text()
    assert "Stand op 20 april 2023" in said.text()
    first = page.css("figure.wge-quote")[0]
    assert "Dhr. Welman vraagt om een portefeuillehouder Ex-detentie." in first.text()
    assert "P. Welman · DVO · 20 april 2023" in first.text()
    places = {link.text(): link.attributes["href"] for link in first.css("a")}
    assert places["P. Welman"] == "persoon?sleutel=p-welman"
    assert places["DVO"] == "orgaan?sleutel=dvo"
    named = {link.text(): link.attributes["href"] for link in said.css("a")}
    assert named["Ex-detentie"] == "onderwerp?sleutel=ex-detentie"
    target = first.css_first("a[href^=verslag]")
    assert target is not None
    assert (target.attributes["href"] or "").startswith("verslag?document=dvo-2023-04-20&feit=")
    assert "plek=4595-4652" in (target.attributes["href"] or "")
    assert words.THE_QUERY in [each.label for each in app.expander]


def test_what_is_not_in_the_minutes_looks_otherwise_than_an_answer(open_real: Open) -> None:
    shown = read_back.text(_ask(open_real, "Hoeveel meldingen waren er?"))
    assert words.HEADINGS["nearest"] in shown
    assert words.SENTENCES["nearest"] in shown
    assert words.HEADINGS["answer"] not in shown
    assert "Genoemd" not in shown


def test_a_question_that_is_not_understood_offers_three_that_are(open_real: Open) -> None:
    app = _ask(open_real, "Hoe zwaar weegt een olifant?")
    assert words.HEADINGS["not_understood"] in read_back.text(app)
    asked = [query for page, query in read_back.links(app) if page.endswith("vraag")]
    assert len(asked) == 3
    assert ("zoeken", "woorden=Hoe+zwaar+weegt+een+olifant%3F") in read_back.links(app)


def test_an_english_question_is_answered_in_english_on_a_dutch_page(open_real: Open) -> None:
    page = LexborHTMLParser(
        read_back.html(_ask(open_real, "Who asked for a portfolio holder for ex-detentie?"))
    )
    said = page.css_first(".wge-said")
    assert said is not None
    assert said.attributes["lang"] == "en"
    assert words.SENTENCES["answer"] in (page.body.text() if page.body else "")


def test_the_empty_page_offers_questions_that_can_be_answered(open_real: Open) -> None:
    app = open_real("vraag")
    assert words.EXAMPLES in read_back.text(app)
    asked = [query for page, query in read_back.links(app) if page.endswith("vraag")]
    assert "vraag=Welke+portefeuilles+zijn+vacant%3F" in asked


def test_sending_the_form_puts_the_question_into_the_address(open_real: Open) -> None:
    app = open_real("vraag")
    app.text_input(key="asked-question").input("Wie gaat er over ex-detentie?")
    app.button[0].click().run()
    assert app.query_params["vraag"] == "Wie gaat er over ex-detentie?"
    assert "is vacant" in read_back.text(app)


@pytest.mark.parametrize("page", ["vraag", "zoeken"])
def test_a_person_discussed_as_a_case_is_on_neither_screen_nor_address(
    open_real: Open, page: str, case_person: str
) -> None:
    name = {"vraag": "vraag", "zoeken": "woorden"}[page]
    app = open_real(page, **{name: f"Wat is er gezegd over de casus van {case_person}?"})
    assert read_back.sound(app)
    assert case_person not in read_back.everything(app)
    assert case_person not in str(app.query_params[name])
    app.text_input[0].input(f"de casus {case_person}")
    app.button[0].click().run()
    assert case_person not in read_back.everything(app)
    assert case_person not in str(app.query_params[name])


@pytest.mark.parametrize("question", HOSTILE, ids=HOSTILE_IDS)
@pytest.mark.parametrize(("page", "name"), [("vraag", "vraag"), ("zoeken", "woorden")])
def test_hostile_words_are_shown_as_they_are(open_real: Open, page: str, name: str, question: str) -> None:
    app = open_real(page, **{name: question})
    assert read_back.sound(app)
    tree = LexborHTMLParser(read_back.html(app))
    tags = {node.tag for node in tree.css("*")}
    assert tags <= _ALLOWED, tags - _ALLOWED
    assert not [node for node in tree.css("*") if any(key.startswith("on") for key in node.attributes)]
    assert "alert(1)" not in "".join(node.text() for node in tree.css("script"))
    assert app.text_input[0].value == questions.masked(question)[: 1000 if page == "vraag" else 300]


def test_two_readings_are_offered_and_none_is_chosen() -> None:
    question = "Wat zei <b>De Boer</b>?"
    answer = replace(
        invented.ANSWER,
        status="ambiguous",
        answer="Wie of wat bedoelt u met «De Boer»: A. de Boer of <b>M. de Boer</b>?",
        evidence=(),
        certainty=None,
        sentences=(),
        alternatives=(questions.Alternative(question),),
    )
    card = answer_card.card(answer)
    assert words.HEADINGS["ambiguous"] in card
    assert "wge-answer-ambiguous" in card
    assert "<b>" not in card


@pytest.mark.parametrize(
    ("certainty", "rows", "word"),
    [
        ("stated", ({"answer": "stated"},), "Genoemd"),
        ("inferred", ({"answer": "inferred"},), "Afgeleid"),
        ("mixed", ({"answer": "stated"}, {"answer": "inferred"}), "Gemengd"),
        ("stated", ({"answer": "contradicted"},), "Tegenstrijdig"),
    ],
)
def test_certainty_is_said_in_words(certainty: str, rows: tuple[dict[str, str], ...], word: str) -> None:
    card = answer_card.card(replace(invented.ANSWER, certainty=certainty, rows=rows))
    others = {meaning for meaning, _ in words.CERTAINTIES.values()} - {word}
    assert word in card
    assert not [other for other in others if other in card]


def test_what_a_person_decided_is_not_said_to_be_in_the_minutes() -> None:
    decided = replace(invented.HELD, decision="add", speaker="G. Griffier", document="besluit-b-000000000000")
    card = answer_card.card(replace(invented.ANSWER, evidence=(decided,)))
    assert words.DECIDED in card
    assert "Genoemd" not in card
    assert words.FROM_A_PERSON in answer_card.sentence(decided, {})


def test_several_rows_are_a_table_in_dutch(open_real: Open) -> None:
    page = LexborHTMLParser(read_back.html(_ask(open_real, "Wie was het vaakst afwezig?")))
    assert [cell.text() for cell in page.css("th")] == ["Naam", "Aantal"]
    assert ["H. Broekhuizen", "1"] in [
        [cell.text() for cell in row.css("td")] for row in page.css("tbody tr")
    ]


def test_search_marks_the_words_and_leads_to_the_place(open_real: Open) -> None:
    app = open_real("zoeken", woorden="arbeidsmigrant")
    page = LexborHTMLParser(read_back.html(app))
    assert "arbeidsmigranten" in [mark.text() for mark in page.css("mark")]
    assert "20 april 2023" in page.css("ol.wge-hits li")[0].text()
    link = page.css_first("ol.wge-hits a")
    assert link is not None
    assert (link.attributes["href"] or "").startswith("verslag?document=dvo-2023-04-20&plek=")


def test_search_says_when_no_sentence_has_all_of_the_words(open_real: Open) -> None:
    shown = read_back.text(open_real("zoeken", woorden="mensenhandel Hengelo meldingen"))
    assert words.NONE_WITH_ALL in shown
    assert words.NO_HITS in read_back.text(open_real("zoeken", woorden="maanlanding"))
    assert words.START_SEARCHING in read_back.text(open_real("zoeken"))


def test_search_is_kept_to_the_years_that_are_chosen(open_real: Open) -> None:
    app = open_real("zoeken", woorden="mensenhandel", vanaf="2023", overleg="DVO")
    assert LexborHTMLParser(read_back.html(app)).css("mark")
    assert wording.NOWHERE not in read_back.text(app)


def test_a_store_without_an_index_says_so(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "can_search", lambda _snapshot: False)
    app = open_page("zoeken", woorden="zorg")
    assert words.NO_INDEX in read_back.text(app)
    assert not app.text_input


def test_marks_lie_where_they_were_found_and_text_is_escaped() -> None:
    found = hits.marked("<b>zorg</b> en zorg", ((3, 7), (15, 19)))
    assert found == "<span>&lt;b&gt;<mark>zorg</mark>&lt;/b&gt; en <mark>zorg</mark></span>"


def test_the_overview_leads_to_the_answer(open_real: Open) -> None:
    app = open_real("overzicht")
    app.text_input(key="asked-question").input("Wie gaat er over ex-detentie?")
    app.button[0].click().run()
    assert "<h1>Vraag</h1>" in read_back.html(app)
    assert "is vacant" in read_back.text(app)
