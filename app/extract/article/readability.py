"""The part of a page that is the article, chosen by readability-lxml."""

import copy

from lxml.html import HtmlElement
from readability import Document
from readability.readability import Unparseable

from app.errors import NoText
from app.extract.parse import parse_fragment


class _PreparedDocument(Document):  # type: ignore[misc]  # readability has no types
    """A `Document` over a tree that is clean already.

    The original cleans the tree with lxml_html_clean and makes its links absolute each time that it
    starts anew; both are done here, by `boxes` and `lean`, and cost as much as the scoring itself.
    """

    def _parse(self, input: HtmlElement) -> HtmlElement:  # noqa: A002  # the name is readability's
        return copy.deepcopy(input)

    def get_preserved_elements(self, node: HtmlElement) -> dict[HtmlElement, bool]:
        """Return what is kept though it be short: a list within a list is a part of its item."""
        kept: dict[HtmlElement, bool] = super().get_preserved_elements(node)
        return kept | dict.fromkeys(node.xpath(".//li//ul"), True)


def readability_part(root: HtmlElement) -> HtmlElement:
    """Return the article in the tree as a tree of its own, one `div`; the first tree stays as it is.

    Raises `NoText` where there is nothing to choose from.
    """
    try:
        return parse_fragment(_PreparedDocument(root).summary(html_partial=True))
    except Unparseable as error:
        raise NoText("This page has no text that could be read without its scripts.") from error
