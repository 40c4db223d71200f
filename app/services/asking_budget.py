"""How often somebody else's service is asked: so often in a day at most, and not for a while after a failure.

One that refuses, or shows a check, is left alone for an hour by all who share the store, one that fails otherwise for
a few minutes.
"""

import time
from collections.abc import Callable, Iterable

from app.errors import OriginRefused, ReaderError, TooManyReads
from app.sentences import Sentence
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader
from app.storage import Store
from app.text.humanize import DAY, HOUR, MINUTE

REFUSED_SECONDS, FAILED_SECONDS = HOUR, 5 * MINUTE
SPENT = Sentence("%(name)s is not asked at the moment; please try again in a while.")


class AskingBudget:
    """Counts what is asked, by the name of who is asked, for any number of threads and processes."""

    def __init__(self, store: Store, daily: int, kind: str = "search", clock: Callable[[], float] = time.time) -> None:
        """Take where it is counted, and how often each may be asked in a day; `kind` is part of the names there."""
        self._store = store
        self._daily = daily
        self._kind = kind
        self._clock = clock

    def spend(self, name: str, title: str = "") -> None:
        """Take one question of today's. Raises `OriginRefused` where there is none, or `name` is left alone.

        `title` is what readers are told that it is called, where that is not its `name`.
        """
        if self._store.get(self._pause_key(name)) is not None:
            raise OriginRefused(SPENT.of(name=title or name))
        spent = self._store.increment(f"{self._kind} {name} {int(self._clock() // DAY)}", 1, DAY)
        if spent is not None and spent > self._daily:
            raise OriginRefused(SPENT.of(name=title or name))

    def kept_instead(self, reader: ContentReader, address: str, name: str, title: str = "") -> CachedContent | None:
        """Return what `reader` keeps of `address`, if it is fresh or no question is left for asking; else take one.

        Raises `OriginRefused` where neither is to be had, with `title` as for `spend`.
        """
        kept = reader.cached(address)
        if kept is not None and not kept.age:
            return kept
        try:
            self.spend(name, title)
        except OriginRefused:
            if kept is None:
                raise
            return kept
        return None

    def failed(self, name: str, error: ReaderError) -> None:
        """Have `name` left alone for a while after `error`, unless that is our own limit."""
        if isinstance(error, TooManyReads):
            return
        seconds = REFUSED_SECONDS if isinstance(error, OriginRefused) else FAILED_SECONDS
        self._store.set(self._pause_key(name), b"%d" % self._clock(), seconds)

    def standing(self, names: Iterable[str]) -> dict[str, float]:
        """Return since when each of `names` is left alone, in seconds since the epoch; 0 where it is not."""
        keys = {name: self._pause_key(name) for name in names}
        stored = {key: value for key, value in self._store.get_many(keys.values()).items() if value.isdigit()}
        return {name: float(stored.get(key, 0)) for name, key in keys.items()}

    def _pause_key(self, name: str) -> str:
        return f"{self._kind} pause {name}"
