"""What an address holds as it is kept: how old it is, and how long it serves."""

from dataclasses import dataclass, replace
from typing import Protocol

from app.models import Content
from app.services.admission import Admission
from app.text.humanize import MINUTE


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long an entry is fresh, and how long it may serve stale when the original fails; seconds.

    A failure is remembered for `failure` seconds at first and for half of the time that it has lasted later
    on, up to `longest_failure`.
    """

    fresh: float
    stale: float
    failure: float
    longest_failure: float

    @property
    def served(self) -> float:
        """For how long an entry serves at most, fresh and then stale."""
        return self.fresh + self.stale

    def pause(self, lasted: float) -> float:
        """Return for how long an original that has failed for `lasted` seconds is not asked again."""
        return max(self.failure, min(lasted / 2, self.longest_failure))


@dataclass(frozen=True, slots=True)
class CachedContent:
    """What an address holds, and when the original was last asked; `age` is seconds, 0 while it is fresh.

    `granted` are the IP addresses that it came from by leave of the operator, as in `CachedEntry`. Until `fresh_until`
    nobody asks anew, as there; 0 where that is not said.
    """

    content: Content
    fetched_at: float
    age: float
    granted: tuple[str, ...] = ()
    fresh_until: float = 0

    @property
    def modified(self) -> float:
        """When a page that says how old this copy is last said something else: it counts in minutes."""
        return self.fetched_at + self.age // MINUTE * MINUTE

    def for_one(self) -> "CachedContent":
        """Return the same as what this client gets now; another, whose limits are not reached, might get more."""
        return replace(self, fresh_until=0)


class Reader(Protocol):
    """Who reads an address."""

    def read(self, url: str, admit: Admission) -> CachedContent:
        """Return what the canonical or unchecked address `url` holds. Raises `ReaderError`."""
