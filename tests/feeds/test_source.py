"""Where the links of a feed lead."""

import pytest

from tests.feeds.written import listing, only, rss


def test_links_start_from_the_page_of_the_feed() -> None:
    items = "<item><title>a</title><link>a/b.html?x=1&y=2</link></item><item><title>c</title><link>/c</link></item>"
    urls = [entry.url for entry in listing(rss(items, head="<link>https://example.net/base/</link>")).entries]
    assert urls == ["https://example.net/base/a/b.html?x=1&y=2", "https://example.net/c"]
    urls = [entry.url for entry in listing(rss(items, head="<link>../</link>")).entries]
    assert urls == ["https://example.org/a/b.html?x=1&y=2", "https://example.org/c"]
    urls = [entry.url for entry in listing(rss(items, head="")).entries]
    assert urls == ["https://example.org/blog/a/b.html?x=1&y=2", "https://example.org/c"]


@pytest.mark.parametrize(
    ("root", "channel", "item", "wanted"),
    [
        ('xml:base="https://b.example/x/"', "", "", "https://b.example/x/1"),
        ('xml:base="/x/"', "", "", "https://example.org/x/1"),
        ("", 'xml:base="https://b.example/x/"', "", "https://b.example/x/1"),
        ('xml:base="https://b.example/x/"', 'xml:base="y/"', 'xml:base="z/"', "https://b.example/x/y/z/1"),
        ('xml:base="http://[::1/"', "", "", "https://example.org/1"),
    ],
)
def test_links_start_from_every_xml_base_around_them(root: str, channel: str, item: str, wanted: str) -> None:
    items = f"<item {item}><title>One</title><link>1</link></item>"
    head = "<title>Paper</title><link>https://example.org/</link>"
    assert only(f'<rss version="2.0" {root}><channel {channel}>{head}{items}</channel></rss>').url == wanted


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ("<guid>https://example.org/g</guid>", "https://example.org/g"),
        ('<guid isPermaLink="true">https://example.org/g</guid>', "https://example.org/g"),
        ("<guid>https://example.org/g</guid><link>/l</link>", "https://example.org/l"),
        ("<link>mailto:a@example.org</link><guid>https://example.org/g</guid>", "https://example.org/g"),
        ('<guid isPermaLink="false">https://example.org/g</guid>', None),
        ("<guid>number-7</guid>", None),
        ("<guid>tag:example.org,2026:7/1</guid>", None),
        ("<guid>/p/7</guid>", "https://example.org/p/7"),
        ("<guid>p/7.html</guid>", "https://example.org/p/7.html"),
        ("<guid>?p=7</guid>", "https://example.org/?p=7"),
        ("<guid isPermaLink='false'>/p/7</guid>", None),
        ("<link>www.example.net/7</link>", "http://www.example.net/7"),
        ("<link>https://example.net/?a=1&amp;amp;b=2</link>", "https://example.net/?a=1&b=2"),
        ("<link><![CDATA[/p?a=1&amp;b=2]]></link>", "https://example.org/p?a=1&b=2"),
        ("<link>https://example.net/?a=%26amp;b</link>", "https://example.net/?a=%26amp;b"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link> </link>", None),
        ("<link>http://[::1/</link>", None),
    ],
)
def test_an_entry_leads_to_its_link_or_its_guid_or_nowhere(inner: str, wanted: str | None) -> None:
    found = listing(rss(f"<item><title>x</title>{inner}</item><item><title>last</title><link>/z</link></item>"))
    assert [entry.url for entry in found.entries[:-1]] == [wanted or ""]


def test_an_item_that_is_nothing_but_a_file_leads_to_the_file() -> None:
    file = '<enclosure url="https://media.example/e1.mp3" type="audio/mpeg"/>'
    entry = only(rss(f"<item><title>Episode 1</title><guid isPermaLink='false'>e1</guid>{file}</item>"))
    assert (entry.title, entry.url) == ("Episode 1", "https://media.example/e1.mp3")
