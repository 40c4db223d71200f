"""Pictures for the screen: read through the reader, converted a few at a time, kept in memory.

How large an original is, and how many bytes it has as some screen gets it, is kept in the store, so that pages can
say it before anybody asks for the picture.
"""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar

from cachetools import TTLCache

from app.errors import BadImage, Failure, ReaderError, TooComplicated, TooManyReads
from app.images import card, convert, fitted, measure
from app.isolation import Subject, TaskPool
from app.models import ConvertedImage, ImageSize, Screen, SourceImage
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent, Reader
from app.storage import Quota, Store
from app.storage.cache import Cache, CachedEntry
from app.telemetry.metrics import CONVERSIONS
from app.text.humanize import DAY

# What gives a client his turn to have a picture converted, and counts it. Raises `TooManyReads`.
Turn = Callable[[], AbstractContextManager[Callable[[], None]]]
Fact = tuple[float, ...]
T = TypeVar("T")

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
        reader: Reader,
        cache: Cache,
        store: Store,
        tasks: TaskPool,
        max_pixels: int,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the reader that fetches, what keeps pictures and facts, and what converts them within which limits."""
        self._reader = reader
        self._cache = cache
        self._tasks = tasks
        self._max_pixels = max_pixels
        self._facts = _Facts(cache, store, clock)
        self._clock = clock

    @property
    def changes(self) -> int:
        """How often this process has found out something new for `sizes`."""
        return self._facts.changes

    def image(self, url: str, screen: Screen, admit: Admission, turn: Turn) -> ConvertedImage:
        """Return the picture at the canonical address `url` as `screen` shows it. Raises `ReaderError`.

        What is kept, and what another reader has converted in the meantime, is not counted as a turn.
        """
        cached = self._reader.read(url, admit)
        key = ("picture", url, screen, cached.fetched_at)
        kept = self._kept(key)
        if kept is not None:
            return kept
        self._check_not_lost(url, cached)
        with turn() as count:
            kept = self._kept(key)
            if kept is None:
                count()
                kept = self._converted(key, url, cached, screen)
        return kept

    def card(self, screen: Screen, turn: Turn) -> ConvertedImage:
        """Return the test card as `screen` shows it. Raises `TooManyReads` as `turn` does."""
        kept = self._cache.get_page(("card", screen))
        if isinstance(kept, ConvertedImage):
            return kept
        with turn() as count:
            count()
            made = card(screen)
        self._cache.put_page(("card", screen), made, len(made.body))
        return made

    def measure(self, url: str, admit: Admission) -> tuple[int, int]:
        """Return width and height of the original picture in pixels. Raises `ReaderError`."""
        return self._shape(url, self._reader.read(url, admit))

    def sizes(self, urls: Iterable[str], screen: Screen) -> Mapping[str, ImageSize]:
        """Return what is known of pictures as `screen` would get them, without making or asking for any."""
        wanted = list(urls)
        facts = self._facts.of([*wanted, *((url, screen) for url in wanted)])
        return {url: _known(facts[url], facts.get((url, screen)), screen) for url in wanted if url in facts}

    def _kept(self, key: Hashable) -> ConvertedImage | None:
        """Return the picture that was made. Raises the `ReaderError` that came of making it."""
        kept = self._cache.get_page(key)
        if isinstance(kept, Failure):
            raise kept.error()
        return kept if isinstance(kept, ConvertedImage) else None

    def _check_not_lost(self, url: str, cached: CachedContent) -> None:
        """Raise `TooComplicated` while it is remembered that this copy of a picture takes too much."""
        entry = self._cache.get(_lost(url, cached))
        if entry is not None and isinstance(entry.value, Failure):
            raise entry.value.error()

    def _converted(self, key: Hashable, url: str, cached: CachedContent, screen: Screen) -> ConvertedImage:
        try:
            self._shape(url, cached)
            made = self._run(url, cached, convert, screen, self._max_pixels, self._keep_as(url, cached))
        except TooManyReads:
            raise
        except ReaderError as error:
            self._cache.put_page(key, Failure.of(error), FACT_BYTES)
            CONVERSIONS.labels(screen.format, type(error).__name__).inc()
            raise
        CONVERSIONS.labels(screen.format, "made").inc()
        dated = replace(made, fetched_at=cached.fetched_at)
        self._cache.put_page(key, dated, len(dated.body))
        if not (screen.exact or screen.column):  # small pictures and parts have no number whose size anybody asks
            self._note_size((url, screen), len(dated.body))
        return dated

    def _note_size(self, about: Hashable, size: int) -> None:
        """Note how many bytes a picture came out with; pages that say so are newer only where that is news."""
        if self._facts.of([about]).get(about, (0, 0))[0] != size:
            self._facts.put(about, (size, self._clock()))

    def _keep_as(self, url: str, cached: CachedContent) -> str:
        """Return the name under which a task process keeps the pixels for the next task.

        It is empty where there are no such processes: nothing would free the memory of this one.
        """
        return f"{url} {cached.fetched_at}" if self._tasks.is_apart else ""

    def _run(self, url: str, cached: CachedContent, function: Callable[..., T], *arguments: object) -> T:
        """Return what `function` makes of a picture; that it takes too much is remembered for every worker."""
        subject = Subject(url, "picture", self._keep_as(url, cached))
        try:
            return self._tasks.run(subject, function, _source(cached), *arguments)
        except TooComplicated as error:
            now = self._clock()
            lost = CachedEntry(Failure.of(error), now, now + error.remembered, "", "")
            self._cache.put(_lost(url, cached), lost, error.remembered)
            raise

    def _shape(self, url: str, cached: CachedContent) -> tuple[int, int]:
        """Return width and height of an original, read from its header once for each copy, and noted as a fact."""
        key = ("shape", url, cached.fetched_at)
        kept = self._cache.get_page(key)
        if isinstance(kept, tuple):
            return kept
        self._check_not_lost(url, cached)
        shape = self._run(url, cached, measure, self._max_pixels)
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
        self.changes = 0

    def put(self, about: Hashable, fact: Fact) -> None:
        self._cache.put_page(("fact", about), fact, FACT_BYTES)
        with self._lock:
            self.changes += 1
        self._store.set(_key(about), json.dumps(fact).encode(), KEEP_SECONDS, Quota.PAGES)

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


def _lost(url: str, cached: CachedContent) -> str:
    return f"lost picture {cached.fetched_at} {url}"


def _source(cached: CachedContent) -> bytes:
    if not isinstance(cached.content, SourceImage):
        raise BadImage(Sentence("There is no picture at this address, but something else."))
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
