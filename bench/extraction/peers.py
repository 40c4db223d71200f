"""Other extractors, where they are installed: each gives the text of a page."""

import logging
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from lxml.html import HtmlElement, document_fromstring

from app.fetch.decode import decode
from bench.extraction.outcome import extract

Peer = Callable[[bytes, str], str]

# Elements whose end is the end of a line.
_LINES = frozenset("blockquote br dd div dt h1 h2 h3 h4 h5 h6 li p pre section td th tr".split())


def ours(html: bytes, url: str) -> str:
    """This program."""
    return str(extract(html, url)["text"])


def readability(html: bytes, url: str) -> str:
    """readability-lxml, from decoded text."""
    document = import_module("readability").Document(decode(html), url=url)
    return _text(document.summary(html_partial=True))


def trafilatura(html: bytes, url: str) -> str:
    """Trafilatura as it comes, without comments."""
    return import_module("trafilatura").extract(html, url=url or None, include_comments=False) or ""


def trafilatura_precision(html: bytes, url: str) -> str:
    """Trafilatura, in favour of precision."""
    found = import_module("trafilatura").extract(html, url=url or None, include_comments=False, favor_precision=True)
    return found or ""


def resiliparse(html: bytes, url: str) -> str:
    """Resiliparse, main content only."""
    module = import_module("resiliparse.extract.html2text")
    return str(module.extract_plain_text(decode(html), main_content=True))


_MODULES = {
    ours: "app",
    readability: "readability",
    trafilatura: "trafilatura",
    trafilatura_precision: "trafilatura",
    resiliparse: "resiliparse",
}


def installed() -> dict[str, Peer]:
    """Return the extractors whose packages are there, by name."""
    return {peer.__name__: guarded(peer) for peer, module in _MODULES.items() if find_spec(module)}


def guarded(peer: Peer) -> Peer:
    """Return an extractor that finds nothing where it fails: what it raises is part of how good it is."""

    def call(html: bytes, url: str) -> str:
        try:
            return peer(html, url)
        except Exception as error:
            logging.getLogger(__name__).info("%s: %r", peer.__name__, error)
            return ""

    return call


def _text(markup: str) -> str:
    """Return the text of markup, a block a line."""
    if not markup.strip():
        return ""
    root: HtmlElement = document_fromstring(markup)
    for element in root.iter(*_LINES):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "") if element.tag != "br" else element.text
    lines = (" ".join(line.split()) for line in root.text_content().split("\n"))
    return "\n".join(filter(None, lines))
