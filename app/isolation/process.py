"""One process that works on tasks, seen from both of its ends.

A task and its outcome are pickled: both ends are this program, on one machine, with no one between them, and the bytes
of others travel as bytes. The process ends itself: the kernel sends it SIGALRM, whose default action no code in
it can delay, when a task takes too long. So nobody has to know its number, and a process whose parent was
killed is gone after one more task.
"""

import math
import os
import pickle
import resource
import select
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from app.isolation.outcome import Exceeded, Outcome, outcome_of

# A process that had nothing to do for so long ends, and its memory with it; the pool stops using it a while earlier,
# so that none is given a task while it ends. Seconds.
IDLE_SECONDS, IDLE_MARGIN = 60.0, 15.0
TASKS_EACH = 200
# How much longer than the task may take its parent waits, on a machine that is slow to end it; seconds.
GRACE = 3.0
STARTED = b"s"


@dataclass(frozen=True, slots=True)
class TaskLimits:
    """What one task may take: seconds of the clock and of CPU, and all the memory of its process, in bytes."""

    seconds: float
    memory: int


class LostBefore(Exception):
    """The process had ended before it began with the task."""


class LostDuring(Exception):
    """The process ended while it was at the task: it went over its limits, or crashed."""


class TaskProcess:
    """The parent's end."""

    def __init__(self, channel: socket.socket, limits: TaskLimits) -> None:
        """Take the socket whose other end the process has."""
        channel.settimeout(limits.seconds + GRACE)
        self._channel = channel
        self._reader = channel.makefile("rb")
        self._tasks = 0
        self._used_at = time.monotonic()
        self._spent = False
        self.party = self.source = ""

    @property
    def usable(self) -> bool:
        """Whether another task may be given to it."""
        rested = time.monotonic() - self._used_at
        return not self._spent and self._tasks < TASKS_EACH and rested < IDLE_SECONDS

    def ask(self, function: Callable[..., object], arguments: tuple[object, ...]) -> Outcome:
        """Return the outcome of `function(*arguments)` there. Raises `LostBefore` or `LostDuring`."""
        self._tasks += 1
        self._spent = True  # until it has answered
        task = pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL)
        try:
            self._channel.sendall(task)
            started = self._reader.read(1)
        except OSError as error:
            raise LostBefore from error
        if not started:
            raise LostBefore
        try:
            outcome: Outcome = pickle.load(self._reader)  # noqa: S301 - from our own process, see above
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise LostDuring from error
        self._spent = isinstance(outcome, Exceeded)
        self._used_at = time.monotonic()
        return outcome

    def close(self) -> None:
        """Let go of it; it ends as soon as it notices."""
        self._reader.close()
        self._channel.close()


def serve(channel: socket.socket, limits: TaskLimits) -> None:
    """Work on the tasks that come through `channel`, one after the other: the child's end. Returns when it is over."""
    _limit(limits)
    reader = channel.makefile("rb")
    for _ in range(TASKS_EACH):
        readable, _, _ = select.select([channel], [], [], IDLE_SECONDS + IDLE_MARGIN)
        if not readable:
            return
        _arm(limits.seconds)
        try:
            function, arguments = pickle.load(reader)  # noqa: S301 - from our own process, see above
        except EOFError:
            return
        channel.sendall(STARTED)
        outcome = outcome_of(function, arguments)
        del function, arguments
        channel.sendall(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
        signal.setitimer(signal.ITIMER_REAL, 0)
        if isinstance(outcome, Exceeded):
            return


def _limit(limits: TaskLimits) -> None:
    """Set what holds for the whole life of the process.

    RLIMIT_DATA is the limit of memory, since it counts what a task can ask for (since Linux 4.7 with what
    is mapped); RLIMIT_AS would count the code of all libraries and what threads reserve and never touch.
    """
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    _lower(resource.RLIMIT_DATA, limits.memory)
    _lower(resource.RLIMIT_CORE, 0)


def _arm(seconds: float) -> None:
    """Let the kernel end this process after `seconds` of the clock, or of CPU from now on, rounded up."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    _lower(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds), keep_hard=True)


def _lower(limit: int, most: int, keep_hard: bool = False) -> None:
    """Set a limit of the kernel as far as the one that holds already allows."""
    _, hard = resource.getrlimit(limit)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (most, hard if keep_hard else most))


def leave(code: int) -> None:
    """End this process without what its parent has registered for its own end."""
    with suppress(OSError):
        os._exit(code)
