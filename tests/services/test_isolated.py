"""What needs to be understood is worked out in the pool; what passes as it is does not go through it."""

from collections.abc import Callable

import pytest

from app.errors import TooComplicated
from app.extract.site_rules import SiteRules, Sites
from app.isolation import Subject, TaskLimits, TaskPool
from app.models import Article, Content, Download, FetchedPage, Listing, SourceImage
from app.services.isolated import done_in, interpret_in
from tests.fetched import fetched
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page

URL = "http://x.example/story"
FEED = "<rss><channel><title>T</title><item><title>One</title><link>/1</link></item></channel></rss>"


class WatchedPool(TaskPool):
    """A pool that runs tasks here, and notes what they are about."""

    def __init__(self) -> None:
        super().__init__(0, TaskLimits(5, 400 << 20))
        self.subjects: list[Subject] = []

    def run(self, subject: Subject, function: Callable[..., object], *arguments: object) -> object:  # type: ignore[override]
        self.subjects.append(subject)
        return super().run(subject, function, *arguments)


def page(body: bytes, content_type: str) -> FetchedPage:
    return fetched(URL, content_type, body, name="story")


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (modern_page(LIGHTHOUSE).encode(), "text/html", Article),
        (b"A title\n\nA text.", "text/plain", Article),
        (FEED.encode(), "application/rss+xml", Listing),
    ],
)
def test_texts_are_worked_on_in_the_pool(body: bytes, content_type: str, kind: type) -> None:
    pool = WatchedPool()
    assert isinstance(interpret_in(pool)(URL, page(body, content_type)), kind)
    assert pool.subjects == [Subject(URL)]


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [(drawing(), "image/png", SourceImage), (b"%PDF-1.4", "application/pdf", Download)],
)
def test_files_and_pictures_are_passed_on_without_it(body: bytes, content_type: str, kind: type) -> None:
    pool = WatchedPool()
    found = interpret_in(pool)(URL, page(body, content_type))
    assert isinstance(found, kind)
    assert getattr(found, "body", b"") == body
    assert pool.subjects == []


def test_any_other_way_to_interpret_is_done_there_too() -> None:
    pool = WatchedPool()

    def name(url: str, page: FetchedPage) -> Content:
        return Download(url, page.content_type, "made", page.body)

    assert done_in(pool, name)(URL, page(b"x", "text/html")) == Download(URL, "text/html", "made", b"x")
    assert pool.subjects == [Subject(URL)]


def test_pages_are_read_by_the_rules_of_their_site() -> None:
    sites = Sites({"x.example": SiteRules(title=("//h2",))})
    text = "The ferry was repaired in the dock behind the market. " * 9
    body = f"<html><title>A</title><body><h1>A</h1><h2>B</h2><p>{text}</p></body></html>".encode()
    found = interpret_in(WatchedPool(), sites)(URL, page(body, "text/html"))
    assert isinstance(found, Article)
    assert found.title == "B"


def test_a_page_made_to_cost_much_by_a_rule_is_ended() -> None:
    sites = Sites({"x.example": SiteRules(strip=("//p[count(//p[. = 'x']) > count(//p[. = 'y'])]",))})
    pool = TaskPool(1, TaskLimits(1, 400 << 20), ("app.services.interpretation",))
    try:
        with pytest.raises(TooComplicated):
            interpret_in(pool, sites)(URL, page(b"<html><body>" + b"<p>x</p>" * 20_000, "text/html"))
    finally:
        pool.close()
