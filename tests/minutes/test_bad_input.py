"""Whatever is wrong with a file is one line that names it, and says what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.minutes import source
from graph.minutes.read import read
from tests.minutes import files


def zip_without_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("iets.txt", "niets")


FAULTS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "missing": ("x.txt", lambda _path: None),
    "a folder": ("x.txt", lambda path: path.mkdir()),
    "an unknown kind": ("x.xyz", lambda path: path.write_text("tekst")),
    "empty": ("x.txt", lambda path: path.write_text("")),
    "only white space": ("x.txt", lambda path: path.write_text(" \n\t\n")),
    "binary": ("x.txt", lambda path: path.write_bytes(bytes(range(256)) * 20)),
    "no meeting in it": ("x.txt", lambda path: path.write_text("Een recept voor taart.\nNeem zes appels.\n")),
    "a docx that is none": ("x.docx", lambda path: path.write_bytes(b"PK geen zip")),
    "a docx without a text": ("x.docx", zip_without_document),
    "a docx with an entity": ("x.docx", lambda path: files.docx(path, "&bom;")),
    "a pdf that is none": ("x.pdf", lambda path: path.write_bytes(b"%PDF-1.4 kapot")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_cannot_be_read(fault: str, tmp_path: Path) -> None:
    name, make = FAULTS[fault]
    make(tmp_path / name)
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.todo


def test_a_text_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "lang.txt").write_text(files.text() + "woord " * 1_000_000)
    with pytest.raises(InputError, match=r"lang\.txt"):
        read(tmp_path / "lang.txt")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(source.LARGEST_FILE + 1)
    with pytest.raises(InputError, match=r"groot\.txt"):
        read(tmp_path / "groot.txt")


def test_a_docx_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.minutes.formats.docx._LARGEST_PART", 1000)
    files.docx(tmp_path / "bom.docx", "<w:p/>" * 1000)
    with pytest.raises(InputError, match=r"bom\.docx"):
        read(tmp_path / "bom.docx")


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_bytes(files.text().replace("Jansen", "Müller").encode("cp1252"))
    minutes = read(path)
    assert "Müller" in minutes.text
    assert any("Windows-1252" in warning for warning in minutes.warnings)


def test_what_is_utf_8_gives_no_warning(tmp_path: Path) -> None:
    path = tmp_path / "nieuw.txt"
    path.write_text(files.text(), encoding="utf-8-sig")
    assert read(path).warnings == ()
    assert read(path).text.startswith("Verslag")
