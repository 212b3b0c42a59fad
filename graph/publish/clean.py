"""Words as they may stand in a file: without what a format cannot hold or what makes words read otherwise."""

from __future__ import annotations

import re

# What XML cannot hold, and the signs that turn the direction of what follows
# (a name could be shown reversed).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text with a mark in the place of what no file can hold, and without signs of direction."""
    return _FORBIDDEN.sub("\ufffd", _TURNING.sub("", text))
