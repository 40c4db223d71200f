"""Front pages of one's own below the browser: what is named in a line, which feeds come of it, what costs a read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import BadAddress, LimitReached, UnknownPlace
from app.fetch.client import Client
from app.models import FrontPage
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.feed_discovery import feeds_at
from app.services.own_front_pages import LONGEST_NAME, OwnFrontPages
from app.services.papers import Papers
from app.storage.cache import Cache
from app.storage.own_pages import own_pages
from app.storage.own_records import id_of, key_of
from tests.admissions import ANYBODY, NOBODY
from tests.origin import Origin, loopback_rules
from tests.services.newspaper import Newspaper


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin) -> Iterator[Newspaper]:
    found = Newspaper(tmp_path, origin)
    found.publish("top", "tide", ["Bridge of Millbrook opens", "Two"])
    found.publish("world", "post", ["Bridge of Millbrook opens at last"])
    yield found
    found.close()


@pytest.fixture
def own(newspaper: Newspaper) -> OwnFrontPages:
    cache = Cache(newspaper.store, 1_000_000, newspaper.clock)
    finder = ContentReader(
        Client(loopback_rules()), cache, Lifetimes(300, 86_400, 60, 3600), newspaper.clock, feeds_at, "feeds at "
    )
    return OwnFrontPages(
        own_pages(newspaper.store),
        finder,
        newspaper.front_pages,
        newspaper.feed_urls,
        Papers(newspaper.front_pages, newspaper.feed_urls, newspaper.maker, newspaper.keeper),
        newspaper.maker,
        newspaper.keeper,
    )


def titles(own: OwnFrontPages, secret: str) -> list[str]:
    front = own.front(id_of(secret), ANYBODY).content
    assert isinstance(front, FrontPage)
    return [story.lead.title for story in front.stories]


def test_a_section_brings_all_its_feeds_with_the_language_of_its_edition(
    own: OwnFrontPages, newspaper: Newspaper
) -> None:
    secret = own.make("Mine", "de")
    page = own.add(secret, "IN/Top in/world", ANYBODY)
    assert page.sources == (("India: TOP", "in/top"), ("India: WORLD", "in/world"))
    feeds = {url: language for _, url, language in own.feeds(page)}
    assert set(feeds) > {newspaper.feeds["top"][0], newspaper.feeds["world"][0]}
    assert set(feeds.values()) == {"en"}
    assert len(titles(own, secret)) == 2


def test_a_feed_of_which_no_language_is_known_has_that_of_the_page(own: OwnFrontPages, origin: Origin) -> None:
    text = "<rss><channel><title>Post</title><item><title>Eins</title><link>/1</link></item></channel></rss>"
    secret = own.make("Meine", "de")
    page = own.add(secret, origin.serve("/rss", text, "application/rss+xml"), ANYBODY)
    assert own.feeds(page) == [("Post", origin.url("/rss"), "de")]
    assert titles(own, secret) == ["Eins"]


def test_a_source_stands_once_and_a_name_is_cut(own: OwnFrontPages) -> None:
    secret = own.make("x" * 100, "en")
    own.add(secret, "in/top", ANYBODY)
    assert len(own.add(secret, "in/top", ANYBODY).sources) == 1
    assert len(own.rename(secret, "y" * 100).name) == LONGEST_NAME
    assert own.rename(secret, " \t ").name == "y" * LONGEST_NAME


def test_papers_of_an_edition_are_sorted_and_added_by_their_key(own: OwnFrontPages, newspaper: Newspaper) -> None:
    secret = own.make("Mine", "en")
    ((name, url),) = own.papers("in")[:1]
    assert own.add_paper(secret, "in", key_of(url)).sources == ((name, url),)
    with pytest.raises(UnknownPlace):
        own.add_paper(secret, "in", "aaaaaaaa")


def test_a_change_makes_the_page_anew_at_once(own: OwnFrontPages, newspaper: Newspaper) -> None:
    secret = own.make("Mine", "en")
    own.add(secret, "in/top", ANYBODY)
    assert len(titles(own, secret)) == 2
    own.drop(secret, key_of("in/top"))
    assert titles(own, secret) == []


def test_what_has_to_be_fetched_counts_against_the_limits_of_who_asks(
    own: OwnFrontPages, newspaper: Newspaper, origin: Origin
) -> None:
    secret = own.make("Mine", "en")
    with pytest.raises(LimitReached):
        own.add(secret, newspaper.feeds["top"][0], NOBODY)
    own.add(secret, "in/top", NOBODY)
    with pytest.raises(LimitReached):
        own.front(id_of(secret), NOBODY)
    own.front(id_of(secret), ANYBODY)
    assert own.front(id_of(secret), NOBODY).content


@pytest.mark.parametrize("text", ["ftp://x.example/", "http://x.example/" + "a" * 5000])
def test_what_is_no_address_is_refused(own: OwnFrontPages, text: str) -> None:
    with pytest.raises(BadAddress):
        own.add(own.make("Mine", "en"), text, ANYBODY)


def test_an_edition_that_there_is_not_has_no_sections(own: OwnFrontPages) -> None:
    with pytest.raises(UnknownPlace):
        own.add(own.make("Mine", "en"), "xx/world", ANYBODY)
