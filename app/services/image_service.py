"""Pictures for the screen: read through the reader, converted a few at a time, kept in memory.

How large an original is, and how many bytes it has as some screen gets it, is kept in the store, so that pages can
say it before anybody asks for the picture.
"""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Mapping

from cachetools import TTLCache

from app.errors import BadImage
from app.images import card, convert, fitted, measure
from app.models import ConvertedImage, ImageSize, Screen, SourceImage
from app.services.page_reader import CachedContent, PageReader
from app.storage import Store
from app.storage.cache import Cache
from app.text.humanize import DAY

Admit = Callable[[], None]
Fact = tuple[float, ...]

KEEP_SECONDS = 7 * DAY
# What a remembered fact takes in memory beside its key, roughly.
FACT_BYTES = 100
ANY_HEIGHT = 1_000_000  # pixels, in place of a screen's 0
# The store is asked again for what it did not have only after a while, for another worker may have found it out.
UNKNOWN_SECONDS, MOST_UNKNOWN = 30, 10_000


class ImageService:
    """Converts pictures, each once while it is kept, and remembers how large they came out."""

    def __init__(
        self,
        reader: PageReader,
        cache: Cache,
        store: Store,
        max_pixels: int,
        at_once: int,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the reader that fetches, what keeps pictures and facts, and the limits of a conversion."""
        self._reader = reader
        self._cache = cache
        self._max_pixels = max_pixels
        self._places = threading.BoundedSemaphore(at_once)
        self._facts = _Facts(cache, store, clock)
        self._clock = clock

    def image(self, url: str, screen: Screen, admit: Admit) -> ConvertedImage:
        """Return the picture at the canonical address `url` as `screen` shows it. Raises `ReaderError`."""
        cached = self._reader.read(url, admit)
        key = ("picture", url, screen, cached.fetched_at)
        kept = self._cache.get_page(key)
        if isinstance(kept, ConvertedImage):
            return kept
        self._shape(url, cached)
        with self._places:
            made = convert(_source(cached), screen, self._max_pixels)
        dated = ConvertedImage(made.format, made.width, made.height, made.body, cached.fetched_at)
        self._cache.put_page(key, dated, len(dated.body))
        if not (screen.exact or screen.column):  # small pictures and parts have no number whose size anybody asks
            self._facts.put((url, screen), (len(dated.body), self._clock()))
        return dated

    def card(self, screen: Screen) -> ConvertedImage:
        """Return the test card as `screen` shows it."""
        kept = self._cache.get_page(("card", screen))
        if isinstance(kept, ConvertedImage):
            return kept
        with self._places:
            made = card(screen)
        self._cache.put_page(("card", screen), made, len(made.body))
        return made

    def measure(self, url: str, admit: Admit) -> tuple[int, int]:
        """Return width and height of the original picture in pixels. Raises `ReaderError`."""
        return self._shape(url, self._reader.read(url, admit))

    def sizes(self, urls: Iterable[str], screen: Screen) -> Mapping[str, ImageSize]:
        """Return what is known of pictures as `screen` would get them, without making or asking for any."""
        wanted = list(urls)
        facts = self._facts.of([*wanted, *((url, screen) for url in wanted)])
        return {url: _known(facts[url], facts.get((url, screen)), screen) for url in wanted if url in facts}

    def _shape(self, url: str, cached: CachedContent) -> tuple[int, int]:
        """Return width and height of an original, read from its header once for each copy, and noted as a fact."""
        key = ("shape", url, cached.fetched_at)
        kept = self._cache.get_page(key)
        if isinstance(kept, tuple):
            return kept
        shape = measure(_source(cached), self._max_pixels)
        self._cache.put_page(key, shape, FACT_BYTES)
        self._facts.put(url, shape)
        return shape


class _Facts:
    """Numbers about pictures by what they are about, kept in memory and in the store."""

    def __init__(self, cache: Cache, store: Store, clock: Callable[[], float]) -> None:
        self._cache = cache
        self._store = store
        self._unknown: TTLCache[Hashable, None] = TTLCache(MOST_UNKNOWN, UNKNOWN_SECONDS, clock)
        self._lock = threading.Lock()

    def put(self, about: Hashable, fact: Fact) -> None:
        self._cache.put_page(("fact", about), fact, FACT_BYTES)
        self._store.set(_key(about), json.dumps(fact).encode(), KEEP_SECONDS)

    def of(self, abouts: Iterable[Hashable]) -> dict[Hashable, Fact]:
        """Return what is known, after one call of the store for all that memory does not have."""
        found: dict[Hashable, Fact] = {}
        missing: dict[str, Hashable] = {}
        for about in abouts:
            kept = self._cache.get_page(("fact", about))
            if isinstance(kept, tuple):
                found[about] = kept
            elif not self._is_unknown(about):
                missing[_key(about)] = about
        stored = self._store.get_many(missing) if missing else {}
        for key, about in missing.items():
            fact = _fact(stored.get(key, b""))
            if fact:
                found[about] = fact
                self._cache.put_page(("fact", about), fact, FACT_BYTES)
        self._forget({about: None for about in missing.values() if about not in found})
        return found

    def _is_unknown(self, about: Hashable) -> bool:
        with self._lock:
            return about in self._unknown

    def _forget(self, unknown: Mapping[Hashable, None]) -> None:
        with self._lock:
            self._unknown.update(unknown)


def _known(shape: Fact, made: Fact | None, screen: Screen) -> ImageSize:
    width, height = fitted((int(shape[0]), int(shape[1])), (screen.width, screen.height or ANY_HEIGHT))
    size, since = made or (0, 0)
    return ImageSize(width, height, int(size), since)


def _source(cached: CachedContent) -> bytes:
    if not isinstance(cached.content, SourceImage):
        raise BadImage("There is no picture at this address, but something else.")
    return cached.content.body


def _key(about: Hashable) -> str:
    digest = hashlib.blake2b(repr(about).encode(), digest_size=20)
    return f"k1:{digest.hexdigest()}"


def _fact(data: bytes) -> Fact | None:
    """Return two numbers that were stored, or None where there are none, or where they are damaged."""
    try:
        first, second = map(float, json.loads(data))
    except (TypeError, ValueError):
        return None
    return first, second
