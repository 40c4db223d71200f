"""Whose turn it is to have a picture converted: so many at once, so many who wait, so many for one client."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from app.errors import Overloaded
from app.net.ip_ranges import Network
from app.sentences import Sentence
from app.services.admission import UNKNOWN_CLIENT, client_of
from app.services.rate_limit import RateLimit
from app.telemetry.metrics import WAITING

# One client's conversions that are under way.
MOST_EACH = 2
# How long a thread waits for its turn, and how long a reader is told to wait where there is none; seconds.
PATIENCE, RETRY_AFTER = 10.0, 5

BUSY = Sentence("Too many pictures are being converted at the moment; please try again in a few seconds.")


@dataclass(frozen=True, slots=True, eq=False)
class _Ticket:
    """A place in the queue."""

    client: str


class Conversions:
    """Gives turns in the order in which they were asked for, for any number of threads."""

    def __init__(self, limit: RateLimit, at_once: int, waiting: int, exempt: Sequence[Network] = ()) -> None:
        """Take what counts the conversions of a client, how many run at once, and how many may wait.

        Those of clients in the networks `exempt` are not counted, but have their turns like all others.

        Half of the places to wait are the most that one client has: a browser asks for up to four pictures
        at once, and whoever asks for more is no browser.
        """
        self._limit = limit
        self._exempt = tuple(exempt)
        self._at_once = at_once
        self._most_waiting = waiting
        self._share = max(1, waiting // 2)
        self._queue: list[_Ticket] = []
        self._running: Counter[str] = Counter()
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, address: str) -> Iterator[Callable[[], None]]:
        """Wait for a turn of the client with this address, and have it.

        It gives what counts a conversion, which raises `TooManyReads` where none is left. Raises `Overloaded`
        at once where as many wait as may, and later where the turn does not come.
        """
        client = client_of(address) or UNKNOWN_CLIENT
        with self._changed:
            self._wait(_Ticket(client))
            self._running[client] += 1
        try:
            yield lambda: self._count(address)
        finally:
            with self._changed:
                self._running[client] -= 1
                self._running += Counter()  # without those that are at 0
                self._changed.notify_all()

    def _count(self, address: str) -> None:
        client = client_of(address, self._exempt)
        if client is not None:
            self._limit.check(client)

    def _wait(self, ticket: _Ticket) -> None:
        self._queue.append(ticket)
        try:
            if not self._is_next(ticket):
                self._check_room(ticket)
                with WAITING.labels("conversions").track_inprogress():
                    has_turn = self._changed.wait_for(lambda: self._is_next(ticket), PATIENCE)
                if not has_turn:
                    raise Overloaded(BUSY, RETRY_AFTER)
        finally:
            self._queue.remove(ticket)
            self._changed.notify_all()

    def _is_next(self, ticket: _Ticket) -> bool:
        """Return whether there is a turn, and nobody before this one may have it."""
        may = (each for each in self._queue if self._running[each.client] < MOST_EACH)
        return self._running.total() < self._at_once and next(may, None) is ticket

    def _check_room(self, ticket: _Ticket) -> None:
        of_client = sum(each.client == ticket.client for each in self._queue)
        if len(self._queue) > self._most_waiting or of_client > self._share:
            raise Overloaded(BUSY, RETRY_AFTER)
