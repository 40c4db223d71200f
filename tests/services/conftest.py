"""What tests of several processes at one store need."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.storage import SqliteStore, Store
from tests.clock import Clock

Opened = Callable[[], Store]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Opened]:
    """What opens the same store once more."""
    stores: list[SqliteStore] = []

    def open_it() -> Store:
        stores.append(SqliteStore(tmp_path / "shared.sqlite3", 1 << 24, clock))
        return stores[-1]

    yield open_it
    for each in stores:
        each.close()
