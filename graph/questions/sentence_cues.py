"""What a sentence of minutes tells, by its wording: ontology/questions/cues.yaml."""

from __future__ import annotations

import re
from functools import cache

from graph.ontology import load_yaml


def tells_of(what: str, sentence: str) -> bool:
    """Whether a sentence tells something, named as in cues.yaml."""
    return _pattern_of(what).search(sentence) is not None


@cache
def _pattern_of(what: str) -> re.Pattern[str]:
    return pattern(load_yaml("questions/cues.yaml")[what]["says"])


def pattern(written: str) -> re.Pattern[str]:
    """A regular expression as the ontology writes it: its lines may break before a «|»."""
    return re.compile(re.sub(r"\s+(?=\|)", "", written.strip()), re.IGNORECASE)
