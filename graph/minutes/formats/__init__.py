"""One reader per format: bytes in, paragraphs out."""

from __future__ import annotations

from graph.minutes.draft import Paragraph
from graph.minutes.source import Source


def paragraphs(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """The paragraphs of a file and warnings about it. The reader's library is loaded only when its format comes up."""
    if source.format in ("txt", "md"):
        from graph.minutes.formats import lightweight

        return lightweight.read(source)
    if source.format == "html":
        from graph.minutes.formats import html

        return html.read(source)
    if source.format == "docx":
        from graph.minutes.formats import docx

        return docx.read(source)
    from graph.minutes.formats import pdf

    return pdf.read(source)
