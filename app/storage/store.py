"""What every store can do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol
from urllib.parse import urlsplit

# A value may take this part of its quota.
LARGEST_VALUE = 1 / 4
# Seconds for which the answer of `trouble` holds, lest those who ask whether all is well wear a store out.
PROBE_HOLDS = 1.0
# As large as a page of some length: where there is no room for it, there is none for anything that matters.
PROBE_KEY, PROBE_BYTES = "probe", 64 * 1024


class StoreError(Exception):
    """The store cannot be opened; the message is one line that names it."""


class StoreUnreachable(StoreError):
    """The store is on a server that cannot be reached now, and perhaps in a while."""


class Quota(IntEnum):
    """What a value counts against: each quota is a part of the store, in which what was used last goes last.

    The numbers stand in stores, so they never change.
    """

    OTHER = 0
    LINKS = 1
    PAGES = 2
    PICTURES = 3


# What is not named here has the rest.
SHARES: Mapping[Quota, float] = {Quota.LINKS: 0.1, Quota.PAGES: 0.4, Quota.PICTURES: 0.45}


def bytes_of(max_bytes: int, shares: Mapping[Quota, float]) -> dict[Quota, int]:
    """Return the bytes that each quota may have, where those in `shares` have parts of `max_bytes`."""
    most = {quota: int(max_bytes * shares.get(quota, 0)) for quota in Quota}
    return most | {Quota.OTHER: max_bytes - sum(most[quota] for quota in Quota if quota is not Quota.OTHER)}


def name_of(url: str) -> str:
    """Return the address of a store without user and password."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else url


@dataclass(frozen=True, slots=True)
class Usage:
    """How many entries a quota has, how many bytes they take, and how many they may take."""

    entries: int
    size: int
    most: int


@dataclass(frozen=True, slots=True)
class ServerMemory:
    """The bytes that a server uses and may use, 0 where it may use any number, and what it does when it has no more."""

    used: int
    most: int
    policy: str


class Store(Protocol):
    """Bytes under keys. Lifetimes are seconds and positive; what has outlived its own is never returned."""

    def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`."""

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is stored under each of `keys`, without those that are not there."""

    def set(self, key: str, value: bytes, seconds: float, quota: Quota = Quota.OTHER) -> None:
        """Store `value` under `key`, in place of what was there."""

    def add_many(self, items: Mapping[str, bytes], seconds: float, quota: Quota = Quota.OTHER) -> dict[str, bytes]:
        """Store each of `items` whose key is absent, and return what is then stored under each key.

        That is our value or an earlier one, whose lifetime becomes `seconds` where it was shorter. No two
        callers are told different values. A key that is missing from the answer could not be stored.
        """

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        """Add `amount` to the whole number under `key`, stored as ASCII digits, and return the sum.

        One that is absent begins with 0 and lives for `seconds`; the lifetime of another stays as it is. No two
        callers are told the same sum of the same counting. None where it could not be stored.
        """

    def delete(self, key: str, value: bytes | None = None) -> None:
        """Forget what is stored under `key`; where `value` is given, only if it is that."""

    def sizes(self) -> dict[Quota, Usage]:
        """Return what each quota has and may have; nothing where the store fails."""

    def trouble(self) -> str:
        """Return why nothing can be stored now, in a few words without paths, or an empty string where it can."""

    def close(self) -> None:
        """Give back what the store holds open; the next call of another method opens it again."""
