"""Portfolios in brackets behind a holder of office: «wethouder B. Bos (zorg, jeugd)»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.mentions import Mention
from graph.facts.model import Portfolio
from graph.facts.sentence import within
from graph.facts.skos import concepts

_BRACKETS = re.compile(r"[ ,]*\((?P<inside>[^()\n]{3,80})\)")
_HOLDERS = re.compile(r"\bportefeuillehouders?\b|\bbestuurlijk(?:e)? trekkers?\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:vacature|vacant|n\.t\.b\.)[ ,]*\((?P<inside>[^()\n]{3,80})\)", re.IGNORECASE)
_APART = re.compile(r"\s*(?:,|;|/|&|\ben\b)\s*")


def behind_names(context: Context) -> Iterator[Portfolio]:
    """A portfolio for each theme in such brackets, in which there is nothing else; also in lists of names."""
    seen: set[tuple[str, str]] = set()
    for mention in context.mentions:
        title = _title().search(context.text, max(0, mention.start - 25), mention.start)
        brackets = _BRACKETS.match(context.text, mention.end)
        if (
            mention.kind != "person"
            or not brackets
            or not (title or _of_holders(context.text, mention.start))
        ):
            continue
        themes = _themes(context, *brackets.span("inside"))
        for theme in themes:
            if (mention.value, theme) not in seen:
                seen.add((mention.value, theme))
                yield _portfolio(
                    context, mention, theme, title.start() if title else mention.start, brackets.end()
                )


def vacancies(context: Context) -> Iterator[Portfolio]:
    """Where a line names the holders so, those for which there is none: «vacature (sport)»."""
    for match in _NOBODY.finditer(context.text):
        if _of_holders(context.text, match.start()):
            for theme in _themes(context, *match.span("inside")):
                yield _portfolio(context, None, theme, match.start(), match.end())


def _of_holders(text: str, start: int) -> bool:
    """Whether the line of a name speaks of portfolio holders («A (Wonen) en B (Sport) blijven pfh»)."""
    return _names_holders(text[text.rfind("\n", 0, start) + 1 : text.find("\n", start) % (len(text) + 1)])


@lru_cache(maxsize=8)
def _names_holders(line: str) -> bool:
    """Asked for each name on a line, and answered once."""
    return bool(_HOLDERS.search(line))


def _portfolio(context: Context, holder: Mention | None, theme: str, start: int, end: int) -> Portfolio:
    return Portfolio(
        id="",
        evidence=(place(context.text, start, end),),
        agenda_item=context.item_at(start),
        theme=theme,
        holder=holder.value if holder else None,
        capacity="holder" if holder else None,
        status="held" if holder else "vacant",
    )


def _themes(context: Context, start: int, end: int) -> list[str]:
    """The themes that make up a stretch; none when part of it is something else."""
    known = within(context.themes, context.theme_starts, start, end)
    whole = [theme.value for theme in known if (theme.start, theme.end) == (start, end)]
    if whole:
        return whole
    found: list[str | None] = []
    for part in _APART.split(context.text[start:end]):
        named = [theme.value for theme in known if context.text[theme.start : theme.end] == part]
        ordinary = part[:1].upper() + part[1:] if part.lower() in usual() else None
        found.append(named[0] if named else ordinary)
    return [theme for theme in found if theme] if all(found) else []


@cache
def _title() -> re.Pattern[str]:
    titles = "|".join(ontology.load_yaml("wording/portfolios.yaml")["titles"])
    return re.compile(rf"\b(?:{titles}) (?:(?:[A-Z]\.)+ ?)?$", re.IGNORECASE)


@cache
def usual() -> frozenset[str]:
    """Names of themes and of usual portfolios, in small letters."""
    names = ontology.load_yaml("wording/themes.yaml")["supposed"]["usual"]
    labels = (label for concept in concepts("themes.ttl") for label in concept.labels)
    return frozenset(name.lower() for name in (*names, *labels))
