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
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("")

        def show(step: Step) -> None:
            bar.update(
                task,
                description=escape(step.line),
                completed=step.number or 0,
                total=step.total,
                refresh=True,
            )

        yield show
