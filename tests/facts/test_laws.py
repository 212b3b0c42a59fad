"""What holds for every document, whatever stands in it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.facts.model import Reading
from graph.facts.read import read
from tests.conftest import MINUTES

HEAD = (
    "Verslag Stuurgroep Oevers\n\nDatum\t3 maart 2024\n"
    "Aanwezig\tA. de Boer, B. Jansen, C. van Dam\n\n1. Opening\n"
)
PIECES = [
    "Dhr. Jansen", "mevr. De Boer", "vraagt om", "een portefeuillehouder", "Jeugdzorg", "de stuurgroep Wonen",
    "verdwijnt", "komt", "op 8 juni a.s.", "een projectleider", "mist", "akkoord", "zegt toe", "na de zomer",
    ".", ",", "(", ")", ":", "«", "<b>", "</p>", "|", "\t", "\n", "\n\n", "1.", "#", "**", "de casus van",
    "Kim B.", "’", "\u00a0", "█", "é", "🙂", "\ue000", "{theme}", "\\", "%s", "\x00",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.text(max_size=300))
lax = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def reading(folder: Path, body: str, extension: str = "txt") -> Reading | None:
    path = folder / f"x.{extension}"
    path.write_text(HEAD + body, encoding="utf-8", errors="replace", newline="")
    try:
        return read(path)
    except InputError:
        return None


def check_evidence(found: Reading) -> None:
    for fact in found.facts:
        assert fact.evidence, fact
        for item in fact.evidence:
            assert found.text[item.start : item.end] == item.quote
            assert len(item.quote) <= 600
        assert (fact.reason is not None) == (fact.certainty == "inferred"), fact


@lax
@given(texts, st.sampled_from(["txt", "md", "html"]))
def test_whatever_is_said_reading_does_not_fail_and_every_quote_stands_where_it_says(
    tmp_path: Path, body: str, extension: str
) -> None:
    found = reading(tmp_path, body, extension)
    if found:
        check_evidence(found)
        assert len({fact.id for fact in found.facts}) == len(found.facts)
        assert found == reading(tmp_path, body, extension)


def test_the_customers_minutes_keep_the_law() -> None:
    found = read(MINUTES)
    check_evidence(found)
    assert found.coverage.with_a_fact + len(found.coverage.unread) == found.coverage.sentences


def test_ids_do_not_hang_on_offsets(tmp_path: Path) -> None:
    said = "Dhr. Jansen vraagt om een portefeuillehouder Jeugdzorg.\n"
    here, there = reading(tmp_path, said), reading(tmp_path, "Er is koffie.\n\n" + said)
    assert here
    assert there
    portfolio = {fact.id for fact in here.facts if fact.kind == "portfolio"}
    assert portfolio
    assert portfolio <= {fact.id for fact in there.facts}


@pytest.mark.parametrize("kind", ["person", "attendance", "office", "portfolio", "statement"])
def test_facts_name_persons_by_a_person_fact(kind: str) -> None:
    found = read(MINUTES)
    known = {fact.name for fact in found.facts if fact.kind == "person" and hasattr(fact, "name")}
    for fact in found.facts:
        if fact.kind == kind:
            names = {field.name for field in fields(fact)} & {"person", "holder", "requested_by"}
            named = {getattr(fact, name) for name in names}
            assert named - {None} <= known
