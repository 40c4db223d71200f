import json

import pytest

from app.errors import NoText, Walled
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


NOTICE = "<noscript>You need to enable JavaScript to run this app.</noscript>"


def test_a_page_that_asks_for_scripts_alone_has_its_feeds_those_of_comments_last() -> None:
    feed = "<link rel='alternate' type='application/rss+xml' title='{0}' href='{0}/feed'>"
    head = feed.format("/comments") + feed.format("/blog")
    found = extract_page(
        f"<html><head>{head}</head><body><div id=root></div>{NOTICE}</body></html>", "http://x.example/"
    )
    assert isinstance(found, Listing)
    assert [entry.url for entry in found.entries] == ["http://x.example/blog/feed", "http://x.example/comments/feed"]


def test_a_page_that_asks_for_scripts_and_names_no_feed_is_refused() -> None:
    with pytest.raises(Walled):
        extract_page(f"<html><body><div id=root></div>{NOTICE}</body></html>", "http://x.example/")


@pytest.mark.parametrize(("path", "kind"), [("archive", Listing), ("2024/03/27/letters-of-the-week", None)])
def test_a_page_of_links_is_a_list_at_the_address_of_one_whatever_it_says_it_is(path: str, kind: type | None) -> None:
    links = "".join(f"<div><a href='/p/{n}'>Letter {n}</a></div>" for n in range(6))
    page = f"<html><head><meta property=og:type content=article></head><body>{links}</body></html>"
    if kind is None:
        with pytest.raises(NoText):
            extract_page(page, f"http://x.example/{path}")
    else:
        assert isinstance(extract_page(page, f"http://x.example/{path}"), kind)


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


LINES = "".join(f"<li><a href=/{n} aria-label='Place {n}'></a></li>" for n in range(9))
STATE = json.dumps([{"headline": f"The harbour master and tower {n}", "url": f"/news/{n}"} for n in range(9)])


def test_articles_and_lists_hold_all_links_of_the_page() -> None:
    page = modern_page(LIGHTHOUSE)
    found = extract_page(page, URL)
    assert any(link.endswith(" sugar mill") for link in found.links)
    assert len(found.links) == len({link.partition(" ")[0] for link in found.links})


def test_a_page_without_text_and_links_leads_to_its_feed() -> None:
    head = "<title>App</title><link rel='alternate' type='application/rss+xml' title='All news' href='/feed'>"
    found = extract_page(f"<html><head>{head}</head><body><div id='root'></div>", "http://x.example/")
    assert isinstance(found, Listing)
    assert found.entries == (Entry("All news", "http://x.example/feed"),)


def test_a_page_without_a_text_is_the_list_of_its_links() -> None:
    found = extract_page(f"<title>Places</title><nav>{LINES}</nav>", "http://x.example/places/")
    assert isinstance(found, Listing)
    assert [entry.title for entry in found.entries] == [f"Place {n}" for n in range(9)]
    assert "without its scripts" in found.summary


def test_a_page_that_scripts_write_is_the_list_in_its_data() -> None:
    body = f'<div id="root"></div><script id="__NEXT_DATA__" type="application/json">{STATE}</script>'
    found = extract_page(f"<title>News</title><nav>{LINES}</nav>{body}", "http://x.example/")
    assert isinstance(found, Listing)
    assert found.entries[0] == Entry("The harbour master and tower 0", "http://x.example/news/0")
    assert len(found.links) == 9


@pytest.mark.parametrize(
    ("url", "head"),
    [
        ("http://x.example/2026/11/26/the-tower-moves-inland-at-last", ""),
        ("http://x.example/tower", '<meta property="og:type" content="article">'),
    ],
)
def test_an_article_without_a_text_is_no_list(url: str, head: str) -> None:
    with pytest.raises(NoText):
        extract_page(f"<title>x</title>{head}<nav>{LINES}</nav><script>{STATE}</script>", url)


def test_a_page_of_nothing_is_nothing() -> None:
    with pytest.raises(NoText):
        extract_page("<html><body></body></html>", URL)


@pytest.mark.parametrize("name", ["tzgg.htm", "list.html", "meldungen.shtml"])
def test_a_page_of_notices_under_the_name_of_a_file_is_a_list(name: str) -> None:
    rows = "".join(f"<li><i>2026-11-0{n}</i><a href=info/{n}.htm>Works on quay {n}</a></li>" for n in range(1, 8))
    found = extract_page(f"<html><body><ul>{rows}</ul></body></html>", f"http://town.example/{name}")
    assert isinstance(found, Listing)
    assert [entry.title for entry in found.entries] == [f"Works on quay {n}" for n in range(1, 8)]


@pytest.mark.parametrize("name", ["ferry.html", "2026/11/26/ferry-stops.html"])
def test_a_very_short_item_beside_many_headlines_is_read_at_the_address_of_a_file(name: str) -> None:
    item = (
        "<div id=c><h1>Ferry stops</h1><p>Short-one: the ferry stopped today.</p><p>Short-two: more follows.</p></div>"
    )
    beside = "".join(f"<li><a href=/n{n}>Another headline of the day with number {n} in it</a></li>" for n in range(25))
    found = extract_page(
        f"<html><body>{item}<div class=sb><ul>{beside}</ul></div></body></html>", f"http://town.example/{name}"
    )
    assert isinstance(found, Article)


@pytest.mark.parametrize("name", ["2026/11/26/ferry-stops.html", "story12345.html", "news/the-ferry-stops-today.htm"])
def test_an_article_whose_text_is_written_by_scripts_is_no_list_of_what_stands_beside_it(name: str) -> None:
    beside = "".join(f"<li><a href=/n{n}>Notice {n}</a></li>" for n in range(25))
    with pytest.raises(NoText):
        extract_page(f"<html><body><div id=app></div><ul>{beside}</ul></body></html>", f"http://town.example/{name}")
