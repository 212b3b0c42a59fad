"""What kind of thing a question asks for: a number, an amount, a day, a reason, a person, a place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.questions.model import Asked

FIRST = 4  # words of a question, or of a part of it, among which it says what it asks for
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "course",
        frozenset(
            ("ontwikkelt", "ontwikkelde", "ontwikkelden", "ontwikkeld", "ontwikkelen", "verloop", "trend")
        ),
    ),
    (
        "money",
        frozenset(
            (
                "gekost",
                "kostte",
                "kost",
                "kosten",
                "bedrag",
                "duur",
                "cost",
                "budget",
                "begroting",
                "subsidie",
            )
        ),
    ),
    ("number", frozenset(("hoeveel", "aantal", "many", "much"))),
    ("day", frozenset(("wanneer", "when", "sinds", "datum", "dag", "tijdstip", "date"))),
    ("reason", frozenset(("waarom", "why", "waardoor", "reden", "hoezo"))),
    ("person", frozenset(("wie", "who", "wiens", "whom"))),
)
_PEOPLE = frozenset(
    (
        "aanwezigen",
        "deelnemers",
        "leden",
        "lid",
        "burgemeester",
        "burgemeesters",
        "wethouder",
        "wethouders",
        "bestuurder",
        "bestuurders",
        "personen",
        "persoon",
        "collega",
    )
)
_MONEYED = frozenset(("budget", "begroting", "subsidie", "bedrag"))
HOW = frozenset(("hoe", "how"))
MEASURES = frozenset(
    ("hoog", "groot", "lang", "laag", "ver", "zwaar", "laat", "veel", "high", "long", "large", "big")
)
_HOW_OFTEN = frozenset((("hoe", "vaak"), ("hoe", "dikwijls"), ("hoe", "regelmatig"), ("how", "often")))
_WHERE = frozenset(("waar", "where"))
_WHICH_PLACE = frozenset(("plaats", "locatie", "zaal", "gebouw", "adres", "plek", "place", "location"))
_NOT_OF_PLACE = frozenset(
    ("over", "mee", "aan", "voor", "van", "tegen", "om", "vandaan", "uit", "op", "onder", "about", "under")
)
_BEHIND = frozenset(("bij", "in", "op", "tijdens", "met", "volgens", "en"))

WHICH, _PLACES = (
    frozenset(("welke", "welk", "which")),
    frozenset(("gemeente", "gemeenten", "municipality", "municipalities")),
)
ORGANISATIONS = frozenset(
    (
        *("bureau", "bureaus", "bedrijf", "bedrijven", "firma", "leverancier", "leveranciers", "instelling"),
        *("instantie", "instanties", "stichting", "organisatie", "organisaties", "vereniging", "aanbieder"),
        *("company", "companies", "firm", "agency", "supplier"),
    )
)


def asked_things(asked: Asked) -> frozenset[str]:
    """The word for what is asked for («welke gemeenten»), which a sentence that names them need not have."""
    words = [token.key for token in asked.tokens]
    return frozenset(
        word
        for before, word in pairwise(words)
        if before in WHICH and word in _PLACES | _PEOPLE | ORGANISATIONS
    )


def asked_kind(asked: Asked) -> str:
    """What is asked for: `number`, `day`, `person`, `place` (a municipality), …, or just a `thing`."""
    words = [token.key for token in asked.tokens]
    shaped = _by_shape(words)
    if shaped is not None:
        return shaped
    if bodies_asked_for(asked):
        return "body"
    for beginning in (words[:FIRST], words):
        for kind, cues in _KINDS:
            if cues & set(beginning) and not (kind == "person" and words[0] in _WHAT and beginning is words):
                return kind
    return "thing"


def bodies_asked_for(asked: Asked) -> frozenset[int]:
    """The places of the word for the bodies that are asked for («welke stuurgroep», «welke organen»)."""
    spans = (span.places for span in asked.of("body_kind"))
    return frozenset(
        place
        for places in (*spans, *asked.groups.get("bodies_word", ()))
        if min(places) and asked.tokens[min(places) - 1].key in WHICH
        for place in places
    )


_WHAT = frozenset(("wat", "what"))  # «wat zei X over wie er komt» asks for no person


def _by_shape(words: Sequence[str]) -> str | None:
    """What is asked for by how the question begins or what stands behind «welk»; else None."""
    first = set(words[:FIRST])
    which = any(before in WHICH and word in ORGANISATIONS for before, word in pairwise(words))
    measured = words[0] in HOW and len(words) > 1 and words[1] in MEASURES
    shapes = (
        (bool(WHICH & first and _PLACES & first), "place"),
        (which, "organisation"),
        (_asks_where(words), "where"),
        (bool(WHICH & first and _PEOPLE & first), "person"),
        (any(pair in _HOW_OFTEN for pair in pairwise(words)), "often"),
        (measured and not _MONEYED & set(words), "number"),
        (bool(to_be_named(words)), "person"),
    )
    return next((kind for holds, kind in shapes if holds), None)


def to_be_named(words: Sequence[str]) -> tuple[str, ...]:
    """The words for whom or what a name is asked of («hoe heet de dijkgraaf», «de achternaam van Piet»)."""
    if len(words) > 1 and words[0] in HOW and words[1] in _CALLED:
        return tuple(words[2:])
    behind = next((at + 1 for at, word in enumerate(words[:FIRST]) if word in _NAMES), len(words))
    return tuple(words[behind:])


_CALLED = frozenset(("heet", "heten", "heette", "heetten"))
_NAMES = frozenset(("achternaam", "voornaam", "achternamen", "voornamen", "surname"))


def _asks_where(words: Sequence[str]) -> bool:
    """Whether it is asked where something is, and not what about, what with («waar ging het over»)."""
    if words[0] in _WHERE:
        return "terecht" not in words and not any(
            word in _NOT_OF_PLACE and (at + 1 == len(words) or words[at + 1] in _BEHIND)
            for at, word in enumerate(words)
        )
    return bool(WHICH & set(words[:2]) and _WHICH_PLACE & set(words[:3]))


def asks_who_says(asked: Asked) -> bool:
    """Whether it is asked who speaks of something."""
    return any(asked.groups.get(group) for group in TELLING) or bool(raising(asked))


def raising(asked: Asked) -> frozenset[int]:
    """The word for bringing something up («wie begon er over»): that is speaking, not what it is about."""
    keys = [token.key for token in asked.tokens]
    if not _ABOUT & set(keys):
        return frozenset()
    return frozenset(place for place, word in enumerate(keys) if word in _BEGINNING)


_ABOUT = frozenset(("over", "about"))
_BEGINNING = frozenset(("begon", "begonnen", "begint", "begin", "kwam", "kwamen", "started", "brought"))


TELLING = ("said", "asks", "asked", "advises", "proposes", "promise", "agrees", "thanks", "lacking")
