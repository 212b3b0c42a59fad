"""Invents minutes of a safety region that is not there: `python -m tests.bench.corpus FOLDER`.

`fixed`: the same 60 bodies with the same 300 portfolios and 150 people, however many documents there are.
`growing`: a body to about every 40 documents, with its portfolios and its people.
Nobody in them exists: names are put together from parts. The same seed gives the same minutes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.bench import corpus_words as words

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_START, _MOST_YEARS, _DOCUMENTS_A_YEAR, _LEAST_YEARS = date(2005, 1, 10), 20, 1000, 2
_BODIES, _PEOPLE_A_DISTRICT, _THEMES_A_BODY = 60, {"fixed": 15, "growing": 40}, 5
_DOCUMENTS_A_BODY = 40


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    initial: str
    surname: str
    woman: bool

    @property
    def listed(self) -> str:
        """As in a list of names."""
        return f"{self.initial}. {self.surname}"

    @property
    def spoken(self) -> str:
        """As in a sentence."""
        return f"{'mevr.' if self.woman else 'dhr.'} {self.surname[0].upper()}{self.surname[1:]}"


@dataclass
class Body:
    """A body, who sits in it, and how things stand: who holds what, and what was promised."""

    name: str
    group: str
    district: str
    people: tuple[Person, ...]
    themes: tuple[str, ...]
    holders: dict[str, Person | None] = field(default_factory=dict)
    jobs: dict[str, Person] = field(default_factory=dict)
    promises: list[tuple[Person, str]] = field(default_factory=list)
    last: date | None = None


def _dutch(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _people(chance: random.Random, count: int) -> list[Person]:
    """So many persons, no two with the same surname."""
    parts = [(p, b, e) for p in dict.fromkeys(words.PREFIXES) for b in words.BEGINS for e in words.ENDS]
    names = [f"{prefix}{begin}{end}" for prefix, begin, end in chance.sample(parts, count)]
    return [Person(chance.choice(words.INITIALS), name, chance.random() < 0.5) for name in names]


def _bodies(chance: random.Random, kind: str, documents: int) -> list[Body]:
    count = _BODIES if kind == "fixed" else max(3, documents // _DOCUMENTS_A_BODY)
    sorts, each = len(words.BODIES), _PEOPLE_A_DISTRICT[kind]
    districts = -(-count // sorts)
    places = [begin + end for begin in words.PLACE_BEGINS for end in words.PLACE_ENDS]
    chance.shuffle(places)
    people = _people(chance, districts * each)
    made = []
    for number in range(count):
        place = number // sorts
        there = tuple(people[place * each : (place + 1) * each])
        themes = tuple(chance.sample(words.THEMES, _THEMES_A_BODY))
        names = {"district": places[place], "theme": themes[0]}
        name, group = (text.format(**names) for text in (words.BODIES[number % sorts], words.GROUP))
        made.append(Body(name, group, places[place], there, themes))
    return made


class _Meeting:
    """One meeting: invents what is said, and keeps what changes in the body."""

    def __init__(self, body: Body, day: date, chance: random.Random) -> None:
        self.body, self.day, self.chance = body, day, chance
        self.present = chance.sample(body.people, min(len(body.people) - 2, 12))
        self.absent = [one for one in body.people if one not in self.present][:3]

    def say(self, templates: tuple[str, ...], **given: str) -> str:
        """A sentence, its slots filled by chance where nothing is given."""
        other, third = self.chance.sample(self.present, 2)
        coming = self.day + timedelta(days=self.chance.randint(14, 240))
        past = self.day - timedelta(days=self.chance.randint(1, 60))
        slots = {
            "other": other.spoken, "third": third.spoken, "plain": other.listed, "body": self.body.name,
            "group": self.body.group, "district": self.body.district, "date": _dutch(coming),
            "past": _dutch(past), "month": f"{MONTHS[coming.month - 1]} {coming.year}",
            "theme": self.body.themes[0],
        } | given  # fmt: skip
        text = self.chance.choice(templates).format(**slots)
        return text[0].upper() + text[1:]

    def portfolio(self, theme: str) -> str:
        """What is said of who leads a theme: mostly what was so, sometimes something new."""
        holder, turn = self.body.holders.get(theme), self.chance.random()
        new = self.chance.choice(self.present)
        if holder is None:
            if turn < 0.5:
                self.body.holders[theme] = None
                return self.say(words.VACANT, theme=theme)
            self.body.holders[theme] = new
            return self.say(words.TAKEN, theme=theme, holder=new.spoken)
        if turn < 0.06 and new != holder:
            self.body.holders[theme] = new
            return self.say(words.HANDED, theme=theme, holder=new.spoken, former=holder.spoken)
        if turn < 0.08:
            self.body.holders[theme] = None
            return self.say(words.VACANT, theme=theme)
        return self.say(words.HELD, theme=theme, holder=holder.spoken)

    def promised(self, theme: str) -> str:
        """A promise, or what came of an earlier one."""
        turn, open_ones = self.chance.random(), self.body.promises
        if open_ones and turn < 0.55:
            owner, task = open_ones.pop(0) if turn < 0.4 else open_ones[0]
            return self.say(words.KEPT if turn < 0.4 else words.POSTPONED, other=owner.spoken, task=task)
        owner, task = self.chance.choice(self.present), self.chance.choice(words.TASKS).format(theme=theme)
        open_ones.append((owner, task))
        return self.say(words.PROMISED, theme=theme, other=owner.spoken, plain=owner.listed, task=task)

    def role(self, theme: str) -> str:
        """Who does the work for a theme."""
        job = words.JOBS[self.body.themes.index(theme)]
        before, new = self.body.jobs.get(job), self.chance.choice(self.present)
        if before and before != new and self.chance.random() < 0.3:
            self.body.jobs[job] = new
            obj = "haar" if before.woman else "hem"
            return self.say(
                words.SUCCEEDED, theme=theme, holder=new.spoken, former=before.spoken, job=job, obj=obj
            )
        self.body.jobs[job] = before or new
        return self.say(words.ROLES, theme=theme, holder=self.body.jobs[job].spoken, job=job)

    def item(self, theme: str) -> str:
        """What is said of a theme, in three paragraphs."""
        said, chance = self.say, self.chance
        first = [self.portfolio(theme), said(words.SAID, theme=theme), said(words.FILLER)]
        second = [said(words.SAID, theme=theme), self.promised(theme), said(words.FILLER)]
        if chance.random() < 0.6:
            first.append(said(words.DECIDED, theme=theme))
        if chance.random() < 0.4:
            second.insert(1, self.role(theme))
        if chance.random() < 0.3:
            second.append(said(words.EVENTS, theme=theme))
        third = [said(words.SAID, theme=theme), said(words.FILLER), said(words.SAID, theme=theme)]
        return "\n".join(map(" ".join, (first, second, third)))

    def agenda(self) -> Iterator[tuple[str, str]]:
        """The items, each with its title and what was said."""
        yield "Opening en mededelingen", self.say(words.OPENING)
        if self.body.last:
            yield "Verslag vorige vergadering", self.say(words.MINUTES, past=_dutch(self.body.last))
        for theme in self.chance.sample(self.body.themes, len(self.body.themes)):
            yield theme, self.item(theme)
        if self.chance.random() < 0.5:
            structure = self.say(words.STRUCTURE, theme=self.chance.choice(self.body.themes))
            yield "Inrichting van het overleg", " ".join((structure, self.say(words.SAID)))
        yield "Rondvraag en sluiting", self.say(words.CLOSING)

    def text(self) -> str:
        """The whole minutes."""
        names = {
            "Datum": _dutch(self.day), "Tijdstip": "9.30 tot 11.30 uur",
            "Locatie": f"Gemeentehuis {self.body.district}",
            "Voorzitter": self.present[0].listed, "Secretaris": self.present[1].listed,
            "Aanwezig": ", ".join(one.listed for one in self.present),
            "Afwezig": ", ".join(one.listed for one in self.absent),
        }  # fmt: skip
        head = f"Verslag {self.body.name}\n\nFictief verslag – alle personen en gemeenten zijn verzonnen.\n\n"
        items = [f"{number}. {title}\n{said}\n" for number, (title, said) in enumerate(self.agenda(), 1)]
        return head + "".join(f"{k}: {v}\n" for k, v in names.items()) + "\n" + "\n".join(items)


def invented(documents: int, kind: str = "fixed", seed: int = 1) -> Iterator[tuple[str, str]]:
    """Names and texts of so many minutes, by date, over two years to twenty."""
    chance = random.Random(f"{seed} {kind}")  # noqa: S311 - no secret, and repeatable
    bodies = _bodies(chance, kind, documents)
    days = 365 * min(_MOST_YEARS, max(_LEAST_YEARS, documents / _DOCUMENTS_A_YEAR))
    for number in range(documents):
        body = bodies[number % len(bodies)]
        day = _START + timedelta(days=int(days * number / documents))
        day -= timedelta(days=max(0, day.weekday() - 4))
        yield f"{day:%Y-%m-%d}-{number:05}.txt", _Meeting(body, day, chance).text()
        body.last = day


def write(folder: Path, documents: int, kind: str = "fixed", seed: int = 1) -> list[Path]:
    """Invented minutes as files in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in invented(documents, kind, seed):
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def main() -> None:
    """Write minutes where the command line says."""
    parser = argparse.ArgumentParser(description="Invents fictional minutes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--kind", choices=("fixed", "growing"), default="fixed")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(f"{len(write(given.folder, given.documents, given.kind, given.seed))} documents in {given.folder}")


if __name__ == "__main__":
    main()
