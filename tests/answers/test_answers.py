"""What the screens and commands ask, of a store with a few invented meetings."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pyoxigraph import QuerySolutions, Store

from graph import answers
from graph.answers.header import query_file
from graph.errors import InputError
from tests.answers.shelf import stored

MEETINGS = yaml.safe_load((Path(__file__).parent / "meetings.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> answers.Snapshot:
    return stored(tmp_path_factory.mktemp("store"), MEETINGS)


def _row(snapshot: answers.Snapshot, theme: str | None, as_of: str | None = None) -> answers.PortfolioRow:
    return next(row for row in answers.portfolios(snapshot, as_of) if row.theme == theme)


def test_the_date_is_that_of_the_last_meeting_and_never_today(snapshot: answers.Snapshot) -> None:
    assert answers.meeting_dates(snapshot) == ("2024-03-14", "2024-06-13")
    assert answers.as_of(snapshot, None) == "2024-06-13"
    assert answers.as_of(snapshot, "2024-01-01") == "2024-01-01"


@pytest.mark.parametrize("text", ["vandaag", "2024-13-01", "2024-02-30", "14-03-2024", "<script>"])
def test_what_is_no_date_is_refused_and_not_repeated(snapshot: answers.Snapshot, text: str) -> None:
    with pytest.raises(InputError) as refused:
        answers.as_of(snapshot, text)
    assert text not in str(refused.value)


def test_documents_are_those_known_at_the_date(snapshot: answers.Snapshot) -> None:
    assert [ref.document for ref in answers.documents(snapshot)] == ["raad-1", "raad-2"]
    assert [ref.document for ref in answers.documents(snapshot, "2024-05-01")] == ["raad-1"]
    assert answers.documents(snapshot)[0].body == "Raad Oost"


def test_a_vacancy_says_who_asks_for_whom_and_how_long(snapshot: answers.Snapshot) -> None:
    row = _row(snapshot, "Sport", "2024-03-24")
    assert (row.answer, row.requested_by, row.requested_profile, row.days_open) == (
        "vacant",
        "B. Vos",
        "iemand met tijd",
        10,
    )
    assert row.holders == ()
    assert [(place.quote, place.speaker) for place in row.evidence] == [
        ("De heer Vos vraagt om een portefeuillehouder Sport.", "B. Vos")
    ]


def test_a_stated_holder_with_the_dates_that_are_said_and_seen(snapshot: answers.Snapshot) -> None:
    row = _row(snapshot, "Sport")
    assert row.answer == "stated"
    assert row.holders == (
        answers.Holder(
            "D. Kok", "holder", "2024-05-01", None, "2024-06-13", "2024-06-13",
            "https://w3id.org/wie-gaat-erover/id/person/d-kok",
        ),
    )  # fmt: skip
    assert row.days_open is None
    assert row.rule is None


def test_who_probably_leads_is_inferred_with_its_rule(snapshot: answers.Snapshot) -> None:
    row = _row(snapshot, "Lichtjesroute")
    assert row.answer == "inferred"
    assert [holder.person for holder in row.holders] == ["A. Bos"]
    assert row.rule is not None
    assert row.rule.id == "likely_lead"
    assert "geen portefeuillehouder" in row.rule.reason
    assert len(row.evidence) == 3


def test_vacant_comes_first_and_mere_topics_last(snapshot: answers.Snapshot) -> None:
    rows = answers.portfolios(snapshot, "2024-03-14")
    assert [(row.theme, row.answer) for row in rows] == [
        ("Sport", "vacant"),
        ("Lichtjesroute", "inferred"),
        (None, "theme_not_named"),
        ("Zandbak", "not_named"),
    ]
    assert [row.is_portfolio_theme for row in rows] == [True, True, True, False]
    assert [holder.person for holder in rows[2].holders] == ["C. Smit"]


def test_only_one_body(snapshot: answers.Snapshot) -> None:
    assert answers.portfolios(snapshot, body="raad oost") == answers.portfolios(snapshot)
    assert answers.portfolios(snapshot, body="Raad West") == ()


def test_before_the_first_meeting_nothing_is_known(snapshot: answers.Snapshot) -> None:
    assert answers.portfolios(snapshot, "2024-01-01") == ()
    assert answers.gaps(snapshot, "2024-01-01") == ()
    assert answers.governance(snapshot, "2024-01-01") == answers.GovernanceMap((), ())


def test_coverage(snapshot: answers.Snapshot) -> None:
    rows = {row.theme: row for row in answers.coverage(snapshot, "2024-03-14")}
    assert set(rows) == {"Sport", "Lichtjesroute"}
    assert (rows["Lichtjesroute"].steering_group.answer, rows["Lichtjesroute"].steering_group.value) == (
        "stated",
        "stuurgroep Lichtjesroute",
    )
    assert (rows["Sport"].steering_group.answer, rows["Sport"].steering_group.value) == ("missing", None)
    assert rows["Sport"].project_leader.answer == "vacant"
    assert rows["Sport"].expert_group == answers.Cell("not_named", None, ())


def test_governance_map(snapshot: answers.Snapshot) -> None:
    drawn = answers.governance(snapshot, "2024-03-14")
    nodes = {node.label: node for node in drawn.nodes}
    assert (nodes["buurtteams"].status, nodes["buurtteams"].column) == ("ending", "local")
    assert "verdwijnt" in (nodes["buurtteams"].note or "")
    assert (nodes["Sport"].status, nodes["Sport"].holder) == ("vacant", "vacant")
    assert nodes["Lichtjesroute"].holder == "waarschijnlijk A. Bos"
    assert nodes["portefeuille van C. Smit"].holder_answer == "theme_not_named"
    assert nodes["stuurgroep Sport"].status == "missing"
    assert (nodes["projectleider Sport"].kind, nodes["projectleider Sport"].status) == ("role", "vacant")
    labels = {node.id: node.label for node in drawn.nodes}
    edges = {(labels[edge.source], edge.label, labels[edge.target]) for edge in drawn.edges}
    assert ("stuurgroep Lichtjesroute", "onderdeel van", "Welzijn") in edges
    assert ("stuurgroep Lichtjesroute", "voor", "Lichtjesroute") in edges
    assert ("Raad Oost", "portefeuille", "Sport") in edges
    assert all(edge.source in labels and edge.target in labels for edge in drawn.edges)


def test_the_map_narrows_down_to_what_is_near(snapshot: answers.Snapshot) -> None:
    body = "https://w3id.org/wie-gaat-erover/id/body/stuurgroep-lichtjesroute"
    near = answers.governance(snapshot, "2024-03-14", body)
    assert {node.label for node in near.nodes} == {"stuurgroep Lichtjesroute", "Welzijn", "Lichtjesroute"}
    assert answers.governance(snapshot, "2024-03-14", "urn:nothing").nodes == ()


def test_a_document_with_its_facts_in_place(snapshot: answers.Snapshot) -> None:
    found = answers.document(snapshot, "raad-1")
    assert found is not None
    for mark in found.marks:
        assert found.text[mark.start : mark.end]
        assert not set("{}[]|") & set(mark.summary)
    said = {mark.summary for mark in found.marks}
    assert "Portefeuille Sport is vacant; B. Vos vraagt om een houder" in said
    assert "C. Smit is portefeuillehouder; waarvan staat er niet" in said
    assert "projectleider is nog niet vervuld, thema Sport" in said
    assert "B. Vos: vraagt, over Sport" in said
    assert answers.document(snapshot, "bestaat-niet") is None


def test_overview_counts_and_says_where_to_look(snapshot: answers.Snapshot) -> None:
    overview = answers.overview(snapshot, "2024-03-14")
    counts = {(figure.group, figure.page, figure.filter): figure.count for figure in overview.figures}
    assert counts["open", "portefeuilles", "vacant"] == 1
    assert counts["open", "portefeuilles", "inferred"] == 1
    assert counts["known", "portefeuilles", "stated"] == 0
    assert counts["contradictory", "hiaten", "records_disagree"] == 1
    assert (
        next(figure.label for figure in overview.figures if figure.filter == "vacant")
        == "vacante portefeuille"
    )
    assert overview.as_of == "2024-03-14"


@pytest.mark.parametrize("query", answers.kept_queries(), ids=lambda query: query.name)
def test_kept_queries_parse_and_return_the_columns_they_announce(query: answers.QueryInfo) -> None:
    solutions = Store().query(query.sparql)
    assert isinstance(solutions, QuerySolutions)
    assert tuple(variable.value for variable in solutions.variables) == query.columns
    file = query_file("queries", query.name)
    assert file.text("title")
    assert file.text("question").endswith("?")
    for name, meaning in query.parameters:
        assert f"${name}" in query.sparql
        assert meaning


def test_kept_queries_run(snapshot: answers.Snapshot) -> None:
    vacancies = answers.run_kept(snapshot, "vacancies", {"asOf": "2024-03-14"})
    assert vacancies.rows == (("Sport", "Raad Oost", "B. Vos", "iemand met tijd", "2024-03-14"),)
    assert answers.run_kept(snapshot, "vacancies").rows == ()
    said = answers.run_kept(snapshot, "statements_about", {"theme": "sport"})
    assert [row[1] for row in said.rows] == ["B. Vos"]


def test_a_kept_query_says_what_it_needs(snapshot: answers.Snapshot) -> None:
    with pytest.raises(InputError, match="theme"):
        answers.run_kept(snapshot, "statements_about")
    with pytest.raises(InputError, match="kleur"):
        answers.run_kept(snapshot, "vacancies", {"kleur": "rood"})
    with pytest.raises(InputError, match="vacancies"):
        answers.run_kept(snapshot, "no-such-query")


def test_any_query_runs_with_limits_and_nothing_may_change(snapshot: answers.Snapshot) -> None:
    table = answers.run_query(snapshot, "SELECT ?s WHERE { ?s ?p ?o }", rows=3, seconds=5)
    assert len(table.rows) == 3
    assert table.truncated
    assert answers.run_query(snapshot, "ASK { ?s ?p ?o }").rows == (("true",),)
    with pytest.raises(InputError):
        answers.run_query(snapshot, "DELETE WHERE { ?s ?p ?o }")


def test_a_parameter_is_a_value_and_never_code(snapshot: answers.Snapshot) -> None:
    hostile = '") } DELETE WHERE { ?s ?p ?o } #'
    assert answers.run_kept(snapshot, "statements_about", {"theme": hostile}).rows == ()


def test_json_is_that_of_the_contract(snapshot: answers.Snapshot) -> None:
    row = answers.as_json(_row(snapshot, "Sport", "2024-03-14"))
    assert list(row) == [
        "theme", "body", "answer", "holders", "rule",
        "requested_by", "requested_profile", "days_open", "evidence",
    ]  # fmt: skip
    assert list(row["evidence"][0]) == ["document", "start", "end", "quote", "speaker"]
    held = answers.as_json(_row(snapshot, "Sport"))["holders"][0]
    assert list(held) == ["person", "capacity", "since", "until", "first_seen", "last_seen"]
    cover = answers.as_json(answers.coverage(snapshot)[0])
    assert list(cover) == [
        "theme",
        "body",
        "portfolio_holder",
        "steering_group",
        "expert_group",
        "project_leader",
    ]
    assert list(cover["steering_group"]) == ["answer", "value", "evidence"]
    gap = answers.as_json(answers.gaps(snapshot)[0])
    assert list(gap) == [
        "rule", "kind", "title", "stated", "severity",
        "subject", "explanation", "since", "evidence", "suggestion",
    ]  # fmt: skip


def test_every_quote_is_what_stands_in_the_document(snapshot: answers.Snapshot) -> None:
    places = [place for row in answers.portfolios(snapshot) for place in row.evidence]
    places += [place for gap in answers.gaps(snapshot) for place in gap.evidence]
    assert places
    for place in places:
        found = answers.document(snapshot, place.document)
        assert found is not None
        assert found.text[place.start : place.end] == place.quote
