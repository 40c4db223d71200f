"""Hosts that are not read: the same sentence at every door of the site, and for what is kept from before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.aggregators.fakes import old_id
from tests.origin import Origin

SENTENCE = "This reader is set up not to read 127.0.0.9."
TEXT = "".join(f"<p>{each}</p>" for each in LIGHTHOUSE.paragraphs)
FEED = "<rss><channel><title>News</title><item><title>One</title><link>http://a.example/</link></item></channel></rss>"


def page_with(picture: str) -> str:
    """Return an article with one picture, and no link but that to its plain text and the like."""
    figure = f'<figure><img src="{picture}" width="600" height="400" alt="A tower"></figure>'
    return f"<title>Tower</title><article><h1>Tower</h1>{figure}{TEXT}</article>"


@pytest.fixture
def denied() -> Iterator[Origin]:
    """A site that is read at first, and denied later."""
    with Origin("127.0.0.9") as server:
        server.serve("/page", page_with("/pictures/tower.jpg"))
        server.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
        server.serve("/feed", FEED, "application/rss+xml")
        yield server


@pytest.fixture
def strict(settings: Settings) -> FlaskClient:
    """The site after the operator has denied a host, with the store from before."""
    return create_app(replace(settings, PROXY="on", FETCH_DENY_HOSTS=("127.0.0.9",))).test_client()


def read(browser: FlaskClient, url: str) -> tuple[int, str]:
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    return answer.status_code, answer.get_data(as_text=True)


def links(page: str, begin: str) -> list[str]:
    """Return the paths of the links on a page that begin so."""
    return re.findall(rf'(?:href|src)="({re.escape(begin)}[^"]*)"', page)


def test_pages_and_pictures_are_refused_though_they_are_kept(
    browser: FlaskClient, strict: FlaskClient, denied: Origin
) -> None:
    page = read(browser, denied.url("/page"))[1]
    picture = links(page, "/i/")[0]
    file = links(browser.get(picture).get_data(as_text=True), "/i/")[0]
    paths = [picture, *links(page, "/a/")]
    kept = {path: browser.get(path).status_code for path in (*paths, file)}
    assert set(kept.values()) == {200}
    asked = len(denied.requests)
    for path in paths:
        answer = strict.get(path)
        assert (path, answer.status_code) == (path, 403)
        assert SENTENCE in answer.get_data(as_text=True)
    assert strict.get(file).get_data() != browser.get(file).get_data()
    assert len(denied.requests) == asked


def test_feeds_are_refused_though_they_are_kept(browser: FlaskClient, strict: FlaskClient, denied: Origin) -> None:
    url = denied.url("/feed")
    page = read(browser, url)[1]
    (front,) = links(page, "/f/")
    assert browser.get(front).status_code == 200
    for answer in (strict.get(front), strict.get(f"/read?url={quote(url, safe='')}")):
        assert answer.status_code == 403
        assert SENTENCE in answer.get_data(as_text=True)


def test_a_browser_whose_proxy_this_is_gets_the_same_answer(strict: FlaskClient, denied: Origin) -> None:
    answer = strict.get("/page", base_url="http://127.0.0.9", environ_overrides={"RAW_URI": denied.url("/page")})
    assert answer.status_code == 403
    assert SENTENCE in answer.get_data(as_text=True)
    assert denied.requests == []


def test_where_a_redirect_or_a_link_of_google_leads_there_it_ends(
    strict: FlaskClient, denied: Origin, origin: Origin
) -> None:
    link = f"http://127.0.0.1:9/rss/articles/{old_id(denied.url('/page'))}"
    search = f"https://www.google.com/url?q={quote(denied.url('/page'), safe='')}"
    for url in (origin.redirect("/old", denied.url("/page")), link, search):
        assert read(strict, url)[0] == 403
        assert SENTENCE in read(strict, url)[1]
    assert denied.requests == []


def test_an_article_keeps_its_text_where_the_server_of_its_pictures_is_denied(
    strict: FlaskClient, denied: Origin, origin: Origin
) -> None:
    status, page = read(strict, origin.serve("/mixed", page_with(denied.url("/pictures/tower.jpg"))))
    assert status == 200
    answer = strict.get(links(page, "/i/")[0])
    assert answer.status_code == 403
    assert SENTENCE in answer.get_data(as_text=True)
    assert denied.requests == []


def test_with_a_list_of_allowed_hosts_others_are_refused(settings: Settings, origin: Origin, denied: Origin) -> None:
    browser = create_app(replace(settings, FETCH_ALLOW_HOSTS=("127.0.0.1",))).test_client()
    assert read(browser, origin.serve("/page", modern_page(LIGHTHOUSE)))[0] == 200
    status, page = read(browser, denied.url("/page"))
    assert status == 403
    assert "This reader is set up to read a few sites only, and 127.0.0.9 is none of them." in page
    assert denied.requests == []
