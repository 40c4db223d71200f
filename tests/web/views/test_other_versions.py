"""What a reader is offered of a page that does not open, or has only its beginning."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from app.web.context import EXTENSION
from config import Settings
from tests.archive import Archive
from tests.extract.walls.pages import CLOUDFLARE, WORDS
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.services.test_feed_texts import RSS, URL

CLOSED = '<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":false}</script>'
TEASER = (
    f"<html><head><title>Ships</title>{CLOSED}</head><body><article><h1>Ships</h1><p>{WORDS * 3}</p></article></html>"
)


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive() as server:
        yield server


@pytest.fixture
def browser(settings: Settings, archive: Archive) -> FlaskClient:
    return create_app(replace(settings, WAYBACK_URL=archive.base)).test_client()


def read(browser: FlaskClient, url: str) -> tuple[int, str]:
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    return answer.status_code, answer.get_data(as_text=True)


def link(page: str, words: str) -> str:
    found = re.search(rf'<a href="([^"]+)">{words}', page)
    assert found, page
    return found[1]


@pytest.mark.parametrize(
    ("body", "status"), [(CLOUDFLARE, 200), (CLOUDFLARE, 403), ("<p>x", 500), ("gone", 404), ("<script></script>", 200)]
)
def test_every_failure_offers_the_archive_the_original_and_who_else_has_it(
    browser: FlaskClient, origin: Origin, archive: Archive, body: str, status: int
) -> None:
    url = origin.serve("/news/ferry-repaired-after-storm", body, status=status)
    found, page = read(browser, url)
    assert found in (404, 502)
    assert link(page, "Original source") == url
    assert link(page, "Who else has this story") == "/search/1/ferry%20repaired%20after%20storm"
    archive.add(url, modern_page(LIGHTHOUSE))
    copy = browser.get(link(page, "Copy in the Wayback Machine")).get_data(as_text=True)
    assert LIGHTHOUSE.title in copy
    assert "This is the Wayback Machine's copy of 27 March 2024." in copy
    assert link(copy, "Original source") == url
    assert archive.base not in copy


def test_a_copy_is_read_in_each_form(browser: FlaskClient, origin: Origin, archive: Archive) -> None:
    url = origin.serve("/gone", "", status=404)
    archive.add(url, modern_page(LIGHTHOUSE))
    copy = browser.get(link(read(browser, url)[1], "Copy in the Wayback Machine")).get_data(as_text=True)
    for words in ("This article as plain text", "To print"):
        assert LIGHTHOUSE.title in browser.get(link(copy, words)).get_data(as_text=True)


def test_where_the_archive_has_nothing_either_the_original_is_left(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/gone", "", status=404)
    _, page = read(browser, url)
    answer = browser.get(link(page, "Copy in the Wayback Machine"))
    assert answer.status_code == 404
    page = answer.get_data(as_text=True)
    assert "Wayback Machine" not in re.sub(r"<p>127.*?</p>", "", page)
    assert link(page, "Original source") == url


@pytest.mark.parametrize("typed", ["", "http://10.0.0.1/", "javascript:x"])
def test_what_was_never_asked_for_has_no_copy(browser: FlaskClient, typed: str) -> None:
    assert "Wayback" not in read(browser, typed)[1]


def test_a_text_that_is_cut_says_so_and_offers_the_archive(
    browser: FlaskClient, origin: Origin, archive: Archive
) -> None:
    url = origin.serve("/ships", TEASER)
    status, page = read(browser, url)
    assert status == 200
    assert "The rest of this text is only for subscribers of 127.0.0.1." in page
    archive.add(url, modern_page(LIGHTHOUSE))
    assert LIGHTHOUSE.title in browser.get(link(page, "Copy in the Wayback Machine")).get_data(as_text=True)


def test_a_text_that_is_cut_is_read_in_the_version_that_its_page_names(browser: FlaskClient, origin: Origin) -> None:
    amp = origin.serve("/amp", modern_page(LIGHTHOUSE))
    url = origin.serve("/ships", TEASER.replace("</head>", f'<link rel="amphtml" href="{amp}"></head>'))
    page = read(browser, url)[1]
    assert LIGHTHOUSE.title in page
    assert "has only the beginning; this is another version of it." in page
    assert "only for subscribers" not in page
    assert link(page, "Original source") == url


def test_a_page_without_text_is_read_in_the_version_that_it_names(browser: FlaskClient, origin: Origin) -> None:
    amp = origin.serve("/amp", modern_page(LIGHTHOUSE))
    url = origin.serve("/app", f'<html><head><link rel="amphtml" href="{amp}"></head><body><script>x()</script></html>')
    for _ in range(2):
        status, page = read(browser, url)
        assert status == 200
        assert LIGHTHOUSE.title in page
    assert (origin.hits("/app"), origin.hits("/amp")) == (1, 1)


def test_an_entry_of_a_feed_that_does_not_open_is_read_out_of_it(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/ferry", CLOUDFLARE, status=403)
    feed = origin.serve("/feed", RSS.replace(URL, url), "application/rss+xml")
    assert read(browser, url)[0] == 502
    browser.get(f"/read?url={quote(feed, safe='')}")
    status, page = read(browser, url)
    assert status == 200
    assert "does not open here; this is the text of its feed." in page
    assert "repaired in the dock" in page


def test_with_at_once_the_archive_is_asked_without_a_click(
    settings: Settings, origin: Origin, archive: Archive
) -> None:
    browser = create_app(replace(settings, WAYBACK_URL=archive.base, WAYBACK="at-once")).test_client()
    url = origin.serve("/gone", "", status=404)
    archive.add(url, modern_page(LIGHTHOUSE))
    status, page = read(browser, url)
    assert status == 200
    assert "does not open here; this is the Wayback Machine's copy of 27 March 2024." in page


def test_where_it_is_off_nobody_is_offered_it_or_may_ask_for_it(
    settings: Settings, origin: Origin, archive: Archive
) -> None:
    app = create_app(replace(settings, WAYBACK_URL=archive.base, WAYBACK="off"))
    url, browser = origin.serve("/gone", "", status=404), app.test_client()
    assert "Wayback" not in read(browser, url)[1]
    key = app.extensions[EXTENSION].links.ids_for([url])[url]
    answer = browser.get(f"/a/{key}/archive")
    assert answer.status_code == 404
    assert "has no copy" in answer.get_data(as_text=True)
    assert archive.requests == []


def test_an_address_of_the_archive_is_read_as_the_page_that_it_is_of(browser: FlaskClient, archive: Archive) -> None:
    archive.add("http://harbour.example/story", modern_page(LIGHTHOUSE))
    status, page = read(browser, f"{archive.base}/web/20240327101500/http://harbour.example/story")
    assert status == 200
    assert LIGHTHOUSE.title in page
    assert "harbour.example" in page


def test_an_article_of_several_pages_is_read_as_one(browser: FlaskClient, origin: Origin) -> None:
    def page(number: int, more: str) -> str:
        text = f"Part{number} tells what became of the ferry of this town. " * 12
        return f"<html><head><title>Ferry</title>{more}</head><body><h1>Ferry</h1><p>{text}</p></body></html>"

    url = origin.serve("/ferry", page(1, '<link rel="next" href="?page=2">'))
    origin.serve("/ferry?page=2", page(2, '<link rel="next" href="?page=3">'))
    origin.serve("/ferry?page=3", "", status=503)
    status, shown = read(browser, url)
    assert status == 200
    assert "Part2" in shown
    assert "Page 3 of this article, and what may follow it, did not arrive." in shown


def test_a_page_of_links_alone_is_read_in_the_version_that_it_names(browser: FlaskClient, origin: Origin) -> None:
    links = "".join(f'<a href="/{number}">Menu {number}</a> ' for number in range(12))
    page = '<html><head><link rel="amphtml" href="/amp"></head><body><nav>{}</nav><script>x()</script></body></html>'
    url = origin.serve("/app", page.format(links))
    assert "Menu 3" in read(browser, url)[1]
    origin.serve("/amp2", modern_page(LIGHTHOUSE))
    url = origin.serve("/app2", page.format(links).replace("/amp", "/amp2"))
    assert LIGHTHOUSE.title in read(browser, url)[1]
