"""What a publisher calls itself, from the title of its feed: `World news | The Guardian` is The Guardian."""

import re

from app.net.urls import host_of
from app.text.normalize import letters, line

_PARTS = re.compile(r"[|>»•·:/–—]| -+ ")  # in a title on one line
# What stands in the titles of feeds besides a name.
_NOISE = re.compile(
    r"\b(?:rss|feeds?|xml|atom|latest|headlines?|top stories|home ?page|breaking news|all news|news feed)\b|[\[\]()]",
    re.IGNORECASE,
)
_LONGEST = 40


def publisher_name(title: str, url: str) -> str:
    """Return the part of a feed's title that its host confirms, else the host; `url` is the feed's."""
    host = host_of(url)
    named = letters(host)
    parts = [" ".join(_NOISE.sub(" ", part).split()) for part in _PARTS.split(line(title))]
    confirmed = [part for part in parts if _confirms(letters(part), named)]
    return max(confirmed, key=len, default=host)[:_LONGEST]


def _confirms(part: str, host: str) -> bool:
    """Say whether a part of a title is in the host, or begins with a part of it (`BBC News`, bbc.co.uk)."""
    if len(part) < 2:  # one letter is in every host
        return False
    return part in host or (len(part) > 3 and part.removeprefix("the") in host) or part[:3] == host[:3]
