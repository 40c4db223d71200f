"""A thread that looks after the site itself, whoever reads: it tells the figures of the day, and tries the store."""

import threading
import time
from collections.abc import Callable

from app.services.day_figures import DayFigures
from app.storage import Store

EVERY = 30.0  # seconds between two looks


class SiteWatch:
    """What this process has seen of the site."""

    def __init__(
        self, figures: DayFigures, store: Store, clock: Callable[[], float] = time.time, every: float = EVERY
    ) -> None:
        """Take what is told and tried; `clock` tells seconds since the epoch."""
        self.figures = figures
        self._store = store
        self._clock = clock
        self._every = every
        self._failing_since = 0.0
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Tell the figures, and try the store where that fails or has failed: to try it wears a disk out."""
        if not self.figures.tell() or self._failing_since:
            self.store_trouble()

    def store_trouble(self) -> tuple[str, float]:
        """Return why the store fails now, and since when as this process has seen it; empty and 0 where it works."""
        trouble = self._store.trouble()
        self._failing_since = (self._failing_since or self._clock()) if trouble else 0.0
        return trouble, self._failing_since

    def start(self) -> None:
        """Begin; once in each process that may do it."""
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def stop(self, patience: float = 5.0) -> None:
        """End, with a last word on the figures, for which `patience` seconds are waited at most."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(patience)

    def _run(self) -> None:
        while not self._stopped.wait(self._every):
            self.look()
        self.look()
