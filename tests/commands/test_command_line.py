"""The command line as a script meets it: exit status, one line of error, JSON in the contract's shape."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.__main__ import COMMANDS, main
from tests.conftest import MINUTES, ROOT

EXPECTED = (
    "read",
    "build",
    "ask",
    "portfolios",
    "coverage",
    "gaps",
    "promises",
    "changes",
    "query",
    "map",
    "export",
    "decide",
    "check",
    "score",
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "graph", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line on standard error of a call that must end with status 2 and print nothing else."""
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1, printed.err
    assert "Traceback" not in printed.err
    return printed.err


def test_help_lists_exactly_the_commands_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert tuple(listed) == EXPECTED == tuple(COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["read"],
        ["read", "nergens.txt"],
        ["read", str(ROOT)],
        ["read", str(MINUTES), "--json", "--text"],
        ["portfolios", "--as-of", "gisteren"],
        ["portfolios", "--as-of", "2023-02-30"],
        ["portfolios", "--onzin"],
        ["build", "nergens"],
        ["query", "bestaat-niet"],
        ["query", "nergens.rq"],
        ["query", "portfolios", "--param", "zonder-teken"],
        ["gaps", "--store", "nergens/store"],
        ["gaps", "--store", "http://example.org/sparql"],
        ["score", "nergens.yaml"],
        ["map", "nergens/kaart.html"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_one_line_and_status_2(
    arguments: list[str],
    customer_store: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WGE_STORE", str(customer_store))
    assert failed(capsys, *arguments).strip()


def test_options_may_stand_before_and_after(customer_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(customer_store)
    rows = asked(capsys, "gaps", "--json", "--store", store)
    assert asked(capsys, "--store", store, "--json", "gaps") == rows
    assert asked(capsys, "--store", store, "gaps", "--as-of", "2023-04-20", "--json") == rows


def test_read_prints_the_text_that_the_offsets_point_into(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(MINUTES), "--text"]) == 0
    text = capsys.readouterr().out
    read = asked(capsys, "read", "--json", str(MINUTES))
    assert read["document"]["characters"] == len(text)
    evidence = [item for fact in read["facts"] for item in fact["evidence"]]
    assert evidence
    assert all(text[item["start"] : item["end"]] == item["quote"] for item in evidence)


def test_read_gives_every_field_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    read = asked(capsys, "read", str(MINUTES), "--json")
    assert set(read) == {"document", "meeting", "agenda", "facts", "coverage"}
    assert set(read["meeting"]) == {"body", "kind", "date", "start", "end", "place", "combined_with"}
    portfolio = next(fact for fact in read["facts"] if fact["kind"] == "portfolio")
    fields = "theme body holder capacity status requested_by requested_profile from to"
    assert set(fields.split()) <= set(portfolio)
    kinds = (
        "person attendance office theme body structure portfolio role succession missing "
        "statement decision promise event conflict"
    )
    assert {fact["kind"] for fact in read["facts"]} == set(kinds.split())


def test_portfolios_never_give_as_stated_what_was_inferred(
    customer_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = asked(capsys, "portfolios", "--json", "--store", str(customer_store))
    found = {row["theme"]: row for row in rows}
    assert found["Ex-detentie"]["answer"] == "vacant"
    assert found["Ex-detentie"]["requested_by"] == "P. Welman"
    assert found["Ex-detentie"]["holders"] == []
    assert found[None]["answer"] == "theme_not_named"
    assert [holder["person"] for holder in found[None]["holders"]] == ["D. Tigchelaar"]
    assert found["Ondermijning"]["answer"] == "inferred"
    assert found["Ondermijning"]["rule"]["id"]
    assert found["Mensenhandel"]["answer"] == "not_named"
    assert not [row for row in rows if row["answer"] == "stated"]


def test_gaps_have_what_the_customer_asked_for(
    customer_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = asked(capsys, "gaps", "--json", "--store", str(customer_store))
    keys = {
        "rule",
        "kind",
        "title",
        "stated",
        "severity",
        "subject",
        "explanation",
        "since",
        "evidence",
        "suggestion",
    }
    assert all(set(row) == keys for row in rows)
    kinds = {(row["kind"], row["subject"]): row for row in rows}
    assert kinds["vacant", "Ex-detentie"]["severity"] == "high"
    assert kinds["structure_missing", "Digitale criminaliteit"]["stated"]
    assert any(row["kind"] == "overview_missing" and "na de zomer" in str(row) for row in rows)
    told = " ".join(row["explanation"] + row["subject"] for row in rows if row["kind"] == "information_gap")
    assert "Broekhuizen" in told
    assert "Eijbersen" in told


def test_promises_have_the_fields_of_the_contract(
    customer_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = asked(capsys, "promises", "--json", "--store", str(customer_store))
    fields = "text owner due made_on body status closed_on history evidence"
    assert rows
    assert all(set(row) == set(fields.split()) for row in rows)
    for row in rows:
        assert row["due"] is None or set(row["due"]) == {"text", "from", "to"}
        assert [set(step) for step in row["history"]] == [{"date", "what", "evidence"}] * len(row["history"])
        assert row["history"][0]["evidence"] == row["evidence"] != []


def test_promises_as_a_table(customer_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["promises", "--store", str(customer_store)]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:3] == ["stand", "termijn", "wie"]
    assert rows


def test_before_the_first_meeting_nothing_is_known(
    customer_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("portfolios", "coverage", "gaps", "promises"):
        assert asked(capsys, command, "--as-of", "2020-01-01", "--json", "--store", str(customer_store)) == []


def test_coverage_has_a_cell_for_each_column(
    customer_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = {row["theme"]: row for row in asked(capsys, "coverage", "--json", "--store", str(customer_store))}
    assert rows["Digitale criminaliteit"]["steering_group"]["answer"] == "missing"
    assert rows["Ondermijning"]["steering_group"]["answer"] == "inferred"
    assert rows["Onbegrepen gedrag"]["project_leader"]["answer"] == "vacant"
    assert rows["Ex-detentie"]["portfolio_holder"]["answer"] == "vacant"


def test_kept_and_own_queries(
    customer_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(customer_store)
    assert asked(capsys, "query", "portfolios", "--json", "--store", store)
    own = tmp_path / "own.rq"
    own.write_text("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }", encoding="utf-8")
    assert int(asked(capsys, "query", str(own), "--json", "--store", store)[0]["n"]) > 1000
    own.write_text("CONSTRUCT { ?s a ?t } WHERE { GRAPH ?g { ?s a ?t } } LIMIT 3", encoding="utf-8")
    assert main(["query", str(own), "--turtle", "--store", store]) == 0
    assert capsys.readouterr().out.strip().endswith(".")


@pytest.mark.parametrize(
    ("word", "update"),
    [
        ("DELETE", "DELETE WHERE { ?s ?p ?o }"),
        ("INSERT", "INSERT DATA { <a:a> <a:b> <a:c> }"),
        ("DROP", "DROP ALL"),
        ("SERVICE", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"),
    ],
)
def test_a_query_that_would_write_or_reach_out_is_refused(
    word: str, update: str, customer_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.rq"
    own.write_text(update, encoding="utf-8")
    assert word in failed(capsys, "query", str(own), "--store", str(customer_store))


def test_check_finds_nothing_in_a_sound_store(
    customer_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(capsys, "check", "--json", "--store", str(customer_store)) == []


def test_the_map_is_one_file_that_asks_for_nothing(customer_store: Path, tmp_path: Path) -> None:
    assert main(["map", str(tmp_path / "kaart.html"), "--store", str(customer_store)]) == 0
    page = (tmp_path / "kaart.html").read_text(encoding="utf-8")
    assert "Ex-detentie" in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_as_a_process_results_and_remarks_are_kept_apart(tmp_path: Path) -> None:
    built = run("build", str(MINUTES), "--store", str(tmp_path / "store"))
    assert built.returncode == 0, built.stderr
    found = run("portfolios", "--json", "--store", str(tmp_path / "store"))
    assert json.loads(found.stdout)
    wrong = run("read", "nergens.txt")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
