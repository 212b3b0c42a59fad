"""Minutes of generated pieces, in four formats: read or refused in one line, with quotes that stand there."""

from __future__ import annotations

from html import escape
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.facts.model import Reading
from graph.facts.read import read
from tests.facts.test_laws import PIECES, check_evidence
from tests.minutes import hostile

Block = tuple[str, list[str]]  # its kind, and its words, lines or cells

NAMES = [
    "A. de Boer", "mevr. Van Dam-Smit", "Jansen, Piet", "dhr. 't Hart", "J.J. (Kees) a/d Stegge",
    "B. Jansen (vz)", "wethouder De Wit (Oevers, allen Dijken)", "Ex-Jansen", "O’Brien", "Ðirk İşçi", "K.",
    "de heren A en B", "C. van Dam (vanaf 10.15 uur)", "((D. Smit", "allen", "",
]  # fmt: skip
LABELS = [
    "Aanwezig", "Afwezig:", "Afwezig m.k.", "Datum:", "Voorzitter", "Actie", "Wie", "Wanneer", "Thema",
    "Besluit", "Portefeuillehouder", "Actielijst", "Besluitenlijst d.d. 3 maart", "1", "A1",
    "Agendapunt 4:", "Leden (17)", ":",
]  # fmt: skip
SAID = [
    "Dhr. Jansen vraagt om een portefeuillehouder Jeugdzorg.", "Besloten wordt akkoord te gaan.",
    "Zij licht toe:",
    "De stuurgroep Wonen verdwijnt per 1 januari a.s., het AB komt op 8 juni bijeen.",
    "Actie: dhr. De Boer (z.s.m.)",
    "De casus van Kim B. is besproken", "Piet Jansen volgt A. de Boer op als projectleider per 31-02-2024.",
    "In Q5 van '99 of week 60, begin van het jaar 0000", "(met 12 stemmen voor en tegen",
    "…?!.", "a.s. jl. d.d.",
]  # fmt: skip
word = st.sampled_from(PIECES + NAMES + LABELS + SAID) | st.text(max_size=12)
line = st.lists(word, max_size=6).map(" ".join)
block: st.SearchStrategy[Block] = st.tuples(
    st.sampled_from(["text", "heading", "bullet", "label", "names"]), st.lists(line, min_size=1, max_size=4)
) | st.tuples(
    st.sampled_from(["row2", "row3"]), st.lists(st.sampled_from(NAMES + LABELS + SAID) | line, max_size=9)
)
DRAFTS = {
    "txt": {"heading": "# {}\n", "bullet": "- {}\n", "label": "{}:\t", "names": "{}, ", "text": "{}\n"},
    "md": {
        "heading": "## {}\n\n",
        "bullet": "* {}\n",
        "label": "**{}:** ",
        "names": "{}; ",
        "text": "{}\n\n",
    },
    "html": {
        "heading": "<h2>{}</h2>",
        "bullet": "<li>{}",
        "label": "<b>{}:</b> ",
        "names": "{}<br>",
        "text": "<p>{}",
    },
}


def drawn(blocks: list[Block], extension: str) -> str:
    """The blocks as a text of one format, after a head that makes minutes of it."""
    head = [
        ("heading", ["Verslag Stuurgroep Oevers"]),
        ("row2", ["Datum", "3 maart 2024", "Aanwezig", "A. de Boer, B. Jansen, C. van Dam"]),
    ]
    made = ""
    for kind, words in [*head, *blocks]:
        if kind.startswith("row"):
            made += _rows(words, int(kind[-1]), extension)
        elif extension == "docx":
            made += "".join(hostile.paragraph(_xml(word)) for word in words)
        else:
            made += "".join(DRAFTS[extension][kind].format(word) for word in words)
    return made


def _rows(words: list[str], width: int, extension: str) -> str:
    rows = [words[first : first + width] for first in range(0, len(words), width)]
    if extension == "html":
        return "<table>" + "".join("<tr><td>" + "<td>".join(row) for row in rows) + "</table>"
    if extension == "docx":
        cells = ("".join(f"<w:tc>{hostile.paragraph(_xml(word))}</w:tc>" for word in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
    if extension == "md":
        return "\n" + "".join(f"|{'|'.join(row)}|\n" for row in rows) + "\n"
    return "\n" + "".join("\t".join(row) + "\n" for row in rows) + "\n"


def _xml(content: str) -> str:
    """The content without what XML cannot hold."""
    return escape(
        "".join(char for char in content if char in "\t\n" or " " <= char < "\ud800" or char > "\uffff")
    )


def reading(path: Path) -> Reading | None:
    try:
        return read(path)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - what is refused is told in one line
        return None


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(block, max_size=12), st.sampled_from(["txt", "md", "html", "docx"]))
def test_any_minutes_are_read_or_refused(tmp_path: Path, blocks: list[Block], extension: str) -> None:
    path = tmp_path / f"x.{extension}"
    content = drawn(blocks, extension)
    if extension == "docx":
        hostile.docx(path, content)
    else:
        path.write_text(content, encoding="utf-8", errors="replace", newline="")
    found = reading(path)
    if found:
        check_evidence(found)
        assert found == reading(path)
