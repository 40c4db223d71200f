"""What the addresses of links say of a line that is nothing else: teasers name in them what they lead to."""

import re

from app.extract.scoring.text_blocks import TextBlock

_WORD = re.compile(r"[a-z0-9]{3,}")
_HOST = re.compile(r"(?:https?:)?//(?:www\.|m\.)?([^/?#:]+)", re.IGNORECASE)
_MOST_LINKED = 0.5  # of a line; what has fewer links is told by its own words
_LONGEST = 200  # characters; a longer line is no headline


def link_row(block: TextBlock, host: str) -> tuple[float, float, float]:
    """Return of a line of links which share of its words the first address names, whether that leads to another host
    than `host`, and how many steps its path has; -1 each of another line.
    """
    size = len(block.text)
    if not block.hrefs or size > _LONGEST or block.links < _MOST_LINKED * size:
        return -1.0, -1.0, -1.0
    address = block.hrefs[0].lower()
    named = _HOST.match(address)
    words = _WORD.findall(block.text.lower())
    return (
        sum(word in address for word in words) / len(words) if words else 0.0,
        float(named is not None and named[1] != host),
        float(address.count("/", named.end() if named else 0)),
    )
