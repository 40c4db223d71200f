"""Where stores are kept, one place for each kind of store: what holds of all of them is tested in each."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.storage import SqliteStore, Store, open_store
from tests.clock import Clock
from tests.redis_server import RedisClock, RedisServer


@dataclass
class Place:
    """`open` opens the store there once more, with so many bytes; `clock` is what its times go by.

    By its `url` it is opened as programs do, and goes by the time of the machine.
    """

    url: str
    open: Callable[[int], Store]
    clock: Clock


@contextmanager
def sqlite(folder: Path) -> Iterator[Place]:
    """Yield a place for a file."""
    clock, path = Clock(), folder / "store.sqlite3"
    yield Place(f"sqlite:///{path}", lambda size: SqliteStore(path, size, clock), clock)


@contextmanager
def redis(folder: Path) -> Iterator[Place]:
    """Yield a place on a server."""
    with RedisServer(folder) as server, server.client as client:
        yield Place(server.url, lambda size: open_store(server.url, size), RedisClock(client))


KINDS: tuple[Callable[[Path], AbstractContextManager[Place]], ...] = (redis, sqlite)
