"""The web of another day, from a page to the next, in its time."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.archive import Archive
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page

URL = "http://harbour.example/"
YEAR, DAY = "19990701120000", "19990412120000"
EARLY = (
    "<html><head><title>Harbour</title></head><body bgcolor=white background=bg.gif><center><h1>The harbour</h1></center>"
    '<img src="/lamp.gif" alt=Lamp><p><a href="news.html?a=1&amp;b=2#top">News</a><script>alert(1)</script>'
    "<form action=/cgi-bin/find method=post><input name=q></form></body></html>"
)


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive() as server:
        yield server


@pytest.fixture
def browser(settings: Settings, archive: Archive) -> FlaskClient:
    return create_app(replace(settings, WAYBACK_URL=archive.base)).test_client()


def text(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "path",
    [
        "/web/1999/http://harbour.example/",
        "/web/1999/harbour.example/",
        "/web/1999/http:/harbour.example/",
        "/in/web/1999/http://harbour.example/",
        "/~netscape/web/1999id_/http://harbour.example/",
        "/read?url=harbour.example&on=1999",
        "/read?on=1999&url=http%3A%2F%2Fharbour.example%2F",
    ],
)
@pytest.mark.parametrize("is_named", [True, False])
def test_an_early_page_is_shown_as_it_was(browser: FlaskClient, archive: Archive, path: str, is_named: bool) -> None:
    (archive.near if is_named else archive.lead)(URL, YEAR, EARLY, "19990125085033")
    page = text(browser, path)
    assert "<h1>The harbour</h1>" in page
    assert 'bgcolor="white"' in page
    assert "alert" not in page
    assert "This is the Wayback Machine's copy of 25 January 1999." in page[page.index("<hr>") :]
    assert f'<a href="{URL}">Original source</a>' in page
    assert archive.base not in page


@pytest.mark.parametrize(
    "path",
    ["/web/1999?harbour.example", "/~linemode/in/web/1999/?http://harbour.example/", "/web/1999?url=harbour.example"],
)
def test_an_address_is_typed_on_the_page_of_a_day(browser: FlaskClient, archive: Archive, path: str) -> None:
    archive.lead(URL, YEAR, EARLY, "19990125085033")
    assert "This is the Wayback Machine's copy of 25 January 1999." in text(browser, path)


@pytest.mark.parametrize("rest", ["a%3Fb", "a%2Fb", "caf%E9", "%CC%E5%CB", "a?b=%E9&c=1"])
def test_an_address_in_the_path_is_taken_as_it_came(browser: FlaskClient, archive: Archive, rest: str) -> None:
    archive.lead(f"{URL}{rest}", YEAR, EARLY, "19990125085033")
    assert "<h1>The harbour</h1>" in text(browser, f"/web/1999/harbour.example/{rest}")


def test_the_page_of_a_day_says_which_it_is(browser: FlaskClient) -> None:
    assert "<h1>Read any page: 1999</h1>" in text(browser, "/~linemode/web/1999")
    assert 'name="on" size="10" value="1999"' in text(browser, "/web/1999")
    assert "<h1>Read any page</h1>" in text(browser, "/~linemode/web")


def test_links_and_forms_stay_in_the_time(browser: FlaskClient, archive: Archive) -> None:
    archive.lead(URL, YEAR, EARLY, "19990125085033")
    archive.lead(f"{URL}news.html?a=1&b=2", YEAR, "<title>News</title><p>News of the harbour", "19990202000000")
    archive.lead(f"{URL}cgi-bin/find?q=lamp", YEAR, "<title>Found</title><p>One lamp", "19990203000000")
    page = text(browser, "/web/1999/harbour.example/")
    link = re.search(r'<a href="(/web/1999/a/[a-z2-7]+)#top">News', page)
    assert link
    assert "News of the harbour" in text(browser, link[1])
    form = re.search(r'<form action="(/web/1999/a/[a-z2-7]+)">', page)
    assert form
    assert "One lamp" in text(browser, f"{form[1]}?q=lamp")


def test_pictures_are_those_of_the_time_converted(browser: FlaskClient, archive: Archive) -> None:
    archive.lead(URL, YEAR, EARLY, "19990125085033")
    archive.serve(f"/web/19990125085033id_/{URL}lamp.gif", drawing(60, 40), "image/png")
    page = text(browser, "/~netscape/web/1999/harbour.example/")
    picture = re.search(r'<img src="([^"]+)" alt="Lamp">', page)
    assert picture
    answer = browser.get(picture[1])
    assert answer.content_type == "image/jpeg"
    assert answer.data.startswith(b"\xff\xd8")
    assert re.search(r'<body bgcolor="white" background="/~netscape/i/[a-z2-7]+\.jpg">', page)


def test_a_later_page_is_read_and_its_links_stay_too(browser: FlaskClient, archive: Archive) -> None:
    url = "https://harbour.example/2009/story"
    body = modern_page(LIGHTHOUSE).replace(
        "</article>", '<p><a href="/next">More of the harbour, and all of it</a></p></article>'
    )
    archive.lead(url, "20090701120000", body, "20090801000000")
    page = text(browser, f"/web/2009/{url}")
    assert LIGHTHOUSE.title in page
    assert "This is the Wayback Machine's copy of 1 August 2009." in page
    assert f'<a href="{url}">Original source</a>' in page
    links = re.findall(r'<a href="(/[^"]*/a/[a-z2-7]+)">(?!To print)', page)
    assert links
    assert all(link.startswith("/web/2009/a/") for link in links), links
    pictures = re.findall(r'<a href="/i/([a-z2-7]+)/', page)
    assert pictures


def test_a_copy_that_is_far_off_says_so(browser: FlaskClient, archive: Archive) -> None:
    archive.near(URL, DAY, EARLY, "20011225000000")
    assert "The nearest copy that the Wayback Machine has is of 25 December 2001." in text(
        browser, "/web/19990412/harbour.example/"
    )


def test_what_is_not_there_is_one_sentence(browser: FlaskClient) -> None:
    page = text(browser, "/web/1999/harbour.example/", 404)
    assert "The Wayback Machine has no copy of this page." in page
    assert 'value="1999"' in page
    assert f'value="{URL}"' in page
    assert "Copy in the Wayback Machine" not in page


@pytest.mark.parametrize(("when", "status"), [("99", 400), ("soon", 400), ("19991399", 400)])
def test_a_day_that_is_none_is_said_to_be_none(browser: FlaskClient, archive: Archive, when: str, status: int) -> None:
    assert "Please write a day as 1999" in text(browser, f"/web/{when}/harbour.example/", status)
    assert "Please write a day as 1999" in text(browser, f"/read?url=harbour.example&on={when}", status)
    assert archive.requests == []


def test_an_archive_that_asks_for_a_pause_has_it(browser: FlaskClient, archive: Archive) -> None:
    archive.serve(f"/web/{YEAR}id_/{URL}", "slow down", status=429)
    for address in ("harbour.example/", "harbour.example/other", "elsewhere.example/"):
        assert "asks this site to wait a little" in text(browser, f"/web/1999/{address}", 502)
    assert sum("/web/" in each.target for each in archive.requests) == 1


def test_copies_are_kept(browser: FlaskClient, archive: Archive) -> None:
    archive.lead(URL, YEAR, EARLY, "19990125085033")
    first = text(browser, "/web/1999/harbour.example/")
    asked = len(archive.requests)
    assert text(browser, "/web/1999/harbour.example/") == first
    assert len(archive.requests) == asked
    archive.serve(f"/web/{YEAR}id_/{URL}other", "slow down", status=429)
    text(browser, "/web/1999/harbour.example/other", 502)
    assert text(browser, "/web/1999/harbour.example/") == first


def test_frames_are_shown_and_listed_for_who_has_none(browser: FlaskClient, archive: Archive) -> None:
    archive.lead(
        URL, YEAR, '<frameset cols="1,2"><frame src="a.html"><frame src="b.html"></frameset>', "19990125085033"
    )
    page = text(browser, "/web/1999/harbour.example/")
    assert len(re.findall(r'<frame src="/web/1999/a/[a-z2-7]+">', page)) == 2
    assert len(re.findall(r'<li><a href="/web/1999/a/[a-z2-7]+">Frame \d</a></li>', page)) == 2


def test_hosts_that_are_not_read_are_not_read_in_the_past(settings: Settings, archive: Archive) -> None:
    archive.lead(URL, YEAR, EARLY, "19990125085033")
    archive.redirect(f"/web/{YEAR}id_/http://other.example/", f"{archive.base}/web/19990125085033id_/{URL}")
    denying = replace(settings, WAYBACK_URL=archive.base, FETCH_DENY_HOSTS=("harbour.example",))
    browser = create_app(denying).test_client()
    text(browser, "/web/1999/harbour.example/", 403)
    assert archive.requests == []
    text(browser, "/web/1999/other.example/", 403)


def test_a_file_that_calls_itself_a_page_is_a_file(browser: FlaskClient, archive: Archive) -> None:
    archive.lead(URL, YEAR, b"PK\x03\x04" + bytes(200) + b"<script>alert(1)</script>", "19990125085033")
    answer = browser.get("/web/1999/harbour.example/")
    assert answer.headers.get("Content-Disposition", "").startswith("attachment")


def test_where_the_archive_is_off_there_is_no_past(settings: Settings) -> None:
    browser = create_app(replace(settings, WAYBACK="off")).test_client()
    assert "does not read the Wayback Machine" in text(browser, "/web/1999/harbour.example/", 404)
    assert 'name="on"' not in text(browser, "/read")


def test_reads_in_the_past_have_the_limit_of_reads(settings: Settings, archive: Archive, within_a_minute: None) -> None:
    limited = replace(settings, WAYBACK_URL=archive.base, LIMIT_READS_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    browser = create_app(limited).test_client()
    statuses = [browser.get(f"/web/1999/harbour.example/{place}").status_code for place in range(3)]
    assert statuses[-1] == 429


def test_the_form_keeps_the_moment(browser: FlaskClient, archive: Archive) -> None:
    assert 'name="on" size="10" value="1999"' in text(browser, "/web/1999")
    assert 'name="on" size="10" value=""' in text(browser, "/web")
