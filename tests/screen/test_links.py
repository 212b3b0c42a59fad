"""Names in running text are links to whom or what they stand for, and only where that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from graph.map.outline import Entry
from graph.screen import address, links, map_card
from tests.screen import invented

_ID = "https://w3id.org/wie-gaat-erover/id/"
_NAMED = (
    ("J. Bos", f"{_ID}person/j-bos"),
    ("Zorg", f"{_ID}theme/zorg"),
    ("Zorg en Veiligheid", f"{_ID}theme/zorg-en-veiligheid"),
    ("DVO", f"{_ID}body/dvo"),
    ("Politie", f"{_ID}body/politie"),
    ("Politie", f"{_ID}theme/politie"),
    ("Politie en zorg", f"{_ID}theme/politie-en-zorg"),
    ("voorzitter", f"{_ID}role/voorzitter"),
)


@pytest.fixture(autouse=True)
def _without_a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_raw", lambda _name: None)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("J. Bos is portefeuillehouder Zorg en Veiligheid in DVO.", ["J. Bos", "Zorg en Veiligheid", "DVO"]),
        ("Zorg en zorg, de DVO-leden, A.J. Bos, Zorgfraude en Ex-Zorg", ["Zorg"]),
        ("Politie zegt niets; Politie en zorg wel", ["Politie en zorg"]),
        ("«Zorg bij J. Bos» – J. Bos", ["J. Bos"]),
        ("De voorzitter opent.", []),
        ("<b>DVO</b>", ["DVO"]),
    ],
)
def test_only_a_name_that_one_thing_bears_is_a_link(text: str, linked: list[str]) -> None:
    page = LexborHTMLParser(links.in_text(_NAMED, [text])(text))
    assert [link.text() for link in page.css("a")] == linked
    assert page.body is not None
    assert page.body.text() == text


@given(st.text(alphabet="ZorgDVJ. Bos«»<&-a", max_size=60))
def test_links_change_no_letter(text: str) -> None:
    page = LexborHTMLParser(f"<p>{links.in_text(_NAMED, [text])(text)}</p>")
    assert (page.css_first("p") or page).text() == text


def test_names_on_the_card_of_the_map_lead_to_their_pages() -> None:
    board = invented.MAP
    node = next(each for each in board.nodes if each.label == "Veiligheidsoverleg")
    entry = Entry(node.id, node.label, node.kind, None, "existing", ("samen met buurtploegen",), (), ())
    portfolio = next(each.id for each in board.nodes if each.label == "Havens")
    pages = {portfolio: f"{_ID}theme/havens"}
    page = LexborHTMLParser(map_card.node_card(node, entry, board, None, (), pages))
    targets = {link.text(): link.attributes["href"] for link in page.css("a")}
    assert targets["Veiligheidsoverleg"] == "orgaan?sleutel=veiligheidsoverleg"
    assert targets["Eenheid Midden"] == "orgaan?sleutel=eenheid-midden"
    assert targets["Havens"] == "onderwerp?sleutel=havens"
    assert targets["buurtploegen"] == "orgaan?sleutel=buurtploegen"


def test_both_ends_of_a_line_lead_to_their_pages() -> None:
    edge = invented.MAP.edges[0]
    names = {each.id: each.label for each in invented.MAP.nodes}
    page = LexborHTMLParser(map_card.line_card(edge, names, None))
    assert [link.text() for link in page.css("h2 a")] == ["Eenheidsleiding", "Eenheid Midden"]
