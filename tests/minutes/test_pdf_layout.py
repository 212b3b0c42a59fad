"""What stands where on a page of a PDF makes its paragraphs, headings and tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.minutes.draft import Paragraph
from graph.minutes.formats import pdf
from graph.minutes.source import open_source
from tests.minutes.files import FONTS, Placed, placed_pdf

BOLD = "Helvetica-Bold"
LINES = [
    "De voorzitter opent de vergadering en heet iedereen welkom in de raadzaal van het",
    "gemeentehuis. Mevrouw Jansen licht toe dat het overzicht van alle portefeuilles in de",
    "regio nog niet volledig is.",
]


def read(folder: Path, *pages: list[Placed], rotation: int = 0) -> list[Paragraph]:
    placed_pdf(folder / "verslag.pdf", list(pages), rotation)
    return pdf.read(open_source(folder / "verslag.pdf"))[0]


def text(paragraph: Paragraph) -> str:
    return paragraph.settled()[0]


def said(made: list[Paragraph]) -> list[tuple[str, str]]:
    return [(paragraph.kind, text(paragraph)) for paragraph in made]


def rows(made: list[Paragraph]) -> list[list[str]]:
    """The cells of all tables; paragraphs of one cell with a slash between them."""
    found: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for paragraph in made:
        if paragraph.kind == "cell" and paragraph.row is not None and paragraph.column is not None:
            found[paragraph.row][paragraph.column].append(text(paragraph))
    return [[" / ".join(cell) for _, cell in sorted(cells.items())] for cells in found.values()]


def column(x: float, y: float, *lines: str) -> list[Placed]:
    return [Placed(x, y - 13 * number, line) for number, line in enumerate(lines)]


def actions(y: float = 700) -> list[Placed]:
    """A table as a word processor writes it: cell after cell, each with all its lines."""
    return [
        *(Placed(x, y, head, font=BOLD) for x, head in ((72, "Nr"), (110, "Actie"), (400, "Wie"))),
        *column(72, y - 20, "1"),
        *column(110, y - 20, "Een overzicht maken van alle portefeuilles in de regio", "en dat rondsturen"),
        *column(400, y - 20, "B. Jansen en", "C. van Dam"),
        *column(72, y - 53, "2"),
        *column(110, y - 53, "De brief versturen"),
        *column(400, y - 53, "Secretariaat"),
    ]


def test_a_cell_that_wraps_is_one_cell(tmp_path: Path) -> None:
    found = rows(read(tmp_path, actions()))
    assert [row[:2] for row in found] == [
        ["Nr", "Actie"],
        ["1", "Een overzicht maken van alle portefeuilles in de regio en dat rondsturen"],
        ["2", "De brief versturen"],
    ]
    assert [row[2].replace(" / ", " ") for row in found] == ["Wie", "B. Jansen en C. van Dam", "Secretariaat"]


def test_a_table_written_line_by_line(tmp_path: Path) -> None:
    lines = sorted(actions(), key=lambda placed: (-placed.y, placed.x))
    assert rows(read(tmp_path, lines)) == rows(read(tmp_path, actions()))


def test_cells_set_to_the_middle_of_their_row(tmp_path: Path) -> None:
    page = []
    for y in (700, 640, 580):
        page += column(72, y - 13, "Jeugdzorg")
        page += column(180, y, "Het bestuur stemt in met het", "voorstel en vraagt om een", "uitwerking.")
        page += column(400, y - 13, "B. Jansen")
    row = ["Jeugdzorg", "Het bestuur stemt in met het voorstel en vraagt om een uitwerking.", "B. Jansen"]
    assert rows(read(tmp_path, page)) == [row] * 3


def test_labels_beside_their_values(tmp_path: Path) -> None:
    page = [
        *column(72, 700, "Datum en tijd"),
        *column(200, 700, "3 maart 2024", "10.00 - 12.00 uur"),
        *column(72, 670, "Aanwezig"),
        *column(200, 670, "A. de Boer (Dorpstad), B. Jansen (Rivierdam), C. van Dam", "(Polderveen)"),
        *column(72, 640, "Afwezig"),
        *column(200, 640, "D. Smit"),
    ]
    assert rows(read(tmp_path, page)) == [
        ["Datum en tijd", "3 maart 2024 / 10.00 - 12.00 uur"],
        ["Aanwezig", "A. de Boer (Dorpstad), B. Jansen (Rivierdam), C. van Dam (Polderveen)"],
        ["Afwezig", "D. Smit"],
    ]


def test_an_empty_cell_keeps_its_column(tmp_path: Path) -> None:
    page = [
        placed
        for number, (name, place, note) in enumerate(
            [("Naam", "Gemeente", "Rol"), ("A. de Boer", "Dorpstad", "voorzitter"), ("D. Smit", "", "gast")]
        )
        for x, content in ((72, name), (220, place), (380, note))
        if content
        for placed in [Placed(x, 700 - 18 * number, content)]
    ]
    made = read(tmp_path, page)
    assert rows(made)[2] == ["D. Smit", "", "gast"]
    assert {paragraph.table for paragraph in made} == {1}


def test_a_table_goes_on_on_the_next_page_without_its_headings(tmp_path: Path) -> None:
    made = read(tmp_path, actions(), actions())
    assert {paragraph.table for paragraph in made} == {1}
    assert [row[0] for row in rows(made)] == ["Nr", "1", "2", "1", "2"]


def test_text_before_and_behind_a_table_is_no_cell(tmp_path: Path) -> None:
    page = [*column(72, 760, *LINES), *actions(), *column(72, 600, *LINES)]
    made = read(tmp_path, page)
    whole = " ".join(LINES)
    assert [paragraph for paragraph in said(made) if paragraph[0] != "cell"] == [("text", whole)] * 2


def test_lines_are_joined_until_one_is_not_full(tmp_path: Path) -> None:
    page = column(72, 700, *LINES, *LINES)
    assert said(read(tmp_path, page)) == [("text", " ".join(LINES))] * 2


def test_white_space_between_lines_parts_paragraphs(tmp_path: Path) -> None:
    page = [*column(72, 700, *LINES[:2]), *column(72, 660, *LINES[:2]), *column(72, 620, *LINES)]
    assert [text(made) for made in read(tmp_path, page)] == [
        *[" ".join(LINES[:2])] * 2,
        " ".join(LINES),
    ]


def test_a_paragraph_goes_on_on_the_next_page(tmp_path: Path) -> None:
    made = read(tmp_path, column(72, 700, LINES[0]), column(72, 700, *LINES[1:]))
    assert said(made) == [("text", " ".join(LINES))]


@pytest.mark.parametrize("words", [3, 4, 5])
def test_justified_lines_are_no_cells(tmp_path: Path, words: int) -> None:
    every = (
        "verantwoordelijkheid een overleg wordt samenwerking bestuur regio toelichting de in " * 4
    ).split()
    page = []
    for number, (start, end) in enumerate(pairwise(range(0, len(every), words))):
        line = " ".join(every[start:end])
        gap = (340 - 6 * len(line)) / (words - 1)  # what is left of the line goes into its spaces
        page.append(Placed(72, 700 - 13 * number, line, "Courier", 10, gap))
    assert rows(read(tmp_path, page)) == []


def test_two_words_on_a_justified_line_are_no_cells(tmp_path: Path) -> None:
    lines = [
        "Het algemeen bestuur bespreekt de stukken over de zorg in",
        "verantwoordelijkheden samenwerkingsverband",
        "informatievoorziening samenwerkingsverband",
        "en besluit dat een nader voorstel volgt in de vergadering",
        "van maart.",
    ]
    gaps = [(360 - 6 * len(line)) / line.count(" ") for line in lines[:4]] + [0]
    page = [
        Placed(72, 700 - 13 * number, line, "Courier", 10, gap)
        for number, (line, gap) in enumerate(zip(lines, gaps, strict=True))
    ]
    assert said(read(tmp_path, page)) == [("text", " ".join(lines))]


def test_two_columns_of_running_text_are_no_cells(tmp_path: Path) -> None:
    lines = [
        "Het bestuur bespreekt de begroting",
        "en vraagt om een nadere uitwerking",
        "van de plannen.",
    ] * 4
    made = read(tmp_path, [*column(60, 760, *lines), *column(320, 760, *lines)])
    assert {paragraph.kind for paragraph in made} == {"text"}
    assert text(made[0]) == " ".join(lines[:3])


def test_a_numbered_list_is_no_table(tmp_path: Path) -> None:
    page = [
        placed
        for number, title in enumerate(("Opening", "Jeugdzorg", "Rondvraag"), start=1)
        for placed in (Placed(72, 700 - 18 * number, f"{number}."), Placed(96, 700 - 18 * number, title))
    ]
    assert [text(made) for made in read(tmp_path, page)] == ["1. Opening", "2. Jeugdzorg", "3. Rondvraag"]


def test_bold_and_large_lines_are_headings(tmp_path: Path) -> None:
    page = [
        Placed(72, 760, "Verslag Stuurgroep Rivierenland", size=18),
        Placed(72, 720, "1. Opening", font=BOLD),
        *column(72, 700, *LINES),
        Placed(72, 640, "Besluit:", font=BOLD),
        Placed(122, 640, "De stuurgroep stemt in."),
    ]
    made = read(tmp_path, page)
    assert [(each.kind, each.level, text(each)) for each in made if each.kind == "heading"] == [
        ("heading", 1, "Verslag Stuurgroep Rivierenland"),
        ("heading", 6, "1. Opening"),
    ]
    content, marks = made[-1].settled()
    assert content == "Besluit: De stuurgroep stemt in."
    assert [content[start:end] for start, end, kind in marks if kind == "bold"] == ["Besluit:"]


def test_bullets_with_lines_that_hang(tmp_path: Path) -> None:
    page = [placed for y in (700, 655) for placed in (Placed(72, y, "-"), *column(90, y, *LINES))]
    assert said(read(tmp_path, page)) == [("bullet", " ".join(LINES))] * 2


def test_a_word_broken_at_its_hyphen(tmp_path: Path) -> None:
    page = column(72, 700, "De leden vragen om een overzicht van alle portefeuilles van de jeugd-", "zorg.")
    page += column(
        72, 660, "De leden vragen om een overzicht van alle portefeuilles van jeugd-", "en ouders."
    )
    made = [text(each) for each in read(tmp_path, page)]
    assert made[0].endswith("van de jeugd-zorg.")
    assert made[1].endswith("van jeugd- en ouders.")


def test_running_heads_are_left_out_whatever_page_they_number(tmp_path: Path) -> None:
    pages = [
        [
            Placed(72, 810, "Verslag Stuurgroep Rivierenland"),
            Placed(72, 700, f"De leden bespreken {theme}."),
            Placed(72, 30, f"Pagina {number} van 3 - Verslag"),
            Placed(300, 18, str(number)),
        ]
        for number, theme in enumerate(("jeugdzorg", "veiligheid", "begroting"), start=1)
    ]
    themes = [text(made) for made in read(tmp_path, *pages)]
    assert themes == [f"De leden bespreken {theme}." for theme in ("jeugdzorg", "veiligheid", "begroting")]


def test_a_number_in_a_table_is_no_page_number(tmp_path: Path) -> None:
    made = read(tmp_path, actions(), [*actions(), Placed(300, 18, "2")])
    assert rows(made)[-1][0] == "2"
    assert sum(text(each) == "2" for each in made) == 2


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_still_read(tmp_path: Path, rotation: int) -> None:
    made = read(tmp_path, column(72, 500, *LINES), rotation=rotation)
    assert said(made) == [("text", " ".join(LINES))]


def test_text_outside_the_page_is_left_out(tmp_path: Path) -> None:
    page = [Placed(-400, 700, "snijteken"), *column(72, 700, *LINES)]
    assert said(read(tmp_path, page)) == [("text", " ".join(LINES))]


@given(
    st.lists(
        st.builds(
            Placed,
            st.sampled_from([60, 66, 200, 206, 350, 400]) | st.integers(-50, 600),
            st.sampled_from([700, 694, 688, 675]) | st.integers(-50, 850),
            st.sampled_from(["-", "1.", "Jansen", "een regel met meer woorden", "jeugd-"]),
            st.sampled_from(FONTS),
            st.integers(1, 40),
        ),
        min_size=1,
        max_size=25,
    )
)
@settings(deadline=None, max_examples=60)
def test_whatever_stands_on_a_page_no_letter_is_read_twice(page: list[Placed]) -> None:
    with TemporaryDirectory() as folder:
        try:
            made = read(Path(folder), page)
        except InputError:
            return  # everything stood outside the page, or was a page number
    shown = Counter(letter for placed in page for letter in placed.text if letter.isalpha())
    assert Counter(letter for each in made for letter in text(each) if letter.isalpha()) <= shown


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="OCR"):
        read(tmp_path, [])
