"""What stands one over the other at a line's right: charge and count of an ion, the bounds of a measured value.

A page has them with a line break between (`SO<sup>2−</sup><br><sub>4</sub>`), in a box that is as low as a line.
"""

import re
from itertools import islice

from lxml.html import HtmlElement

_STACK = re.compile(r"display\s*:\s*inline-block", re.IGNORECASE)
_MOST, _LONGEST = 20_000, 12  # line breaks; characters of a bound


def unstack_scripts(root: HtmlElement) -> None:
    """Put what is stacked side by side, in place: first what is low, then what is high; bounds with a stroke."""
    for line_end in list(islice(root.iter("br"), _MOST)):
        above, below, box = line_end.getprevious(), line_end.getnext(), line_end.getparent()
        if box is None or box.tag != "span" or (below is not None and (line_end.tail or "").strip()):
            continue
        if above is not None and below is not None and (above.tag, below.tag) == ("sup", "sub"):
            if not (above.tail or "").strip():
                _swap(above, below)
                line_end.drop_tree()
        elif len(box) == 1 and _STACK.search(box.get("style") or ""):
            _join(box, line_end)


def _swap(above: HtmlElement, below: HtmlElement) -> None:
    behind, above.tail = below.tail, None
    below.tail = None
    above.addprevious(below)
    above.tail = behind


def _join(box: HtmlElement, line_end: HtmlElement) -> None:
    """Write two short figures of a box on one line."""
    parts = [(part or "").strip() for part in (box.text, line_end.tail)]
    if all(0 < len(part) <= _LONGEST and any(map(str.isdigit, part)) for part in parts):
        box.text = f" {'/'.join(parts)}"
        line_end.tail = None
        line_end.drop_tree()
