"""The address of a SPARQL endpoint: where a store is that is not a folder."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from platformdirs import user_cache_dir

from graph.errors import InputError

_TODO = "geef het adres van een SPARQL-endpoint, zoals http://localhost:7878/query"
_UNSEEN = re.compile(r"[\x00-\x20\x7f]|[^\x00-\x7f]")


def is_address(store: str | os.PathLike[str]) -> bool:
    """Whether a store is named by an address on the network instead of by a path."""
    return "://" in str(store)


@dataclass(frozen=True, slots=True)
class Address:
    """Where requests go. `shown` is for people: without name, password and what stands after the path."""

    secure: bool
    host: str
    port: int
    target: str = field(repr=False)
    shown: str
    authorization: str | None = field(default=None, repr=False)


def address(text: str) -> Address:
    """The parts of an address; an InputError, that repeats nothing secret, when no request may go there."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise InputError("adres van de opslag", "is geen geldig adres", _TODO) from None
    if parts.scheme not in {"http", "https"}:
        raise InputError("adres van de opslag", "begint niet met http:// of https://", _TODO)
    if not parts.hostname or port == 0 or _UNSEEN.search(text):
        raise InputError("adres van de opslag", "is geen geldig adres", _TODO)
    secure = parts.scheme == "https"
    return Address(
        secure=secure,
        host=parts.hostname,
        port=port or (443 if secure else 80),
        target=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        shown=_shown(parts),
        authorization=_authorization(parts),
    )


def update_address(query: str) -> Address:
    """Where updates of the endpoint with this query address go.

    `WGE_STORE_UPDATE`; else …/update beside …/query; else the same place.
    """
    return address(os.environ.get("WGE_STORE_UPDATE") or _beside(query))


def _beside(query: str) -> str:
    parts = urlsplit(query)
    if not parts.path.endswith("/query"):
        return query
    return parts._replace(path=parts.path.removesuffix("query") + "update").geturl()


def local_place(query: str) -> Path:
    """The folder on this computer for what can be made again: `WGE_CACHE`, else the system's cache folder."""
    root = os.environ.get("WGE_CACHE") or user_cache_dir("wie-gaat-erover", appauthor=False)
    return Path(root) / hashlib.sha256(address(query).shown.encode()).hexdigest()[:16]


def _shown(parts: SplitResult) -> str:
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


def _authorization(parts: SplitResult) -> str | None:
    if parts.username is None:
        return None
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return "Basic " + base64.b64encode(pair.encode()).decode()
