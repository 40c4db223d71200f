from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.storage import SqliteStore, Store
from app.storage.redis_store import RedisStore
from tests.clock import Clock
from tests.redis_server import RedisServer
from tests.storage.places import KINDS, Place

MIB = 1024 * 1024


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[SqliteStore]:
    opened = SqliteStore(path, 64 * MIB, clock)
    yield opened
    opened.close()


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A place for each kind of store."""
    with request.param(tmp_path) as found:
        yield found


@pytest.fixture
def opened(place: Place) -> Iterator[Callable[[], Store]]:
    """What opens the store of a place once more."""
    stores: list[Store] = []

    def open_it() -> Store:
        stores.append(place.open(256 * MIB))
        return stores[-1]

    yield open_it
    for each in stores:
        each.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with RedisServer(tmp_path) as running:
        yield running


@pytest.fixture
def redis_store(server: RedisServer) -> Iterator[RedisStore]:
    opened = RedisStore(server.url, 64 * MIB, seconds=0.2, retry_seconds=0.05)
    yield opened
    opened.close()
