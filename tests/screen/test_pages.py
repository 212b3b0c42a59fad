from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from graph import answers
from graph.screen import wording, wording_promises, wording_time
from tests.screen import fake_answers, invented, read_back
from tests.screen.conftest import Open

CASE_PERSON = "Jantje P."
PARAMETERS = {
    "vraag": (),
    "overzicht": (),
    "portefeuilles": ("antwoord", "thema", "overleg", "wie"),
    "bestuurskaart": (),
    "hiaten": ("ernst", "soort", "regel", "bron"),
    "toezeggingen": ("stand", "overleg", "wie"),
    "tijdlijn": ("overleg", "soort"),
    "veranderd": ("van", "tot"),
    "verslag": ("document", "feit", "plek"),
    "zoeken": ("overleg", "vanaf", "tot-en-met"),
    "sparql": ("zoekvraag",),
}
ADDRESSES = [(page, name) for page, names in PARAMETERS.items() for name in ("peildatum", *names)]
HOSTILE_VALUES = [
    CASE_PERSON,
    f"<script>alert('{CASE_PERSON}')</script>",
    f"{CASE_PERSON} ' OR 1=1 -- }} DROP ALL",
    CASE_PERSON + "x" * 5000,
]


@pytest.mark.parametrize("page", wording.TITLES)
def test_every_page_opens_with_its_heading(open_page: Open, page: str) -> None:
    app = open_page(page)
    assert read_back.sound(app)
    assert f"<h1>{wording.TITLES[page]}</h1>" in read_back.html(app)
    assert wording.NOWHERE not in read_back.text(app)
    assert not app.markdown  # a bare string in the script of a page would be shown


@pytest.mark.parametrize("page", wording.TITLES)
def test_headings_skip_no_level(open_page: Open, page: str) -> None:
    found = LexborHTMLParser(read_back.html(open_page(page))).css("h1, h2, h3, h4")
    levels = [int((node.tag or "h0")[1]) for node in found]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("value", HOSTILE_VALUES, ids=["name", "script", "query", "long"])
@pytest.mark.parametrize(("page", "name"), ADDRESSES)
def test_a_hostile_address_gives_a_neutral_line_and_is_never_repeated(
    open_page: Open, page: str, name: str, value: str
) -> None:
    app = open_page(page, **{name: value})
    assert read_back.sound(app)
    assert wording.NOWHERE in read_back.text(app)
    assert CASE_PERSON not in read_back.everything(app)


def test_the_overview_shows_what_is_known_open_and_contradictory_each_as_a_link(open_page: Open) -> None:
    app = open_page()
    shown = read_back.text(app)
    assert all(title in shown for title in wording.GROUPS.values())
    queries = {(page.rsplit("/", 1)[-1], query) for page, query in read_back.links(app)}
    assert ("portefeuilles", "antwoord=vacant") in queries
    assert ("hiaten", "ernst=high") in queries
    assert ("hiaten", "soort=information_gap") in queries
    assert "14 maart 2024" in shown


def test_portfolios_say_who_or_why_nobody(open_page: Open) -> None:
    app = open_page("portefeuilles")
    shown = read_back.text(app)
    assert "Gevraagd door A. de Boer: iemand uit dit overleg" in shown
    assert invented.RULE.reason in shown
    assert invented.ASKED.quote in shown
    assert "feit=portfolio-2" in str(read_back.links(app))
    cards = LexborHTMLParser(read_back.html(app)).css("article")
    titles = [title.text() for card in cards if (title := card.css_first("h3"))]
    assert titles[0] == "Jeugdoverlast"
    assert "Verkeer" not in titles  # a mere topic, folded below


def test_an_inferred_holder_is_never_shown_as_said(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("portefeuilles", antwoord="inferred")))
    cards = page.css("article")
    assert len(cards) == 1
    assert "Waarschijnlijk" in cards[0].text()
    assert wording.ANSWERS["stated"] not in cards[0].text()


def test_a_theme_in_the_address_shows_that_theme_alone(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("portefeuilles", thema="havens")))
    assert [title.text() for title in page.css("article h3")] == ["Havens"]


def test_a_body_or_person_in_the_address_shows_theirs_alone_and_says_so(open_page: Open) -> None:
    for parameters in ({"wie": "m-visser"}, {"wie": "m-visser", "overleg": "veiligheidsoverleg-waterrand"}):
        page = LexborHTMLParser(read_back.html(open_page("portefeuilles", **parameters)))
        titles = [title.text() for title in page.css("article h3")]
        assert titles == ["Ondermijning", wording.NO_THEME]
        assert "Hier staat alleen: " in page.css(".wge-notice")[-1].text()
        assert "M. Visser" in page.css(".wge-notice")[-1].text()


def test_promises_that_are_not_done_can_be_asked_for_together(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("toezeggingen", stand="pending", wie="P. Jansen")))
    assert [title.text() for title in page.css("article h3")] == ["Een kaart van de havens"]


def test_the_matrix_has_every_cell_in_words(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("portefeuilles")))
    rows = page.css("table.wge-matrix tbody tr")
    assert len(rows) == len(invented.COVERAGE)
    assert "Vacant" in rows[0].text()
    assert "Ontbreekt" in rows[0].text()
    assert all(cell.text().strip() for row in rows for cell in row.css("td"))


def test_gaps_tell_what_the_minutes_say_from_what_a_rule_concludes(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("hiaten")))
    cards = {card.css("h3")[0].text(): card.text() for card in page.css("article")}
    assert wording.STATED in cards["Jeugdoverlast is vacant"]
    assert wording.CONCLUDED in cards["Zorg: geen houder genoemd"]
    assert "Ernst: hoog" in cards["Jeugdoverlast is vacant"]


@pytest.mark.parametrize(
    ("parameter", "value", "count"),
    [("ernst", "high", 2), ("soort", "vacant", 1), ("bron", "regel", 1), ("regel", "attendance", 1)],
)
def test_gaps_can_be_filtered_from_the_address(
    open_page: Open, parameter: str, value: str, count: int
) -> None:
    page = LexborHTMLParser(read_back.html(open_page("hiaten", **{parameter: value})))
    assert len(page.css("article")) == count


def test_choosing_a_severity_filters_and_goes_into_the_address(open_page: Open) -> None:
    app = open_page("hiaten")
    box = next(box for box in app.selectbox if box.label == wording.SEVERITY)
    box.select("low").run()
    assert read_back.sound(app)
    assert len(LexborHTMLParser(read_back.html(app)).css("article")) == 1
    assert app.query_params["ernst"] == "low"


def test_of_very_many_gaps_the_first_are_shown_and_more_when_asked(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(replace(invented.GAPS[0], finding=f"urn:finding:{number}") for number in range(120))
    monkeypatch.setattr("graph.answers.gap_list", lambda *_: many)
    app = open_page("hiaten")
    assert len(LexborHTMLParser(read_back.html(app)).css("article")) == 50
    (more,) = (button for button in app.button if "50 van 120" in button.label)
    more.click().run()
    assert read_back.sound(app)
    assert len(LexborHTMLParser(read_back.html(app)).css("article")) == 100


def test_promises_that_ask_for_attention_come_first_and_what_is_over_comes_apart(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("toezeggingen")))
    titles = [title.text() for title in page.css("article h3")]
    assert [title.split(" <")[0] for title in titles] == [
        row.text.split(" <")[0] for row in invented.PROMISES
    ]
    sections = [title.text() for title in page.css("h2")]
    assert sections == ["Te laat of vergeten 2", "Termijn loopt 1", "Open 2", "Afgehandeld of vervallen 2"]


def test_a_promise_says_who_by_when_and_what_became_of_it(open_page: Open) -> None:
    cards = LexborHTMLParser(read_back.html(open_page("toezeggingen"))).css("article")
    told = {title.text(): card for card in cards if (title := card.css_first("h3"))}
    late, rooster, plan = (told[name] for name in ("Een brief aan de raad", "Een rooster", "Het jaarplan"))
    assert wording_promises.NOBODY_PROMISED in late.text()
    assert "Ook ter sprake op 1 februari 2024" in late.text()
    assert "Termijn: “na de zomer”: vanaf 1 september 2023" in rooster.text()
    assert "A. de Boer en M. Visser" in plan.text()
    assert "Termijn: niet genoemd" in plan.text()
    assert invented.TOGETHER.reason in plan.text()
    steps = [step.text() for step in plan.css("ol li")]
    assert steps[0].startswith("9 november 2023: toegezegd")
    assert steps[1].startswith("14 maart 2024: uitgesteld")
    links = [link.attributes.get("href") or "" for link in plan.css("ol a")]
    assert "feit=statement-1" in links[0]
    assert "feit=portfolio-1" in links[1]


@pytest.mark.parametrize(
    ("parameter", "value", "count"),
    [("stand", "forgotten", 1), ("stand", "closed", 1), ("wie", "M. Visser", 2), ("wie", "P. Jansen", 3),
     ("wie", "niemand", 1), ("overleg", "Veiligheidsoverleg Waterrand", 7)],
)  # fmt: skip
def test_promises_can_be_filtered_from_the_address(
    open_page: Open, parameter: str, value: str, count: int
) -> None:
    page = LexborHTMLParser(read_back.html(open_page("toezeggingen", **{parameter: value})))
    assert len(page.css("article")) == count


def test_of_very_many_promises_the_first_are_shown_and_more_when_asked(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(replace(invented.PROMISES[0], iri=f"urn:promise:{number}") for number in range(120))
    monkeypatch.setattr("graph.answers.ledger", lambda *_: many)
    app = open_page("toezeggingen")
    assert len(LexborHTMLParser(read_back.html(app)).css("article")) == 50
    assert "Te laat of vergeten 120" in [
        title.text() for title in LexborHTMLParser(read_back.html(app)).css("h2")
    ]
    (more,) = (button for button in app.button if "50 van 120" in button.label)
    more.click().run()
    assert read_back.sound(app)
    assert len(LexborHTMLParser(read_back.html(app)).css("article")) == 100


def test_choosing_an_owner_filters_and_goes_into_the_address(open_page: Open) -> None:
    app = open_page("toezeggingen")
    box = next(box for box in app.selectbox if box.label == wording_promises.PROMISE_OWNER)
    box.select("M. Visser").run()
    assert read_back.sound(app)
    assert len(LexborHTMLParser(read_back.html(app)).css("article")) == 2
    assert app.query_params["wie"] == "M. Visser"


def test_the_document_shows_the_linked_fact_on_top_and_in_place(open_page: Open) -> None:
    app = open_page("verslag", document=invented.DOCUMENT, feit="missing-1")
    page = LexborHTMLParser(read_back.html(app))
    box = page.css_first(".wge-chosen-box")
    assert box is not None
    assert "Gemist: stuurgroep bij Jeugdoverlast" in box.text()
    places = page.css("#gekozen")
    assert len(places) == 1
    assert "Zij mist een stuurgroep bij jeugdoverlast." in places[0].text()


def test_a_fact_with_two_places_opens_at_the_place_in_the_address(open_page: Open) -> None:
    place = f"{invented.ABSENT.start}-{invented.ABSENT.end}"
    page = LexborHTMLParser(read_back.html(open_page("verslag", feit="conflict-1", plek=place)))
    chosen = page.css_first("#gekozen")
    assert chosen is not None
    assert "Afwezig: P. Jansen" in chosen.text()


def test_the_text_of_a_document_stays_text(open_page: Open) -> None:
    app = open_page("verslag")
    page = LexborHTMLParser(read_back.html(app))
    assert not page.css("img")
    shown = page.css_first(".wge-text")
    assert shown is not None
    assert invented.HOSTILE in shown.text()
    assert not app.markdown


def test_unread_sentences_are_shown_on_request(open_page: Open) -> None:
    app = open_page("verslag")
    assert "wge-unread" not in read_back.html(app)
    app.toggle[0].set_value(True).run()
    assert "wge-unread" in read_back.html(app)


def test_the_document_tells_what_it_is_and_how_much_of_it_was_read(open_page: Open) -> None:
    page = read_back.html(open_page("verslag"))
    assert "Besluitenlijst, concept · " in page
    assert "In 6 van de 9 zinnen is iets gelezen." in page


def test_the_facts_stand_beside_the_text_by_kind_and_each_leads_to_its_place(open_page: Open) -> None:
    app = open_page("verslag")
    app.button_group[0].set_value([]).run()  # nothing is highlighted: facts still lead to their places
    page = LexborHTMLParser(read_back.html(app))
    assert not page.css(".wge-text mark")
    told = {part.css("summary")[0].text(): part for part in page.css("details.wge-facts")}
    assert list(told) == ["Tegenspraak 1", "Wat gemist wordt 1", "Portefeuilles 2", "Wie wat zei 1"]
    portfolios = [line.text() for line in told["Portefeuilles 2"].css("li")]
    assert portfolios == [
        "M. Visser is portefeuillehouder Ondermijning",
        "Portefeuille Jeugdoverlast is vacant",
    ]
    assert "“Dhr. Jansen licht het plan Havens toe.”" in told["Wie wat zei 1"].text()
    targets = [(link.attributes["href"] or "")[1:] for link in page.css("details.wge-facts a")]
    assert len(targets) == len(invented.STORED.marks)  # of the contradiction both places
    assert all(len(page.css(f"[id='{target}']")) == 1 for target in targets)


def test_the_text_leads_to_the_meetings_of_the_same_body_before_and_after(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = replace(invented.MEETING, document="overleg-eerder", date="2023-11-09")
    other = replace(invented.MEETING, document="ander-overleg", date="2024-05-01", body="Ander overleg")
    monkeypatch.setattr(answers, "documents", lambda *_: (earlier, invented.MEETING, other))
    page = LexborHTMLParser(read_back.html(open_page("verslag", document=invented.DOCUMENT)))
    links = page.css("nav.wge-jump a")
    assert [(link.text(), link.attributes["href"]) for link in links] == [
        ("Vorige vergadering: 9 november 2023", "verslag?document=overleg-eerder")
    ]


def test_the_agenda_jumps_to_headings_that_are_there(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("verslag")))
    targets = [(link.attributes["href"] or "")[1:] for link in page.css("nav.wge-agenda a")]
    assert len(targets) == 4
    assert all(page.css_first(f"#{target}") for target in targets)


def test_the_map_by_address_has_the_card_with_the_sentence_beside_it(open_page: Open) -> None:
    row = next(each for each in invented.MAP.nodes if each.evidence)
    page = LexborHTMLParser(read_back.html(open_page("bestuurskaart", focus=row.id.rsplit("/", 1)[-1])))
    card = page.css_first(".wge-map-card")
    assert card is not None
    assert row.label in card.text()
    assert row.evidence[0].quote in card.text()


def test_a_kept_query_runs_and_its_result_is_text(open_page: Open) -> None:
    app = open_page("sparql", zoekvraag="portfolios")
    app.button[0].click().run()
    page = LexborHTMLParser(read_back.html(app))
    assert read_back.sound(app)
    assert "M. Visser" in page.css("table")[0].text()
    assert not page.css("img")
    assert app.get("download_button")


def test_a_refused_query_is_a_message(open_page: Open) -> None:
    app = open_page("sparql")
    app.text_area[0].set_value("DELETE WHERE { ?s ?p ?o }")
    app.button[0].click().run()
    assert read_back.sound(app)
    assert wording.REFUSED in read_back.text(app)


def test_the_date_is_kept_in_the_address_and_in_links(open_page: Open) -> None:
    app = open_page("portefeuilles", peildatum="2023-11-09")
    assert app.selectbox(key="chosen-date").value == "2023-11-09"
    assert "Stand op 9 november 2023" in read_back.text(app)
    assert all("peildatum=2023-11-09" in query for _, query in read_back.links(app))


def test_a_day_between_two_meetings_is_the_state_after_the_first(open_page: Open) -> None:
    app = open_page("portefeuilles", peildatum="2024-01-01")
    assert app.selectbox(key="chosen-date").value == "2023-11-09"


def test_every_page_is_set_to_dutch(open_page: Open) -> None:
    assert 'documentElement.lang = "nl"' in read_back.html(open_page())


def test_a_page_that_fails_gives_a_dutch_line_and_no_traceback(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError(CASE_PERSON)

    monkeypatch.setattr("graph.answers.gap_list", fail)
    monkeypatch.setitem(fake_answers.FUNCTIONS, "gap_list", fail)
    app = open_page("hiaten")
    assert not app.exception
    assert wording.FAILED in read_back.text(app)
    assert CASE_PERSON not in read_back.everything(app)


def test_the_timeline_says_in_words_what_its_bars_show_and_leads_to_the_sentence(open_page: Open) -> None:
    page = LexborHTMLParser(read_back.html(open_page("tijdlijn")))
    lines = {line.text(): line for line in page.css(".wge-line")}
    held = next(line for text, line in lines.items() if text.startswith("M. Visser sinds 9 november 2023"))
    assert "feit=portfolio-1" in (held.attributes["href"] or "")
    assert any(text.startswith("Vacant genoemd vanaf 9 november 2023") for text in lines)
    assert any("Tegenstrijdig" in text for text in lines)
    assert any(text.startswith("Verdwijnt") for text in lines)
    assert len(page.css(".wge-bar-vacant")) >= 1
    cells = [row.text() for row in page.css("table tbody tr")]
    assert len(cells) == len(lines)


def test_the_timeline_shows_one_body_or_kind_where_the_address_says_so(open_page: Open) -> None:
    roles = LexborHTMLParser(read_back.html(open_page("tijdlijn", soort="role")))
    assert [lane.text() for lane in roles.css(".wge-lane h3")] == ["burgemeester Waterrand"]
    body = LexborHTMLParser(read_back.html(open_page("tijdlijn", overleg="Waterrand")))
    assert len(body.css(".wge-lane")) == 1


def test_what_changed_is_told_by_body_with_its_sentence_and_can_be_copied(open_page: Open) -> None:
    app = open_page("veranderd", van="2023-11-09", tot="2024-03-14")
    page = LexborHTMLParser(read_back.html(app))
    first = page.css_first("h2")
    assert first
    assert first.text().startswith("Veiligheidsoverleg Waterrand 2 veranderingen")
    assert any("feit=portfolio-1" in (link.attributes["href"] or "") for link in page.css("li a"))
    (copied,) = app.code
    assert "- Portefeuillehouder Ondermijning is M. Visser." in copied.value
    assert copied.value.startswith("Veranderd tussen 9 november 2023 en 14 maart 2024")


def test_dates_in_the_wrong_order_are_told_and_nothing_is_compared(open_page: Open) -> None:
    app = open_page("veranderd", van="2024-03-14", tot="2023-11-09")
    assert wording_time.WRONG_ORDER in read_back.text(app)
    assert not app.code


def test_a_day_that_is_no_meeting_may_be_asked_for(open_page: Open) -> None:
    app = open_page("veranderd", van="2023-12-01", tot="2024-03-14")
    assert "Veranderd tussen 1 december 2023" in app.code[0].value


def test_with_one_meeting_there_is_nothing_to_compare(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "meeting_dates", lambda *_: ("2024-03-14",))
    app = open_page("veranderd")
    assert wording_time.ONE_MEETING in read_back.text(app)
