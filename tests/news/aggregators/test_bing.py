"""The addresses of Bing News' feeds, what is read out of them, and where its links lead."""

import pytest

from app.errors import (
    BadAddress,
    OriginError,
    OriginFailed,
    OriginRefused,
    OriginTimeout,
    OriginUnreachable,
    UnknownPlace,
)
from app.fetch.client import Client
from app.fetch.decode import decode
from app.models import Headline
from app.news.aggregators.bing import BASE, direct_url, headlines, search_url, section_url
from tests.news.aggregators.fakes import PUBLISHED, BingNews, Mode, bing_feed, bing_item, to_loopback
from tests.origin import loopback_rules

SOURCE = search_url(BASE, "world news", "en-IN")
CLICK = "http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=6a&url={}&c=964&mkt=en-in"
BRIDGE = CLICK.format("https%3a%2f%2fpost.test%2fbridge%3fpage%3d2%26lang%3den")


def read(*items: str) -> tuple[Headline, ...]:
    return headlines(bing_feed(SOURCE, *items), SOURCE)


def test_the_addresses_are_searches_in_a_market() -> None:
    assert SOURCE == "https://www.bing.com/news/search?q=world+news&format=rss&mkt=en-IN"
    assert section_url(BASE, "world", "en-IN") == SOURCE
    assert search_url("http://127.0.0.1:8", "tea & toast", "fr-FR") == (
        "http://127.0.0.1:8/news/search?q=tea+%26+toast&format=rss&mkt=fr-FR"
    )


def test_an_unknown_section_is_no_address() -> None:
    with pytest.raises(UnknownPlace, match='no section "nation"'):
        section_url(BASE, "nation", "en-IN")


def test_a_link_leads_to_the_publisher_without_a_request() -> None:
    assert direct_url(BRIDGE) == "https://post.test/bridge?page=2&lang=en"
    assert direct_url("https://post.test/bridge?url=https://elsewhere.test/") == (
        "https://post.test/bridge?url=https://elsewhere.test/"
    )


@pytest.mark.parametrize(
    "link",
    [
        "",
        "http://[",
        "http://www.bing.com/news/apiclick.aspx?ref=FexRss",
        CLICK.format("javascript%3aalert(1)"),
        CLICK.format("%2fnews"),
        CLICK.format("file%3a%2f%2f%2fetc%2fhostname"),
    ],
)
def test_a_link_that_leads_to_no_page_is_a_bad_address(link: str) -> None:
    with pytest.raises(BadAddress):
        direct_url(link)


def test_an_item_is_a_headline_with_its_publisher_its_summary_and_the_language_of_the_market() -> None:
    (found,) = read(bing_item("A bridge opens", "Valley Post", BRIDGE, "Ten years &amp; <b>two</b> floods later."))
    assert found == Headline(
        "A bridge opens",
        "https://post.test/bridge?page=2&lang=en",
        "Valley Post",
        SOURCE,
        0,
        PUBLISHED,
        "Ten years & two floods later.",
        "en-in",
    )


def test_items_that_lead_nowhere_are_left_out_and_each_address_stands_once() -> None:
    found = read(
        bing_item("A script", "Tide", CLICK.format("javascript%3aalert(1)")),
        bing_item("", "Tide", CLICK.format("https%3a%2f%2ftide.test%2f1")),
        bing_item("A bridge opens", "Tide", BRIDGE),
        bing_item("A bridge opens", "Tide", BRIDGE.replace("tid=6a", "tid=7b")),
        bing_item("A tunnel closes", "", CLICK.format("https%3a%2f%2ftide.test%2f2")),
    )
    assert [(each.title, each.publisher, each.place) for each in found] == [
        ("A bridge opens", "Tide", 2),
        ("A tunnel closes", "", 4),
    ]


def test_a_search_without_a_result_is_empty_and_a_page_is_refused() -> None:
    assert read() == ()
    with pytest.raises(OriginFailed, match=r"^bing\.com sent something else than its list of news\.$"):
        headlines("<!doctype html><title>Bing</title>", SOURCE)


def fetched(bing: BingNews, **changes: float) -> tuple[Headline, ...]:
    page = Client(loopback_rules(**changes), resolve=to_loopback).fetch(search_url(bing.base, "bridges", "en-IN"))
    return headlines(decode(page.body, page.charset), page.url)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        (Mode.CONSENT, OriginFailed),
        (Mode.EMPTY, OriginFailed),
        (Mode.GARBAGE, OriginFailed),
        (Mode.HANGING, OriginTimeout),
        (Mode.HTML, OriginFailed),
        (Mode.LIMITED, OriginRefused),
        (Mode.REFUSED, OriginUnreachable),
    ],
)
def test_each_failure_of_bing_is_an_error_until_it_is_over(mode: Mode, kind: type[OriginError]) -> None:
    with BingNews() as bing:
        bing.publish(bing_item("A bridge opens", "Tide", BRIDGE))
        bing.fail(mode)
        with pytest.raises(kind):
            fetched(bing, deadline=0.5)
        bing.mend()
        assert [each.title for each in fetched(bing)] == ["A bridge opens"]
