"""The promise ledger: what belongs together, what became of it, and the laws that hold for any minutes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.registry import ThemeScheme
from graph.state import derive, load_rules
from graph.state.model import TrackedPromise
from graph.state.promises.words import Words, alike, same, told_of
from graph.state.triples import quads
from tests.state.invented import readings

RULES = load_rules()
WORDS = Words.of(RULES)
MEI = {"text": "in mei 2024", "from": "2024-05-01", "to": "2024-05-31"}
JULI = {"text": "1 juli 2024", "from": "2024-07-01", "to": "2024-07-01"}

Says = list[dict[str, Any]]


def row(text: str, *owners: str, **more: Any) -> dict[str, Any]:
    """A row of an action list."""
    return {"text": f"{text} {' '.join(owners)}", "promise": {"text": text, "owners": list(owners), **more}}


def news(text: str, status: str, **more: Any) -> dict[str, Any]:
    """A sentence that says how something stands."""
    return {"text": text, "progress": {"status": status, **more}}


def ledger(*meetings: tuple[str, Says], body: str = "Raad Oost") -> list[TrackedPromise]:
    given = [{"date": date, "body": body, "says": says} for date, says in meetings]
    return list(derive(readings(given), ThemeScheme(), RULES).promises)


def course(promise: TrackedPromise) -> list[tuple[str, str]]:
    return [(step.date, step.what) for step in promise.steps]


def test_a_row_that_comes_back_is_the_same_promise_until_it_is_done() -> None:
    (promise,) = ledger(
        ("2024-01-10", [row("Folder over woonoverlast", "A. Bos")]),
        ("2024-03-10", [row("Folder over woonoverlast", "A. Bos", status="in_progress")]),
        ("2024-05-10", [row("Folder woonoverlast", "A. Bos", status="closed")]),
        ("2024-06-10", [row("Folder woonoverlast", "A. Bos", status="closed")]),
    )
    assert course(promise) == [
        ("2024-01-10", "made"), ("2024-03-10", "in_progress"), ("2024-05-10", "closed"),
    ]  # fmt: skip
    assert promise.rule == "one_promise"


def test_a_later_term_puts_a_promise_off_and_the_same_words_do_not() -> None:
    again = {"text": "in mei 2024", "from": "2025-05-01", "to": "2025-05-31"}  # read again, a year later
    (promise,) = ledger(
        ("2024-01-10", [row("Folder over woonoverlast", "A. Bos", due=MEI)]),
        ("2024-03-10", [row("Folder over woonoverlast", "A. Bos", due=again)]),
        ("2024-05-10", [row("Folder over woonoverlast", "A. Bos", due=JULI)]),
    )
    assert [step.what for step in promise.steps] == ["made", "repeated", "postponed"]
    assert promise.steps[1].due == promise.steps[0].due
    last = promise.steps[2].due
    assert last is not None
    assert (last.start, last.end) == (None, "2024-07-01")  # a single day is a last day


def test_what_was_done_and_is_promised_again_is_a_new_promise() -> None:
    found = ledger(
        ("2024-01-10", [row("Folder over woonoverlast", "A. Bos")]),
        ("2024-03-10", [news("De folder over woonoverlast is rondgestuurd.", "closed")]),
        ("2025-01-10", [row("Folder over woonoverlast", "A. Bos")]),
    )
    assert sorted(map(course, found)) == [
        [("2024-01-10", "made"), ("2024-03-10", "closed")], [("2025-01-10", "made")],
    ]  # fmt: skip


def test_a_row_that_is_done_when_first_seen_has_no_day_on_which_it_was_made() -> None:
    (promise,) = ledger(("2024-01-10", [row("Folder over woonoverlast", "A. Bos", status="closed")]))
    assert (promise.made_on, promise.first_seen) == (None, "2024-01-10")


def test_news_of_a_thing_that_nobody_promised_is_no_promise() -> None:
    assert ledger(("2024-01-10", [news("De brug over de Linge is opgeleverd.", "closed")])) == []


def test_news_in_the_minutes_that_make_a_promise_does_not_close_it() -> None:
    (promise,) = ledger(
        ("2024-01-10", [
            news("De begroting is gereed.", "closed"),
            {"text": "Mevrouw Bos stuurt de begroting rond.", "promise": {"owners": ["A. Bos"]}},
        ]),
    )  # fmt: skip
    assert course(promise) == [("2024-01-10", "made")]


def test_two_that_fit_as_well_are_left_as_they_are() -> None:
    found = ledger(
        ("2024-01-10", [row("Jaarplan Jeugd", "A. Bos"), row("Jaarplan Wonen", "B. Vos")]),
        ("2024-03-10", [news("Het jaarplan is klaar.", "closed")]),
    )
    assert [len(promise.steps) for promise in found] == [1, 1]


def test_the_owner_that_a_sentence_names_decides_between_two() -> None:
    found = ledger(
        ("2024-01-10", [row("Jaarplan Jeugd", "A. Bos"), row("Jaarplan Wonen", "B. Vos")]),
        ("2024-03-10", [news("Het jaarplan van de heer Vos is klaar.", "closed", owners=["B. Vos"])]),
    )
    ended = [promise.text for promise in found if promise.steps[-1].what == "closed"]
    assert ended == ["Jaarplan Wonen"]


def test_an_action_without_words_is_the_only_one_of_its_owner() -> None:
    found = ledger(
        ("2024-01-10", [row("Folder over honden", "A. Bos"), row("Markt in mei", "B. Vos")]),
        ("2024-03-10", [
            {"text": "Er is gesproken.", "statement": {"speakers": ["B. Vos"]}},
            news("De actie van Bos is afgerond.", "closed", owners=["A. Bos"], about="Dit is zo."),
        ]),
    )  # fmt: skip
    ended = [promise.text for promise in found if promise.steps[-1].what == "closed"]
    assert ended == ["Folder over honden"]


def test_a_row_word_for_word_passes_to_its_new_owner() -> None:
    (promise,) = ledger(
        ("2024-01-10", [row("Folder over woonoverlast en honden", "A. Bos")]),
        ("2024-03-10", [row("Folder over woonoverlast en honden", "B. Vos")]),
    )
    assert [step.owner_names for step in promise.steps] == [("A. Bos",), ("B. Vos",)]


def test_minutes_of_no_known_body_stand_by_themselves() -> None:
    given = [
        {"date": date, "body": None, "says": [row("Folder over woonoverlast", "A. Bos")]}
        for date in ("2024-01-10", "2024-03-10")
    ]
    found = derive(readings(given), ThemeScheme(), RULES).promises
    assert [len(promise.steps) for promise in found] == [1, 1]
    assert {promise.body for promise in found} == {None}


def test_later_minutes_that_speak_of_it_are_kept() -> None:
    (promise,) = ledger(
        ("2024-01-10", [row("Folder over woonoverlast", "A. Bos", due=MEI)]),
        ("2024-06-10", [{"text": "De leden wachten op de folder over woonoverlast.", "statement": {}}]),
        ("2024-09-10", [{"text": "De leden spreken over fietsen.", "statement": {}}]),
    )
    assert promise.mentioned == ("2024-06-10",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("vaststellen", "vaststelling"), ("portefeuille", "portefeuilles"), ("woonoverlast", "woonoverlsat")],
)
def test_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    assert same(one, other, WORDS.typo)
    assert same(other, one, WORDS.typo)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cbs", "kvk"), ("gemeente", "gemeenschap"), ("evenement", "evenementenprotocol")],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not same(one, other, WORDS.typo)
    assert not same(other, one, WORDS.typo)


def test_two_promises_that_differ_in_a_word_each_are_not_alike() -> None:
    one, other = (
        WORDS.thing("CBS benaderen voor de strategie"),
        WORDS.thing("KvK benaderen voor de strategie"),
    )
    assert alike(one, other, WORDS, 0.6) == 0
    assert alike(one, one, WORDS, 0.6) == 1


def test_a_sentence_needs_the_kind_of_thing_too() -> None:
    plan = WORDS.thing("Plan Mensenhandel")
    assert told_of(plan, WORDS.thing("De bijeenkomst Mensenhandel gaat niet door."), WORDS) == 0
    assert told_of(plan, WORDS.thing("Het plan Mensenhandel is klaar."), WORDS) == 1


_PEOPLE = st.sampled_from(["A. Bos", "B. Vos"])
_THINGS = st.sampled_from(["Folder over honden", "Jaarplan Jeugd", "Jaarplan Wonen", "Brief"])
_STATUSES = st.sampled_from(["open", "in_progress", "closed", "dropped"])
_DUES = st.sampled_from([None, MEI, JULI])


@st.composite
def _said(draw: st.DrawFn) -> dict[str, Any]:
    thing = draw(_THINGS)
    if draw(st.booleans()):
        return row(thing, draw(_PEOPLE), status=draw(_STATUSES), due=draw(_DUES))
    status = draw(st.sampled_from(["open", "in_progress", "closed", "postponed", "dropped"]))
    about = draw(st.sampled_from([None, thing]))
    return news(f"Over {thing} is iets gezegd.", status, about=about, due=draw(_DUES))


_DATES = st.sampled_from(["2024-01-10", "2024-03-10", "2024-05-10", "2024-08-10"])
_MEETINGS = st.lists(
    st.fixed_dictionaries({
        "date": _DATES, "body": st.sampled_from(["Raad Oost", "Raad West", None]),
        "says": st.lists(_said(), min_size=1, max_size=4),
    }),
    min_size=1, max_size=5,
).map(lambda given: [meeting | {"id": f"doc-{number}"} for number, meeting in enumerate(given)])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_MEETINGS, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(meetings: list[dict[str, Any]], random: Any) -> None:
    shuffled = list(meetings)
    random.shuffle(shuffled)
    told, again = (derive(readings(each), ThemeScheme(), RULES) for each in (meetings, shuffled))
    assert told.promises == again.promises
    assert quads(told) == quads(again)


@settings(max_examples=60, deadline=None)
@given(_MEETINGS, _DATES)
def test_what_comes_later_does_not_change_what_was_known(meetings: list[dict[str, Any]], date: str) -> None:
    known = derive(
        readings([each for each in meetings if each["date"] <= date]), ThemeScheme(), RULES
    ).promises
    later = derive(readings(meetings), ThemeScheme(), RULES).promises
    cut = {each.iri: tuple(s for s in each.steps if s.date <= date) for each in later}
    assert {each.iri: each.steps for each in known} == {iri: steps for iri, steps in cut.items() if steps}


@settings(max_examples=60, deadline=None)
@given(_MEETINGS)
def test_every_promise_has_one_step_for_a_day_and_nothing_after_its_end(
    meetings: list[dict[str, Any]],
) -> None:
    for promise in derive(readings(meetings), ThemeScheme(), RULES).promises:
        dates = [step.date for step in promise.steps]
        assert dates == sorted(set(dates))
        assert all(step.evidence for step in promise.steps)
        assert not {step.what for step in promise.steps[:-1]} & {"closed", "dropped"}
        assert promise.made_on or promise.steps[0].what in {"closed", "dropped"}
