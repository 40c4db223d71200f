"""OPML as a list of feeds (OPML 2.0, "Subscription lists"). No I/O."""

from collections.abc import Iterator
from typing import Any

from app.feeds.source import SourceFeed, SourceItem
from app.feeds.xml_tree import attributes_of, name_of

# Where an outline may say where it leads: to a feed first; the rest are links and further outlines.
ADDRESSES = ("xmlurl", "url", "htmlurl")


def feed_in(tree: Any) -> SourceFeed:
    """Return what the outline `tree` lists, under the headings of the outlines around it."""
    titles = (element.text or "" for element in tree.iter() if name_of(element) == "title")
    return SourceFeed(next(titles, ""), "", "", _items(tree), is_outline=True)


def _items(tree: Any) -> Iterator[SourceItem]:
    for outline in tree.iter():
        if name_of(outline) != "outline":
            continue
        said = attributes_of(outline)
        links = tuple(said[name] for name in ADDRESSES if said.get(name))
        if links:
            summary = said.get("description", "")
            yield SourceItem(_title(said), summary, links, section=_section(outline))


def _section(outline: Any) -> str:
    above = outline.getparent()
    return _title(attributes_of(above)) if above is not None and name_of(above) == "outline" else ""


def _title(said: dict[str, str]) -> str:
    return said.get("title") or said.get("text") or ""
