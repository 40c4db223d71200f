"""How wide a sentence of the interface may be in any language, in columns of a terminal, by where it stands.

Placeholders count as three columns, tags as none. What stands in no row here may have twice its English width and ten.
"""

import re
from collections.abc import Mapping

from app.render.charsets.charsets import columns

_PLACEHOLDER = re.compile(r"%\([a-z_0-9]+\)s")
_TAG = re.compile(r"<[^<>]*>")

# On buttons and in rows of links, of which a screen of forty columns has three or four in a line; sorted by width.
_ROWS: Mapping[int, tuple[str, ...]] = {
    9: ("New", "also"),
    10: ("%(number)s d", "%(number)s h", "%(number)s min", "down", "left", "right", "up"),
    14: (
        "Add",
        "Back",
        "Begin",
        "Change",
        "More",
        "Next",
        "Picture",
        "Previous",
        "Quit",
        "Read",
        "Search",
        "Send",
        "Setup",
        "first",
    ),
    15: (
        "Bigger",
        "Collect",
        "Comments",
        "Contents",
        "Papers",
        "Rename",
        "Smaller",
        "Sources",
        "To print",
        "Your own",
        "picture",
        "take out",
    ),
    16: (
        "BUSINESS",
        "ENTERTAINMENT",
        "HEALTH",
        "NATION",
        "SCIENCE",
        "SPORTS",
        "Sections",
        "TECHNOLOGY",
        "TOP",
        "WORLD",
    ),
    18: ("%(edition)s Edition", "Also in", "Exchange rates", "Usual size", "Weather", "another", "just now"),
    22: ("All papers", "Page %(number)s of %(count)s", "Picture %(number)s of %(count)s", "Whole article"),
    24: ("Next picture", "Previous picture", "Read any page", "Without marks"),
    26: ("%(num)s day ago", "%(num)s hour ago", "%(num)s minute ago", "%(num)s second ago"),
    44: ("Back to %(site)s %(edition)s front page", "Today's news for yesterday's computers"),
}
WIDEST: Mapping[str, int] = {each: most for most, row in _ROWS.items() for each in row}


def width_of(text: str) -> int:
    """Return how many columns a sentence takes."""
    return columns(_PLACEHOLDER.sub("000", _TAG.sub("", text)))


def most_of(msgid: str) -> int:
    """Return how many columns a translation of `msgid` may take."""
    return WIDEST.get(msgid) or 2 * width_of(msgid) + 10
