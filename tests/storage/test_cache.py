import logging
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from app.errors import Failure, OriginTimeout
from app.models import Article, ConvertedImage, Download, Paragraph, Run, SourceImage
from app.storage import Quota, SqliteStore, Store
from app.storage.cache import Cache, CachedEntry, memory_size
from tests.clock import Clock
from tests.storage.counting import CountingStore

MIB = 1024 * 1024
URL = "http://example.org/"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[CountingStore]:
    counting = CountingStore(SqliteStore(path, 64 * MIB, clock, busy_seconds=0.05, retry_seconds=0))
    yield counting
    counting.close()


def entry(clock: Clock, title: str = "A title", fresh: float = 60) -> CachedEntry:
    article = Article(URL, title, (Paragraph((Run("Some words."),)),))
    return CachedEntry(article, clock.now, clock.now + fresh, '"tag"', "Sun, 01 Nov 2026 10:00:00 GMT")


def picture(clock: Clock, size: int) -> CachedEntry:
    return CachedEntry(SourceImage(URL, b"x" * size), clock.now, clock.now + 60, "", "")


def test_a_record_comes_back_from_memory_without_asking_the_store(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    assert cache.get(URL) is None
    asked = store.reads
    kept = entry(clock)
    cache.put(URL, kept, 600)
    assert cache.get(URL) is kept
    assert cache.get("http://example.org/other") is None
    assert store.reads == asked + 1


def test_another_worker_finds_it_in_the_store_and_then_in_its_own_memory(store: CountingStore, clock: Clock) -> None:
    kept = entry(clock)
    Cache(store, MIB, clock).put(URL, kept, 600)
    other = Cache(store, MIB, clock)
    assert other.get(URL) == kept
    asked = store.reads
    assert other.get(URL) == kept
    assert store.reads == asked


@pytest.mark.parametrize("memory", [0, MIB])
def test_it_works_with_and_without_memory(store: CountingStore, clock: Clock, memory: int) -> None:
    cache = Cache(store, memory, clock)
    failure = CachedEntry(Failure.of(OriginTimeout("It did not answer.")), clock.now, clock.now + 60, "", "")
    cache.put(URL, failure, 60)
    assert cache.get(URL) == failure
    cache.put_page("page", "made", 10)
    assert cache.get_page("page") == ("made" if memory else None)


def test_a_record_that_is_no_longer_fresh_gives_way_to_the_one_of_another_worker(
    store: CountingStore, clock: Clock
) -> None:
    one, two = Cache(store, MIB, clock), Cache(store, MIB, clock)
    one.put(URL, entry(clock, "old"), 600)
    clock.now += 30
    renewed = entry(clock, "new")
    two.put(URL, renewed, 600)
    assert one.get(URL) == record_at(clock, -30, "old")
    clock.now += 31
    assert one.get(URL) == renewed


def record_at(clock: Clock, seconds: float, title: str) -> CachedEntry:
    then = Clock()
    then.now = clock.now + seconds
    return entry(then, title)


def test_a_stale_record_is_returned_until_its_time_is_over(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    kept = entry(clock, fresh=60)
    cache.put(URL, kept, 600)
    clock.now += 599
    assert cache.get(URL) == kept
    clock.now += 1
    assert cache.get(URL) is None
    assert Cache(store, MIB, clock).get(URL) is None


def test_a_time_that_is_over_ends_a_record_that_is_still_fresh(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    cache.put(URL, entry(clock, fresh=600), 60)
    clock.now += 60
    assert cache.get(URL) is None


def test_a_record_with_no_time_to_live_is_not_kept(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    cache.put(URL, entry(clock), 0)
    assert cache.get(URL) is None


def test_memory_serves_while_the_store_fails(store: CountingStore, clock: Clock, path: Path) -> None:
    cache = Cache(store, MIB, clock)
    cache.put(URL, entry(clock, "old"), 600)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    clock.now += 61
    renewed = entry(clock, "new")
    cache.put(URL, renewed, 600)
    other.execute("COMMIT")
    other.close()
    clock.now += 61
    # The store has only the older record, since it was locked.
    assert cache.get(URL) == renewed


def test_a_damaged_record_is_a_miss(
    store: CountingStore, clock: Clock, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Cache(store, MIB, clock).put(URL, entry(clock), 600)
    connection = sqlite3.connect(path)
    assert connection.execute("UPDATE entries SET value = ?", (b"damaged",)).rowcount == 1
    connection.commit()
    connection.close()
    with caplog.at_level(logging.WARNING):
        assert Cache(store, MIB, clock).get(URL) is None
    assert "damaged" in caplog.text


def test_records_and_pages_share_one_budget_in_which_the_least_used_goes_first(
    store: CountingStore, clock: Clock
) -> None:
    cache = Cache(store, 100_000, clock)
    cache.put_page("first", "page", 10_000)
    cache.put_page("second", "page", 10_000)
    for number in range(30):
        assert cache.get_page("first") == "page"
        cache.put(f"http://example.org/{number}", picture(clock, 10_000), 600)
    assert cache.get_page("first") == "page"
    assert cache.get_page("second") is None
    asked = store.reads
    in_memory = sum(cache.get(f"http://example.org/{number}") is not None for number in range(29, 22, -1))
    assert (in_memory, store.reads) == (7, asked)
    assert cache.get("http://example.org/0") is not None
    assert store.reads == asked + 1


def test_what_takes_more_than_an_eighth_is_not_kept_in_memory(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, 100_000, clock)
    cache.put_page("page", "old", 100)
    cache.put_page("page", "new", 12_500)
    # The old one must not come back in its place either.
    assert cache.get_page("page") is None
    cache.put(URL, picture(clock, 13_000), 600)
    asked = store.reads
    assert cache.get(URL) == picture(clock, 13_000)
    assert store.reads == asked + 1


def test_records_and_pages_of_the_same_key_are_different_things(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    cache.put_page(URL, "page", 10)
    assert cache.get(URL) is None
    kept = entry(clock)
    cache.put(URL, kept, 60)
    assert cache.get_page(URL) == "page"
    assert cache.get(URL) == kept


def test_any_value_can_be_a_page_and_any_hashable_its_key(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    made = ConvertedImage("GIF", 1, 1, b"GIF89a")
    cache.put_page(("picture", URL, Run("x"), 1.5), made, len(made.body))
    assert cache.get_page(("picture", URL, Run("x"), 1.5)) is made
    assert cache.get_page(("picture", URL, Run("y"), 1.5)) is None


def test_the_size_in_memory_counts_everything_within() -> None:
    assert memory_size(b"x" * 1000) == sys.getsizeof(b"x" * 1000)
    few = Article(URL, "T", tuple(Paragraph((Run(f"Words {number}"),)) for number in range(10)))
    many = Article(URL, "T", tuple(Paragraph((Run(f"Words {number}"),)) for number in range(110)))
    # A run of eight letters, its paragraph and the tuple between them.
    assert 150 < (memory_size(many) - memory_size(few)) / 100 < 600


def test_threads_can_use_it_at_once(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, 60_000, clock)
    wrong: list[str] = []

    def work(number: int) -> None:
        for each in range(60):
            url = f"http://example.org/{each % 7}"
            cache.put_page(url, url, 500 + number)
            cache.put(url, entry(clock, url), 600)
            found = cache.get(url)
            if found is None or not isinstance(found.value, Article) or found.value.title != url:
                wrong.append(url)
            if cache.get_page(url) not in (url, None):
                wrong.append(url)

    run_together([partial(work, number) for number in range(6)])
    assert wrong == []


class SlowStore(CountingStore):
    """A store that answers once it is let."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.asked, self.may_answer = threading.Event(), threading.Event()

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        self.asked.set()
        assert self.may_answer.wait(20)
        return super().get_many(keys)


def test_all_who_ask_for_a_large_record_at_once_share_one_copy(store: CountingStore, clock: Clock) -> None:
    Cache(store, 0, clock).put(URL, picture(clock, 500_000), 600)
    slow = SlowStore(store.store)
    cache, found, coming = Cache(slow, 0, clock), [], threading.Semaphore(0)

    def ask() -> None:
        coming.release()
        found.append(cache.get(URL))

    def answer() -> None:
        assert all(coming.acquire(timeout=20) for _ in range(6))
        assert slow.asked.wait(20)
        time.sleep(0.2)
        slow.may_answer.set()

    run_together([answer, *[ask] * 6])
    assert slow.reads == 1
    assert found[0] is not None
    assert len({id(each) for each in found}) == 1


def run_together(calls: Iterable[Callable[[], object]]) -> None:
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)


def test_pages_pictures_and_files_count_against_their_own_quotas(store: CountingStore, clock: Clock) -> None:
    cache = Cache(store, MIB, clock)
    cache.put(URL, entry(clock), 600)
    cache.put("http://example.org/picture", picture(clock, 20_000), 600)
    cache.put("http://example.org/file", CachedEntry(Download(URL, "", "", b"x" * 20_000), 0, 0, "", ""), 600)
    sizes = store.sizes()
    assert (sizes[Quota.PAGES].entries, sizes[Quota.PICTURES].entries) == (1, 2)
    assert sizes[Quota.PAGES].size < 1000
    assert 40_000 < sizes[Quota.PICTURES].size < 60_000


def test_a_clock_that_is_set_back_makes_no_record_the_later_one(store: CountingStore, clock: Clock) -> None:
    one, two = Cache(store, MIB, clock), Cache(store, MIB, clock)
    for cache in (one, two):
        cache.put(URL, entry(clock, "from the future"), 600)
    clock.now -= 86400
    renewed = entry(clock, "new")
    one.put(URL, renewed, 600)
    assert two.get(URL) == renewed
