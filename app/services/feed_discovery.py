"""The feeds at an address that a person types: a feed itself, those that a page names, those of a list in OPML."""

from dataclasses import replace

from app.errors import NoText
from app.extract.article.pipeline import base_of
from app.extract.listing.named_feeds import feeds_named
from app.extract.parse import parse
from app.feeds.parse import parse as parse_feed
from app.feeds.subscription_list import is_opml, read_opml
from app.fetch.decode import text_of
from app.models import Entry, FetchedPage, Kind, Listing
from app.net.urls import host_of
from app.sentences import Sentence


def feeds_at(url: str, page: FetchedPage) -> Listing:
    """Return the feeds that an answer is or names, as a list without entries. Raises `NoText` where there is none."""
    text = text_of(page)
    if is_opml(text):
        return Listing(url, "OPML", (), feeds=tuple(Entry(title, feed) for title, feed in read_opml(text)))
    if page.kind is Kind.FEED:
        feed = parse_feed(page, text)
        return replace(feed, entries=(), feeds=(Entry(feed.title, page.url),))
    if page.kind is Kind.HTML:
        root = parse(text)
        named = feeds_named(root, base_of(root, page.url))
        if named:
            # The first is the site's own; those of comments and sections follow.
            title, feed_url = named[0]
            return Listing(url, host_of(url), (), feeds=(Entry(title or host_of(url), feed_url),))
    raise NoText(Sentence("%(host)s names no feed at that address.", host=host_of(url)))
