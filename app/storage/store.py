"""What every store can do."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class Store(Protocol):
    """Bytes under keys. Lifetimes are seconds and positive; what has outlived its own is never returned."""

    def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`."""

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is stored under each of `keys`, without those that are not there."""

    def set(self, key: str, value: bytes, seconds: float) -> None:
        """Store `value` under `key`, in place of what was there."""

    def add_many(self, items: Mapping[str, bytes], seconds: float) -> dict[str, bytes]:
        """Store each of `items` whose key is absent, and return what is then stored under each key.

        That is our value or an earlier one, whose lifetime becomes `seconds` where it was shorter. No two
        callers are told different values. A key that is missing from the answer could not be stored.
        """

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        """Add `amount` to the whole number under `key`, stored as ASCII digits, and return the sum.

        One that is absent begins with 0 and lives for `seconds`; the lifetime of another stays as it is. No two
        callers are told the same sum of the same counting. None where it could not be stored.
        """

    def delete(self, key: str) -> None:
        """Forget what is stored under `key`."""

    def close(self) -> None:
        """Give back what the store holds open; the next call of another method opens it again."""
