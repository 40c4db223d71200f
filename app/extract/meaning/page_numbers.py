"""Numbers of the printed pages in the text of a book or a report, which stand in the midst of its words."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

_MOST = 5_000
_NAMES = frozenset(
    """doc-pagebreak page-no page-num page-number pagebreak pageno pagenum pagenumber pagina pb pgnum printed-page
    printed-page-wrapper seitenzahl unprinted-element unprinted-element-wrapper""".split()
)
_NUMBER = re.compile(
    r"[\[({]?\s?(?:(?:start|end) printed )?"
    r"(?:p(?:ag(?:e|ina))?|pg|s(?:eite)?)?\.?\s?(?:\d{1,4}|[ivxlc]{1,8})\s?[\])}]?",
    re.IGNORECASE,
)


def drop_page_numbers(root: HtmlElement, words: frozenset[str]) -> None:
    """Take the numbers of printed pages out of the tree (DPUB-ARIA 1.1: `doc-pagebreak`).

    `words` are those of the classes and roles of the tree.
    """
    for mark in list(islice(root.iter("span", "a"), _MOST)) if not _NAMES.isdisjoint(words) else ():
        names = f"{mark.get('role') or ''} {mark.get('class') or ''}"
        is_named = not _NAMES.isdisjoint(names.lower().split())
        if is_named and mark.getparent() is not None and _NUMBER.fullmatch(line(mark.text_content())):
            mark.drop_tree()
