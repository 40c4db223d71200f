"""Names of elements and attributes as the parser takes them from typing errors, made such as can be worked with.

The HTML standard reads `<br<br>` as an element named `br<br`, `<p"class=x>` as one named `p"class=x`, and lxml does
the same; but to set or even look up such a name raises `ValueError` there. Browsers show what stands in an element
that they do not know; so is it here, and what was to break a line still does.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from lxml.html import HtmlElement

_NAME = re.compile(r"[A-Za-z][\w.:-]*", re.ASCII)
_BEGINNING = re.compile(r"[a-z][a-z0-9]*")
# By what the name begins with: an element that stands alone, and those of which only the line break is certain, since
# their end tags, which are right, do not end them.
_ALONE = frozenset({"br", "hr"})
_BLOCKS = frozenset(
    "article aside blockquote center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main ol p "
    "pre section table tbody td tfoot th thead tr ul".split()
)


def clean_names(elements: Iterable[HtmlElement], ours: frozenset[str] = frozenset()) -> set[str]:
    """Rename those of the elements of a tree that have an impossible name, and take such attributes away.

    So are attributes whose names are `ours`: what a page says by them would be taken for what we do. Return the names
    of all elements and attributes as they were.
    """
    found = set[str]()
    for element in elements:
        found.add(element.tag)
        if not is_name(element.tag):
            _rename(element)
        # A brace is what lxml takes for the beginning of a namespace; an attribute with one cannot be looked up.
        names = element.keys()
        found.update(names)
        if "{" in "".join(names):
            _clean_attributes(element)
        if not ours.isdisjoint(names):
            for name in ours:
                element.attrib.pop(name, None)
    return found


@lru_cache(4096)
def is_name(tag: str) -> bool:
    """Return whether lxml takes this for the name of an element."""
    return _NAME.fullmatch(tag) is not None


def _rename(element: HtmlElement) -> None:
    beginning = _BEGINNING.match(element.tag)
    meant = beginning[0] if beginning else ""
    if meant in _ALONE:
        element.addprevious(element.makeelement(meant))
    element.tag = "div" if meant in _BLOCKS else "span"


def _clean_attributes(element: HtmlElement) -> None:
    """Take the attributes away that cannot be looked up, and with them those that could not be set again."""
    kept = {name: value for name, value in element.items() if _NAME.fullmatch(name) and ":" not in name}
    element.attrib.clear()
    element.attrib.update(kept)
