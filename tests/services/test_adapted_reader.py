"""A site that needs a hand, over a real origin: its interface first, and the page itself where that fails."""

import json
import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.adapters.table import ADAPTERS, adapter_of, article_at
from app.errors import (
    AddressRefused,
    NoText,
    OriginFailed,
    OriginMissing,
    OriginRefused,
    OriginTimeout,
    ReaderError,
    TooLarge,
)
from app.isolation import TaskLimits, TaskPool
from app.models import Article, Download, Entry, Listing, Paragraph, Run
from app.net.urls import host_of
from app.services.adapted_reader import AdaptedReader
from app.services.admission import OWN_WORK, Admission
from app.services.asking_budget import FAILED_SECONDS, AskingBudget
from app.services.cached_content import CachedContent
from app.storage import SqliteStore
from app.web.app_factory import create_app
from config import Settings
from tests.adapters.test_arxiv import PAPER
from tests.adapters.test_gutenberg import long_book
from tests.adapters.test_table import HN, SITES, encoded, site_of
from tests.clock import Clock
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

ITEM = "/api/v1/items/8863"


def reader(settings: Settings, origin: Origin, name: str = "hacker-news", **changes: object) -> FlaskClient:
    named = replace(settings, ADAPTERS=(f"{name}={origin.url('').rstrip('/')}",), **changes)  # type: ignore[arg-type]
    return create_app(named).test_client()


def text(browser: FlaskClient, url: str, status: int = 200) -> str:
    answer = browser.get("/read", query_string={"url": url})
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def test_the_interface_is_asked_in_place_of_the_page(settings: Settings, origin: Origin) -> None:
    origin.serve(ITEM, json.dumps(HN), "application/json")
    page = text(reader(settings, origin), SITES["hacker-news"][0])
    assert "My YC app: Dropbox" in page
    assert "First <em>of all</em>." in page
    assert "https://news.ycombinator.com/item?id=8863" in page


@pytest.mark.parametrize(
    ("body", "status"),
    [("", 200), ("<html>Are you human?</html>", 200), ("{}", 200), ("gone", 404), ("busy", 429), ("x", 503)],
)
def test_where_the_interface_fails_the_page_itself_is_read(
    settings: Settings, origin: Origin, body: str, status: int
) -> None:
    topic = origin.serve("/t/which-modem/55", modern_page(LIGHTHOUSE))
    origin.serve("/t/55.json", body, "application/json", status)
    browser = create_app(settings).test_client()
    assert "nine hundred tonnes" in text(browser, topic)


def test_a_page_of_scripts_alone_is_read_by_the_program_that_its_site_runs(settings: Settings, origin: Origin) -> None:
    url = origin.serve(
        "/t/which-modem/55", "<html><title>Talk</title><body><div id=app></div><script src=a.js></script>"
    )
    origin.serve("/t/55.json", json.dumps(SITES["discourse"][1][0]), "application/json")
    browser = create_app(replace(settings, ADAPTERS=("discourse=" + origin.url("").rstrip("/"),))).test_client()
    page = text(browser, url)
    assert "Which modem?" in page
    assert "A slow one." in page


def test_a_page_with_text_is_not_asked_for_twice(settings: Settings, origin: Origin) -> None:
    url = origin.serve("/t/which-modem/55", modern_page(LIGHTHOUSE))
    origin.serve("/t/55.json", json.dumps(SITES["discourse"][1][0]), "application/json")
    assert "nine hundred tonnes" in text(create_app(settings).test_client(), url)
    assert origin.hits("/t/55.json") == 0


def test_without_adapters_nothing_but_pages_is_asked(settings: Settings, origin: Origin) -> None:
    origin.serve(ITEM, json.dumps(HN), "application/json")
    browser = create_app(replace(settings, ADAPTERS=())).test_client()
    browser.get("/read", query_string={"url": SITES["hacker-news"][0]})
    assert origin.hits(ITEM) == 0


def test_an_interface_in_a_private_network_is_refused_like_any_address(settings: Settings, origin: Origin) -> None:
    origin.serve(ITEM, json.dumps(HN), "application/json")
    browser = reader(settings, origin, FETCH_ALLOWED_NETWORKS=())
    browser.get("/read", query_string={"url": SITES["hacker-news"][0]})
    assert origin.hits(ITEM) == 0


def test_what_is_asked_of_several_places_is_one_read(settings: Settings, origin: Origin) -> None:
    _, answers, _ = SITES["github"]
    origin.serve("/repos/ann/reader/issues/7", json.dumps(answers[0]), "application/json")
    origin.serve("/repos/ann/reader/issues/7/comments?per_page=100", json.dumps(answers[1]), "application/json")
    browser = reader(
        settings, origin, "github", LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=(), HOST_PER_SECOND=100
    )
    assert "Mended in 1.2" in text(browser, SITES["github"][0])


BOOK_FILE = "/cache/epub/77/pg77.txt"


def test_the_pages_of_a_book_are_one_question_and_its_text_is_understood_once(
    settings: Settings, origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin.serve(BOOK_FILE, long_book(60), "text/plain; charset=utf-8")
    made: list[str] = []

    def counted(name: str, url: str, bodies: Sequence[bytes]) -> Article:
        made.append(name)
        return article_at(name, url, bodies)

    monkeypatch.setattr("app.services.adapted_reader.article_at", counted)
    browser = reader(settings, origin, "gutenberg", SEARCHES_PER_DAY=1)
    first = text(browser, "https://www.gutenberg.org/ebooks/77")
    path = re.findall(r'href="(/[^"]*/2)"', first)[0]
    for number in (2, 3, 2):
        assert "The keeper of the lamp" in browser.get(f"{path[:-1]}{number}").get_data(as_text=True)
    assert origin.hits(BOOK_FILE) == 1
    assert made == ["gutenberg"]


class Pages:
    """Reads pages, each as a few words; who is read is noted."""

    def __init__(self, refused: str = "") -> None:
        self.read_pages: list[str] = []
        self._refused = refused

    def check(self, url: str) -> None:
        if host_of(url) == self._refused:
            raise AddressRefused(self._refused)

    def read(self, url: str, admit: Admission) -> CachedContent:
        self.check(url)
        self.read_pages.append(url)
        return CachedContent(Article(url, "The page itself", (Paragraph((Run("Words"),)),)), 1, 0)


class Answers:
    """Gives the same answer to whatever is asked, or fails; what is asked anew is counted."""

    def __init__(self, said: bytes | ReaderError) -> None:
        self.said = said

    def check(self, url: str) -> None:
        """Let everything be asked."""

    def read(self, url: str, admit: Admission) -> CachedContent:
        admit.count()
        if isinstance(self.said, ReaderError):
            raise copy(self.said)  # one that is raised holds on to all that was there then
        return CachedContent(Download(url, "text/plain", "", self.said), 1, 0)


@pytest.fixture
def budget(tmp_path: Path) -> AskingBudget:
    return AskingBudget(SqliteStore(tmp_path / "budget.sqlite3", 10_000_000), 1000, "adapter")


def adapted(pages: Pages, answers: Answers, budget: AskingBudget) -> AdaptedReader:
    tasks = TaskPool(0, TaskLimits(5, 1 << 30))
    return AdaptedReader(pages, answers, tasks, budget, dict.fromkeys(ADAPTERS, ""))


FAILURES: Sequence[bytes | ReaderError] = (
    b"",
    b"{}",
    b"[]",
    b"<html>Are you human?</html>",
    OriginRefused("403"),
    OriginMissing("404"),
    OriginFailed("503"),
    OriginTimeout("silent"),
    TooLarge("large"),
)


@pytest.mark.parametrize("said", FAILURES, ids=str)
@pytest.mark.parametrize("name", [name for name in SITES if ADAPTERS[site_of(name)][0].leads])
def test_of_every_kind_of_page_the_page_itself_is_read_where_its_interface_fails(
    budget: AskingBudget, name: str, said: bytes | ReaderError
) -> None:
    pages, url = Pages(), SITES[name][0]
    found = adapted(pages, Answers(said), budget).read(url, OWN_WORK).content
    assert isinstance(found, Article)
    assert found.title == "The page itself"
    assert pages.read_pages == [url]


class Poor(Pages):
    """Reads pages of which nothing can be read, or all of which are lists."""

    def __init__(self, listing: Listing | None) -> None:
        super().__init__()
        self._listing = listing

    def read(self, url: str, admit: Admission) -> CachedContent:
        super().read(url, admit)
        if self._listing is None:
            raise NoText("no text")
        return CachedContent(self._listing, 1, 0)


@pytest.mark.parametrize("said", FAILURES, ids=str)
@pytest.mark.parametrize("name", [name for name in SITES if not ADAPTERS[site_of(name)][0].leads])
def test_a_page_that_any_host_may_have_stays_what_it_is_where_its_interface_fails(
    budget: AskingBudget, name: str, said: bytes | ReaderError
) -> None:
    url = SITES[name][0]
    listing = Listing(url, "A list", (Entry("One", ""),))
    assert adapted(Poor(listing), Answers(said), budget).read(url, OWN_WORK).content is listing
    with pytest.raises(NoText):
        adapted(Poor(None), Answers(said), budget).read(url, OWN_WORK)


@pytest.mark.parametrize(
    ("said", "is_left_alone"),
    [
        (OriginFailed("503"), True),
        (b"{}", True),
        (OriginMissing("404"), False),
        (PAPER.split("<entry>")[0].encode(), False),
    ],
    ids=["fails", "changed", "missing", "empty"],
)
def test_an_interface_that_fails_is_left_alone_and_one_that_has_nothing_is_not(
    budget: AskingBudget, said: bytes | ReaderError, is_left_alone: bool
) -> None:
    adapted(Pages(), Answers(said), budget).read(SITES["arxiv"][0], OWN_WORK)
    assert bool(budget.standing(["arxiv"])["arxiv"]) is is_left_alone


def test_what_is_left_alone_is_so_no_longer_for_readers_who_ask_again(tmp_path: Path) -> None:
    clock = Clock()
    budget = AskingBudget(SqliteStore(tmp_path / "budget.sqlite3", 10_000_000, clock=clock), 10, "adapter", clock)
    answers = Answers(OriginFailed("503"))
    reader = adapted(Pages(), answers, budget)
    for _ in range(3):
        reader.read(SITES["arxiv"][0], OWN_WORK)
        clock.now += FAILED_SECONDS / 2 - 1
    clock.now += FAILED_SECONDS / 2
    answers.said = PAPER.encode()
    found = reader.read(SITES["arxiv"][0], OWN_WORK).content
    assert isinstance(found, Article)
    assert found.title == "Moving a Tower on Rails"


def test_a_host_that_the_operator_does_not_have_read_is_not_read_by_its_interface(budget: AskingBudget) -> None:
    with pytest.raises(AddressRefused):
        adapted(Pages(refused="arxiv.org"), Answers(PAPER.encode()), budget).read(SITES["arxiv"][0], OWN_WORK)


def test_every_page_of_a_site_is_asked_at_the_base_of_its_name(settings: Settings, origin: Origin) -> None:
    for name in ("github readme", "github releases", "github file", "github folder"):
        url, answers, said = SITES[name]
        adapter = adapter_of(url, ("github",), leads=True)
        assert adapter is not None
        for asked, answer in zip(adapter.addresses(url, origin.url("").rstrip("/")), answers, strict=True):
            origin.serve("/" + asked.split("/", 3)[3], encoded(answer).decode(), "application/json")
        assert said[-1] in text(reader(settings, origin, "github", HOST_PER_SECOND=100), url)


def test_a_paper_is_read_by_its_feed(settings: Settings, origin: Origin) -> None:
    origin.serve("/api/query?id_list=2401.01234v2", SITES["arxiv"][1][0], "application/atom+xml; charset=UTF-8")
    page = text(reader(settings, origin, "arxiv"), SITES["arxiv"][0])
    assert "Moving a Tower on Rails" in page
    assert ">Whole article</a>" in page
