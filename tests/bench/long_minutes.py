"""Invented minutes of any length: persons, themes, lists of actions and tables all along."""

from __future__ import annotations

import random

_FIRST = ("Anna", "Bas", "Cor", "Dirk", "Eva", "Fien", "Gijs", "Hilde", "Ivo", "Joke", "Kees", "Lotte")
_BEGINS = ("Bak", "Dijk", "Kuip", "Molen", "Oever", "Ploeg", "Riet", "Smeed", "Tuin", "Veld", "Water", "Zand")
_ENDS = ("ker", "stra", "ers", "aar", "sma", "huis", "kamp", "man", "hoek", "berg", "inga", "dam")
_THEMES = ("Jeugdzorg", "Wonen", "Ondermijning", "Zorg en Veiligheid", "Economie", "Cybercrime", "Mobiliteit")
_SAID = (
    "Dhr. {last} vraagt om een overzicht van alle portefeuilles.",
    "Mevr. {last} geeft aan dat {theme} na de zomer terugkomt op de agenda.",
    "Besloten wordt akkoord te gaan met het voorstel over {theme}.",
    "{first} {last} zegt toe vóór 8 juni a.s. een notitie over {theme} te sturen.",
    "Er mist een portefeuillehouder {theme}; de projectleider is vertrokken.",
    "In week {number} zijn vijf proeven begonnen, en de uitkomsten volgen in {year}.",
)


def invented(characters: int, seed: int) -> str:
    """Minutes of about so many characters; another seed gives other words."""
    chance = random.Random(seed)  # noqa: S311 - no secret, and repeatable

    def filled(sentence: str) -> str:
        ends = ("", "", "-" + chance.choice(_BEGINS))
        last = chance.choice(_BEGINS) + chance.choice(_ENDS) + chance.choice(ends)
        return sentence.format(
            first=chance.choice(_FIRST), last=last, theme=chance.choice(_THEMES),
            number=chance.randint(1, 50), year=chance.randint(2024, 2030),
        )  # fmt: skip

    def lines(sentence: str, count: int) -> str:
        return "".join(filled(sentence) + "\n" for _ in range(count))

    present = ", ".join(filled("{first} {last}") for _ in range(8 + characters // 10_000))
    made = [f"Verslag Stuurgroep Oevers\n\nDatum: 3 maart 2024\nAanwezig: {present}\n\n"]
    length = len(made[0])
    while length < characters:
        items = [
            f"{number}. {filled('{theme}')}\n"
            + "".join(" ".join(map(filled, _SAID)) + "\n" for _ in range(3))
            for number in range(1, 6)
        ]
        actions = "Actielijst\n" + lines("- {last}: notitie {number} over {theme} sturen in {year}", 6)
        table = "Actie\tWie\tWanneer\n" + lines("Plan {number} maken\t{last}\t{number} mei {year}", 4)
        made.append("".join(items) + actions + "\n" + table + "\n")
        length += len(made[-1])
    return "".join(made)[:characters]
