"""One answer of an origin: what its status means, and its body within the limits."""

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass

from requests import Response

from app.errors import OriginBusy, OriginError, OriginFailed, OriginMissing, OriginRefused, TooLarge
from app.fetch.codings import GZIP_MAGIC, UnknownCoding, coding_in, undone
from app.fetch.kinds import HTML_TYPES, Kind, file_words, kind_of
from app.fetch.names import file_name
from app.models import FetchedPage
from app.units import size_in_words
from app.urls import host_of

CHUNK_BYTES = 64 * 1024
MOST_HEADER = 1000

# What a status says, after the name of the host; sorted. The other 4xx refuse, the other 5xx fail.
SAYINGS = {
    401: "wants a password for this page",
    402: "wants to be paid for this page",
    404: "has no such page",
    410: "has taken this page away for good",
    429: "asks us to wait before reading more",
    451: "may not show this page, for legal reasons",
}
REFUSES = "refuses to give us this page"
FAILS = "cannot answer at the moment"
BABBLES = "sent an answer that makes no sense"

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:+-]+)""", re.I)
_SENDABLE = re.compile(r"[\x20-\x7e]{1,300}")
_TEXT_TYPE = re.compile(r"text/.*|application/(.*[+])?(xml|json)")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes of a decoded body, by what it is."""

    html: int
    image: int
    file: int

    def of(self, content_type: str) -> int:
        """Return the limit for a declared type."""
        if content_type in HTML_TYPES:
            return self.html
        return self.image if content_type.startswith("image/") else self.file


def check_status(status: int, url: str) -> None:
    """Return if `status` is a success, else raise the `OriginError` that it means."""
    if 200 <= status <= 299:
        return
    kind: type[OriginError] = OriginFailed
    usual = FAILS if status >= 500 else BABBLES
    if 400 <= status <= 499:
        kind, usual = OriginBusy if status == 429 else OriginRefused, REFUSES
    if status in (404, 410):
        kind = OriginMissing
    raise kind(f"{host_of(url)} {SAYINGS.get(status, usual)} ({status}).")


def read_page(url: str, response: Response, limits: Limits) -> FetchedPage:
    """Return the answer to a request for `url`, with its body read. Raises `TooLarge` and `OriginFailed`."""
    declared = response.headers.get("Content-Type", "")[:MOST_HEADER]
    charset = _CHARSET.search(declared)
    content_type = re.split("[;,]", declared, maxsplit=1)[0].strip().lower()
    page = FetchedPage(
        url,
        content_type,
        _body(url, response, content_type, limits.of(content_type)),
        charset[1] if charset else "",
        file_name(header_text(response, "Content-Disposition"), url),
        _validator(response, "ETag"),
        _validator(response, "Last-Modified"),
    )
    if len(page.body) > limits.html and kind_of(page) is Kind.HTML:
        raise _too_large("text/html", b"", size_in_words(len(page.body)), limits.html)
    return page


def _validator(response: Response, name: str) -> str:
    """Return a header that may be sent back later, or an empty string where it is not fit for that."""
    value = response.headers.get(name, "").strip()
    return value if _SENDABLE.fullmatch(value) else ""


def header_text(response: Response, name: str) -> str:
    """Return a header; bytes beyond ASCII are UTF-8 where they can be, as browsers take them."""
    value: str = response.headers.get(name, "")
    with suppress(UnicodeError):
        return value.encode("latin-1").decode("utf-8")
    return value


def _body(url: str, response: Response, content_type: str, limit: int) -> bytes:
    """Return the body without its coding; no more is read or inflated than shows that it is too long."""
    size = response.raw.length_remaining
    if size is not None and size > limit:
        raise _too_large(content_type, b"", size_in_words(size), limit)
    raw = _read(response, limit)
    if len(raw) <= limit:
        raw = _decoded(url, raw, response.headers.get("Content-Encoding", ""), content_type, limit)
    if len(raw) > limit:
        raise _too_large(content_type, raw, f"more than {size_in_words(limit)}", limit)
    return raw


def _read(response: Response, limit: int) -> bytes:
    """Return the body as it is sent, or the beginning of one that is longer than `limit`."""
    body = bytearray()
    for chunk in response.raw.stream(CHUNK_BYTES, decode_content=False):
        body += chunk
        if len(body) > limit:
            break
    return bytes(body)


def _decoded(url: str, raw: bytes, header: str, content_type: str, limit: int) -> bytes:
    """Undo the coding that `header` declares; text in gzip that nobody declares is what some feeds are."""
    try:
        body = undone(raw, coding_in(header), limit)
    except (UnknownCoding, zlib.error) as error:
        raise OriginFailed(f"{host_of(url)} packed its answer in a way that cannot be unpacked.") from error
    if body.startswith(GZIP_MAGIC) and _TEXT_TYPE.fullmatch(content_type):
        with suppress(zlib.error):
            return undone(body, "gzip", limit)
    return body


def _too_large(content_type: str, body: bytes, size: str, limit: int) -> TooLarge:
    """Return the error that says how large this is, and how large it may be."""
    words, plural = file_words(content_type, body), "files"
    if content_type in HTML_TYPES:
        words, plural = "a page", "pages"
    elif words == "a picture":
        plural = "pictures"
    return TooLarge(f"This is {words} of {size}; {plural} of more than {size_in_words(limit)} are not passed on.")
