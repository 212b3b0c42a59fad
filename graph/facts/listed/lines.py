"""Listed actions and decisions that are lines: bullets, numbered lines, lines that name an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.dutch.names import parse
from graph.facts.context import Context
from graph.facts.listed.item import Item
from graph.facts.listed.owners import NOBODY, Owners, owners
from graph.facts.listed.sections import Section, wording
from graph.facts.listed.status import closing, is_ticked, status_of
from graph.facts.listed.terms import dates_in, term
from graph.minutes.model import Line

_FEWEST_WORDS = 2
_FEWEST_ALIKE = 3  # lines of a list that all name an owner
_STATUSES = frozenset({"closed", "in_progress", "dropped"})  # that tell more than «open»
_LONGEST_NAME = 60  # characters before or behind an item that may name its owner
_NUMBER = re.compile(
    r"^\s*(?:\[[ xXvV✓]?\]\s+|[☐☑☒]\s+|[\w./-]{0,12}\d[\w./-]*[.):]?\s+|[a-z][.)]\s+|[-–•*]\s+)?"
)
_ACTION_WORD = r"(?:actie|actiepunt|ap|actiehouder|toezegging|afspraak|door|wie)"
_BEFORE = re.compile(
    rf"^\s*(?:{_ACTION_WORD}\s*:?\s+)?(?P<owner>[^:\n]{{2,{_LONGEST_NAME}}}?)\s*(?::|\s[–-]\s)\s*(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*(?:\(\s*(?:{_ACTION_WORD}\s*:?\s*)?(?P<a>[^()]{{2,{_LONGEST_NAME}}})\)(?:\s*:[^:()]{{2,40}})?"
    rf"|(?:{_ACTION_WORD})\s*:\s*(?P<b>[^:.]{{2,{_LONGEST_NAME}}})"
    rf"|\s[–|-]\s(?P<c>(?:[^–|:.]|\.(?=\s?[A-Z])){{2,{_LONGEST_NAME}}})|,\s*(?P<e>[A-Z][^,;:.()]{{1,40}})(?:,[^,;:]{{2,25}})?|[→>]\s*(?P<d>[^:.]{{2,{_LONGEST_NAME}}}))\s*[.;]?\s*$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s[–|-]\s")
_ARTICLE = re.compile(r"\s*(?:de |het )?", re.IGNORECASE)
_SUBJECT = re.compile(r"^\s*(?:zal|zullen|gaat|gaan|neemt|nemen|\w{3,}t|\w{3,}en)\b")
_BETWEEN = re.compile(r"\s*(?:,|en|&|/|, en)\s*")
_SMALL = frozenset({"van", "de", "den", "der", "het", "ten", "ter", "te", "op", "aan", "in", "bij", "el"})


def lines(context: Context, section: Section) -> Iterator[Item]:
    """What the lines under a heading list."""
    owned = _all_owned(context, section)
    for line in section.lines:
        whole = context.text[line.start : line.end]
        number = _NUMBER.match(whole)
        start = line.start + (number.end() if number else 0)
        text = " ".join(whole.split())
        nothing = text.lower().strip(" .-•") in wording()["nothing"] or text.startswith("http")
        if nothing or len(context.text[start : line.end].split()) < _FEWEST_WORDS:
            continue
        if section.kind != "decisions":
            yield from _action(context, line, start, reviewed=section.reviewed, owned=owned)
        elif line.kind == "bullet" or start > line.start or len(section.lines) == 1 or section.boxed:
            yield decision(context, line.start, line.end, start)


def decision(context: Context, start: int, end: int, text_start: int | None = None) -> Item:
    """What a stretch of text decides; its bullet or number is no part of the words."""
    text = " ".join(context.text[start if text_start is None else text_start : end].split())
    return Item("decision", start, end, text, agenda_item=context.item_at(start))


def _all_owned(context: Context, section: Section) -> bool:
    """Whether a list names an owner behind each action, so that one whom nobody knows is one too."""
    ends = [
        _bare(context, line.start, line.start + closing(context.text[line.start : line.end])[1])[1]
        for line in section.lines
    ]
    return len(ends) >= _FEWEST_ALIKE and all(ends)


def _bare(context: Context, start: int, end: int) -> tuple[int, re.Match[str] | None]:
    """Where an item ends without the date behind it, and what then stands behind it as an owner does."""
    last = _before_date(context, start, end)
    return last, _BEHIND.search(context.text[start:last])


def _action(context: Context, line: Line, start: int, *, reviewed: bool, owned: bool) -> Iterator[Item]:
    status, end = closing(context.text[start : line.end])
    named, first, last = in_words(context, start, start + end)
    if owned and not named.names:
        named, last = _unknown(context, start, start + end)
    if is_ticked(context.text[line.start : line.end]):
        status = "closed"
    told = _told(context, line) if reviewed and status == "open" else None
    if (line.kind == "text" and not named.names and start == line.start) or (
        reviewed and not told and not named.names
    ):
        return
    status = told or status
    yield Item(
        "action", line.start, line.end, " ".join(context.text[first:last].split()), named,
        term(context, first, line.end), status, context.item_at(line.start),
    )  # fmt: skip


def _unknown(context: Context, start: int, end: int) -> tuple[Owners, int]:
    """The words behind an item where its list names an owner there, and where what comes before them ends."""
    last, match = _bare(context, start, end)
    if match is None:
        return NOBODY, last
    group = match.lastgroup or "a"
    named = owners(context, start + match.start(group), start + match.end(group))
    return named, start + match.start() if named.names else end


def _told(context: Context, line: Line) -> str | None:
    """How an action of before stands, by what a sentence of its line tells."""
    hits = (
        hit for sentence in context.sentences_in(line.start, line.end) for hit in sentence.hits("progress")
    )
    told = (hit.rule.gives["status"] for hit in hits)
    return next((status for status in told if status in _STATUSES), None)


def in_words(context: Context, start: int, end: int) -> tuple[Owners, int, int]:
    """The owners that an item itself names, before, behind or as its subject; and where its text stands."""
    text = context.text[start:end]
    before = _BEFORE.match(text) if _before_date(context, start, end) == end else None
    if before:
        named = _label(context, start + before.start("owner"), start + before.end("owner"))
        if named.known or (named.names and _is_name(before["owner"])):
            return named, start + before.end(), end
    named, last = behind(context, start, end)
    if named.names:
        return named, start, last
    return _subject(context, start, end), start, end


def behind(context: Context, start: int, end: int) -> tuple[Owners, int]:
    """The owners behind an item («… rondsturen (mevr. Smits, 1 mei)»), and where what comes before ends."""
    end, match = _bare(context, start, end)
    if match:
        group = match.lastgroup or "a"
        first, last = start + match.start(group), start + match.end(group)
        named = owners(context, first, last)
        if named.known or _first_is_known(context, first, last):
            return named, start + match.start()
    return NOBODY, end


def _label(context: Context, start: int, end: int) -> Owners:
    """The owners before a colon: no one in brackets there, and no body behind other words."""
    bracket = context.text.find("(", start, end)
    named = owners(context, start, bracket if bracket > 0 else end)
    first = next((mention for mention in context.mentions_in(start, end) if mention.kind != "date"), None)
    behind_words = (
        first and first.kind == "body" and not _ARTICLE.fullmatch(context.text[start : first.start])
    )
    return NOBODY if behind_words else named


def _before_date(context: Context, start: int, end: int) -> int:
    """Where an item ends without the date behind its last dash («… – Els Vos – 1 mei»)."""
    parts = list(_DASHED.finditer(context.text, start, end))
    if len(parts) > 1 and term(context, parts[-1].start(), end):
        return parts[-1].start()
    return end


def _first_is_known(context: Context, start: int, end: int) -> bool:
    """«(Myrthe, deze week)»: somebody, and behind a comma when, or how it stands."""
    comma = context.text.find(",", start, end)
    if comma < 0 or not owners(context, start, comma).known:
        return False
    return bool(dates_in(context, comma, end) or status_of(context.text[comma + 1 : end]))


def _is_name(written: str) -> bool:
    """Whether words read like the full name of somebody whom the document does not know for sure."""
    name = parse(written)
    capitals = all(word[0].isupper() for word in written.split() if word.lower() not in _SMALL)
    return name is not None and bool(name.given_name) and capitals


def _subject(context: Context, start: int, end: int) -> Owners:
    """The persons with whom an item begins, where a verb follows («A en B zullen … afstemmen»)."""
    found: list[str] = []
    place = start
    for mention in context.mentions_from(start):
        between = context.text[place : mention.start]
        joined = _BETWEEN.fullmatch(between) if found else not between.strip()
        if mention.end > end or mention.kind not in ("person", "body") or not joined:
            break
        found.append(mention.value)
        place = mention.end
    if found and _SUBJECT.match(context.text[place:end]):
        return Owners(tuple(dict.fromkeys(found)), known=True)
    return NOBODY
