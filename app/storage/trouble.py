"""What to do about a store that fails: ask it again only now and then, and say so in the log once a minute."""

import logging
import threading
import time
from collections.abc import Callable

from app.text.humanize import MINUTE, counted

log = logging.getLogger(__name__)


class Trouble:
    """How the calls of one kind fare, for any number of threads.

    While they fail, one is let through every `retry_seconds`, so that readers do not wait for a store that makes each
    call wait, and the first that works ends the trouble.
    """

    def __init__(self, what: str, retry_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Take what fails then, as the log has it, such as `The store x cannot be read`."""
        self._what = what
        self._retry_seconds = retry_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._next_try = 0.0
        self._next_line = float("-inf")
        self._untold = self._in_a_row = 0
        #: Whether the last call failed.
        self.is_there = False

    def may_try(self) -> bool:
        """Tell whether a call may be tried now."""
        with self._lock:
            if not self.is_there:
                return True
            now = self._clock()
            if now < self._next_try:
                return False
            self._next_try = now + self._retry_seconds
            return True

    def failed(self, error: Exception, allowed: int = 0) -> None:
        """Note that a call failed, with a line in the log unless there was one within this minute.

        It is no trouble yet where no more than the `allowed` number failed one after the other.
        """
        with self._lock:
            now = self._clock()
            self._in_a_row += 1
            if self._in_a_row > allowed:
                self.is_there, self._next_try = True, now + self._retry_seconds
            self._untold += 1
            if now < self._next_line:
                return
            untold, self._untold, self._next_line = self._untold, 0, now + MINUTE
        log.warning("%s: %s (%s since the last such line)", self._what, error, counted(untold, "failure"))

    def worked(self) -> None:
        """Note that a call worked."""
        if self._in_a_row:
            with self._lock:
                self.is_there, self._in_a_row = False, 0
