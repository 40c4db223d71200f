"""Section breaks that are written as signs, `* * *`: a rule stands in their place, as HTML has it."""

import re
from itertools import islice

from lxml.html import HtmlElement

_SIGNS = re.compile("[*∗⁂•·~—–=#◆◇❖✦❦☙§\\-_\u00a0\\s]{1,15}")
_MOST_LOOKED_AT = 20_000


def rule_breaks(root: HtmlElement) -> None:
    """Make a rule of each paragraph of the tree that is nothing but such signs, in place; one rule is enough."""
    for paragraph in list(islice(root.iter("p", "center"), _MOST_LOOKED_AT)):
        text = paragraph.text_content()
        if len(text) > 15 or not text.strip() or not _SIGNS.fullmatch(text) or paragraph.find(".//img") is not None:
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        if before is None or after is None or before.tag == "hr" or after.tag == "hr":
            continue
        tail = paragraph.tail
        paragraph.clear()
        paragraph.tag, paragraph.tail = "hr", tail
