"""The pool: a few processes, each at one task at a time, and the threads of the server that wait for them.

The thread that wants a task done gives it to a process itself and waits for the answer on that process's own
socket: there is no lock or queue between processes that one which is killed could leave broken.
"""

import logging
import os
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar, cast

from app.errors import NotUnderstood, Overloaded, TooComplicated
from app.isolation.nursery import Nursery
from app.isolation.outcome import Done, Exceeded, Outcome, Raised, Refused, outcome_of
from app.isolation.process import LostBefore, LostDuring, TaskLimits, TaskProcess
from app.isolation.zygote import Control
from app.net.urls import host_of
from app.sentences import Sentence
from app.telemetry.metrics import TASK_SECONDS, TASKS, WAITING

T = TypeVar("T")
log = logging.getLogger(__name__)

# How long a thread waits for a process, and how long a reader is told to wait after that; seconds.
PATIENCE, RETRY_AFTER = 10.0, 5
# Processes may be lost between two tasks, to the kernel in want of memory for one; a new one is not lost at once.
ATTEMPTS = 3


# What is said of a task that failed, by the kind of its subject.
NOT_UNDERSTOOD = {
    "page": Sentence("This page could not be understood here."),
    "picture": Sentence("This picture could not be understood here."),
}
TOO_COMPLICATED = {
    "page": Sentence("This page is too complicated to be read here."),
    "picture": Sentence("This picture is too complicated to be read here."),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a task is about: an address, and the kind of what stands there, a `page` or a `picture`.

    A process may keep what it made of a `source`: tasks of one source come one after the other, and to the
    same process while it can be had.
    """

    url: str
    kind: str = "page"
    source: str = ""


class TaskPool:
    """Runs tasks in `processes` processes, or in this one if that is 0, for any number of threads.

    One site has at most half of the processes at work, so that the other half is left to the readers of others.
    """

    def __init__(
        self, processes: int, limits: TaskLimits, modules: Sequence[str] = (), control: Control | None = None
    ) -> None:
        """Take what processes import before the first task; none is there before `start`, or the first task.

        `control` is that of a zygote which is there already, for several pools.
        """
        self._most = processes
        self._limits = limits
        self._modules = tuple(modules)
        self._share = max(1, processes // 2)
        self._changed = threading.Condition()
        self._here = threading.Lock()
        self._control = control
        self._begin()

    @property
    def is_apart(self) -> bool:
        """Whether tasks run in processes of their own, which end, and free what was kept in them."""
        return self._most > 0

    def run(self, subject: Subject, function: Callable[..., T], *arguments: object) -> T:
        """Return `function(*arguments)`; in a pool all three must be picklable.

        Raises what `ReaderError` the task does, `TooComplicated` where it goes over its limits,
        `NotUnderstood` where it raises anything else, and `Overloaded` where all processes stay at work.
        """
        run = self._run_apart if self._most else self._run_here
        with TASK_SECONDS.labels(subject.kind).time():
            outcome = run(subject, function, arguments)
        TASKS.labels(subject.kind, type(outcome).__name__).inc()
        match outcome:
            case Done(value):
                return cast(T, value)
            case Refused(failure):
                raise failure.error()
            case Raised(report):
                log.error("%s could not be understood: %s", subject.url, report)
                raise NotUnderstood(NOT_UNDERSTOOD[subject.kind])
            case Exceeded():
                log.warning("%s takes more than a task may", subject.url)
                raise TooComplicated(TOO_COMPLICATED[subject.kind])

    def start(self) -> None:
        """Begin with the imports, so that the first task need not wait for them; it is not waited for."""
        with self._changed:
            if self._owner != os.getpid():
                self._begin_anew()
            if self._most:
                self._nursery.start()

    def close(self) -> None:
        """End all processes."""
        self._finalizer()

    def _begin(self) -> None:
        self._owner = os.getpid()
        # A control of its own, for it may be closed where the zygote is lost.
        control = self._control.dup() if self._control else None
        self._nursery = Nursery(self._limits, self._modules, control)
        self._idle: list[TaskProcess] = []
        self._busy: list[TaskProcess] = []
        self._finalizer = weakref.finalize(self, _end, self._owner, self._nursery, self._idle)

    def _begin_anew(self) -> None:
        """Begin again in a process that was forked off the one with the processes: they are that one's."""
        self._finalizer.detach()
        for process in (*self._idle, *self._busy):
            process.close()
        self._nursery.leave()
        self._begin()

    def _run_here(self, _: Subject, function: Callable[..., object], arguments: tuple[object, ...]) -> Outcome:
        """Run a task in this process: one at a time, for threads would only take turns at the interpreter."""
        if not self._here.acquire(timeout=PATIENCE):
            raise _overloaded()
        try:
            return outcome_of(function, arguments)
        finally:
            self._here.release()

    def _run_apart(self, subject: Subject, function: Callable[..., object], arguments: tuple[object, ...]) -> Outcome:
        for _ in range(ATTEMPTS):
            with self._process(subject) as process:
                try:
                    return process.ask(function, arguments)
                except LostBefore:
                    continue
                except LostDuring as error:
                    if error.starved:
                        break
                    return Exceeded()
        raise _overloaded()

    @contextmanager
    def _process(self, subject: Subject) -> Iterator[TaskProcess]:
        """Yield a process that is nobody else's. Raises `Overloaded`."""
        party = host_of(subject.url)
        with self._changed:
            if self._owner != os.getpid():
                self._begin_anew()
            if not self._may_start(party, subject.source):
                self._wait(party, subject.source)
            process = self._taken(subject.source)
            process.party, process.source = party, subject.source or process.source
            self._busy.append(process)
        try:
            yield process
        finally:
            self._give_back(process)

    def _wait(self, party: str, source: str) -> None:
        """Return when a process is free. Raises `Overloaded`."""
        with WAITING.labels("tasks").track_inprogress():
            if not self._changed.wait_for(lambda: self._may_start(party, source), PATIENCE):
                raise _overloaded()

    def _may_start(self, party: str, source: str) -> bool:
        if len(self._busy) >= self._most or sum(each.party == party for each in self._busy) >= self._share:
            return False
        return not source or all(each.source != source for each in self._busy)

    def _taken(self, source: str) -> TaskProcess:
        """Return the process that keeps `source`, else one that keeps nothing, else any other, else a new one."""
        for process in [each for each in self._idle if not each.usable]:
            self._idle.remove(process)
            process.close()
        if not self._idle:
            return self._born()
        # The one that was used last, so that others come to their end where there is little to do.
        best = min(reversed(self._idle), key=lambda each: (each.source != source, each.is_slow, each.source != ""))
        self._idle.remove(best)
        if best.is_slow and best.source != source:
            best.close()
            return self._born()
        return best

    def _born(self) -> TaskProcess:
        try:
            return self._nursery.born()
        except OSError as error:
            log.error("no process for a task can be started", exc_info=error)
            raise _overloaded() from error

    def _give_back(self, process: TaskProcess) -> None:
        with self._changed:
            self._busy.remove(process)
            if process.usable:
                self._idle.append(process)
            else:
                process.close()
            self._changed.notify_all()


def _end(owner: int, nursery: Nursery, idle: list[TaskProcess]) -> None:
    if owner == os.getpid():
        for process in idle:
            process.close()
        nursery.close()


def _overloaded() -> Overloaded:
    return Overloaded(
        Sentence("Too much is being read here at the moment; please try again in a few seconds."), RETRY_AFTER
    )
