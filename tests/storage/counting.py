"""A store for tests that counts how often it is asked, and can be made to fail as stores do."""

from collections.abc import Iterable, Mapping

from app.storage import Quota, Store, Usage


class CountingStore:
    """Passes every call on to `store`, unless it `fails`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.calls = 0
        self.reads = 0
        self.fails = False

    def get(self, key: str) -> bytes | None:
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        self.calls += 1
        self.reads += 1
        return {} if self.fails else self.store.get_many(keys)

    def set(self, key: str, value: bytes, seconds: float, quota: Quota = Quota.OTHER) -> None:
        self.calls += 1
        if not self.fails:
            self.store.set(key, value, seconds, quota)

    def add_many(self, items: Mapping[str, bytes], seconds: float, quota: Quota = Quota.OTHER) -> dict[str, bytes]:
        self.calls += 1
        return {} if self.fails else self.store.add_many(items, seconds, quota)

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        self.calls += 1
        return None if self.fails else self.store.increment(key, amount, seconds)

    def delete(self, key: str, value: bytes | None = None) -> None:
        self.calls += 1
        if not self.fails:
            self.store.delete(key, value)

    def sizes(self) -> dict[Quota, Usage]:
        self.calls += 1
        return {} if self.fails else self.store.sizes()

    def trouble(self) -> str:
        self.calls += 1
        return "it fails" if self.fails else self.store.trouble()

    def close(self) -> None:
        self.store.close()
