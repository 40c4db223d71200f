from pathlib import Path

import pytest

from app.fetch.client import Client
from app.models import Article, Feed, Listing
from app.news.feed_urls import FeedUrls
from app.services.content_reader import ContentReader, Lifetimes, interpret
from app.services.feed_texts import FeedTexts
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY
from tests.clock import Clock
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
    return FeedTexts(cache, 900, lambda url, page: interpret(page))


def read(cache: Cache, texts: FeedTexts, feed: str, news: bool = False) -> object:
    received = texts.kept(FeedUrls("https://google.example", "https://bing.example").received)
    plain = texts.kept(lambda url, page: interpret(page))
    lifetimes = Lifetimes(900, 900, 60, 60)
    reader = ContentReader(Client(loopback_rules()), cache, lifetimes, interpret=received if news else plain)
    with Origin() as origin:
        return reader.read(origin.serve("/feed", feed, "application/xml"), ANYBODY).content


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
    texts = FeedTexts(cache, 900, lambda url, page: interpret(page), clock)
    for _ in range(2):
        read(cache, texts, RSS)
        first = texts.article(URL)
        clock.now += 10
    assert first is not None
    assert first.fetched_at == 1_700_000_000.0
