"""Elements of a site's own making that stand for paragraphs: only its style sheet says that each is a block.

HTML knows them by the hyphen in their names, and shows them in the line where nothing else is said (HTML standard,
section 4.13.3).
"""

from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from app.extract.right_before import text_before

_MOST = 5_000
_HAS_WORDS = XPath("boolean(text()[normalize-space()])")
_AROUND = frozenset("article body div li main section td".split())


def open_own_elements(root: HtmlElement) -> None:
    """Make a block of each such element with words that stands among elements alone, in place."""
    own = (each for each in root.iter() if "-" in each.tag and _says_something(each))
    for element in [each for each in islice(own, _MOST) if _stands_alone(each)]:
        element.tag = "div"


def _says_something(element: HtmlElement) -> bool:
    return element.get("src") is None and not element.tag.startswith("amp-") and _HAS_WORDS(element) is True


def _stands_alone(element: HtmlElement) -> bool:
    parent = element.getparent()
    if parent is None or not (parent.tag in _AROUND or "-" in parent.tag):
        return False
    return not text_before(element).strip() and not (element.tail or "").strip()
