"""What is known of pictures that nobody asks for again: their sizes, kept for every worker."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from app.errors import BadImage, Overloaded
from app.fetch.client import Client
from app.isolation import TaskLimits, TaskPool
from app.models import ImageSize, Screen
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.image_service import KEEP_SECONDS, UNKNOWN_SECONDS, ImageService
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY, AT_ONCE, NOBODY
from tests.clock import Clock
from tests.images import drawing
from tests.origin import Origin, loopback_rules

GIF, JPEG = Screen(480, 0, "GIF", "colour256"), Screen(480, 0, "JPEG")
HERE = TaskPool(0, TaskLimits(5, 400 << 20))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock)
    yield opened
    opened.close()


def worker(store: SqliteStore, clock: Clock) -> ImageService:
    """Return the image service of one more worker: the store is shared, memory is not."""
    cache = Cache(store, 10_000_000, clock)
    reader = ContentReader(Client(loopback_rules()), cache, Lifetimes(900, 86400, 60, 60), clock)
    return ImageService(reader, cache, store, HERE, 25_000_000, clock)


def test_the_size_of_a_picture_is_known_once_it_was_made(store: SqliteStore, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    image_service = worker(store, clock)
    assert image_service.sizes([url], GIF) == {}
    assert origin.hits("/p.png") == 0
    made = image_service.image(url, GIF, ANYBODY, AT_ONCE)
    assert image_service.sizes([url], GIF) == {url: ImageSize(480, 320, len(made.body), clock.now)}
    assert image_service.sizes([url], JPEG) == {url: ImageSize(480, 320)}


def test_another_worker_knows_it_too_and_after_a_restart(store: SqliteStore, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    first = worker(store, clock)
    first.image(url, GIF, ANYBODY, AT_ONCE)
    clock.now += KEEP_SECONDS - 1
    second = worker(store, clock)
    assert second.sizes([url, "http://x.example/"], GIF) == first.sizes([url], GIF) != {}
    assert origin.hits("/p.png") == 1


def test_what_is_not_known_is_asked_for_again_after_a_while(store: SqliteStore, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    first, second = worker(store, clock), worker(store, clock)
    assert first.sizes([url], GIF) == {}
    second.image(url, GIF, ANYBODY, AT_ONCE)
    clock.now += UNKNOWN_SECONDS - 1
    assert first.sizes([url], GIF) == {}
    clock.now += 2
    assert first.sizes([url], GIF) == second.sizes([url], GIF) != {}


def test_whoever_makes_a_picture_that_was_unknown_knows_it_at_once(
    store: SqliteStore, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    image_service = worker(store, clock)
    image_service.sizes([url], GIF)
    image_service.image(url, GIF, ANYBODY, AT_ONCE)
    assert image_service.sizes([url], GIF) != {}


@pytest.mark.parametrize("damaged", [b"", b"null", b"[1]", b'[1,"x"]', b"\xff", b"[1,2,3]"])
def test_a_damaged_size_is_no_size(
    store: SqliteStore, origin: Origin, clock: Clock, tmp_path: Path, damaged: bytes
) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    worker(store, clock).image(url, GIF, ANYBODY, AT_ONCE)
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        assert connection.execute("UPDATE entries SET value = ? WHERE key LIKE 'k1:%'", (damaged,)).rowcount == 2
        connection.commit()
    assert worker(store, clock).sizes([url], GIF) == {}


def test_the_original_is_measured_as_it_stands_upright(store: SqliteStore, origin: Origin, clock: Clock) -> None:
    url = origin.serve("/p.png", drawing(900, 600), "image/png")
    image_service = worker(store, clock)
    assert image_service.measure(url, ANYBODY) == (900, 600)
    assert image_service.measure(url, NOBODY) == (900, 600)
    with pytest.raises(BadImage):
        image_service.measure(origin.serve("/page", "<p>Words.</p>" * 50), ANYBODY)


def test_what_another_worker_noted_of_a_picture_stays_as_it_is(
    store: SqliteStore, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/tower.png", drawing(60, 40), "image/png")
    one, other = worker(store, clock), worker(store, clock)
    one.image(url, GIF, ANYBODY, AT_ONCE)
    noted = one.sizes([url], GIF)[url]
    clock.now += 60
    other.image(url, GIF, ANYBODY, AT_ONCE)
    assert other.sizes([url], GIF)[url] == noted


def test_a_picture_is_converted_within_a_turn_and_one_that_is_kept_needs_none(
    store: SqliteStore, origin: Origin, clock: Clock
) -> None:
    url = origin.serve("/p.png", drawing(), "image/png")
    service = worker(store, clock)
    before: list[bool] = []
    after: list[bool] = []

    def is_made() -> bool:
        return url in service.sizes([url], GIF) and service.sizes([url], GIF)[url].size > 0

    @contextmanager
    def turn() -> Iterator[Callable[[], None]]:
        before.append(is_made())
        yield lambda: None
        after.append(is_made())

    for _ in range(2):
        service.image(url, GIF, ANYBODY, turn)
    assert (before, after) == ([False], [True])


def test_without_a_turn_nothing_is_converted(store: SqliteStore, origin: Origin, clock: Clock) -> None:
    @contextmanager
    def turn() -> Iterator[Callable[[], None]]:
        raise Overloaded("Please try again.")
        yield lambda: None

    url = origin.serve("/p.png", drawing(), "image/png")
    service = worker(store, clock)
    with pytest.raises(Overloaded):
        service.image(url, GIF, ANYBODY, turn)
    with pytest.raises(Overloaded):
        service.card(GIF, turn)
    service.image(url, GIF, ANYBODY, AT_ONCE)


def conversions(outcome: str) -> float:
    labels = {"format": "GIF", "outcome": outcome}
    return REGISTRY.get_sample_value("news68k_conversions_total", labels) or 0


def test_conversions_are_counted_by_format_and_outcome(store: SqliteStore, origin: Origin, clock: Clock) -> None:
    service, before = worker(store, clock), (conversions("made"), conversions("BadImage"))
    good, bad = origin.serve("/p.png", drawing(), "image/png"), origin.serve("/q.png", drawing()[:90], "image/png")
    for _ in range(2):
        service.image(good, GIF, ANYBODY, AT_ONCE)
    with pytest.raises(BadImage):
        service.image(bad, GIF, ANYBODY, AT_ONCE)
    assert (conversions("made"), conversions("BadImage")) == (before[0] + 1, before[1] + 1)
