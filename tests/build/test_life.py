"""The life of a document: corrected, adopted, in two formats, beside another report, withdrawn and back."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from graph import answers
from graph.build import build_store
from graph.decisions import Decision, Log
from graph.store.embedded import dump
from tests.minutes.files import docx

TEXT = """{title}

Datum: 3 maart 2024
Voorzitter: A. de Boer
Aanwezig: A. de Boer, B. Jansen, C. van Dam

1. Opening
Dhr. Jansen is portefeuillehouder {theme}.
Mevr. Van Dam stuurt het plan vóór 1 mei 2024 rond.
{more}
2. Sluiting
Iedereen wordt bedankt voor de komst en voor de inbreng in deze lange vergadering.
"""
TITLE = "Verslag Stuurgroep Rivierenland"


def text(title: str = TITLE, theme: str = "Jeugdzorg", more: str = "") -> str:
    return TEXT.format(title=title, theme=theme, more=more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "minutes"
    made.mkdir()
    return made


def put(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    if path.suffix == ".docx":
        docx(path, "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in content.splitlines()))
    else:
        path.write_text(content, encoding="utf-8")
    return path


def held(store: Path) -> dict[str, str]:
    """Document id → file."""
    return {ref.document: ref.file for ref in answers.documents(answers.open_snapshot(store))}


def themes(store: Path) -> set[str]:
    rows = answers.portfolios(answers.open_snapshot(store))
    return {row.theme or "" for row in rows if row.answer == "stated"}


def in_every_order(folder: Path, tmp_path: Path) -> list[bytes]:
    """The stores that come of the folder's files at once, and one at a time in any order."""
    build_store([folder], tmp_path / "at-once")
    dumps = [dump(tmp_path / "at-once")]
    for number, order in enumerate(itertools.permutations(sorted(folder.iterdir()))):
        for path in order:
            build_store([path], tmp_path / f"order-{number}")
        dumps.append(dump(tmp_path / f"order-{number}"))
    return dumps


def test_a_concept_yields_to_the_adopted_minutes_in_any_order(folder: Path, tmp_path: Path) -> None:
    put(folder, "a.txt", text("Conceptverslag Stuurgroep Rivierenland", theme="Wonen"))
    put(folder, "b.txt", text("Vastgesteld verslag Stuurgroep Rivierenland"))
    assert len(set(in_every_order(folder, tmp_path))) == 1
    assert themes(tmp_path / "at-once") == {"Jeugdzorg"}
    replaced = {ref.document: ref.replaced_by for ref in answers.documents(_open(tmp_path / "at-once"))}
    assert replaced == {
        "stuurgroep-rivierenland-2024-03-03": None,
        "stuurgroep-rivierenland-2024-03-03-concept": "stuurgroep-rivierenland-2024-03-03",
    }


def _open(store: Path) -> answers.Snapshot:
    return answers.open_snapshot(store)


def test_the_same_text_in_two_formats_is_one_document_in_any_order(folder: Path, tmp_path: Path) -> None:
    put(folder, "verslag.docx", text())
    put(folder, "verslag.txt", text())
    put(folder, "zelfde.md", "# " + text())
    assert len(set(in_every_order(folder, tmp_path))) == 1
    assert list(held(tmp_path / "at-once").values()) == ["verslag.docx"]


def test_a_second_format_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    put(folder, "verslag.docx", text())
    put(folder, "verslag.txt", text())
    build_store([folder], tmp_path / "store")
    before = dump(tmp_path / "store")
    report = build_store([folder], tmp_path / "store")
    assert (report.read, len(report.unchanged)) == ((), 2)
    assert dump(tmp_path / "store") == before


def test_different_reports_of_one_meeting_are_all_kept_in_any_order(folder: Path, tmp_path: Path) -> None:
    put(folder, "c.txt", text())
    put(folder, "a.txt", text(theme="Wonen", more="Dhr. Jansen meldt iets anders. " * 40))
    put(folder, "b.txt", text("Besluitenlijst Stuurgroep Rivierenland", theme="Sport"))
    assert len(set(in_every_order(folder, tmp_path))) == 1
    assert held(tmp_path / "at-once") == {
        "stuurgroep-rivierenland-2024-03-03": "a.txt",
        "stuurgroep-rivierenland-2024-03-03-2": "c.txt",
        "stuurgroep-rivierenland-2024-03-03-besluitenlijst": "b.txt",
    }


def test_a_corrected_file_keeps_its_id_and_so_does_a_renamed_one(folder: Path, tmp_path: Path) -> None:
    first = put(folder, "verslag.txt", text())
    build_store([folder], tmp_path / "store")
    ids = set(held(tmp_path / "store"))
    put(folder, "verslag.txt", text(theme="Wonen"))
    build_store([folder], tmp_path / "store")
    assert (set(held(tmp_path / "store")), themes(tmp_path / "store")) == (ids, {"Wonen"})
    first.rename(folder / "ander.txt")
    put(folder, "ander.txt", text(theme="Sport"))
    build_store([folder], tmp_path / "store")
    assert (set(held(tmp_path / "store")), themes(tmp_path / "store")) == (ids, {"Sport"})


def test_a_concept_that_is_adopted_in_the_same_file_stays_one_document(folder: Path, tmp_path: Path) -> None:
    put(folder, "verslag.txt", text("Conceptverslag Stuurgroep Rivierenland"))
    build_store([folder], tmp_path / "store")
    put(folder, "verslag.txt", text("Vastgesteld verslag Stuurgroep Rivierenland"))
    build_store([folder], tmp_path / "store")
    assert len(held(tmp_path / "store")) == 1


HIDDEN = "geheimzinnigwoord"


def everything_in(store: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(store.rglob("*")) if path.is_file())


def withdrawal(folder: Path) -> Log:
    """A log in which somebody withdrew the minutes of the stuurgroep Rivierenland."""
    log = Log(folder / "decisions")
    log.append(
        Decision(
            id="", time="", kind="withdraw", by="A. Griffier", because="verkeerd verslag",
            targets=("stuurgroep-rivierenland-2024-03-03",),
        )
    )  # fmt: skip
    return log


def test_a_withdrawn_document_is_gone_from_every_file_of_the_store(folder: Path, tmp_path: Path) -> None:
    put(folder, "a.txt", text(theme=HIDDEN.capitalize(), more=f"Dit is {HIDDEN}."))
    put(folder, "b.txt", text("Verslag Stuurgroep Heuvelland"))
    store = tmp_path / "store"
    build_store([folder / "b.txt"], store)
    build_store([folder], store)
    assert HIDDEN.encode() in everything_in(store).lower()
    withdrawn = withdrawal(tmp_path)
    report = build_store([folder], store, decisions=withdrawn)
    assert (report.documents, report.read) == (1, ())
    assert HIDDEN.encode() not in everything_in(store).lower()
    assert build_store([folder], store, decisions=withdrawn).documents == 1  # the file is still in its folder


def test_withdrawn_in_any_order_is_the_same(folder: Path, tmp_path: Path) -> None:
    put(folder, "a.txt", text())
    put(folder, "b.txt", text("Verslag Stuurgroep Heuvelland"))
    withdrawn = withdrawal(tmp_path)
    build_store([folder], tmp_path / "before", decisions=withdrawn)
    build_store([folder], tmp_path / "after")
    build_store([folder], tmp_path / "after", decisions=withdrawn)
    assert dump(tmp_path / "before") == dump(tmp_path / "after")


def test_what_is_withdrawn_no_more_is_read_again(folder: Path, tmp_path: Path) -> None:
    put(folder, "a.txt", text())
    put(folder, "b.txt", text("Verslag Stuurgroep Heuvelland"))
    build_store([folder], tmp_path / "store")
    before = held(tmp_path / "store"), themes(tmp_path / "store")
    log = withdrawal(tmp_path)
    build_store([folder], tmp_path / "store", decisions=log)
    assert len(held(tmp_path / "store")) == 1
    (undone,) = log.read()
    log.append(replace(undone, targets=(undone.id,), because="toch het goede"))
    build_store([folder], tmp_path / "store", decisions=log)
    assert (held(tmp_path / "store"), themes(tmp_path / "store")) == before
