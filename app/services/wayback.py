"""Copies of pages in the Wayback Machine: which is the newest or the nearest to a day, and what it holds."""

import json
import time
from dataclasses import replace
from urllib.parse import urlsplit

from app.errors import OriginBusy, OriginFailed, OriginMissing
from app.extract.as_it_was import as_it_was
from app.fetch.decode import text_of
from app.fetch.sniff import UNKNOWN
from app.models import Article, Content, Download, Entry, FetchedPage, FrontPage, Kind, Listing, SourceImage
from app.net.moments import stamp_of
from app.net.urls import checked
from app.net.wayback import Copy, asking, copy_at, nearest_at
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader
from app.services.interpretation import interpret
from app.storage import Store
from app.text.humanize import MINUTE

NO_COPY = Sentence("The Wayback Machine has no copy of this page.")
NO_SENSE = Sentence("The Wayback Machine sent an answer that makes no sense.")


NO_ARCHIVE = Sentence("This site does not read the Wayback Machine.")
PAUSED = Sentence("The Wayback Machine asks this site to wait a little; please try again in some minutes.")
PAUSE_KEY, PAUSE_SECONDS = "wayback pause", 5 * MINUTE
# Pages of before this year were made for the browsers that read here, and are shown as they were.
EARLY = "2002"


class Wayback:
    """Reads copies; `base` is where the archive is asked, empty where it never is."""

    def __init__(
        self, base: str, names: ContentReader, pages: ContentReader, moments: ContentReader, store: Store
    ) -> None:
        """Take who reads the archive's answers by `named_copy`, and its copies by `archived` and `as_of`, for `base`.

        In `store` stands whether the archive asks for a pause.
        """
        self._base = base
        self._names = names
        self._pages = pages
        self._moments = moments
        self._store = store

    @property
    def is_on(self) -> bool:
        """Whether there is an archive to ask."""
        return bool(self._base)

    def copy_at(self, url: str) -> Copy | None:
        """Return the copy that stands at `url`, or None where that is no address of a copy."""
        return copy_at(url, self._base) if self._base else None

    def newest(self, url: str, admit: Admission) -> Copy:
        """Return the newest copy of the canonical address `url`. Raises `OriginMissing` and any other `ReaderError`."""
        if not self._base:
            raise OriginMissing(NO_COPY)
        found = self._names.read(asking(url, self._base), admit).content
        copy = self.copy_at(found.entries[0].url) if isinstance(found, Listing) and found.entries else None
        if copy is None:
            raise OriginMissing(NO_COPY)
        return copy

    def nearest(self, url: str, when: str, admit: Admission) -> tuple[Copy, CachedContent]:
        """Return the copy of the canonical address `url` that is nearest to a moment, and what it holds.

        An article has the addresses of its pictures in the archive; a page of before `EARLY` is a `Download`, as
        `app.extract.as_it_was` has it. Raises `ReaderError`.
        """
        if not self._base:
            raise OriginMissing(NO_ARCHIVE)
        self._moments.check(url)
        stamp = stamp_of(when)
        named = self._named(url, stamp, admit)
        return self._moment(named.url if named else nearest_at(url, self._base, stamp), admit)

    def exact(self, copy: Copy, admit: Admission) -> tuple[Copy, CachedContent]:
        """Return what one copy holds, as `nearest` does. Raises `ReaderError`."""
        self._moments.check(copy.original)
        return self._moment(copy.url, admit)

    def _named(self, url: str, stamp: str, admit: Admission) -> Copy | None:
        """Return the copy that the archive names; None where it names none now, or none at all, as pywb."""
        try:
            found = self._calm(asking(url, self._base, stamp), admit).content
        except (OriginBusy, OriginFailed, OriginMissing):
            return None
        return self.copy_at(found.entries[0].url) if isinstance(found, Listing) and found.entries else None

    def _moment(self, address: str, admit: Admission) -> tuple[Copy, CachedContent]:
        try:
            cached = self._calm(address, admit)
        except OriginMissing as error:
            raise OriginMissing(NO_COPY) from error
        found = cached.content
        copy = None if isinstance(found, FrontPage) else self.copy_at(found.url)
        if copy is None:
            raise OriginFailed(NO_SENSE)
        self._moments.check(copy.original)
        return copy, cached

    def paused_since(self) -> float:
        """Return since when the archive is left alone, in seconds since the epoch; 0 where it is not."""
        stored = self._store.get(PAUSE_KEY) or b""
        return float(int(stored)) if stored.isdigit() else 0.0

    def _calm(self, address: str, admit: Admission) -> CachedContent:
        """Return what the archive has at `address`, unless it has asked for a pause. Raises `OriginBusy` then."""
        if self._store.get(PAUSE_KEY) is not None and self._moments.cached(address) is None:
            raise OriginBusy(PAUSED)
        try:
            return self._moments.read(address, admit)
        except OriginBusy as error:
            self._store.set(PAUSE_KEY, b"%d" % time.time(), max(PAUSE_SECONDS, error.retry_after))
            raise OriginBusy(PAUSED) from error

    def read(self, copy: Copy, admit: Admission) -> CachedContent:
        """Return what a copy holds, with links and pictures as the original had them. Raises `ReaderError`."""
        return self._pages.read(copy.url, admit)


class PicturesOfCopies:
    """Reads pictures: those of copies from the archive as it wants to be asked, kept as long, and others as usual."""

    def __init__(self, usual: ContentReader, wayback: Wayback) -> None:
        """Take who reads all that is no copy, and the archive."""
        self._usual = usual
        self._wayback = wayback

    def read(self, url: str, admit: Admission) -> CachedContent:
        """Return what the canonical or unchecked address `url` holds. Raises `ReaderError`."""
        copy = self._wayback.copy_at(checked(url))
        return self._wayback.exact(copy, admit)[1] if copy else self._usual.read(url, admit)


def named_copy(base: str, url: str, page: FetchedPage) -> Content:
    """Return a list with the newest copy that the answer `page` names, as its address; an empty one for none.

    Raises `OriginFailed` for an answer that is no JSON.
    """
    try:
        closest = json.loads(text_of(page))["archived_snapshots"].get("closest", {})
        address = closest["url"] if closest.get("available") else ""
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise OriginFailed(NO_SENSE) from error
    copy = copy_at(address, base) if isinstance(address, str) else None
    return Listing(url, NO_COPY, (Entry(copy.stamp, copy.url),) if copy else ())


def archived(base: str, url: str, page: FetchedPage) -> Content:
    """Return what a copy holds, read as the page that it is of."""
    copy = copy_at(page.url, base) or copy_at(url, base)
    found = interpret(replace(page, url=copy.original) if copy else page)
    return replace(found, texts=()) if isinstance(found, Listing) else found


def as_of(base: str, url: str, page: FetchedPage) -> Content:
    """Return what a copy holds for a reader who stays in its time; its address is that of the copy.

    What the archive says of which copies there are is read by `named_copy`. Raises `OriginFailed` where it is neither.
    """
    if urlsplit(url).path.endswith("/wayback/available"):
        return named_copy(base, url, page)
    copy = copy_at(page.url, base) or copy_at(url, base)
    if copy is None:
        raise OriginFailed(NO_SENSE)
    if page.kind is Kind.HTML and copy.stamp < EARLY:
        return Download(copy.url, "text/html", page.name, as_it_was(text_of(page), copy.original).encode("utf-8"))
    found = interpret(replace(page, url=copy.original))
    match found:
        case Article():
            images = tuple(replace(each, url=copy.of(each.url).url) for each in found.images)
            return replace(found, url=copy.url, images=images, embedded=())
        case Listing():
            return replace(found, url=copy.url, texts=())
        case Download():
            # Only a page that was written anew above is shown as one.
            other = found.content_type if found.content_type != "text/html" else UNKNOWN
            return replace(found, url=copy.url, content_type=other)
        case SourceImage():
            return replace(found, url=copy.url)
    raise OriginFailed(NO_SENSE)
