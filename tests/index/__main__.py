"""How long the index takes: `python -m tests.index 20000`, in an empty folder that is thrown away.

The demo's minutes over and over, each time on another day and with a few words of its own.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.facts.model import Reading
from graph.facts.read import read
from graph.index import Working, link, open_index
from tests.conftest import ROOT

QUESTIONS = (
    "Wie is portefeuillehouder van ondermijning?",
    "toezegging themabijeenkomst mensenhandel",
    "Wat is er afgesproken over jeugdoverlast in de wijk en wie trekt dat?",
    "vergadering",
    "verlsag van de vorige vergadering",
    "stuurgroep zorg en veiligheid besluit overleg gemeente",
)
_WORD = re.compile(r"\b[a-z]{7,10}\b")


def _invented(read_once: list[Reading], count: int) -> Iterator[Reading]:
    for number in range(count):
        reading = read_once[number % len(read_once)]
        chance = random.Random(number)  # noqa: S311 - no secret
        text = reading.text
        for match in chance.sample(list(_WORD.finditer(text)), 4):
            word = "".join(
                chance.choice("aeiou" if at % 2 else "bdgklmnprstvz") for at in range(len(match[0]))
            )
            text = text[: match.start()] + word + text[match.end() :]
        day = date(2005, 1, 3) + timedelta(days=chance.randrange(7300))
        document = replace(reading.document, id=f"{reading.document.id}-{number}")
        yield replace(reading, document=document, meeting=replace(reading.meeting, date=str(day)), text=text)


def _measure(folder: Path, count: int) -> None:
    read_once = [read(path) for path in sorted((ROOT / "data" / "demo").iterdir())]
    texts: dict[str, str] = {}
    spent = 0.0
    with Working(folder / "work") as working:
        for reading in _invented(read_once, count):
            texts[reading.document.id] = reading.text
            begin = time.process_time()
            working.put(reading, "1")
            spent += time.process_time() - begin
        begin = time.process_time()
        working.commit()
        spent += time.process_time() - begin
    size = sum(file.stat().st_size for file in (folder / "work").iterdir())
    characters = sum(map(len, texts.values()))
    print(f"{count} documents of {characters // count} characters: {count / spent:.0f} a second of one core")
    print(f"{size / count:.0f} bytes a document")
    link(folder / "work", folder / "generation")
    begin = time.perf_counter()
    index = open_index(folder / "generation", texts.__getitem__)
    print(f"open: {1000 * (time.perf_counter() - begin):.1f} ms")
    for question in QUESTIONS:
        index.search(question)
        took = []
        for _ in range(25):
            begin = time.perf_counter()
            found = index.search(question)
            took.append(1000 * (time.perf_counter() - begin))
        print(f"{min(took):6.2f} ms at best, {sorted(took)[12]:6.2f} median, {len(found)} found: {question}")


def main() -> None:
    parser = argparse.ArgumentParser(description="how long the index takes")
    parser.add_argument("count", nargs="?", type=int, default=2000)
    with TemporaryDirectory() as name:
        _measure(Path(name), parser.parse_args().count)


if __name__ == "__main__":
    main()
