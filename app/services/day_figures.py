"""What the last day was like, in slots of ten minutes, counted in the store by all processes together.

Nothing of it tells who read what: they are sums.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.storage import Store
from app.telemetry.own_totals import own_totals
from app.text.humanize import DAY, MINUTE

SLOT = 10 * MINUTE
SLOTS = DAY // SLOT
KEEP_SECONDS = DAY + 2 * SLOT
# Seconds for which what was read out of the store is shown again.
SHOWN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Day:
    """The last day: for each sum of `own_totals` its numbers by slots, the last of which ends after `now` (UTC)."""

    slots: Mapping[str, tuple[int, ...]]
    now: float

    def total(self, name: str) -> int:
        """Return the sum of the day."""
        return sum(self.slots[name])

    def columns(self, names: tuple[str, ...]) -> list[tuple[int, ...]]:
        """Return the numbers of these sums, slot by slot."""
        return list(zip(*(self.slots[name] for name in names), strict=True))

    def peak(self, names: tuple[str, ...]) -> tuple[int, float]:
        """Return the most of these sums together in one slot, and when that began, in seconds since the epoch."""
        sums = [sum(column) for column in self.columns(names)]
        place = sums.index(max(sums))
        return sums[place], (self.now // SLOT - len(sums) + 1 + place) * SLOT


class DayFigures:
    """The figures of the day, for any number of threads."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], float] = time.time,
        totals: Callable[[], Mapping[str, int]] = own_totals,
    ) -> None:
        """Begin with what is counted from now on; `clock` tells seconds since the epoch."""
        self._store = store
        self._clock = clock
        self._totals = totals
        self._told = dict(totals())
        self._day: Day | None = None
        self._lock = threading.Lock()

    def tell(self) -> bool:
        """Add what was counted since the last time to the present slot, and return whether all of it could be stored.

        What could not is told the next time.
        """
        slot = int(self._clock() // SLOT)
        with self._lock:
            totals = self._totals()
            news = {name: total - self._told[name] for name, total in totals.items() if total > self._told[name]}
            for name, more in news.items():
                if self._store.increment(_key(name, slot), more, KEEP_SECONDS) is not None:
                    self._told[name] = totals[name]
            return all(self._told[name] == totals[name] for name in news)

    def of_day(self) -> Day:
        """Return the last day as all processes have told of it."""
        now, day = self._clock(), self._day
        if day is None or not 0 <= now - day.now < SHOWN_SECONDS:
            self.tell()
            self._day = day = self._read(now)
        return day

    def _read(self, now: float) -> Day:
        last = int(now // SLOT)
        slots = range(last - SLOTS + 1, last + 1)
        keys = {name: [_key(name, slot) for slot in slots] for name in self._told}
        stored = self._store.get_many([key for each in keys.values() for key in each])
        return Day({name: tuple(_number(stored.get(key, b"")) for key in each) for name, each in keys.items()}, now)


def _number(stored: bytes) -> int:
    """Return a number that is stored; 0 for none, and for what is none of ours."""
    return int(stored) if stored.isdigit() else 0


def _key(name: str, slot: int) -> str:
    return f"day {name} {slot}"
