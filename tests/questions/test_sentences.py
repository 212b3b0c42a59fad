"""Which sentences answer where no fact does, in minutes invented for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import answers, questions
from graph.build.build import build_store

FIRST = """Verslag Overleg Veiligheid Eskveld
Datum: 12 maart 2024
Locatie: gemeentehuis Lindewaard
Voorzitter: mevr. A. Dragt
Secretaris: dhr. P. Olthof
Aanwezig: mevr. A. Dragt, dhr. P. Olthof, dhr. K. Sluimer (burgemeester Vogelmeer), mevr. T. Wierda (politie)

1. Opening
De voorzitter opent de vergadering. Er zijn geen mededelingen.

2. Taakgroep Havens
Besluit: er komt een taakgroep Havens. Mevrouw Wierda en de heer Sluimer nemen zitting in de taakgroep Havens.
De taakgroep Havens stopt met de meetdienst, vanwege een tekort aan schippers.

3. Containerbranden
In het eerste kwartaal waren er 31 containerbranden. De heer Sluimer vraagt aandacht voor de nazorg.
Bij de havens wordt een steunpunt geopend in Vogelmeer. Er wordt een wandeltocht gehouden op 8 juni.
Een radarpost kost € 4.000. De havenkoepel is besproken met de schippers.

4. Politie
Mevrouw Wierda: de tien beloofde fte zijn er voor de helft.

5. Vrijwilligers
In twee van de vier gemeenten werken havenwachten. Lindewaard en Oxwerd hebben er geen.
De burgemeesters van Lindewaard en Oxwerd betreuren dat.

6. Voorzieningen
De heer Olthof geeft een toelichting op de sleepdienst. Wat gemist wordt, is een tweede sleepboot.
Over de bewaking zijn een aantal afspraken gemaakt. Er wordt een kandidaat voor de rampenwacht gezocht.
"""
SECOND = """Verslag Overleg Veiligheid Eskveld
Vergadering d.d. 10 september 2024 (verplaatst van 3 september vanwege een storing)
Locatie: stadhuis Oxwerd
Voorzitter: mevr. A. Dragt
Aanwezig: mevr. A. Dragt, dhr. P. Olthof, dhr. K. Sluimer, mevr. T. Wierda

1. Opening
De voorzitter opent de vergadering.

2. Containerbranden
In het derde kwartaal waren er 12 containerbranden. De nazorg is inmiddels geregeld.
"""


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> answers.Snapshot:
    folder: Path = tmp_path_factory.mktemp("sentences")
    for name, text in (("eerste.txt", FIRST), ("tweede.txt", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    build_store([folder / "eerste.txt", folder / "tweede.txt"], folder / "store")
    return answers.open_snapshot(folder / "store")


@pytest.mark.parametrize(
    "question",
    [
        "Waar wordt de wandeltocht van 8 juni gehouden?",  # no place
        "Wat kost de sleepdienst?",  # an amount, of something else
        "Wie gaat de nazorg betalen?",  # somebody, who does something else
        "Wanneer is het steunpunt in Vogelmeer geëvalueerd?",  # opened, not evaluated
        "Hoeveel schippers waren er in Vogelmeer?",  # a number, of something else
        "Welke afspraken zijn er gemaakt over de bewaking?",  # only that there are some
        "Wie zitten er in de havenkoepel?",  # a body, without who is in it
        "Wat zei Dragt over de radarpost?",  # said by nobody of that name
    ],
)
def test_what_only_uses_the_same_words_is_no_answer(minutes: answers.Snapshot, question: str) -> None:
    answer = questions.ask(minutes, question)
    assert answer.status == "not_in_minutes", answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Waar wordt een steunpunt bij de havens geopend?", ["Vogelmeer"]),
        ("Wat kost een radarpost?", ["€ 4.000"]),
        ("Wat zei Wierda over de politiecapaciteit?", ["tien beloofde fte"]),  # a compound by its end
        ("Wat mist Olthof bij de sleepdienst?", ["tweede sleepboot"]),
        ("Welke gemeenten hebben geen havenwachten?", ["Lindewaard", "Oxwerd"]),  # «er» is what was before
        ("Hoe ontwikkelde het aantal containerbranden zich?", ["31", "12"]),
        ("Waarom stopt de taakgroep met de meetdienst?", ["schippers"]),
        ("Waarom was de vergadering niet op 3 september?", ["storing"]),  # told in the head
        ("Is de nazorg bij containerbranden inmiddels geregeld?", ["inmiddels geregeld"]),
        ("Wie begon er over de nazorg bij containerbranden?", ["Sluimer"]),
        ("wanner was er een wandeltocht?", ["8 juni"]),  # typed almost right
        ("Wanneer is de wandeltocht? Ik zie verschillende dagen.", ["8 juni"]),
    ],
)
def test_what_sentences_tell(minutes: answers.Snapshot, question: str, told: list[str]) -> None:
    answer = questions.ask(minutes, question)
    assert answer.status == "answered", answer.answer
    assert [each for each in told if each not in answer.answer] == []


def test_that_nobody_did_it_is_said(minutes: answers.Snapshot) -> None:
    answer = questions.ask(minutes, "Heeft zich iemand aangemeld als kandidaat voor de rampenwacht?")
    assert answer.answer.startswith("Dat iemand dat deed, staat niet in de verslagen.")
    assert answer.sentences == ("Dat iemand dat deed, staat niet in de verslagen.",)
