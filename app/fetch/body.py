"""The body of an answer: read and unpacked within its limit. What came before it broke off is kept."""

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from requests import Response

from app.errors import OriginError, OriginFailed
from app.fetch.connect import timeout
from app.fetch.content_encoding import GZIP_MAGIC, Undone, UnknownCoding, codings_in, undone
from app.fetch.deadline import Deadline
from app.fetch.errors import BROKE_OFF, FOREIGN, translation
from app.fetch.sniff import kind_of
from app.models import Kind
from app.net.urls import host_of
from app.sentences import Sentence

CHUNK_BYTES = 64 * 1024
UNPACKABLE = Sentence("%(host)s packed its answer in a way that cannot be unpacked.")

TEXT_TYPE = re.compile(r"text/.*|application/(.*[+])?(xml|json)")
_PACKED_FEED = re.compile(r"\.(?:atom|rdf|rss|xml)\.gz\Z", re.I)


@dataclass(frozen=True, slots=True)
class Body:
    """A body without its codings: at least the beginning of one that `is_long`, more so than its limit.

    `failure` is how it broke off, or None.
    """

    content: bytes
    is_long: bool
    failure: OriginError | None


def read_body(url: str, response: Response, content_type: str, limit: int, deadline: Deadline) -> Body:
    """Return the body of an answer; no more is read or inflated than shows that it is longer than `limit`.

    Raises `OriginError` where it broke off before anything came, or cannot be unpacked.
    """
    read = _read(url, response, limit, deadline)
    try:
        found = _unpacked(url, read.content, response.headers.get("Content-Encoding", ""), content_type, limit)
    except (UnknownCoding, zlib.error) as error:
        raise read.failure or OriginFailed(UNPACKABLE.of(host=host_of(url))) from error
    is_long = read.is_long or len(found.body) > limit
    failure = read.failure if found.is_whole else read.failure or OriginFailed(BROKE_OFF.of(host=host_of(url)))
    if failure is not None and not found.body:
        raise failure
    return Body(found.body, is_long, failure)


def _unpacked(url: str, body: bytes, header: str, content_type: str, limit: int) -> Undone:
    """Undo the codings that `header` declares; text in gzip that nobody declares is what some feeds are.

    So is a file of gzip that is a sitemap or a feed by its name and by what is in it.
    """
    found = undone(body, codings_in(header), limit)
    is_text = TEXT_TYPE.fullmatch(content_type) is not None
    if found.body.startswith(GZIP_MAGIC) and (is_text or _PACKED_FEED.search(urlsplit(url).path)):
        with suppress(zlib.error):
            inner = undone(found.body, ["gzip"], limit)
            return inner if is_text or kind_of("", inner.body) is Kind.FEED else found
    return found


def _read(url: str, response: Response, limit: int, deadline: Deadline) -> Body:
    """Return the body as it is sent, or the beginning of one that is longer than `limit`."""
    raw, host = response.raw, host_of(url)
    body = bytearray()
    failure = None
    try:
        # By the piece, as it comes: a larger read that fails gives nothing of what it had.
        while len(body) <= limit and (piece := raw.read1(_room(raw.length_remaining), decode_content=False)):
            body += piece
    except FOREIGN as error:
        failure = translation(error, host, deadline)
    if failure is None and deadline.is_over:  # the end may have been the watchdog
        failure = timeout(host, deadline)
    return Body(bytes(body), len(body) > limit, failure)


def _room(left: int | None) -> int:
    """Return how much to read, of a body of which so many bytes are still to come."""
    return CHUNK_BYTES if left is None else min(CHUNK_BYTES, left)
