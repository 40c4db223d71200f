"""Finished answers, found before Flask: the same request again, within seconds, needs no more than its log line.

A view allows it (`app.web.page_cache.keep_answer`), for what is the same for everybody who asks so. An answer is given
again for a few seconds only, so that what other processes have found out in the meantime is seen as soon as ever;
what is found out in this one is seen at once.
"""

import threading
import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cachetools import LRUCache

from app.render.profiles.user_agents import spec_for
from app.storage.cache import ENTRY_BYTES, memory_size
from app.telemetry.metrics import CACHE, READS
from app.telemetry.request_fields import gathered, note
from app.web.middleware.forward_proxy import PROXIED, SITE
from app.web.middleware.moment_asked import WHEN
from app.web.middleware.profile_prefix import TILDE

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from prometheus_client import Counter

# Where a view finds the `Lease` of the answer that it makes.
LEASE = "news68k.lease"
# Seconds for which an answer is given again at most. Much less than that after which a read of a front page is noted
# anew (`app.storage.readership`), so that it need not be noted here.
LONGEST = 10.0
# The part of the memory for pages that answers may take; and of that, one answer.
SHARE, LARGEST_SHARE = 1 / 8, 1 / 8
# What makes a request one that Flask has to look at: a condition, a body, and another site's address.
UNUSUAL = (
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_TRANSFER_ENCODING",
    PROXIED,
)


@dataclass(slots=True)
class Lease:
    """Until when the answer to a request may be given again, in seconds since the epoch; 0 where it may not.

    `pictures` is how many changes of what is known of pictures its page has seen, None where it shows none.
    """

    until: float = 0.0
    pictures: int | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    headers: tuple[tuple[str, str], ...]
    body: bytes
    noted: dict[str, object]
    until: float
    pictures: int | None

    @property
    def size(self) -> int:
        return len(self.body) + memory_size(self.headers) + ENTRY_BYTES


class KeptAnswers:
    """A WSGI application that gives answers of another one again, for any number of threads."""

    def __init__(
        self,
        app: "WSGIApplication",
        most_bytes: float,
        changes: Callable[[], int] = lambda: 0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the application, how many bytes its answers may take, and what counts the changes of pictures.

        `clock` tells seconds since the epoch.
        """
        self._app = app
        self._answers: LRUCache[Hashable, _Answer] = LRUCache(most_bytes, getsizeof=lambda answer: answer.size)
        self._largest = most_bytes * LARGEST_SHARE
        self._changes = changes
        self._clock = clock
        self._lock = threading.Lock()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request. One for the head alone gets that of the whole answer."""
        key = _key(environ)
        if key is None:
            return self._app(environ, start_response)
        answer = self._found(key)
        if answer is None:
            return self._made(key, environ, start_response)
        _note_again(answer.noted)
        start_response("200 OK", list(answer.headers))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def _found(self, key: Hashable) -> _Answer | None:
        """Return the answer that may be given again. One from the future is none, as where a clock was set back."""
        with self._lock:
            answer = self._answers.get(key)
        if answer is None or not 0 < answer.until - self._clock() <= LONGEST:
            return None
        return answer if answer.pictures in {None, self._changes()} else None

    def _made(self, key: Hashable, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Return what the application answers now, and keep it where the view allows that."""
        lease = Lease()
        heads: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Callable[[bytes], object]:
            heads.append((status, headers))
            return start_response(status, headers, *error)

        body = self._app({**environ, LEASE: lease}, start)
        (status, headers), now = heads[-1], self._clock()
        if lease.until <= now or status != "200 OK" or environ["REQUEST_METHOD"] == "HEAD":
            return body
        whole = b"".join(body)
        getattr(body, "close", lambda: None)()
        until = min(lease.until, now + LONGEST)
        self._keep(key, _Answer(tuple(headers), whole, _noted(), until, lease.pictures))
        return [whole]

    def _keep(self, key: Hashable, answer: _Answer) -> None:
        with self._lock:
            self._answers.pop(key, None)
            if answer.size <= self._largest:
                self._answers[key] = answer


def _key(environ: "WSGIEnvironment") -> Hashable | None:
    """Return all that an answer depends on, or None where only Flask can tell.

    The address as it came stands beside the path, which has lost what was quoted in it.
    """
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or environ.get("CONTENT_LENGTH", "") not in {"", "0"}:
        return None
    if any(name in environ for name in UNUSUAL):
        return None
    path, get = environ.get("PATH_INFO", ""), environ.get
    agent = "" if path.startswith(TILDE) else spec_for(get("HTTP_USER_AGENT", ""))
    return path, get("QUERY_STRING", ""), get("RAW_URI", ""), agent, get("HTTP_VIA", ""), get(SITE, ""), get(WHEN, "")


def _noted() -> dict[str, object]:
    """Return what the log line of an answer says when it is given again: whatever was read for it is there by then."""
    noted = {name: value for name, value in gathered().items() if name != "id"}
    return noted | {"cache": "hit"} if "cache" in noted else noted


def _note_again(noted: dict[str, object]) -> None:
    note(**noted)
    _found_in_memory().inc()
    if "cache" in noted:
        _hits().inc()


# A figure is looked up under a lock; not when this is imported, for the processes to come have their own.
@lru_cache(1)
def _found_in_memory() -> "Counter":
    return CACHE.labels("memory")


@lru_cache(1)
def _hits() -> "Counter":
    return READS.labels("hit")
