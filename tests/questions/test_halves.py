"""What two halves of a question share, whether something is vacant, and what somebody is called."""

from __future__ import annotations

import pytest

from graph import questions
from graph.questions.asked_for import asked_kind
from graph.questions.matching import matches
from graph.questions.parts import resolved
from graph.questions.shelf import shelf_of
from tests.series.shelf import series


def _resolved(question: str) -> tuple[str, ...]:
    shelf = shelf_of(series())
    return resolved(question, lambda piece: shelf.read(piece, shelf.last_date))


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "Wie was voorzitter en wie notulist bij BOV Duinstreek van 11 april 2024?",
            "Wie was voorzitter bij BOV Duinstreek van 11 april 2024",
            "wie notulist bij BOV Duinstreek van 11 april 2024",
        ),
        (
            "Wie was voorzitter van BOV Duinstreek en wie secretaris?",
            "Wie was voorzitter van BOV Duinstreek",
            "wie secretaris van BOV Duinstreek",
        ),
    ],
)
def test_a_half_without_a_verb_shares_the_meeting(question: str, first: str, second: str) -> None:
    assert _resolved(question) == (first, second)


@pytest.mark.parametrize(
    "question",
    [
        "Wie is voorzitter van BOV Duinstreek en wie is secretaris?",
        "Wie is voorzitter en wanneer was BOV Duinstreek?",
    ],
)
def test_a_half_with_its_own_verb_does_not(question: str) -> None:
    assert "secretaris van BOV" not in " ".join(_resolved(question))
    assert "voorzitter bij BOV" not in " ".join(_resolved(question))


def test_from_whom_it_was_taken_over_is_asked_of_the_role() -> None:
    assert _resolved("Wie is voorzitter van BOV Duinstreek en van wie heeft die het overgenomen?")[1] == (
        "Wie is voorzitter van BOV Duinstreek achtereenvolgens"
    )


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Is Ex-detentie in Plassenland vacant?", "Ja."),
        ("Is Ondermijning in Plassenland vacant?", "Nee."),
        ("Is Ondermijning in Plassenland belegd?", "Ja."),
    ],
)
def test_yes_is_said_of_what_is_asked(question: str, begins: str) -> None:
    assert questions.ask(series(), question).answer.startswith(begins)


def test_words_that_hardly_say_anything_are_not_looked_for_alone() -> None:
    shelf = shelf_of(series())
    assert matches(shelf.read("wie neemt de taken over", shelf.last_date)) == []


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wat zei Duinker over wie er komt?", "thing"),
        ("Wie zei dat?", "person"),
        ("Waar hangt de stuurgroep onder?", "thing"),
        ("Waar was de vergadering?", "where"),
    ],
)
def test_what_is_asked_for(question: str, kind: str) -> None:
    shelf = shelf_of(series())
    assert asked_kind(shelf.read(question, shelf.last_date)) == kind


def test_what_stands_above_a_body_is_no_other_relation() -> None:
    answer = questions.ask(series(), "Waar valt de Werkgroep Cyberweerbaarheid onder?")
    assert "opgegaan" not in answer.answer.partition("«")[0]


def test_the_deputy_is_not_the_chair() -> None:
    answer = questions.ask(series(), "Wie is plaatsvervangend voorzitter van BOV Duinstreek?")
    assert answer.status == "not_in_minutes"


def test_the_program_has_no_opinion() -> None:
    assert questions.ask(series(), "Wat vind jij van de nieuwe voorzitter?").status == "not_understood"


def test_meetings_that_somebody_missed_are_no_lack() -> None:
    shelf = shelf_of(series())
    best = next(iter(matches(shelf.read("Welke vergaderingen heeft I. van Plas gemist?", shelf.last_date))))
    assert (best.kind.id, best.case) == ("how_often", "absent")
