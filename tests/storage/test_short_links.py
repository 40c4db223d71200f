from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from app.net.urls import ID_LENGTH, ID_PATTERN, short_id
from app.storage import SqliteStore, Store
from app.storage.short_links import KEEP_SECONDS, ShortLinks
from app.text.humanize import DAY
from tests.clock import Clock

MIB = 1024 * 1024
# The ids of these two agree in their first eight characters, and in no more.
TWIN, OTHER_TWIN = "http://example.org/story/399150", "http://example.org/story/431813"
URLS = [f"http://example.org/{number}" for number in range(100)]


class CountingStore:
    """A store that counts how often it is asked, and can be made to fail as `SqliteStore` does."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.calls = 0
        self.fails = False

    def get(self, key: str) -> bytes | None:
        self.calls += 1
        return None if self.fails else self.store.get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        self.calls += 1
        return {} if self.fails else self.store.get_many(keys)

    def set(self, key: str, value: bytes, seconds: float) -> None:
        self.calls += 1
        if not self.fails:
            self.store.set(key, value, seconds)

    def add_many(self, items: Mapping[str, bytes], seconds: float) -> dict[str, bytes]:
        self.calls += 1
        return {} if self.fails else self.store.add_many(items, seconds)

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        self.calls += 1
        return None if self.fails else self.store.increment(key, amount, seconds)

    def delete(self, key: str) -> None:
        self.calls += 1
        self.store.delete(key)

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[CountingStore]:
    counting = CountingStore(SqliteStore(tmp_path / "store.sqlite3", 16 * MIB, clock))
    yield counting
    counting.close()


def test_an_address_is_found_again_by_its_id_in_every_worker(store: CountingStore) -> None:
    one, two = ShortLinks(store), ShortLinks(store)
    short = one.ids_for([URLS[0]])[URLS[0]]
    assert short == short_id(URLS[0])
    assert len(short) == ID_LENGTH
    assert one.url_of(short) == URLS[0]
    assert two.url_of(short) == URLS[0]
    assert two.ids_for([URLS[0]])[URLS[0]] == short


def test_a_page_of_links_is_one_call_of_the_store_and_then_none(store: CountingStore) -> None:
    book = ShortLinks(store)
    ids = book.ids_for([*URLS, *URLS])
    assert store.calls == 1
    assert ids == {url: short_id(url) for url in URLS}
    assert book.ids_for(URLS) == ids
    assert [book.url_of(short) for short in ids.values()] == URLS
    assert book.ids_for([]) == {}
    assert store.calls == 1


def test_an_address_found_in_the_store_stays_in_memory(store: CountingStore) -> None:
    short = ShortLinks(store).ids_for([URLS[0]])[URLS[0]]
    book = ShortLinks(store)
    calls = store.calls
    assert [book.url_of(short) for _ in range(3)] == [URLS[0]] * 3
    assert store.calls == calls + 1


@pytest.mark.parametrize(
    "text", ["", "abc", "ABCDEFGHIJ", "abcdefgh1j", "abcdefghi\n", "a" * 53, "../../etc", "l1:abcdefghij", "äbcdefghij"]
)
def test_what_cannot_be_an_id_is_unknown_without_asking_the_store(store: CountingStore, text: str) -> None:
    assert ShortLinks(store).url_of(text) is None
    assert store.calls == 0


def test_an_id_that_nobody_gave_is_unknown(store: CountingStore) -> None:
    book = ShortLinks(store)
    assert book.url_of(short_id(URLS[0])) is None
    assert book.url_of(short_id("")) is None
    assert store.calls == 2


@pytest.mark.parametrize("damaged", [b"", b"http://example.org/another", b"\xff\xfe", b"http://example.org/\xff"])
def test_a_damaged_entry_is_unknown(store: CountingStore, damaged: bytes) -> None:
    book = ShortLinks(store)
    store.set(f"l1:{short_id(URLS[0])}", damaged, 100)
    assert book.url_of(short_id(URLS[0])) is None
    # Its address gets an id all the same.
    assert book.url_of(book.ids_for([URLS[0]])[URLS[0]]) == URLS[0]


@pytest.mark.parametrize(("first", "second"), [(TWIN, OTHER_TWIN), (OTHER_TWIN, TWIN)])
def test_the_second_address_of_an_id_gets_a_longer_one(store: CountingStore, first: str, second: str) -> None:
    one, two = ShortLinks(store, length=8), ShortLinks(store, length=8)
    assert one.ids_for([first])[first] == short_id(first, 8)
    assert two.ids_for([second])[second] == short_id(second, 10)
    for book in (one, two, ShortLinks(store, length=8)):
        assert book.ids_for([second, first]) == {first: short_id(first, 8), second: short_id(second, 10)}
        assert book.url_of(short_id(first, 8)) == first
        assert book.url_of(short_id(second, 10)) == second


def test_two_addresses_of_one_id_on_one_page_get_different_ids(store: CountingStore) -> None:
    ids = ShortLinks(store, length=8).ids_for([TWIN, OTHER_TWIN])
    assert ids == {TWIN: short_id(TWIN, 8), OTHER_TWIN: short_id(OTHER_TWIN, 10)}
    assert ShortLinks(store, length=8).ids_for([OTHER_TWIN, TWIN]) == ids


@pytest.mark.parametrize("length", [1, 2])
@pytest.mark.parametrize("backwards", [False, True])
def test_where_ids_are_scarce_all_workers_give_the_same_and_each_only_once(
    store: CountingStore, length: int, backwards: bool
) -> None:
    one, two = ShortLinks(store, length=length), ShortLinks(store, length=length)
    order = URLS[::-1] if backwards else URLS
    given = one.ids_for(order[:50])
    given |= {url: two.ids_for([url])[url] for url in order[50:]}
    assert len(set(given.values())) == len(URLS)
    assert len({len(short) for short in given.values()}) > 1
    assert all(short_id(url, len(short)) == short for url, short in given.items())
    for book in (one, two, ShortLinks(store, length=length)):
        assert book.ids_for(URLS) == given
        assert book.ids_for(reversed(URLS)) == given


def test_ids_are_given_while_the_store_fails_and_stored_when_it_works_again(store: CountingStore) -> None:
    book = ShortLinks(store, length=8)
    store.fails = True
    ids = book.ids_for([TWIN, OTHER_TWIN, *URLS])
    assert ids[URLS[0]] == short_id(URLS[0], 8)
    assert len(set(ids.values())) == len(ids)
    assert book.url_of(ids[URLS[0]]) is None
    store.fails = False
    assert book.ids_for([TWIN, OTHER_TWIN, *URLS]) == ids
    assert ShortLinks(store).url_of(ids[URLS[0]]) == URLS[0]


def test_a_link_lives_for_180_days_after_it_was_last_seen(store: CountingStore, clock: Clock) -> None:
    assert KEEP_SECONDS == 180 * DAY
    book = ShortLinks(store, clock=clock)
    short = book.ids_for([URLS[0]])[URLS[0]]
    for _ in range(4):
        clock.now += 100 * DAY
        assert book.ids_for([URLS[0]])[URLS[0]] == short
    clock.now += 179 * DAY
    assert ShortLinks(store, clock=clock).url_of(short) == URLS[0]
    clock.now += 2 * DAY
    assert book.url_of(short) is None


def test_a_link_in_use_is_written_again_once_a_day(store: CountingStore, clock: Clock) -> None:
    book = ShortLinks(store, clock=clock)
    for _ in range(48):
        book.ids_for([URLS[0]])[URLS[0]]
        clock.now += DAY / 24
    assert store.calls == 2


def test_memory_is_bounded_and_the_store_knows_the_rest(store: CountingStore) -> None:
    book = ShortLinks(store)
    urls = [f"http://example.org/{'x' * 3500}/{number}" for number in range(2500)]
    ids = book.ids_for(urls)
    calls = store.calls
    assert book.url_of(ids[urls[-1]]) == urls[-1]
    assert store.calls == calls
    assert book.url_of(ids[urls[0]]) == urls[0]
    assert store.calls == calls + 1


def test_every_id_fits_the_pattern_of_paths(store: CountingStore) -> None:
    assert all(ID_PATTERN.fullmatch(short) for short in ShortLinks(store).ids_for(URLS).values())
