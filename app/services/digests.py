"""Today in one file: the front page of an edition with the texts of its stories, gathered behind the readers' backs.

One edition after the other and few reads at once, so that a reader waits a minute or two; what was gathered serves
everybody for an hour.
"""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial

from app.errors import ReaderError
from app.models import Article, FrontPage, Headline, Story
from app.services.admission import OWN_WORK, Admission
from app.services.cached_content import CachedContent
from app.services.front_pages import FrontPages
from app.services.gathering import FRESH_SECONDS, Gathering, Progress, Tell
from app.storage.cache import Cache, CachedEntry

log = logging.getLogger(__name__)

MOST_STORIES = 60
# Texts that are read side by side, and for how long: what has not come by then is left out; seconds.
READS_AT_ONCE, LONGEST = 4, 240.0


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
        read: Callable[[str, Admission], CachedContent],
        is_indirect: Callable[[str], bool],
        gathering: Gathering,
        cache: Cache,
        namespace: str = "",
        permits: Callable[[Iterable[str]], bool] = lambda granted: True,
    ) -> None:
        """Take the pages, who reads texts, what tells links that lead to no text, who works, and where all is kept.

        `namespace` and `permits` are as with the pages: what was made of hosts that are denied now is not served.
        """
        self._front_pages = front_pages
        self._read_text = read
        self._is_indirect = is_indirect
        self._gathering = gathering
        self._cache = cache
        self._namespace = namespace
        self._permits = permits

    def of(self, edition: str, admit: Admission) -> Digest | Progress:
        """Return today's texts of an edition, or how far they are; begun now where nobody has, which counts as a read.

        Raises `UnknownPlace`, and what `admit` raises.
        """
        self._front_pages.edition(edition)
        return self._of(edition, partial(self._gather, edition), admit)

    def _of(self, name: str, gather: Callable[[float, Tell], None], admit: Admission) -> Digest | Progress:
        progress = self.progress(name)
        if progress is not None and not progress.finished:
            return progress
        digest = self._gathered(name, progress) if progress is not None else None
        if digest is not None:
            return digest
        admit.count()
        return self._gathering.begin(self._namespace + name, gather)

    def of_stories(self, name: str, stories: Sequence[Headline], admit: Admission) -> Digest | Progress:
        """Return the texts of any stories, which are called `name`, or how far they are. Raises what `admit` raises."""
        return self._of(name, partial(self._read_all, name, tuple(map(Story, stories)), ()), admit)

    def progress(self, name: str) -> Progress | None:
        """Return how far the texts of an edition, or of stories that are called so, are; None where nobody is at it, or
        they are no longer today's."""
        return self._gathering.progress(self._namespace + name)

    def _gather(self, edition: str, begun: float, tell: Tell) -> None:
        """Read the texts of the stories of a front page."""
        page = self._front_pages.front(edition, "top", OWN_WORK).content
        assert isinstance(page, FrontPage)  # noqa: S101  # what front pages are
        stories = tuple(Story(self._opening(story)) for story in page.stories[:MOST_STORIES])
        granted = tuple(sorted(self._front_pages.granted(edition)))
        self._read_all(edition, stories, granted, begun, tell)

    def _read_all(
        self, name: str, stories: tuple[Story, ...], granted: tuple[str, ...], begun: float, tell: Tell
    ) -> None:
        entry = CachedEntry(FrontPage(name, stories), begun, begun, "", "", granted=granted)
        self._cache.put(self._key(name), entry, 2 * FRESH_SECONDS)
        tell(0, len(stories))
        with ThreadPoolExecutor(READS_AT_ONCE, "today") as pool:
            end = time.monotonic() + LONGEST
            reads = [pool.submit(self._read, story.lead.url, end) for story in stories]
            for done, _ in enumerate(as_completed(reads), 1):
                tell(done, len(stories))

    def _opening(self, story: Story) -> Headline:
        """Return the headline of a story whose text can be read, the lead where none can."""
        return next((each for each in (story.lead, *story.others) if not self._is_indirect(each.url)), story.lead)

    def _read(self, url: str, end: float) -> None:
        """Have the text at an address read and kept, unless there is no time left or it is known not to open."""
        if self._gathering.is_stopped or time.monotonic() > end or self._is_indirect(url):
            return
        try:
            cached = self._read_text(url, OWN_WORK)
        except ReaderError as error:
            log.info("%s is not in today's file: %s", url, error)
            return
        at = cached.fetched_at
        entry = CachedEntry(cached.content, at, at, "", "", granted=cached.granted)
        self._cache.put(self._text_key(url), entry, 2 * FRESH_SECONDS)

    def _gathered(self, name: str, progress: Progress) -> Digest | None:
        entry = self._cache.get(self._key(name))
        if entry is None or not isinstance(entry.value, FrontPage) or not self._permits(entry.granted):
            return None
        return Digest([(story.lead, self._text(story.lead.url)) for story in entry.value.stories], progress.begun)

    def _text(self, url: str) -> Article | None:
        entry = self._cache.get(self._text_key(url))
        if entry is None or not isinstance(entry.value, Article) or not self._permits(entry.granted):
            return None
        return entry.value

    def _text_key(self, url: str) -> str:
        return f"today's text {self._namespace}{url}"

    def _key(self, name: str) -> str:
        return f"today {self._namespace}{name}"
