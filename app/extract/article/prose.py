"""How much of a page's prose stands in each of its elements.

Prose is what is read as sentences: pieces of text of some length that are no part of a link. Menus, labels, bylines and
lists of headlines have hardly any, so its share tells where the article is when names and tags mislead.
"""

from collections.abc import Collection
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.text.normalize import letters

LARGE_PART = 0.25  # of the page's prose: what holds more is no box, whatever its tag or name

# In this order of conditions it takes half the time.
_LONG, _ANY = "string-length(normalize-space()) > 39", "normalize-space()"
_PIECES = (
    "/html/body/descendant::text()[{}][not(parent::script or parent::style or parent::noscript or parent::noframes or "
    "parent::iframe or parent::textarea or parent::option or ancestor::a)]"
)
_LITTLE = 500  # characters of long pieces; with fewer a page is one of short lines, all of which count


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of prose, and the element it stands in."""

    element: HtmlElement
    text: str


class Prose:
    """The prose of one page, measured once, in characters."""

    def __init__(self, root: HtmlElement) -> None:
        """Measure the tree as it is."""
        found = root.xpath(_PIECES.format(_LONG))
        if sum(map(len, found)) < _LITTLE:
            found = root.xpath(_PIECES.format(_ANY))
        self.pieces = [Piece(_element_of(text), str(text)) for text in found]
        self._lengths: dict[HtmlElement, int] = {}
        for piece in self.pieces:
            self._add(piece.element, len(piece.text))
        self._total = sum(self._lengths.values())
        for element in reversed(list(root.iter()) if self._total else []):
            parent = element.getparent()
            if parent is not None and element in self._lengths:
                self._add(parent, self._lengths[element])

    def _add(self, element: HtmlElement, length: int) -> None:
        self._lengths[element] = self._lengths.get(element, 0) + length

    def share(self, element: HtmlElement) -> float:
        """Return the part of the page's prose that stands in `element`, 0 to 1."""
        return self._lengths.get(element, 0) / self._total if self._total else 0.0

    def is_large(self, element: HtmlElement) -> bool:
        """Say whether `element` holds so much of the prose that a tag or name that speaks against it must mislead."""
        return self.share(element) > LARGE_PART

    def new_in(self, elements: Collection[HtmlElement]) -> list[HtmlElement]:
        """Return those of `elements`, in their order, of whose prose at least half is said nowhere before.

        What stands outside of all of them counts as said before; one within another goes with it.
        """
        within: dict[HtmlElement, list[str]] = {element: [] for element in elements}
        said: set[str] = set()
        for piece in self.pieces if within else ():
            around = [each for each in (piece.element, *piece.element.iterancestors()) if each in within]
            if around:
                within[around[-1]].append(letters(piece.text))
            else:
                said.add(letters(piece.text))
        found = []
        for element, texts in within.items():
            if 2 * sum(text in said for text in texts) <= len(texts):
                found.append(element)
                said.update(texts)
        return found


def _element_of(text: object) -> HtmlElement:
    """Return the element in which a text of an XPath result stands."""
    parent = text.getparent()  # type: ignore[attr-defined]
    return parent.getparent() if text.is_tail else parent  # type: ignore[attr-defined]
