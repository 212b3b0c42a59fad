"""A document made ready for the rules: all that it names found, its sentences tagged, its turns known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from graph import ontology
from graph.dutch import dates, sentences
from graph.dutch.cues import Cued
from graph.dutch.period import Period
from graph.dutch.words import whole, words
from graph.facts import (
    bodies,
    body_aliases,
    frames,
    meant_persons,
    name_shapes,
    naming,
    portfolio_tables,
    roles,
    supposed,
    themes,
    turns,
)
from graph.facts.matching import Lookup, hits
from graph.facts.mentions import Mention, apart
from graph.facts.people import People
from graph.facts.sentence import Sentence, tag, within
from graph.facts.template import folded
from graph.facts.wording import Hit
from graph.minutes.model import AgendaItem, Line, Minutes

_POINTING = re.compile(r"\b(?:dit|deze|ons|onze)\s+$", re.IGNORECASE)
_LONGEST_KEY = 3  # characters of an item's number
_COLUMN_WORDS, _LONGEST_COLUMN = 2, 19  # words and characters of a column's heading
# «Brandweer: mevrouw Jansen blijft portefeuillehouder»: what stands before the colon is a theme here.
_LABEL_OF_PORTFOLIO = Cued(r"^([^:\n]{2,60}): (?=[^\n]*\bportefeuille)", re.MULTILINE)
_NOTHING_READ: Mapping[int, Sentence] = {}
_REGION = re.compile(r" (?:NL|Nederland)$")
_ABBREVIATION = r"(?P<short>[A-ZÀ-Þ][A-Za-z&-]{0,7}[A-ZÀ-Þ])"


@dataclass(slots=True)
class Context:
    """One document with all that its facts are made from."""

    minutes: Minutes
    people: People
    bodies: tuple[bodies.Found, ...]
    body_names: dict[str, str]  # as written → the document's one name
    mentions: list[Mention]
    starts: list[int]  # where each of them starts
    themes: list[Mention]  # every theme in order, also inside the name of a body
    theme_starts: list[int]  # where each of them starts
    periods: dict[int, Period]  # by where the date starts
    sentences: list[Sentence]
    meant: dict[int, list[Sentence]]  # sentences by number, with the persons put in whom they mean

    @property
    def text(self) -> str:
        """The document's text."""
        return self.minutes.text

    @property
    def own_body(self) -> str | None:
        """The name of the body that meets, as this document's facts use it."""
        own = self.minutes.meeting.body
        return self.body_names.get(own, own) if own else None

    def found(self, kind: str) -> Iterator[tuple[Sentence, Hit]]:
        """Every sentence with every rule of a kind that matches it."""
        for sentence in self.sentences:
            for told in (sentence, *self.meant.get(sentence.number, ())):
                for hit in told.found.get(kind, ()):
                    yield told, hit

    def themes_in(self, sentence: Sentence) -> list[Mention]:
        """The themes that a sentence names, also inside the names of bodies."""
        return within(self.themes, self.theme_starts, sentence.start, sentence.end)

    def mentions_from(self, offset: int) -> Iterator[Mention]:
        """The mentions that start at an offset or behind it, in order."""
        first = bisect_left(self.starts, offset)
        return (self.mentions[number] for number in range(first, len(self.mentions)))

    def item_at(self, offset: int) -> str | None:
        """The name of the agenda item that an offset stands in."""
        item = _item_at(self.minutes, offset)
        return item.name if item else None

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions inside a stretch of the text, in order."""
        return within(self.mentions, self.starts, start, end)

    def sentences_in(self, start: int, end: int) -> list[Sentence]:
        """The sentences that begin in a stretch of the text, in order."""
        first, last = (bisect_left(self.sentences, place, key=lambda s: s.start) for place in (start, end))
        return self.sentences[first:last]

    def period(self, mention: Mention | None) -> Period | None:
        """The period of a date mention."""
        return self.periods.get(mention.start) if mention else None

    def before(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """The sentences right before one, nearest first, within its agenda item."""
        earlier = self.sentences[max(0, sentence.number - count) : sentence.number]
        return [other for other in reversed(earlier) if other.item == sentence.item]

    def after(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """The sentences right after one, within its agenda item."""
        later = self.sentences[sentence.number + 1 : sentence.number + 1 + count]
        return [other for other in later if other.item == sentence.item]


def prepare(minutes: Minutes) -> Context:
    """Find everything that is named in a document and cut its text into tagged sentences."""
    text, text_words = minutes.text, words(minutes.text)
    people = People(minutes)
    surnames = frozenset(person.name.surname for person in people.known)
    givens = frozenset(person.name.given_name for person in people.known if person.name.given_name)
    listed = bool(portfolio_tables.wording().lead.search(text))
    introduced = [*themes.introduced(text, surnames), *themes.told(text, surnames | givens, listed=listed)]
    listed_themes = [*themes.known(text, text_words), *introduced]
    listed_themes += portfolio_tables.new_themes(text, minutes.tables, listed_themes)
    found_themes = themes.in_own_words(text, apart(listed_themes))
    found_bodies = (
        *bodies.find(text, text_words, {mention.start: mention.end for mention in found_themes}),
        *bodies.of_lists(text, _organisations(minutes), _never_bodies()),
    )
    names = _body_names(minutes, found_bodies)
    named = [*bodies.mentions(list(found_bodies), names), *_own_body(minutes, names)]
    called_themes = {(mention.start, mention.end) for mention in introduced}  # «portefeuillehouder Brandweer»
    called_themes.update(label.span(1) for label in _LABEL_OF_PORTFOLIO.finditer(text))
    body_mentions = [
        _pointed_at(minutes, mention)
        for mention in named
        if (mention.start, mention.end) not in called_themes
    ]
    naming.find(people, [*body_mentions, *found_themes])
    anchor = date.fromisoformat(minutes.meeting.date) if minutes.meeting.date else None
    found_dates = dates.find(text, anchor)
    persons = bytearray(len(text) + 1)  # 1 where a person is named
    for mention in people.mentions:
        persons[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    mentions = apart(
        [
            *people.mentions,
            *body_mentions,
            *found_themes,
            *roles.find(text, text_words, persons),
            *(Mention(found.start, found.end, "date", found.period.text) for found in found_dates),
        ]
    )
    context = Context(
        minutes,
        people,
        found_bodies,
        names,
        mentions,
        [mention.start for mention in mentions],
        found_themes,
        [mention.start for mention in found_themes],
        {found.start: found.period for found in found_dates},
        [],
        {},
    )
    context.sentences = list(_sentences(context))
    _add_told_themes(context, introduced)
    turns.assign(context.sentences, minutes, people)
    context.meant = meant_persons.meant(text, context.sentences, people)
    return context


def _add_told_themes(context: Context, introduced: list[Mention]) -> None:
    """Themes of which a sentence tells who has them count wherever the document names them so."""
    named = (m.value for m in context.mentions if m.kind in ("person", "body"))
    names = frozenset(word for name in named for word in name.split() if word[:1].isupper())
    told = supposed.told(context.text, context.sentences, names)
    labels = {mention.value for mention in told if context.text[mention.start].isupper()}
    labels |= {mention.value for mention in introduced if mention.value.split()[0] not in names}
    added = [*told, *themes.again(context.text, labels), *supposed.lines(context.sentences)]
    mentions = apart([*context.mentions, *added])
    if mentions == context.mentions:
        return
    context.mentions, context.starts = mentions, [mention.start for mention in mentions]
    context.themes = apart([*context.themes, *added])
    context.theme_starts = [mention.start for mention in context.themes]
    context.sentences = list(_sentences(context, {each.start: each for each in context.sentences}))


def _organisations(minutes: Minutes) -> Iterator[str]:
    """What the lists of names say that people come from; not the initials that stand for a name itself."""
    entries = (entry for found in minutes.lists for entry in found.entries if entry.organisation)
    said = ((str(entry.organisation), entry.name) for entry in entries)
    return (organisation for organisation, name in said if not name_shapes.stand_for(organisation, name))


@lru_cache(maxsize=1)
def _never_bodies() -> frozenset[str]:
    """Words behind a name that are a role or title, not an organisation."""
    titles: list[str] = ontology.load_yaml("wording/people.yaml")["titles"]
    return frozenset([*titles, *(word.split()[0] for word in roles.by_word()), "namens", "lid", "adviseur"])


def _pointed_at(minutes: Minutes, mention: Mention) -> Mention:
    """«dit AB» is the one body of that kind that meets; when none or several do, it stays what it is."""
    if not _POINTING.search(minutes.text[max(0, mention.start - 8) : mention.start]):
        return mention
    meets = [name for name in (minutes.meeting.body, *minutes.meeting.combined_with) if name]
    fitting = [name for name in meets if name == mention.value or name.startswith(f"{mention.value} ")]
    return replace(mention, value=fitting[0]) if len(fitting) == 1 else mention


def _own_body(minutes: Minutes, names: dict[str, str]) -> Iterator[Mention]:
    """Every place that names a body that meets, and its abbreviation in brackets right behind («X (BVO)»)."""
    for name in filter(None, (minutes.meeting.body, *minutes.meeting.combined_with)):
        value = names.get(name, name)
        for start, end in whole(minutes.text, name):
            yield Mention(start, end, "body", value)
        for match in re.finditer(rf"(?i:{re.escape(name)}) \({_ABBREVIATION}\)", minutes.text):
            yield Mention(*match.span("short"), "body", value)


def _body_names(minutes: Minutes, found: tuple[bodies.Found, ...]) -> dict[str, str]:
    """The one name for each way of writing a body: capitals settled, «X» and «X Nederland» together."""
    names: dict[str, str] = {}
    by_key: dict[str, str] = {}
    meets = [name for name in (minutes.meeting.body, *minutes.meeting.combined_with) if name]
    written = [*meets, *(body.name for body in found)]
    long_forms = {_REGION.sub("", name): name for name in written if _REGION.search(name)}
    for name in written:
        full = long_forms.get(name, name)
        names[name] = by_key.setdefault(full.lower(), full)
    for name, full in body_aliases.same(minutes.text, meets, written).items():
        names[name] = names.get(full, full)
    return names


def _item_at(minutes: Minutes, offset: int) -> AgendaItem | None:
    number = bisect_right(minutes.agenda, offset, key=lambda item: item.start)
    return minutes.agenda[number - 1] if number else None


def _sentences(context: Context, read: Mapping[int, Sentence] = _NOTHING_READ) -> Iterator[Sentence]:
    """Every sentence, tagged; one `read` before (by its start) stays when the same is named in it."""
    minutes, said = context.minutes, folded(context.text)
    number, head = 0, minutes.head
    for paragraph, line in enumerate(minutes.lines):
        if (line.start < head and not _is_prose(minutes, line)) or _is_key(minutes, line):
            continue
        item = _item_at(minutes, line.start)
        title = bool(item and item.title and minutes.quote(line).strip().endswith(item.title.strip()))
        for start, end in sentences.spans(minutes.quote(line)):
            first, last = line.start + start, line.start + end
            inside = context.mentions_in(first, last)
            known = read.get(first)
            if known and known.mentions == tuple(inside):
                yield known
                number += 1
                continue
            tagged, signs = tag(said, first, last, inside)
            kinds = frozenset(mention.kind for mention in inside)
            lookup = Lookup.of(tagged, kinds)
            found = frames.past_relative(lookup, kinds, frames.beside(lookup, hits(lookup), kinds))
            yield Sentence(
                number, first, last, minutes.text[first:last], paragraph, item.name if item else None, title,
                tuple(inside), lookup, signs=signs, found=found,
            )  # fmt: skip
            number += 1


_SENTENCES = 2


def _is_prose(minutes: Minutes, line: Line) -> bool:
    """Whether a line of the head is written out («Aanwezig zijn … . De heer Vos is verhinderd.»)."""
    content = minutes.quote(line).rstrip()
    if line.kind != "text" or not content.endswith("."):
        return False
    listed = any(found.start <= line.start < found.end for found in minutes.lists)
    return not listed or len(list(sentences.spans(content))) >= _SENTENCES


def _is_key(minutes: Minutes, line: Line) -> bool:
    """Whether a line is only an item's number, or the heading of a column."""
    content = minutes.quote(line).strip()
    column = len(content) <= _LONGEST_COLUMN and len(content.split()) <= _COLUMN_WORDS and content.istitle()
    return line.kind == "cell" and (len(content) <= _LONGEST_KEY or column)
