"""How names become keys and the readable last part of an IRI."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:de|het|een|'t)\s+")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text in lower case, without accents and punctuation, one space between words.

    What names are compared by.
    """
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    return " ".join(re.findall(r"[^\W_]+", bare.replace("'", "").replace("’", "")))


def without_article(text: str) -> str:
    """The folded text without the article that it may begin with."""
    return folded(_ARTICLE.sub("", text.strip().casefold()))


def slug(text: str) -> str:
    """The text as the last part of an IRI: `Zorg en Veiligheid` is `zorg-en-veiligheid`. Never empty."""
    ascii_only = folded(text).encode("ascii", "ignore").decode()
    return "-".join(ascii_only.split()) or "x" + text.encode().hex()[:16]
