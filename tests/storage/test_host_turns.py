"""Turns at hosts that processes have together, each with a store of its own opened at the same place."""

from collections.abc import Callable

from app.storage import Store
from app.storage.claims import Claims
from app.storage.counters import StoreCounters
from app.storage.host_turns import HostTurns
from tests.clock import Clock
from tests.storage.places import Place

Open = Callable[[], Store]
BURST = 5


class Process:
    """One process; the time that it waits passes for all of them at once."""

    def __init__(self, store: Store, clock: Clock, at_once: int = 2, per_second: float = 1) -> None:
        self.clock = clock
        self.waited = 0.0
        counters = StoreCounters(store, clock)
        self.turns = HostTurns(Claims(store), counters, at_once, per_second, BURST, clock, self._wait)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds
        self.clock.now += seconds

    def starts(self, times: int, host: str = "example.org", patience: float = 0) -> int:
        """Return how many of so many fetches, one after the other, have a turn."""
        return sum(self._starts(host, patience) for _ in range(times))

    def _starts(self, host: str, patience: float) -> bool:
        with self.turns.held(host, patience) as has_turn:
            return has_turn


def test_processes_have_the_places_at_a_host_together(place: Place, opened: Open) -> None:
    first, second = Process(opened(), place.clock), Process(opened(), place.clock)
    with first.turns.held("example.org", 0) as one, second.turns.held("example.org", 0) as two:
        assert one
        assert two
        assert first.starts(1) == second.starts(1) == 0
        assert second.starts(1, "example.net") == 1
    assert second.starts(1) == 1


def test_processes_have_the_starts_of_a_second_together(place: Place, opened: Open) -> None:
    first, second = Process(opened(), place.clock), Process(opened(), place.clock)
    assert first.starts(3) + second.starts(3) == BURST
    assert first.starts(1, "example.net") == 1
    place.clock.now += 2 * BURST + 1
    assert second.starts(BURST + 1) == BURST


def test_who_has_patience_has_a_turn_as_soon_as_there_is_one(place: Place, opened: Open) -> None:
    first, second = Process(opened(), place.clock), Process(opened(), place.clock)
    assert first.starts(BURST) == BURST
    assert second.starts(1, patience=0.5) == 0
    assert second.starts(1, patience=30) == 1
    assert 0.5 < second.waited <= 2 * BURST


def test_a_store_that_fails_keeps_nobody_waiting(place: Place, opened: Open) -> None:
    store = opened()
    process = Process(store, place.clock, at_once=1, per_second=0.5)
    assert process.starts(1) == 1

    class Lost:
        """A store that has forgotten everything, as one that fails does."""

        def get_many(self, keys: object) -> dict[str, bytes]:
            return {}

        def add_many(self, *_: object) -> dict[str, bytes]:
            return {}

        def increment(self, *_: object) -> None:
            return None

        def delete(self, *_: object) -> None:
            return None

    lost = Process(Lost(), place.clock, at_once=1, per_second=0.5)  # type: ignore[arg-type]
    assert lost.starts(20) == 20
    assert lost.waited == 0
