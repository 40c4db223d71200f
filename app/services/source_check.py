"""Every source asked once, to find those that are dead, moved, stale or empty."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.errors import ReaderError
from app.fetch.client import Client
from app.models import Content, Feed, FetchedPage, Headline, Kind
from app.text.humanize import DAY, seconds_in_words

# A feed whose newest item is older is no source of news.
STALE_AFTER = 30 * DAY
# Hosts that are asked side by side; each has its feeds asked one after the other.
HOSTS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source that was asked: `kind` is `dead`, `moved`, `stale`, `empty`, or nothing where all is well.

    `said` tells more; `target` is where a moved one is now.
    """

    url: str
    kind: str = ""
    said: str = ""
    target: str = ""


class SourceCheck:
    """Asks feeds, without keeping what they send."""

    def __init__(
        self, client: Client, interpret: Callable[[str, FetchedPage], Content], clock: Callable[[], float] = time.time
    ) -> None:
        """Take who fetches, and what understands a feed; `clock` tells seconds since the epoch."""
        self._client = client
        self._interpret = interpret
        self._clock = clock
        # One feed is understood at a time: that there are no more task processes must not be said of a source.
        self._turn = threading.Lock()

    def check_all(self, urls: Iterable[str]) -> Iterator[CheckedSource]:
        """Ask each of the canonical addresses `urls` once, and yield what came of it, host by host."""
        hosts: dict[str, list[str]] = {}
        for url in dict.fromkeys(urls):
            hosts.setdefault(urlsplit(url).netloc, []).append(url)
        with ThreadPoolExecutor(HOSTS_AT_ONCE, "check") as pool:
            for found in pool.map(self._host, hosts.values()):
                yield from found

    def check(self, url: str) -> CheckedSource:
        """Ask for the feed at `url`."""
        try:
            page = self._client.fetch(url)
        except ReaderError as error:
            return CheckedSource(url, "dead", error.sentence)
        try:
            with self._turn:
                feed = self._interpret(url, page)
        except ReaderError as error:
            return CheckedSource(url, "empty" if page.kind is Kind.FEED else "dead", error.sentence)
        return self._judged(url, page, feed.headlines if isinstance(feed, Feed) else ())

    def _judged(self, url: str, page: FetchedPage, items: Sequence[Headline]) -> CheckedSource:
        """Return what is to be said of a feed that could be read."""
        if not items:
            return CheckedSource(url, "empty", "There is no item in it.")
        age = self._clock() - max(each.published for each in items)
        if all(each.published for each in items) and age > STALE_AFTER:
            return CheckedSource(url, "stale", f"Its newest item is {seconds_in_words(age)} old.")
        return CheckedSource(url) if page.url == url else CheckedSource(url, "moved", f"It was {url}", page.url)

    def _host(self, urls: list[str]) -> list[CheckedSource]:
        return [self.check(url) for url in urls]
