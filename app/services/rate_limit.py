"""How often a client may cause something within a minute. It counts addresses, never names of browsers."""

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import SlidingWindowCounterRateLimiter

from app.errors import LimitReached


class RateLimit:
    """Lets each client do something `per_minute` times, counted by all who share a storage.

    They may all be used at once. How many are left is reckoned as if those of the last full minute had been used
    evenly (the sliding window counter of `limits`), so they come back one by one, the last two minutes after.
    """

    def __init__(self, name: str, per_minute: int, storage: Storage, sentence: str) -> None:
        """Take under which name it is counted, and the sentence for whoever is refused."""
        self._item = RateLimitItemPerMinute(per_minute, namespace=name)
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._sentence = sentence

    def check(self, client: str) -> None:
        """Count one time for `client`. Raises `LimitReached`, which counts nothing, where none is left."""
        if not self._limiter.hit(self._item, client):
            raise self._refusal(client)

    def peek(self, client: str) -> None:
        """Raise `LimitReached` where `check` would, and count nothing."""
        if not self._limiter.test(self._item, client):
            raise self._refusal(client)

    def _refusal(self, client: str) -> LimitReached:
        wait = self._limiter.get_window_stats(self._item, client).reset_time - time.time()
        # Somewhat later, for at the very moment that the library tells the place is not yet free.
        return LimitReached(self._sentence, math.ceil(max(0, wait) + 0.5))
