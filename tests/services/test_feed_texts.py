from dataclasses import replace
from pathlib import Path

import pytest

from app.fetch.client import Client
from app.models import Article, Content, Feed, FetchedPage, Listing
from app.news.feed_urls import FeedUrls
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.feed_texts import FeedTexts
from app.services.interpretation import interpret
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY
from tests.clock import Clock
from tests.fetched import fetched
from tests.origin import Origin, loopback_rules

URL = "https://harbour.example/ferry"
TEXT = "".join(
    f"<p>Sentence {n} tells how the ferry was repaired in the dock behind the fish market.</p>" for n in range(12)
)
RSS = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title><item><title>The ferry '
    f"sails</title><link>{URL}</link><description>Again.</description><content:encoded><![CDATA[{TEXT}]]>"
    "</content:encoded></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><title>The ferry sails</title>'
    f'<link href="{URL}"/><summary>Again.</summary><content type="html"><![CDATA[{TEXT}]]></content></entry></feed>'
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(SqliteStore(tmp_path / "store.sqlite3", 10_000_000), 1_000_000)


@pytest.fixture
def texts(cache: Cache) -> FeedTexts:
    return FeedTexts(cache, 900, _as_page)


def read(cache: Cache, texts: FeedTexts, feed: str, news: bool = False, trusted: bool = True) -> object:
    with Origin() as origin:
        url = origin.serve("/feed", feed, "application/xml")
        read = FeedUrls("https://google.example", "https://bing.example").received if news else _as_page
        interpret = texts.kept(read, {url} if trusted else ())
        reader = ContentReader(Client(loopback_rules()), cache, Lifetimes(900, 900, 60, 60), interpret=interpret)
        return reader.read(url, ANYBODY).content


def _as_page(url: str, page: FetchedPage) -> Content:
    return interpret(page)


@pytest.mark.parametrize("news", [False, True])
@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_the_text_of_an_entry_is_kept_under_its_address(cache: Cache, texts: FeedTexts, feed: str, news: bool) -> None:
    content = read(cache, texts, feed, news)
    assert isinstance(content, Feed if news else Listing)
    assert content.texts == ()
    found = texts.article(URL)
    assert found is not None
    assert isinstance(found.content, Article)
    assert (found.content.title, found.content.url) == ("The ferry sails", URL)
    assert found.content.words > 150


def test_a_summary_is_not_kept_for_a_text(cache: Cache, texts: FeedTexts) -> None:
    read(cache, texts, RSS.replace(TEXT, "<p>The ferry was repaired.</p>"))
    assert texts.article(URL) is None


def test_markup_of_a_title_stays_text(cache: Cache, texts: FeedTexts) -> None:
    read(cache, texts, RSS.replace("The ferry sails", "1 &amp;lt; 2 &amp;amp; 3"))
    found = texts.article(URL)
    assert found is not None
    assert isinstance(found.content, Article)
    assert found.content.title == "1 < 2 & 3"


def test_a_text_that_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    clock = Clock(1_700_000_000.0)
    cache = Cache(SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock), 1_000_000, clock)
    texts = FeedTexts(cache, 900, _as_page, clock=clock)
    for _ in range(2):
        read(cache, texts, RSS)
        first = texts.article(URL)
        clock.now += 10
    assert first is not None
    assert first.fetched_at == 1_700_000_000.0


def test_a_feed_of_anybody_speaks_for_no_other_site(cache: Cache, texts: FeedTexts) -> None:
    read(cache, texts, RSS, trusted=False)
    assert texts.article(URL) is None


@pytest.mark.parametrize(
    ("feed", "entry", "kept"),
    [
        ("https://harbour.example/feed", "https://www.harbour.example/ferry", True),
        ("https://feeds.harbour.example/all", "https://harbour.example/ferry", True),
        ("https://harbour.example/feed", "https://news.harbour.example/ferry", True),
        ("https://evil.example/feed", "https://harbour.example/ferry", False),
        ("https://evilharbour.example/feed", "https://harbour.example/ferry", False),
        ("https://a.blogs.example/feed", "https://b.blogs.example/ferry", False),
    ],
)
def test_a_feed_speaks_for_its_own_site(cache: Cache, texts: FeedTexts, feed: str, entry: str, kept: bool) -> None:
    page = fetched(feed, "application/xml", RSS.replace(URL, entry).encode())
    texts.kept(_as_page)(feed, page)
    assert (texts.article(entry) is not None) == kept


def test_what_came_from_a_private_network_goes_with_the_leave_to_read_there(cache: Cache) -> None:
    allowed = {"10.0.0.1"}
    texts = FeedTexts(cache, 900, _as_page, lambda granted: set(granted) <= allowed)
    page = replace(fetched(URL, "application/xml", RSS.encode()), granted=("10.0.0.1",))
    texts.kept(_as_page)(URL, page)
    assert texts.article(URL) is not None
    allowed.clear()
    assert texts.article(URL) is None
