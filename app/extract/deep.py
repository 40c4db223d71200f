"""Markup that nests more deeply than lxml can keep.

libxml2 drops all that comes after the 2,048th level, though everything is closed again; its events still tell of it.
"""

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.extract.caps import INLINE
from app.extract.tag_names import is_name

# So many levels that the parser may have dropped something.
LOSING = 2_040
_UNSEEN = frozenset({"script", "style", "template"})


class _Builder:
    """A target of lxml's parser that builds what lies at most `depth` levels deep; of what is below, the text."""

    def __init__(self, depth: int, parser: lxml.html.HTMLParser) -> None:
        self._depth = depth
        self._level = 0
        self._unseen_from = 0  # the level of a too deep element whose text nobody sees; 0 outside of one
        self._builder = lxml.etree.TreeBuilder(parser=parser)

    def start(self, tag: str, attributes: dict[str | bytes, str | bytes]) -> None:
        self._level += 1
        if self._level <= self._depth:
            known = {name: value for name, value in attributes.items() if is_name(str(name)) and ":" not in str(name)}
            self._builder.start(tag if is_name(tag) else "span", known)
        elif tag in _UNSEEN:
            self._unseen_from = self._unseen_from or self._level
        elif tag not in INLINE:
            self.data(" ")

    def end(self, tag: str) -> None:
        if self._level <= self._depth:
            self._builder.end(tag if is_name(tag) else "span")
        elif tag not in INLINE:
            self.data(" ")
        if self._level == self._unseen_from:
            self._unseen_from = 0
        self._level -= 1

    def data(self, text: str) -> None:
        if not self._unseen_from:
            self._builder.data(text)

    def close(self) -> HtmlElement:
        return self._builder.close()


def shallow_tree(source: bytes, depth: int, parser: lxml.html.HTMLParser) -> HtmlElement:
    """Return the root element of a page in UTF-8, of which no element lies more than `depth` levels deep.

    Its elements are made by `parser`. Raises `lxml.etree.XMLSyntaxError` where there is no element.
    """
    target = _Builder(depth, parser)
    reader = lxml.html.HTMLParser(target=target, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]  # no comments
    root: HtmlElement = lxml.etree.fromstring(source, reader)
    return root
