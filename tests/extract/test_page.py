import pytest

from app.errors import NoText
from app.extract.page import extract_page
from app.models import Article, Entry, Listing
from tests.modern_site import LIGHTHOUSE, modern_page

URL = "http://gazette.example/2024/03/27/lighthouse"


def test_an_article_is_an_article() -> None:
    assert isinstance(extract_page(modern_page(LIGHTHOUSE), URL), Article)


def test_a_front_page_is_a_list_of_its_headlines_and_names_its_feeds() -> None:
    stories = "".join(
        f"<article><h2><a href='/2024/03/{day}/story-{day}-of-the-town'>The story of day {day}, which is quite long</a></h2>"
        f"<p>What happened on that day, in a sentence or two.</p></article>"
        for day in range(10, 30)
    )
    head = "<title>The Gazette</title><link rel='alternate' type='application/rss+xml' title='All news' href='/feed'>"
    found = extract_page(
        f"<html><head>{head}</head><body><main>{stories}</main></body></html>", "http://gazette.example/"
    )
    assert isinstance(found, Listing)
    assert len(found.entries) == 20
    assert found.entries[0].title == "The story of day 10, which is quite long"
    assert found.feeds == (Entry("All news", "http://gazette.example/feed"),)


def test_a_page_of_frames_is_a_list_of_them() -> None:
    frames = '<frameset cols="20%,80%"><frame src="menu.html" name="menu"><frame src="text.html"></frameset>'
    found = extract_page(f"<html><head><title>My page</title></head>{frames}</html>", "http://x.example/~me/")
    assert found == Listing(
        "http://x.example/~me/",
        "My page",
        (
            Entry("menu", "http://x.example/~me/menu.html"),
            Entry("http://x.example/~me/text.html", "http://x.example/~me/text.html"),
        ),
    )


def test_a_page_of_nothing_is_nothing() -> None:
    with pytest.raises(NoText):
        extract_page("<html><body></body></html>", URL)
