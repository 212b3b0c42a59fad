"""Questions and advice, and what came of them in the same agenda item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.facts.model import Decision, Fact, Missing, Portfolio, Promise, Role, Statement
from graph.state.finding import finding, subject_of
from graph.state.model import Finding
from graph.state.records import Minutes, Said
from graph.state.rules import Rule, Rules

QUESTION, ADVICE = "open_question", "advice_not_taken_up"


@dataclass(slots=True)
class Asking:
    """What one speaker asks or misses in one go, and the statement that responds to it, if any."""

    speakers: frozenset[str]
    asked: list[Said[Statement]]
    response: Said[Statement] | None = None
    answered: bool = False


@dataclass(slots=True)
class _Item:
    """The course of one agenda item: all askings, and those to which the next answer may be."""

    rule: Rule
    askings: list[Asking] = field(default_factory=list)
    pending: list[Asking] = field(default_factory=list)
    moved_on: bool = False  # somebody else has spoken since the last asking

    def hear(self, said: Said[Statement]) -> None:
        """Take in the next statement."""
        if said.fact.act in self.rule.words("asking_acts"):
            self._ask(said)
        elif said.fact.act in self.rule.words("answering_acts") and self._answer(said):
            self.pending = []
        elif self.pending and frozenset(said.fact.speakers) != self.pending[-1].speakers:
            self.moved_on = True

    def _ask(self, said: Said[Statement]) -> None:
        speakers = frozenset(said.fact.speakers)
        if self.pending and not self.moved_on and self.pending[-1].speakers == speakers:
            self.pending[-1].asked.append(said)
            return
        asking = Asking(speakers, [said])
        self.askings.append(asking)
        self.pending = [asking] if self.moved_on else [*self.pending, asking]
        self.moved_on = False

    def _answer(self, said: Said[Statement]) -> bool:
        """The statement responds to what others have just asked; taking something along is no answer."""
        open_to = [asking for asking in self.pending if asking.speakers != frozenset(said.fact.speakers)]
        for asking in open_to:
            asking.response = said
            asking.answered = said.fact.move not in self.rule.words("moves_that_do_not_answer")
        return bool(open_to)


def askings(minutes: Minutes, rules: Rules) -> list[Asking]:
    """All that was asked or missed in a meeting, with what was said to it."""
    items: dict[tuple[str, str], _Item] = defaultdict(lambda: _Item(rules[QUESTION]))
    for said in minutes.statements:
        items[said.item].hear(said)
    return [asking for item in items.values() for asking in item.askings]


def open_questions(minutes: Minutes, asked: Sequence[Asking], rules: Rules) -> Iterator[Finding]:
    """By the rule open_question: what was asked and not answered in its agenda item."""
    rule = rules[QUESTION]
    told_elsewhere = _sentences_of_wants(minutes)
    for asking in asked:
        questions = [
            said
            for said in asking.asked
            if _is_question(said, rule) and not minutes.sentences(said.fact) & told_elsewhere
        ]
        if questions and not asking.answered:
            yield _open_question(questions, asking, rule)


def _is_question(said: Said[Statement], rule: Rule) -> bool:
    if said.fact.act != "asks" or said.fact.move in rule.words("moves_that_do_not_ask"):
        return False
    words = said.fact.text.casefold()
    return not (said.fact.move == "request" and any(appeal in words for appeal in rule.words("appeals")))


def _sentences_of_wants(minutes: Minutes) -> frozenset[int]:
    """The sentences that ask for a person or thing: they are vacancies and missing things, not questions."""
    wants: list[Fact] = [said.fact for said in minutes.all(Missing)]
    wants += [said.fact for said in minutes.all(Portfolio) if said.fact.status == "vacant"]
    wants += [said.fact for said in minutes.all(Role) if said.fact.status == "vacant"]
    return frozenset(number for fact in wants for number in minutes.sentences(fact))


def _open_question(questions: Sequence[Said[Statement]], asking: Asking, rule: Rule) -> Finding:
    main = questions[-1] if questions[-1].fact.move == "request" else questions[0]
    pressing = any(said.fact.move == "calls_attention" for said in asking.asked)
    others = [said.iri for said in asking.asked if said is not main]
    response = [asking.response.iri] if asking.response else []
    return finding(
        main,
        "open_question",
        subject=subject_of(main),
        people=main.fact.speakers,
        theme=next(iter(main.fact.themes), None),
        what=main.fact.text,
        code="pressing" if pressing else None,
        response=asking.response.fact.text if asking.response else None,
        rule=rule.id,
        evidence=(main.iri, *others, *response),
    )


def advice_not_taken_up(minutes: Minutes, rules: Rules) -> Iterator[Finding]:
    """By the rule advice_not_taken_up: advice to which nobody in that agenda item commits."""
    rule = rules[ADVICE]
    commitments: list[Said[Decision] | Said[Promise]] = [*minutes.all(Decision), *minutes.all(Promise)]
    for said in minutes.statements:
        if said.fact.act == "advises":
            own = minutes.sentences(said.fact)
            later = [
                other for other in minutes.statements if other.item == said.item and other.place > said.place
            ]
            taken = any(
                other.fact.act in rule.words("taking_up_acts") and other.fact.speakers != said.fact.speakers
                for other in later
            )
            kept = any(
                other.item == said.item
                and other.place > said.place
                and not own & minutes.sentences(other.fact)
                for other in commitments
            )
            if not taken and not kept:
                yield finding(
                    said,
                    "advice_not_taken_up",
                    subject=subject_of(said),
                    people=said.fact.speakers,
                    theme=next(iter(said.fact.themes), None),
                    what=said.fact.text,
                    rule=rule.id,
                )
