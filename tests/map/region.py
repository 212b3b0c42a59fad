"""A made-up region of 60 bodies, with its themes and people, at two dates."""

from __future__ import annotations

from dataclasses import replace

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from tests.screen.invented import edge, node

_TOWNS = (
    "Aalsum", "Berkoude", "Coevelaar", "Dorpszicht", "Eikenhorst", "Fluitenberg", "Grootveen", "Hardekamp",
    "Ilpenbosch", "Jouredijk", "Kalverhoek", "Leeuwendrecht", "Middelmunster", "Noorderwolde", "Ootmarveen",
    "Papekop", "Quarlesveld", "Ravenswoud",
)  # fmt: skip
_THEMES = (
    "Ondermijning", "Mensenhandel", "Zorg en veiligheid", "Jeugd en gezin", "Digitale veiligheid", "Verkeer",
    "Evenementen", "Crisisbeheersing", "Polarisatie en radicalisering", "Huiselijk geweld", "Bibob",
    "Ex-detentie", "Wonen", "Arbeidsmigranten",
)  # fmt: skip


def boards() -> list[GovernanceMap]:
    """The region before and after: a few bodies and all relations come with the second date."""
    bodies = _bodies()
    assert len(bodies) == 60
    nodes = (*bodies, *_themes(), *_people())
    every = GovernanceMap(nodes, tuple(_edges(bodies)))
    return [GovernanceMap((*bodies[:50], *_themes()), ()), every]


def _bodies() -> tuple[MapNode, ...]:
    """National to local, with names as long as they come; some announced, some ending."""
    names = [("Ministerie van Justitie en Veiligheid", "national"), ("Openbaar Ministerie", "national")]
    names += [(f"Eenheid {name}", "unit") for name in ("Noordoost", "Zuidwest")]
    names += [
        (f"Districtelijk veiligheidsoverleg {name}", "district") for name in ("Kust", "Heuvels", "Vlakte")
    ]
    names += [(f"Ondersteuningsteam {theme}", "district") for theme in _THEMES[:4]]
    names += [(f"Veiligheidsregio {name}", "region") for name in ("Kust en Heuvels", "Vlakte")]
    names += [(f"stuurgroep {theme}", "region") for theme in _THEMES[:8]]
    names += [(f"Gemeente {town}", "local") for town in _TOWNS]
    names += [(f"basisteam {town}", "local") for town in _TOWNS[:14]]
    names += [(f"expertgroep {theme}", "?") for theme in _THEMES[4:11]]
    found = (node(name, column, kind=f"kind {at}") for at, (name, column) in enumerate(names))
    return tuple(replace(each, status=_STATUS.get(at, "existing")) for at, each in enumerate(found))


_STATUS = {8: "announced", 10: "ending", 15: "missing", 55: "announced"}


def _themes() -> tuple[MapNode, ...]:
    said = ("stated", "inferred", "vacant", "not_named", "contradicted")
    return tuple(
        node(
            theme,
            "theme",
            kind="theme",
            holder=None if said[at % 5] in {"vacant", "not_named"} else f"A. van der {_TOWNS[at % 18]}",
            answer=said[at % 5],
        )
        for at, theme in enumerate(_THEMES)
    )


def _people() -> tuple[MapNode, ...]:
    return tuple(node(f"A. van der {town}", "person", kind="person") for town in _TOWNS)


def _edges(bodies: tuple[MapNode, ...]) -> list[MapEdge]:
    """Who belongs to whom, who is for which theme, who sits where: every body is joined to something."""
    of = {column: [each.label for each in bodies if each.column == column] for column in ("unit", "district")}
    found = [
        edge(each.label, _above(at, each, of))
        for at, each in enumerate(bodies)
        if each.column not in {"national", "?"}
    ]
    found += [edge(each.label, theme) for each in bodies for theme in _THEMES if theme in each.label]
    boards_of = of["district"][:3]
    portfolios = [edge(boards_of[at % 3], theme, "portefeuille") for at, theme in enumerate(_THEMES)]
    found += [replace(each, relation="portfolio") for each in portfolios]
    seats = [(f"A. van der {town}", f"Gemeente {town}") for town in _TOWNS]
    seats += [(f"A. van der {town}", boards_of[at % 3]) for at, town in enumerate(_TOWNS)]
    found += [replace(edge(*seat, "burgemeester bij"), relation="seat") for seat in seats]
    holds = [(f"A. van der {_TOWNS[at]}", theme) for at, theme in enumerate(_THEMES) if at % 5 in {0, 1}]
    return [*found, *(replace(edge(*each, "portefeuillehouder"), relation="holds") for each in holds)]


def _above(at: int, each: MapNode, of: dict[str, list[str]]) -> str:
    if each.column == "unit":
        return "Openbaar Ministerie"
    higher = of["unit"] if each.column == "district" else of["district"]
    return higher[at % len(higher)]
