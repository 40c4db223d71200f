"""How Google has treated this site lately: when it may be asked again, how often still today, and with which cookies.

All processes that share a store share it. A failure is of one of a few kinds; the more often the same comes in a row,
the longer nobody asks, and what was refused for one story is not asked for that one again within the hour.
"""

import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from app.errors import OriginRefused
from app.sentences import Sentence
from app.storage import Store
from app.text.humanize import DAY, HOUR, IN, MINUTE

DAILY_EXCHANGES = 200
STATE_KEY, SPENT_KEY, COOKIE_KEY = "g:state", "g:spent:", "g:cookies"
KEPT_SECONDS, COOKIE_SECONDS = 30 * DAY, 390 * DAY
STORY_SECONDS = HOUR
LONGEST_COOKIE = 4000

SPENT = Sentence("This reader has asked Google for as many stories as it may in one day; please try again tomorrow.")
PAUSED = Sentence(
    "Google does not tell us at the moment where its stories stand; this reader asks it again %(in_time)s."
)
STORY_PAUSED = Sentence("Google did not tell us where this story stands; this reader asks it again %(in_time)s.")


class GoogleRefused(OriginRefused):
    """Google does not say at the moment where a story stands, or we have asked it often enough today."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What follows on failures of one kind: for how many seconds nobody asks after the first in a row, the second and
    so on, and after how many of them Google's links count as those that do not open here, 0 for never."""

    pauses: tuple[float, ...]
    hopeless: int = 0


#: By kind, sorted: an answer that makes no sense, a question for consent that cannot be passed, a limit or a proof of
#: being human, another refusal, no answer. The first and the fourth may be about one story alone.
POLICIES: Mapping[str, Policy] = MappingProxyType(
    {
        "changed": Policy((0, 0, HOUR, 6 * HOUR, DAY), 4),
        "consent": Policy((6 * HOUR, DAY, 7 * DAY), 1),
        "limited": Policy((6 * HOUR, DAY), 3),
        "refused": Policy((0, 10 * MINUTE, 6 * HOUR, DAY), 3),
        "silent": Policy((MINUTE, 10 * MINUTE, HOUR)),
    }
)


@dataclass(frozen=True, slots=True)
class Treatment:
    """The last failure: its kind, which in a row of that kind it is, until when nobody asks, and when the row began.

    Both are in seconds since the epoch.
    """

    kind: str = ""
    row: int = 0
    until: float = 0
    since: float = 0


class GoogleState:
    """Keeps the account of Google, for any number of threads."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.time, daily: int = DAILY_EXCHANGES) -> None:
        """Take the shared store; `clock` tells seconds since the epoch.

        `daily` exchanges are for all who share the store, and while that fails, for this process.
        """
        self._store = store
        self._clock = clock
        self._daily = daily
        self._day, self._spent = 0, 0
        self._lock = threading.Lock()

    def spend(self, story: str) -> None:
        """Take one exchange of today's for a story. Raises `GoogleRefused` where there is none, or everybody waits."""
        now = self._clock()
        until, refused = self.treatment().until, self._store.get(_story_key(story))
        if until > now:
            raise refusal(until - now)
        if refused and float(refused) > now:
            raise story_refusal(float(refused) - now)
        today = int(now // DAY)
        with self._lock:
            if today != self._day:
                self._day, self._spent = today, 0
            if self._spent >= self._daily:
                raise GoogleRefused(SPENT)
            self._spent += 1
        spent = self._store.increment(f"{SPENT_KEY}{today}", 1, 2 * DAY)
        if spent is not None and spent > self._daily:
            raise GoogleRefused(SPENT)

    def failed(self, kind: str, story: str) -> float:
        """Note a failure of a kind in `POLICIES` when a story was asked for; return for how many seconds it is not."""
        now, last = self._clock(), self.treatment()
        if last.until > now:  # somebody who asked at the same time has noted it
            return last.until - now
        row = last.row + 1 if last.kind == kind else 1
        pauses = POLICIES[kind].pauses
        pause = pauses[min(row, len(pauses)) - 1]
        noted = Treatment(kind, row, now + pause, last.since if row > 1 else now)
        self._store.set(STATE_KEY, json.dumps(asdict(noted)).encode(), KEPT_SECONDS)
        if not pause:
            self._store.set(_story_key(story), str(now + STORY_SECONDS).encode(), STORY_SECONDS)
        return pause or STORY_SECONDS

    def answered(self) -> None:
        """Note that Google said where a story stands."""
        if self.treatment().row:
            self._store.delete(STATE_KEY)

    def treatment(self) -> Treatment:
        """Return the last failure since Google answered."""
        stored = self._store.get(STATE_KEY)
        return Treatment(**json.loads(stored)) if stored else Treatment()

    def is_hopeless(self) -> bool:
        """Tell whether Google's links are known not to open on this server, until one does."""
        last = self.treatment()
        return last.row > 0 and 0 < POLICIES[last.kind].hopeless <= last.row

    @property
    def cookies(self) -> str:
        """What Google knows our answer to its question for consent by, as `Cookie` has it, or nothing."""
        return (self._store.get(COOKIE_KEY) or b"").decode("latin-1")

    @cookies.setter
    def cookies(self, cookies: str) -> None:
        self._store.set(COOKIE_KEY, cookies[:LONGEST_COOKIE].encode("latin-1", "replace"), COOKIE_SECONDS)


def refusal(seconds: float) -> GoogleRefused:
    """Return the refusal that nobody asks Google for so long."""
    return GoogleRefused(PAUSED.of(in_time=IN.of(seconds)))


def story_refusal(seconds: float) -> GoogleRefused:
    """Return the refusal that nobody asks Google for one story for so long."""
    return GoogleRefused(STORY_PAUSED.of(in_time=IN.of(seconds)))


def _story_key(story: str) -> str:
    return f"g:no:{story}"
