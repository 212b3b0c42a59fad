"""The log of decisions loses nothing: through crashes, beside others, whatever people type."""

from __future__ import annotations

import errno
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
import pytest

from graph.decisions import Decision, Log, effect_of
from graph.errors import InputError
from graph.registry import Identity

WRITER = """
import sys
from collections.abc import Callable
from pathlib import Path
from graph.decisions import Decision, Log
log = Log(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    new = Decision(id="", time="", kind="reject", by=sys.argv[2], because=str(number), targets=("https://example.org/f",))
    made = log.append(new)
    print(made.id, flush=True)
"""


def decision(because: str = "reden") -> Decision:
    return Decision(
        id="",
        time="",
        kind="reject",
        by="A. Griffier",
        because=because,
        targets=("https://example.org/feit",),
    )


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_is_added_is_read_back_in_order(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    made = [log.append(decision(str(number))) for number in range(5)]
    assert log.read() == tuple(made)
    assert all(each.id and each.time for each in made)


def test_the_same_decision_twice_is_two_and_its_id_does_not_hang_on_the_time(tmp_path: Path) -> None:
    first, second = Log(tmp_path / "one"), Log(tmp_path / "two")
    ids = [first.append(decision()).id, first.append(decision()).id]
    assert len(set(ids)) == 2
    time.sleep(1.1)
    assert [second.append(decision()).id, second.append(decision()).id] == ids


def test_a_line_cut_off_by_a_crash_is_no_decision_and_harms_none(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    first = log.append(decision("een"))
    with log.file.open("ab") as file:
        file.write(b'{"id": "b-half')
    assert log.read() == (first,)
    second = log.append(decision("twee"))
    assert log.read() == (first, second)
    assert log.damage() == ()


def written(**changes: object) -> bytes:
    """A whole line of the log that says something no decision says."""
    sound = msgspec.to_builtins(decision()) | {"id": "b-1", "time": "2025-01-01T00:00:00+00:00"}
    return msgspec.json.encode(sound | changes)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"geen json",
        b'{"id": 3}',
        b"\xff\xfe",
        b"\0" * 40,
        written(targets=[]),
        written(targets=["geen adres"]),
        written(kind="same"),
        written(kind="onbekend"),
        written(kind="add", targets=[]),
        written(kind="add", targets=[], fact_kind="role", date="2024-02-31"),
        written(time="gisteren"),
        written(id=""),
    ],
)
def test_a_damaged_line_is_told_with_its_number_and_the_others_count(tmp_path: Path, line: bytes) -> None:
    log = Log(tmp_path / "log")
    first = log.append(decision("een"))
    log.file.write_bytes(log.file.read_bytes() + line + b"\n")
    second = log.append(decision("twee"))
    assert log.read() == (first, second)
    (told,) = log.damage()
    assert "regel 2" in told


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [writer(tmp_path / "log", name, 25) for name in ("A. Bos", "B. Vos")]
    said = [line.strip() for process in writers for line in process.communicate()[0].splitlines()]
    read = [each.id for each in Log(tmp_path / "log").read()]
    assert sorted(read) == sorted(said)
    assert len(read) == 50


def test_what_was_acknowledged_survives_being_killed(tmp_path: Path) -> None:
    chance, log = random.Random(5), Log(tmp_path / "log")  # noqa: S311 - repeatable
    acknowledged: list[str] = []
    for round_number in range(6):
        process = writer(tmp_path / "log", f"ronde {round_number}", 100_000)
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        acknowledged += [
            line.strip() for line in process.communicate()[0].splitlines(keepends=True) if line.endswith("\n")
        ]
        known = {each.id for each in log.read()}
        assert set(filter(None, acknowledged)) <= known
    assert log.damage() == ()


def test_the_log_is_plain_lines_that_outlive_the_program(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.append(decision("regel\u2028einde en «aanhaling»"))
    (line,) = log.file.read_text(encoding="utf-8").split("\n")[:-1]
    assert json.loads(line)["because"] == "regel\u2028einde en «aanhaling»"


def test_what_the_disk_refused_is_not_acknowledged_and_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(tmp_path / "log")
    first = log.append(decision("een"))

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, "kapot")

    with monkeypatch.context() as patched:
        patched.setattr("graph.decisions.log.os.fsync", refuse)
        with pytest.raises(InputError, match="kan niet worden beschreven"):
            log.append(decision("twee"))
    assert log.read() == (first,)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no way to see which file is meant")
def test_file_and_folder_are_on_the_disk_before_it_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def note(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").resolve().name)

    monkeypatch.setattr("os.fsync", note)
    log = Log(tmp_path / "new" / "log")
    log.append(decision("een"))
    assert synced == ["new", tmp_path.name, "decisions.jsonl", "log"]
    synced.clear()
    log.append(decision("twee"))
    assert synced[-2:] == ["decisions.jsonl", "log"]


def test_a_huge_log_is_joined_to_its_end(tmp_path: Path) -> None:
    assert _chained(tmp_path, 40_000)


def test_the_steps_of_reading_a_log_grow_with_its_length(tmp_path: Path) -> None:
    few, many = (_steps(partial(_chained, tmp_path, count)) for count in (1_000, 4_000))
    assert many < 5 * few


def _chained(folder: Path, count: int) -> bool:
    """Whether a log in which each is the same as the next makes all of them one."""
    log = Log(folder / str(count))
    log.folder.mkdir()
    pairs = ([address(number), address(number + 1)] for number in range(count))
    chain = (written(kind="same", targets=pair, id=f"b-{pair[0]}") for pair in pairs)
    log.file.write_bytes(b"".join(line + b"\n" for line in chain))
    effect = effect_of(log.read())
    one = len(set(Identity(effect.same, effect.different).one.values())) == 1
    return one and bool(effect.against("different", (address(0), address(count))))


def _steps(work: Callable[[], object]) -> int:
    """How many calls something takes: the same on a slow day."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def address(number: int) -> str:
    return f"https://example.org/{number}"
