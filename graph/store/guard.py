"""What a query of somebody else may not do: change anything, reach outside, or name a graph that is not here.

Oxigraph reads SPARQL without a tokenizer: to it, `SERVICE:x` and `1SERVICE<…>` may be SERVICE too. So a word
or prefix that merely holds "service" is refused as well; a local name (`ex:SERVICE`) and a variable are not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator

from pyoxigraph import NamedNode

from graph.errors import InputError
from graph.store import sparql
from graph.store.sparql import Token

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LARGEST = 100_000  # characters; nobody writes more by hand
_READ = "vraag met SELECT, ASK, CONSTRUCT of DESCRIBE"


def refuse_unsafe(query: str, graphs: Collection[str]) -> None:
    """An InputError when the query may not run on a snapshot that holds these graphs."""
    if len(query) > _LARGEST:
        raise InputError("vraag", f"is langer dan {_LARGEST} tekens", "maak hem korter")
    for spelling in {query, _decoded(query)}:
        code = sparql.code(spelling)
        _refuse_service(code)
        _refuse_updates(code)
        _refuse_graphs(code, graphs)


def _decoded(query: str) -> str:
    """The query with its codepoint escapes, which SPARQL allows anywhere, taken for what they are."""
    return _CODEPOINT.sub(lambda match: _character(int(match[1] or match[2], 16)), query)


def _character(number: int) -> str:
    return chr(number) if number <= sys.maxunicode else "\N{REPLACEMENT CHARACTER}"


def _refuse_service(code: Collection[Token]) -> None:
    if any(_could_be_service(token) for token in code):
        todo = "laat SERVICE weg, en geef een prefix met dat woord een andere naam"
        raise InputError("vraag", "vraagt het aan een andere computer (SERVICE) en dat mag niet", todo)


def _could_be_service(token: Token) -> bool:
    if token.kind == "word":
        return "service" in token.text.casefold()
    if token.kind in {"name", "blank"}:
        prefix, _, local = token.text.casefold().partition(":")
        return "service" in prefix or ".service" in local
    return False


def _refuse_updates(code: Collection[Token]) -> None:
    for token in code:
        if token.kind == "word" and token.text.upper() in _UPDATES:
            raise InputError(
                "query", f"zou de opslag veranderen ({token.text.upper()}) en dat mag niet", _READ
            )


def _refuse_graphs(code: Collection[Token], graphs: Collection[str]) -> None:
    for iri in _datasets(tuple(code)):
        if iri not in graphs:
            where = f"graaf {iri}" if iri else "FROM"
            raise InputError(
                f"vraag, {where}", "is geen graaf van deze opslag", "noem er een die er wel is, voluit"
            )


def _datasets(code: tuple[Token, ...]) -> Iterator[str]:
    """The IRIs after FROM and FROM NAMED; empty for one that cannot be made out."""
    prefixes = _prefixes(code)
    for number, token in enumerate(code):
        if token.kind == "word" and token.text.upper() in {"FROM", "FROMNAMED"}:
            rest = [t for t in code[number + 1 : number + 3] if t.text.upper() != "NAMED"]
            yield _expanded(rest[0], prefixes) if rest else ""


def _prefixes(code: tuple[Token, ...]) -> dict[str, str]:
    found = {}
    for word, name, iri in zip(code, code[1:], code[2:], strict=False):
        if word.text.upper() == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            found[name.text.removesuffix(":")] = _absolute(iri.text)
    return found


def _expanded(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return _absolute(token.text)
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return prefixes[prefix] + local if prefix in prefixes else ""
    return ""


def _absolute(text: str) -> str:
    """The IRI between the angle brackets; empty for a relative one, which could become anything."""
    iri = _decoded(text[1:-1])
    try:
        return NamedNode(iri).value
    except ValueError:
        return ""
