"""Laws of building: twice is once, a change replaces its own, and nothing is written before all is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.answers import open_snapshot
from graph.build import Step, build_store
from graph.catalogue import network
from graph.errors import InputError, OntologyError
from graph.store import writer
from graph.store.documents import documents
from graph.store.embedded import dump, open_writer
from graph.store.unfolding import unfolded
from tests.conftest import MINUTES

INVENTED = """Verslag Stuurgroep Rivierenland 3 maart 2024

Datum\t3 maart 2024
Voorzitter\tA. de Boer
Aanwezig\tA. de Boer, B. Jansen, C. van Dam

1. Opening
Dhr. Jansen vraagt om een portefeuillehouder Jeugdzorg.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "minutes"
    made.mkdir()
    shutil.copy(MINUTES, made)
    (made / "rivierenland.txt").write_text(INVENTED, encoding="utf-8")
    return made


def test_building_twice_gives_the_same_graph_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "one")
    build_store([folder], tmp_path / "two")
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_the_same_files_again_change_nothing(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "store")
    before, generation = dump(tmp_path / "store"), (tmp_path / "store" / "current").read_text()
    report = build_store([folder], tmp_path / "store")
    assert (len(report.read), len(report.unchanged)) == (0, 2)
    assert dump(tmp_path / "store") == before
    assert (tmp_path / "store" / "current").read_text() == generation


def test_the_order_of_building_does_not_matter(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "at-once")
    for name in ("rivierenland.txt", MINUTES.name):
        build_store([folder / name], tmp_path / "one-by-one")
    assert dump(tmp_path / "at-once") == dump(tmp_path / "one-by-one")


def test_there_are_no_blank_nodes(customer_store: Path) -> None:
    assert not [
        line for line in dump(customer_store).splitlines() if line.startswith(b"_:") or b" _:" in line
    ]


def test_a_changed_file_replaces_its_own_facts(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "store")
    (folder / "rivierenland.txt").write_text(INVENTED.replace("Jeugdzorg", "Wonen"), encoding="utf-8")
    report = build_store([folder], tmp_path / "store")
    content = dump(tmp_path / "store").decode()
    assert (len(report.read), report.documents) == (1, 2)
    assert "portefeuillehouder Wonen" in content
    assert "portefeuillehouder Jeugdzorg" not in content


def test_a_renamed_file_stays_the_same_document(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "store")
    (folder / "rivierenland.txt").rename(folder / "stuurgroep maart.txt")
    (folder / "stuurgroep maart.txt").write_text(
        INVENTED + "\nDhr. Jansen bedankt iedereen.\n", encoding="utf-8"
    )
    assert build_store([folder], tmp_path / "store").documents == 2


def test_two_files_about_one_meeting_are_both_kept_and_said(folder: Path, tmp_path: Path) -> None:
    (folder / "rivierenland-concept.txt").write_text(INVENTED + "\nConcept.\n", encoding="utf-8")
    report = build_store([folder], tmp_path / "store")
    assert report.documents == 3
    assert any("dezelfde vergadering" in warning for warning in report.warnings)


def test_a_file_in_a_folder_that_cannot_be_read_is_skipped_and_said(folder: Path, tmp_path: Path) -> None:
    (folder / "kapot.docx").write_bytes(b"PK not a zip")
    report = build_store([folder], tmp_path / "store")
    assert report.documents == 2
    assert len(report.skipped) == 1
    assert "kapot.docx" in report.skipped[0]


def test_a_named_file_that_cannot_be_read_stops_the_build_and_leaves_nothing(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"leeg\.txt"):
        build_store([folder / "rivierenland.txt", folder / "leeg.txt"], tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_named_file_that_cannot_be_read_leaves_a_store_as_it_was(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "store")
    before = dump(tmp_path / "store")
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError):
        build_store([folder / "leeg.txt"], tmp_path / "store")
    assert dump(tmp_path / "store") == before


def test_a_store_of_an_older_version_keeps_its_documents(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_store([folder], store)
    before = dump(store)
    (store / "format.json").write_text('{"format": 1}')
    shutil.rmtree(store / "remembered")
    shutil.rmtree(store / "index")
    report = build_store([folder / "rivierenland.txt"], store)
    assert report.documents == 2
    assert dump(store) == before


def test_documents_of_an_older_layout_are_written_as_this_version_does(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_store([folder], store)
    whole = dump(store)
    with open_writer(store) as opened:
        for name in documents(opened):
            opened.replace_graph(unfolded(opened.quads_for_pattern(None, None, None, name)), name)
        opened.publish()
    (store / "format.json").write_text('{"format": 2}', encoding="utf-8")
    for file in folder.iterdir():
        file.unlink()  # what was read has to be enough
    (folder / "later.txt").write_text(INVENTED.replace("3 maart", "4 maart"), encoding="utf-8")
    build_store([folder], store)
    assert {*whole.splitlines()} - _of_state(whole) <= {*dump(store).splitlines()}
    assert b"hasSelector" not in dump(store)


def _of_state(dumped: bytes) -> set[bytes]:
    return {line for line in dumped.splitlines() if b"/document/" not in line.rpartition(b"<")[2]}


def test_what_goes_in_parts_to_bound_the_memory_ends_in_the_same_graph(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_store([folder], tmp_path / "at-once")
    for name, value in ((f"{network.__name__}._MOST", 50), (f"{writer.__name__}._IN_MEMORY", 100)):
        monkeypatch.setattr(name, value)
    monkeypatch.setattr(writer, "_AT_ONCE", 40)
    for name in ("rivierenland.txt", MINUTES.name):
        build_store([folder / name], tmp_path / "in-parts")
    assert dump(tmp_path / "at-once") == dump(tmp_path / "in-parts")


def test_the_same_file_under_two_names_is_one_document(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "rivierenland.txt", folder / "kopie.txt")
    report = build_store([folder], tmp_path / "store")
    assert (report.documents, len(report.read), len(report.unchanged)) == (2, 2, 1)


def test_a_fault_in_the_wording_is_no_fault_of_a_document(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_path: Path) -> None:
        raise OntologyError("ontology/wording/x.yaml", "is niet bruikbaar", "herstel het")

    monkeypatch.setattr("graph.build.reading.read", broken)
    with pytest.raises(OntologyError, match=r"x\.yaml"):
        build_store([folder], tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_second_writer_is_told_so_and_readers_go_on(folder: Path, tmp_path: Path) -> None:
    build_store([folder], tmp_path / "store")
    before = dump(tmp_path / "store")
    with open_writer(tmp_path / "store"):
        with pytest.raises(InputError):
            build_store([folder], tmp_path / "store")
        assert open_snapshot(tmp_path / "store").is_current()
    assert dump(tmp_path / "store") == before


def test_progress_names_every_file(folder: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    build_store([folder], tmp_path / "store", progress=steps.append)
    lines = list(map(str, steps))
    assert any("[2/2]" in line and "rivierenland.txt" in line for line in lines)
