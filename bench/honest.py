"""Honest readers beside whatever else happens to a server: how long they wait for kept pages, for cold ones and for
`/healthz`. They come at fixed times, whether those before them were served or not, and are a process of their own with
the site that they read.
"""

import http.client
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import get_context
from operator import itemgetter
from urllib.parse import quote

from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

# Seconds after which a reader gives up; as long as that is counted then.
PATIENCE = 10.0
# What they read is another site than those that do harm, whose share of what is done at once is limited.
HOST = "127.0.0.2"
KEPT_EVERY, COLD_EVERY, HEALTH_EVERY = 0.04, 0.2, 0.1


@dataclass
class Samples:
    """Seconds that readers waited, and how many of them got something else than what they asked for."""

    kept: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    kept_refused: int = 0
    cold_refused: int = 0

    def row(self) -> "Figures":
        """Return the figures that count, in milliseconds."""
        return Figures(
            middle(self.kept), late(self.kept), middle(self.cold), max(self.health) * 1000, self.kept_refused,
            self.cold_refused, len(self.cold),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds; and how many were refused, of so many cold reads."""

    kept: float
    kept_late: float
    cold: float
    health_worst: float
    kept_refused: int
    cold_refused: int
    cold_asked: int


def middle(seconds: list[float]) -> float:
    """Return the median in milliseconds."""
    return statistics.median(seconds) * 1000


def late(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return sorted(seconds)[int(len(seconds) * 0.95)] * 1000


def ask(port: int, path: str, client: str, timeout: float = PATIENCE) -> tuple[int, bytes, float]:
    """Ask for `path` as the client with this address; return status (0 for none), body and seconds."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", path, headers={"X-Forwarded-For": client, "Connection": "close"})
        response = connection.getresponse()
        status, body = response.status, response.read()
    except (OSError, http.client.HTTPException):
        status, body = 0, b""
    finally:
        connection.close()
    return status, body, time.perf_counter() - begun


def reading(url: str) -> str:
    """Return the path under which the site reads `url`."""
    return f"/read?url={quote(url, safe='')}"


class Readers:
    """Honest readers of one server."""

    def __init__(self, port: int) -> None:
        """Take the port of the server."""
        self._port = port
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_open_site)

    def watch(self, seconds: float) -> Samples:
        """Read for so many seconds, and return how that went. Raises `TimeoutError` instead of waiting for ever."""
        return self._pool.submit(_watch, self._port, seconds).result(seconds + 3 * PATIENCE)

    def warm(self) -> None:
        """Let every worker have the kept page in its memory."""
        self._pool.submit(_warm, self._port).result(10 * PATIENCE)

    def close(self) -> None:
        """End the process."""
        self._pool.shutdown()


_site: Origin
_numbers = count()


def _open_site() -> None:
    global _site  # noqa: PLW0603  # one for the whole life of this process
    _site = Origin(HOST)
    _site.__enter__()
    _site.serve("/kept", modern_page(LIGHTHOUSE))
    _site.serve("/cold", modern_page(LIGHTHOUSE))


def _warm(port: int) -> None:
    for number in range(8):
        ask(port, reading(_site.url("/kept")), f"198.51.100.{number}")


def _watch(port: int, seconds: float) -> Samples:
    samples = Samples()
    kept = reading(_site.url("/kept"))

    def ask_kept(due: float) -> None:
        status, _, _ = ask(port, kept, "198.51.100.1")
        samples.kept.append(time.monotonic() - due)
        samples.kept_refused += status != 200

    def ask_cold(due: float) -> None:
        number = next(_numbers)
        client = f"198.18.{number >> 8 & 255}.{number & 255}"
        status, _, _ = ask(port, reading(_site.url(f"/cold?{number}")), client)
        samples.cold.append(time.monotonic() - due)
        samples.cold_refused += status != 200

    def ask_health(due: float) -> None:
        ask(port, "/healthz", "198.51.100.2")
        samples.health.append(time.monotonic() - due)

    works = ((KEPT_EVERY, ask_kept), (COLD_EVERY, ask_cold), (HEALTH_EVERY, ask_health))
    dues = sorted(
        ((number * every, ask_one) for every, ask_one in works for number in range(int(seconds / every))),
        key=itemgetter(0),
    )
    _keep_time(dues)
    return samples


def _keep_time(dues: Sequence[tuple[float, Callable[[float], None]]]) -> None:
    """Call each when it is due, whether those before have come back or not, and return when all have."""
    begun = time.monotonic()
    threads = []
    for after, call in dues:
        time.sleep(max(0, begun + after - time.monotonic()))
        threads.append(threading.Thread(target=call, args=(begun + after,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
