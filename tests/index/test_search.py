"""What a search finds, in which order, and what it tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph import ontology
from graph.index import Index
from graph.index.words import words
from graph.minutes.model import AgendaItem
from tests.index.minutes import indexed, quotes, reading

EXAMPLES = yaml.safe_load((ontology.FOLDER / "search.yaml").read_text(encoding="utf-8"))["examples"]

CAMERAS = "De burgemeester doet een toezegging over cameratoezicht in het centrum."
MANY = "Alle toezeggingen van de wijkagenten staan op de actielijst."
COORDINATION = "De coördinatie van zorgfraude ligt bij de gemeente Hengelo."
TENDER = "Besloten wordt de aanbesteding opnieuw te doen."
OLD = "De heer Jansen vraagt aandacht voor de wijkagent in Borne."
OOV = "Openbare orde en veiligheid komt in het najaar terug."

TEXT = "\n".join(["Verslag DVO", CAMERAS, MANY, COORDINATION, TENDER])
START = TEXT.index(TENDER)
MINUTES = (
    reading(
        "dvo-2024",
        TEXT,
        said={CAMERAS: "A. Bakker"},
        agenda=(
            AgendaItem("3", "Toezicht", 12, START),
            AgendaItem("4", "Inkoop", START, len(TEXT), publicity="closed"),
        ),
    ),
    reading("raad-2019", f"{OLD}\n{OOV}", body="Gemeenteraad Borne", date="2019-05-14"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(tmp_path_factory.mktemp("index"), MINUTES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["word"]))
def test_the_examples_of_the_vocabulary_hold(example: dict[str, list[str]]) -> None:
    stems = {word.stem for word in words(str(example["word"]))}
    for found in example["finds"]:
        assert stems & {word.stem for word in words(found)}, found
    for other in example.get("not", []):
        assert not stems & {word.stem for word in words(other)}, other


def test_one_and_many_are_the_same_word(index: Index) -> None:
    assert set(quotes(index, "toezeggingen")) == {CAMERAS, MANY}
    assert set(quotes(index, "wijkagent")) == {MANY, OLD}


def test_diacritics_may_be_left_out_or_come_apart(index: Index) -> None:
    assert quotes(index, "coordinatie") == [COORDINATION]
    assert quotes(index, "COO\u0308RDINATIE") == [COORDINATION]


def test_a_typo_counts_only_in_a_word_that_occurs_nowhere(index: Index) -> None:
    assert quotes(index, "cameratoezihct") == [CAMERAS]
    assert quotes(index, "wijkagnt Borne")[0] == OLD
    assert quotes(index, "Bornu") == [OLD]
    assert quotes(index, "xyzzyplugh") == []


def test_more_of_the_words_and_rarer_words_come_first(index: Index) -> None:
    assert quotes(index, "toezegging over cameratoezicht")[0] == CAMERAS
    assert quotes(index, "toezeggingen wijkagenten actielijst")[0] == MANY


def test_words_side_by_side_come_first(tmp_path: Path) -> None:
    apart = "Zorg voor ouderen en veiligheid op straat zijn twee dingen."
    together = "Het huis voor zorg en veiligheid opent morgen zijn twee deuren."
    index = indexed(tmp_path, [reading("a", f"{apart}\n{together}")])
    assert quotes(index, "zorg en veiligheid") == [together, apart]


def test_the_newest_of_equals_comes_first(tmp_path: Path) -> None:
    same = "De begroting wordt besproken."
    days = ["2020-01-01", "2023-06-30", "2023-07-01", "2008-02-29"]
    index = indexed(tmp_path, [reading(day, same, date=day) for day in days])
    assert [found.passage.date for found in index.search("begroting")] == sorted(days, reverse=True)


def test_another_name_of_a_theme_is_found_too_after_the_one_asked_for(tmp_path: Path) -> None:
    short, long = "OOV staat op de agenda van juni.", OOV
    index = indexed(tmp_path, [reading("a", f"{long}\n{short}")])
    assert quotes(index, "OOV") == [short, long]
    found = index.search("OOV")[1]
    assert [found.passage.quote[first:last] for first, last in found.highlights] == [
        "Openbare",
        "orde",
        "veiligheid",
    ]


def test_stop_words_alone_and_nothing_find_nothing(index: Index) -> None:
    for question in ("", "   ", "wie is het", "?!", "de"):
        assert index.search(question) == ()
    assert index.search("toezegging", limit=0) == ()


def test_filters(index: Index) -> None:
    assert quotes(index, "wijkagent", body="dvo twente") == [MANY]
    assert quotes(index, "wijkagent", document="raad-2019") == [OLD]
    assert quotes(index, "wijkagent", since="2024-03-07") == [MANY]
    assert quotes(index, "wijkagent", since="2024-03-08") == []
    assert quotes(index, "wijkagent", until="2024-03-06") == [OLD]
    assert quotes(index, "wijkagent", as_of="2019-05-14") == [OLD]
    assert quotes(index, "wijkagent", as_of="2019-05-14", until="2019-05-13") == []
    assert quotes(index, "wijkagent", body="Gemeenteraad") == []


def test_a_passage_tells_who_says_it_where_and_when(index: Index) -> None:
    (found, *_) = index.search("cameratoezicht")
    passage = found.passage
    assert (passage.document, passage.speakers, passage.item, passage.title) == (
        "dvo-2024",
        ("A. Bakker",),
        "3",
        "Toezicht",
    )
    assert (passage.body, passage.date, passage.publicity) == ("DVO Twente", "2024-03-07", "public")
    assert TEXT[passage.start : passage.end] == passage.quote
    assert [passage.quote[first:last] for first, last in found.highlights] == ["cameratoezicht"]


def test_nobody_is_said_to_speak_where_the_minutes_do_not_say_so(index: Index) -> None:
    assert index.search("coördinatie")[0].passage.speakers == ()


def test_what_is_closed_says_so(index: Index) -> None:
    assert index.search("aanbesteding")[0].passage.publicity == "closed"


def test_highlights_stand_in_the_quote_also_with_loose_diacritics(tmp_path: Path) -> None:
    loose = "De coo\u0308rdinatie en de evaluatie\u0301 volgen."
    found = indexed(tmp_path, [reading("a", loose)]).search("coördinatie")[0]
    assert [loose[first:last] for first, last in found.highlights] == ["coo\u0308rdinatie"]


@given(st.text(max_size=80))
def test_whatever_is_typed_is_plain_words(index: Index, typed: str) -> None:
    for found in index.search(typed):
        quote = found.passage.quote
        assert quote
        assert all(quote[first:last].strip() for first, last in found.highlights)


SYNTAX = [
    "toezegging AND (",
    '"toezegging',
    "text:toezegging*",
    "toezegging^9999",
    "+toezegging -[a TO b]",
    "/toezegging/~",
]


@pytest.mark.parametrize("typed", SYNTAX)
def test_syntax_means_nothing(index: Index, typed: str) -> None:
    assert set(quotes(index, typed)) == {CAMERAS, MANY}


def test_hostile_strings(index: Index) -> None:
    for typed in ("\ud800 toezegging", "\x00toezegging", "toezegging " * 100_000, "a" * 1_000_000):
        index.search(typed)
        assert index.search(typed, body=typed[:100], document=typed[:100]) == ()
    many = " ".join(f"woord{number}" for number in range(10_000))
    assert index.search(many) == ()


def test_how_many_there_are_with_every_word_and_with_some(index: Index) -> None:
    found = index.matching("toezegging wijkagenten")
    assert (found.every, found.some) == (1, 3)
    assert [each.passage.quote for each in index.search("toezegging wijkagenten", every=True)] == [MANY]
    assert index.matching("wijkagent", body="Gemeenteraad Borne").some == 1
    assert index.matching("wijkagent", since="2024-01-01").every == 1
    assert index.matching("de het een").some == 0


def test_a_word_that_no_sentence_has_leaves_none_with_every_word(index: Index) -> None:
    assert index.search("wijkagenten xyzzyplugh", every=True) == ()
    assert index.matching("wijkagenten xyzzyplugh").every == 0
    assert index.matching("wijkagenten xyzzyplugh").some == 2
