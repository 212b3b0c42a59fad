from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from graph.answers.model import GovernanceMap
from graph.map import boxes, labels, outline, render, style
from graph.map.folding import fold
from graph.map.lanes import with_lanes
from graph.map.layout import Place, lay_out
from graph.map.network import to_network
from graph.map.ordering import crossings
from tests.screen import invented
from tests.screen.invented import edge, node

HOSTILE = '</script><script>alert(1)</script><img src="https://buiten.example/x">href <b>&'


def _big(count: int) -> GovernanceMap:
    nodes = [
        node(f"body {number}", style.COLUMNS[number % 6], kind=f"kind {number}") for number in range(count)
    ]
    edges = [edge(f"body {number}", f"body {(number * 7 + 3) % count}") for number in range(count)]
    return GovernanceMap(tuple(nodes), tuple(edges))


def _drawn(html: str) -> dict[str, Any]:
    """What the page gives the browser to draw; nothing in it can end the element that it stands in."""
    data = re.search(r'<script type="application/json" id="drawn">(.*?)</script>', html)
    assert data is not None
    assert "<" not in data[1]
    found: dict[str, Any] = json.loads(data[1])
    return found


def _overlap(one: Place, other: Place) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2
        and abs(one.y - other.y) < (one.height + other.height) / 2
    )


@pytest.mark.parametrize("board", [invented.MAP, _big(20), _big(150)], ids=["invented", "20", "150"])
def test_no_two_boxes_overlap_and_all_stand_below_the_headings(board: GovernanceMap) -> None:
    places = [place for place in lay_out(with_lanes(to_network(board))).places.values() if place.height]
    assert not any(_overlap(one, other) for one, other in combinations(places, 2))
    assert min(place.y - place.height / 2 for place in places) >= style.HEADING_HEIGHT


@pytest.mark.parametrize("board", [invented.MAP, _big(60)])
def test_rows_keep_their_distance(board: GovernanceMap) -> None:
    places = [place for place in lay_out(with_lanes(to_network(board))).places.values() if place.height]
    columns = {place.x: sorted(p.y for p in places if p.x == place.x) for place in places}
    pitches = [below - above for rows in columns.values() for above, below in pairwise(rows)]
    assert min(pitches) >= 62


def test_no_line_skips_a_column() -> None:
    routed = with_lanes(to_network(_big(40)))
    at = {name: number for number, name in enumerate(style.COLUMNS)}
    columns = dict(routed.nodes(data="column"))
    assert all(abs(at[columns[one]] - at[columns[other]]) <= 1 for one, other in routed.edges)


def test_the_order_of_rows_has_fewer_crossings_than_the_order_given() -> None:
    count = 8
    left = [node(f"left {number}", "unit") for number in range(count)]
    right = [node(f"right {number}", "district") for number in range(count)]
    edges = [edge(f"left {number}", f"right {count - 1 - number}") for number in range(count)]
    network = to_network(GovernanceMap((*left, *right), tuple(edges)))
    places = lay_out(network).places
    order = {
        column: sorted(
            (n for n, at in network.nodes(data="column") if at == column), key=lambda n: places[n].y
        )
        for column in ("unit", "district")
    }
    assert crossings(network, order) == 0


def test_like_bodies_are_one_box_but_all_stand_in_the_list() -> None:
    folded = [row for row in fold(invented.MAP).nodes if row.column == "local"]
    assert [row.label for row in folded] == ["4 × overleg"]
    assert folded[0].note is not None
    assert "basisteam Oost" in folded[0].note
    names = {entry.name for section in outline(invented.MAP) for entry in section.entries}
    assert {"basisteam Noord", "basisteam Oost", "basisteam Zuid", "basisteam West"} <= names


def test_a_big_map_is_cut_but_keeps_vacancies() -> None:
    board = _big(200)
    vacant = replace(board.nodes[-1], status="vacant")
    board = GovernanceMap((*board.nodes[:-1], vacant), ())
    network = to_network(board)
    assert len(network) == style.MAX_NODES
    assert vacant.id in network
    assert "50 vakken staan niet in de tekening" in render(board)


@pytest.mark.parametrize(
    ("status", "holder", "answer", "words"),
    [
        ("existing", "M. Visser", "stated", "M. Visser"),
        ("existing", "M. Visser", "inferred", "waarschijnlijk M. Visser"),
        ("existing", "waarschijnlijk M. Visser", "inferred", "waarschijnlijk M. Visser"),
        ("vacant", None, "vacant", "vacant"),
        ("existing", None, "vacant", "vacant"),
        ("existing", None, "not_named", "niet genoemd"),
        ("existing", "A; B", "contradicted", "tegenstrijdig"),
        ("missing", None, None, "ontbreekt"),
        ("ending", None, None, "verdwijnt"),
        ("announced", None, None, "aangekondigd"),
        ("existing", None, None, None),
    ],
)
def test_a_box_says_in_words_what_its_border_shows(
    status: str, holder: str | None, answer: str | None, words: str | None
) -> None:
    assert boxes.status_words(node("Zorg", "theme", status, holder=holder, answer=answer)) == words


def test_a_vacancy_has_a_dashed_border_and_a_stated_holder_has_not() -> None:
    assert boxes.look(node("x", "theme", "vacant")).dash is not None
    assert boxes.look(node("x", "theme", answer="stated")).dash is None


def test_the_same_rows_give_the_same_page() -> None:
    assert render(invented.MAP) == render(invented.MAP)


def test_the_page_is_dutch_titled_and_fetches_nothing() -> None:
    page = LexborHTMLParser(render(invented.MAP, title="Bestuurskaart op 14 maart 2024"))
    html, title = page.css_first("html"), page.css_first("title")
    assert html is not None
    assert html.attributes["lang"] == "nl"
    assert title is not None
    assert title.text() == "Bestuurskaart op 14 maart 2024"
    assert not page.css("[src], link, a[href], iframe, img, object, embed")
    policy = page.css_first("meta[http-equiv]")
    assert policy is not None
    assert "default-src 'none'" in (policy.attributes["content"] or "")


def test_the_drawing_is_hidden_from_screen_readers_and_the_list_is_not() -> None:
    page = LexborHTMLParser(render(invented.MAP))
    drawing = page.css_first("#map")
    assert drawing is not None
    assert drawing.attributes["aria-hidden"] == "true"
    items = [item.text() for item in page.css("main > ul > li")]
    assert any(item.startswith("Jeugdoverlast: vacant") for item in items)
    assert any("verdwijnt" in item and "buurtploegen" in item for item in items)
    assert len(items) == len(invented.MAP.nodes)


def test_a_hostile_label_is_text_and_nothing_else() -> None:
    rows = GovernanceMap((node(HOSTILE, "unit", note=HOSTILE, holder=HOSTILE, answer="stated"),), ())
    html = render(rows, title=HOSTILE)
    page = LexborHTMLParser(html)
    assert len(page.css("script")) == 3
    assert not page.css("img")
    label = _drawn(html)["nodes"][0]["label"]
    said = "".join(line for line, _ in labels.lines(label))
    assert said.replace("-", "").replace(" ", "") == HOSTILE.replace("-", "").replace(" ", "") * 2
    assert len(re.findall(r"<b>", label)) == sum(bold for _, bold in labels.lines(label))


def test_text_is_never_smaller_than_14_pixels() -> None:
    assert style.FONT_SIZE >= 14
    assert "scale: 1," in render(invented.MAP)


def test_an_empty_map_is_still_a_page() -> None:
    assert style.EMPTY in render(GovernanceMap((), ()))


@pytest.mark.parametrize(
    "text", ["Ondersteuningsteam Ondermijning", "a" * 60, "één twee drie vier vijf zes zeven"]
)
def test_lines_fit_in_their_box(text: str) -> None:
    room = style.BOX_WIDTH - 2 * style.BOX_PADDING
    lines = boxes.wrap(text)
    assert all(boxes.text_width(line) <= room for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")


def test_lines_between_columns_begin_and_end_at_the_sides_that_face_each_other() -> None:
    rows = GovernanceMap((node("left", "unit"), node("right", "district")), (edge("left", "right"),))
    drawn = _drawn(render(rows))
    left, right = (shown["x"] for shown in drawn["nodes"])
    (line,) = drawn["lines"]
    begin, *_, end = re.findall(r"([\d.]+) [\d.]+", line["path"])
    assert float(begin) == left + style.BOX_WIDTH / 2
    assert float(end) == right - style.BOX_WIDTH / 2 == float(begin) + style.COLUMN_GAP
    assert line["arrow"][0] == float(end)


def test_a_line_is_not_said_twice_in_the_list() -> None:
    named, plain = node("Portefeuille van A", "theme"), node("Zorg", "theme")
    lines = tuple(edge("OM", name, "Portefeuille") for name in ("Portefeuille van A", "Zorg"))
    (entry,) = outline(GovernanceMap((node("OM", "national"), named, plain), lines))[0].entries
    assert [words for _, words in entry.lines] == ["Portefeuille van A", "Portefeuille Zorg"]


def test_what_a_level_is_not_known_of_has_a_column_of_its_own() -> None:
    sections = outline(GovernanceMap((node("KMT", "?"), node("OM", "national")), ()))
    assert [section.heading for section in sections] == ["Landelijk", "Niveau niet genoemd"]
