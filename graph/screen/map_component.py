"""The map as a two-way component: Python gives what to draw, the browser gives back what was clicked.

The drawing library is the file that pyvis ships, served from here: nothing comes from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

_NAME = "wie-gaat-erover"
_ASSETS = Path(__file__).resolve().parents[1] / "map" / "component"
_VIS = "templates/lib/vis-9.1.2"


def bring(brought: str, signature: str, key: str) -> None:
    """What there is to draw and to list, for `board` and `listed`, which know it by its signature.

    It stands outside what a click runs again: it is made, sent and read once, however often is clicked.
    """
    _mount("bring", "<div></div>", {"signature": signature, "brought": brought}, key)


def board(data: dict[str, Any], key: str, on_click: Callable[[], None]) -> None:
    """The drawing. A click puts `{"ids": […]}` in the state of `key`, as `clicked`, and calls `on_click`."""
    _mount("board", _read("board.html"), data, key, on_click)


def listed(data: dict[str, Any], key: str, on_click: Callable[[], None]) -> None:
    """The same content as buttons; clicks as with `board`."""
    _mount("list", '<div class="wge-list"></div>', data, key, on_click)


def clicked(key: str) -> tuple[str, ...]:
    """What the click was on, in a callback of one of the two: ids of nodes or keys of lines, unchecked."""
    value = getattr(st.session_state.get(key), "clicked", None)
    ids = value.get("ids") if isinstance(value, dict) else None
    return tuple(each for each in ids if isinstance(each, str)) if isinstance(ids, list) else ()


def _mount(
    part: str, html: str, data: dict[str, Any], key: str, on_click: Callable[[], None] | None = None
) -> None:
    _ensure_assets()
    listening = {"on_clicked_change": on_click} if on_click else {}
    _component(part, html)(key=key, data=data, **listening)


@lru_cache(maxsize=4)
def _component(part: str, html: str) -> Any:
    css = _read(f"{part}.css") if (_ASSETS / f"{part}.css").exists() else None
    return st.components.v2.component(f"{_NAME}.{part}", html=html, css=css, js=f"{part}.js")


def _ensure_assets() -> None:
    """Tells the running app where the files are.

    Streamlit itself looks only into installed distributions, and knows of no file of another package.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(f"{_NAME}.board") is not None:
        return
    ours = [ComponentConfig(name, ".") for name in ("bring", "board", "list")]
    manager.register_from_manifest(ComponentManifest(_NAME, "1", ours), _ASSETS)
    theirs = [ComponentConfig("vis", _VIS)]
    manager.register_from_manifest(ComponentManifest(_NAME, "1", theirs), Path(str(files("pyvis"))))


def _read(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
