from dataclasses import replace
from typing import NoReturn

import pytest

from app.errors import Failure, NotUnderstood, OriginBusy, OriginError, OriginFailed
from app.fetch.client import Client
from app.models import Article, Content, FetchedPage, Kind
from app.net.urls import is_unchecked, unchecked
from app.services.cached_content import Lifetimes
from app.services.interpretation import interpret
from app.services.originals import Originals
from app.services.refusals import DOUBTED, unexplained
from app.storage.cache import CachedEntry
from tests.fetch.test_body import counted
from tests.fetch.test_client import raw
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin, RawHandler
from tests.services.test_content_reader import FAILURE, FRESH, STALE, rules

NOW = 1_000_000.0
LIFETIMES = Lifetimes(FRESH, STALE, FAILURE, 3600)
PAGE = modern_page(LIGHTHOUSE)


@pytest.fixture
def originals() -> Originals:
    return Originals(Client(rules()), LIFETIMES, lambda url, page: interpret(page), unexplained)


def stumbling(error: Exception) -> Originals:
    """Return who understands nothing."""

    def stumble(url: str, page: FetchedPage) -> NoReturn:
        raise error

    return Originals(Client(rules()), LIFETIMES, stumble, unexplained)


def begun(words: str) -> RawHandler:
    """Return an answer with an article of these words that breaks off."""
    return raw(counted(f"<title>Lamp</title><h1>Lamp</h1><p>{words}</p><p>And".encode()))


def kept(value: Content | Failure, at: float = NOW) -> CachedEntry:
    return CachedEntry(value, at, at + FRESH, '"1"', "")


def test_an_answer_is_kept_with_what_it_can_be_asked_after_by(originals: Originals, origin: Origin) -> None:
    url = origin.serve("/x", PAGE, headers={"ETag": '"7"'})
    entry = originals.ask(url, None, NOW)
    assert isinstance(entry.value, Article)
    assert (entry.etag, entry.fetched_at, entry.fresh_until) == ('"7"', NOW, NOW + FRESH)
    assert entry.granted == ("127.0.0.1",)


def test_what_has_not_changed_is_fresh_again(originals: Originals, origin: Origin) -> None:
    url = origin.serve("/x", PAGE, headers={"ETag": '"7"'})
    known = originals.ask(url, None, NOW)
    origin.serve("/x", "", status=304)
    assert originals.ask(url, known, NOW + 5000) == replace(
        known, fetched_at=NOW + 5000, fresh_until=NOW + 5000 + FRESH
    )


def test_what_broke_off_is_kept_for_as_long_as_a_failure(originals: Originals, origin: Origin) -> None:
    url = origin.serve_raw("/x", begun("The lamp was lit for the first time on a night in May. " * 5))
    entry = originals.ask(url, None, NOW)
    assert entry.is_cut
    assert entry.fresh_until == NOW + FAILURE
    assert originals.ask(url, entry, NOW + 60).is_cut


def test_a_few_words_of_what_broke_off_are_a_failure(originals: Originals, origin: Origin) -> None:
    with pytest.raises(OriginFailed):
        originals.ask(origin.serve_raw("/x", begun("The lamp was lit.")), None, NOW)


def test_what_broke_off_is_nothing_beside_a_whole_copy(originals: Originals, origin: Origin) -> None:
    url = origin.serve("/x", PAGE)
    known = originals.ask(url, None, NOW)
    origin.serve_raw("/x", begun("The lamp was lit for the first time on a night in May. " * 5))
    with pytest.raises(OriginFailed):
        originals.ask(url, known, NOW + FRESH)


def test_pictures_of_an_unchecked_page_are_read_as_it_is(originals: Originals, origin: Origin) -> None:
    url = origin.serve("/x", "")
    pictured = PAGE.replace("<h2>", '<img src="/lamp.jpg" width="640" height="480" alt="The lamp"><h2>')
    page = FetchedPage(url, "text/html", pictured.encode(), Kind.HTML, "utf-8")
    for address, expected in ((url, False), (unchecked(url), True)):
        found = originals.content(address, page)
        assert isinstance(found, Article)
        assert found.images
        assert {is_unchecked(image.url) for image in found.images} == {expected}


@pytest.mark.parametrize("error", [ValueError("one\ntwo"), RecursionError(), MemoryError()])
def test_whatever_goes_wrong_with_a_page_is_a_sentence_and_one_line_in_the_log(
    error: Exception, origin: Origin, caplog: pytest.LogCaptureFixture
) -> None:
    url = origin.serve("/x", PAGE)
    with pytest.raises(NotUnderstood, match=r"^This page could not be understood here\.$") as raised:
        stumbling(error).ask(url, None, NOW)
    assert raised.value.granted == ("127.0.0.1",)
    assert [url in each and repr(error) in each and "\n" not in each for each in caplog.messages] == [True]


def test_while_an_original_fails_its_copy_serves_for_a_day_from_when_it_came(originals: Originals) -> None:
    copy = kept(interpret(FetchedPage("http://lamp.example/", "text/html", PAGE.encode(), Kind.HTML, "utf-8")))
    error = OriginFailed("It is down.")
    failed, keep = originals.failed(copy, error, NOW + 5000)
    assert (failed.value, failed.fetched_at, failed.etag) == (copy.value, NOW, '"1"')
    assert failed.fresh_until == NOW + 5000 + 2500  # half of the time that it has failed
    assert keep == FRESH + STALE - 5000
    late, _ = originals.failed(copy, error, NOW + FRESH + STALE)
    assert isinstance(late.value, Failure)


@pytest.mark.parametrize(("since", "pause"), [(0, FAILURE), (600, 300), (100_000, 3600)])
def test_a_failure_is_kept_beyond_the_time_for_which_nobody_asks_again(
    originals: Originals, since: float, pause: float
) -> None:
    before = kept(Failure.of(OriginFailed("It is down.")), NOW - since)
    failed, keep = originals.failed(before if since else None, OriginFailed("It is down."), NOW)
    assert (failed.fetched_at, failed.fresh_until, keep) == (NOW - since, NOW + pause, 2 * pause)


def test_an_original_that_asks_for_longer_is_left_alone_for_longer(originals: Originals) -> None:
    busy = OriginBusy("Later.")
    busy.retry_after = 7200
    failed, keep = originals.failed(None, busy, NOW)
    assert (failed.fresh_until, keep) == (NOW + 7200, 14_400)


@pytest.mark.parametrize("status", [404, 410, 500])
def test_an_article_is_shown_though_its_site_calls_it_a_failure_and_said_to_be_doubtful(
    originals: Originals, origin: Origin, status: int
) -> None:
    entry = originals.ask(origin.serve("/x", PAGE, status=status), None, NOW)
    assert isinstance(entry.value, Article)
    assert entry.value.title == LIGHTHOUSE.title
    assert entry.value.confidence <= DOUBTED
    assert (entry.is_cut, entry.fresh_until, entry.etag) == (True, NOW + FAILURE, "")


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (PAGE, 403),
        (PAGE, 503),
        ("<h1>Not here</h1>" + "<p>We have looked for this page everywhere, and could not find it today.</p>" * 4, 404),
        (
            "<h1>Our archive</h1>" + "<p>Older stories are in the archive of the town, which is open to all.</p>" * 20,
            404,
        ),
        ("<h1>Error</h1>" + "<p>Something went wrong, and those who mend it have been told so.</p>" * 4, 500),
        ("", 500),
    ],
)
def test_a_page_that_says_that_something_is_missing_or_broken_is_none(
    originals: Originals, origin: Origin, page: str, status: int
) -> None:
    with pytest.raises(OriginError, match=rf"\({status}\)"):
        originals.ask(origin.serve("/x", page, status=status), None, NOW)


def test_a_file_that_comes_with_a_failure_is_none(originals: Originals, origin: Origin) -> None:
    with pytest.raises(OriginFailed):
        originals.ask(origin.serve("/x", PAGE, status=500, content_type="application/json"), None, NOW)


def test_a_whole_copy_is_better_than_what_came_with_a_failure(originals: Originals, origin: Origin) -> None:
    url = origin.serve("/x", PAGE)
    known = originals.ask(url, None, NOW)
    origin.serve("/x", PAGE, status=500)
    with pytest.raises(OriginFailed):
        originals.ask(url, known, NOW + FRESH)
