import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient

from app.net.urls import keyed_id
from app.web.app_factory import create_app
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.town import EVENTS, FAILURES, OWN, SECTION, Paper, newspaper_of, titles, town
from tests.origin import Origin


@pytest.fixture
def papers() -> Iterator[list[Paper]]:
    with town() as found:
        yield found


@pytest.fixture
def newspaper(settings: Settings, papers: list[Paper], tmp_path: Path) -> Settings:
    """Settings of a newspaper whose only sources are those of the town."""
    return newspaper_of(papers, settings, tmp_path)


def front(browser: FlaskClient, path: str = "/in/") -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_front_page_has_name_sections_edition_stories_and_forms(newspaper: Settings) -> None:
    page = front(create_app(newspaper).test_client())
    assert "<h1>68k.news IN</h1>" in page
    for section in ("WORLD", "NATION", "BUSINESS", "TECHNOLOGY", "ENTERTAINMENT", "SPORTS", "SCIENCE", "HEALTH"):
        assert f'<a href="/in/{section.lower()}">{section}</a>' in page
    assert "<strong>TOP</strong>" in page
    assert 'IN Edition</a> (<a href="/in/editions">Change</a>)' in page
    assert '<a href="#read">' in page
    assert '<a name="read" href="/in/read">' in page
    assert 'action="/in/read"' in page
    assert 'action="/in/search"' in page
    assert re.search(r"Paper \d, 1\d minutes ago", page)
    assert "In short: " in page


def test_stories_of_one_event_stand_together(newspaper: Settings) -> None:
    page = front(create_app(newspaper).test_client())
    found = titles(page)
    for event in EVENTS:
        assert sum(event in title for title in found) == 1, event
    assert page.count("<li>") >= 2 * len(EVENTS)
    assert set(OWN) <= set(found)


@pytest.mark.parametrize("how", FAILURES)
def test_one_paper_that_fails_is_named_and_missed_by_nobody(newspaper: Settings, papers: list[Paper], how: str) -> None:
    papers[3].fail(how)
    page = front(create_app(newspaper).test_client())
    assert all(any(event in title for title in titles(page)) for event in EVENTS)
    assert "Not reached: 127.0.0.5" in page


def test_the_page_outlives_its_sources(newspaper: Settings, papers: list[Paper]) -> None:
    before = titles(front(create_app(newspaper).test_client()))
    for paper in papers:
        paper.fail("refused")
    later = create_app(replace(newspaper, NEWS_FRESH_SECONDS=0))
    browser = later.test_client()
    assert titles(front(browser)) == before
    later.extensions["news68k"].front_pages.close()
    assert titles(front(later.test_client())) == before


def test_a_page_without_any_source_says_so_and_has_the_form(newspaper: Settings, papers: list[Paper]) -> None:
    for paper in papers:
        paper.fail("refused")
    page = front(create_app(newspaper).test_client())
    assert "None of the sources of this page can be reached" in page
    assert 'name="url"' in page


def test_a_section_has_its_own_stories_or_says_that_there_are_none(newspaper: Settings, papers: list[Paper]) -> None:
    browser = create_app(newspaper).test_client()
    assert SECTION in front(browser, "/in/world")
    assert "<strong>WORLD</strong>" in front(browser, "/in/world")
    assert EVENTS[0] in front(browser, "/in/")
    nation = front(browser, "/in/nation")
    assert titles(nation) == []
    assert "No source of this edition has anything for this page at the moment." in nation


def test_a_section_whose_sources_are_silent_says_so(newspaper: Settings, papers: list[Paper]) -> None:
    for paper in papers[:3]:
        paper.fail("refused")
    browser = create_app(newspaper).test_client()
    assert EVENTS[0] in front(browser, "/in/")
    world = front(browser, "/in/world")
    assert titles(world) == []
    assert "None of the sources of this page can be reached" in world
    assert "Not reached: 127.0.0.2, 127.0.0.3, 127.0.0.4" in world


def test_more_stories_stand_on_further_pages(newspaper: Settings, papers: list[Paper]) -> None:
    for paper in papers:
        letters = random.Random(paper.number)
        words = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=8)) for _ in range(32)]
        named = [" ".join(words[start : start + 4]) for start in range(0, 32, 4)]
        items = "".join(f"<item><title>{name}</title><link>/c/{name[:8]}</link></item>" for name in named)
        paper.origin.serve("/feed", f'<rss version="2.0"><channel>{items}</channel></rss>', "application/rss+xml")
    browser = create_app(newspaper).test_client()
    first = front(browser)
    assert len(titles(first)) == 30
    assert first.count('<p>Page 1 of 3 | <a href="/in/top/2">Next &gt;</a></p>') == 1
    second = front(browser, "/in/top/2")
    assert '<p>Page 2 of 3 | <a href="/in/top">&lt; Previous</a> | ' in second
    assert not set(titles(first)) & set(titles(second))
    assert browser.get("/in/top/9").status_code == 404


def test_a_reader_without_cookies_walks_through_one_edition(newspaper: Settings, papers: list[Paper]) -> None:
    for paper in papers:
        paper.origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
    browser = create_app(newspaper).test_client(use_cookies=False)

    def follow(page: str, pattern: str) -> str:
        link = re.search(rf'<a href="([^"]*)">{pattern}', page)
        assert link, pattern
        assert link[1].startswith("/in/"), link[1]
        return front(browser, link[1])

    section = follow(front(browser), "WORLD")
    story = follow(section, "[^<]*Volcano")
    assert f"<h1>{SECTION}" in story
    picture = follow(story, r"\[1\]")
    assert "480 x 320 pixels" in picture
    again = follow(picture, "&lt; Back to article")
    assert "IN Edition" in follow(again, "&lt; Back to 68k.news IN front page")


def test_a_headline_that_does_not_open_says_why_and_who_else_has_it(newspaper: Settings, papers: list[Paper]) -> None:
    browser = create_app(newspaper).test_client()
    page = front(browser)
    link = re.search(r'<h3><a href="([^"]*)">[^<]*Lighthouse', page)
    assert link
    for paper in papers:
        paper.origin.serve("/story/0", "paywall", status=403)
    answer = browser.get(link[1])
    assert answer.status_code == 502
    missed = answer.get_data(as_text=True)
    assert "refuses" in missed
    assert "<h2>The same story elsewhere</h2>" in missed
    assert missed.count("<li>") >= 3


def test_news_search_finds_what_our_own_pages_have(newspaper: Settings) -> None:
    browser = create_app(newspaper).test_client()
    assert 'name="q"' in front(browser, "/in/search")
    front(browser)
    page = front(browser, f"/in/search?q={quote('chess petrova')}")
    assert "Chess champion Petrova" in page
    assert 'value="chess petrova"' in page
    assert "Nothing was found" in front(browser, "/in/search?q=zeppelin")


def test_a_feed_is_a_front_page_of_its_own(newspaper: Settings, papers: list[Paper]) -> None:
    browser = create_app(newspaper).test_client()
    link = re.search(rf'<a href="(/in/f/[a-z2-7]+)">{re.escape(papers[0].feed)}', front(browser, "/in/status"))
    assert link
    page = front(browser, link[1])
    assert "<h1>Paper 2</h1>" in page
    assert len(titles(page)) == 9


def test_the_status_page_counts_what_was_fetched_and_failed(newspaper: Settings, papers: list[Paper]) -> None:
    papers[1].fail("429")
    browser = create_app(newspaper).test_client()
    front(browser)
    status = front(browser, "/in/status")
    assert f"{papers[0].feed}</a>: 1 fetched, 0 failed, 9 items" in status
    assert re.search(rf"{papers[1].feed}</a>: 0 fetched, 1 failed, 0 items; <em>127.0.0.3 asks us", status)


def test_front_pages_are_warmed_from_the_command_line(newspaper: Settings, papers: list[Paper]) -> None:
    app = create_app(newspaper)
    done = app.test_cli_runner().invoke(args=["warm", "in"])
    assert done.exit_code == 0, done.output
    assert re.search(r"^in top: 16 stories", done.output, re.MULTILINE)
    hits = papers[0].origin.hits("/feed")
    assert EVENTS[0] in front(create_app(newspaper).test_client())
    assert papers[0].origin.hits("/feed") == hits


def test_the_story_opens(newspaper: Settings) -> None:
    browser = create_app(newspaper).test_client()
    for link in re.findall(r'<h3><a href="([^"]*)">', front(browser)):
        assert LIGHTHOUSE.deck in front(browser, link)


@pytest.mark.usefixtures("within_a_minute")
def test_feeds_and_first_front_pages_count_as_reads_and_searches_by_themselves(
    newspaper: Settings, papers: list[Paper]
) -> None:
    few = replace(newspaper, LIMIT_READS_PER_MINUTE=2, LIMIT_SEARCHES_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    app = create_app(few)
    browser = app.test_client()
    link = re.search(r'<a href="(/in/f/[a-z2-7]+)">', front(browser, "/in/status"))
    assert link
    assert [browser.get(f"/in/search?q={word}").status_code for word in ("one", "two", "one")] == [200] * 3
    refused = browser.get("/in/search?q=three")
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    assert "You have searched 2 times within a minute" in refused.get_data(as_text=True)
    # Nobody listens at the first source; its failure is kept, too.
    assert [browser.get(path).status_code for path in (link[1], "/in/", link[1], "/in/")] == [502, 200, 502, 200]
    assert browser.get("/in/world").status_code == 429


def test_a_file_with_one_edition_is_enough(newspaper: Settings) -> None:
    browser = create_app(replace(newspaper, DEFAULT_EDITION="us")).test_client()
    assert EVENTS[0] in front(browser, "/")
    assert "IN Edition" in front(browser, "/")
    assert "No source of this edition" in front(browser, "/gb/")
    assert front(browser, "/editions").count("<li>") == 1
    assert browser.get("/zz/").status_code == 404


def test_a_story_that_many_tell_leads_to_all_of_their_headlines(newspaper: Settings) -> None:
    browser = create_app(newspaper).test_client()
    page = front(browser)
    more = re.search(r'<a href="(/in/s/[a-z2-7]+)">(\d) more headlines on this</a>', page)
    assert more
    told = front(browser, more[1])
    assert told.count('<a href="/in/a/') == int(more[2]) + 1 + 3
    assert len(re.findall(r"Paper \d, 1\d minutes ago", told)) == int(more[2]) + 1 + 3


def test_a_story_that_has_left_its_page_is_not_there_and_the_page_says_so(newspaper: Settings, origin: Origin) -> None:
    secret = "a secret for tests"
    browser = create_app(replace(newspaper, SECRET=secret)).test_client()
    browser.get("/in/read?url=" + origin.serve("/lighthouse", modern_page(LIGHTHOUSE)))
    answer = browser.get(f"/in/s/{keyed_id(secret.encode(), origin.url('/lighthouse'))}")
    assert answer.status_code == 404
    assert "on no page of this edition any more" in answer.get_data(as_text=True)


def test_a_page_that_is_stale_says_so_at_its_head(
    newspaper: Settings, papers: list[Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.page_keeper.RENEWAL_SECONDS", 0.05)
    front(create_app(newspaper).test_client())
    for paper in papers:
        paper.fail("hanging")
    page = front(create_app(replace(newspaper, NEWS_FRESH_SECONDS=0)).test_client())
    assert page.index("a newer one is on its way") < page.index("<h3>")


def test_the_front_page_says_which_day_it_is_at_its_place_and_a_section_stands_in_the_title(
    newspaper: Settings,
) -> None:
    browser = create_app(newspaper).test_client()
    page = front(browser)
    today = datetime.now(ZoneInfo("Asia/Kolkata"))
    assert f"<p>India, {today:%A}, {today.day} {today:%B %Y}</p>" in page
    assert "<title>68k.news IN</title>" in page
    assert "<title>68k.news IN - World</title>" in front(browser, "/in/world")


def test_an_address_with_a_time_marks_what_is_new_since_then(newspaper: Settings, papers: list[Paper]) -> None:
    for paper in papers[1:]:
        paper.print(ago=7200)
    papers[0].print(ago=60)
    browser = create_app(newspaper).test_client()
    stamp = f"{datetime.now(UTC) - timedelta(hours=1):%Y%m%d%H%M}"
    page = front(browser, f"/in/top/since/{stamp}")
    new = re.findall(r'<h3>New: <a href="[^"]*">(.*?)</a>', page)
    assert OWN[papers[0].number % 8] in new
    assert OWN[papers[1].number % 8] not in new
    assert f'<a href="/in/world/since/{stamp}">WORLD</a>' in page
    assert '<a href="/in/top">Without marks</a>' in page
    assert "New: " not in front(browser)
    (following,) = re.findall(r'<a href="(/in/top/since/[0-9]{12})">Mark what is new from now on</a>', front(browser))
    assert "New: " not in front(browser, following)


@pytest.mark.parametrize("since", ["202613010000", "202602300000", "000000000000", "2026"])
def test_a_time_that_there_is_not_is_told(newspaper: Settings, since: str) -> None:
    assert create_app(newspaper).test_client().get(f"/in/world/since/{since}").status_code == 404


def test_each_paper_has_a_page_of_its_own(newspaper: Settings, papers: list[Paper]) -> None:
    browser = create_app(newspaper).test_client()
    listed = front(browser, re.findall(r'<a href="([^"]*)">Papers</a>', front(browser))[0])
    paths = dict(re.findall(r'<li><a href="([^"]*)">([^<]*)</a></li>', listed))
    assert len(paths) == len(papers)
    path = next(path for path, name in paths.items() if name == "127.0.0.3")
    page = front(browser, path)
    assert "<title>127.0.0.3</title>" in page
    assert OWN[papers[1].number % 8] in titles(page)
    assert OWN[papers[2].number % 8] not in titles(page)
    assert browser.get("/in/paper/aaaaaaaa").status_code == 404


def test_what_is_switched_off_is_not_asked(newspaper: Settings, origin: Origin) -> None:
    asked = replace(newspaper, GOOGLE_NEWS_URL=origin.url(""), BING_NEWS_URL=origin.url(""))
    front(create_app(replace(asked, GOOGLE_NEWS="off", BING_NEWS="off")).test_client(), "/in/search?q=tower")
    assert origin.requests == []
    front(create_app(asked).test_client(), "/in/search?q=bridge")
    assert origin.requests
