"""Turns at other people's hosts for all processes that share a store: so many fetches at once, so many a second.

A store that fails has forgotten, and keeps nobody waiting; each process still keeps to the limits by itself.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from app.storage.claims import Claims
from app.storage.counters import StoreCounters

# Seconds between two looks for a turn.
LOOK = 0.1


class HostTurns:
    """The turns of this process, for any number of threads."""

    def __init__(
        self,
        claims: Claims,
        counters: StoreCounters,
        at_once: int,
        per_second: float,
        burst: int,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        """Take where turns are claimed and counted, and the limits; as many as `burst` may start after a rest."""
        self._claims = claims
        self._counters = counters
        self._at_once = at_once
        self._window = math.ceil(burst / per_second)
        self._starts = max(1, round(self._window * per_second))
        self._clock = clock
        self._pause = pause

    @contextmanager
    def held(self, host: str, patience: float) -> Iterator[bool]:
        """Hold a turn at `host`, waiting for it `patience` seconds at most; what it gives is whether there is one."""
        until = self._clock() + patience
        places = [f"host {host} {number}" for number in range(self._at_once)]
        place = self._awaited(lambda: self._claims.take_one(places), until)
        try:
            yield bool(place and self._awaited(lambda: self._may_start(host), until))
        finally:
            if place:
                self._claims.release(place)

    def _may_start(self, host: str) -> str | None:
        is_left = self._counters.count(f"host {host}", self._starts, self._window)
        return host if is_left else None

    def _awaited(self, look: Callable[[], str | None], until: float) -> str | None:
        """Return what `look` finds, or None where it has found nothing in time."""
        found = look()
        while found is None and (left := until - self._clock()) > 0:
            self._pause(min(LOOK, left))
            found = look()
        return found
