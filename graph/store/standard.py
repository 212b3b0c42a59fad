"""What a query may not hold when it goes to an endpoint of which nothing is known: anything but SPARQL 1.1.

Engines have dialects in which a query writes, or fetches what is elsewhere: Virtuoso's `define get:soft`, its
`modify`, its functions `bif:…`. Such words are no SPARQL, so no query needs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph.errors import InputError
from graph.store import sparql
from graph.store.sparql import Token
from graph.store.vocabulary import PREFIXES

_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_XSD = PREFIXES["xsd"]


def refuse_dialect(query: str) -> None:
    """An InputError for a query that begins with no question, or calls a function of one engine's own."""
    code = sparql.code(query)
    if sparql.form(query) not in _FORMS:
        todo = "begin met SELECT, ASK, CONSTRUCT of DESCRIBE"
        raise InputError("vraag", "begint niet als een SPARQL-vraag", todo)
    casts = set(_prefixes_of_casts(code))
    for token, following in pairwise(code):
        if following.text == "(" and token.kind in {"iri", "name"} and not _is_cast(token, casts):
            todo = "gebruik alleen functies van SPARQL zelf"
            raise InputError("vraag", f"gebruikt {token.text} als functie en dat mag niet", todo)


def _prefixes_of_casts(code: tuple[Token, ...]) -> Iterator[str]:
    for word, name, iri in zip(code, code[1:], code[2:], strict=False):
        if word.text.upper() == "PREFIX" and iri.text == f"<{_XSD}>":
            yield name.text


def _is_cast(token: Token, casts: set[str]) -> bool:
    if token.kind == "iri":
        return token.text.startswith(f"<{_XSD}")
    return token.text.partition(":")[0] + ":" in casts
