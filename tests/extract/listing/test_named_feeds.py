"""Which feeds a page names in its head."""

from app.extract.listing.named_feeds import feeds_named
from app.extract.parse import parse
from tests.extract.listing.shapes import SITE, page


def test_feeds_are_named_by_type_each_once_with_whole_addresses() -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" title=" All  news " href="/feed">'
        '<link rel="ALTERNATE home" type="application/atom+xml" href="https://feeds.example/a?x=1&amp;y=2">'
        '<link rel="alternate" type="application/feed+json" title="J" href="feed.json">'
        '<link rel="alternate" type="application/rss+xml" title="again" href="/feed">'
        '<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" type="application/rss+xml" href="/s">'
        '<link rel="alternate" type="application/rss+xml" href="feed:nothing">'
    )
    assert feeds_named(parse(page("x", "", head)), f"{SITE}/a/") == (
        ("All news", f"{SITE}/feed"),
        ("", "https://feeds.example/a?x=1&y=2"),
        ("J", f"{SITE}/a/feed.json"),
    )
