"""Google's links: from the id of a story at Google News to the address of the publisher's page.

An old id holds the address. For a new one Google has to be asked, in two steps, and it answers only so many
of these a day: so that is done for one story that somebody opens, never for a page of them, the answer is kept
for good, and where Google refuses, nobody asks it again for hours.
"""

import base64
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from app.errors import BadAddress, OriginError
from app.fetch.client import Client
from app.net.urls import canonical, short_id
from app.news.aggregators.google import BASE, feed_of
from app.news.aggregators.google_exchange import GoogleExchange, kind_of
from app.news.aggregators.google_state import DAILY_EXCHANGES, GoogleState, Treatment, refusal
from app.storage import Quota, Store
from app.text.humanize import DAY

KEPT_SECONDS = 10 * 365 * DAY
KEY_LENGTH = 32
# Failures of which Google is to blame as a whole, and no story.
WALLS = frozenset({"consent", "limited"})

# Field 1 is a number, field 4 a text: the address, or what only Google can read.
_ID_HEAD = b"\x08\x13\x22"
MOST_LENGTH_BYTES = 3
_LINK = re.compile(r"/(?:rss/)?(?:articles|read)/([A-Za-z0-9_-]{8,3000})/?")


@dataclass(frozen=True, slots=True)
class GoogleCounts:
    """What this process did with Google's links since it started.

    `offline` ids held their address; for `asked` ones Google was asked, which `resolved` some and `refused`
    some, and the rest failed otherwise.
    """

    asked: int = 0
    offline: int = 0
    refused: int = 0
    resolved: int = 0


def offline(article_id: str) -> str | None:
    """Return the canonical address that an old id holds, or None for every other id."""
    try:
        data = base64.b64decode(article_id + "=" * (-len(article_id) % 4), b"-_", validate=True)
        return canonical(_text_field(data).decode())
    except (ValueError, BadAddress):
        return None


class GoogleLinks:
    """Resolves Google's links, for any number of threads; what was resolved is shared through the store."""

    def __init__(
        self,
        client: Client,
        store: Store,
        base: str = BASE,
        clock: Callable[[], float] = time.time,
        daily_exchanges: int = DAILY_EXCHANGES,
    ) -> None:
        """Take what it asks with; `clock` tells seconds since the epoch.

        `daily_exchanges` is for all who share the store, and while that fails, for this process.
        """
        self._store = store
        self._hosts = frozenset({urlsplit(BASE).netloc, urlsplit(base).netloc})
        self._state = GoogleState(store, clock, daily_exchanges)
        self._exchange = GoogleExchange(client, base, self._hosts, self._state)
        self._counts = GoogleCounts()
        self._lock = threading.Lock()

    def resolve(self, url: str) -> str:
        """Return the address of the page that the canonical address `url` leads to: itself, if it is not Google's.

        A page of Google's that is a list leads to its feed, for its scripts alone write it. Raises `GoogleRefused`,
        `OriginFailed` where Google's answer makes no sense, and whatever the client raises where Google cannot be
        reached.
        """
        article_id = self._id_in(url)
        if not article_id:
            return feed_of(url) if urlsplit(url).netloc in self._hosts else url
        found = self.known(url)
        if found is None:
            found = self._asked(article_id)
            self._store.set(_key(article_id), found.encode("ascii"), KEPT_SECONDS, Quota.LINKS)
        return found

    def known(self, url: str) -> str | None:
        """Return the address that a link of Google's leads to, where its id holds it or it was resolved before."""
        article_id = self._id_in(url)
        found = offline(article_id)
        if found:
            self._count("offline")
            return found
        kept = self._store.get(_key(article_id))
        return kept.decode("ascii") if kept else None

    def is_link(self, url: str) -> bool:
        """Return whether the canonical address `url` is one of Google's links, which has to be resolved."""
        return bool(self._id_in(url))

    def counts(self) -> GoogleCounts:
        """Return what was done so far."""
        with self._lock:
            return self._counts

    def treatment(self) -> Treatment:
        """Return how Google has treated this site lately."""
        return self._state.treatment()

    def unopened(self) -> Callable[[str], bool]:
        """Return what tells the canonical addresses that are links of Google's, if those do not open at the moment."""
        return self._is_opaque if self._state.is_hopeless() else lambda url: False

    def _is_opaque(self, url: str) -> bool:
        article_id = self._id_in(url)
        return bool(article_id) and offline(article_id) is None

    def _id_in(self, url: str) -> str:
        """Return the id of the story that `url` leads to, or an empty string where it is no link of Google's."""
        parts = urlsplit(url)
        match = _LINK.fullmatch(parts.path) if parts.netloc in self._hosts else None
        return match[1] if match else ""

    def _asked(self, article_id: str) -> str:
        """Return what Google says, within the budget; failures stop the asking for a while."""
        story = _key(article_id)
        self._state.spend(story)
        self._count("asked")
        try:
            found = self._exchange.address_of(article_id)
        except OriginError as error:
            kind = kind_of(error)
            seconds = self._state.failed(kind, story)
            if kind not in WALLS:
                raise
            self._count("refused")
            raise refusal(seconds) from error
        self._state.answered()
        self._count("resolved")
        return found

    def _count(self, name: str) -> None:
        with self._lock:
            self._counts = replace(self._counts, **{name: getattr(self._counts, name) + 1})


def _key(article_id: str) -> str:
    """Return under which key the store has the address that an id stands for."""
    return f"g:{short_id(article_id, KEY_LENGTH)}"


def _text_field(data: bytes) -> bytes:
    """Return the text in a decoded id, of which the length stands before it as a varint; empty if it is not whole."""
    length = 0
    for place, byte in enumerate(data[len(_ID_HEAD) :][:MOST_LENGTH_BYTES]):
        length |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            text = data[len(_ID_HEAD) + place + 1 :][:length]
            return text if data.startswith(_ID_HEAD) and len(text) == length else b""
    return b""
