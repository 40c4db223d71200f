"""The texts of a front page, gathered once for everybody behind the readers' backs."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import LimitReached, UnknownPlace
from app.fetch.client import Client
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.digests import Digest, Digests
from app.services.gathering import FRESH_SECONDS, SILENT_SECONDS, Gathering, Progress
from app.storage.cache import Cache
from app.storage.claims import Claims
from tests.admissions import ANYBODY, NOBODY
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin, loopback_rules
from tests.services.newspaper import Newspaper

FEED = "<rss><channel><title>127 tide</title>{}</channel></rss>"


@pytest.fixture
def newspaper(tmp_path: Path, origin: Origin) -> Iterator[Newspaper]:
    found = Newspaper(tmp_path, origin)
    items = "".join(
        f"<item><title>{title}</title><link>{origin.url(path)}</link></item>"
        for title, path in (("Lighthouse moved", "/one"), ("Bridge fell", "/two"), ("Google knows", "/google"))
    )
    found.feeds["top"] = (origin.serve("/rss", FEED.format(items), "application/rss+xml"),)
    origin.serve("/one", modern_page(LIGHTHOUSE))
    origin.serve("/two", "gone", status=410)
    yield found
    found.close()


def digests_of(newspaper: Newspaper) -> Digests:
    cache = Cache(newspaper.store, 1_000_000, newspaper.clock)
    contents = ContentReader(Client(loopback_rules()), cache, Lifetimes(300, 86_400, 60, 3600), newspaper.clock)
    gathering = Gathering(newspaper.store, Claims(newspaper.store), "today ", newspaper.clock)

    def is_indirect(url: str) -> bool:
        return url.endswith("/google")

    return Digests(newspaper.front_pages, contents.read, is_indirect, gathering, cache)


def waited(
    digests: Digests, holds: Callable[[Progress | None], bool] = lambda found: bool(found and found.finished)
) -> None:
    pause = threading.Event()
    for _ in range(500):
        if holds(digests.progress("in")):
            return
        pause.wait(0.02)
    raise AssertionError(digests.progress("in"))


def test_the_first_reader_is_told_how_far_it_is_and_the_next_gets_all(newspaper: Newspaper, origin: Origin) -> None:
    digests = digests_of(newspaper)
    first = digests.of("in", ANYBODY)
    assert isinstance(first, Progress)
    assert not first.finished
    waited(digests)
    found = digests.of("in", NOBODY)
    assert isinstance(found, Digest)
    texts = {headline.title: article for headline, article in found.stories}
    assert set(texts) == {"Lighthouse moved", "Bridge fell", "Google knows"}
    assert [title for title, article in texts.items() if article] == ["Lighthouse moved"]
    assert origin.hits("/google") == 0


def test_what_was_gathered_serves_every_worker_for_an_hour(newspaper: Newspaper, origin: Origin) -> None:
    digests = digests_of(newspaper)
    digests.of("in", ANYBODY)
    waited(digests)
    newspaper.clock.now += FRESH_SECONDS
    assert isinstance(digests_of(newspaper).of("in", NOBODY), Digest)
    assert origin.hits("/one") == 1
    newspaper.clock.now += 1
    assert isinstance(digests_of(newspaper).of("in", ANYBODY), Progress)


def test_to_begin_counts_against_the_limits_of_who_asks(newspaper: Newspaper) -> None:
    with pytest.raises(LimitReached):
        digests_of(newspaper).of("in", NOBODY)
    with pytest.raises(UnknownPlace):
        digests_of(newspaper).of("xx", ANYBODY)


def test_while_one_gathers_the_others_are_told_how_far_that_is(newspaper: Newspaper, origin: Origin) -> None:
    def hang(connection: socket.socket) -> None:
        origin.stopped.wait(3)

    origin.serve_raw("/two", hang)
    digests = digests_of(newspaper)
    digests.of("in", ANYBODY)
    waited(digests, lambda found: bool(found and found.done))
    found = digests_of(newspaper).of("in", NOBODY)
    assert isinstance(found, Progress)
    assert (0 < found.done < 3, found.total) == (True, 3)
    digests._gathering.stop()


def test_a_gathering_that_died_with_its_process_is_begun_again(newspaper: Newspaper, origin: Origin) -> None:
    dead = digests_of(newspaper)
    dead._gathering.stop()
    with pytest.raises(RuntimeError):
        dead.of("in", ANYBODY)
    assert isinstance(digests_of(newspaper).of("in", NOBODY), Progress)
    newspaper.clock.now += SILENT_SECONDS + 1
    digests = digests_of(newspaper)
    digests.of("in", ANYBODY)
    waited(digests)
    assert isinstance(digests.of("in", NOBODY), Digest)


def test_a_fault_leaves_nothing_behind(
    newspaper: Newspaper, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    digests = digests_of(newspaper)

    def broken(*_: object) -> None:
        raise RuntimeError("no memory")

    monkeypatch.setattr(newspaper.front_pages, "front", broken)
    digests.of("in", ANYBODY)
    waited(digests, lambda found: found is None)
    assert "today in could not be gathered" in caplog.text
