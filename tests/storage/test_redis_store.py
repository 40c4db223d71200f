"""What the store on a server does that is down, hangs, is full, is somebody else's or holds garbage."""

import logging
import multiprocessing
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from app.storage.redis_store import RedisStore
from tests.redis_server import RedisServer, nothing_works, until, works

MIB = 1024 * 1024


@pytest.fixture
def store(redis_store: RedisStore) -> RedisStore:
    return redis_store


def test_a_server_that_is_gone_has_forgotten_and_comes_back(server: RedisServer, store: RedisStore) -> None:
    assert works(store)
    server.stop()
    nothing_works(store)
    assert store.trouble() == "nobody listens there"
    server.start()
    assert until(lambda: works(store))
    assert until(lambda: store.trouble() == "")


def test_a_connection_that_was_lost_between_two_calls_is_no_trouble(server: RedisServer, store: RedisStore) -> None:
    assert works(store)
    server.stop(save=True)
    server.start()
    assert store.get("does it work") == b"yes"
    assert store.increment("count", 1, 10) == 1


def test_a_server_that_hangs_is_waited_for_once_and_then_done_without(server: RedisServer, store: RedisStore) -> None:
    assert works(store)
    server.pause(True)
    nothing_works(store)
    assert store.trouble() == "it does not answer in time"
    began = time.process_time()
    for _ in range(1000):
        assert store.get("does it work") is None
    assert time.process_time() - began < 5  # of work, and nothing of waiting
    server.pause(False)
    assert until(lambda: works(store))


@contextmanager
def between(server: RedisServer, pause: float, piece: int) -> Iterator[str]:
    """Yield the address of a server that passes on what `server` answers, in pieces with a pause before each."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve(connection: socket.socket) -> None:
            with connection, socket.create_connection(("127.0.0.1", server.port)) as behind, suppress(OSError):
                threading.Thread(target=answer, args=(behind, connection), daemon=True).start()
                while data := connection.recv(65536):
                    behind.sendall(data)

        def answer(behind: socket.socket, connection: socket.socket) -> None:
            with suppress(OSError):
                while data := behind.recv(65536):
                    for begin in range(0, len(data), piece):
                        time.sleep(pause)
                        connection.sendall(data[begin : begin + piece])

        def accept() -> None:
            with suppress(OSError):
                while True:
                    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"
        listener.shutdown(socket.SHUT_RDWR)


def test_a_slow_server_is_done_without_after_some_calls(server: RedisServer, store: RedisStore) -> None:
    store.set("a", b"1", 60)
    with between(server, 0.3, 65536) as url:
        slow = RedisStore(url, 64 * MIB, retry_seconds=1000, must_open=False)
        assert [slow.get("a") for _ in range(5)] == [b"1"] * 3 + [None] * 2
        assert slow.trouble() == "it answers too slowly"
        slow.close()


def test_an_answer_without_end_is_given_up(server: RedisServer, store: RedisStore) -> None:
    store.set("a", bytes(1000), 60)
    with between(server, 0.1, 4) as url:
        slow = RedisStore(url, 64 * MIB, retry_seconds=1000, must_open=False)
        assert slow.get("a") is None
        assert slow.trouble()
        slow.close()


def test_few_readers_wait_for_a_server_that_hangs(server: RedisServer) -> None:
    """Behind the first failure, only a thread of the store's own asks again."""
    store = RedisStore(server.url, MIB, seconds=0.2, retry_seconds=1000)
    server.pause(True)
    assert store.get("a") is None
    asked = server_connections(store)
    for _ in range(100):
        assert store.get("a") is None
    assert server_connections(store) == asked
    server.pause(False)
    store.close()


def server_connections(store: RedisStore) -> int:
    """Return how many connections the store has open."""
    pool = store._client.connection_pool
    return len(pool._available_connections) + len(pool._in_use_connections)


def test_a_server_without_any_room_is_said_and_still_read(
    server: RedisServer, store: RedisStore, caplog: pytest.LogCaptureFixture
) -> None:
    store.set("a", b"1", 60)
    with server.client as other:
        other.set("theirs", bytes(MIB))
        other.config_set("maxmemory", MIB)
        with caplog.at_level(logging.WARNING):
            store.set("b", b"2", 60)
        assert "it is full" in caplog.text
        assert store.trouble() == "it is full"
        assert store.get("a") == b"1"
        # And it is no reason not to start.
        another = RedisStore(server.url, MIB)
        assert another.get("a") == b"1"
        another.close()
        other.delete("theirs")
        other.config_set("maxmemory", 0)
    assert until(lambda: works(store))


def test_a_forked_process_has_connections_of_its_own(store: RedisStore) -> None:
    assert works(store)
    context = multiprocessing.get_context("fork")
    sums: multiprocessing.Queue[list[int | None]] = context.Queue()
    children = [
        context.Process(target=lambda: sums.put([store.increment("count", 1, 60) for _ in range(50)])) for _ in range(3)
    ]
    for child in children:
        child.start()
    own = [store.increment("count", 1, 60) for _ in range(50)]
    every = own + [each for _ in children for each in sums.get(timeout=20)]
    for child in children:
        child.join()
    assert sorted(each for each in every if each is not None) == list(range(1, 201))
