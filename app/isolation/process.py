"""One process that works on tasks, seen from both of its ends.

A task and its outcome are pickled: both ends are this program, on one machine, with no one between them, and the bytes
of others travel as bytes. The process ends itself: the kernel sends it SIGXCPU or SIGALRM, whose default action no
code in it can delay, when a task takes too much. So nobody has to end it, and a process whose parent was killed is
gone after one more task.
"""

import ctypes
import math
import os
import pickle
import resource
import select
import signal
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.isolation.outcome import Exceeded, Outcome, outcome_of

# A process that had nothing to do for so long ends, and its memory with it; the pool stops using it a while earlier,
# so that none is given a task while it ends. Seconds.
IDLE_SECONDS, IDLE_MARGIN = 60.0, 15.0
TASKS_EACH = 200
# How long a new process may take to begin, of which the imports of a zygote that is new are most; seconds.
START_SECONDS = 30.0
# How much longer than its parent waits for it a process lives, so that its parent can look at it; seconds.
GRACE = 1.0
# What is sent when a task begins: the number of the process, and the seconds of CPU that it has used before.
STARTED = struct.Struct("=id")
# A task that got less than this share of a core while it was waited for was kept from its end by others.
FAIR_SHARE = 0.2
# Nearly all pages take less, and those who read them do not wait for those that take more; seconds of CPU.
QUICK_SECONDS = 0.3
LOWEST_PRIORITY = 19
# Bytes beyond what it had that a task leaves behind before that is looked after.
LEFT_OVER = 16 << 20


@dataclass(frozen=True, slots=True)
class TaskLimits:
    """What one task may take: seconds of the clock and of CPU, and all the memory of its process, in bytes."""

    seconds: float
    memory: int


class LostBefore(Exception):
    """The process had ended before it began with the task."""


class LostDuring(Exception):
    """The process ended while it was at the task, or did not come to an end: it went over its limits, or crashed.

    `starved` says that the machine had no time for it, so that the task may be a small one.
    """

    def __init__(self, starved: bool = False) -> None:
        """Take whose fault it is."""
        super().__init__(starved)
        self.starved = starved


class TaskProcess:
    """The parent's end."""

    def __init__(self, channel: socket.socket, limits: TaskLimits) -> None:
        """Take the socket whose other end the process has."""
        self._channel = channel
        self._seconds = limits.seconds
        self._reader = channel.makefile("rb")
        self._tasks = 0
        self._used_at = time.monotonic()
        self._spent = False
        self.party = self.source = ""
        self.is_slow = False

    @property
    def usable(self) -> bool:
        """Whether another task may be given to it."""
        rested = time.monotonic() - self._used_at
        return not self._spent and self._tasks < TASKS_EACH and rested < IDLE_SECONDS

    def ask(self, function: Callable[..., object], arguments: tuple[object, ...]) -> Outcome:
        """Return the outcome of `function(*arguments)` there. Raises `LostBefore` or `LostDuring`."""
        self._tasks += 1
        self._spent = True  # until it has answered
        process, cpu = self._begun(pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL))
        until = time.monotonic() + self._seconds
        self.is_slow = self.is_slow or self._makes_way(process, cpu, until)
        self._channel.settimeout(max(0.001, until - time.monotonic()))
        try:
            outcome: Outcome = pickle.load(self._reader)  # noqa: S301 - from our own process, see above
        except TimeoutError as error:
            raise LostDuring(_cpu_of(process) - cpu < FAIR_SHARE * self._seconds) from error
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise LostDuring from error
        self._spent = isinstance(outcome, Exceeded) or (self.is_slow and not self.source)
        self._used_at = time.monotonic()
        return outcome

    def _begun(self, task: bytes) -> tuple[int, float]:
        """Send a task, and return what its process sends when it begins. Raises `LostBefore`."""
        self._channel.settimeout(START_SECONDS)
        try:
            self._channel.sendall(task)
            # Not by the reader, which takes what follows along: a quick outcome would be waited for in vain.
            process, cpu = STARTED.unpack(self._channel.recv(STARTED.size, socket.MSG_WAITALL))
        except (OSError, struct.error) as error:
            raise LostBefore from error
        return process, cpu

    def _makes_way(self, process: int, cpu: float, until: float) -> bool:
        """Let a task that takes long go on in what others leave, and return whether it does.

        Only root could give the process its old priority again, so it is of use for nothing but its own source.
        """
        while time.monotonic() < until and not _has_news(self._channel, QUICK_SECONDS):
            if _cpu_of(process) - cpu >= QUICK_SECONDS:
                with suppress(OSError):  # it may have ended
                    os.setpriority(os.PRIO_PROCESS, process, LOWEST_PRIORITY)
                return True
        return False

    def close(self) -> None:
        """Let go of it; it ends as soon as it notices."""
        self._reader.close()
        self._channel.close()


def serve(channel: socket.socket, limits: TaskLimits) -> None:
    """Work on the tasks that come through `channel`, one after the other: the child's end. Returns when it is over."""
    _limit(limits)
    reader = channel.makefile("rb")
    level = _resident()
    for _ in range(TASKS_EACH):
        if not _has_news(channel, IDLE_SECONDS + IDLE_MARGIN):
            return
        _arm(limits.seconds)
        try:
            function, arguments = pickle.load(reader)  # noqa: S301 - from our own process, see above
        except EOFError:
            return
        channel.sendall(STARTED.pack(os.getpid(), time.process_time()))
        outcome = outcome_of(function, arguments)
        del function, arguments
        channel.sendall(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
        signal.setitimer(signal.ITIMER_REAL, 0)
        if isinstance(outcome, Exceeded):
            return
        del outcome
        level = _given_back(level)


def _has_news(channel: socket.socket, seconds: float) -> bool:
    """Wait so long at most for something to read, or for the end, and return whether it has come.

    By poll(2): select(2) knows no descriptor beyond 1,023, and a server with many readers has more.
    """
    poll = select.poll()
    poll.register(channel, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


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
    """Let the kernel end this process after `seconds` of CPU from now on, or soon after those of the clock."""
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    _lower(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds), keep_hard=True)


def _given_back(level: int) -> int:
    """Give the system what a large task left free between what is in use, and return how much memory that leaves.

    `level` is what the last call returned. The C library gives back what is free at the end of its heap, and that is
    the least of it: 10 of 260 MB after one long page. It takes up to 20 ms, so small tasks are not worth it.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc
    if trim is None or _resident() < level + LEFT_OVER:
        return level
    trim(0)
    return _resident()


def _resident() -> int:
    """Return the bytes of this process that are in memory now (Linux); 0 where that cannot be told."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _cpu_of(process: int) -> float:
    """Return the seconds of CPU that a process has used; more than any where that cannot be told."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return math.inf
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _lower(limit: int, most: int, keep_hard: bool = False) -> None:
    """Set a limit of the kernel as far as the one that holds already allows."""
    _, hard = resource.getrlimit(limit)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (most, hard if keep_hard else most))


def leave(code: int) -> None:
    """End this process without what its parent has registered for its own end."""
    with suppress(OSError):
        os._exit(code)
