"""What holds of every view, from the computed layout: no overlap, no cut label, places that stay."""

from __future__ import annotations

from itertools import combinations

import pytest

from graph.answers.model import GovernanceMap
from graph.map import VIEWS, Choice, boxes
from graph.map.picture import picture, places
from graph.map.svg import svg
from tests.screen.invented import node


@pytest.mark.parametrize("view", VIEWS)
def test_no_box_overlaps_and_every_label_fits(boards: list[GovernanceMap], view: str) -> None:
    where = places(boards, Choice(view))
    shown = {name: at for name, at in where.board.places.items() if at.height}
    assert not any(
        abs(one.x - two.x) < (one.width + two.width) / 2
        and abs(one.y - two.y) < (one.height + two.height) / 2
        for one, two in combinations(shown.values(), 2)
    )
    drawn = picture(where, boards[-1], Choice(view))
    for row in drawn.now.nodes:
        if row.id in shown:
            assert boxes.height(row) <= shown[row.id].height
    assert min(drawn.payload["font_size"], drawn.payload["mark_size"]) >= 12


def test_everything_keeps_its_place_over_the_dates(boards: list[GovernanceMap]) -> None:
    where = places(boards, Choice())
    at: dict[str, tuple[float, float]] = {}
    for board in boards:
        for each in picture(where, board, Choice()).payload["nodes"]:
            assert at.setdefault(each["about"], (each["x"], each["y"])) == (each["x"], each["y"])


def test_what_is_new_is_marked_in_words_and_hostile_words_stay_text() -> None:
    hostile = "</text><script>alert(1)</script>"
    before = GovernanceMap((node("Oud", "unit"),), ())
    after = GovernanceMap((node(hostile, "unit"),), ())
    drawn = picture(places([before, after], Choice()), after, Choice(), before)
    marked = {each["about"]: each["mark"] for each in drawn.payload["nodes"]}
    assert sorted(marked.values()) == ["ended", "new"]
    told = svg(drawn.payload, hostile)
    assert "<script" not in told
    assert "+ nieuw" in told
