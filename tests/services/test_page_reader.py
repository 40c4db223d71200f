"""Pages that a person asks for: links of Google are resolved, and what does not open says who else has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import LimitReached, OriginRefused
from app.fetch.client import Client
from app.models import Article
from app.news.aggregators.google_links import GoogleLinks
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.coverage import Coverage
from app.services.page_reader import OpenedPage, PageReader, UnavailableStory
from app.storage.cache import Cache
from tests.admissions import ANYBODY, NOBODY
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.aggregators.fakes import GoogleNews, Mode
from tests.origin import Origin, loopback_rules
from tests.services.ladder import Ladder
from tests.services.newspaper import Newspaper

# A page that the origin does not send to its end, which is kept and shown all the same.
TEXT = modern_page(LIGHTHOUSE).partition(LIGHTHOUSE.paragraphs[-1])[0]
CUT = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n{TEXT}".encode()


@pytest.fixture
def google() -> Iterator[GoogleNews]:
    with GoogleNews() as server:
        yield server


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin) -> Iterator[Newspaper]:
    made = Newspaper(tmp_path, origin)
    yield made
    made.close()


@pytest.fixture
def reader(newspaper: Newspaper, google: GoogleNews) -> PageReader:
    client = Client(loopback_rules())
    links = GoogleLinks(client, newspaper.store, google.base, daily_exchanges=9)
    cache = Cache(newspaper.store, 10_000_000, newspaper.clock)
    contents = ContentReader(client, cache, Lifetimes(900, 86_400, 60, 60), newspaper.clock)
    coverage = Coverage(newspaper.front_pages, newspaper.maker, links.is_link)
    ladder = Ladder(contents, client, cache)
    return PageReader(contents, links, coverage, ladder.versions, ladder.wayback, ladder.articles)


def opened(reader: PageReader, url: str) -> OpenedPage:
    found = reader.read(url, "in", ANYBODY)
    assert isinstance(found, OpenedPage)
    assert isinstance(found.cached.content, Article)
    assert found.cached.content.title == LIGHTHOUSE.title
    return found


def test_an_address_is_read(reader: PageReader, origin: Origin) -> None:
    url = origin.serve("/tower", modern_page(LIGHTHOUSE))
    assert opened(reader, url).url == url


def test_a_link_of_google_is_resolved_once_and_what_it_leads_to_is_read(
    reader: PageReader, origin: Origin, google: GoogleNews
) -> None:
    url = origin.serve("/tower", modern_page(LIGHTHOUSE))
    link = google.add_story("tower", url)
    assert [opened(reader, link).url for _ in range(2)] == [url, url]
    assert len(google.forms) == 1
    assert origin.hits("/tower") == 1


def test_who_may_not_ask_google_is_refused_and_what_is_known_he_may_have(
    reader: PageReader, origin: Origin, google: GoogleNews
) -> None:
    link = google.add_story("tower", origin.serve("/tower", modern_page(LIGHTHOUSE)))
    with pytest.raises(LimitReached):
        reader.read(link, "in", NOBODY)
    assert google.forms == []
    opened(reader, link)
    assert isinstance(reader.read(link, "in", NOBODY), OpenedPage)


def test_a_headline_that_does_not_open_says_why_and_who_else_has_it(
    reader: PageReader, newspaper: Newspaper, origin: Origin
) -> None:
    url = origin.serve("/tower", "paywall", status=403)
    feed = f"<rss><channel><title>127 tide</title><item><title>Tower moves inland</title><link>{url}</link></item></channel></rss>"
    newspaper.feeds["top"] = (origin.serve("/feed", feed, "application/rss+xml"),)
    newspaper.publish("top", "post", ["Tower moves inland"])
    newspaper.front_pages.warm("in", "top")
    found = reader.read(url, "in", ANYBODY)
    assert isinstance(found, UnavailableStory)
    assert "refuses" in found.error.sentence
    assert found.found.asked.url == url
    assert [each.url for each in found.found.others] == ["http://post.example/0"]


def test_what_stands_on_no_page_fails_as_it_does(reader: PageReader, origin: Origin) -> None:
    with pytest.raises(OriginRefused):
        reader.read(origin.serve("/tower", "paywall", status=403), "in", ANYBODY)


def test_a_link_that_google_does_not_resolve_fails_with_its_reason(reader: PageReader, google: GoogleNews) -> None:
    link = google.add_story("tower", "http://post.example/tower")
    google.fail(Mode.LIMITED, "/")
    with pytest.raises(OriginRefused):
        reader.read(link, "in", ANYBODY)


def test_a_part_for_want_of_another_version_is_for_who_got_it_alone(reader: PageReader, origin: Origin) -> None:
    whole, part = origin.serve("/tower", modern_page(LIGHTHOUSE)), "/part"
    origin.serve_raw(part, lambda connection: connection.sendall(CUT))
    assert opened(reader, whole).cached.fresh_until > 0
    assert opened(reader, origin.url(part)).cached.fresh_until == 0
