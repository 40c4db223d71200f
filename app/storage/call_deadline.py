"""An end to calls of a server that keeps on answering, and never comes to the end of its answer.

The time that a socket waits is that for each piece of an answer, and pieces can be small.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# A thread that has seen nothing under way so many times ends.
IDLE_LOOKS = 20


class CallDeadline:
    """Gives up all calls of this process once one of them has taken too long."""

    _thread: threading.Thread | None
    _ended: threading.Event

    def __init__(self, seconds: float, give_up: Callable[[], None]) -> None:
        """Take how long a call may take, and what ends those that are under way, from another thread."""
        self._seconds = seconds
        self._give_up = give_up
        self._begin_anew()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what is done here to the deadline; one thread does one thing at a time."""
        if self._process != os.getpid():
            self._begin_anew()
        me = threading.get_ident()
        self._since[me] = time.monotonic()
        if self._thread is None:
            self._watch()
        try:
            yield
        finally:
            self._since.pop(me, None)

    def end(self) -> None:
        """Return when nobody watches any longer; the next call has somebody watch again."""
        if self._process != os.getpid():
            return
        with self._lock:
            thread, self._thread = self._thread, None
            self._ended.set()
        if thread is not None:
            thread.join()

    def _begin_anew(self) -> None:
        """Forget the calls and the thread of the process that this one was forked from."""
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._since: dict[int, float] = {}
        self._thread = None
        self._ended = threading.Event()

    def _watch(self) -> None:
        with self._lock:
            if self._thread is None:
                self._ended = threading.Event()
                thread = threading.Thread(target=self._run, args=(self._ended,), name="store deadline", daemon=True)
                thread.start()
                self._thread = thread

    def _run(self, ended: threading.Event) -> None:
        idle = 0
        while idle < IDLE_LOOKS:
            if ended.wait(self._seconds / 4):
                return
            under_way = list(self._since.values())
            idle = 0 if under_way else idle + 1
            if under_way and time.monotonic() - min(under_way) > self._seconds:
                self._give_up()
        self._thread = None
        if self._since:  # a call that has just begun, and saw us still watching
            self._watch()
