"""Numbers of the printed pages in the text of a book or a report, which stand in the midst of its words."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

_MOST = 5_000
_CLASSES = re.compile(
    r"(?:^|\s)(?:page-?num(?:ber)?|pagebreak|page-?no|pb|pgnum|pagina|seitenzahl|"
    r"printed-page(?:-wrapper)?|unprinted-element(?:-wrapper)?)(?:\s|$)",
    re.IGNORECASE,
)
_ROLES = frozenset({"doc-pagebreak"})
_NUMBER = re.compile(
    r"[\[({]?\s?(?:(?:start|end) printed )?"
    r"(?:p(?:ag(?:e|ina))?|pg|s(?:eite)?)?\.?\s?(?:\d{1,4}|[ivxlc]{1,8})\s?[\])}]?",
    re.IGNORECASE,
)


def drop_page_numbers(root: HtmlElement) -> None:
    """Take the numbers of printed pages out of the tree (DPUB-ARIA 1.1: `doc-pagebreak`)."""
    for mark in list(islice(root.iter("span", "a"), _MOST)):
        names = mark.get("class")
        is_named = (names and _CLASSES.search(names)) or mark.get("role") in _ROLES
        if is_named and mark.getparent() is not None and _NUMBER.fullmatch(line(mark.text_content())):
            mark.drop_tree()
