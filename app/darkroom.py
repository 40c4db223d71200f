"""Pictures for the screen: read through the reader, converted a few at a time, kept in memory."""

import threading
from collections.abc import Callable
from dataclasses import replace

from app.cache import Cache
from app.errors import BadPicture
from app.models import Picture, Screen, SourcePicture
from app.pictures import convert
from app.reader import Reader


class Darkroom:
    """Converts pictures, each once while it is kept."""

    def __init__(self, reader: Reader, cache: Cache, max_pixels: int, at_once: int) -> None:
        """Take the reader that fetches, the cache that keeps, and the limits of a conversion."""
        self._reader = reader
        self._cache = cache
        self._max_pixels = max_pixels
        self._places = threading.BoundedSemaphore(at_once)

    def picture(self, url: str, screen: Screen, admit: Callable[[], None]) -> Picture:
        """Return the picture at the canonical address `url` as `screen` shows it. Raises `ReaderError`."""
        copy = self._reader.read(url, admit)
        if not isinstance(copy.reading, SourcePicture):
            raise BadPicture("There is no picture at this address, but something else.")
        key = ("picture", url, screen, copy.fetched_at)
        kept = self._cache.get_page(key)
        if isinstance(kept, Picture):
            return kept
        with self._places:
            converted = convert(copy.reading.body, screen, self._max_pixels)
        made = replace(converted, fetched_at=copy.fetched_at)
        self._cache.put_page(key, made, len(made.body))
        return made
