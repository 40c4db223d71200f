"""One answer of an origin: what its status means, and what it holds within the limits."""

import re
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from requests import Response

from app.errors import Answer, Failure, OriginBusy, OriginError, OriginFailed, OriginMissing, OriginRefused, TooLarge
from app.fetch.body import TEXT_TYPE, read_body
from app.fetch.deadline import Deadline
from app.fetch.filename import file_name
from app.fetch.sniff import HTML_TYPES, PICTURE, file_words, kind_of
from app.models import FetchedPage, Kind
from app.net.urls import host_of
from app.sentences import Sentence
from app.text.humanize import HOUR, size_in_words

MOST_HEADER = 1000
MOST_SAID = 512 * 1024  # bytes of an answer that is no success
# No server is left alone for longer because it asks for that.
LONGEST_WAIT = HOUR

# What a status says; sorted. The other 4xx refuse, the other 5xx fail.
SAYINGS = {
    401: Sentence("%(host)s wants a password for this page (%(status)s)."),
    402: Sentence("%(host)s wants to be paid for this page (%(status)s)."),
    404: Sentence("%(host)s has no such page (%(status)s)."),
    410: Sentence("%(host)s has taken this page away for good (%(status)s)."),
    429: Sentence("%(host)s asks us to wait before reading more (%(status)s)."),
    451: Sentence("%(host)s may not show this page, for legal reasons (%(status)s)."),
}
# Without a Location, this is a page for people to choose from (RFC 9110, section 15.4.1).
CHOICES = 300
REFUSES = Sentence("%(host)s refuses to give us this page (%(status)s).")
FAILS = Sentence("%(host)s cannot answer at the moment (%(status)s).")
BABBLES = Sentence("%(host)s sent an answer that makes no sense (%(status)s).")
# What a page says whose end is missing, because it did not arrive or was not asked for.
MORE_THAN = Sentence("more than %(size)s")
TOO_LARGE = Sentence("This is %(what)s of %(size)s; files of more than %(most)s are not passed on.")
PAGE_TOO_LARGE = Sentence("This is a page of %(size)s; pages of more than %(most)s are not passed on.")
PICTURE_TOO_LARGE = Sentence("This is a picture of %(size)s; pictures of more than %(most)s are not passed on.")
LOST_END = Sentence("The end of this page did not arrive.")
LONG_END = Sentence("This page is longer than %(size)s, and its end is left out.")

# What is shown as far as it came; a file without its end is worth nothing. Of a text that is too long, its beginning.
SHOWN_CUT = frozenset({Kind.FEED, Kind.HTML, Kind.IMAGE, Kind.TEXT})
READ_CUT = SHOWN_CUT - {Kind.IMAGE}

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:+-]+)""", re.I)
_SENDABLE = re.compile(r"[\x20-\x7e]{1,300}")
# A document that has come to this lacks nothing, however its transfer ended; scripts and comments may follow.
_END = re.compile(rb"</(?:feed|html|rdf:rdf|rss)\s*>", re.I)
_MOST_BEHIND_END = 2048


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


def check_status(status: int, url: str, retry_after: str = "") -> None:
    """Return if `status` is a success, else raise the `OriginError` that it means, with what Retry-After says."""
    if 200 <= status <= 299 or status == CHOICES:
        return
    kind: type[OriginError] = OriginFailed
    usual = FAILS if status >= 500 else BABBLES
    if 400 <= status <= 499:
        kind, usual = OriginBusy if status == 429 else OriginRefused, REFUSES
    if status in (404, 410):
        kind = OriginMissing
    error = kind(SAYINGS.get(status, usual).of(host=host_of(url), status=status))
    error.retry_after = seconds_to_wait(retry_after)
    raise error


def check_answer(url: str, response: Response, deadline: Deadline) -> None:
    """Return if an answer is a success, else raise the `OriginError` that it means, with what it says."""
    try:
        check_status(response.status_code, url, response.headers.get("Retry-After", ""))
    except OriginError as error:
        error.answer = _said(url, response, deadline)
        raise


def _said(url: str, response: Response, deadline: Deadline) -> Answer:
    """Return what an answer says that is no success; how it ends is no matter."""
    headers = {name.lower(): value[:MOST_HEADER] for name, value in response.headers.items()}
    with suppress(OriginError):
        content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        body = read_body(url, response, content_type, MOST_SAID, deadline).content[:MOST_SAID]
        return Answer(headers, body, response.status_code)
    return Answer(headers, b"", response.status_code)


def seconds_to_wait(retry_after: str) -> float:
    """Return what a Retry-After header says in seconds (RFC 9110, section 10.2.3); 0 where it says nothing."""
    text = retry_after.strip()[:MOST_HEADER]
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_WAIT)
    with suppress(ValueError):
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return min(max(0.0, moment.timestamp() - time.time()), LONGEST_WAIT)
    return 0


def read_page(url: str, response: Response, limits: Limits, deadline: Deadline) -> FetchedPage:
    """Return the answer to a request for `url`, with its body read, which may be cut. Raises `OriginError`."""
    declared = response.headers.get("Content-Type", "")[:MOST_HEADER]
    charset = _CHARSET.search(declared)
    content_type = re.split("[;,]", declared, maxsplit=1)[0].strip().lower()
    limit = limits.of(content_type)
    size = response.raw.length_remaining
    if size is not None and size > limit and not TEXT_TYPE.fullmatch(content_type):
        raise _too_large(content_type, b"", size_in_words(size), limit)
    body = read_body(url, response, content_type, limit, deadline)
    page = FetchedPage(
        url,
        content_type,
        body.content,
        kind_of(content_type, body.content),
        charset[1] if charset else "",
        file_name(header_text(response, "Content-Disposition"), url),
        _validator(response, "ETag"),
        _validator(response, "Last-Modified"),
    )
    most = limits.html if page.kind is Kind.HTML else limit
    is_long = body.is_long or len(page.body) > most
    return _shortened(page, most) if is_long else _ended(page, body.failure)


def _shortened(page: FetchedPage, most: int) -> FetchedPage:
    """Return the first `most` bytes of a page that has more. Raises `TooLarge` for what is no text."""
    if page.kind not in READ_CUT:
        raise _too_large(page.content_type, page.body, MORE_THAN.of(size=size_in_words(most)), most)
    return replace(page, body=page.body[:most], cut=LONG_END.of(size=size_in_words(most)))


def _ended(page: FetchedPage, failure: OriginError | None) -> FetchedPage:
    """Return a page that broke off with `failure`, if with any, as far as it came; raise that for a file.

    It has no validators, for what would not have changed is not what we have.
    """
    if failure is None:
        return page
    *_, end = (None, *_END.finditer(page.body, max(0, len(page.body) - _MOST_BEHIND_END)))
    if end and page.kind in READ_CUT:
        return replace(page, body=page.body[: end.end()])
    if page.kind not in SHOWN_CUT:
        raise failure
    return replace(page, cut=LOST_END, broken=Failure.of(failure), etag="", last_modified="")


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


def _too_large(content_type: str, body: bytes, size: str, limit: int) -> TooLarge:
    """Return the error that says how large this is, and how large it may be."""
    what, said = file_words(content_type, body), TOO_LARGE
    if content_type in HTML_TYPES:
        said = PAGE_TOO_LARGE
    elif what == PICTURE:
        said = PICTURE_TOO_LARGE
    return TooLarge(said.of(what=what, size=size, most=size_in_words(limit)))
