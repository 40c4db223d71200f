"""The texts of feeds, kept under the addresses of their entries for when these do not open.

What a feed has of an entry beside its summary (`content:encoded` of RSS, `content` of Atom) is often the whole article.
A feed speaks for its own site only: anybody may write one, with any text under the address of another.
"""

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from html import escape

from app.errors import ReaderError
from app.models import Article, Content, Download, EntryText, Feed, FetchedPage, Kind, Listing
from app.net.urls import host_of
from app.services.cached_content import CachedContent
from app.storage.cache import Cache, CachedEntry

Interpret = Callable[[str, FetchedPage], Content]

_PAGE = (
    '<html><head><meta charset="utf-8"><title>{title}</title><meta property="article:published_time" content="{date}">'
    "</head><body><article><h1>{title}</h1>{markup}</article></body></html>"
)


class FeedTexts:
    """Keeps texts for `seconds`, for any number of threads; `interpret` reads them as pages when they are wanted."""

    def __init__(
        self,
        cache: Cache,
        seconds: float,
        interpret: Interpret,
        permits: Callable[[Iterable[str]], bool] = lambda granted: True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take where they are kept; `permits` says whether what came from IP addresses of private networks may still be
        shown, `clock` tells seconds since the epoch.
        """
        self._permits = permits
        self._cache = cache
        self._seconds = seconds
        self._interpret = interpret
        self._clock = clock

    def kept(self, interpret: Interpret, trusted: Collection[str] = ()) -> Interpret:
        """Return `interpret` as what reads feeds without the texts of their entries, which are kept here.

        The feeds at the addresses `trusted` may speak for any site, as those of papers do that stand elsewhere.
        """

        def without_texts(url: str, page: FetchedPage) -> Content:
            content = interpret(url, page)
            if not isinstance(content, Feed | Listing) or not content.texts:
                return content
            own = (text for text in content.texts if url in trusted or _is_of_one_site(page.url, text.url))
            self._keep(own, page.granted)
            return replace(content, texts=())

        return without_texts

    def article(self, url: str) -> CachedContent | None:
        """Return the text that some feed had for the canonical address `url`, as an article; None where none had."""
        entry = self._cache.get(_key(url))
        if entry is None or not isinstance(entry.value, Download) or not self._permits(entry.granted):
            return None
        try:
            found = self._interpret(url, FetchedPage(url, "text/html", entry.value.body, Kind.HTML, "utf-8"))
        except ReaderError:
            return None
        return CachedContent(found, entry.fetched_at, 0, entry.granted) if isinstance(found, Article) else None

    def _keep(self, texts: Iterable[EntryText], granted: tuple[str, ...]) -> None:
        now = self._clock()
        for text in texts:
            page = _PAGE.format(title=escape(text.title), date=text.date, markup=text.markup).encode()
            known = self._cache.get(_key(text.url))
            if known is None or not isinstance(known.value, Download) or known.value.body != page:
                content = Download(text.url, "text/html", text.title, page)
                entry = CachedEntry(content, now, now + self._seconds, "", "", granted=granted)
                self._cache.put(_key(text.url), entry, self._seconds)


def _is_of_one_site(feed: str, entry: str) -> bool:
    """Say whether two addresses are of one host, or one of a host below the other's: `feeds.` or `rss.`, as a rule."""
    one, other = host_of(feed), host_of(entry)
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _key(url: str) -> str:
    return f"text {url}"
