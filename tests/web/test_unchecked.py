"""Servers that cannot prove who they are: what is said of them, and the way to read one all the same."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.net.urls import is_unchecked
from app.render.profiles.profiles import PROFILES
from app.web.app_factory import create_app
from app.web.context import EXTENSION
from app.web.unchecked import NOTE
from config import Settings
from tests.fetch.test_deadline import server_context
from tests.fetch.test_transport import server
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE
from tests.origin import Origin
from tests.validity import all_sgml_errors, stumbling_blocks

WORDS = "".join(f"<p>{each}</p>" for each in LIGHTHOUSE.paragraphs)
FIGURE = '<figure><img src="/tower.jpg" width="600" height="400" alt="A tower"></figure>'
PAGE = f'<title>Tower</title><article><h1>Tower</h1>{FIGURE}<p>See <a href="/more">more of it</a>.</p>{WORDS}</article>'
WAY = "Read it all the same"
# How a server is set up, and what is said of it here, where the authority of these tests is one that nobody knows;
# tests/fetch/test_transport.py has what is said where it is known.
BAD = (
    (server("expired"), "comes without that of its issuer, or from one that nobody knows"),
    (server("unlinked"), "comes without that of its issuer, or from one that nobody knows"),
    (server_context(), "is signed by itself and by nobody else"),
)


@contextmanager
def secure(context: ssl.SSLContext) -> Iterator[Origin]:
    with Origin(context=context) as origin:
        origin.serve("/page", PAGE)
        origin.serve("/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
        origin.serve(
            "/list",
            "<rss><channel><title>List</title><item><title>One</title><link>/1</link></item></channel></rss>",
            "text/xml",
        )
        origin.serve("/long", PAGE.replace(WORDS, WORDS * 40))
        origin.redirect("/old", "/page")
        yield origin


@pytest.fixture
def expired() -> Iterator[Origin]:
    with secure(server("expired")) as origin:
        yield origin


@pytest.fixture
def lenient(settings: Settings) -> FlaskClient:
    """A site whose operator allows it."""
    return create_app(replace(settings, TLS_ALLOW_BAD=True, PROXY="on")).test_client()


def read(browser: FlaskClient, url: str) -> tuple[int, str]:
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    return answer.status_code, answer.get_data(as_text=True)


def shown(browser: FlaskClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def way_in(page: str) -> str:
    found = re.search(rf'<a href="([^"]*)">{WAY}</a>', page)
    assert found
    return found[1]


def link_in(page: str, begin: str) -> str:
    found = re.search(rf'"({re.escape(begin)}[^"]*)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(("context", "wrong"), BAD)
def test_what_is_wrong_is_said_and_the_page_read_all_the_same_on_request(
    lenient: FlaskClient, context: ssl.SSLContext, wrong: str
) -> None:
    with secure(context) as origin:
        status, page = read(lenient, origin.url("/page"))
        assert status == 502
        assert f"127.0.0.1 cannot prove that it is 127.0.0.1: its certificate {wrong}" in page
        assert origin.requests == []
        text = shown(lenient, way_in(page))
        assert "<h1>Tower</h1>" in text
        assert text.count(NOTE) == 1
        assert origin.hits("/page") == 1


def test_a_certificate_for_another_name_is_one_too(lenient: FlaskClient) -> None:
    with secure(server("good")) as origin:
        status, page = read(lenient, origin.url("/page", "localhost"))
        assert status == 502
        # The authority of these tests is nobody's; which of both is named first is up to OpenSSL.
        assert "localhost cannot prove that it is localhost: its certificate " in page
        assert NOTE in shown(lenient, way_in(page))


def test_without_the_setting_there_is_no_way_and_one_from_before_is_closed(
    browser: FlaskClient, lenient: FlaskClient, expired: Origin
) -> None:
    status, page = read(browser, expired.url("/page"))
    assert (status, WAY in page) == (502, False)
    way = way_in(read(lenient, expired.url("/page"))[1])
    picture = link_in(shown(lenient, way), "/i/")
    shown(lenient, picture)
    for path in (way, f"{way}/print", f"{way}.txt", picture):
        answer = browser.get(path)
        assert answer.status_code == 403
        assert "to read no page of a server that cannot prove who it is." in answer.get_data(as_text=True)


def test_the_way_is_for_that_page_alone(lenient: FlaskClient, expired: Origin) -> None:
    text = shown(lenient, way_in(read(lenient, expired.url("/page"))[1]))
    assert read(lenient, expired.url("/page"))[0] == 502
    more = re.search(r'<a href="([^"]*)">more of it</a>', text)
    assert more
    assert lenient.get(more[1]).status_code == 502
    assert expired.hits("/more") == 0


def test_its_copy_is_kept_apart(lenient: FlaskClient, expired: Origin) -> None:
    way = way_in(read(lenient, expired.url("/page"))[1])
    shown(lenient, way)
    shown(lenient, way)
    assert expired.hits("/page") == 1
    services = lenient.application.extensions[EXTENSION]
    assert services.contents.cached(expired.url("/page")) is None
    url = services.links.url_of(way.rpartition("/")[2]) or ""
    assert is_unchecked(url)
    assert services.contents.cached(url) is not None


def test_its_pictures_are_read_as_it_is_and_say_so(lenient: FlaskClient, expired: Origin) -> None:
    text = shown(lenient, way_in(read(lenient, expired.url("/page"))[1]))
    page = shown(lenient, link_in(text, "/i/"))
    assert NOTE in page
    assert f'<a href="{expired.url("/tower.jpg")}">Original picture</a>' in page
    file = lenient.get(link_in(page.partition("<img")[2], "/i/"))
    assert file.headers["Content-Type"].startswith("image/")
    assert expired.hits("/tower.jpg") == 1
    # By its own address the same picture is still refused.
    assert read(lenient, expired.url("/tower.jpg"))[0] == 502


def test_a_picture_alone_has_its_way_too(lenient: FlaskClient, expired: Origin) -> None:
    page = read(lenient, expired.url("/tower.jpg"))[1]
    alone = shown(lenient, way_in(page))
    assert NOTE in alone
    assert 'alt="[Picture]"' in alone


def test_a_picture_of_a_good_page_on_a_bad_server_can_be_seen_all_the_same(
    lenient: FlaskClient, origin: Origin, expired: Origin
) -> None:
    url = origin.serve("/page", PAGE.replace("/tower.jpg", expired.url("/tower.jpg")))
    text = read(lenient, url)[1]
    assert NOTE not in text
    answer = lenient.get(link_in(text, "/i/"))
    assert answer.status_code == 502
    page = answer.get_data(as_text=True)
    found = re.search(r'<a href="([^"]*)">See it all the same</a>', page)
    assert found
    assert NOTE in shown(lenient, found[1])


@pytest.mark.parametrize("end", ["", "/all", "/print", ".txt"])
def test_every_form_of_the_page_says_it(lenient: FlaskClient, expired: Origin, end: str) -> None:
    text = shown(lenient, way_in(read(lenient, expired.url("/page"))[1]) + end)
    assert " ".join(text.split()).count(NOTE) == 1


def test_a_long_one_goes_on_with_the_same_copy(lenient: FlaskClient, expired: Origin) -> None:
    way = way_in(read(lenient, expired.url("/long"))[1])
    assert shown(lenient, way)
    assert shown(lenient, f"/~macplus{way}/3")
    assert expired.hits("/long") == 1


def test_a_list_says_it(lenient: FlaskClient, expired: Origin) -> None:
    assert NOTE in shown(lenient, way_in(read(lenient, expired.url("/list"))[1]))


def test_redirects_on_the_way_are_followed(lenient: FlaskClient, expired: Origin, origin: Origin) -> None:
    for url in (expired.url("/old"), origin.redirect("/from-http", expired.url("/page"))):
        text = shown(lenient, way_in(read(lenient, url)[1]))
        assert NOTE in text
        assert f'<a href="{expired.url("/page")}">Original source</a>' in text


def test_the_way_out_leads_to_the_original_itself(lenient: FlaskClient, expired: Origin) -> None:
    url = expired.serve("/page?a=1&b=2", PAGE)
    text = shown(lenient, way_in(read(lenient, url)[1]))
    answer = lenient.get(link_in(text, "/o/"))
    assert answer.headers["Location"] == f"{expired.url('/page')}?a=1&b=2"


def test_in_a_browser_whose_proxy_this_is_the_way_is_on_our_own_site(
    lenient: FlaskClient, expired: Origin, origin: Origin
) -> None:
    def proxied(url: str) -> str:
        return lenient.get("/", environ_overrides={"RAW_URI": url}).get_data(as_text=True)

    way = way_in(proxied(origin.redirect("/page", expired.url("/page"))))
    assert way.startswith("http://68k.news/a/")
    text = lenient.get(way.removeprefix("http://68k.news"), environ_overrides={"RAW_URI": way}).get_data(as_text=True)
    assert NOTE in text
    assert "http://68k.news/i/" in text


@pytest.mark.parametrize("typed", ["#unchecked", "%23unchecked", "#top"])
def test_nobody_gets_there_by_typing(lenient: FlaskClient, expired: Origin, typed: str) -> None:
    assert read(lenient, expired.url("/page") + typed)[0] == 502
    assert expired.requests == []


def test_the_pages_are_valid_for_every_profile(lenient: FlaskClient, expired: Origin, tmp_path: Path) -> None:
    refused = {name: lenient.get(f"/~{name}/read?url={quote(expired.url('/page'))}").get_data() for name in PROFILES}
    texts = {name: page.decode("latin-1") for name, page in refused.items()}
    read_pages = {f"{name} read": shown(lenient, way_in(text)) for name, text in texts.items()}
    assert all_sgml_errors(texts | read_pages, tmp_path) == ""
    assert [name for name, page in refused.items() if stumbling_blocks(page)] == []


def test_a_headline_has_its_way_beside_who_else_has_the_story(
    settings: Settings, expired: Origin, origin: Origin, tmp_path: Path
) -> None:
    item = f"<item><title>Tower moves inland</title><link>{expired.url('/page')}</link></item>"
    feed = origin.serve("/feed", f"<rss><channel><title>Post</title>{item}</channel></rss>", "text/xml")
    (tmp_path / "one.toml").write_text(f'[us.feeds]\ntop = ["{feed}"]\n')
    site = create_app(replace(settings, TLS_ALLOW_BAD=True, SOURCES_FILE=str(tmp_path / "one.toml"))).test_client()
    found = re.search(r'<a href="([^"]*)">Tower moves inland</a>', shown(site, "/"))
    assert found
    missed = site.get(found[1])
    assert missed.status_code == 502
    assert NOTE in shown(site, way_in(missed.get_data(as_text=True)))
