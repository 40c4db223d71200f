"""What a publisher calls itself, from the title of its feed."""

import tomllib

import pytest

from app.net.urls import canonical
from app.news.publishers import TABLE, house_of, known_name, one_name, publisher_name, shown_host
from app.news.sources import load_sources


@pytest.mark.parametrize(
    ("title", "host", "name"),
    [
        ("The Valley Post", "valleypost.example", "The Valley Post"),
        ("World news | The Valley Post", "www.valleypost.example", "The Valley Post"),
        ("The Valley Post - Latest headlines", "valleypost.example", "The Valley Post"),
        ("Valley Post RSS Feed", "valleypost.example", "Valley Post"),
        ("Home page » VALLEY POST » World", "valleypost.example", "VALLEY POST"),
        ("VPN News", "vpn.example", "VPN News"),
        ("Süd-Anzeiger: Politik", "suedanzeiger.example", "Süd-Anzeiger"),
        ("Tal-Anzeiger: Politik", "tal-anzeiger.example", "Tal-Anzeiger"),
        ("Latest", "valleypost.example", "valleypost.example"),
        ("VP - Latest", "vp.example", "VP"),
        ("The | Latest", "valleypost.example", "valleypost.example"),
        ("Valetta today", "valleypost.example", "Valetta today"),
        ("", "feeds.valleypost.example", "valleypost.example"),
        ("Politics | V", "valleypost.example", "valleypost.example"),
    ],
)
def test_the_name_is_the_part_of_the_title_that_the_host_confirms(title: str, host: str, name: str) -> None:
    assert publisher_name(title, f"https://{host}/rss.xml") == name


def test_of_several_parts_that_fit_the_longest_counts() -> None:
    assert publisher_name("Valley | Valley Post", "https://valleypost.example/") == "Valley Post"


def test_a_name_has_room_in_a_line() -> None:
    assert len(publisher_name("Valley " + "Post " * 50, "https://valley" + "post" * 12 + ".example/")) <= 40


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://feeds.bbci.co.uk/news/rss.xml", "BBC News"),
        ("https://www.bbc.com/news/1", "BBC News"),
        ("https://assets.wor.jp/rss/rdf/yomiuri/world.rdf", "Yomiuri Shimbun"),
        ("https://assets.wor.jp/rss/rdf/nikkei/news.rdf", "Nikkei"),
        ("https://feeds.feedburner.com/ndtvsports-cricket", "NDTV Sports"),
        ("https://feeds.feedburner.com/ndtvnews-top-stories", "NDTV"),
        ("https://feeds.feedburner.com/somebody", ""),
        ("https://business.nikkei.com/rss", "Nikkei Business"),
        ("https://notbbc.co.uk/", ""),
        ("https://bbc.co.uk.example/", ""),
    ],
)
def test_the_table_knows_a_publisher_by_host_or_by_a_part_of_one(url: str, name: str) -> None:
    assert known_name(url) == name


def test_each_packaged_feed_has_a_name() -> None:
    feeds = {url for each in load_sources(None).values() for urls in each.feeds.values() for url in urls}
    assert [url for url in sorted(feeds) if not known_name(url)] == []


def test_the_table_is_sorted_and_its_names_fit_a_line() -> None:
    table = tomllib.loads(TABLE.read_text("utf-8"))
    assert list(table["names"]) == sorted(table["names"])
    assert list(table["chains"]) == sorted(table["chains"])
    assert max(map(len, table["names"].values())) <= 40
    assert {name for names in table["chains"].values() for name in names} <= set(table["names"].values())
    assert [
        host for host in table["names"] if canonical(f"https://{host}").removesuffix("/") != f"https://{host}"
    ] == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Valley Post - News you can trust every single day", "Valley Post"),
        ("Politics | Valley Post", "Valley Post"),
        ("Nacional - El Valle", "El Valle"),
        ("World News", "vp.example"),
        ("All the news that there is from the valley and beyond", "vp.example"),
    ],
)
def test_without_a_host_that_confirms_it_the_first_part_that_may_be_a_name_counts(title: str, name: str) -> None:
    assert publisher_name(title, "https://rss.vp.example/all") == name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("BBC", "BBC News"),
        ("bbc news", "BBC News"),
        ("El Pais", "El País"),
        ("Spiegel", "Spiegel"),
        ("Guardian", "The Guardian"),
        ("ABC", "ABC"),
        ("CNN.com", "CNN"),
        ("Valley Post", "Valley Post"),
        ("", ""),
    ],
)
def test_a_name_of_an_aggregator_is_that_of_the_table_where_it_is_the_only_one_so_called(given: str, name: str) -> None:
    assert one_name(given) == name


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://feeds.valleypost.example/a", "valleypost.example"),
        ("https://www1.rss.valleypost.example/a", "valleypost.example"),
        ("https://partner-feeds.beta.vp.example/", "beta.vp.example"),
        ("https://rss.com/", "rss.com"),
        ("https://feedster.example/", "feedster.example"),
    ],
)
def test_a_host_is_shown_without_what_says_that_feeds_are_there(url: str, host: str) -> None:
    assert shown_host(url) == host


def test_papers_of_one_chain_have_one_house() -> None:
    assert house_of("Ottawa Citizen") == house_of("Vancouver Sun") == "Postmedia"
    assert house_of("BBC News") == "BBC News"
