"""What somebody wants to see of the map: which view, around what, and what to leave out."""

from __future__ import annotations

from dataclasses import dataclass

STRUCTURE, PEOPLE, THEMES, WORLD = "structuur", "mensen", "themas", "wereld"
VIEWS = (STRUCTURE, PEOPLE, THEMES, WORLD)


@dataclass(frozen=True, slots=True)
class Choice:
    """A view with its filters. A filter that is None lets everything through.

    `focus`: IRIs that the view is about; `steps`: how far from them it reaches, None for all of the view.
    `level`, `kind`: of bodies; `theme`: the name of a theme; `answer`: how sure the holder is; `status`: of
    any node. `unfolded`: ids of groups that are shown one by one.
    """

    view: str = STRUCTURE
    focus: frozenset[str] = frozenset()
    steps: int | None = None
    level: str | None = None
    kind: str | None = None
    theme: str | None = None
    answer: str | None = None
    status: str | None = None
    unfolded: frozenset[str] = frozenset()
