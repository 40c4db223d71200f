"""Sitemaps as lists of the pages or sitemaps that they name (sitemaps.org; Google, News sitemaps). No I/O."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from app.feeds.dates import moment
from app.feeds.source import SourceFeed, SourceItem
from app.feeds.xml_tree import name_of
from app.net.slugs import headline_in

ROOTS = frozenset({"sitemapindex", "urlset"})
BOXES = frozenset({"sitemap", "url"})
TITLE = "Sitemap"
# Entries that are looked at: a sitemap may have fifty thousand, of which a list shows two hundred.
MOST_ENTRIES = 400
MOST_TEXTS = 40  # of one entry
_DATES = ("publication_date", "lastmod")


def feed_in(tree: Any) -> SourceFeed:
    """Return what the sitemap `tree` lists, in its order."""
    boxes = (element for element in tree.iter() if name_of(element) in BOXES)
    return SourceFeed(TITLE, "", "", _items(boxes), is_outline=True)


def _items(boxes: Iterator[Any]) -> Iterator[SourceItem]:
    for box in islice(boxes, MOST_ENTRIES):
        texts: dict[str, str] = {}
        for element in islice(box.iterdescendants(), MOST_TEXTS):
            texts.setdefault(name_of(element), (element.text or "").strip())
        link = texts.get("loc", "")
        if link:
            published = next(filter(None, (moment(texts.get(name, ""), "") for name in _DATES)), 0)
            yield SourceItem(texts.get("title") or _title(link), "", (link,), published)


def _title(link: str) -> str:
    """Return what an address spells, as a title, or the address."""
    said = headline_in(link)
    return said[:1].upper() + said[1:] or link
