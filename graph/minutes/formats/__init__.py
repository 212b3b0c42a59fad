"""One reader per format: bytes in, paragraphs out."""

from __future__ import annotations

from graph.minutes.draft import Paragraph
from graph.minutes.source import Source


def paragraphs(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """The paragraphs of a file and warnings about it."""
    if source.format in ("txt", "md"):
        from graph.minutes.formats import lightweight  # noqa: PLC0415 - loaded only when its format comes up

        return lightweight.read(source)
    if source.format == "html":
        from graph.minutes.formats import html  # noqa: PLC0415 - its library is loaded only when needed

        return html.read(source)
    if source.format == "docx":
        from graph.minutes.formats import docx  # noqa: PLC0415 - its library is loaded only when needed

        return docx.read(source)
    from graph.minutes.formats import pdf  # noqa: PLC0415 - its library is loaded only when needed

    return pdf.read(source)
