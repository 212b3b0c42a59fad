"""How the map looks and what its signs are called: every size, colour and word of it, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from graph.language import by_language, said

# In pixels; the map is drawn at scale 1, so what is 14 here is 14 on the screen.
FONT_SIZE = 14
FONT_FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif'
LINE_HEIGHT = 18
BOX_WIDTH = 132
BOX_PADDING = 5
MIN_BOX_HEIGHT = 50
ROW_GAP = 16  # under a box of 50 this gives a pitch of 66; below 62 labels run together
COLUMN_GAP = 20
HEADING_HEIGHT = 52
MARGIN = 12

MAX_NODES = 150
FOLD_FROM = 4  # so many bodies of one kind with the same relations become one box

INK = "#1a1f27"
LINE = "#5b6b7d"

UNKNOWN = "unknown"  # a body of which no document says the level
COLUMNS: tuple[str, ...] = ("national", "unit", "district", "region", "local", UNKNOWN, "theme", "person")


@dataclass(frozen=True, slots=True)
class Band:
    """A column's two tints: the band behind the boxes and the bar under the heading."""

    tint: str
    bar: str


BANDS: dict[str, Band] = {
    "national": Band("#f3f1f8", "#5b4a8a"),
    "unit": Band("#eef3f8", "#154273"),
    "district": Band("#eaf5f5", "#0b6166"),
    "region": Band("#eef6ec", "#2d6a2f"),
    "local": Band("#f7f5ea", "#6b5a10"),
    UNKNOWN: Band("#f3f4f6", "#4b5563"),
    "theme": Band("#f8f0ea", "#8a4513"),
    "person": Band("#f6f0f6", "#6a3a72"),
}

HEADINGS: dict[str, str] = {
    "national": "Landelijk",
    "unit": "Eenheid",
    "district": "District",
    "region": "Regio",
    "local": "Lokaal",
    UNKNOWN: "Niveau niet genoemd",
    "theme": "Thema’s en portefeuilles",
    "person": "Mensen",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a box is drawn. `dash`: lengths of the dashes of the border, None for an unbroken one."""

    fill: str
    border: str
    width: int
    dash: tuple[int, int] | None
    ink: str = INK


PLAIN = Look("#ffffff", LINE, 1, None)
LOOKS: dict[str, Look] = {
    "vacant": Look("#fff5f5", "#b3261e", 3, (7, 5), "#8c1d18"),
    "missing": Look("#fff5f5", "#b3261e", 3, (7, 5), "#8c1d18"),
    "ending": Look("#f4f1ec", "#7a4a00", 2, (2, 4), "#5c3800"),
    "announced": Look("#f2f6fc", "#154273", 2, (2, 4)),
    "stated": Look("#ffffff", "#1b6e3c", 2, None),
    "inferred": Look("#fffaf0", "#8a5a00", 2, (12, 4)),
    "contradicted": Look("#fbf0f8", "#86146b", 3, (7, 5), "#6d1057"),
    "not_named": Look("#ffffff", LINE, 1, None),
    "gone": Look("#f3f4f6", "#6b7280", 1, (2, 4), "#4b5563"),
}

WORDS: dict[str, str] = {
    "vacant": "vacant",
    "missing": "ontbreekt",
    "ending": "verdwijnt",
    "announced": "aangekondigd",
    "inferred": "waarschijnlijk",
    "contradicted": "tegenstrijdig",
    "not_named": "niet genoemd",
    "theme_not_named": "thema niet genoemd",
}

EDGE_DASH: dict[str, tuple[int, int]] = {
    "ending": (2, 4),
    "announced": (2, 4),
    "missing": (7, 5),
    "inferred": (12, 4),
    "contradicted": (7, 5),
    "gone": (2, 4),
}
EDGE_ENDS: dict[str, str] = {"contradicted": "#86146b", "missing": "#b3261e", "inferred": "#8a5a00"}

# Sign, what it is called in the legend. The sign is a look of above.
LEGEND: tuple[tuple[str, str], ...] = (
    ("stated", "Genoemd in het verslag: de naam staat in het vak"),
    ("inferred", "Waarschijnlijk: afgeleid, niet zo gezegd"),
    ("vacant", "Vacant, of ontbreekt volgens het verslag"),
    ("contradicted", "Tegenstrijdig: de verslagen noemen verschillende houders"),
    ("ending", "Verdwijnt (aangekondigd)"),
    ("announced", "Aangekondigd, nog niet actief"),
    ("not_named", "Bestaat; niemand genoemd"),
)

TITLE = "Bestuurskaart"
LEGEND_HEADING = "Wat de vakken betekenen"
LIST_HEADING = "Dezelfde kaart als lijst"
REGION_LABEL = "Bestuurskaart als tekening; dezelfde inhoud staat in de lijst"
EMPTY = "Er is nog niets om te tekenen."
MARKS: dict[str, str] = {"new": "+ nieuw", "ended": "– niet meer", "changed": "± gewijzigd"}
LEFT_OUT = "{count} vakken staan niet in de tekening; ze staan wel in de lijst."
MARK_TINTS: dict[str, str] = {"new": "#1b6e3c", "ended": "#4b5563", "changed": "#154273"}
MARK_FONT_SIZE = 12


def folded_label(count: int, kind_label: str) -> str:
    """What a box says that stands for several bodies of one kind."""
    return f"{count} × {kind_label}"


def seat_in(seat: str) -> str:
    """What a line says from somebody to the body that their portfolio belongs to."""
    return f"{seat} in"


def left_out(count: int) -> str:
    """What the page says when the map shows no more than its limit."""
    return said(LEFT_OUT, count=count)


by_language(__name__)
