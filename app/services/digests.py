"""Today in one file: the front page of an edition with the texts of its stories, gathered behind the readers' backs.

One edition after the other and one read of a host at a time, so that a reader waits a minute or two; what was gathered
serves everybody for an hour.
"""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, replace

from app.errors import ReaderError
from app.models import Article, FrontPage, Headline, Story
from app.services.admission import OWN_WORK, Admission
from app.services.content_reader import ContentReader
from app.services.front_pages import FrontPages
from app.storage import Store
from app.storage.cache import Cache, CachedEntry
from app.storage.claims import Claims
from app.text.humanize import HOUR

log = logging.getLogger(__name__)

MOST_STORIES = 60
# For so long a file is today's; seconds.
FRESH_SECONDS = HOUR
# Texts that are read side by side, and for how long: what has not come by then is left out.
READS_AT_ONCE, LONGEST = 4, 240.0
# A gathering that has not been heard of for so long has died with its process.
SILENT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the texts of an edition are: `done` of `total`, begun and last heard of in seconds since the epoch."""

    begun: float
    heard: float
    done: int = 0
    total: int = 0
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """The stories of a front page, each with its text where that could be read, and when they were gathered."""

    stories: Sequence[tuple[Headline, Article | None]]
    made: float


class Digests:
    """Gathers what the files are made of, for all workers together."""

    def __init__(
        self,
        front_pages: FrontPages,
        contents: ContentReader,
        is_indirect: Callable[[str], bool],
        store: Store,
        cache: Cache,
        claims: Claims,
        clock: Callable[[], float] = time.time,
        namespace: str = "",
        permits: Callable[[Iterable[str]], bool] = lambda granted: True,
    ) -> None:
        """Take the pages, who reads texts, what tells links that lead to no text, and where all is kept.

        `namespace` and `permits` are as with the pages: what was made of hosts that are denied now is not served.
        """
        self._front_pages = front_pages
        self._contents = contents
        self._is_indirect = is_indirect
        self._store = store
        self._cache = cache
        self._claims = claims
        self._clock = clock
        self._namespace = namespace
        self._permits = permits
        self._jobs = ThreadPoolExecutor(1, "today")
        self._stopped = threading.Event()

    def of(self, edition: str, admit: Admission) -> Digest | Progress:
        """Return today's texts of an edition, or how far they are; begun now where nobody has, which counts as a read.

        Raises `UnknownPlace`, and what `admit` raises.
        """
        self._front_pages.edition(edition)
        progress = self.progress(edition)
        if progress is not None and progress.finished:
            digest = self._gathered(edition, progress)
            if digest is not None:
                return digest
        if progress is None or progress.finished:
            admit.count()
            progress = self._begin(edition)
        return progress

    def progress(self, edition: str) -> Progress | None:
        """Return how far the texts of an edition are; None where nobody is at it, or they are no longer today's."""
        data = self._store.get(self._key(edition))
        if data is None:
            return None
        progress, now = Progress(**json.loads(data)), self._clock()
        is_over = now - progress.begun > FRESH_SECONDS if progress.finished else now - progress.heard > SILENT_SECONDS
        return None if is_over else progress

    def stop(self) -> None:
        """End what is under way; nobody waits for it."""
        self._stopped.set()
        self._jobs.shutdown(wait=False, cancel_futures=True)

    def _begin(self, edition: str) -> Progress:
        now = self._clock()
        progress = Progress(now, now)
        if self._claims.take_one([f"today {edition}"]) is None:
            return self.progress(edition) or progress  # somebody else is just beginning
        try:
            self._keep(edition, progress)
            self._jobs.submit(self._gather_quietly, edition, progress)
        finally:
            self._claims.release(f"today {edition}")
        return progress

    def _gather_quietly(self, edition: str, progress: Progress) -> None:
        try:
            self._gather(edition, progress)
        except Exception:
            log.exception("the texts of %s could not be gathered", edition)
            self._store.delete(self._key(edition))

    def _gather(self, edition: str, progress: Progress) -> None:
        """Read the texts of the stories of a front page, and keep how far that is."""
        page = self._front_pages.front(edition, "top", OWN_WORK).content
        assert isinstance(page, FrontPage)  # noqa: S101  # what front pages are
        stories = tuple(Story(self._opening(story)) for story in page.stories[:MOST_STORIES])
        granted = tuple(sorted(self._front_pages.granted(edition)))
        entry = CachedEntry(FrontPage(page.title, stories), progress.begun, progress.begun, "", "", granted=granted)
        self._cache.put(self._key(edition), entry, 2 * FRESH_SECONDS)
        progress = replace(progress, total=len(stories))
        with ThreadPoolExecutor(READS_AT_ONCE, "today") as pool:
            end = time.monotonic() + LONGEST
            reads: list[Future[None]] = [pool.submit(self._read, story.lead.url, end) for story in stories]
            for done, _ in enumerate(as_completed(reads), 1):
                progress = replace(progress, done=done, heard=self._clock())
                self._keep(edition, progress)
        self._keep(edition, replace(progress, finished=True))

    def _opening(self, story: Story) -> Headline:
        """Return the headline of a story whose text can be read, the lead where none can."""
        return next((each for each in (story.lead, *story.others) if not self._is_indirect(each.url)), story.lead)

    def _read(self, url: str, end: float) -> None:
        """Have the text at an address read and kept, unless there is no time left or it is known not to open."""
        if self._stopped.is_set() or time.monotonic() > end or self._is_indirect(url):
            return
        try:
            self._contents.read(url, OWN_WORK)
        except ReaderError as error:
            log.info("%s is not in today's file: %s", url, error)

    def _gathered(self, edition: str, progress: Progress) -> Digest | None:
        entry = self._cache.get(self._key(edition))
        if entry is None or not isinstance(entry.value, FrontPage) or not self._permits(entry.granted):
            return None
        return Digest([(story.lead, self._text(story.lead.url)) for story in entry.value.stories], progress.begun)

    def _text(self, url: str) -> Article | None:
        kept = self._contents.cached(url)
        return kept.content if kept is not None and isinstance(kept.content, Article) else None

    def _keep(self, edition: str, progress: Progress) -> None:
        self._store.set(self._key(edition), json.dumps(asdict(progress)).encode(), 2 * FRESH_SECONDS)

    def _key(self, edition: str) -> str:
        return f"today1:{self._namespace}{edition}"
