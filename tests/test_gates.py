"""Each gate of `make lint` fails on a planted fault, and on that fault alone.

The gates run with the project's own configuration on the smallest tree it accepts, so the tests say
something about the configuration and do not depend on the state of the code.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

GATES = {
    "lint": [sys.executable, "-m", "ruff", "check", "--no-cache"],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "--no-cache"],
    "types": [sys.executable, "-m", "mypy"],
    "layers": [str(BIN / "lint-imports"), "--no-cache"],
}


@dataclass(frozen=True)
class Fault:
    """What to plant where, and the words with which the gate has to report it."""

    gate: str
    file: str
    code: str
    reported: str


FAULTS = {
    "unused import": Fault("lint", "graph/errors.py", '"""Errors."""\n\nimport os\n', "F401"),
    "no docstring": Fault("lint", "graph/errors.py", '"""Errors."""\n\n\ndef fail() -> None: ...\n', "D103"),
    "swallowed error": Fault(
        "lint",
        "graph/errors.py",
        '"""Errors."""\n\ntry:\n    import tomllib  # noqa: F401\nexcept Exception:\n    pass\n',
        "BLE001",
    ),
    "print outside the commands": Fault("lint", "graph/errors.py", '"""Errors."""\n\nprint(1)\n', "T201"),
    "today instead of a given date": Fault(
        "lint",
        "graph/errors.py",
        '"""Errors."""\n\nfrom datetime import date\n\nTODAY = date.today()\n',
        "DTZ011",
    ),
    "unformatted": Fault("format", "graph/errors.py", '"""Errors."""\n\nX = {  }\n', "would be reformatted"),
    "wrong type": Fault("types", "graph/errors.py", '"""Errors."""\n\nX: int = "one"\n', "[assignment]"),
    "untyped test": Fault("types", "tests/test_x.py", "def test_x(y): ...\n", "[no-untyped-def]"),
    "import from above": Fault(
        "layers",
        "graph/facts.py",
        '"""Facts."""\n\nimport graph.store\n',
        "graph.facts is not allowed to import graph.store",
    ),
    "import from beside": Fault(
        "layers",
        "graph/publish.py",
        '"""Publish."""\n\nimport graph.map\n',
        "graph.publish is not allowed to import graph.map",
    ),
    "screen to the store": Fault(
        "layers",
        "graph/screen.py",
        '"""Screen."""\n\nimport graph.store\n',
        "graph.screen is not allowed to import graph.store",
    ),
    "module without a place": Fault("layers", "graph/stray.py", '"""Stray."""\n', "stray"),
}


@pytest.fixture(scope="module")
def sound_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's configuration and one almost empty module for every place in the layers."""
    tree = tmp_path_factory.mktemp("sound")
    for name in ("pyproject.toml", "requirements.in"):
        shutil.copy(ROOT / name, tree)
    for file in ("app.py", "graph/__init__.py", *(f"graph/{name}.py" for name in _places())):
        _write(tree / file, f'"""Stands for {file}."""\n')
    _write(tree / "tests/__init__.py", "")
    return tree


@pytest.mark.parametrize("gate", GATES)
def test_sound_tree_passes(gate: str, sound_tree: Path) -> None:
    done = _run(gate, sound_tree)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_planted_fault_is_reported(fault: Fault, sound_tree: Path, tmp_path: Path) -> None:
    # mypy's cache comes along, so that only the planted module is checked again.
    tree = shutil.copytree(sound_tree, tmp_path / "tree")
    _write(tree / fault.file, fault.code)

    done = _run(fault.gate, tree)

    said = re.sub(r"\s+", " ", done.stdout + done.stderr)
    assert done.returncode != 0, said
    assert fault.reported in said


def _places() -> list[str]:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return re.findall(r"\w+", " ".join(layers))


def _write(file: Path, code: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(code, encoding="utf-8")


def _run(gate: str, tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        GATES[gate], cwd=tree, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
