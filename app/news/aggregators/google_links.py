"""Google's links: from the id of a story at Google News to the address of the publisher's page.

An old id holds the address. For a new one Google has to be asked, in two steps, and it answers only so many
of these a day: so that is done for one story that somebody opens, never for a page of them, the answer is kept
for good, and where Google refuses, nobody asks it again for hours.
"""

import base64
import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from app.errors import BadAddress, OriginBusy, OriginFailed, OriginMissing, OriginRefused, Unreadable
from app.extract.parse import parse
from app.fetch.client import Client
from app.fetch.decode import decode
from app.fetch.redirects import Redirected
from app.models import FetchedPage
from app.net.urls import canonical, short_id
from app.news.aggregators.google import BASE, feed_of
from app.sentences import Sentence
from app.storage import Quota, Store
from app.text.humanize import DAY, HOUR, seconds_in_words

DAILY_EXCHANGES = 200
KEPT_SECONDS = 10 * 365 * DAY
PAUSE_SECONDS = 6 * HOUR
PAUSE_KEY, SPENT_KEY = "g:pause", "g:spent:"
KEY_LENGTH = 32
# Google sends us on within itself so often at most.
MOST_HOPS = 3

ARTICLE_PATHS = ("/rss/articles/", "/articles/")
EXCHANGE_PATH = "/_/DotsSplashUi/data/batchexecute"
CALL = "Fbv4je"
# What a browser says of itself here can be anything; only the places count.
CONTEXT = ["X", "X", ["X", "X"], None, None, 1, 1, "US:en", None, 1, None, None, None, None, None, 0, 1]
REQUEST = [CONTEXT, "X", "X", 1, [1, 1, 1], 1, 1, None, 0, 0, None, 0]

NONSENSE = Sentence("Google gave an answer that does not say where this story stands.")
SPENT = "This reader has asked Google for as many stories as it may in one day; please try again tomorrow."

# Field 1 is a number, field 4 a text: the address, or what only Google can read.
_ID_HEAD = b"\x08\x13\x22"
MOST_LENGTH_BYTES = 3
_LINK = re.compile(r"/(?:rss/)?(?:articles|read)/([A-Za-z0-9_-]{8,3000})/?")
_TIME = re.compile(r"\d{1,15}")


class GoogleRefused(OriginRefused):
    """Google does not say at the moment where a story stands, or we have asked it often enough today."""


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
        self._client = client
        self._store = store
        self._base = base
        self._hosts = frozenset({urlsplit(BASE).netloc, urlsplit(base).netloc})
        self._clock = clock
        self._daily = daily_exchanges
        self._day, self._spent = 0, 0
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

    def paused_until(self) -> float:
        """Return until when no worker asks Google, in seconds since the epoch; 0 where they may ask."""
        stored = self._store.get(PAUSE_KEY)
        return float(stored) if stored else 0

    def _id_in(self, url: str) -> str:
        """Return the id of the story that `url` leads to, or an empty string where it is no link of Google's."""
        parts = urlsplit(url)
        match = _LINK.fullmatch(parts.path) if parts.netloc in self._hosts else None
        return match[1] if match else ""

    def _asked(self, article_id: str) -> str:
        """Return what Google says, within the budget; a refusal stops the asking."""
        self._spend()
        self._count("asked")
        try:
            found = self._exchange(article_id)
        except GoogleRefused:
            self._count("refused")
            until = self._clock() + PAUSE_SECONDS
            self._store.set(PAUSE_KEY, str(until).encode("ascii"), PAUSE_SECONDS)
            raise
        self._count("resolved")
        return found

    def _spend(self) -> None:
        """Take one exchange of today's. Raises `GoogleRefused` where there is none, or everybody waits."""
        now = self._clock()
        left = self.paused_until() - now
        if left > 0:
            raise _refusal(left)
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

    def _count(self, name: str) -> None:
        with self._lock:
            self._counts = replace(self._counts, **{name: getattr(self._counts, name) + 1})

    def _exchange(self, article_id: str) -> str:
        """Ask Google, in two steps, for the address of a story; it may send us on there at the first."""
        try:
            moment, signature = self._signature(article_id)
        except Redirected as sent:
            return sent.target
        inner = json.dumps(["garturlreq", REQUEST, article_id, moment, signature], separators=(",", ":"))
        fields = {"f.req": json.dumps([[[CALL, inner, None, "generic"]]], separators=(",", ":"))}
        return _address_in(self._answer(EXCHANGE_PATH, fields))

    def _signature(self, article_id: str) -> tuple[int, str]:
        """Return the time and the signature that Google's own page of the story asks with."""
        for path in ARTICLE_PATHS:
            with suppress(OriginMissing):
                found = _signature_in(self._answer(path + article_id))
                if found:
                    return found
        raise OriginFailed(NONSENSE)

    def _answer(self, path: str, form: Mapping[str, str] | None = None) -> str:
        """Return what Google answers, as text. Raises `Redirected`, and `GoogleRefused` where it is
        a page that asks for consent or for a proof of being human."""
        url = self._base + path
        for _ in range(MOST_HOPS):
            try:
                page = self._client.fetch(url, form=form, follow=False)
            except OriginRefused as error:
                if _is_limit(error):
                    raise _refusal(PAUSE_SECONDS) from error
                if (
                    form is not None
                    or not isinstance(error, Redirected)
                    or urlsplit(error.target).netloc not in self._hosts
                ):
                    raise
                url = error.target
                continue
            if isinstance(page, FetchedPage):
                return decode(page.body, page.charset)
        raise OriginFailed(NONSENSE)


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


def _is_wall(url: str) -> bool:
    """Return whether `url` is where Google sends those that it wants to consent, or to prove that they are human."""
    parts = urlsplit(url)
    return (parts.hostname or "").startswith("consent.") or parts.path.startswith("/sorry")


def _is_limit(error: OriginRefused) -> bool:
    """Return whether Google refuses to be asked at all; a 400, for one, would be about this one story."""
    return isinstance(error, OriginBusy) or (isinstance(error, Redirected) and _is_wall(error.target))


def _signature_in(markup: str) -> tuple[int, str] | None:
    """Return the time and the signature in a page of Google's, which stand at the same element."""
    try:
        elements = parse(markup).xpath("//*[@data-n-a-sg and @data-n-a-ts]")
    except Unreadable:
        return None
    for element in elements:
        if _TIME.fullmatch(element.get("data-n-a-ts")):
            return int(element.get("data-n-a-ts")), element.get("data-n-a-sg")
    return None


def _address_in(answer: str) -> str:
    """Return the canonical address in the answer to an exchange. Raises `OriginFailed`.

    The answer is JSON behind a line that keeps scripts of other sites from running it; what follows the JSON,
    and lengths in front of it, do not matter.
    """
    rows = _json(answer[answer.find("[") :])
    for row in rows if isinstance(rows, list) else ():
        match row:
            case ["wrb.fr", name, str(inner), *_] if name == CALL:
                match _json(inner):
                    case ["garturlres", str(address), *_]:
                        with suppress(BadAddress):
                            return canonical(address)
    raise OriginFailed(NONSENSE)


def _json(text: str) -> object:
    """Return the value that `text` begins with, or None where it is no JSON."""
    with suppress(ValueError, RecursionError):
        value: object = json.JSONDecoder().raw_decode(text)[0]
        return value
    return None


def _refusal(seconds: float) -> GoogleRefused:
    return GoogleRefused(
        "Google does not tell us at the moment where its stories stand; "
        f"this reader asks it again in {seconds_in_words(seconds)}."
    )
