"""The text of a part of a page after one step, as tests of these steps compare it."""

from collections.abc import Callable

from lxml.html import HtmlElement, document_fromstring

from app.extract.meaning.looks import words_of
from app.text.normalize import line


def spelled(markup: str, step: Callable[[HtmlElement], None]) -> str:
    """Return the text of `markup`, in which `step` was taken, on one line."""
    return line(tree(markup, step).text_content())


def tree(markup: str, step: Callable[[HtmlElement], None]) -> HtmlElement:
    """Return the body around `markup`, in which `step` was taken."""
    root = document_fromstring(f"<html><body>{markup}</body></html>")
    step(root)
    return root.find("body")


def with_words(step: Callable[[HtmlElement, frozenset[str]], None]) -> Callable[[HtmlElement], None]:
    """Return `step` as one that looks for the words of classes and roles itself."""
    return lambda root: step(root, words_of(root))
