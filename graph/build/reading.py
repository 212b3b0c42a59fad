"""Reading many files at once, on all cores, a few ahead of who takes the readings."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from graph.errors import InputError, OntologyError
from graph.facts.model import Reading
from graph.facts.read import read

_WORTH_IT = 24  # files from which other processes, which take a second to start, save time
_AHEAD = 3  # files a core that may wait to be taken: what bounds the memory
_Told = tuple[type[InputError], str, str, str]  # an error as it passes between processes


def read_all(paths: Sequence[Path]) -> Iterator[Reading | InputError]:
    """The reading of each file in order, or why it cannot be read.

    Raises:
        OntologyError: a file of `ontology/` is not sound, so that nothing can be read.
    """
    cores = os.cpu_count() or 1
    several = cores > 1 and len(paths) >= _WORTH_IT
    for found in _by_processes(paths, cores) if several else map(_read, paths):
        yield found if isinstance(found, Reading) else _error(found)


def _read(path: Path) -> Reading | _Told:
    try:
        return read(path)
    except InputError as error:
        return type(error), error.where, error.what, error.todo


def _error(told: _Told) -> InputError:
    kind, where, what, todo = told
    error = kind(where, what, todo)
    if isinstance(error, OntologyError):
        raise error
    return error


def _by_processes(paths: Sequence[Path], cores: int) -> Iterator[Reading | _Told]:
    waiting: deque[tuple[Path, Future[Reading | _Told]]] = deque()
    left = iter(paths)
    pool = _pool(cores)
    try:
        for path in left:
            waiting.append((path, pool.submit(_read, path)))
            if len(waiting) > cores * _AHEAD:
                yield waiting[0][1].result()
                waiting.popleft()
        while waiting:
            yield waiting[0][1].result()
            waiting.popleft()
    except BrokenProcessPool:  # some file brought its reader down: which one is found by reading each alone
        yield from map(_alone, [path for path, _ in waiting])
        yield from _by_processes([*left], cores)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(path: Path) -> Reading | _Told:
    """A file in a process of its own, which it may bring down."""
    with _pool(1) as pool:
        try:
            return pool.submit(_read, path).result()
        except BrokenProcessPool:
            return (
                InputError,
                path.name,
                "kan niet worden gelezen: de lezer viel erbij uit",
                "exporteer het opnieuw",
            )


def _pool(workers: int) -> ProcessPoolExecutor:
    # Started afresh rather than forked: a fork of a process with threads, as the app is, may never wake up.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
