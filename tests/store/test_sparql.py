from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from graph.errors import InputError
from graph.store import sparql
from graph.store.guard import refuse_unsafe

GRAPH = "http://example.org/g"


@given(st.text(alphabet=st.sampled_from("SERVICEservice <>\"'\\#:?$@.{}\n\r u0041é_-1")) | st.text())
def test_the_tokens_are_the_query(query: str) -> None:
    assert "".join(token.text for token in sparql.tokens(query)) == query


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ('"a \\" SERVICE"', "string"),
        ("'SERVICE'", "string"),
        ('"""a "SERVICE" \n ""b"""', "string"),
        ("'''it's\n''b'''", "string"),
        ('""', "string"),
        ("<http://example.org/SERVICE#x>", "iri"),
        ("<\\u0068ttp://x>", "iri"),
        ("# SERVICE <x>", "comment"),
        ("ex:SERVICE", "name"),
        (":SERVICE", "name"),
        ("ex:a%20b\\,c", "name"),
        ("?service", "variable"),
        ("$service", "variable"),
        ("@nl-NL", "language"),
        ("_:service", "blank"),
        ("SERVICE", "word"),
    ],
)
def test_what_a_token_is(query: str, kind: str) -> None:
    assert [token.kind for token in sparql.tokens(query)] == [kind]


def test_parameters_are_terms_whatever_they_hold() -> None:
    query = "SELECT * { ?s ?p $x, $y ; <http://p/$x> '$x' } # $x\nLIMIT $n"
    bound = sparql.bind(query, {"x": 'a"b\\', "y": NamedNode("http://e"), "n": Literal(5)})
    assert bound == 'SELECT * { ?s ?p "a\\"b\\\\", <http://e> ; <http://p/$x> \'$x\' } # $x\nLIMIT 5'


HARMLESS = [
    "SELECT ?service WHERE { ?service ?insert $load }",
    "PREFIX ex: <http://example.org/> SELECT * { ex:SERVICE ex:DROP ex:a.b }",
    "SELECT * { ?s ?p 'SERVICE <http://x> {}' } # LOAD <http://x>",
    'SELECT * { ?s ?p """; DROP ALL\nSERVICE"""@nl , \'\'\'INSERT DATA\'\'\' , "DELETE" }',
    "SELECT * { <http://example.org/SERVICE> <http://example.org/#LOAD> ?x FILTER(?x < 3 && ?x > 1) }",
    "SELECT * FROM <http://example.org/g> FROM NAMED <http://example.org/g> { ?s ?p ?o }",
    "PREFIX e: <http://example.org/> SELECT * FROM e:g FROM NAMED e:g { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o } # \\u0053ERVICE",
    "ASK {}",
]


def is_refused(query: str) -> bool:
    try:
        refuse_unsafe(query, {GRAPH})
    except InputError:
        return True
    return False


@pytest.mark.parametrize("query", HARMLESS)
def test_a_harmless_query_passes(query: str) -> None:
    assert not is_refused(query)
    assert is_refused(f"{query}\n; DROP ALL")


@pytest.mark.parametrize(
    "form", ["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"]
)
def test_every_form_of_update_is_refused(form: str) -> None:
    for query in (f"{form} DATA {{}}", f"ASK {{}} ; {form.lower()} ALL", f"BASE<http://x>{form}<http://x>"):
        with pytest.raises(InputError, match="zou de opslag veranderen"):
            refuse_unsafe(query, {GRAPH})


@pytest.mark.parametrize(
    "clause",
    [
        "FROM <http://elsewhere.example/data>",
        "FROM NAMED <http://elsewhere.example/data>",
        "from\n#comment\nnamed <http://elsewhere.example/data>",
        "FROM <relative>",
        "FROM nowhere:g",
        "FROM e:other",
        f"FROM <{GRAPH}> FROM <http://example.org/other>",
        "FROMNAMED<http://elsewhere.example/data>",
        "FROM",
    ],
)
def test_a_graph_that_is_not_here_is_refused(clause: str) -> None:
    with pytest.raises(InputError, match="is geen graaf van deze opslag"):
        refuse_unsafe(f"PREFIX e: <http://example.org/> SELECT * {clause} {{ ?s ?p ?o }}", {GRAPH})


def test_a_query_of_a_book_is_refused() -> None:
    with pytest.raises(InputError, match="is langer dan"):
        refuse_unsafe("#" * 200_000, {GRAPH})
