"""Articles that readers collect to take them along."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.storage import Store
from app.storage.own_records import OwnRecords


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles in the order in which they were added, each its title and its canonical address."""

    articles: tuple[tuple[str, str], ...] = ()


def collections(store: Store, clock: Callable[[], float] = time.monotonic) -> OwnRecords[Collection]:
    """Return what keeps them in `store`; `clock` tells seconds."""
    return OwnRecords(store, "c1", _bytes, _collection, clock)


def _bytes(collection: Collection) -> bytes:
    return json.dumps(collection.articles, ensure_ascii=False).encode()


def _collection(data: bytes) -> Collection:
    return Collection(tuple((title, url) for title, url in json.loads(data)))
