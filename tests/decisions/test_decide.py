"""`decide` on the command line, and that a decision outlives whatever happens to the documents."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import answers
from graph.__main__ import main
from graph.build import build_store
from graph.decisions import Decision, Log
from graph.store import vocabulary as v
from graph.store.embedded import dump, open_writer
from graph.store.identifiers import ID, STATE_GRAPH

TEXT = """Verslag Stuurgroep {body}

Datum: {day} maart 2024
Voorzitter: A. de Boer
Aanwezig: A. de Boer, B. Jansen, C. van Dam

1. Opening
Dhr. Jansen is portefeuillehouder {theme}.
Mevr. Van Dam vraagt om een portefeuillehouder Sport.
"""
WHO = ("--by", "A. Griffier", "--because", "Zo besproken met de voorzitter")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "minutes"
    made.mkdir()
    for day, (body, theme) in enumerate([("Rivierenland", "Wonen"), ("Heuvelland", "Jeugd")], start=3):
        put(made, body, day, theme)
    return made


def put(folder: Path, body: str, day: int, theme: str) -> Path:
    path = folder / f"{body.lower()}.txt"
    path.write_text(TEXT.format(body=body, day=day, theme=theme), encoding="utf-8")
    return path


@pytest.fixture
def place(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the folder, with a log of its own."""
    monkeypatch.setenv("WGE_DECISIONS", str(tmp_path / "log"))
    monkeypatch.setenv("WGE_STORE", str(tmp_path / "store"))
    build_store([folder], tmp_path / "store")
    return tmp_path / "store"


def holders(store: Path) -> dict[str, list[str]]:
    rows = answers.portfolios(answers.open_snapshot(store))
    return {row.theme or "": [each.person for each in row.holders] for row in rows if row.answer == "stated"}


def portfolio_fact(store: Path, theme: str) -> str:
    """The id of the fact that says who holds a portfolio."""
    row = next(each for each in answers.portfolios(answers.open_snapshot(store)) if each.theme == theme)
    return (row.evidence[0].fact or "").rpartition("/")[2]


def logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["decide", "--list", "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_rejected_fact_counts_no_more_and_the_log_says_why(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decide", "reject", portfolio_fact(place, "Wonen"), *WHO]) == 0
    assert "Wonen" not in holders(place)
    (entry,) = logged(capsys)
    assert (entry["by"], entry["because"], entry["stands"]) == (WHO[1], WHO[3], True)


def test_a_decision_can_be_undone(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = holders(place)
    main(["decide", "reject", portfolio_fact(place, "Wonen"), *WHO])
    (entry,) = logged(capsys)
    assert main(["decide", "withdraw", entry["id"], *WHO]) == 0
    assert holders(place) == before
    assert [each["stands"] for each in logged(capsys)] == [False, True]


def test_what_is_added_names_the_decision_as_its_evidence(place: Path) -> None:
    call = [
        "decide",
        "add",
        "portfolio",
        "theme=Sport",
        "holder=C. van Dam",
        "--body",
        "Stuurgroep Heuvelland",
    ]
    assert main([*call, *WHO]) == 0
    (row,) = (
        each
        for each in answers.portfolios(answers.open_snapshot(place))
        if each.theme == "Sport" and each.body == "Stuurgroep Heuvelland"
    )
    assert [each.person for each in row.holders] == ["C. van Dam"]
    assert WHO[3] in row.evidence[0].quote
    assert row.evidence[0].document.startswith("besluit-")
    snapshot = answers.open_snapshot(place)
    assert len(answers.documents(snapshot)) == 2
    told = answers.document(snapshot, row.evidence[0].document)
    assert told is not None
    assert told.sort == "person_decision"
    assert told.text[row.evidence[0].start : row.evidence[0].end] == row.evidence[0].quote


def test_what_is_corrected_counts_and_the_document_stays_as_it_was(place: Path) -> None:
    fact = portfolio_fact(place, "Wonen")
    assert main(["decide", "correct", fact, "holder=C. van Dam", *WHO]) == 0
    assert holders(place)["Wonen"] == ["C. van Dam"]
    document = answers.document(answers.open_snapshot(place), "stuurgroep-rivierenland-2024-03-03")
    assert document is not None
    assert any(mark.fact.endswith(fact) and "Jansen" in mark.summary for mark in document.marks)


def test_people_can_be_named_by_their_name(place: Path) -> None:
    assert main(["decide", "same", "B. Jansen", "C. van Dam", *WHO]) == 0
    assert len(answers.run_kept(answers.open_snapshot(place), "people", {}).rows) == 2


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["reject", "bestaat-niet", *WHO], "bestaat-niet"),
        (["reject", *WHO], "reject"),
        (["same", "B. Jansen", "Wonen", *WHO], "Wonen"),
        (["same", "B. Jansen", "B. Jansen", *WHO], "B. Jansen"),
        (["withdraw", "bestaat-niet", *WHO], "bestaat-niet"),
        (["add", "portfolio", "theme=Sport", *WHO], "--body"),
        (["add", "statement", "text=x", *WHO], "statement"),
        (["add", "portfolio", "thema=Sport", "--body", "X", *WHO], "thema"),
        (["reject", "x", "--by", "A. Griffier"], "--because"),
        (["reject", "x", "--because", "daarom"], "--by"),
        (["reject", "x", "--by", "\n\t", "--because", "daarom"], "--by"),
        (["reject", "x", "--by", "A" * 3000, "--because", "daarom"], "--by"),
        ([], "decide"),
    ],
)
@pytest.mark.usefixtures("place")
def test_a_wrong_call_is_one_line_and_logs_nothing(
    capsys: pytest.CaptureFixture[str], call: list[str], told: str
) -> None:
    capsys.readouterr()
    assert main(["decide", *call]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert logged(capsys) == []


def test_a_decision_is_logged_while_another_process_writes(
    folder: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fact = portfolio_fact(place, "Wonen")
    with open_writer(place):
        assert main(["decide", "reject", fact, *WHO]) == 0
        assert "bij de volgende" in capsys.readouterr().out
    assert "Wonen" in holders(place)
    build_store([folder], place)
    assert "Wonen" not in holders(place)


def test_a_decision_survives_a_better_reader_a_correction_and_a_rebuild(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    main(["decide", "reject", portfolio_fact(place, "Wonen"), *WHO])
    monkeypatch.setattr("graph.build.build.reader_version", lambda: "een betere lezer")
    build_store([folder], place)
    assert "Wonen" not in holders(place)
    path = folder / "rivierenland.txt"
    path.write_text(path.read_text(encoding="utf-8") + "Dhr. Jansen dankt iedereen.\n", encoding="utf-8")
    build_store([folder], place)
    assert "Wonen" not in holders(place)
    build_store([folder], tmp_path / "anew")
    assert "Wonen" not in holders(tmp_path / "anew")


def test_a_decision_whose_fact_is_gone_is_kept_listed_and_checked(
    folder: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["decide", "reject", portfolio_fact(place, "Wonen"), *WHO])
    put(folder, "Rivierenland", 3, "Economie")
    build_store([folder], place)
    (entry,) = logged(capsys)
    assert entry["orphaned"] == entry["about"]
    assert main(["check", "--json"]) == 1
    (flaw,) = json.loads(capsys.readouterr().out)
    assert (flaw["shape"], flaw["focus"]) == ("decision", entry["id"])
    put(folder, "Rivierenland", 3, "Wonen")
    build_store([folder], place)
    assert "Wonen" not in holders(place)


def test_a_case_person_in_a_reason_is_masked(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reason = "De zaak rond Piet Pietersen is besproken"
    main(["decide", "reject", portfolio_fact(place, "Wonen"), "--by", "A. Griffier", "--because", reason])
    assert "Pietersen" not in json.dumps(logged(capsys))
    assert b"Pietersen" not in dump(place)


def state(store: Path) -> list[bytes]:
    return [line for line in dump(store).splitlines() if STATE_GRAPH.value.encode() in line]


def all_but_times(store: Path) -> list[bytes]:
    return [line for line in dump(store).splitlines() if v.DCT_CREATED.value.encode() not in line]


PERSON, WHERE = f"{ID}person/", f"{ID}document/stuurgroep-{{}}-2024-03-0{{}}/fact/"
RIVER, HILLS = WHERE.format("rivierenland", 3), WHERE.format("heuvelland", 4)


def every_kind(store: Path) -> dict[str, Decision]:
    """One decision of each kind about what the folder's minutes say, none of them about the same thing."""
    sports = [
        (each.fact or "").rpartition("/")[2]
        for row in answers.portfolios(answers.open_snapshot(store))
        for each in row.evidence
        if row.theme == "Sport" and "rivierenland" in each.document
    ]
    housing, youth = portfolio_fact(store, "Wonen"), portfolio_fact(store, "Jeugd")
    return {
        "reject": decision("reject", RIVER + housing),
        "correct": decision("correct", HILLS + youth, fields=(("holder", "D. Vis"),)),
        "confirm": decision("confirm", RIVER + sports[0]),
        "same": decision("same", PERSON + "b-jansen", PERSON + "c-van-dam"),
        "different": decision("different", PERSON + "a-de-boer", PERSON + "b-jansen"),
        "add": decision(
            "add", fact_kind="portfolio", body="Stuurgroep Heuvelland", date="2024-03-04",
            fields=(("theme", "Cultuur"), ("holder", "A. de Boer")),
        ),
    }  # fmt: skip


STEPS = ("rivierenland.txt", "heuvelland.txt", "reject", "correct", "confirm", "same", "different", "add")


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(STEPS), undone=st.sampled_from([None, *STEPS[2:]]))
def test_documents_and_decisions_in_any_order_give_the_same_state(
    order: list[str], undone: str | None, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("order")
    build_store([folder], base / "plain", decisions=Log(base / "none"))
    decisions = every_kind(base / "plain")
    log, expected = Log(base / "log"), Log(base / "expected")
    for kind in sorted(decisions):
        if kind != undone:
            expected.append(decisions[kind])
    build_store([folder], base / "at-once", decisions=expected)
    for step in order:
        if step not in decisions:
            build_store([folder / step], base / "steps", decisions=log)
            continue
        made = log.append(decisions[step])
        if step == undone:
            log.append(decision("withdraw", made.id))
    build_store([folder], base / "steps", decisions=log)
    assert state(base / "steps") == state(base / "at-once")
    build_store([folder], base / "anew", decisions=log)
    assert all_but_times(base / "anew") == all_but_times(base / "steps")


def test_the_store_is_sound_with_decisions_of_every_kind(folder: Path, place: Path, tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    before = state(place)
    for each in every_kind(place).values():
        log.append(each)
    build_store([folder], place)
    assert state(place) != before
    assert answers.check(answers.open_snapshot(place)) == ()


def decision(kind: str, *targets: str, **more: Any) -> Decision:
    return Decision(id="", time="", kind=kind, by="A. Griffier", because="reden", targets=targets, **more)


def test_the_order_of_different_decisions_does_not_matter(folder: Path, tmp_path: Path) -> None:
    person = "https://w3id.org/wie-gaat-erover/id/person/"
    every = [
        decision("same", person + "b-jansen", person + "c-van-dam"),
        decision("different", person + "a-de-boer", person + "b-jansen"),
    ]
    states = []
    for number, order in enumerate(itertools.permutations(every)):
        log = Log(tmp_path / f"log-{number}")
        for each in order:
            log.append(each)
        build_store([folder], tmp_path / f"store-{number}", decisions=log)
        states.append(state(tmp_path / f"store-{number}"))
    assert states[0] == states[1]


def test_what_is_corrected_shows_the_sentence_and_who_corrected_it(place: Path) -> None:
    fact = portfolio_fact(place, "Wonen")
    main(["decide", "correct", fact, "holder=C. van Dam", *WHO])
    snapshot = answers.open_snapshot(place)
    row = next(each for each in answers.portfolios(snapshot) if each.theme == "Wonen")
    assert [(each.decision, each.speaker) for each in row.evidence] == [("correct", WHO[1]), (None, None)]
    assert WHO[3] in row.evidence[0].quote
    assert row.evidence[1].quote == "Dhr. Jansen is portefeuillehouder Wonen."
    assert row.decided_by == WHO[1]
    document = answers.document(snapshot, row.evidence[1].document)
    assert document is not None
    assert {mark.reviews for mark in document.marks if mark.fact.endswith(fact)} == {("corrected",)}


def test_what_is_confirmed_is_still_what_the_minutes_say(place: Path) -> None:
    main(["decide", "confirm", portfolio_fact(place, "Wonen"), *WHO])
    row = next(each for each in answers.portfolios(answers.open_snapshot(place)) if each.theme == "Wonen")
    assert [each.decision for each in row.evidence] == [None, "confirm"]
    assert row.decided_by is None


def test_nobody_has_seen_in_a_meeting_what_a_person_added(place: Path) -> None:
    call = [
        "decide",
        "add",
        "portfolio",
        "theme=Cultuur",
        "holder=C. van Dam",
        "--body",
        "Stuurgroep Heuvelland",
    ]
    assert main([*call, *WHO]) == 0
    row = next(each for each in answers.portfolios(answers.open_snapshot(place)) if each.theme == "Cultuur")
    assert [(each.first_seen, each.last_seen) for each in row.holders] == [(None, None)]
    assert (row.answer, row.decided_by) == ("stated", WHO[1])


def test_the_opposite_of_a_decision_is_refused_by_its_id(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decide", "different", "B. Jansen", "C. van Dam", *WHO]) == 0
    (entry,) = logged(capsys)
    assert main(["decide", "same", "B. Jansen", "C. van Dam", *WHO]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert entry["id"] in line
    assert len(logged(capsys)) == 1
    assert open_snapshot_people(place) == 3


def open_snapshot_people(store: Path) -> int:
    return len(answers.run_kept(answers.open_snapshot(store), "people", {}).rows)


def test_a_decision_that_comes_to_nothing_says_so_at_once_and_in_check(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = Log(tmp_path / "log")
    log.append(decision("same", PERSON + "b-jansen", PERSON + "c-van-dam"))
    vain = log.append(decision("different", PERSON + "c-van-dam", PERSON + "b-jansen"))
    log.append(decision("same", PERSON + "b-jansen", PERSON + "c-van-dam"))
    capsys.readouterr()
    main(["decide", "reject", portfolio_fact(place, "Wonen"), *WHO])
    assert main(["check", "--json"]) == 1
    found = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert {flaw["focus"] for flaw in found} == {vain.id}


def test_check_tells_of_decisions_that_the_store_does_not_know_yet(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = Log(tmp_path / "log").append(decision("reject", RIVER + portfolio_fact(place, "Wonen")))
    capsys.readouterr()
    assert main(["check", "--json"]) == 1
    (flaw,) = json.loads(capsys.readouterr().out)
    assert (flaw["focus"], flaw["severity"]) == (new.id, "low")


@pytest.mark.usefixtures("place")
def test_a_document_that_is_withdrawn_no_more_comes_back_with_the_next_build(
    folder: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["decide", "withdraw", "stuurgroep-rivierenland-2024-03-03", *WHO])
    assert len(answers.documents(answers.open_snapshot(place))) == 1
    (entry,) = logged(capsys)
    main(["decide", "withdraw", entry["id"], *WHO])
    assert "komt terug" in capsys.readouterr().out
    build_store([folder], place)
    assert len(answers.documents(answers.open_snapshot(place))) == 2


def test_a_decision_can_be_withdrawn_where_there_is_no_store(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Log(tmp_path / "log").append(decision("reject", RIVER + portfolio_fact(place, "Wonen")))
    assert main(["decide", "withdraw", made.id, *WHO, "--store", str(tmp_path / "none")]) == 0
    assert [each["stands"] for each in logged(capsys)] == [False, True]


def test_a_case_person_in_a_value_is_masked(place: Path) -> None:
    call = ["decide", "add", "promise", "text=De zaak rond Piet Pietersen uitzoeken", "owner=A. de Boer"]
    assert main([*call, "--body", "Stuurgroep Heuvelland", *WHO]) == 0
    assert b"Pietersen" not in dump(place)


def test_a_build_tells_of_a_damaged_line_in_the_log(folder: Path, place: Path, tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.append(decision("reject", RIVER + "x"))
    log.file.write_bytes(b"kapot\n" + log.file.read_bytes())
    (warning,) = build_store([folder], place).warnings
    assert "decisions.jsonl, regel 1" in warning
