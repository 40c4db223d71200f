"""What is dated says so, and is not sent again to a browser that has it."""

import re
import time
from email.utils import formatdate
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

FEED = "<rss version='2.0'><channel><title>A feed</title><item><title>One</title><link>http://x.example/1</link></item></channel></rss>"


@pytest.fixture
def paths(browser: FlaskClient, origin: Origin) -> dict[str, str]:
    """The path of each kind of thing that is dated."""
    origin.serve("/pictures/tower.jpg", drawing(), "image/png")
    article = f"/read?url={quote(origin.serve('/lighthouse', modern_page(LIGHTHOUSE)), safe='')}"
    page = browser.get(article).get_data(as_text=True)
    picture = re.search(r'<a href="(/i/[^"/]*)/[^"]*">\[1\]</a>', page)
    plain = re.search(r'href="(/a/[^"]*\.txt)"', page)
    listing = f"/read?url={quote(origin.serve('/feed', FEED, 'application/rss+xml'), safe='')}"
    feed = re.search(r'href="(/f/[^"]*)"', browser.get(listing).get_data(as_text=True))
    assert picture
    assert plain
    assert feed
    return {
        "article": article,
        "feed": feed[1],
        "file": f"/read?url={quote(origin.serve('/tides.bin', b'0123', 'application/octet-stream'), safe='')}",
        "front page": "/",
        "listing": listing,
        "picture": f"{picture[1]}.gif",
        "plain text": plain[1],
        "search": "/search?q=tower",
    }


@pytest.mark.parametrize(
    "kind", ["article", "feed", "file", "front page", "listing", "picture", "plain text", "search"]
)
def test_what_a_browser_has_is_not_sent_again(browser: FlaskClient, paths: dict[str, str], kind: str) -> None:
    first = browser.get(paths[kind])
    assert first.status_code == 200
    assert first.last_modified is not None
    modified = first.last_modified.timestamp()
    assert time.time() - 60 < modified <= time.time()
    again = browser.get(paths[kind], headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (again.status_code, again.data) == (304, b"")
    assert not {"Content-Length", "Content-Type"} & set(again.headers.keys())
    older = browser.get(paths[kind], headers={"If-Modified-Since": formatdate(modified - 1, usegmt=True)})
    assert older.status_code == 200
    assert older.data


@pytest.mark.parametrize(
    "headers",
    [
        {"If-Modified-Since": "yesterday"},
        {"If-Modified-Since": ""},
        {"If-Modified-Since": formatdate(time.time() + 86400, usegmt=True)},
    ],
)
def test_a_date_that_means_nothing_is_ignored(
    browser: FlaskClient, paths: dict[str, str], headers: dict[str, str]
) -> None:
    assert browser.get(paths["article"], headers=headers).status_code == 200


def test_a_date_beside_a_tag_is_ignored(browser: FlaskClient, paths: dict[str, str]) -> None:
    # RFC 9110, section 13.1.3: whoever knows tags means the tag.
    since = {"If-Modified-Since": formatdate(time.time(), usegmt=True)}
    assert browser.get(paths["article"], headers=since).status_code == 304
    assert browser.get(paths["article"], headers={**since, "If-None-Match": '"1"'}).status_code == 200


def test_failures_and_pages_about_the_site_have_no_date(browser: FlaskClient, paths: dict[str, str]) -> None:
    since = {"If-Modified-Since": formatdate(time.time(), usegmt=True)}
    for path, status in (("/about", 200), ("/status", 200), ("/nothing", 404), ("/read?url=http://10.0.0.1/", 403)):
        answer = browser.get(path, headers=since)
        assert answer.status_code == status
        assert "Last-Modified" not in answer.headers


def test_a_notice_in_the_place_of_a_picture_has_no_date(browser: FlaskClient, origin: Origin) -> None:
    page = browser.get(f"/read?url={quote(origin.serve('/lighthouse', modern_page(LIGHTHOUSE)), safe='')}")
    picture = re.search(r'<a href="(/i/[^"/]*)/[^"]*">\[2\]</a>', page.get_data(as_text=True))
    assert picture
    since = {"If-Modified-Since": formatdate(time.time(), usegmt=True)}
    answer = browser.get(f"{picture[1]}.gif", headers=since)
    assert answer.status_code == 200
    assert answer.data.startswith(b"GIF8")
    assert "Last-Modified" not in answer.headers
