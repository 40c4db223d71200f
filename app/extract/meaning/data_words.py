"""Words that stand only in the data of an empty element, which a script of the page would write out.

Substack mentions people so, by their `name`, and has formulas so, as TeX (`persistentExpression`).
"""

import json
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.extract.meaning.tex import tex_line
from app.text.normalize import line

#: The attribute that holds the data.
DATA = "data-attrs"
_MOST = 1_000
_LONGEST = 10_000  # characters of data
_LONGEST_NAME = 200


def write_data_words(root: HtmlElement) -> None:
    """Write, in place, the name or the formula of each element of a tree that has it in its data and says nothing."""
    for element in [each for each in islice(root.iter("span", "div"), _MOST * 50) if each.get(DATA)][:_MOST]:
        if not line(element.text_content()) and element.find(".//img") is None:
            said = _said(element)
            if said:
                replace_by_text(element, said)


def _said(element: HtmlElement) -> str:
    text = element.get(DATA)
    try:
        data = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        return ""
    if not isinstance(data, dict):
        return ""
    formula, name = data.get("persistentExpression"), data.get("name")
    if isinstance(formula, str):
        return tex_line(formula)
    is_mention = "mention" in (element.get("class") or "").lower()
    return line(name) if is_mention and isinstance(name, str) and len(name) <= _LONGEST_NAME else ""
