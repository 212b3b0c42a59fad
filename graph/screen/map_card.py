"""The card beside the map: what was clicked, in words, with the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from graph.answers.model import Evidence, GovernanceMap, MapEdge, MapNode
from graph.map import keyed
from graph.map.outline import Entry
from graph.map.series import Mark
from graph.screen import links, markup, wording, wording_map

Pages = Mapping[str, str]
"""What has no page of its own → the IRI of what it is about: a portfolio → its theme."""
_NONE: Pages = {}


def node_card(  # noqa: PLR0913, PLR0917 - what the card tells, and where its names lead
    node: MapNode,
    entry: Entry,
    board: GovernanceMap,
    mark: str | None,
    members: Sequence[MapNode],
    pages: Pages = _NONE,
) -> str:
    """A body, theme or person: what it is, who or why nobody, what it is joined to, and the sentences."""
    badge = markup.badge(entry.sign, entry.words) if entry.words else ""
    linked = links.in_text(((each.label, pages.get(each.id, each.id)) for each in board.nodes), entry.notes)
    notes = "".join(f'<p class="wge-small">{_capital(linked(note))}</p>' for note in entry.notes)
    stands = _list(wording_map.MEMBERS, (_thing(member.id, member.label, pages) for member in members))
    name = _thing(node.id, node.label, pages)
    return (
        f'<article class="wge-map-card"><p class="wge-small">{escape(_capital(node.kind_label))}</p>'
        f"<h2>{name}</h2>{badge}{markup.paragraph(mark, 'wge-small')}{notes}{stands}"
        f"{_list(wording_map.RELATIONS, _relations(node, board, pages))}{_sentences(node.evidence)}</article>"
    )


def line_card(edge: MapEdge, names: Mapping[str, str], mark: str | None, pages: Pages = _NONE) -> str:
    """A line: from what to what, what it says, and the sentences."""
    source, target = (_thing(iri, names[iri], pages) for iri in (edge.source, edge.target))
    said = f"{source} — {escape(edge.label)} — {target}"
    doubt = "" if edge.status == "existing" else markup.badge(edge.status, _status(edge.status))
    return (
        f'<article class="wge-map-card"><p class="wge-small">{escape(wording_map.LINE)}</p>'
        f"<h2>{said}</h2>{doubt}{markup.paragraph(mark, 'wge-small')}"
        f"{_sentences(edge.evidence)}</article>"
    )


def _thing(iri: str, name: str, pages: Pages) -> str:
    return links.thing(pages.get(iri, iri), name)


def difference(mark: Mark | None, date: str | None) -> str | None:
    """How something differs from the other date, in words."""
    return wording_map.differs(mark.what, date, mark.before) if mark and date else None


def _status(status: str) -> str:
    return wording.ANSWERS.get(status, status)


def _relations(node: MapNode, board: GovernanceMap, pages: Pages) -> Iterable[str]:
    names = {other.id: other.label for other in board.nodes}
    for edge in board.edges:
        if edge.source == node.id and edge.target in names:
            yield f"{escape(edge.label)} {_thing(edge.target, names[edge.target], pages)}"
        elif edge.target == node.id and edge.source in names:
            source = _thing(edge.source, names[edge.source], pages)
            yield f"{source}: {escape(edge.label)} {escape(node.label)}"


def _list(heading: str, items: Iterable[str]) -> str:
    found = "".join(f"<li>{item}</li>" for item in dict.fromkeys(items))
    return f'<h3>{escape(heading)}</h3><ul class="wge-plain">{found}</ul>' if found else ""


def _sentences(found: Sequence[Evidence]) -> str:
    quotes = "".join(f"{markup.quote(each)}{markup.sentence_link(each)}" for each in dict.fromkeys(found))
    return f"<h3>{escape(wording_map.SENTENCES)}</h3>{quotes or markup.paragraph(wording_map.NO_SENTENCE)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lines_of(board: GovernanceMap, keys: Iterable[str]) -> list[MapEdge]:
    """The lines with these keys, in their order."""
    edges = {keyed(edge): edge for edge in board.edges}
    return [edges[key] for key in keys if key in edges]
