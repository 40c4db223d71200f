"""The bench that judges feeds: what it says of entries, whatever comes."""

import pytest

from bench.feeds import entries

URL = "https://example.org/blog/feed.xml"


def test_an_entry_has_plain_texts_its_link_and_its_date() -> None:
    feed = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><link>https://example.org/</link>
    <item><title>Käse &amp;amp; &lt;b&gt;Brot&lt;/b&gt;</title><link>/1?utm_source=x#top</link>
    <description>&lt;p&gt;Both.&lt;/p&gt;</description><pubDate>Mon, 02 Nov 2026 23:30:00 -0500</pubDate></item>
    <item><description>No more.</description></item></channel></rss>"""
    assert entries(feed.encode(), URL) == [
        {
            "title": "Käse & Brot",
            "link": "https://example.org/1?utm_source=x#top",
            "date": 1793680200.0,
            "summary": "Both.",
        },
        {"title": "", "link": "", "date": None, "summary": "No more."},
    ]


def test_the_charset_of_the_header_counts() -> None:
    feed = "<rss><channel><item><title>вода и хлеб на столе</title></item></channel></rss>"
    found = entries(feed.encode("koi8-r"), URL, "application/rss+xml; charset=koi8-r")
    assert found[0]["title"] == "вода и хлеб на столе"


@pytest.mark.parametrize("data", [b"", b"\0", b"words", b"{", b"[]", b"{}", b"<rss", b"<html><p>x", b'{"items": 3}'])
@pytest.mark.parametrize("url", [URL, "", "http://["])
def test_what_is_no_feed_has_no_entries(data: bytes, url: str) -> None:
    assert entries(data, url) == []
