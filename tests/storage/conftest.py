from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.redis_store import RedisStore
from tests.redis_server import RedisServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    with RedisServer(tmp_path) as running:
        yield running


@pytest.fixture
def store(server: RedisServer) -> Iterator[RedisStore]:
    opened = RedisStore(server.url, 64 * 1024 * 1024, seconds=0.2, retry_seconds=0.05)
    yield opened
    opened.close()
