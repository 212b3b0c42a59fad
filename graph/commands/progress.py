"""Progress of a long command: a bar where somebody looks on, else a line for each step."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.commands.command import say

if TYPE_CHECKING:
    from graph.build import Step


@contextmanager
def progress() -> Iterator[Callable[[Step], None]]:
    """What to tell the steps of a build, on standard error."""
    if not sys.stderr.isatty():
        yield lambda step: say(str(step))
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: Step) -> None:
            if step.stage not in tasks:
                tasks[step.stage] = bar.add_task("", total=None)
            task = tasks[step.stage]
            done = step.number or 0
            bar.update(task, description=escape(step.line), completed=done, total=step.total, refresh=True)

        yield show
