"""The newspaper with Google News and Bing News, which are stood in for on the loopback."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.news.aggregators.fakes import BingNews, GoogleNews, Mode, bing_item, cluster, google_item, old_id
from tests.news.town import EVENTS, Paper, front_page, sources_file, titles
from tests.origin import Origin

TITLE = "Glacier of Holm retreats past the old customs house"
ELSEWHERE = "Past the old customs house: glacier of Holm retreats"


@pytest.fixture
def google() -> Iterator[GoogleNews]:
    with GoogleNews() as server:
        yield server


@pytest.fixture
def bing() -> Iterator[BingNews]:
    with BingNews() as server:
        yield server


@pytest.fixture
def post() -> Iterator[Origin]:
    """The publisher whose stories Google links to."""
    with Origin("127.0.0.20") as server:
        server.serve("/glacier", modern_page(Story(TITLE, "", LIGHTHOUSE.paragraphs)))
        yield server


@pytest.fixture
def browser(
    settings: Settings, google: GoogleNews, bing: BingNews, post: Origin, tmp_path: Path
) -> Iterator[FlaskClient]:
    link = google.add_story("glacier", post.url("/glacier"))
    other = google.add_story("elsewhere", post.url("/elsewhere"))
    related = cluster((TITLE, "The Valley Post", link), (ELSEWHERE, "The Holm Herald", other))
    google.publish("IN:en", google_item(TITLE, "The Valley Post", link, related, formatdate()))
    with Origin("127.0.0.2") as server:
        file = tmp_path / "sources.toml"
        file.write_text(sources_file([Paper(server, 2, time.time())], google="IN:en"))
        changed = replace(
            settings,
            DEFAULT_EDITION="in",
            SOURCES_FILE=str(file),
            GOOGLE_NEWS_URL=f"{google.base}/",
            BING_NEWS_URL=bing.base,
            NEWS_PATIENCE_SECONDS=2,
            FETCH_DEADLINE=3,
        )
        yield create_app(changed).test_client()


def front(browser: FlaskClient, path: str = "/") -> str:
    return browser.get(path).get_data(as_text=True)


def link_of(page: str, title: str) -> str:
    found = re.search(rf'<a href="([^"]*)">{re.escape(title)}</a>', page)
    assert found
    return found[1]


def test_googles_clusters_stand_on_the_page_as_they_are(browser: FlaskClient) -> None:
    page = front(browser)
    assert re.search(rf"<h3><a href=[^>]*>{TITLE}</a></h3>\s*<p>The Valley Post, ", page)
    assert re.search(rf"<li><a href=[^>]*>{ELSEWHERE}</a> - The Holm Herald</li>", page)
    assert any(event in page for event in EVENTS)


def test_a_link_of_google_opens_and_is_asked_for_once(browser: FlaskClient, google: GoogleNews) -> None:
    link = link_of(front(browser), TITLE)
    for _ in range(2):
        article = browser.get(link)
        assert article.status_code == 200
        assert f"<h1>{TITLE}</h1>" in article.get_data(as_text=True)
    assert len(google.forms) == 1
    assert browser.get(f"{link}.txt").get_data(as_text=True).startswith(f"{TITLE}\n====")


def pasted(browser: FlaskClient, url: str) -> str:
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/search?q=glacier&hl=en-IN&gl=IN&ceid=IN:en", "/topics/CAAqJg?hl=en-IN&ceid=IN:en"])
def test_the_address_of_a_list_at_google_is_answered_with_its_headlines(
    browser: FlaskClient, google: GoogleNews, path: str
) -> None:
    page = pasted(browser, google.base + path)
    assert f"<h1>{TITLE}</h1>" in front(browser, link_of(page, f"{TITLE} - The Valley Post"))


def test_the_address_of_a_redirector_is_answered_with_the_page_behind_it(browser: FlaskClient, post: Origin) -> None:
    page = pasted(browser, f"https://www.google.com/url?sa=t&url={quote(post.url('/glacier'), safe='')}&usg=x")
    assert f"<h1>{TITLE}</h1>" in page


@pytest.mark.usefixtures("within_a_minute")
def test_only_a_link_that_google_is_asked_about_counts_as_a_read(
    settings: Settings, google: GoogleNews, post: Origin
) -> None:
    strict = replace(settings, GOOGLE_NEWS_URL=google.base, LIMIT_READS_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    page = quote(google.add_story("glacier", post.url("/glacier")), safe="")
    old = quote(f"https://news.google.com/read/{old_id(post.url('/glacier'))}", safe="")
    browser = create_app(strict).test_client()
    # The question and the article are two; neither what was answered nor an id that holds its address costs more.
    assert [browser.get(f"/read?url={url}").status_code for url in (page, page, old, page)] == [200] * 4
    other = quote(google.add_story("other", post.url("/other")), safe="")
    assert browser.get(f"/read?url={other}").status_code == 429
    assert len(google.forms) == 1


@pytest.mark.parametrize("mode", [Mode.LIMITED, Mode.SORRY, Mode.HTML, Mode.GARBAGE])
def test_when_google_refuses_the_same_story_is_offered_from_elsewhere(
    browser: FlaskClient, google: GoogleNews, bing: BingNews, post: Origin, mode: Mode
) -> None:
    bing.publish(bing_item(ELSEWHERE, "The Holm Herald", post.url("/glacier"), date=formatdate()))
    link = link_of(front(browser), TITLE)
    google.fail(mode, "/rss/articles/")
    google.fail(mode, "/articles/")
    answer = browser.get(link)
    assert answer.status_code >= 400
    page = answer.get_data(as_text=True)
    assert f"<h1>{TITLE}</h1>" in page
    assert "The Valley Post" in page
    assert f"<h1>{TITLE}</h1>" in front(browser, link_of(page, ELSEWHERE))


@pytest.mark.parametrize("view", ["", "/all", "/print", ".txt"])
def test_every_view_of_a_story_that_does_not_open_offers_who_else_has_it(
    browser: FlaskClient, google: GoogleNews, bing: BingNews, post: Origin, view: str
) -> None:
    bing.publish(bing_item(ELSEWHERE, "The Holm Herald", post.url("/glacier"), date=formatdate()))
    link = link_of(front(browser), TITLE)
    google.fail(Mode.LIMITED, "/rss/articles/")
    google.fail(Mode.LIMITED, "/articles/")
    answer = browser.get(f"{link}{view}")
    assert answer.status_code == 502
    assert link_of(answer.get_data(as_text=True), ELSEWHERE)


@pytest.mark.parametrize("mode", Mode)
def test_the_front_page_has_stories_whatever_google_does(browser: FlaskClient, google: GoogleNews, mode: Mode) -> None:
    google.fail(mode)
    page = front(browser)
    assert sum(event in page for event in EVENTS) == len(EVENTS)
    assert "Not reached: Google News" in page


def test_news_search_asks_google_and_bing(browser: FlaskClient, bing: BingNews, post: Origin) -> None:
    bing.publish(bing_item("Glacier guides lose their jobs", "The Alp", post.url("/guides"), date=formatdate()))
    page = front(browser, "/search?q=glacier")
    assert TITLE in page
    assert "Glacier guides lose their jobs" in page


@pytest.mark.parametrize("mode", Mode)
def test_news_search_outlives_bing(browser: FlaskClient, bing: BingNews, mode: Mode) -> None:
    bing.fail(mode)
    page = front(browser, "/search?q=glacier")
    assert TITLE in page
    assert "Not reached: Bing News" in page


@pytest.fixture
def newspaper(settings: Settings, google: GoogleNews, tmp_path: Path) -> Settings:
    """Settings of a newspaper that has its stories from Google alone."""
    file = tmp_path / "google.toml"
    file.write_text('[in]\nname = "India"\nlanguage = "en"\ngoogle = "IN:en"\n')
    return replace(settings, DEFAULT_EDITION="in", SOURCES_FILE=str(file), GOOGLE_NEWS_URL=google.base)


def publish(google: GoogleNews, title: str) -> None:
    google.publish("IN:en", google_item(title, "The Valley Post", google.add_story(title, "http://post.test/")))


def make(newspaper: Settings) -> None:
    """Make the front pages now, although there are some, and ask every feed."""
    done = create_app(replace(newspaper, NEWS_FRESH_SECONDS=0)).test_cli_runner().invoke(args=["warm", "in"])
    assert done.exit_code == 0, done.output


def test_a_page_that_comes_out_empty_does_not_replace_one_with_stories(newspaper: Settings, google: GoogleNews) -> None:
    publish(google, "Windmill turns again")
    make(newspaper)
    assert titles(front_page(create_app(newspaper))) == ["Windmill turns again"]
    google.withdraw("IN:en")
    make(newspaper)
    assert titles(front_page(create_app(newspaper))) == ["Windmill turns again"]


def test_the_stories_that_stayed_give_way_to_the_first_new_ones(newspaper: Settings, google: GoogleNews) -> None:
    publish(google, "Windmill turns again")
    make(newspaper)
    google.withdraw("IN:en")
    make(newspaper)
    publish(google, "Ferry runs aground")
    make(newspaper)
    assert titles(front_page(create_app(newspaper))) == ["Ferry runs aground"]
