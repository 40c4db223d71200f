"""How often a client may cause something within a minute. It counts addresses, never names of browsers."""

import math

from app.errors import LimitReached
from app.storage.counters import StoreCounters
from app.text.humanize import MINUTE


class RateLimit:
    """Lets each client do something `per_minute` times, counted by all who share a store.

    They may all be used at once. How many are left is reckoned as if those of the last full minute had been used
    evenly (`StoreCounters`), so they come back one by one, the last two minutes after.
    """

    def __init__(self, name: str, per_minute: int, counters: StoreCounters, sentence: str) -> None:
        """Take under which name it is counted, and the sentence for whoever is refused."""
        self._name = name
        self._most = per_minute
        self._counters = counters
        self._sentence = sentence

    def check(self, client: str) -> None:
        """Count one time for `client`. Raises `LimitReached`, which counts nothing, where none is left."""
        if not self._counters.count(self._key(client), self._most, MINUTE):
            raise self._refusal(client)

    def peek(self, client: str) -> None:
        """Raise `LimitReached` where `check` would, and count nothing."""
        if math.floor(self._counters.window(self._key(client), MINUTE).count) + 1 > self._most:
            raise self._refusal(client)

    def _key(self, client: str) -> str:
        return f"{self._name}/{client}"

    def _refusal(self, client: str) -> LimitReached:
        wait = self._counters.window(self._key(client), MINUTE).wait
        # Somewhat later, for at that very moment the place is not yet free.
        return LimitReached(self._sentence, math.ceil(wait + 0.5))
