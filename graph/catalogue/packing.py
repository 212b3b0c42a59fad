"""How readings and claims are kept as bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import msgspec

from graph.facts.model import KINDS, Coverage, Fact, Person, Reading
from graph.minutes.model import AgendaItem, Document, Meeting
from graph.state.model import RolePost, Succession
from graph.state.roles import FollowClaim, RoleClaim
from graph.state.structure import BodySaid
from graph.state.successions import Told
from graph.store.identifiers import ID

_LEVEL = 6  # of compression: a seventh smaller than 1, and as quick to read back
_BARE = -15  # a stream without head and check: of a name, these are longer than what is in it

_Facts: Any = msgspec.defstruct(
    "_Facts", [(kind.kind, tuple.__class_getitem__((kind, ...)), ()) for kind in KINDS], array_like=True
)
_NUMBER_OF = {kind: number for number, kind in enumerate(KINDS)}


class _Packed(msgspec.Struct, array_like=True):
    """A reading without what the state does not need; `order` says of which kind each fact is."""

    document: Document
    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    text: str
    facts: _Facts
    order: bytes


def pack_reading(reading: Reading) -> bytes:
    """A reading as bytes, without its coverage and its warnings."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in reading.facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    packed = _Packed(
        reading.document,
        reading.meeting,
        reading.agenda,
        reading.text,
        _Facts(**{kind: tuple(facts) for kind, facts in by_kind.items()}),
        bytes(_NUMBER_OF[type(fact)] for fact in reading.facts),
    )
    return zlib.compress(msgspec.msgpack.encode(packed), _LEVEL)


_unpack = msgspec.msgpack.Decoder(_Packed).decode


def unpack_reading(data: bytes) -> Reading:
    """The reading that was packed."""
    packed = _unpack(zlib.decompress(data))
    left: list[Iterator[Fact]] = [iter(getattr(packed.facts, kind.kind)) for kind in KINDS]
    facts = tuple(next(left[number]) for number in packed.order)
    return Reading(packed.document, packed.meeting, packed.agenda, packed.text, facts, Coverage(0, 0, ()))


Placed = tuple[RolePost, RoleClaim]
_Marks = tuple[str, ...]
_TYPES: tuple[Any, ...] = (
    BodySaid,
    RoleClaim,
    FollowClaim,
    Placed,
    RolePost,
    Succession,
    Told,
    _Marks,
)
_DECODERS = [msgspec.msgpack.Decoder(kind).decode for kind in _TYPES]
_TAGS: dict[type, int] = {kind: number for number, kind in enumerate(_TYPES) if isinstance(kind, type)}


def _what_returns() -> bytes:
    """What nearly every value holds: names of fields and addresses. What is last costs least to point to."""
    kinds = (Person, BodySaid, RoleClaim, FollowClaim, RolePost, Succession, Told)
    names = dict.fromkeys(field.name for kind in kinds for field in fields(kind))
    of_facts = [f"/fact/{kind.kind}-" for kind in KINDS]
    addresses = [f"{ID}{kind}/" for kind in ("role", "portfolio", "theme", "body", "person", "document")]
    return " ".join([*names, *of_facts, *addresses]).encode()


_RETURNS = _what_returns()  # another version of the program begins another catalogue, so this may change


def squeeze(data: bytes) -> bytes:
    """Bytes of one small value in less room."""
    compressor = zlib.compressobj(_LEVEL, wbits=_BARE, zdict=_RETURNS)
    return compressor.compress(data) + compressor.flush()


def spread(data: bytes) -> bytes:
    """The bytes that were squeezed."""
    return zlib.decompressobj(wbits=_BARE, zdict=_RETURNS).decompress(data)


def pack(claim: Any) -> bytes:
    """A claim as bytes that say what it is; a tuple of words or a pair of post and claim too."""
    if isinstance(claim, tuple):
        tag = _TYPES.index(Placed if claim and isinstance(claim[0], RolePost) else _Marks)
    else:
        tag = _TAGS[type(claim)]
    return bytes((tag,)) + squeeze(msgspec.msgpack.encode(claim))


def unpack(data: bytes) -> Any:
    """The claim that was packed."""
    return _DECODERS[data[0]](spread(data[1:]))


def pack_lines(lines: set[str]) -> bytes | None:
    """Lines of N-Triples as bytes; None for none."""
    return zlib.compress("\n".join(sorted(lines)).encode(), _LEVEL) if lines else None


def unpack_lines(data: bytes | None) -> set[str]:
    """The lines that were packed."""
    return set(zlib.decompress(data).decode().split("\n")) if data else set()
