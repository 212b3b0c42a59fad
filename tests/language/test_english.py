"""What is written in Dutch can be said in English: nothing is missing, nothing is left over, places agree."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from graph import answers, ontology, questions
from graph.build import build_store
from graph.language import day_in_words, english, kept, said, speaking, translated
from graph.screen import wording, wording_promises
from tests.screen.spoken import modules, spoken

ROOT = Path(__file__).resolve().parents[2]
_PLACE = re.compile(r"\{\w*\}")


def test_all_that_is_said_has_its_english() -> None:
    lacking = {words: where for words, where in spoken().items() if words not in english()}
    assert lacking == {}, "add these to ontology/english.yaml"


@pytest.mark.parametrize("dutch", english(), ids=lambda words: words[:40])
def test_the_english_has_the_places_of_the_dutch(dutch: str) -> None:
    assert set(_PLACE.findall(english()[dutch])) == set(_PLACE.findall(dutch))
    assert Counter(each for each in english()[dutch] if each in "[]|«»") == Counter(
        each for each in dutch if each in "[]|«»"
    )
    assert english()[dutch].strip()


def test_no_words_stand_twice() -> None:
    parts = ontology.load_yaml("english.yaml").values()
    counts = Counter(words for part in parts for words in part)
    assert [words for words, count in counts.items() if count > 1] == []


def test_words_come_in_the_language_that_is_spoken_when_they_are_taken() -> None:
    assert wording.TITLES["hiaten"] == "Hiaten"
    with speaking("en"):
        assert wording.TITLES["hiaten"] == "Gaps"
        assert wording.counted(2, wording.MINUTES) == "2 sets of minutes"
        assert (
            wording_promises.due("na de zomer", "2023-09-01", None) == "“na de zomer”: from 1 September 2023"
        )
        assert answers.label("attendance", "present") == "present"
    assert wording.TITLES["hiaten"] == "Hiaten"
    assert answers.label("attendance", "present") == "aanwezig"


def test_codes_and_signs_stay() -> None:
    with speaking("en"):
        assert wording_promises.ENDED == ("closed", "dropped")
        assert translated({"open": ("Te laat", "zomaar iets")}) == {"open": ("Late", "zomaar iets")}


def test_a_language_that_is_not_spoken_is_dutch() -> None:
    with speaking("tlh"):
        assert said("Thema") == "Thema"
        assert day_in_words("2023-04-20") == "20 april 2023"


def test_what_is_done_later_is_done_in_the_language_of_who_asked() -> None:
    with speaking("en"):
        later = kept(lambda: day_in_words("2023-04-20"))
    assert later() == "20 April 2023"


def test_nobody_takes_words_before_it_is_known_who_is_spoken_to() -> None:
    """`from words import SOME_WORDS` takes them once, in the language of whoever happened to come first."""
    names = {module.__name__ for module in modules()}
    taken = [
        f"{path.relative_to(ROOT)}: {alias.name}"
        for path in (ROOT / "graph").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module in names
        for alias in node.names
        if alias.name.isupper()
    ]
    assert taken == []


@pytest.fixture(scope="module")
def demo_snapshot(tmp_path_factory: pytest.TempPathFactory) -> answers.Snapshot:
    store = tmp_path_factory.mktemp("series") / "store"
    build_store([ROOT / "data" / "demo"], store)
    return answers.open_snapshot(store)


@pytest.mark.parametrize("question", ["Which portfolios are vacant?", "What contradictions are there?"])
def test_a_question_in_english_is_answered_in_english(demo_snapshot: answers.Snapshot, question: str) -> None:
    answer = questions.ask(demo_snapshot, question)
    assert (answer.status, answer.language) == ("answered", "en")
    assert not re.search(r"\b(is vacant:? .* vraagt|worden voor dezelfde tijd|verslagen)\b", answer.answer)
    assert "is vacant" in answer.answer or "different portfolio holders" in answer.answer


def test_questions_are_offered_in_the_language_that_is_spoken(demo_snapshot: answers.Snapshot) -> None:
    with speaking("en"):
        offered = questions.examples(demo_snapshot)
    assert offered[1] == "Which portfolios are vacant?"
    assert len(offered) == len(questions.examples(demo_snapshot))
    assert {questions.ask(demo_snapshot, each).language for each in offered} == {"en"}
