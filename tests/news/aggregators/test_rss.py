"""What both aggregators' feeds are read by: strictly, each address once."""

import pytest

from app.errors import OriginFailed
from app.models import Headline
from app.news.aggregators.rss import MOST_HEADLINES, channel, distinct, items, published

URL = "http://127.0.0.1/rss"
ITEM = "<item><title>One</title><pubDate>{}</pubDate></item>"


def feed(content: str) -> str:
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{content}</channel></rss>"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><body>Please consent.</body></html>",
        "<rss><channel>",
        "{}",
        f"<!DOCTYPE rss [<!ENTITY a 'b'>]>{feed('')}",
    ],
)
def test_what_is_no_feed_is_said_to_be_something_else(text: str) -> None:
    with pytest.raises(OriginFailed, match=r"sent something else than its list of news\.$"):
        channel(text, URL)


def test_a_control_character_does_not_cost_the_feed() -> None:
    assert channel(feed("<item><title>A\x0b\x01B</title></item>"), URL).findtext("item/title") in (
        "AB",
        "A B",
        "A\x0bB",
    )


def test_no_more_items_are_read_than_anybody_reads() -> None:
    assert len(items(channel(feed(ITEM * (MOST_HEADLINES + 5)), URL))) == MOST_HEADLINES


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Thu, 01 Jan 1970 00:01:00 GMT", 60),
        ("Thu, 01 Jan 1970 00:01:00", 60),
        ("Thu, 01 Jan 1970 01:01:00 +0100", 60),
        ("Wed, 31 Dec 1969 00:00:00 GMT", 0),
        ("yesterday", 0),
        ("", 0),
    ],
)
def test_a_date_is_seconds_and_what_is_none_is_nothing(date: str, seconds: float) -> None:
    assert published(items(channel(feed(ITEM.format(date)), URL))[0]) == seconds


def test_each_address_stands_once_and_the_first_counts() -> None:
    first, again = Headline("One", "http://a.example/", "A", URL, 0), Headline("Two", "http://a.example/", "B", URL, 1)
    assert distinct([None, first, again]) == (first,)
