from collections.abc import Callable
from pathlib import Path

import pytest

from app.net.urls import ID_LENGTH, ID_PATTERN, keyed_id, short_id
from app.storage import Quota, SqliteStore, Store
from app.storage.short_links import KEEP_SECONDS, ShortLinks
from app.text.humanize import DAY, HOUR
from tests.clock import Clock
from tests.storage.counting import CountingStore
from tests.storage.places import Place

MIB = 1024 * 1024
SECRET = b"a secret for tests"
# The ids of these two agree in their first eight characters, and in no more.
TWIN, OTHER_TWIN = "http://example.org/story/933501", "http://example.org/story/1254072"
URLS = [f"http://example.org/{number}" for number in range(100)]


def keyed(url: str, length: int = ID_LENGTH) -> str:
    return keyed_id(SECRET, url, length)


def links(store: CountingStore, length: int = ID_LENGTH, clock: Clock | None = None) -> ShortLinks:
    return ShortLinks(store, SECRET, length=length, clock=clock or Clock())


@pytest.fixture
def clock(place: Place) -> Clock:
    return place.clock


@pytest.fixture
def store(opened: Callable[[], Store]) -> CountingStore:
    return CountingStore(opened())


def test_an_address_is_found_again_by_its_id_in_every_worker(store: CountingStore) -> None:
    one, two = links(store), links(store)
    short = one.ids_for([URLS[0]])[URLS[0]]
    assert short == keyed(URLS[0])
    assert len(short) == ID_LENGTH
    assert one.url_of(short) == URLS[0]
    assert two.url_of(short) == URLS[0]
    assert two.ids_for([URLS[0]])[URLS[0]] == short


def test_a_page_of_links_is_one_call_of_the_store_and_then_none(store: CountingStore) -> None:
    book = links(store)
    ids = book.ids_for([*URLS, *URLS])
    assert store.calls == 1
    assert ids == {url: keyed(url) for url in URLS}
    assert book.ids_for(URLS) == ids
    assert [book.url_of(short) for short in ids.values()] == URLS
    assert book.ids_for([]) == {}
    assert store.calls == 1


def test_an_address_found_in_the_store_stays_in_memory(store: CountingStore) -> None:
    short = links(store).ids_for([URLS[0]])[URLS[0]]
    book = links(store)
    calls = store.calls
    assert [book.url_of(short) for _ in range(3)] == [URLS[0]] * 3
    assert store.calls == calls + 1


@pytest.mark.parametrize(
    "text", ["", "abc", "ABCDEFGHIJ", "abcdefgh1j", "abcdefghi\n", "a" * 53, "../../etc", "l1:abcdefghij", "äbcdefghij"]
)
def test_what_cannot_be_an_id_is_unknown_without_asking_the_store(store: CountingStore, text: str) -> None:
    assert links(store).url_of(text) is None
    assert store.calls == 0


def test_an_id_that_nobody_gave_is_unknown(store: CountingStore) -> None:
    book = links(store)
    assert book.url_of(keyed(URLS[0])) is None
    assert book.url_of(keyed("")) is None
    assert store.calls == 2


def test_without_the_secret_nobody_can_tell_the_id_of_an_address(store: CountingStore) -> None:
    book = links(store)
    short = book.ids_for([URLS[0]])[URLS[0]]
    assert short not in (short_id(URLS[0]), keyed_id(b"another secret", URLS[0]))
    assert book.url_of(short_id(URLS[0])) is None
    # Processes with different secrets, as after a store was lost, understand each other all the same.
    other = ShortLinks(store, b"another secret")
    assert other.url_of(short) == URLS[0]
    assert book.url_of(other.ids_for([URLS[0]])[URLS[0]]) == URLS[0]


def test_an_id_of_before_there_was_a_secret_leads_where_it_led(store: CountingStore) -> None:
    former = short_id(URLS[0])
    store.set(f"l1:{former}", URLS[0].encode(), 100)
    book = links(store)
    assert book.url_of(former) == URLS[0]
    calls = store.calls
    assert book.url_of(former) == URLS[0]
    assert store.calls == calls
    assert book.ids_for([URLS[0]]) == {URLS[0]: keyed(URLS[0])}


@pytest.mark.parametrize("damaged", [b"", b"http://example.org/another", b"\xff\xfe", b"http://example.org/\xff"])
def test_a_damaged_entry_of_before_there_was_a_secret_is_unknown(store: CountingStore, damaged: bytes) -> None:
    store.set(f"l1:{short_id(URLS[0])}", damaged, 100)
    assert links(store).url_of(short_id(URLS[0])) is None


@pytest.mark.parametrize("damaged", [b"", b"http://example.org/another", b"\xff\xfe", b"http://example.org/\xff"])
def test_a_damaged_entry_is_unknown(store: CountingStore, damaged: bytes) -> None:
    book = links(store)
    store.set(f"l2:{keyed(URLS[0])}", damaged, 100)
    assert book.url_of(keyed(URLS[0])) is None
    # Its address gets an id all the same.
    assert book.url_of(book.ids_for([URLS[0]])[URLS[0]]) == URLS[0]


@pytest.mark.parametrize(("first", "second"), [(TWIN, OTHER_TWIN), (OTHER_TWIN, TWIN)])
def test_the_second_address_of_an_id_gets_a_longer_one(store: CountingStore, first: str, second: str) -> None:
    one, two = links(store, 8), links(store, 8)
    assert one.ids_for([first])[first] == keyed(first, 8)
    assert two.ids_for([second])[second] == keyed(second, 10)
    for book in (one, two, links(store, 8)):
        assert book.ids_for([second, first]) == {first: keyed(first, 8), second: keyed(second, 10)}
        assert book.url_of(keyed(first, 8)) == first
        assert book.url_of(keyed(second, 10)) == second


def test_two_addresses_of_one_id_on_one_page_get_different_ids(store: CountingStore) -> None:
    ids = links(store, 8).ids_for([TWIN, OTHER_TWIN])
    assert ids == {TWIN: keyed(TWIN, 8), OTHER_TWIN: keyed(OTHER_TWIN, 10)}
    assert links(store, 8).ids_for([OTHER_TWIN, TWIN]) == ids


@pytest.mark.parametrize("length", [1, 2])
@pytest.mark.parametrize("backwards", [False, True])
def test_where_ids_are_scarce_all_workers_give_the_same_and_each_only_once(
    store: CountingStore, length: int, backwards: bool
) -> None:
    one, two = links(store, length), links(store, length)
    order = URLS[::-1] if backwards else URLS
    given = one.ids_for(order[:50])
    given |= {url: two.ids_for([url])[url] for url in order[50:]}
    assert len(set(given.values())) == len(URLS)
    assert len({len(short) for short in given.values()}) > 1
    assert all(keyed(url, len(short)) == short for url, short in given.items())
    for book in (one, two, links(store, length)):
        assert book.ids_for(URLS) == given
        assert book.ids_for(reversed(URLS)) == given


def test_links_work_from_memory_while_the_store_fails_and_are_given_to_it_later(store: CountingStore) -> None:
    book = links(store, 8)
    store.fails = True
    ids = book.ids_for([TWIN, OTHER_TWIN, *URLS])
    assert ids[URLS[0]] == keyed(URLS[0], 8)
    assert len(set(ids.values())) == len(ids)
    assert {url: book.url_of(short) for url, short in ids.items()} == {url: url for url in ids}
    assert book.ids_for([OTHER_TWIN, TWIN]) == {TWIN: ids[TWIN], OTHER_TWIN: ids[OTHER_TWIN]}
    store.fails = False
    assert book.url_of(ids[URLS[1]]) == URLS[1]
    assert links(store, 8).url_of(ids[URLS[1]]) == URLS[1]
    assert book.ids_for([TWIN, OTHER_TWIN, *URLS]) == ids
    assert links(store).url_of(ids[URLS[0]]) == URLS[0]


def test_a_link_that_the_store_has_lost_is_given_back_to_it_when_it_is_used(store: CountingStore, clock: Clock) -> None:
    book = links(store, clock=clock)
    ids = book.ids_for(URLS)
    for short in ids.values():
        store.delete(f"l2:{short}")
    clock.now += DAY / 12
    assert book.url_of(ids[URLS[0]]) == URLS[0]
    assert links(store).url_of(ids[URLS[0]]) == URLS[0]
    assert links(store).url_of(ids[URLS[1]]) is None


def test_what_one_worker_gave_while_the_store_failed_another_finds_in_what_they_share(
    store: CountingStore, tmp_path: Path
) -> None:
    def worker() -> ShortLinks:
        return ShortLinks(store, SECRET, SqliteStore(tmp_path / "standby.sqlite3", MIB), length=8)

    before = worker().ids_for([URLS[0]])[URLS[0]]
    store.fails = True
    one, two = worker(), worker()
    assert one.url_of(before) == URLS[0]
    first = one.ids_for([TWIN])
    second = two.ids_for([OTHER_TWIN])
    assert first == {TWIN: keyed(TWIN, 8)}
    assert second == {OTHER_TWIN: keyed(OTHER_TWIN, 10)}
    assert two.url_of(first[TWIN]) == TWIN
    assert one.url_of(second[OTHER_TWIN]) == OTHER_TWIN
    store.fails = False
    assert worker().url_of(first[TWIN]) == TWIN
    assert links(store, 8).url_of(first[TWIN]) == TWIN


def test_a_link_lives_for_180_days_after_it_was_last_seen(store: CountingStore, clock: Clock) -> None:
    assert KEEP_SECONDS == 180 * DAY
    book = links(store, clock=clock)
    short = book.ids_for([URLS[0]])[URLS[0]]
    for _ in range(4):
        clock.now += 100 * DAY
        assert book.ids_for([URLS[0]])[URLS[0]] == short
    clock.now += 179 * DAY
    assert links(store, clock=clock).url_of(short) == URLS[0]
    clock.now += 2 * DAY
    assert book.url_of(short) is None


def test_a_link_in_use_is_written_again_once_an_hour(store: CountingStore, clock: Clock) -> None:
    book = links(store, clock=clock)
    for _ in range(8):
        book.ids_for([URLS[0]])
        clock.now += HOUR / 4
    assert store.calls == 2


def test_a_link_in_use_outlives_any_number_of_new_ones(tmp_path: Path) -> None:
    now = Clock()
    store = SqliteStore(tmp_path / "store.sqlite3", MIB, now)
    book = ShortLinks(store, SECRET, clock=now)
    used, unused = book.ids_for([URLS[0]])[URLS[0]], book.ids_for([URLS[1]])[URLS[1]]
    for hour in range(20):
        assert book.url_of(used) == URLS[0]
        book.ids_for([f"http://example.org/{hour}/{number}" for number in range(100)])
        store.tidy()
        now.now += HOUR + 1
    for short, url in ((used, URLS[0]), (unused, None)):
        assert ShortLinks(store, SECRET).url_of(short) == url
    assert store.sizes()[Quota.LINKS].size <= MIB / 10
    store.close()


def test_memory_is_bounded_and_the_store_knows_the_rest(store: CountingStore) -> None:
    book = links(store)
    urls = [f"http://example.org/{'x' * 3500}/{number}" for number in range(2500)]
    ids = book.ids_for(urls)
    calls = store.calls
    assert book.url_of(ids[urls[-1]]) == urls[-1]
    assert store.calls == calls
    assert book.url_of(ids[urls[0]]) == urls[0]
    assert store.calls == calls + 1


def test_every_id_fits_the_pattern_of_paths(store: CountingStore) -> None:
    assert all(ID_PATTERN.fullmatch(short) for short in links(store).ids_for(URLS).values())
