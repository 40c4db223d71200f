"""Other ways to an article whose page does not open, or has only its beginning: a ladder, whose rungs are one list.

What every rung fetches is fetched like any page: under the same deadline, the same politeness to its host, the same
checks of its address and the same limits of the reader who asks.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from ipaddress import ip_address
from urllib.parse import urlsplit

from app.errors import OriginError, OriginUnreachable, OriginUntrusted, ReaderError
from app.models import Article
from app.render.pages.articles import UNSURE, day_in_words
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader
from app.services.feed_texts import FeedTexts
from app.services.originals import FEWEST_WORDS
from app.services.wayback import Wayback

# A version is better than what there is from so many times its words on.
CLEARLY_MORE = 1.5
# What is shown instead of a page that does not open, and of one that has only the beginning.
ANOTHER = (
    Sentence("The page itself does not open here; this is another version of it."),
    Sentence("The page itself has only the beginning; this is another version of it."),
)
FEED_TEXT = (
    Sentence("The page itself does not open here; this is the text of its feed."),
    Sentence("The page itself has only the beginning; this is the text of its feed."),
)
ARCHIVED = (
    Sentence("The page itself does not open here; this is the Wayback Machine's copy."),
    Sentence("The page itself has only the beginning; this is the Wayback Machine's copy."),
)
ARCHIVED_OF = (
    Sentence("The page itself does not open here; this is the Wayback Machine's copy of %(day)s."),
    Sentence("The page itself has only the beginning; this is the Wayback Machine's copy of %(day)s."),
)
COPY, COPY_OF = (
    Sentence("This is the Wayback Machine's copy."),
    Sentence("This is the Wayback Machine's copy of %(day)s."),
)
# Names of hosts under which one site stands twice: by which beginning the other is reached, the most telling first.
NEIGHBOURS = (("m.", "www."), ("mobile.", "www."), ("amp.", "www."), ("www.", ""), ("", "www."))


@dataclass(frozen=True, slots=True)
class Missed:
    """What was not had of the canonical address `url`: `error` says why, or `article` is the beginning of it.

    `versions` are other addresses of it that its page names.
    """

    url: str
    error: ReaderError | None = None
    article: Article | None = None
    versions: tuple[str, ...] = ()

    def note(self, said: tuple[Sentence, Sentence]) -> Sentence:
        """Return the one of two sentences on what is shown instead, that for a page that does not open first."""
        return said[self.article is not None]

    @property
    def fewest_words(self) -> float:
        """How many words a version has that is worth showing instead."""
        return FEWEST_WORDS if self.article is None else max(FEWEST_WORDS, CLEARLY_MORE * self.article.words)


@dataclass(frozen=True, slots=True)
class Version:
    """An article by another way, and the sentence that says by which."""

    cached: CachedContent
    note: str


Rung = Callable[[Missed, Admission], Iterator[Version]]


class OtherVersions:
    """Finds other versions of articles."""

    def __init__(
        self,
        contents: ContentReader,
        texts: FeedTexts,
        wayback: Wayback,
        archive_at_once: bool,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take who knows what; no rung is begun after `seconds`, told by `clock`.

        With `archive_at_once` the Wayback Machine is asked without a click.
        """
        self._contents = contents
        self._texts = texts
        self._wayback = wayback
        self._archive_at_once = archive_at_once
        self._seconds = seconds
        self._clock = clock

    def rungs(self) -> tuple[Rung, ...]:
        """Return the ways in the order in which they are tried, the nearest to the original first."""
        return (self._named, self._feed_text, self._neighbour, self._archived)

    def of(self, missed: Missed, admit: Admission) -> Version | None:
        """Return the first version of what was missed that is clearly more than what there is, or None."""
        end = self._clock() + self._seconds
        for rung in self.rungs():
            for version in rung(missed, admit):
                found = version.cached.content
                if isinstance(found, Article) and found.words >= missed.fewest_words:
                    return replace(version, cached=replace(version.cached, content=replace(found, url=missed.url)))
                if self._clock() >= end:
                    return None
        return None

    def _named(self, missed: Missed, admit: Admission) -> Iterator[Version]:
        """Other addresses that the page names."""
        for url in missed.versions:
            yield from self._page(url, missed.note(ANOTHER), admit)

    def _feed_text(self, missed: Missed, admit: Admission) -> Iterator[Version]:
        """What a feed had; nobody is asked for it."""
        cached = self._texts.article(missed.url)
        if cached is not None:
            yield Version(cached, missed.note(FEED_TEXT))

    def _neighbour(self, missed: Missed, admit: Admission) -> Iterator[Version]:
        """The same path on the other name of its host."""
        url = neighbour_of(missed)
        if url:
            yield from self._page(url, missed.note(ANOTHER), admit)

    def _archived(self, missed: Missed, admit: Admission) -> Iterator[Version]:
        """The newest copy of the archive, where that is asked without a click."""
        if not self._archive_at_once or not (missed.error or (missed.article and missed.article.cut)):
            return
        with suppress(ReaderError):
            copy = self._wayback.newest(missed.url, admit)
            yield Version(
                self._wayback.read(copy, admit), of_day(missed.note(ARCHIVED), missed.note(ARCHIVED_OF), copy.day)
            )

    def _page(self, url: str, note: str, admit: Admission) -> Iterator[Version]:
        """What stands at another address; one that does not open is no version."""
        with suppress(ReaderError):
            yield Version(self._contents.read(url, admit), note)


def is_doubtful(article: Article) -> bool:
    """Say whether an article may be only a part of what its page has to say."""
    return bool(article.cut) or article.confidence < UNSURE


def of_day(without: Sentence, with_day: Sentence, day: str) -> Sentence:
    """Return the sentence on a copy of the `day` `YYYY-MM-DD`, or the one without where none is known."""
    written = day_in_words(day)
    return with_day.of(day=written) if written else without


def neighbour_of(missed: Missed) -> str:
    """Return the address under which the same page may stand, or nothing where there is no reason to try one.

    That are a site for phones, and one that is reached only with or only without `www.`.
    """
    parts = urlsplit(missed.url)
    host = parts.hostname or ""
    if not isinstance(missed.error, OriginError) or parts.port is not None or "." not in host or _is_number(host):
        return ""
    before, other = next((one, two) for one, two in NEIGHBOURS if host.startswith(one))
    if before in ("www.", "") and not isinstance(missed.error, OriginUnreachable | OriginUntrusted):
        return ""
    return parts._replace(netloc=other + host.removeprefix(before)).geturl()


def _is_number(host: str) -> bool:
    try:
        return ip_address(host) is not None
    except ValueError:
        return False
