"""Icons that are written as words: `star_half` in a font whose ligatures make a drawing of it.

The page shows the drawing (https://developers.google.com/fonts/docs/material_icons). Here the word becomes a class, by
which other steps know what a sign says, and is no text any longer.
"""

import re

from lxml.html import HtmlElement

_FONTS = re.compile(
    r"(?:^|\s)(?:google-(?:material-icons|symbols)|mat-icon|material-(?:icons|symbols)(?:-[a-z]+)*)(?:\s|$)",
    re.IGNORECASE,
)
# What stands in the classes of a page that has such icons.
SIGNS = ("google-symbols", "mat-icon", "material-icons", "material-symbols")
_TAGS = ("a", "button", "div", "em", "i", "mat-icon", "md-icon", "p", "span")
_WORD = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_LONGEST = 40  # characters; the longest name of the fonts has 36


def draw_icons(root: HtmlElement) -> None:
    """Make of each icon that is written as a word an element without text, whose class has the word."""
    for icon in root.iter(*_TAGS):
        name = icon.get("class") or ""
        if len(icon) or not name or not _FONTS.search(name):
            continue
        word = (icon.text or "").strip()
        if len(word) <= _LONGEST and _WORD.fullmatch(word):
            icon.text = None
            icon.set("class", f"{name} icon-{word.replace('_', '-')}")
