"""Work that takes minutes, done behind the readers' backs, of which all workers know how far it is."""

import json
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace

from app.storage import Store
from app.storage.claims import Claims
from app.text.humanize import HOUR

log = logging.getLogger(__name__)

# Pieces of work that a process does at once.
AT_ONCE = 2
# For so long what was gathered is today's; seconds.
FRESH_SECONDS = HOUR
# A gathering that has not been heard of for so long has died with its process.
SILENT_SECONDS = 60.0

#: Told how much is done of how much.
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a gathering is: `done` of `total`, begun and last heard of in seconds since the epoch."""

    begun: float
    heard: float
    done: int = 0
    total: int = 0
    finished: bool = False


class Gathering:
    """Does few pieces of work at once, each once for all processes that share a store."""

    def __init__(self, store: Store, claims: Claims, prefix: str, clock: Callable[[], float] = time.time) -> None:
        """Take where progress is kept, under keys that begin with `prefix`; `clock` tells seconds since the epoch."""
        self._store = store
        self._claims = claims
        self._prefix = prefix
        self._clock = clock
        self._jobs = ThreadPoolExecutor(AT_ONCE, prefix)
        self._stopped = threading.Event()

    @property
    def is_stopped(self) -> bool:
        """Whether work is to end as soon as it can."""
        return self._stopped.is_set()

    def progress(self, name: str) -> Progress | None:
        """Return how far the work of this name is; None where nobody is at it, or it is no longer today's."""
        data = self._store.get(self._prefix + name)
        if data is None:
            return None
        progress, now = Progress(**json.loads(data)), self._clock()
        is_over = now - progress.begun > FRESH_SECONDS if progress.finished else now - progress.heard > SILENT_SECONDS
        return None if is_over else progress

    def begin(self, name: str, work: Callable[[float, Tell], None]) -> Progress:
        """Have `work` done, which is given when it was begun; where somebody else is just beginning, return how far."""
        now = self._clock()
        progress = Progress(now, now)
        claim = self._prefix + name
        if self._claims.take_one([claim]) is None:
            return self.progress(name) or progress
        try:
            self._keep(name, progress)
            self._jobs.submit(self._do, name, progress, work)
        finally:
            self._claims.release(claim)
        return progress

    def stop(self) -> None:
        """End what is under way; nobody waits for it."""
        self._stopped.set()
        self._jobs.shutdown(wait=False, cancel_futures=True)

    def _do(self, name: str, begun: Progress, work: Callable[[float, Tell], None]) -> None:
        current = self.progress(name)
        if current is not None and current.begun != begun.begun:
            return  # it waited so long for its turn that somebody has begun it again
        last = begun

        def tell(done: int, total: int) -> None:
            nonlocal last
            last = replace(begun, heard=self._clock(), done=done, total=total)
            self._keep(name, last)

        try:
            work(begun.begun, tell)
        except Exception:
            log.exception("%s%s could not be gathered", self._prefix, name)
            self._store.delete(self._prefix + name)
        else:
            self._keep(name, replace(last, finished=True))

    def _keep(self, name: str, progress: Progress) -> None:
        self._store.set(self._prefix + name, json.dumps(asdict(progress)).encode(), 2 * FRESH_SECONDS)
