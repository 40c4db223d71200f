"""A text file whose marks its name or its type tells, Markdown or reStructuredText, as an article."""

import re
from urllib.parse import unquote, urlsplit

from app.adapters.adapter import article_of
from app.adapters.repository_text import marked_text
from app.models import Article, Heading, text_of
from app.net.urls import host_of

_MARKDOWN = ("text/markdown", "text/x-markdown")  # RFC 7763
_RESTRUCTURED = ("text/x-rst", "text/prs.fallenstein.rst")
# What generators of sites have above a text, for themselves.
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:.*\r?\n){1,60}?---[ \t]*\r?\n")


def marked_article(text: str, url: str, content_type: str) -> Article | None:
    """Return the text of a file as what its marks mean, or None where nothing tells that it has any."""
    path = unquote(urlsplit(url).path).lstrip("/")
    name = _name(path.rpartition("/")[2], content_type.partition(";")[0].strip().lower())
    found = marked_text(name, path, url.partition("?")[0], _FRONT_MATTER.sub("", text))
    if found is None or not found.blocks:
        return None
    first, title = found.blocks[0], name
    blocks = found.blocks
    if isinstance(first, Heading):
        blocks, title = blocks[1:], text_of(first)
    return article_of({"url": url}, title, blocks, site=host_of(url), images=found.images)


def _name(name: str, kind: str) -> str:
    """Return the name of a file with the end that its type asks for."""
    if kind in _MARKDOWN:
        return f"{name}.md"
    return f"{name}.rst" if kind in _RESTRUCTURED else name
