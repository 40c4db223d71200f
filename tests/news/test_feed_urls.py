"""Which feeds a page is made of, and what each of them sends."""

import pytest

from app.errors import NoText
from app.models import FetchedPage
from app.news.feed_urls import FeedUrls, market
from app.news.sources import EditionSources
from tests.fetched import fetched
from tests.news.aggregators.fakes import bing_feed, bing_item, google_feed, google_item

GOOGLE, BING = "https://news.google.com", "https://www.bing.com"
WIRES = FeedUrls(GOOGLE, BING)
POST, TIDE = "https://post.example/rss", "https://tide.example/world"
INDIA = EditionSources("in", "India", "en", "IN:en", {"top": (POST,), "world": (TIDE,)})
FRANCE = EditionSources("fr", "France", "fr", "FR:fr", {"top": (POST,)})
ALONE = EditionSources("dk", "Denmark", "da", "", {"top": (POST,)})
FEED = (
    "<rss><channel><title>World | The Valley Post</title><item><title>One</title><link>/1</link></item></channel></rss>"
)


def hosts(urls: tuple[str, ...]) -> list[str]:
    return [url.split("/")[2] for url in urls]


def test_a_section_is_made_of_the_publishers_own_feeds_and_then_of_the_aggregators() -> None:
    found = WIRES.of_section(INDIA, "world")
    assert found[0] == TIDE
    assert hosts(found[1:]) == ["news.google.com", "www.bing.com"]
    assert "WORLD" in found[1]
    assert WIRES.of_section(INDIA, "top")[:1] == (POST,)
    assert "topic" not in WIRES.of_section(INDIA, "top")[1]


def test_bing_is_asked_for_sections_in_english_alone_and_google_where_it_has_the_edition() -> None:
    assert hosts(WIRES.of_section(FRANCE, "world")) == ["news.google.com"]
    assert WIRES.of_section(ALONE, "top") == (POST,)
    assert WIRES.of_section(ALONE, "health") == ()


def test_a_search_goes_to_both_in_the_language_of_the_edition() -> None:
    found = WIRES.of_search(FRANCE, "vieux pont")
    assert sorted(hosts(found)) == ["news.google.com", "www.bing.com"]
    assert all("vieux" in url for url in found)
    assert any("mkt=fr-FR" in url for url in found)
    assert hosts(WIRES.of_search(ALONE, "bro")) == ["www.bing.com"]


def test_who_else_has_a_story_only_bing_is_asked() -> None:
    (url,) = WIRES.of_title(INDIA, "Tower moves")
    assert url.startswith(BING)
    assert "Tower" in url


@pytest.mark.parametrize(
    ("code", "language", "named"), [("in", "en", "en-IN"), ("ch-fr", "fr", "fr-CH"), ("br", "pt-br", "pt-BR")]
)
def test_an_edition_is_a_market_to_bing(code: str, language: str, named: str) -> None:
    assert market(EditionSources(code, "Somewhere", language, "", {})) == named


def page(url: str, text: str) -> FetchedPage:
    return fetched(url, "application/rss+xml", text.encode())


def test_a_publishers_feed_is_read_under_its_own_name() -> None:
    url = "https://www.valleypost.example/rss"
    feed = WIRES.received(url, page(url, FEED))
    (headline,) = feed.headlines
    assert (headline.title, headline.url, headline.publisher) == (
        "One", "https://www.valleypost.example/1", "The Valley Post",
    )  # fmt: skip
    assert (headline.source, headline.place) == (url, 0)


def test_the_aggregators_feeds_are_read_in_their_own_way() -> None:
    url = WIRES.of_section(INDIA, "top")[1]
    google = WIRES.received(url, page(url, google_feed("IN:en", "en-IN", google_item("One", "Tide", f"{GOOGLE}/a"))))
    assert [each.publisher for each in google.headlines] == ["Tide"]
    url = WIRES.of_title(INDIA, "One")[0]
    item = bing_item("One", "Tide", "https://tide.example/1")
    assert [each.publisher for each in WIRES.received(url, page(url, bing_feed(url, item))).headlines] == ["Tide"]


def test_what_is_no_feed_is_refused() -> None:
    with pytest.raises(NoText):
        WIRES.received(POST, page(POST, "<html><p>Words"))


@pytest.mark.parametrize(
    ("url", "name"),
    [(f"{GOOGLE}/rss?x=1", "Google News"), (f"{BING}/news/search?q=x", "Bing News"), (TIDE, "tide.example")],
)
def test_a_feed_is_called_on_a_page_by_what_readers_know(url: str, name: str) -> None:
    assert WIRES.name(url) == name


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/search?q=glacier", "/rss/search?q=glacier&hl=en-IN&gl=IN&ceid=IN:en"),
        ("/publications/CAAqBw", "/rss/publications/CAAqBw?hl=en-IN&gl=IN&ceid=IN:en"),
        ("/topics/CAAq?hl=de&gl=DE&ceid=DE:de", "/rss/topics/CAAq?hl=de&gl=DE&ceid=DE:de"),
    ],
)
def test_a_page_of_google_news_has_a_feed_in_the_edition_that_it_names_or_that_of_the_reader(
    page: str, feed: str
) -> None:
    urls = FeedUrls("https://news.google.com", "https://www.bing.com")
    sources = EditionSources("in", "India", "en", "IN:en", {})
    assert urls.of_page(f"https://news.google.com{page}", sources) == f"https://news.google.com{feed}"
    assert urls.of_page("https://paper.example/search?q=1", sources) == "https://paper.example/search?q=1"


def test_an_aggregator_that_is_switched_off_is_never_asked() -> None:
    sources = EditionSources("in", "India", "en", "IN:en", {"world": ("https://post.example/rss",)})
    off = FeedUrls("", "")
    assert off.of_section(sources, "world") == ("https://post.example/rss",)
    assert off.of_section(sources, "top") == ()
    assert off.of_search(sources, "tide") == off.of_title(sources, "tide") == ()
    assert off.of_page("https://news.google.com/search?q=1", sources) == "https://news.google.com/search?q=1"
    assert off.name("https://post.example/rss") == "post.example"
    google, bing = FeedUrls("https://google.example", ""), FeedUrls("", "https://bing.example")
    assert [each.split("/")[2] for each in google.of_search(sources, "tide")] == ["google.example"]
    assert [each.split("/")[2] for each in bing.of_search(sources, "tide")] == ["bing.example"]
