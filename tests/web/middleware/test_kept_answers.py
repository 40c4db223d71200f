"""An answer is given again to the same request only, for seconds only, and tells of itself as the first one did."""

import logging
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client import REGISTRY
from werkzeug.test import Client
from werkzeug.wrappers import Response

from app.telemetry.log_format import FIELDS
from app.web.app_factory import create_app
from app.web.middleware.forward_proxy import PROXIED, SITE
from app.web.middleware.kept_answers import LEASE, LONGEST, KeptAnswers
from app.web.middleware.moment_asked import WHEN
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.origin import Origin

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

MACPLUS, DOS = "Mozilla/1.1N (Macintosh; I; 68K)", "MicroWeb/1.0 (DOS)"
MANY = 1_000_000  # bytes


class Site:
    """Says how often it was asked, and when it is; its answers may be given again until `until`."""

    def __init__(self) -> None:
        self.asked = self.closed = 0
        self.now, self.until = 1_000_000.0, 2_000_000.0
        self.changes = 0
        self.pictures: int | None = None
        self.status, self.more = 200, ""

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        self.asked += 1
        if LEASE in environ:
            environ[LEASE].until, environ[LEASE].pictures = self.until, self.pictures
        answer = Response(f"answer {self.asked}{self.more}", self.status, {"X-Answer": str(self.asked)})
        answer.call_on_close(self._close)
        return answer(environ, start_response)

    def _close(self) -> None:
        self.closed += 1

    def client(self, most_bytes: float = MANY) -> Client:
        return Client(KeptAnswers(self, most_bytes, lambda: self.changes, lambda: self.now))


@pytest.fixture
def site() -> Site:
    return Site()


def test_the_same_request_is_answered_again(site: Site) -> None:
    client = site.client()
    answers = [client.get("/in/?q=1") for _ in range(3)]
    assert [(answer.text, answer.headers["X-Answer"]) for answer in answers] == [("answer 1", "1")] * 3
    assert site.asked == site.closed == 1


@pytest.mark.parametrize(
    ("path", "environ"),
    [
        ("/in/world", {}),
        ("/~dos/in/", {}),
        ("/+abcdefgh/in/", {}),
        ("/in/?q=1", {}),
        ("/in/", {"RAW_URI": "/in%2F"}),
        ("/in/", {"HTTP_USER_AGENT": DOS}),
        ("/in/", {"HTTP_VIA": "1.0 68k.news"}),
        ("/in/", {SITE: "http://68k.news"}),
        ("/in/", {WHEN: "1999"}),
    ],
)
def test_what_an_answer_depends_on_makes_it_another(site: Site, path: str, environ: dict[str, str]) -> None:
    client = site.client()
    usual = {"HTTP_USER_AGENT": MACPLUS, "RAW_URI": "/in/"}
    client.get("/in/", environ_overrides=usual)
    assert client.get(path, environ_overrides=usual | environ).text == "answer 2"
    assert client.get("/in/", environ_overrides=usual).text == "answer 1"


def test_browsers_of_one_profile_share_an_answer_and_all_do_where_the_path_names_it(site: Site) -> None:
    client = site.client()
    assert client.get("/in/", headers={"User-Agent": MACPLUS}).text == "answer 1"
    assert client.get("/in/", headers={"User-Agent": MACPLUS.replace("1.1N", "1.12")}).text == "answer 1"
    assert client.get("/~lynx/in/", headers={"User-Agent": MACPLUS}).text == "answer 2"
    assert client.get("/~lynx/in/", headers={"User-Agent": DOS}).text == "answer 2"


@pytest.mark.parametrize(
    ("method", "environ"),
    [
        ("POST", {}),
        ("GET", {"CONTENT_LENGTH": "5"}),
        ("GET", {"HTTP_TRANSFER_ENCODING": "chunked"}),
        ("GET", {"HTTP_IF_MODIFIED_SINCE": "Fri, 27 Nov 2026 00:00:00 GMT"}),
        ("GET", {"HTTP_IF_NONE_MATCH": '"1"'}),
        ("GET", {PROXIED: "http://example.org/"}),
    ],
)
def test_what_is_more_than_a_question_is_always_asked(site: Site, method: str, environ: dict[str, str]) -> None:
    client = site.client()
    client.get("/in/")
    answers = [client.open("/in/", method=method, environ_overrides=environ).text for _ in range(2)]
    assert answers == ["answer 2", "answer 3"]
    assert client.get("/in/").text == "answer 1"


def test_one_for_the_head_gets_that_of_the_answer_and_leaves_none(site: Site) -> None:
    client = site.client()
    assert client.head("/in/").headers["X-Answer"] == "1"
    whole, head = client.get("/in/"), client.head("/in/")
    assert whole.text == "answer 2"
    assert (head.data, head.headers["X-Answer"], head.headers["Content-Length"]) == (b"", "2", "8")


@pytest.mark.parametrize(("status", "until"), [(404, 2_000_000.0), (302, 2_000_000.0), (200, 0), (200, 999_999.0)])
def test_what_may_not_be_kept_is_not(site: Site, status: int, until: float) -> None:
    site.status, site.until = status, until
    client = site.client()
    assert [client.get("/").text for _ in range(2)] == ["answer 1", "answer 2"]


@pytest.mark.parametrize(("until", "seconds"), [(1_000_003.0, 3), (2_000_000.0, LONGEST)])
def test_an_answer_ends_with_its_page_and_after_a_few_seconds(site: Site, until: float, seconds: float) -> None:
    site.until = until
    client = site.client()
    client.get("/")
    site.now += seconds - 0.1
    assert client.get("/").text == "answer 1"
    site.now += 0.1
    assert client.get("/").text == "answer 2"


def test_a_clock_that_is_set_back_does_not_make_it_last(site: Site) -> None:
    client = site.client()
    client.get("/")
    site.now -= 3600
    assert client.get("/").text == "answer 2"


def test_news_of_pictures_end_the_pages_that_show_some(site: Site) -> None:
    client = site.client()
    client.get("/without")
    site.pictures = 0
    client.get("/with")
    site.changes = 1
    assert client.get("/without").text == "answer 1"
    assert client.get("/with").text == "answer 3"


def test_answers_take_no_more_than_their_bytes(site: Site) -> None:
    site.more = "." * 1000
    client = site.client(40_000)
    for number in range(100):
        client.get(f"/{number}")
    assert client.get("/99").headers["X-Answer"] == "100"
    assert client.get("/0").headers["X-Answer"] == "101"


@pytest.mark.parametrize("most_bytes", [0, 40_000])
def test_one_that_is_too_large_is_not_kept(site: Site, most_bytes: int) -> None:
    site.more = "." * 5000
    client = site.client(most_bytes)
    assert [client.get("/").headers["X-Answer"] for _ in range(2)] == ["1", "2"]


class Counted:
    """The program itself, and how many requests Flask has seen of it."""

    def __init__(self, settings: Settings) -> None:
        self.app: Flask = create_app(settings)
        self.asked = 0
        self.app.before_request(self._count)
        self.browser: FlaskClient = self.app.test_client()

    def _count(self) -> None:
        self.asked += 1


@pytest.fixture
def program(settings: Settings) -> Counted:
    return Counted(settings)


def path_of(origin: Origin, story: Story = LIGHTHOUSE) -> str:
    return f"/read?url={quote(origin.serve('/lighthouse', modern_page(story)), safe='')}"


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [getattr(record, FIELDS) for record in caplog.records if record.getMessage() == "request"]


def figure(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def test_an_article_is_read_again_without_flask(program: Counted, origin: Origin) -> None:
    path = path_of(origin)
    first, again = (program.browser.get(path) for _ in range(2))
    assert program.asked == 1
    assert (again.status_code, again.data, again.headers) == (200, first.data, first.headers)


def test_the_log_and_the_figures_have_every_answer(
    program: Counted, origin: Origin, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    path = path_of(origin)
    labels = {"kind": "search.read", "status": "200", "profile": "macplus"}
    requests, hits = figure("news68k_requests_total", **labels), figure("news68k_reads_total", result="hit")
    for _ in range(3):
        program.browser.get(f"/~macplus{path}")
    first, *others = lines(caplog)
    told = {"id": "", "ms": 0, "cache": "hit"}
    assert [line | told for line in others] == [first | told] * 2
    assert (first["cache"], others[0]["cache"], others[1]["cache"]) == ("miss", "hit", "hit")
    assert len({line["id"] for line in (first, *others)}) == 3
    assert figure("news68k_requests_total", **labels) == requests + 3
    assert figure("news68k_reads_total", result="hit") == hits + 2
    assert program.asked == 1


def test_each_browser_has_its_own(program: Counted, origin: Origin) -> None:
    path = path_of(origin)
    pages = {
        agent: [program.browser.get(path, headers={"User-Agent": agent}).data for _ in range(2)]
        for agent in (MACPLUS, "Lynx/2.8.9", "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0")
    }
    assert len({page for both in pages.values() for page in both}) == 3
    assert program.asked == 3


def test_a_browser_that_has_it_is_told_so(program: Counted, origin: Origin) -> None:
    path = path_of(origin)
    for _ in range(2):
        modified = program.browser.get(path).headers["Last-Modified"]
    assert program.browser.get(path, headers={"If-Modified-Since": modified}).status_code == 304
    assert program.browser.get(path).status_code == 200


def test_a_changed_original_shows_after_its_time(settings: Settings, origin: Origin) -> None:
    program = Counted(replace(settings, ARTICLE_FRESH_SECONDS=0.5))
    path = path_of(origin)
    program.browser.get(path)
    path_of(origin, replace(LIGHTHOUSE, title="The lighthouse has moved again"))
    time.sleep(0.6)
    assert "The lighthouse has moved again" in program.browser.get(path).text


def test_a_picture_that_was_looked_at_has_its_size_on_the_page_at_once(program: Counted, origin: Origin) -> None:
    origin.serve("/pictures/tower.jpg", drawing(), "image/png")
    path = path_of(origin)
    before = [program.browser.get(path).text for _ in range(2)][1]
    picture = re.search(r'<a href="(/i/[^"/]*)/[^"]*">\[1\]</a>', before)
    assert picture
    assert program.browser.get(f"{picture[1]}.gif").status_code == 200
    assert program.browser.get(path).text != before


def test_what_is_private_is_never_kept(settings: Settings, origin: Origin) -> None:
    path = path_of(origin)
    program = Counted(replace(settings, PASSWORD="open sesame"))
    assert [program.browser.get(path, auth=("", "open sesame")).status_code for _ in range(2)] == [200, 200]
    assert program.browser.get(path).status_code == 401
    open_to_all = Counted(settings)
    for _ in range(2):
        assert open_to_all.browser.get(f"/+aaaaaaaaaaaaaaaa{path}").headers["Cache-Control"] == "private"
    for _ in range(2):
        open_to_all.browser.get("/search?q=my+illness")
    assert open_to_all.asked == 4
