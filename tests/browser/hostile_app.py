"""The app over hostile rows: an entry to be copied to where it has the project's `graph` beside it."""

from __future__ import annotations

from graph import answers, questions
from graph.screen.entry import main
from tests.screen import hostile_rows

for name, function in hostile_rows.ALL.items():
    setattr(answers, name, function)
for name, function in hostile_rows.ALL_QUESTIONS.items():
    setattr(questions, name, function)
main()
