"""Which hosts answer by https only, so that they are asked that way at once. Memory, no I/O.

A browser that has us as its proxy can only say `http:`. Each first page of a site that sends us on to https, or
does not answer to http, costs a detour; the others need not, and are kept under the address that everybody shares.
"""

import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from cachetools import TTLCache

from app.net.urls import host_of, secured
from app.text.humanize import DAY

MOST_HOSTS = 10_000


class HttpsHosts:
    """Remembers hosts for a day, for any number of threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with nothing; `clock` tells seconds."""
        self._hosts: TTLCache[str, None] = TTLCache(MOST_HOSTS, DAY, clock)
        self._lock = threading.Lock()

    def best(self, url: str) -> str:
        """Return the canonical address `url` as its host is best asked for it."""
        with self._lock:
            return secured(url) if urlsplit(url).hostname in self._hosts else url

    def learn(self, url: str, answered: str) -> None:
        """Note that the answer for `url` came from the address `answered`."""
        host = urlsplit(url).hostname
        if host and url != secured(url) and answered.startswith("https:") and host_of(answered) == host_of(url):
            with self._lock:
                self._hosts[host] = None

    def forget(self, url: str) -> None:
        """Note that the host of `url` cannot be reached by https."""
        with self._lock:
            self._hosts.pop(urlsplit(url).hostname or "", None)
