"""Lists of feeds as other programs write and read them."""

import pytest

from app.errors import NoText
from app.feeds.subscription_list import MOST_OUTLINES, is_opml, read_opml, write_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Valley &amp; Post" type="rss" xmlUrl="HTTPS://Valley.Example:443/rss?a=1&amp;b=2"/>
<outline title="Tide" text="other" xmlurl="http://tide.example/feed"/></outline>
<outline text="Again" xmlUrl="http://tide.example/feed"/><outline text="Mail" xmlUrl="mailto:a@b.example"/>
<outline text="No address"/></body></opml>"""


def test_each_feed_of_a_list_is_read_once_with_its_title_however_deep_it_stands() -> None:
    assert is_opml(LIST)
    assert read_opml(LIST) == [
        ("Valley & Post", "https://valley.example/rss?a=1&b=2"),
        ("Again", "http://tide.example/feed"),
    ]


def test_what_is_written_can_be_read() -> None:
    feeds = [("Łódź & <Tide>", "https://tide.example/?a=1&b=2"), ("Post", "http://post.example/")]
    text = write_opml('My "page"', feeds).decode()
    assert is_opml(text)
    assert read_opml(text) == feeds


@pytest.mark.parametrize("text", ["", "<opml><body/></opml>", "<opml><<<", "plain words"])
def test_a_list_without_feeds_is_told_of(text: str) -> None:
    with pytest.raises(NoText):
        read_opml(text)


def test_a_page_is_no_list() -> None:
    assert not is_opml("<html><title>opml</title></html>")


def test_entities_are_not_resolved_and_a_long_list_is_cut() -> None:
    entity = f'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>{LIST[38:].replace("Mine", "&x;")}'
    assert read_opml(entity)
    outlines = "".join(f'<outline xmlUrl="http://x.example/{place}"/>' for place in range(MOST_OUTLINES + 5))
    assert len(read_opml(f"<opml><body>{outlines}</body></opml>")) == MOST_OUTLINES
