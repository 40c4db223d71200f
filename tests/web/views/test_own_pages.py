"""A front page of one's own: made, changed and read by addresses alone, as a browser without cookies does it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.feeds.subscription_list import read_opml
from app.services.own_front_pages import MOST_SOURCES
from app.web.app_factory import create_app
from config import Settings
from tests.news.town import OWN, SECTION, Paper, newspaper_of, titles, town


@pytest.fixture
def papers() -> Iterator[list[Paper]]:
    with town() as found:
        yield found[:4]


@pytest.fixture
def browser(settings: Settings, papers: list[Paper], tmp_path: Path) -> FlaskClient:
    return create_app(newspaper_of(papers[:3], settings, tmp_path)).test_client()


def page(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def begun(browser: FlaskClient, prefix: str = "", query: str = "name=My+news") -> tuple[str, str]:
    """Return the addresses of a new page, and of the page that changes it."""
    text = page(browser, f"{prefix}/my?{query}")
    own, change = re.search(r'href="([^"]*/my/[a-z2-7]{10})"', text), re.search(r'"([^"]*/my/e/[a-z2-7]+)', text)
    assert own
    assert change
    return own[1], change[1]


def link(text: str, words: str) -> str:
    found = re.search(rf'<a href="([^"]*)">{re.escape(words)}</a>', text)
    assert found, (words, text)
    return found[1]


def test_a_page_of_papers_and_sections_is_grouped_and_ranked_like_an_edition(
    browser: FlaskClient, papers: list[Paper]
) -> None:
    own, change = begun(browser)
    page(browser, f"{change}?add={quote(papers[3].feed, safe='')}")
    page(browser, f"{change}?add=in/world")
    text = page(browser, own)
    assert "<title>My news</title>" in text
    assert {OWN[papers[3].number % 8]} <= set(titles(text))
    volcano = [title for title in titles(text) if SECTION in title]
    assert len(volcano) == 1
    assert text.count("<li>") >= 2


def test_the_feed_of_a_site_is_found_and_a_site_without_one_is_told_of(
    browser: FlaskClient, papers: list[Paper]
) -> None:
    origin = papers[3].origin
    origin.serve(
        "/", "<html><head><link rel='alternate' type='application/rss+xml' title='Post' href='/feed'></head></html>"
    )
    origin.serve("/bare", "<html><p>Words.</p></html>")
    own, change = begun(browser)
    assert "Post (" in page(browser, f"{change}?add={quote(origin.url('/'), safe='')}")
    text = page(browser, f"{change}?add={quote(origin.url('/bare'), safe='')}", 502)
    assert "names no feed at that address" in text
    assert f'value="{origin.url("/bare")}"' in text
    assert OWN[papers[3].number % 8] in titles(page(browser, own))


def test_a_list_in_opml_is_taken_in_and_given_out(browser: FlaskClient, papers: list[Paper]) -> None:
    feeds = [("Third", papers[2].feed), ("Fourth", papers[3].feed)]
    outlines = "".join(f'<outline text="{name}" xmlUrl="{url}"/>' for name, url in feeds)
    url = papers[0].origin.serve("/mine.opml", f'<opml version="2.0"><body>{outlines}</body></opml>', "text/xml")
    own, change = begun(browser)
    page(browser, f"{change}?add={quote(url, safe='')}")
    answer = browser.get(f"{own}.opml")
    assert answer.mimetype == "text/x-opml"
    assert read_opml(answer.get_data(as_text=True)) == feeds


def test_sections_and_papers_of_editions_are_chosen_by_links_alone(browser: FlaskClient, papers: list[Paper]) -> None:
    own, change = begun(browser)
    india = link(page(browser, link(page(browser, change), "Add sections and papers of an edition")), "India")
    page(browser, link(page(browser, india), "Section WORLD"))
    text = page(browser, link(page(browser, india), "127.0.0.3"))
    assert re.findall(r"<li>(.*?) \(", text) == ["India: WORLD", "127.0.0.3"]
    assert OWN[papers[1].number % 8] in titles(page(browser, own))


def test_sources_are_taken_out_and_put_first_and_the_page_renamed(browser: FlaskClient, papers: list[Paper]) -> None:
    own, change = begun(browser)
    page(browser, f"{change}?add=in/world")
    text = page(browser, f"{change}?add=in/top")
    text = page(browser, link(text, "first"))
    assert re.findall(r"<li>(.*?) \(", text) == ["India: TOP", "India: WORLD"]
    text = page(browser, link(text, "take out"))
    assert re.findall(r"<li>(.*?) \(", text) == ["India: WORLD"]
    assert "<title>Change Tuesday paper</title>" in page(browser, f"{change}?name=Tuesday+paper")
    assert "<title>Tuesday paper</title>" in page(browser, own)


def test_a_page_that_keeps_its_name_is_not_said_to_have_another(browser: FlaskClient) -> None:
    _, change = begun(browser)
    for same in ("", "My+news", "+My++news+"):
        assert "another name" not in page(browser, f"{change}?name={same}")
    assert "another name" in page(browser, f"{change}?name=Our+news")


def test_the_newest_stories_stand_first_where_that_is_asked_for(browser: FlaskClient, papers: list[Paper]) -> None:
    papers[2].print(ago=7200)
    papers[3].print(ago=60)
    own, change = begun(browser)
    page(browser, f"{change}?add={quote(papers[2].feed, safe='')}+{quote(papers[3].feed, safe='')}")
    page(browser, link(page(browser, change), "let the newest be first"))
    assert titles(page(browser, own))[-1] == OWN[papers[2].number % 8]


def test_a_browser_without_forms_types_into_isindex(browser: FlaskClient, papers: list[Paper]) -> None:
    text = page(browser, "/~linemode/in/my")
    assert "<isindex>" in text.lower()
    assert "<form" not in text
    own, change = begun(browser, "/~linemode", "My+words")
    assert "<isindex>" in page(browser, change).lower()
    page(browser, f"{change}?{quote(papers[3].feed, safe='')}")
    assert "My words" in page(browser, own)
    assert OWN[papers[3].number % 8] in page(browser, own)


def test_nobody_changes_a_page_by_its_own_address(browser: FlaskClient) -> None:
    own, change = begun(browser)
    page(browser, f"/my/e/{own.rpartition('/')[2]}?name=Mine", 404)
    page(browser, "/my/aaaaaaaaaa", 404)
    page(browser, "/my/aaaaaaaaaa.opml", 404)
    page(browser, f"{change}/order/odd", 404)
    assert "<title>My news</title>" in page(browser, own)


def test_a_page_without_sources_says_so_and_a_full_one_takes_no_more(browser: FlaskClient, papers: list[Paper]) -> None:
    own, change = begun(browser)
    assert "There is nothing on this page yet" in page(browser, own)
    outlines = "".join(f'<outline xmlUrl="http://127.0.0.1:9/{place}"/>' for place in range(MOST_SOURCES + 5))
    url = papers[0].origin.serve("/long.opml", f"<opml><body>{outlines}</body></opml>", "text/xml")
    page(browser, f"{change}?add={quote(url, safe='')}")
    text = page(browser, f"{change}?add=in/top", 400)
    assert f"A page has {MOST_SOURCES} sources at most" in text
    assert len(read_opml(page(browser, f"{own}.opml"))) == MOST_SOURCES


def test_what_is_typed_is_no_markup(browser: FlaskClient) -> None:
    own, change = begun(browser, query=f"name={quote('<b>Me & you</b>')}")
    assert "<title>b Me you /b</title>" in page(browser, own)
    assert 'value="ftp://x/%22&lt;' in page(browser, f"{change}?add={quote('ftp://x/' + chr(34) + '<b>')}", 400)


def test_the_bookmark_may_end_in_a_slash(browser: FlaskClient) -> None:
    own, change = begun(browser)
    assert page(browser, f"{own}/") == page(browser, own)
    assert f'<a href="{change}">{change}</a>' in page(browser, f"{change}/")
