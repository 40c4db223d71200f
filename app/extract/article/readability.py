"""The part of a page that is the article, chosen by readability-lxml."""

import copy

from lxml.html import HtmlElement
from readability import Document
from readability.readability import REGEXES, Unparseable

from app.errors import NoText
from app.extract.article.prose import Prose
from app.extract.parse import parse_fragment

# As readability reads names: what it takes out, unless the other pattern fits too, and what counts less or more.
_AGAINST = (("unlikelyCandidatesRe", "okMaybeItsACandidateRe"), ("negativeRe", "positiveRe"))


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


def readability_part(root: HtmlElement, prose: Prose) -> HtmlElement:
    """Return the article in the tree as a tree of its own, one `div`; the first tree only loses names that mislead.

    `prose` is that of the page. Raises `NoText` where there is nothing to choose from.
    """
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        heading.attrib.pop("id", None)  # it is made of the words, and says nothing else
    for element in root.xpath("//*[@class or @id]"):
        if prose.is_large(element) and _speaks_against(element):
            element.attrib.pop("class", None)
            element.attrib.pop("id", None)
    try:
        return parse_fragment(_PreparedDocument(root).summary(html_partial=True))
    except Unparseable as error:
        raise NoText("This page has no text that could be read without its scripts.") from error


def _speaks_against(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return any(REGEXES[bad].search(names) and not REGEXES[good].search(names) for bad, good in _AGAINST)
