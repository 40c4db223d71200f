"""What every store does, whatever it is made of."""

from collections.abc import Callable

import pytest

from app.storage import Quota, Store
from tests.clock import Clock
from tests.storage.places import Place

MIB = 1024 * 1024


@pytest.fixture
def clock(place: Place) -> Clock:
    return place.clock


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    return opened()


def test_what_was_set_is_there_until_it_is_deleted(store: Store) -> None:
    store.set("a", b"\x00one", 10)
    store.set("b", b"", 10)
    assert store.get("a") == b"\x00one"
    assert store.get("b") == b""
    assert store.get("c") is None
    store.set("a", b"two", 10)
    assert store.get_many(["a", "b", "c", "a"]) == {"a": b"two", "b": b""}
    store.delete("a")
    store.delete("never there")
    assert store.get("a") is None
    assert store.get_many([]) == {}


def test_thousands_of_keys_can_be_asked_for_at_once(store: Store) -> None:
    items = {f"key{number}": str(number).encode() for number in range(3000)}
    assert store.add_many(items, 10) == items
    assert store.get_many(items) == items


def test_what_has_expired_is_never_returned(store: Store, clock: Clock) -> None:
    store.set("short", b"1", 10)
    store.set("long", b"2", 20)
    clock.now += 9.5
    assert store.get_many(["short", "long"]) == {"short": b"1", "long": b"2"}
    clock.now += 0.5
    assert store.get("short") is None
    assert store.get_many(["short", "long"]) == {"long": b"2"}


def test_add_many_keeps_what_was_there_and_tells_it(store: Store) -> None:
    store.set("old", b"first", 10)
    assert store.add_many({"old": b"second", "new": b"third"}, 10) == {"old": b"first", "new": b"third"}
    assert store.get_many(["old", "new"]) == {"old": b"first", "new": b"third"}
    assert store.add_many({}, 10) == {}


def test_add_many_lengthens_lifetimes_and_never_shortens_them(store: Store, clock: Clock) -> None:
    store.set("short", b"1", 10)
    store.set("long", b"2", 100)
    store.add_many({"short": b"x", "long": b"x"}, 50)
    clock.now += 49
    assert store.get_many(["short", "long"]) == {"short": b"1", "long": b"2"}
    clock.now += 50
    assert store.get_many(["short", "long"]) == {"long": b"2"}


def test_for_add_many_what_has_expired_is_absent(store: Store, clock: Clock) -> None:
    store.set("a", b"old", 10)
    clock.now += 10
    assert store.add_many({"a": b"new"}, 5) == {"a": b"new"}
    assert store.get("a") == b"new"
    clock.now += 5
    assert store.get("a") is None


def test_a_number_begins_with_nothing_and_keeps_the_lifetime_it_began_with(store: Store, clock: Clock) -> None:
    assert store.increment("count", 3, 60) == 3
    clock.now += 50
    assert store.increment("count", 2, 60) == 5
    assert store.get("count") == b"5"
    assert store.increment("count", -4, 60) == 1
    clock.now += 10
    assert store.get("count") is None
    assert store.increment("count", 1, 60) == 1


def test_a_closed_store_opens_itself_again(store: Store) -> None:
    store.set("a", b"1", 10)
    store.close()
    store.close()
    assert store.get("a") == b"1"


def test_what_one_process_stored_another_finds(opened: Callable[[], Store]) -> None:
    one, two = opened(), opened()
    one.set("a", b"1", 10)
    assert two.add_many({"a": b"2", "b": b"3"}, 10) == {"a": b"1", "b": b"3"}
    assert two.increment("count", 2, 10) == 2
    assert one.increment("count", 3, 10) == 5
    one.close()
    assert opened().get_many(["a", "b", "count"]) == {"a": b"1", "b": b"3", "count": b"5"}


def test_what_each_quota_has_is_told(store: Store) -> None:
    store.add_many({"a": b"x" * 100, "b": b"x" * 100}, 10, Quota.LINKS)
    store.set("c", b"x" * 1000, 10, Quota.PAGES)
    store.set("c", b"x" * 5000, 10, Quota.PICTURES)
    store.increment("d", 1, 10)
    sizes = store.sizes()
    assert [sizes[quota].entries for quota in Quota] == [1, 2, 0, 1]
    assert 200 <= sizes[Quota.LINKS].size < 5000 <= sizes[Quota.PICTURES].size < 10_000
    assert all(usage.most > usage.size for usage in sizes.values())


def test_a_store_that_works_has_no_trouble(store: Store) -> None:
    assert store.trouble() == ""


def test_a_value_is_deleted_only_if_it_is_the_one_that_is_meant(store: Store) -> None:
    store.set("a", b"ours", 10)
    store.delete("a", b"theirs")
    assert store.get("a") == b"ours"
    store.delete("a", b"ours")
    assert store.get("a") is None
    store.delete("a", b"ours")


def test_a_number_that_was_set_can_be_counted_on(store: Store) -> None:
    store.set("count", b"41", 60)
    assert store.increment("count", 1, 60) == 42
    store.set("word", b"not a number", 60)
    store.delete("word")
    assert store.increment("word", 7, 60) == 7


def test_a_value_too_large_for_its_quota_only_replaces(place: Place) -> None:
    store = place.open(8 * MIB)
    store.set("a", b"small", 60, Quota.PAGES)
    store.set("a", bytes(MIB), 60, Quota.PAGES)
    assert store.get("a") is None
    store.close()


def test_what_flooded_one_quota_leaves_the_others_alone(place: Place) -> None:
    store = place.open(8 * MIB)
    links = {f"l{number}": b"https://example.org/" for number in range(100)}
    pictures = [f"picture{number}" for number in range(60)]
    store.add_many(links, 1000, Quota.LINKS)
    for name in pictures:
        store.set(name, bytes(MIB // 4), 1000, Quota.PICTURES)
        store.increment(f"client of {name}", 1, 60)
    assert store.get_many(links) == links
    assert len(store.get_many([f"client of {name}" for name in pictures])) == 60
    assert 0 < len(store.get_many(pictures)) < 60
    store.close()
