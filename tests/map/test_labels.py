from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from graph.map import labels
from tests.hostile import HOSTILE

_LINES = st.lists(st.text(alphabet="ab<>/&; icode", max_size=20), max_size=3)


@given(_LINES, _LINES)
@example(["Zorg & Veiligheid"], ["a <b>vet</b>", "</i>"])
@example([text.replace("\n", " ") for text in HOSTILE], [])
def test_what_is_written_in_a_label_can_be_read_back_and_only_whole_lines_are_bold(
    bold: list[str], plain: list[str]
) -> None:
    written = labels.label(bold, plain)
    assert labels.lines(written) == [(line, True) for line in bold] + [(line, False) for line in plain] or (
        not bold and not plain
    )
    assert len(re.findall(r"</?(?:b|i|code)>", written)) == 2 * len(bold)


def test_no_label_makes_vis_look_for_an_entity() -> None:
    assert not [text for text in HOSTILE if "&" in labels.label([text], [text])]
