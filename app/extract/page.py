"""A page of markup to what it is: an article, a list of things to read, or the frames that it is made of."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from app.errors import BadAddress, NoText
from app.extract.article.pipeline import article_in, base_of
from app.extract.listing.classify import feeds_named, index_listing, is_index
from app.extract.parse import parse
from app.models import Article, Entry, Listing
from app.net.urls import host_of, resolve
from app.text.normalize import line

_FEWEST = 5  # a list with fewer entries is no list worth having in place of the text


def extract_page(text: str, url: str) -> Article | Listing:
    """Return what the decoded page `text` from `url` holds. Raises `NoText` or `BadMarkup`."""
    root = parse(text)
    base = base_of(root, url)
    if is_index(root, url):
        listing = index_listing(root, url, base)
        if len(listing.entries) >= _FEWEST:
            feeds = tuple(Entry(title or "Feed", address) for title, address in feeds_named(root, base))
            return replace(listing, feeds=feeds)
    title, frames = line(root.findtext(".//title") or ""), tuple(frames_in(root, base))
    try:
        return article_in(root, url, base)
    except NoText:
        if not frames:
            raise
        return Listing(url, title or host_of(url), frames)


def frames_in(root: HtmlElement, base: str) -> Iterator[Entry]:
    """Yield the frames of a page of the nineties, each under its name (HTML 4.01, section 16)."""
    for frame in root.iter("frame"):
        try:
            address = resolve(base, frame.get("src") or "")
        except BadAddress:
            continue
        yield Entry(line(frame.get("title") or frame.get("name") or "") or address, address)
