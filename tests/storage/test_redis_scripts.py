"""The books on the server: sizes, room, and what is done about garbage."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage import Quota, open_store
from app.storage.redis_scripts import BOOKS, VALUES
from app.storage.redis_store import RedisStore
from tests.redis_server import RedisClock, RedisServer, until, works

MIB = 1024 * 1024


@pytest.fixture
def store(redis_store: RedisStore) -> RedisStore:
    return redis_store


def test_the_books_are_those_of_what_there_is(server: RedisServer) -> None:
    store = open_store(server.url, 64 * MIB)
    with server.client as client:
        clock = RedisClock(client)
        for round_ in range(3):
            for number in range(20):
                store.set(f"p{number}", b"x" * (1000 + 100 * number), 60 + 10 * round_, Quota(number % 4))
            store.add_many({f"p{number}": b"y" for number in range(30)}, 100, Quota.LINKS)
            store.increment("count", 7, 60)
            store.delete(f"p{round_}")
        of_all = {quota: usage.entries for quota, usage in store.sizes().items()}
        assert sum(of_all.values()) == len(client.keys(f"{VALUES}*")) == 30
        clock.now += 200
        for quota in Quota:
            store.set("last", b"1", 60, quota)
        sizes = store.sizes()
        assert [sizes[quota].entries for quota in Quota] == [0, 0, 0, 1]
        assert [sizes[quota].size > 0 for quota in Quota] == [False, False, False, True]
    store.close()


def test_a_full_server_makes_room_and_goes_on(tmp_path: Path) -> None:
    """One with less memory than the store may have is used as far as it goes."""
    with RedisServer(tmp_path, "--maxmemory", "12mb", "--maxmemory-policy", "noeviction") as server:
        store = open_store(server.url, 512 * MIB)
        links = {f"link{number}": b"https://example.org/" for number in range(50)}
        store.add_many(links, 1000, Quota.LINKS)
        for number in range(60):
            store.set(f"page{number}", os.urandom(300_000), 1000, Quota.PAGES)
            assert store.increment(f"client{number}", 1, 60) == 1
            assert store.get(f"page{number}") is not None
        assert store.get_many(links) == links
        assert store.trouble() == ""
        store.close()
        again = open_store(server.url, 512 * MIB)
        assert works(again)
        again.close()


def garbage_values(client: object, keys: list[str]) -> None:
    for each in keys:
        client.set(each, b"\xff garbage")  # type: ignore[attr-defined]


def lists_in_place(client: object, keys: list[str]) -> None:
    for each in keys:
        client.delete(each)  # type: ignore[attr-defined]
        client.rpush(each, b"1", b"2")  # type: ignore[attr-defined]


def hashes_in_place(client: object, keys: list[str]) -> None:
    for each in keys:
        client.delete(each)  # type: ignore[attr-defined]
        client.hset(each, "0", "garbage")  # type: ignore[attr-defined]


@pytest.mark.parametrize("damage", [garbage_values, hashes_in_place, lists_in_place])
def test_garbage_is_not_there_and_is_written_over(
    server: RedisServer, store: RedisStore, damage: Callable[[object, list[str]], None]
) -> None:
    store.set("a", b"1", 60)
    store.increment("count", 5, 60)
    store.set("c", b"3", 60)
    with server.client as client:
        damage(client, [f"{VALUES}a", f"{VALUES}count", f"{VALUES}c"])
    assert store.get_many(["a", "count", "c"]) == {}
    store.set("a", b"2", 60)
    assert store.get("a") == b"2"
    assert store.increment("count", 1, 60) == 1
    store.add_many({"c": b"4"}, 60)  # what is in the way is gone after the first
    assert store.add_many({"c": b"5"}, 60)["c"] in (b"4", b"5")
    assert store.trouble() == ""


@pytest.mark.parametrize("damage", [garbage_values, hashes_in_place, lists_in_place])
def test_books_that_are_garbage_begin_anew(
    server: RedisServer, store: RedisStore, damage: Callable[[object, list[str]], None]
) -> None:
    store.set("a", b"1", 60)
    with server.client as client:
        damage(client, list(BOOKS))
    store.sizes()
    assert until(lambda: works(store))
    assert store.get("a") == b"1"
    assert store.increment("count", 1, 60) == 1
    assert store.sizes()[Quota.OTHER].entries >= 2
    assert store.trouble() == ""
