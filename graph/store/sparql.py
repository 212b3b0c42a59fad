"""SPARQL as a row of tokens: to put parameters in, and to see what a query would do before it runs.

Oxigraph's `substitutions` take only variables that are projected, in every sub-select; so parameters are put
in here, as terms, token by token. What stands in a string, an IRI or a comment is never taken for code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.errors import InputError
from graph.store import vocabulary as v

_NAME = r"[\w\-.\u00B7]"
_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"

# In this order: the first that fits is what it is.
_TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n]+)
    | (?P<comment>\#[^\r\n]*)
    | (?P<string>\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\" | '''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
               | \"(?:[^\"\\\r\n]|\\.)*\" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<iri><(?:[^<>\"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:{_NAME}*)
    | (?P<name>(?:[^\W\d_]{_NAME}*)?:(?:{_NAME}|:|{_ESCAPE})*)
    | (?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """One token: what it is (the names in the grammar above) and its text."""

    kind: str
    text: str


@lru_cache(maxsize=256)
def tokens(query: str) -> tuple[Token, ...]:
    """All tokens of a query, white space and comments included: joined they are the query."""
    return tuple(Token(match.lastgroup or "sign", match.group()) for match in _TOKEN.finditer(query))


def code(query: str) -> tuple[Token, ...]:
    """The tokens without white space and comments."""
    return tuple(token for token in tokens(query) if token.kind not in {"space", "comment"})


Parameter = NamedNode | Literal | str | Sequence[NamedNode]
"""A term, a plain string, or the terms that stand in a row of VALUES."""


def bind(query: str, parameters: Mapping[str, Parameter]) -> str:
    """The query with each `$name` replaced by its parameter; an InputError for one that does not occur.

    Only the dollar form is replaced: `?name` stays the query's own. A parameter must not be projected.
    """
    if not parameters:
        return query
    parts = _parts(query)
    found = set(parts[1::2])
    for name in parameters:
        if f"${name}" not in found:
            raise InputError(f"parameter {name}", "komt in deze vraag niet voor", "laat hem weg")
    terms = {f"${name}": _written(value) for name, value in parameters.items()}
    return "".join(terms.get(part, part) if number % 2 else part for number, part in enumerate(parts))


@lru_cache(maxsize=256)
def _parts(query: str) -> tuple[str, ...]:
    """A query cut at its parameters: at every odd place one, with its dollar sign."""
    parts = [""]
    for token in tokens(query):
        if token.kind == "variable" and token.text[0] == "$":
            parts += [token.text, ""]
        else:
            parts[-1] += token.text
    return tuple(parts)


def _written(value: Parameter) -> str:
    if isinstance(value, str):
        value = Literal(value)
    if not isinstance(value, NamedNode | Literal):
        return " ".join(map(str, value))
    if isinstance(value, Literal) and value.datatype == v.XSD_INTEGER:
        return value.value  # so that it may stand after LIMIT too
    return str(value)


@lru_cache(maxsize=256)
def names_dataset(query: str) -> bool:
    """Whether the query says with FROM what it is about, which Oxigraph's union would overrule."""
    return any(
        token.kind == "word" and token.text.upper() in {"FROM", "FROMNAMED"} for token in tokens(query)
    )


def form(query: str) -> str:
    """The word that a query begins with after its prefixes, in capitals; empty when there is none."""
    rest = list(code(query))
    while rest and rest[0].text.upper() in {"PREFIX", "BASE"}:
        rest = rest[3 if rest[0].text.upper() == "PREFIX" else 2 :]
    return rest[0].text.upper() if rest else ""


def names_graph(query: str) -> bool:
    """Whether the query says with GRAPH where it looks, at least somewhere."""
    return any(token.kind == "word" and token.text.upper() == "GRAPH" for token in tokens(query))


_POSITION = re.compile(r"at (\d+):(\d+)")


def syntax_error(error: SyntaxError | str) -> InputError:
    """Oxigraph's complaint as one line with the position, without all that could have stood there."""
    position = _POSITION.search(str(error))
    where = f"vraag, regel {position[1]}, teken {position[2]}" if position else "vraag"
    if position:
        return InputError(where, "hier klopt de SPARQL niet", "verbeter die plek")
    detail = " ".join(str(error).split())[:200]
    return InputError(where, f"is geen geldige SPARQL ({detail})", "verbeter de vraag")
