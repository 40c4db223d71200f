"""Articles of several pages, over the wire."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.extract.site_rules import NO_RULES, SiteRules, Sites
from app.fetch.client import Client
from app.models import Article, Figure, text_of
from app.services.admission import Admission
from app.services.cached_content import CachedContent, Lifetimes
from app.services.content_reader import ContentReader
from app.services.interpretation import interpret
from app.services.whole_article import WholeArticles
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY, NOBODY
from tests.clock import Clock
from tests.origin import Origin, loopback_rules


def reader(folder: Path, rules: SiteRules = NO_RULES, clock: Callable[[], float] = time.time) -> ContentReader:
    cache = Cache(SqliteStore(folder / "store.sqlite3", 10_000_000), 1_000_000, clock)
    client = Client(loopback_rules(host_per_second=1000))
    lifetimes = Lifetimes(900, 900, 60, 60)
    return ContentReader(client, cache, lifetimes, clock, interpret=lambda url, page: interpret(page, rules))


@pytest.fixture
def contents(tmp_path: Path) -> ContentReader:
    return reader(tmp_path)


def page(number: int, last: int, text: str = "", link: str = "/ferry?page={}") -> str:
    following = f'<a rel="next" href="{link.format(number + 1)}">Next page</a>' if number < last else ""
    words = f"Page{number} tells what became of the ferry in the dock of the harbour, and who paid the master for it. "
    text = text or f"<p>{words * 3}</p><p>Further{number}: {words * 2}</p>"
    return f"<html><head><title>The ferry</title></head><body><h1>The ferry</h1><article>{text}</article>{following}</body></html>"


def serve(origin: Origin, last: int, text: Callable[[int], str] = lambda number: "") -> str:
    origin.serve("/ferry", page(1, last, text(1)))
    for number in range(2, last + 1):
        origin.serve(f"/ferry?page={number}", page(number, last, text(number)))
    return origin.url("/ferry")


def whole(contents: ContentReader, url: str, seconds: float = 5, clock: Callable[[], float] = lambda: 0.0) -> Article:
    first = contents.read(url, ANYBODY)
    found = WholeArticles(contents, seconds, clock=clock).whole(first, ANYBODY).content
    assert isinstance(found, Article)
    return found


def said(article: Article) -> str:
    return " ".join(map(text_of, article.blocks))


def test_the_pages_of_an_article_are_read_as_one(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 4)
    found = whole(contents, url)
    places = [said(found).find(f"Further{number}") for number in (1, 2, 3, 4)]
    assert -1 not in places
    assert places == sorted(places)
    assert found.words > 3 * 90
    assert "did not arrive" not in said(found)
    assert said(found).count("The ferry") == 0


def test_what_is_kept_is_not_fetched_again(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 3)
    assert whole(contents, url) == whole(contents, url)
    assert origin.hits("/ferry") == 3


def fresh_until(contents: ContentReader, url: str, admit: Admission = ANYBODY) -> float:
    return WholeArticles(contents, 5).whole(contents.read(url, ANYBODY), admit).fresh_until


def test_the_whole_is_fresh_as_long_as_all_of_its_pages(tmp_path: Path, origin: Origin) -> None:
    url, clock = serve(origin, 3), Clock()
    contents = reader(tmp_path, clock=clock)
    contents.read(f"{url}?page=3", ANYBODY)
    clock.now += 100
    assert contents.read(url, ANYBODY).fresh_until == clock.now + 900
    assert fresh_until(contents, url) == clock.now + 800


def test_who_gets_a_part_gets_it_alone(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 3)
    assert fresh_until(contents, url, NOBODY) == 0
    assert fresh_until(contents, url) > 0


def test_who_gets_no_single_page_gets_the_first_alone(tmp_path: Path, origin: Origin) -> None:
    ruled = reader(tmp_path, SiteRules(single_page_link=("//a[@id='all']/@href",)))
    url = origin.serve("/dock", page(1, 1).replace("</body>", '<a id="all" href="/dock/all">All</a></body>'))
    origin.serve("/dock/all", page(1, 1).replace("</article>", page(2, 2) + "</article>"))
    assert fresh_until(ruled, url, NOBODY) == 0
    assert fresh_until(ruled, url) > 0


def test_a_page_that_does_not_arrive_is_said_and_linked(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 4)
    origin.serve("/ferry?page=3", "", status=500)
    found = whole(contents, url)
    assert "Further2" in said(found)
    assert "Page 3 of this article, and what may follow it, did not arrive." in said(found)
    last = found.blocks[-1]
    assert [run.href for run in getattr(last, "runs", ()) if run.href] == [f"{url}?page=3"]


def test_after_ten_pages_the_rest_is_linked(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 13)
    found = whole(contents, url)
    assert "Further10" in said(found)
    assert "Further11" not in said(found)
    assert "more than 10 pages" in said(found)
    assert origin.hits("/ferry") == 10


def test_no_page_is_begun_when_the_time_is_over(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 6)
    clock = iter([0.0, 1.0, 4.0, 7.0])
    assert "Page 4 of this article" in said(whole(contents, url, 5, lambda: next(clock)))
    assert origin.hits("/ferry") == 3


def test_who_may_cause_no_fetch_gets_the_first_page(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 2)
    first = contents.read(url, ANYBODY)
    found = WholeArticles(contents, 5).whole(first, NOBODY).content
    assert isinstance(found, Article)
    assert "Page 2 of this article" in said(found)


def test_a_further_page_is_read_by_itself(contents: ContentReader, origin: Origin) -> None:
    serve(origin, 4)
    found = whole(contents, origin.url("/ferry?page=2"))
    assert "Further2" in said(found)
    assert "Further3" not in said(found)


def test_a_page_that_repeats_the_first_adds_nothing(contents: ContentReader, origin: Origin) -> None:
    same = f"<p>{'The ferry lies in the dock behind the fish market and waits for its master to come back. ' * 4}</p>"
    url = serve(origin, 3, lambda number: same)
    found = whole(contents, url)
    assert said(found).count("fish market") == 4
    assert "did not arrive" not in said(found)
    assert origin.hits("/ferry") == 2


def test_what_stands_on_every_page_stands_once(contents: ContentReader, origin: Origin) -> None:
    note = "<p>This story was written with the help of forty readers who wrote to us about the ferry of their town.</p>"
    url = serve(
        origin, 3, lambda n: note + f"<p>{f'Part{n} of the ferry is told at some length here, with names. ' * 6}</p>"
    )
    found = said(whole(contents, url))
    assert found.count("forty readers") == 1
    assert "Part3" in found


def test_pictures_are_numbered_through(contents: ContentReader, origin: Origin) -> None:
    def text(number: int) -> str:
        shown = "".join(
            f'<figure><img src="/{name}.jpg" width="600" height="400"></figure>' for name in ("same", f"own{number}")
        )
        return f"{shown}<p>{f'Part{number} of the ferry is told at some length here, with names. ' * 8}</p>"

    found = whole(contents, serve(origin, 3, text))
    names = [image.url.rpartition("/")[2] for image in found.images]
    assert names == ["same.jpg", "own1.jpg", "own2.jpg", "own3.jpg"]
    assert [block.number for block in found.blocks if isinstance(block, Figure)] == [1, 2, 3, 4]


def test_a_next_page_that_is_no_article_ends_it(contents: ContentReader, origin: Origin) -> None:
    url = serve(origin, 2)
    origin.serve("/ferry?page=2", b"%PDF-1.4", "application/pdf")
    assert "Further1" in said(whole(contents, url))


def test_other_content_is_left_as_it_is(contents: ContentReader, origin: Origin) -> None:
    first = contents.read(origin.serve("/file", b"\x00\x01", "application/octet-stream"), ANYBODY)
    assert isinstance(first, CachedContent)
    assert WholeArticles(contents, 5).whole(first, ANYBODY) is first


def test_the_rules_of_a_site_find_pages_that_nothing_else_would(tmp_path: Path, origin: Origin) -> None:
    rules = SiteRules(next_page_link=("//a[@rel='next']",))
    sites = Sites({"127.0.0.1": rules})
    ruled = reader(tmp_path, rules)
    origin.serve("/dock", page(1, 2, link="/harbour"))
    origin.serve("/harbour", page(2, 2))
    first = ruled.read(origin.url("/dock"), ANYBODY)
    found = WholeArticles(ruled, 5, sites).whole(first, ANYBODY).content
    assert isinstance(found, Article)
    assert "Further2" in said(found)


def test_the_single_page_that_a_rule_finds_is_read_instead(tmp_path: Path, origin: Origin) -> None:
    rules = SiteRules(single_page_link=("//a[@id='all']/@href",))
    ruled = reader(tmp_path, rules)
    origin.serve("/ferry", page(1, 4).replace("</body>", '<a id="all" href="/ferry/all">All</a></body>'))
    origin.serve("/ferry/all", page(1, 1).replace("</article>", page(2, 2) + "</article>"))
    first = ruled.read(origin.url("/ferry"), ANYBODY)
    found = WholeArticles(ruled, 5).whole(first, ANYBODY).content
    assert isinstance(found, Article)
    assert "Further2" in said(found)
    assert found.url == origin.url("/ferry")
    assert origin.hits("/ferry") == 1
