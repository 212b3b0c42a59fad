"""No input makes it crash or hang: each ends in a reading or in one line, and nothing is fetched."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.facts.model import Reading
from graph.facts.read import read
from tests.minutes import files, hostile

LIMIT = 60  # seconds; each takes a few at most on a quiet machine


@pytest.fixture(autouse=True)
def _limited(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An alarm against hanging, and no way out to a network."""

    def too_long(*_: object) -> None:
        raise TimeoutError(f"more than {LIMIT} seconds")

    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("something was to be fetched")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LIMIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.todo
    assert "\n" not in str(caught.value)
    return caught.value.what


REFUSED: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "a zip bomb": ("x.docx", "uitgepakt", hostile.bomb),
    "a zip bomb that says it is small": ("x.docx", "geen gaaf", lambda path: hostile.bomb(path, says=1000)),
    "a zip bomb that says it is huge": ("x.docx", "uitgepakt", lambda path: hostile.bomb(path, 2**31 - 1)),
    "a billion laughs": (
        "x.docx", "entiteiten", lambda path: hostile.docx(path, hostile.paragraph("&a9;"), hostile.laughs()),
    ),
    "an entity of a file": (
        "x.docx",
        "entiteiten",
        lambda path: hostile.docx(
            path, hostile.paragraph("&a;"), '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        ),
    ),
    "an entity of a page": (
        "x.docx",
        "entiteiten",
        lambda path: hostile.docx(
            path, hostile.paragraph("&a;"), '<!DOCTYPE w [<!ENTITY a SYSTEM "http://192.0.2.1/a">]>'
        ),
    ),
    "declarations elsewhere": (
        "x.docx", "entiteiten", lambda path: hostile.docx(path, "", '<!DOCTYPE w SYSTEM "http://192.0.2.1/">'),
    ),
    "10,000 tables in each other (docx)": (
        "x.docx", "geen gaaf", lambda path: hostile.docx(path, hostile.nested(10_000)),
    ),
    "10,000 tables in each other (html)": (
        "x.html", "genest", lambda path: path.write_text(files.html() + "<table><tr><td>" * 10_000),
    ),
    "3,000 formats that nobody closes": (
        "x.html",
        "genest",
        lambda path: path.write_text(files.html() + "".join(f"<p><font a={n}>" for n in range(3000))),
    ),
    "an old Word file": ("x.docx", "oud", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" * 64)),
    "10,000 pages": ("x.pdf", "10000 bladzijden", lambda path: hostile.pdf(path, 10_000)),
    "a pdf with a password": ("x.pdf", "wachtwoord", lambda path: hostile.pdf(path, 1, locked=True)),
    "a pdf without text": ("x.pdf", "alleen beeld", lambda path: hostile.pdf(path, 1)),
    "null bytes": ("x.txt", "binair", lambda path: path.write_bytes(files.text().encode() + bytes(1000))),
    "lines without end": ("x.txt", "regels", lambda path: path.write_text(files.text() + "a\n" * 300_000)),
    "a name that no file can have": (f"{'x' * 300}.txt", "bestaat niet", lambda _path: None),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_in_one_line(case: str, tmp_path: Path) -> None:
    name, says, make = REFUSED[case]
    make(tmp_path / name)
    assert says in refused(tmp_path / name)


def test_macros_and_links_are_left_alone_and_said(tmp_path: Path) -> None:
    parts = {
        "word/vbaProject.bin": "Sub AutoOpen()",
        "word/_rels/document.xml.rels": hostile.links("hyperlink", "image"),
        "word/_rels/settings.xml.rels": hostile.links("attachedTemplate"),
    }
    hostile.docx(tmp_path / "x.docx", "", parts=parts)
    macros, links = read(tmp_path / "x.docx").warnings
    assert "macro" in macros
    assert "niet opgehaald" in links


def test_a_link_to_click_on_is_no_warning(tmp_path: Path) -> None:
    parts = {"word/_rels/document.xml.rels": hostile.links("hyperlink")}
    hostile.docx(tmp_path / "x.docx", "", parts=parts)
    assert read(tmp_path / "x.docx").warnings == ()


def test_a_text_box_in_a_cell_is_read_once(tmp_path: Path) -> None:
    box = "<w:p><w:r>" * 100 + "<w:t>eenmaal</w:t>" + "</w:r></w:p>" * 100
    hostile.docx(tmp_path / "x.docx", f"<w:tbl><w:tr><w:tc>{box}</w:tc></w:tr></w:tbl>")
    assert read(tmp_path / "x.docx").text.count("eenmaal") == 1


READ = {
    "no spaces": "a" * 1_000_000,
    "digits": "1a" * 200_000,
    "pipes": "|" * 100_000,
    "a row of 20,000 cells": "|a" * 20_000 + "|",
    "a row of 20,000 cells above others": "a\t" * 20_000 + "\n" + "b\tc\n" * 5000,
    "open brackets": "(" * 100_000 + "[" * 100_000,
    "open comments": "<!--" * 100_000,
    "open bold": "**a __b " * 50_000,
    "a heading that does not end": "# a" + " " * 100_000 + "b",
    "open tags": "<td><table><u " * 20_000,
    "open quotes": '"‘a ' * 50_000,
    "numbers of no letter": f"&#{'9' * 5000};&#x{'f' * 5000};&#{'0' * 5000};&#xD800;&#0;",
    "one paragraph of 10,000 lines": "woord aan het eind van een regel die verder loopt\n" * 10_000,
    "cue words": "casus-" * 50_000 + "casus " * 50_000,
    "case persons": "".join(f"De casus van Kim{chr(97 + n % 26) * (n // 26)} B. loopt. " for n in range(600)),
    "persons without a full stop": "dhr. Jansen en " * 20_000,
    "dates": "8 juni 2024 " * 20_000,
    "labels": "Aanwezig: A. Bakker\n" * 5000,
    "agenda items": "1. Titel\n" * 8000,
    "lists of actions": "Actielijst\n- dhr. Jansen: iets doen\n" * 3000,
    "a long table of actions": "Actie\tWie\tWanneer\n" + "iets doen nu\tdhr. Jansen\t8 juni\n" * 4000,
    "one name 50,000 times": "Aanwezig: " + "A. Bakker; " * 50_000,
    "groups of names": "Aanwezig: " + ", ".join(["A. Bakker (allen Oevers)"] * 5000),
    "verbs without a subject": "Dhr. Jansen legt dit uit" + " en zegt dat toe" * 20_000 + ".",
    "pronouns": "Dhr. Jansen zegt dat hij dit doet, " + "hij zal dat doen, " * 20_000 + ".",
    "lists of portfolios": "De portefeuilles zijn:\n" + "- Jeugd: dhr. Jansen (was dhr. Vos)\n" * 5000,
    "right to left": "\u202e\u200f\u061c dhr. Jansen \u2066" * 5000,
    "letters that grow in lower case": "İ" * 50_000,
    "signs of no script": "\ue000\ue040\ufffe\U000e0001" * 20_000,
}  # fmt: skip


MARKDOWN = ("pipes", "open brackets", "open comments", "open bold", "a heading that does not end")


@pytest.mark.parametrize(
    ("case", "extension"), [*((case, "txt") for case in READ), *((case, "md") for case in MARKDOWN)]
)
def test_what_is_read_in_time(case: str, extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"x.{extension}"
    path.write_text(f"{files.text()}\n{READ[case]}\n", encoding="utf-8")
    found = read(path)
    assert found.meeting.date == "2024-03-03"
    check_evidence(found)


def check_evidence(found: Reading) -> None:
    for fact in found.facts:
        for item in fact.evidence:
            assert found.text[item.start : item.end] == item.quote


@pytest.mark.parametrize("content", [b"\xed\xa0\x80" * 100, b"\xff\xfe" * 100, b"\xf4\x90\x80\x80", b"\xc3"])
def test_bytes_that_are_no_letters(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(files.text().encode() + content)
    assert "Windows-1252" in read(tmp_path / "x.txt").warnings[0]


def test_half_letters_in_utf_16(tmp_path: Path) -> None:
    text = files.text() + "\ud800\udc00\udfff"
    (tmp_path / "x.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass"))
    assert read(tmp_path / "x.txt").text.encode("utf-8")
