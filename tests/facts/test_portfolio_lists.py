"""Lists of portfolios are read by their shape: a theme is whatever the list says it is."""

from __future__ import annotations

from pathlib import Path

from graph.facts.model import Portfolio
from graph.facts.read import read

_HEAD = Path(__file__).with_name("verslag.txt").read_text(encoding="utf-8")
Told = tuple[str | None, str | None, str, str | None]


def _told(folder: Path, *lines: str) -> list[Told]:
    """Theme, holder, status and capacity of every portfolio in the invented minutes with these lines."""
    path = folder / "verslag.txt"
    path.write_text("\n".join([_HEAD, *lines, ""]), encoding="utf-8")
    found = (fact for fact in read(path).facts if isinstance(fact, Portfolio))
    return [(fact.theme, fact.holder, fact.status, fact.capacity) for fact in found]


def test_the_theme_first(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "De portefeuilles liggen nu als volgt:",
        "- Gemeente en politie: mevr. Post",
        "- Ledenadministratie: was van dhr. Vos, gaat naar dhr. Mulder",
        "- Sport: nog bij niemand ondergebracht",
        "- Jeugd: dhr. Peters is daarmee gestopt, dus die staat open",
    )
    assert set(told) == {
        ("Gemeente en politie", "L. Post", "held", "holder"),
        ("Ledenadministratie", "R. Mulder", "held", "holder"),
        ("Ledenadministratie", "T. Vos", "handed_over", "holder"),
        ("Sport", None, "vacant", None),
        ("Jeugd", "D. Peters", "ended", "holder"),
        ("Jeugd", None, "vacant", None),
    }


def test_the_holder_first(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Het college heeft de taken zo verdeeld:",
        "- Post: Jeugd (had zij al) en nu ook Zorg en veiligheid (van Vos)",
        "- Mulder: Economie en Handhaving, ongewijzigd",
        "- Smits: Asiel ad interim",
    )
    assert {(theme, holder, status) for theme, holder, status, _ in told} == {
        ("Jeugd", "L. Post", "held"),
        ("Zorg en Veiligheid", "L. Post", "held"),
        ("Zorg en Veiligheid", "T. Vos", "handed_over"),
        ("Economie", "R. Mulder", "held"),
        ("Handhaving", "R. Mulder", "held"),
        ("Asiel", "P. Smits", "held"),
    }
    assert ("Asiel", "P. Smits", "held", "acting") in told


def test_what_is_said_below_a_title_is_no_list(tmp_path: Path) -> None:
    assert (
        _told(
            tmp_path,
            "2. Portefeuilles",
            "Vos: Ik vraag om meer tijd voor de verdeling.",
            "Post: Dat lijkt me goed.",
            "Mulder: Is er al iemand voor de jaarwisseling?",
            "Conclusie: niemand heeft bezwaar.",
        )
        == []
    )
