"""A document that is handed over: tried out, added, replaced, withdrawn; nothing is ever half done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import answers, intake
from graph.build import build_store
from graph.decisions import Log
from graph.errors import InputError
from graph.intake import Handed, Keeping, Outcome
from graph.intake.handed import safe_name
from graph.store.embedded import dump
from graph.store.writing import open_writer
from tests.conftest import ROOT

DEMO = ROOT / "data" / "demo"
JANUARY = DEMO / "2025-01-23-bov-duinstreek.md"
ID = "bestuurlijk-overleg-veiligheid-duinstreek-2025-01-23"


@pytest.fixture(scope="module")
def before_january(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of what came before the meeting of January; not to be written to."""
    folder = tmp_path_factory.mktemp("before")
    documents = folder / "minutes"
    documents.mkdir()
    for file in DEMO.iterdir():
        if file.name < "2025":
            (documents / file.name).write_bytes(file.read_bytes())
    build_store([documents], folder / "store", decisions=Log(folder / "decisions"))
    return folder


@pytest.fixture
def keeping(before_january: Path, tmp_path: Path) -> Keeping:
    shutil.copytree(before_january, tmp_path, dirs_exist_ok=True)
    return Keeping(str(tmp_path / "store"), tmp_path / "minutes", Log(tmp_path / "decisions"))


def _handed(content: bytes | None = None, name: str = JANUARY.name) -> Handed:
    return Handed.of(name, JANUARY.read_bytes() if content is None else content)


def _state(keeping: Keeping) -> tuple[bytes, list[tuple[str, bytes]], bytes]:
    log = keeping.log.file
    return (
        dump(keeping.store),
        sorted((path.name, path.read_bytes()) for path in keeping.documents.iterdir()),
        log.read_bytes() if log.exists() else b"",
    )


def _documents(keeping: Keeping) -> list[str]:
    return [ref.document for ref in answers.documents(answers.open_snapshot(keeping.store))]


def test_a_trial_tells_what_would_change_and_changes_nothing(keeping: Keeping) -> None:
    before = _state(keeping)
    found = intake.propose(_handed(), keeping)
    assert _state(keeping) == before
    assert found.outcome is Outcome.NEW
    shifts = {
        shift.after.theme: (
            [holder.person for holder in shift.before.holders] if shift.before else None,
            [holder.person for holder in shift.after.holders],
        )
        for shift in found.difference.portfolios
        if shift.after
    }
    assert shifts["Ondermijning"] == (["T. Kwelder"], ["G. Wierman"])
    closed = {row.text for row in found.difference.promises if row.status == "closed"}
    assert any("evenementenprotocol" in text for text in closed)
    assert found.read is not None
    assert found.read.unread


def test_what_is_tried_out_is_what_adding_does(keeping: Keeping, tmp_path: Path) -> None:
    found = intake.propose(_handed(), keeping)
    intake.add(_handed(), keeping)
    stored = answers.document(answers.open_snapshot(keeping.store), ID)
    assert found.read == stored
    assert (keeping.documents / JANUARY.name).read_bytes() == JANUARY.read_bytes()
    build_store([keeping.documents], tmp_path / "afresh", decisions=keeping.log)
    assert dump(tmp_path / "afresh") == dump(keeping.store)
    assert intake.propose(_handed(), keeping).outcome is Outcome.KNOWN


def test_what_contradicts_what_is_known_is_told_apart(tmp_path: Path) -> None:
    april = DEMO / "2024-04-11-bov-duinstreek.md"
    keeping = Keeping(str(tmp_path / "store"), tmp_path / "minutes", Log(tmp_path / "decisions"))
    others = [file for file in sorted(DEMO.iterdir()) if file != april]
    build_store(others, keeping.store, decisions=keeping.log)
    found = intake.propose(Handed.of(april.name, april.read_bytes()), keeping)
    told = {(gap.rule, gap.subject) for gap in found.difference.contradictions}
    assert ("portfolio_contradicted", "Jeugd en veiligheid") in told
    assert "portfolio_contradicted" not in {gap.rule for gap in found.difference.gaps}


def test_a_correction_takes_the_place_of_what_it_corrects(keeping: Keeping) -> None:
    intake.add(_handed(), keeping)
    better = _handed(JANUARY.read_bytes().replace(b"Stuifzand", b"Stuifduin"), "verbeterd.md")
    beside = intake.propose(better, keeping)
    assert beside.outcome is Outcome.NEW
    assert [ref.document for ref in beside.beside] == [ID]
    instead = intake.propose(better, keeping, replaces=JANUARY.name)
    assert instead.outcome is Outcome.REPLACES
    before = _documents(keeping)
    intake.add(better, keeping, replaces=JANUARY.name)
    assert _documents(keeping) == before
    assert (keeping.documents / JANUARY.name).read_bytes() == better.content
    assert not (keeping.documents / "verbeterd.md").exists()


def test_a_file_of_that_name_is_never_written_over_unasked(keeping: Keeping) -> None:
    there = keeping.documents / JANUARY.name
    there.write_text("iets anders", encoding="utf-8")
    added = intake.add(_handed(), keeping)
    assert added.file == "2025-01-23-bov-duinstreek-2.md"
    assert there.read_text(encoding="utf-8") == "iets anders"


def test_withdrawn_is_gone_and_comes_back_only_when_that_is_taken_back(keeping: Keeping) -> None:
    intake.add(_handed(), keeping)
    assert intake.withdraw(ID, keeping, by="A. Griffier", because="verkeerd bestand") is None
    assert ID not in _documents(keeping)
    (told,) = intake.withdrawn(keeping)
    assert (told.document, told.by, told.because) == (ID, "A. Griffier", "verkeerd bestand")
    found = intake.propose(_handed(), keeping)
    assert (found.outcome, found.withdrawal, found.read) == (Outcome.WITHDRAWN, told.decision, None)
    assert intake.take_back(told, keeping, by="A. Griffier", because="toch goed") is None
    assert ID in _documents(keeping)
    assert intake.withdrawn(keeping) == ()


@pytest.mark.parametrize(("by", "because"), [("", "reden"), ("naam", " \u200b ")])
def test_a_withdrawal_without_a_name_or_reason_is_none(keeping: Keeping, by: str, because: str) -> None:
    before = _state(keeping)
    with pytest.raises(InputError, match="ontbreekt"):
        intake.withdraw(ID, keeping, by=by, because=because)
    assert _state(keeping) == before


@pytest.fixture
def busy(keeping: Keeping) -> Iterator[Keeping]:
    with open_writer(keeping.store):
        yield keeping


def test_while_another_writes_nothing_is_added_and_one_line_says_so(busy: Keeping) -> None:
    before = sorted(path.name for path in busy.documents.iterdir())
    assert intake.propose(_handed(), busy).outcome is Outcome.NEW
    with pytest.raises(InputError, match="er wordt al in deze opslag geschreven"):
        intake.add(_handed(), busy)
    assert sorted(path.name for path in busy.documents.iterdir()) == before
    waiting = intake.withdraw(_documents(busy)[0], busy, by="A. Griffier", because="dubbel")
    assert waiting is not None
    assert "geschreven" in waiting


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.txt", b"  "),
        ("boodschappen.txt", b"melk, brood"),
        ("kapot.docx", b"PK\x03\x04nothing"),
        ("kapot.pdf", b"%PDF-1.7 nothing"),
        ("binair.txt", bytes(range(256)) * 4),
    ],
)
def test_what_cannot_be_read_is_refused_and_leaves_nothing(
    keeping: Keeping, name: str, content: bytes
) -> None:
    before = _state(keeping)
    handed = Handed.of(name, content)
    for attempt in (intake.propose, intake.add):
        with pytest.raises(InputError):
            attempt(handed, keeping)
    assert _state(keeping) == before


def test_a_replacement_that_cannot_be_read_leaves_what_was_there(keeping: Keeping) -> None:
    intake.add(_handed(), keeping)
    before = _state(keeping)
    with pytest.raises(InputError):
        intake.add(Handed.of("x.md", b"melk"), keeping, replaces=JANUARY.name)
    with pytest.raises(InputError):
        intake.add(Handed.of("x.txt", b"melk"), keeping, replaces=JANUARY.name)
    assert _state(keeping) == before


def test_too_large_or_of_no_known_format_is_refused() -> None:
    with pytest.raises(InputError, match="te groot"):
        Handed.of("groot.txt", b"x" * (intake.LARGEST + 1))
    with pytest.raises(InputError, match="geen soort bestand"):
        Handed.of("programma.exe", b"MZ")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/verslag.txt", "verslag.txt"),
        ("C:\\Users\\x\\verslag.DOCX", "verslag.docx"),
        (".verborgen.md", "verborgen.md"),
        ("~$open.docx", "_open.docx"),
        ("a\u202etxt.exe.md", "atxt.exe.md"),
        ("<script>alert(1)</script>.txt", "script_.txt"),
        (".txt", "txt"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_a_safe_name_stays_in_its_folder_and_stays_safe(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('/\\<>:"|?*\n\x00')
    assert not safe.startswith(".")
    assert len(safe) <= 100
    assert safe_name(safe) == safe


def test_the_first_document_makes_the_store(tmp_path: Path) -> None:
    keeping = Keeping(str(tmp_path / "store"), tmp_path / "minutes", Log(tmp_path / "decisions"))
    found = intake.propose(_handed(), keeping)
    assert found.outcome is Outcome.NEW
    assert not keeping.documents.exists()
    intake.add(_handed(), keeping)
    assert _documents(keeping) == [ID]


def test_no_name_of_a_case_is_shown_or_kept(keeping: Keeping, case_person: str) -> None:
    minutes = ROOT / "data" / "minutes" / "dvo-twente-2023-04-20.txt"
    found = intake.propose(Handed.of(minutes.name, minutes.read_bytes()), keeping)
    assert case_person not in repr(found)
