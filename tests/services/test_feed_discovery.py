"""Which feeds are at an address."""

import pytest

from app.errors import NoText
from app.fetch.client import Client
from app.services.feed_discovery import feeds_at
from tests.origin import Origin, loopback_rules

FEED = (
    "<rss><channel><title>Tide</title><item><title>One</title><link>http://tide.example/1</link></item></channel></rss>"
)


def found(url: str) -> list[tuple[str, str]]:
    page = Client(loopback_rules()).fetch(url)
    return [(feed.title, feed.url) for feed in feeds_at(url, page).feeds]


def test_a_feed_is_itself_where_it_was_found_in_the_end(origin: Origin) -> None:
    url = origin.serve("/new", FEED, "application/rss+xml")
    assert found(origin.redirect("/old", url)) == [("Tide", url)]


def test_a_page_names_its_feed_be_it_a_list_or_an_article(origin: Origin) -> None:
    head = "<link rel='alternate' type='application/atom+xml' title='All' href='/atom'><link rel='alternate' type='application/rss+xml' title='Comments' href='/comments'>"
    url = origin.serve("/", f"<html><head>{head}</head><body><p>Words of a page.</p></body></html>")
    assert found(url) == [("All", origin.url("/atom"))]


def test_a_list_of_feeds_has_all_of_them_under_whatever_type_it_comes(origin: Origin) -> None:
    text = '<opml version="2.0"><body><outline text="A" xmlUrl="http://a.example/"/><outline text="B" xmlUrl="http://b.example/"/></body></opml>'
    for kind in ("text/x-opml", "application/xml", "text/html", "application/octet-stream"):
        url = origin.serve("/list", text, kind)
        assert found(url) == [("A", "http://a.example/"), ("B", "http://b.example/")], kind


@pytest.mark.parametrize(
    ("body", "kind"), [("<p>No feed.</p>", "text/html"), ("words", "text/plain"), ("GIF89a", "image/gif")]
)
def test_where_there_is_no_feed_that_is_said(origin: Origin, body: str, kind: str) -> None:
    with pytest.raises(NoText, match="names no feed"):
        found(origin.serve("/x", body, kind))
