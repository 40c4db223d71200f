"""Not too many fetches from one host: some at once, and some a second."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from app.errors import TooManyReads
from app.sentences import Sentence
from app.telemetry.metrics import WAITING

# So many fetches may start at once after a rest: a page and its first pictures, a redirect or two.
BURST = 5
# So many may wait for one host; with more of them, a slow host would hold every thread that we have.
MOST_WAITING = 8
MOST_HOSTS = 1000

SENTENCE = Sentence("Too many readers are asking %(host)s at the moment; please try again in a minute.")


@dataclass(slots=True)
class _Host:
    """What goes on at a host: fetches under way and waiting, and starts that are left at the time `at`."""

    at: float
    starts: float = BURST
    running: int = 0
    waiting: int = 0


class SharedTurns(Protocol):
    """The turns that all processes of a site have together."""

    def held(self, host: str, patience: float) -> AbstractContextManager[bool]:
        """Hold a turn at `host`, waiting `patience` seconds at most; what it gives is whether there is one."""


class _NoOthers:
    """The turns of a process that is alone: there is always one."""

    def held(self, host: str, patience: float) -> AbstractContextManager[bool]:
        return nullcontext(True)


ALONE: SharedTurns = _NoOthers()


class HostThrottle:
    """Lets at most `at_once` fetches from a host run at a time, and `per_second` start, after a burst of 5."""

    def __init__(
        self,
        at_once: int,
        per_second: float,
        clock: Callable[[], float] = time.monotonic,
        shared: SharedTurns = ALONE,
        singly: tuple[str, ...] = (),
    ) -> None:
        """Start with no host known; `clock` tells seconds from any moment on.

        The limits are those of this process; `shared` are the turns of all of them, which are asked for afterwards.
        From the hosts `singly`, and those below their names, one fetch at a time is let in.
        """
        self._shared = shared
        self._at_once = at_once
        self._singly = singly
        self._per_second = per_second
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()

    @contextmanager
    def slot(self, name: str, patience: float) -> Iterator[None]:
        """Hold a turn at the host `name`, waiting for it at most `patience` seconds.

        Raises `TooManyReads` as soon as it is clear that there will be none.
        """
        until = self._clock() + patience
        with self._changed:
            host = self._host(name)
            self._wait(name, host, until)
            host.starts -= 1
            host.running += 1
        try:
            with self._shared.held(name, until - self._clock()) as has_turn:
                if not has_turn:
                    raise _refusal(name)
                yield
        finally:
            with self._changed:
                host.running -= 1
                self._changed.notify_all()

    def _host(self, name: str) -> _Host:
        """Return the host; when there are too many, forget all that are idle."""
        if name not in self._hosts and len(self._hosts) >= MOST_HOSTS:
            self._hosts = {each: host for each, host in self._hosts.items() if host.running or host.waiting}
        return self._hosts.setdefault(name, _Host(self._clock()))

    def _wait(self, name: str, host: _Host, until: float) -> None:
        """Return when a turn is free."""
        host.waiting += 1
        try:
            while (rest := self._rest(host)) or host.running >= self._most_at(name):
                left = until - self._clock()
                if left <= 0 or rest > left or host.waiting > MOST_WAITING:
                    raise _refusal(name)
                with WAITING.labels("hosts").track_inprogress():
                    self._changed.wait(rest or left)
        finally:
            host.waiting -= 1

    def _most_at(self, name: str) -> int:
        """Return how many fetches from a host may run at a time."""
        return 1 if any(name == each or name.endswith(f".{each}") for each in self._singly) else self._at_once

    def _rest(self, host: _Host) -> float:
        """Return the seconds until another start is due, 0 if one is due now."""
        now = self._clock()
        host.starts = min(BURST, host.starts + (now - host.at) * self._per_second)
        host.at = now
        return max(0.0, (1 - host.starts) / self._per_second)


def _refusal(name: str) -> TooManyReads:
    return TooManyReads(SENTENCE.of(host=name.removeprefix("www.")))
