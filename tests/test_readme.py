"""The commands in the README and the documentation work as they stand there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.__main__ import main
from graph.build import build_store
from tests.conftest import MINUTES, ROOT
from tests.store.remote.server import oxigraph

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCKS = [
    block
    for page in PAGES
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]
LINES = dict.fromkeys(line.strip() for block in BLOCKS for line in block.splitlines())
COMMANDS = [shlex.split(line)[3:] for line in LINES if line.startswith("python -m graph ")]

ADDRESS = "http://localhost:7878/query"  # what the documentation calls an endpoint


def test_every_make_target_exists() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"make ([a-z]+)", README)
    assert named
    assert set(named) <= set(targets)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_and_picture_exists(page: Path) -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert not [path for path in linked if not (page.parent / path).exists()]


@pytest.fixture(scope="module")
def endpoint_with_minutes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch, oxigraph() as server:
        patch.setenv("WGE_CACHE", str(tmp_path_factory.mktemp("cache")))
        build_store([MINUTES], server.url)
        yield server.url


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_works(
    command: list[str],
    customer_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("WGE_STORE", str(tmp_path / "store" if command[0] == "build" else customer_store))
    monkeypatch.chdir(ROOT)
    if ADDRESS in command:
        endpoint = request.getfixturevalue("endpoint_with_minutes")
        command = [endpoint if part == ADDRESS else part for part in command]
    written = tuple(f".{kind}" for kind in ("html", "docx", "xlsx", "csv", "ttl", "trig", "jsonld"))
    assert main([str(tmp_path / part) if part.endswith(written) else part for part in command]) == 0
