"""What a visitor gets to see of a page, as AppTest holds it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser
from streamlit.testing.v1 import AppTest

from graph.screen import wording


def html(app: AppTest) -> str:
    """All HTML that the page wrote, in order; not the style sheet."""
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def text(app: AppTest) -> str:
    """The text of that HTML."""
    body = LexborHTMLParser(html(app)).body
    return body.text(separator=" ") if body else ""


def links(app: AppTest) -> list[tuple[str, str]]:
    """The links of the page: page and query string."""
    return [(element.proto.page, element.proto.query_string) for element in app.get("page_link")]


def everything(app: AppTest) -> str:
    """All that the page sent to the browser, HTML or not, without the address itself."""
    return "\n".join(str(element.proto) for element in app if element.type != "root")


def sound(app: AppTest) -> bool:
    """Whether the page came through: neither Streamlit's own error box nor the line of the last resort."""
    return not app.exception and wording.FAILED not in text(app)
