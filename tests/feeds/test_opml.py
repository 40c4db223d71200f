"""Outlines as lists of the feeds that they name."""

from app.models import Entry
from tests.feeds.written import listing, urls

OUTLINE = """<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>
<outline text="Harbours"><outline type="rss" text="Kestrel" xmlUrl="https://kestrel.example/feed"
 htmlUrl="https://kestrel.example/" description="Ships"/><outline title="Thornby" xmlurl="/thornby.xml"/></outline>
<outline text="Page" type="link" url="https://page.example/"/><outline text="nothing"/></body></opml>"""


def test_an_outline_is_a_list_of_its_feeds() -> None:
    found = listing(OUTLINE)
    assert found.title == "My feeds"
    assert found.entries == (
        Entry("Kestrel", "https://kestrel.example/feed", "Ships", section="Harbours"),
        Entry("Thornby", "https://example.org/thornby.xml", section="Harbours"),
        Entry("Page", "https://page.example/"),
    )
    assert found.feeds == ()


def test_an_outline_of_very_many_attributes_is_passed_over() -> None:
    many = " ".join(f'a{n}="1"' for n in range(20_000))
    outline = f'<opml><body><outline {many} xmlUrl="/1"/><outline text="x" xmlUrl="/2"/></body></opml>'
    assert urls(outline) == ["https://example.org/2"]
