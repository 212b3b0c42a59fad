"""What others decided, or was decided in another meeting, and is only told here."""

from __future__ import annotations

import re
from functools import lru_cache

from graph import ontology
from graph.facts.context import Context
from graph.facts.mentions import Mention
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

CLAUSE = re.compile(r";\s+|,?\s(?:en|maar)\s+")  # where a clause that may decide something else begins
_GOVERNED = re.compile(r"\b(?:in|tijdens|bij|door)(?: (?:de|het|een))?(?: (?:vorige?|laatste|recente))?\W*$")
_OF_IT = re.compile(r"\b(?:van|aan|met|voor|bij|namens|naar|over|uit|tussen)(?: (?:de|het|een|alle))?\W*$")
_PERFECT = re.compile(r"\b(?:is|zijn|werd|werden|heeft|hebben|had|hadden)\b")  # told of what is over


@lru_cache(maxsize=1)
def _others() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Others who decide («de minister heeft»), verbs behind a body that does, and words for elsewhere."""
    words = ontology.load_yaml("wording/decisions.yaml")
    had = words["had"]  # what another body decides now is its decision, and told as that
    verbs = f"{words['decided']}|{words['decides']}"
    return (
        re.compile(
            rf"\W*(?:(?:en|maar|ook|daarnaast|inmiddels|intussen) )?(?:(?:de|het|een) )?"
            rf"(?:{words['others']})\b(?: [\w-]+){{0,3}}? (?:{verbs})\b"
        ),
        re.compile(rf"\W{{0,2}}(?: ?\([^()]*\))?(?: (?:van|op|d\.d\.) \S+(?: \S+)?)? (?:{had})\b"),
        re.compile(words["elsewhere"]),
    )


def is_elsewhere(context: Context, sentence: Sentence, hit: Hit) -> bool:
    """Whether what is decided was so by another body, or in another meeting: «het AB heeft ingestemd»."""
    outsiders, has, elsewhere = _others()
    said = sentence.key.folded
    start = max((match.end() for match in CLAUSE.finditer(said, 0, hit.start)), default=0)
    if elsewhere.search(said, start, hit.end) or outsiders.match(said, start, hit.end):
        return True
    bodies = (at for at, m in sentence.signs.items() if start <= at < hit.end and m.kind == "body")
    return any(
        (
            outsiders.match(f"{sentence.signs[at].value.lower()} heeft")
            or not is_own(context, sentence.signs[at])
        )
        and (
            (has.match(said, at + 1) and not _OF_IT.search(said, start, at))
            or (_GOVERNED.search(said, start, at) and _PERFECT.search(said, start))
        )
        for at in bodies
    )


def is_own(context: Context, subject: Mention) -> bool:
    """Whether a body is the one that meets: by name, by abbreviation, or as a noun without a name."""
    own, name = (context.own_body or "").lower(), subject.value.lower()
    initials = "".join(word[0] for word in re.findall(r"\w+", own))
    named_alike = name in own or own in name or name.split()[0] in own.split() or name in initials
    bare = " " not in name and subject.value.islower()
    return named_alike or bare or subject.value in context.minutes.meeting.combined_with
