"""The feeds that a page names in its head."""

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.net.urls import resolve
from app.text.normalize import line

FEED_TYPES = frozenset({"application/atom+xml", "application/feed+json", "application/rss+xml"})
_SAID = "/comments/"  # in the address of a feed


def feeds_named(root: HtmlElement, base: str) -> tuple[tuple[str, str], ...]:
    """Return title and address of each feed that the page names in its head (RSS Advisory Board, Autodiscovery).

    Those of what readers say (`/comments/feed` of WordPress) come last.
    """
    found: dict[str, str] = {}
    for link in root.iterfind(".//link[@href]"):
        words = (link.get("rel") or "").lower().split()
        if "alternate" not in words or (link.get("type") or "").strip().lower() not in FEED_TYPES:
            continue
        try:
            found.setdefault(resolve(base, link.get("href") or ""), line(link.get("title") or ""))
        except BadAddress:
            continue
    return tuple((title, address) for address, title in sorted(found.items(), key=lambda feed: _SAID in feed[0]))
