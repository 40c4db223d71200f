"""The addresses of Google News' feeds, and what is read out of them."""

import pytest

from app.errors import OriginError, OriginFailed, OriginRefused, OriginTimeout, OriginUnreachable, UnknownPlace
from app.fetch.client import Client
from app.fetch.decode import decode
from app.models import Headline
from app.news.aggregators.google import BASE, headlines, interface_language, search_url, section_url, top_url
from tests.news.aggregators.fakes import (
    PUBLISHED,
    GoogleNews,
    Mode,
    cluster,
    google_feed,
    google_item,
    single,
    to_loopback,
)
from tests.origin import loopback_rules

SOURCE = top_url(BASE, "US:en")
LINK = "https://news.google.com/rss/articles/CBMiBridge?oc=5"
OTHER = "https://news.google.com/rss/articles/CBMiOther?oc=5"
THIRD = "https://news.google.com/rss/articles/CBMiThird?oc=5"


def read(*items: str) -> tuple[Headline, ...]:
    return headlines(google_feed("US:en", "en-US", *items), SOURCE, "US:en")


def only(*items: str) -> Headline:
    (found,) = read(*items)
    return found


def refusal(text: str, google: str = "US:en") -> str:
    with pytest.raises(OriginFailed) as caught:
        headlines(text, top_url(BASE, google), google)
    return caught.value.sentence


def test_the_addresses_are_those_that_google_publishes() -> None:
    assert top_url(BASE, "IN:en") == "https://news.google.com/rss?hl=en-IN&gl=IN&ceid=IN:en"
    assert section_url("http://127.0.0.1:8", "DE:de", "nation") == (
        "http://127.0.0.1:8/rss/headlines/section/topic/NATION?hl=de&gl=DE&ceid=DE:de"
    )
    assert search_url(BASE, "GB:en", 'site:post.test "tea & toast" when:1d') == (
        "https://news.google.com/rss/search?q=site%3Apost.test+%22tea+%26+toast%22+when%3A1d&hl=en-GB&gl=GB&ceid=GB:en"
    )


@pytest.mark.parametrize(
    ("google", "language"),
    [
        ("AR:es-419", "es-419"),
        ("BR:pt-419", "pt-BR"),
        ("CH:fr", "fr"),
        ("CN:zh-Hans", "zh-CN"),
        ("HK:zh-Hant", "zh-HK"),
        ("IN:en", "en-IN"),
        ("IN:hi", "hi"),
        ("NO:no", "no"),
        ("PT:pt-150", "pt-PT"),
        ("TW:zh-Hant", "zh-TW"),
        ("US:es-419", "es-419"),
    ],
)
def test_the_language_of_the_interface_names_the_country_where_google_wants_it(google: str, language: str) -> None:
    assert interface_language(google) == language
    assert f"hl={language}&gl={google[:2]}&ceid={google}" in top_url(BASE, google)


def test_an_unknown_section_is_no_address() -> None:
    with pytest.raises(UnknownPlace, match='no section "weather"'):
        section_url(BASE, "US:en", "weather")


def test_an_item_is_a_headline_with_its_publisher_and_its_time() -> None:
    found = only(google_item("A bridge opens", "The Valley Post", LINK))
    assert found == Headline("A bridge opens", LINK, "The Valley Post", SOURCE, 0, PUBLISHED, language="en-us")


def test_a_publisher_that_our_table_knows_has_the_same_name_as_in_its_own_feeds() -> None:
    item = f'<item><title>Rain - BBC</title><link>{LINK}</link><source url="https://www.bbc.co.uk">BBC</source></item>'
    found = only(item)
    assert (found.title, found.publisher) == ("Rain", "BBC News")
    spelled = only(google_item("Rain", "El Pais", LINK, cluster(("Sun", "CNN.com", OTHER))))
    assert [spelled.publisher, *(each.publisher for each in spelled.related)] == ["El País", "CNN"]


def test_only_the_publishers_own_name_is_split_off_the_title() -> None:
    found = only(google_item("Rain - wind - and snow", "Hill - Dale", LINK))
    assert (found.title, found.publisher) == ("Rain - wind - and snow", "Hill - Dale")


def test_a_title_without_a_source_stays_whole() -> None:
    item = f"<item><title>Rain - at last</title><link>{LINK}</link></item>"
    found = only(item)
    assert (found.title, found.publisher, found.published) == ("Rain - at last", "", 0)


def test_a_cluster_gives_what_other_publishers_say_without_the_lead() -> None:
    description = cluster(
        ("A bridge opens", "The Valley Post", LINK),
        ("Bridge & tunnel", "Harbour Times", OTHER),
        ("New way over the river", "Tide", THIRD),
    )
    found = only(google_item("A bridge opens", "The Valley Post", LINK, description))
    assert found.related == (
        Headline("Bridge & tunnel", OTHER, "Harbour Times", SOURCE, 0, language="en-us"),
        Headline("New way over the river", THIRD, "Tide", SOURCE, 0, language="en-us"),
    )


def test_a_publisher_is_named_once_for_an_event() -> None:
    description = cluster(
        ("Bridge: the pictures", "the valley post", OTHER),
        ("Bridge and tunnel", "Harbour Times", OTHER),
        ("Bridge, again", "Harbour Times", THIRD),
    )
    found = only(google_item("A bridge opens", "The Valley Post", LINK, description))
    assert [each.title for each in found.related] == ["Bridge and tunnel"]


@pytest.mark.parametrize(
    "description",
    [
        "",
        "   ",
        "<!-- nothing -->",
        single("A bridge opens", "The Valley Post", LINK),
        '<ol><li><a href="https://news.google.com/stories/1">All of it</a></li></ol>',
        '<ol><li><a href="javascript:1">Click</a>&nbsp;<font>Bad News</font></li></ol>',
        f"<a {'x ' * 600}>",
    ],
)
def test_a_description_without_other_publishers_gives_none(description: str) -> None:
    assert only(google_item("A bridge opens", "The Valley Post", LINK, description)).related == ()


def test_items_without_a_title_or_an_address_are_left_out_and_the_others_keep_their_places() -> None:
    found = read(
        google_item("No link", "Tide", ""),
        google_item("A script", "Tide", "javascript:alert(1)"),
        google_item("", "Tide", OTHER),
        google_item("A bridge opens", "Tide", LINK),
        google_item("A bridge opens, again", "Tide", LINK),
    )
    assert [(each.title, each.place) for each in found] == [("A bridge opens", 3)]


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Mon, 23 Nov 2026 12:00:00 +0200", PUBLISHED),
        ("Mon, 23 Nov 2026 10:00:00 -0000", PUBLISHED),
        ("Mon, 23 Nov 1926 10:00:00 GMT", 0),
        ("yesterday", 0),
        ("Mon, 99 Nov 2026 10:00:00 GMT", 0),
        ("", 0),
    ],
)
def test_dates_are_seconds_since_the_epoch_and_0_where_they_are_none(date: str, seconds: float) -> None:
    assert only(google_item("A bridge opens", "Tide", LINK, date=date)).published == seconds


def test_an_edition_without_news_is_empty() -> None:
    assert read() == ()


@pytest.mark.parametrize(
    ("google", "served", "language"),
    [("IN:en", "US:en", "en-US"), ("CH:fr", "CH:de", "de"), ("DE:de", "AT:de", "de")],
)
def test_the_feed_of_another_edition_is_refused(google: str, served: str, language: str) -> None:
    assert "another edition" in refusal(google_feed(served, language), google)


@pytest.mark.parametrize(
    ("link", "language", "fits"),
    [
        ("?hl=en-IN&amp;gl=IN&amp;ceid=IN%3Aen", "en-IN", True),
        ("?hl=en-IN&amp;gl=IN", "en-IN", True),
        ("?hl=en-US&amp;gl=US", "en-IN", False),
        ("?hl=hi&amp;gl=IN", "", False),
        ("", "en-IN", True),
        ("", "hi", False),
        ("", "", True),
    ],
)
def test_without_ceid_the_country_and_the_language_must_not_contradict(link: str, language: str, fits: bool) -> None:
    text = (
        f"<rss><channel><link>https://news.google.com/{link}</link><language>{language}</language>"
        f"{google_item('Monsoon', 'Tide', LINK)}</channel></rss>"
    )
    if fits:
        assert len(headlines(text, SOURCE, "IN:en")) == 1
    else:
        assert "another edition" in refusal(text, "IN:en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Service unavailable",
        "<rss/>",
        "<!doctype html><title>News</title>",
        google_feed("US:en", "en-US")[:-20],
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&x;</title>'
        f"<link>{LINK}</link></item></channel></rss>",
        f"<rss><channel><item><title>&x;</title><link>{LINK}</link></item></channel></rss>",
    ],
)
def test_what_is_no_feed_is_refused(text: str) -> None:
    assert refusal(text) == "news.google.com sent something else than its list of news."


def test_a_control_character_does_not_cost_the_feed() -> None:
    assert only(google_item("A bridge\x0b opens", "Tide", LINK)).title == "A bridge opens"


def fetched(google: GoogleNews, **changes: float) -> tuple[Headline, ...]:
    page = Client(loopback_rules(**changes), resolve=to_loopback).fetch(section_url(google.base, "IN:en", "world"))
    return headlines(decode(page.body, page.charset), page.url, "IN:en")


def test_the_stand_in_serves_the_edition_that_is_asked_for() -> None:
    with GoogleNews() as google:
        google.publish("IN:en", google_item("Monsoon", "Tide", google.add_story("monsoon", "https://tide.test/1")))
        google.publish("US:en", google_item("A bridge opens", "Post", google.add_story("bridge", "https://post.test/")))
        (found,) = fetched(google)
        assert (found.title, found.source) == ("Monsoon", section_url(google.base, "IN:en", "world"))


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
        (Mode.SORRY, OriginRefused),
    ],
)
def test_each_failure_of_google_is_an_error_with_a_sentence_until_it_is_over(
    mode: Mode, kind: type[OriginError]
) -> None:
    with GoogleNews() as google:
        google.fail(mode, "/rss")
        with pytest.raises(kind, match=r"^[a-z0-9.]+ .+[.]$"):
            fetched(google, deadline=0.5)
        google.mend()
        assert fetched(google) == ()
