"""Who holds a portfolio, and which are asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from graph import ontology
from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.extract import beside_names, division_lists, divisions
from graph.facts.extract.make import common, place
from graph.facts.extract.meant import the_one_meant
from graph.facts.extract.reported import is_reported
from graph.facts.extract.theme_meant import theme_meant
from graph.facts.model import Evidence, Portfolio
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_PROFILE = re.compile(
    r"^\W*(?:iemand|een bestuurder|een collega|bij voorkeur|het liefst|liefst|gezocht wordt iemand)\b",
    re.IGNORECASE,
)
_PREFERENCE = re.compile(
    r"[,;:] ((?:bij voorkeur|het liefst|liefst|het moet|idealiter)\b[^.;]+)", re.IGNORECASE
)
_TO_ANOTHER = re.compile(r"\bvan (?:haar|hem) (?:over )?(?:naar|aan|op)\b")
_UP_TO = re.compile(r"\btot(?: en met)? $", re.IGNORECASE)
_THAT_DATE = re.compile(r"\b(?:per|op|vanaf|met ingang van) (?:die|dezelfde) (?:datum|dag)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|binnen|van|voor) ([A-ZÀ-Þ][a-zà-ÿ]{3,}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*)\b(?! [A-ZÀ-Þ])")


_SOON = 2  # sentences behind a question in which its answer stands
_Same = tuple[
    str | None, str | None, str
]  # holder, capacity, status, of what is told of one theme in one sentence


def portfolios(context: Context) -> Iterator[Portfolio]:
    """Portfolio facts; a question who takes one says nothing where the answer stands behind it."""
    found = list(_found(context))
    found += division_lists.portfolios(context, found)
    held = {(fact.theme, fact.evidence[0].start) for fact in found if fact.status == "held"}
    for fact in found:
        asked = fact.status == "vacant" and fact.evidence[0].quote.rstrip().endswith("?")
        if not (asked and any(theme == fact.theme and _answers(context, fact, at) for theme, at in held)):
            yield fact


def _answers(context: Context, asked: Portfolio, place: int) -> bool:
    """Whether a sentence stands right behind the question."""
    first = next(iter(context.sentences_in(asked.evidence[0].start, asked.evidence[0].end)), None)
    return first is not None and any(each.start == place for each in context.after(first)[:_SOON])


def _found(context: Context) -> Iterator[Portfolio]:
    """What the rules read; of several that match one sentence about one theme, the first counts."""
    seen: dict[tuple[int, str | None, str | None], str] = {}
    told: dict[tuple[int, str | None], set[_Same]] = defaultdict(set)  # by sentence and theme
    for sentence, hit in (*context.found("portfolio"), *divisions.lines(context)):
        if is_reported(sentence) or not _leads(sentence, hit):
            continue
        for made in _portfolios(context, sentence, hit):
            listed = hit.rule.kind == "listed" and made.capacity  # a line names the holder, and the deputy
            key = (sentence.number, made.theme, listed or None if made.theme else made.holder)
            same = (made.holder, made.capacity, made.status)
            others = told[sentence.number, made.theme]
            first = seen.setdefault(key, hit.rule.id) == hit.rule.id
            beside = hit.rule.gives.get("beside") or _passes_on(made, others) or _stands_in(made, others)
            if (first or beside) and same not in others:
                others.add(same)
                yield made
    yield from divisions.rows(context)
    yield from beside_names.behind_names(context)
    yield from beside_names.vacancies(context)


def _leads(sentence: Sentence, hit: Hit) -> bool:
    """Whether what somebody is called, where the rule goes by that, means having a theme («trekker»)."""
    if "title" in hit.slots:
        return sentence.between(*hit.slots["title"]).lower() in _lead_words("titles")
    if "board" in hit.slots:
        named = sentence.between(*hit.slots["board"]).lower()
        return any(named in _lead_words(which) for which in ("leads", "titles", "boards"))
    if "lead" not in hit.slots:
        return True
    called = sentence.between(*hit.slots["lead"])
    return (
        bool(_of_lead(called))
        if hit.rule.gives.get("theme") == "of_lead"
        else called.lower() in _lead_words()
    )


def _of_lead(called: str) -> str | None:
    """The theme that stands in what somebody is called: «Grondzaken» in «aanspreekpunt Grondzaken»."""
    lead, _, theme = called.partition(" ")
    named = lead.lower() in _lead_words() and theme[:1].isupper()
    office = lead.lower() in _lead_words("titles") and theme.lower() in beside_names.usual()  # no place
    return theme if named or office else None


@cache
def _lead_words(which: str = "leads") -> frozenset[str]:
    return frozenset(ontology.load_yaml("wording/portfolios.yaml")[which])


def _passes_on(made: Portfolio, others: set[_Same]) -> bool:
    """Whether another takes what somebody in this sentence gives up («… en mevr. Post krijgt dat»)."""
    gone = all(status in ("ended", "handed_over") for _, _, status in others)
    return made.status == "held" and gone and all(holder != made.holder for holder, *_ in others)


def _stands_in(made: Portfolio, others: set[_Same]) -> bool:
    """Whether holder and deputy stand beside each other («bij dhr. Vos, mevr. Post is zijn vervanger»)."""
    return made.status == "held" and all(
        status == "held" and holder != made.holder and (capacity == "deputy") != (made.capacity == "deputy")
        for holder, capacity, status in others
    )


def _portfolios(context: Context, sentence: Sentence, hit: Hit) -> Iterator[Portfolio]:
    themes = [mention.value for mention in sentence.mentions_in(hit, "theme", "theme")]
    if hit.rule.gives.get("theme") == "of_lead":
        themes = [_of_lead(sentence.between(*hit.slots["lead"])) or ""]
    elif "theme" in hit.rule.gives:
        meant = theme_meant(context, sentence, hit)
        if meant is None:
            return
        themes = [meant]
    for theme in dict.fromkeys(themes) or (None,):
        if hit.rule.gives["status"] == "vacant":
            yield _vacant(context, sentence, hit, theme)
        else:
            yield from _held(context, sentence, hit, theme)


def _vacant(context: Context, sentence: Sentence, hit: Hit, theme: str | None) -> Portfolio:
    profile = _profile(context, sentence)
    asked = hit.rule.gives.get("requested_by") == "speaker" and len(sentence.speakers) == 1
    return Portfolio(
        **common(sentence, *([profile] if profile else [])),
        theme=theme,
        body=sentence.slot(hit, "body"),
        status="vacant",
        requested_by=sentence.speakers[0] if asked else None,
        requested_profile=profile.quote.rstrip(".") if profile else None,
    )


def _held(context: Context, sentence: Sentence, hit: Hit, theme: str | None) -> Iterator[Portfolio]:
    """One fact per holder; a predecessor who is named has handed the portfolio over."""
    gives = hit.rule.gives
    date = context.period(sentence.mention_in(hit, "date")) or _that_date(context, sentence)
    body = sentence.slot(hit, "body") or _of_another_place(context, sentence, hit)
    for holder in _holders(context, sentence, hit):
        yield Portfolio(
            **common(sentence),
            theme=theme,
            body=body,
            holder=holder,
            capacity=gives.get("capacity"),
            status=gives["status"],
            start=_when(gives.get("from"), date),
            end=_when(gives.get("to"), date)
            or (None if "predecessor" in hit.slots else _until(context, sentence)),
        )
    predecessor = sentence.slot(hit, "predecessor")
    if predecessor is None and "predecessor_before" in gives:
        meant = the_one_meant(context, sentence, hit)
        predecessor = meant[0] if meant else None
    if predecessor:
        yield Portfolio(
            **common(sentence),
            theme=theme,
            body=body,
            holder=predecessor,
            capacity="holder",
            status="handed_over",
            end=date,
        )


def _of_another_place(context: Context, sentence: Sentence, hit: Hit) -> str | None:
    """The region that a sentence gives for a portfolio where it is not that of the body that meets."""
    start, end = (place - sentence.start for place in sentence.span(hit.start, hit.end))
    for match in _PLACE.finditer(sentence.text, start, end):
        place_start, place_end = sentence.start + match.start(1), sentence.start + match.end(1)
        named = any(m.start < place_end and place_start < m.end for m in sentence.mentions)
        if not named and match[1] not in (context.own_body or ""):
            return match[1]
    return None


def _that_date(context: Context, sentence: Sentence) -> Period | None:
    """The date that «per die datum» points back at: the last one of the paragraph before it."""
    if not _THAT_DATE.search(sentence.text):
        return None
    earlier = [other for other in context.before(sentence, 3) if other.paragraph == sentence.paragraph]
    dates = [mention for other in earlier for mention in other.of_kind("date")[-1:]]
    return context.period(dates[0]) if dates else None


def _until(context: Context, sentence: Sentence) -> Period | None:
    """The day up to which somebody has it («blijft tot 1 april portefeuillehouder»)."""
    for mention in sentence.of_kind("date"):
        if _UP_TO.search(context.text[sentence.start : mention.start]):
            return context.period(mention)
    return None


def _when(slot: str | None, date: Period | None) -> Period | None:
    return date if slot == "date" else None


def _holders(context: Context, sentence: Sentence, hit: Hit) -> list[str]:
    """The persons in the slot; for «zij als portefeuillehouder» the one who speaks."""
    if hit.rule.gives.get("holder") == "meant":
        return _meant(context, sentence, hit)
    for slot in ("office", "called"):
        if slot in hit.slots:
            called = context.people.called(sentence.between(*hit.slots[slot]))
            return [called] if called else []
    if "who" in hit.slots or hit.rule.gives.get("holder") == "speaker":
        return list(sentence.speakers) if len(sentence.speakers) == 1 else []
    return list(dict.fromkeys(mention.value for mention in sentence.mentions_in(hit, "holder", "person")))


def _meant(context: Context, sentence: Sentence, hit: Hit) -> list[str]:
    """Whom «zij» means; never the other of «van haar naar A», said by the one who speaks."""
    meant = the_one_meant(context, sentence, hit)
    if meant and meant[1] is not sentence and _TO_ANOTHER.search(meant[1].key.folded):
        return list(sentence.speakers) if len(sentence.speakers) == 1 else []
    return [meant[0]] if meant else []


def _profile(context: Context, sentence: Sentence) -> Evidence | None:
    """What kind of person is wanted: the end of the sentence, or the one behind it, when it says so."""
    tail = _PREFERENCE.search(sentence.text)
    if tail:
        return place(context.text, sentence.start + tail.start(1), sentence.start + tail.end(1))
    following = next(iter(context.after(sentence)), None)
    if following and following.paragraph == sentence.paragraph and _PROFILE.match(following.text):
        return following.evidence
    return None
