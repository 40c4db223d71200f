"""Front pages that somebody read in the last days, made anew behind the scenes before the next reader comes.

Of all workers one does it at a time, by a claim in the store, and one page after the other.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator

from app.news.sources import SECTIONS
from app.services.front_pages import FrontPages
from app.storage.claims import Claims
from app.storage.readership import Readership
from app.text.humanize import HOUR

log = logging.getLogger(__name__)

CLAIM = "refresh"
# Seconds between two looks, the first of them included, and for which one look may go on: less than a claim lasts.
EVERY, LONGEST_LOOK = 20.0, 40.0
# Pages that are kept fresh at most, those that were read last.
MOST_PAGES = 60
# A page that nobody has read for an hour is made anew only every so many of its lives.
SELDOM, RECENT = 6, HOUR


class PageRefresher:
    """Makes pages anew in a thread of its own."""

    def __init__(
        self,
        front_pages: FrontPages,
        readership: Readership,
        claims: Claims,
        fresh: float,
        clock: Callable[[], float] = time.time,
        every: float = EVERY,
    ) -> None:
        """Take the pages, who read which, and for how many seconds a page is fresh; `every` is between two looks.

        `clock` tells seconds since the epoch.
        """
        self._front_pages = front_pages
        self._readership = readership
        self._claims = claims
        self._fresh = fresh
        self._clock = clock
        self._every = every
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def note(self, edition: str, section: str) -> None:
        """Note that somebody reads a page."""
        self._readership.note(f"{edition} {section}")

    def start(self) -> None:
        """Begin; once in each process that may do it."""
        self._thread = threading.Thread(target=self._run, name="refresh", daemon=True)
        self._thread.start()

    def stop(self, patience: float = 5.0) -> None:
        """End after the page that is being made, for which `patience` seconds are waited at most."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(patience)

    def look(self) -> int:
        """Make every page that is due anew, unless another process is at it, and return how many those were."""
        if self._claims.take_one([CLAIM]) is None:
            return 0
        try:
            return sum(self._renewed(*page) for page in self._due())
        finally:
            self._claims.release(CLAIM)

    def _due(self) -> Iterator[tuple[str, str]]:
        """Yield edition and section of the pages that are due, those that were read last first, while there is time."""
        end = time.monotonic() + LONGEST_LOOK
        pages = {f"{code} {key}": (code, key) for code in self._front_pages.editions for key, _ in SECTIONS}
        read = self._readership.last_read(pages)
        for page in sorted(read, key=lambda each: -read[each])[:MOST_PAGES]:
            lives = 1 if self._clock() - read[page] < RECENT else SELDOM
            if self._front_pages.age(*pages[page]) >= lives * self._fresh:
                yield pages[page]
            if self._stopped.is_set() or time.monotonic() > end:
                return

    def _renewed(self, edition: str, section: str) -> bool:
        """Make a page anew; one that cannot be is logged and left."""
        try:
            self._front_pages.warm(edition, section)
        except Exception:
            log.exception("the page %s of %s could not be made", section, edition)
            return False
        return True

    def _run(self) -> None:
        while not self._stopped.wait(self._every):
            self.look()
