"""Copies of pages in the Wayback Machine: which is the newest, and what it holds."""

import json
from dataclasses import replace

from app.errors import OriginFailed, OriginMissing
from app.fetch.decode import text_of
from app.models import Content, Entry, FetchedPage, Listing
from app.net.wayback import Copy, asking, copy_at
from app.services.admission import Admission
from app.services.content_reader import CachedContent, ContentReader, interpret

NO_COPY = "The Wayback Machine has no copy of this page."
NO_SENSE = "The Wayback Machine sent an answer that makes no sense."


class Wayback:
    """Reads copies; `base` is where the archive is asked, empty where it never is."""

    def __init__(self, base: str, names: ContentReader, pages: ContentReader) -> None:
        """Take who reads the archive's answers by `named_copy`, and who its copies by `archived`, both for `base`."""
        self._base = base
        self._names = names
        self._pages = pages

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

    def read(self, copy: Copy, admit: Admission) -> CachedContent:
        """Return what a copy holds, with links and pictures as the original had them. Raises `ReaderError`."""
        return self._pages.read(copy.url, admit)


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
