"""Bodies join by name, common nouns within one body's minutes only; themes by any label of the vocabulary."""

from __future__ import annotations

from typing import Any

from graph.registry import Concept, Registry, ThemeScheme, build_registry, theme_scheme
from tests.state.invented import readings

WATER = "https://w3id.org/wie-gaat-erover/id/theme/water"
SCHEME = ThemeScheme(
    {
        WATER: Concept(WATER, "Water", frozenset({"Water", "waterbeheer", "watr"}), ("urn:ruimte",)),
        "urn:dijken": Concept("urn:dijken", "Dijken", frozenset({"Dijken"}), ("urn:ruimte",)),
        "urn:ruimte": Concept("urn:ruimte", "Ruimte", frozenset({"Ruimte"}), ("urn:veld",)),
        "urn:veld": Concept("urn:veld", "Veld", frozenset({"Veld"})),
        "urn:elders": Concept("urn:elders", "Elders", frozenset({"Elders"}), ("urn:veld",)),
    }
)


def _registry(*documents: tuple[str, list[dict[str, Any]]], scheme: ThemeScheme = SCHEME) -> Registry:
    return build_registry(
        readings(
            {
                "id": f"doc-{number}",
                "date": "2024-01-01",
                "body": body,
                "says": [{"text": f"Zin {index}.", **fact} for index, fact in enumerate(facts)],
            }
            for number, (body, facts) in enumerate(documents)
        ),
        scheme,
    )


def _body(name: str, *forms: str) -> dict[str, Any]:
    return {"body": {"name": name, "forms": list(forms)}}


def test_a_proper_name_is_one_body_everywhere() -> None:
    registry = _registry(("Raad", [_body("Waterschap Vecht")]), ("Bestuur", [_body("het Waterschap Vecht")]))
    assert registry.body("doc-0", "Waterschap Vecht") == registry.body("doc-1", "het Waterschap Vecht")


def test_a_common_noun_stays_within_the_minutes_of_one_body() -> None:
    registry = _registry(
        ("Raad", [_body("directie")]), ("Bestuur", [_body("directie")]), ("Raad", [_body("de directie")])
    )
    assert registry.body("doc-0", "directie") == registry.body("doc-2", "de directie")
    assert registry.body("doc-0", "directie") != registry.body("doc-1", "directie")


def test_the_body_that_met_is_known_by_the_heading_alone() -> None:
    registry = _registry(("Raad Oost", []), ("Bestuur", [_body("Raad Oost")]))
    assert registry.body("doc-0", "Raad Oost") == registry.body("doc-1", "Raad Oost")


def test_a_short_form_leads_to_the_full_name_when_one_body_claims_it() -> None:
    registry = _registry(
        ("Raad", [_body("Dienst Noord Nederland", "Dienst Noord")]), ("Bestuur", [_body("Dienst Noord")])
    )
    assert registry.body("doc-1", "Dienst Noord") == registry.body("doc-0", "Dienst Noord Nederland")


def test_an_abbreviated_kind_and_a_region_left_out_lead_to_the_full_name() -> None:
    registry = _registry(
        ("Portefeuillehoudersoverleg Wonen Vechtmond", [_body("Bestuurlijke Tafel Zorg Vechtmond")]),
        ("Raad", [_body("PHO Wonen")]),
    )
    assert registry.body("doc-1", "PHO Wonen") == registry.body(
        "doc-0", "Portefeuillehoudersoverleg Wonen Vechtmond"
    )


def test_a_level_may_be_left_out_where_one_body_has_the_rest() -> None:
    one = ("Raad", [_body("Regionaal Mobiliteitsberaad"), _body("Mobiliteitsberaad")])
    registry = _registry(one)
    assert registry.body("doc-0", "Mobiliteitsberaad") == registry.body(
        "doc-0", "Regionaal Mobiliteitsberaad"
    )
    both = _registry(one, ("Bestuur", [_body("Landelijk Mobiliteitsberaad")]))
    assert both.body("doc-0", "Mobiliteitsberaad") != both.body("doc-0", "Regionaal Mobiliteitsberaad")


def test_a_common_noun_in_the_name_of_the_body_that_meets_is_that_body() -> None:
    registry = _registry(
        ("Regionaal Mobiliteitsberaad", [_body("mobiliteitsberaad"), _body("werkgroep")]),
        ("Raad", [_body("het mobiliteitsberaad")]),
    )
    own = registry.body("doc-0", "Regionaal Mobiliteitsberaad")
    assert registry.body("doc-0", "mobiliteitsberaad") == own
    assert registry.body("doc-0", "werkgroep") != own
    assert registry.body("doc-1", "het mobiliteitsberaad") != own


def test_first_letters_said_beside_a_name_are_its_abbreviation() -> None:
    registry = _registry(("Raad", [_body("LTJ"), _body("Lokaal Team Jeugd")]), ("Bestuur", [_body("LTJ")]))
    assert registry.body("doc-1", "LTJ") == registry.body("doc-0", "Lokaal Team Jeugd")


def test_other_words_for_a_body_hold_in_their_own_document_only() -> None:
    registry = _registry(
        ("Raad", [_body("Dienst Noord", "deze dienst")]), ("Bestuur", [_body("Dienst Zuid")])
    )
    assert registry.body("doc-0", "deze dienst") == registry.body("doc-0", "Dienst Noord")
    assert registry.body("doc-1", "deze dienst") is None


def test_a_theme_is_found_by_any_of_its_labels() -> None:
    registry = _registry(
        ("Raad", [{"theme": {"label": "Waterbeheer"}}]), ("Bestuur", [{"theme": {"label": "watr"}}])
    )
    assert registry.theme("doc-0", "Waterbeheer") == registry.theme("doc-1", "watr") == WATER
    assert registry.entities[WATER].label == "Water"


def test_a_theme_outside_the_vocabulary_gets_an_address_of_its_own() -> None:
    registry = _registry(("Raad", [{"theme": {"label": "Lokale helden", "known": False}}]))
    assert registry.theme("doc-0", "Lokale helden") == f"{WATER.rpartition('/')[0]}/lokale-helden"


def test_a_label_of_two_concepts_leads_to_neither() -> None:
    scheme = ThemeScheme(
        {
            "urn:a": Concept("urn:a", "Zorg A", frozenset({"Zorg A", "zorg"})),
            "urn:b": Concept("urn:b", "Zorg B", frozenset({"Zorg B", "zorg"})),
        }
    )
    assert scheme.find("zorg") is None
    assert scheme.iri("Zorg A") == "urn:a"


def test_siblings_share_a_parent_that_is_no_whole_field() -> None:
    assert SCHEME.siblings(WATER) == {"urn:dijken"}
    assert SCHEME.siblings("urn:elders") == frozenset()


def test_the_vocabulary_of_the_project_loads() -> None:
    scheme = theme_scheme()
    assert len(scheme.concepts) > 100
    assert scheme.find("ondernijning") == scheme.find("Ondermijning") is not None


def test_the_names_of_one_body_over_the_years_lead_to_one() -> None:
    names = (
        "Bestuurlijk Overleg Schoon Water regio Vechtmond",
        "Bestuurlijk Overleg Schoon Water Vechtmond",
        "Bestuurlijk Overleg Schoon Water",
    )
    registry = _registry(*((name, [_body(name), _body("GGD Vechtmond")]) for name in names))
    assert len({registry.body(f"doc-{number}", name) for number, name in enumerate(names)}) == 1


def test_a_body_that_met_may_go_on_in_two_regions_and_is_neither_then() -> None:
    names = ("Bestuurlijk Overleg Schoon Water", "Bestuurlijk Overleg Schoon Water Vechtmond")
    registry = _registry(
        *((name, []) for name in (*names, "Bestuurlijk Overleg Schoon Water Hooghout")),
    )
    assert registry.body("doc-0", names[0]) != registry.body("doc-1", names[1])
