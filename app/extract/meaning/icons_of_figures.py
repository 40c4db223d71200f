"""What only the icon of a font tells of a figure behind it: money, telephone, fax. `<i class="fa fa-inr"></i> 250`."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from app.extract.right_before import text_before

# What stands in the classes of a page that has such icons (Font Awesome, Bootstrap Icons).
SIGNS = ("bi-", "fa-dollar", "fa-eur", "fa-fax", "fa-gbp", "fa-indian", "fa-inr", "fa-phone", "fa-pound", "fa-rupee")
_TAGS = ("em", "i", "span")
# What stands for each before the figure; sorted.
_WORDS: Mapping[str, str] = {
    "bitcoin": "₿",
    "btc": "₿",
    "dollar": "$",
    "eur": "€",
    "euro": "€",
    "fax": "Fax ",
    "gbp": "£",
    "indian": "₹",
    "inr": "₹",
    "mobile": "Mob. ",
    "phone": "Tel. ",
    "pound": "£",
    "rupee": "₹",
    "sterling": "£",
    "telephone": "Tel. ",
    "usd": "$",
    "yen": "¥",
}
_ICON = re.compile(
    rf"(?:bi-(?:currency-)?|fa-)({'|'.join(_WORDS)})(?:-(?:alt|fill|flip|rupee|square|volume))?(?:-sign)?(?=\s|$)"
)
_FIGURE = re.compile(r"[+(]{0,2}\d")
_SAID = re.compile(r"(?:fax|mob|phone|t(?:el)?)\b\W{0,4}\Z", re.IGNORECASE)


def write_figures(root: HtmlElement) -> None:
    """Put before each figure of the tree what only its icon tells, in place."""
    for icon in list(root.iter(*_TAGS)):
        found = _ICON.search(icon.get("class") or "")
        if found and not len(icon) and not (icon.text or "").strip() and _begins_figure(icon):
            icon.tail = _WORDS[found[1]] + (icon.tail or "").lstrip()
            icon.drop_tree()


def _begins_figure(icon: HtmlElement) -> bool:
    """Say whether a figure stands right behind an icon, and not the same word before it."""
    following = icon.getnext()
    text = (icon.tail or "").strip() or ("" if following is None else following.text_content().strip())
    return _FIGURE.match(text) is not None and not _SAID.search(text_before(icon))
