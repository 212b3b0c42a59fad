"""Change minutes in every format, read each, and count what became of them."""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from graph.errors import InputError
from graph.facts.read import read
from tests.fuzz.mutate import changed
from tests.minutes import files

_MINUTES = Path("data/minutes/dvo-twente-2023-04-20.txt")
_FORMATS = ("txt", "md", "html", "docx", "pdf")
_LIMIT = 10  # seconds for one input
_LONGEST_SEED = 1500  # characters of the customer's minutes in a smaller seed


def seeds(folder: Path) -> dict[str, list[bytes]]:
    """What is changed: the customer's minutes, whole and in part, and invented ones in every format."""
    files.docx(folder / "seed.docx")
    files.pdf(folder / "seed.pdf")
    minutes = _MINUTES.read_bytes()
    part = minutes.decode()[:_LONGEST_SEED].encode()
    rows = b"Actie\tWie\tWanneer\nNotitie schrijven over wonen\tA. de Boer\t8 juni\n- B. Jansen: planning\n"
    return {
        "txt": [files.text().encode(), files.text().encode() + rows, part, minutes],
        "md": [files.markdown().encode(), part],
        "html": [files.html().encode(), b"<html><body><pre>" + part],
        "docx": [(folder / "seed.docx").read_bytes()],
        "pdf": [(folder / "seed.pdf").read_bytes()],
    }


def outcome(path: Path) -> tuple[str, str]:
    """What becomes of a file, and where a crash or delay was."""
    signal.alarm(_LIMIT)
    try:
        found = read(path)
        quotes = (item for fact in found.facts for item in fact.evidence)
        if any(found.text[item.start : item.end] != item.quote for item in quotes):
            return "crashed", "a quote that does not stand there"
    except InputError as error:
        return ("crashed", "more than one line") if "\n" in str(error) else ("refused", "")
    except TimeoutError as error:
        return "slow", _where(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return "crashed", _where(error)
    finally:
        signal.alarm(0)
    return "read", ""


def _where(error: BaseException) -> str:
    steps = [
        step for step in traceback.extract_tb(error.__traceback__) if "graph" in Path(step.filename).parts
    ]
    last = f"{'/'.join(Path(steps[-1].filename).parts[-3:])}:{steps[-1].lineno}" if steps else "?"
    return f"{type(error).__name__} in {last}: {str(error)[:100]}"


def _too_long(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    """Run; 1 when anything crashed or took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1000, help="how many, over all formats")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for what crashed or was slow")
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, _too_long)
    counts: Counter[tuple[str, str]] = Counter()
    faults: Counter[str] = Counter()
    longest = (0.0, "")
    with tempfile.TemporaryDirectory() as folder:
        every = seeds(Path(folder))
        for number in range(arguments.inputs):
            chance = random.Random(f"{arguments.seed}-{number}")  # noqa: S311 - no secret, and repeatable
            kind = _FORMATS[number % len(_FORMATS)]
            path = Path(folder) / f"x.{kind}"
            path.write_bytes(changed(chance.choice(every[kind]), kind, chance))
            start = time.perf_counter()
            became, where = outcome(path)
            longest = max(longest, (time.perf_counter() - start, f"{kind} {number}"))
            counts[kind, became] += 1
            if where:
                faults[f"{kind}: {where}"] += 1
                print(f"input {number} ({kind}) {became}: {where}", flush=True)
                if arguments.keep:
                    arguments.keep.mkdir(parents=True, exist_ok=True)
                    (arguments.keep / f"{arguments.seed}-{number}.{kind}").write_bytes(path.read_bytes())
    states = ("read", "refused", "crashed", "slow")
    print(f"{'':6}" + "".join(f"{state:>9}" for state in states))
    for kind in _FORMATS:
        print(f"{kind:6}" + "".join(f"{counts[kind, state]:9}" for state in states))
    seconds, which = longest
    print(f"{arguments.inputs} inputs, seed {arguments.seed}; the longest took {seconds:.1f} s ({which})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
