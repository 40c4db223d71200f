"""Work that goes on behind the readers' backs, in small steps with pauses, so that nobody waits for it."""

import logging
import os
import threading
from collections.abc import Callable
from weakref import ReferenceType, ref

log = logging.getLogger(__name__)

# Seconds between two steps, in which others get at what a step holds, and between two looks when nothing was due.
PAUSE, EVERY = 0.02, 30.0


class Upkeep:
    """A thread that takes one step after the other, once it is told that there may be something to do.

    The thread does not keep this alive, nor what the step belongs to: within `EVERY` seconds after both are gone, it
    ends. A store that is dropped without being closed would else keep its files open as long as the process lives.
    """

    def __init__(self, step: Callable[[], bool], name: str) -> None:
        """Take what does a small piece of the work, and tells whether there is more of it."""
        self._step = step
        self._name = name
        self._thread: threading.Thread | None = None
        self._begin_anew()

    def due(self) -> None:
        """Have the thread look after its work soon; it is made where there is none, as in a process after a fork."""
        if self._process != os.getpid():
            self._begin_anew()
        self._due.set()
        with self._lock:
            if self._thread is None:
                self._ended = threading.Event()
                arguments = (ref(self), self._due, self._ended)
                self._thread = threading.Thread(target=_run, args=arguments, name=self._name, daemon=True)
                self._thread.start()

    def end(self) -> None:
        """Return when the thread has finished its step and ended; `due` makes another one."""
        if self._process != os.getpid():
            return
        with self._lock:
            thread, self._thread = self._thread, None
            self._ended.set()
        self._due.set()
        if thread is not None:
            thread.join()

    def _begin_anew(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._due, self._ended = threading.Event(), threading.Event()
        self._thread = None

    def stepped(self) -> bool:
        """Take a step; one that fails is not taken again before the next is due, and ends nothing."""
        try:
            return self._step()
        except Exception:
            log.exception("a step of %r failed", self._name)
            return False


def _run(upkeep: "ReferenceType[Upkeep]", due: threading.Event, ended: threading.Event) -> None:
    while True:
        due.clear()
        if ended.is_set():  # looked at after the other was cleared, for `end` sets them in this order
            return
        owner = upkeep()
        if owner is None:
            return
        has_more = owner.stepped()
        del owner  # while this waits, it holds on to nothing
        if has_more:
            ended.wait(PAUSE)
        else:
            due.wait(EVERY)
