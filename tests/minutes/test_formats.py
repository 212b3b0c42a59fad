"""The same minutes in every format give the same meeting, lists and agenda."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.minutes.model import Minutes
from graph.minutes.read import read
from tests.minutes import files


def written(folder: Path, extension: str) -> Path:
    path = folder / f"verslag.{extension}"
    if extension == "docx":
        files.docx(path)
    elif extension == "pdf":
        files.pdf(path)
    else:
        write = {"txt": files.text, "md": files.markdown, "html": files.html}[extension]
        path.write_text(write(), encoding="utf-8")
    return path


@pytest.fixture(params=["txt", "md", "html", "docx", "pdf"])
def minutes(request: pytest.FixtureRequest, tmp_path: Path) -> Minutes:
    return read(written(tmp_path, request.param))


def test_the_meeting(minutes: Minutes) -> None:
    meeting = minutes.meeting
    assert (meeting.body, meeting.date) == ("Stuurgroep Rivierenland", "2024-03-03")
    assert (meeting.start, meeting.end, meeting.place) == ("10:00", "12:00", "Gemeentehuis")


def test_who_was_there(minutes: Minutes) -> None:
    lists = {found.role: [entry.name.full for entry in found.entries] for found in minutes.lists}
    assert lists == {
        "chair": ["A. de Boer"],
        "present": ["A. de Boer", "B. Jansen", "C. van Dam"],
        "absent": ["D. Smit"],
    }


def test_the_agenda(minutes: Minutes) -> None:
    assert [(item.key, item.title) for item in minutes.agenda] == [("1", "Opening"), ("2", "Jeugdzorg")]


def test_every_line_is_in_the_text(minutes: Minutes) -> None:
    assert all(0 <= line.start <= line.end <= len(minutes.text) for line in minutes.lines)
    assert any("overzicht van alle portefeuilles" in minutes.quote(line) for line in minutes.lines)


def test_markup_and_scripts_are_not_text(minutes: Minutes) -> None:
    assert not [mark for mark in ("<u>", "alert", "**", "| ---") if mark in minutes.text]


def test_html_inside_a_tabbed_table(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    row = "A1\t<p>Opening</p> <p><u>Dhr. Jansen</u> licht toe.</p><script>boem()</script>"
    path.write_text(files.text().split("1. Opening", 1)[0] + row + "\n", encoding="utf-8")
    minutes = read(path)
    assert [(item.key, item.title) for item in minutes.agenda] == [("A1", "Opening")]
    marked = [minutes.text[mark.start : mark.end] for line in minutes.lines for mark in line.marks]
    assert marked == ["Dhr. Jansen"]
    assert "boem" not in minutes.text


def test_a_list_of_definitions_is_a_head_of_labels(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(
        "<h1>Verslag commissie Wonen 3 maart 2024</h1><dl><dt>Voorzitter</dt><dd>Mw. N. Vos</dd>"
        "<dt>Namens de fracties</dt><dd>Dhr. A. Post (VVD)</dd><dd>Mw. K. Smit (CDA)</dd><dd>R. Mol</dd>"
        "<dt>Afwezig</dt><dd>Dhr. D. Bos (PvdA)</dd></dl><h2>1. Opening</h2><p>Tekst.</p>",
        encoding="utf-8",
    )
    found = {(item.role, entry.name.surname) for item in read(path).lists for entry in item.entries}
    wanted = {
        ("chair", "Vos"),
        ("present", "Post"),
        ("present", "Smit"),
        ("present", "Mol"),
        ("absent", "Bos"),
    }
    assert wanted <= found


@pytest.mark.parametrize("sign", [".", ")"])
def test_items_by_letters_that_follow_each_other(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "x.txt"
    titles = {"A": "Opening en mededelingen", "B": "Bouwen in de regio", "C": "Rondvraag en sluiting"}
    items = "\n".join(f"{key}{sign} {title}\nTekst." for key, title in titles.items())
    head = "Verslag Werkgroep Oevers 3 maart 2024\nAanwezig: C. Smit, D. Post\n\n"
    path.write_text(f"{head}{items}\n", encoding="utf-8")
    assert [(item.key, item.title) for item in read(path).agenda] == list(titles.items())


def test_the_text_that_hangs_below_a_numbered_title_is_no_part_of_it(tmp_path: Path) -> None:
    told = (
        "    De burgemeester deelt mee dat de brug dit jaar wordt vervangen, en dat de\n"
        "    omleiding langs de haven gaat. De raad krijgt daarvan in het voorjaar bericht.\n"
    )
    titles = ["Opening van de vergadering", "Begroting", "Folder", "Rondvraag"]
    items = "\n".join(f"{number}.  {title}\n{told}" for number, title in enumerate(titles, 1))
    path = tmp_path / "x.txt"
    path.write_text(
        f"Verslag college 8 oktober 2024\nAanwezig: A. Bos, B. Jansen\n\n{items}", encoding="utf-8"
    )
    assert [item.title for item in read(path).agenda] == titles
