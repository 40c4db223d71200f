"""What one holder has at a time among all processes that share a store: a claim, which ends with its holder.

A claim lives for a few seconds and is renewed while it is held, so that others outlive a process that dies. Nobody may
rely on being alone: a store may forget, and one that fails keeps nobody waiting.
"""

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from app.storage.store import Store

# Seconds for which a claim outlives its holder.
LIFE = 6.0
# Seconds after which a holder is taken for stuck: longer than a fetch and the work on it may ever take.
LONGEST = 60.0
# Seconds between two looks at a claim that somebody else holds: at first, and at last.
FIRST_LOOK, LAST_LOOK = 0.01, 0.1
PREFIX = "c:"


@dataclass(frozen=True, slots=True)
class _Held:
    """A claim of this process: what is stored for it, and when it was taken (monotonic seconds)."""

    token: bytes
    since: float


class Claims:
    """The claims of this process, for any number of threads."""

    def __init__(self, store: Store, life: float = LIFE) -> None:
        """Take where they are kept, and for how many seconds one outlives its holder."""
        self._store = store
        self._life = life
        self._held: dict[str, _Held] = {}
        self._lock = threading.Lock()
        self._renewer: threading.Thread | None = None

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Hold the claim `name`, waiting for whoever has it; a holder that is stuck is not waited for any longer."""
        give_up = time.monotonic() + LONGEST
        taken = self.take_one([name])
        while taken is None and time.monotonic() < give_up:
            self._wait(name, give_up)
            taken = self.take_one([name])
        try:
            yield
        finally:
            self.release(name)

    def take_one(self, names: Sequence[str]) -> str | None:
        """Take one of the claims `names` that nobody holds, and return its name; None where all are held."""
        known = self._store.get_many([PREFIX + name for name in names])
        for name in names:
            # What is held must not be added to, for that would make it live longer.
            if PREFIX + name not in known and self._take(name):
                return name
        return None

    def release(self, name: str) -> None:
        """Give a claim back; nothing happens where this process does not hold it."""
        with self._lock:
            held = self._held.pop(name, None)
        if held is not None:
            self._store.delete(PREFIX + name, held.token)

    def _take(self, name: str) -> bool:
        token = secrets.token_bytes(8)
        stored = self._store.add_many({PREFIX + name: token}, self._life)
        if stored.get(PREFIX + name, token) != token:
            return False
        with self._lock:
            self._held[name] = _Held(token, time.monotonic())
            if self._renewer is None:
                self._renewer = threading.Thread(target=self._renew, name="claims", daemon=True)
                self._renewer.start()
        return True

    def _wait(self, name: str, give_up: float) -> None:
        """Return when nobody holds the claim."""
        pause = FIRST_LOOK
        while self._store.get(PREFIX + name) is not None and time.monotonic() < give_up:
            time.sleep(pause)
            pause = min(2 * pause, LAST_LOOK)

    def _renew(self) -> None:
        """Renew what is held until nothing is."""
        while True:
            time.sleep(self._life / 3)
            with self._lock:
                if not self._held:
                    self._renewer = None
                    return
                names = list(self._held)
            for name in names:
                self._prolong(name)

    def _prolong(self, name: str) -> None:
        """Renew a claim, unless it was given back meanwhile, its holder is stuck, or somebody else has it by now."""
        with self._lock:
            held = self._held.get(name)
            if held is None or time.monotonic() - held.since >= LONGEST:
                return
            stored = self._store.add_many({PREFIX + name: held.token}, self._life)
            if stored.get(PREFIX + name, held.token) != held.token:
                del self._held[name]
