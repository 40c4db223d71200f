"""Requests and answers of Gemini (geminiprotocol.net, specification 0.16.1 and later): an address in, a status, its
meta and a body out. No I/O."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from app.doors.words import ELSEWHERE
from app.errors import ReaderError, TooManyReads
from app.sentences import Sentence

SCHEME, PORT = "gemini", 1965
LONGEST_REQUEST, LONGEST_META = 1024, 1024  # bytes
INPUT, SUCCESS, REDIRECT, MOVED = 10, 20, 30, 31
TEMPORARY, PROXY_FAILED, SLOW_DOWN, UNAVAILABLE = 40, 43, 44, 41
PERMANENT, MISSING, NOT_OURS, BAD_REQUEST = 50, 51, 53, 59
TOO_LONG = Sentence("The address is longer than anything this site understands.")
NO_REQUEST = Sentence("The request is not one that this site understands.")
# What answers for a failure that HTTP has this status for, sorted by it; all others are temporary.
STATUSES: Mapping[int, int] = {
    400: BAD_REQUEST,
    403: PERMANENT,
    404: MISSING,
    429: SLOW_DOWN,
    502: PROXY_FAILED,
    503: UNAVAILABLE,
    504: PROXY_FAILED,
    508: PERMANENT,
}
_NOT_IN_ADDRESSES = re.compile(r"[^!-~]")  # RFC 3986 knows visible ASCII only
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}", re.I)


class RequestRefused(Exception):
    """A request that is none for us: `status` says which kind of failure, `sentence` why."""

    def __init__(self, status: int, sentence: Sentence) -> None:
        """Take both."""
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a path, and what somebody has typed, empty where he was not asked yet."""

    path: str
    typed: str = ""


def request_in(line: bytes, host: str, port: int) -> Request:
    """Return the request in a line without its end, to the site `host` (any name where that is empty) at a port.

    Raises `RequestRefused`.
    """
    if len(line) > LONGEST_REQUEST:
        raise RequestRefused(BAD_REQUEST, TOO_LONG)
    text = line.decode("latin-1")
    scheme, is_absolute, _ = text.partition("://")
    if _NOT_IN_ADDRESSES.search(text) or not is_absolute:
        raise RequestRefused(BAD_REQUEST, NO_REQUEST)
    if scheme.lower() != SCHEME:
        raise RequestRefused(NOT_OURS, ELSEWHERE)
    try:
        parts = urlsplit(text)
        named, asked_port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RequestRefused(BAD_REQUEST, NO_REQUEST) from error
    if not named or "@" in parts.netloc:  # a name of a user is forbidden
        raise RequestRefused(BAD_REQUEST, NO_REQUEST)
    if (PORT if asked_port is None else asked_port) != port or (host and named.rstrip(".") != host):
        raise RequestRefused(NOT_OURS, ELSEWHERE)
    return Request(unquote(parts.path), unquote(parts.query).strip())


def answer(status: int, meta: str, body: bytes = b"") -> bytes:
    """Return an answer as it is sent; a meta with more than one line or 1024 bytes is made to have no more."""
    line = " ".join(meta.split()).encode("utf-8", "replace")[:LONGEST_META].decode("utf-8", "ignore")
    return f"{status} {line}\r\n".encode() + body


def gemtext(text: str, language: str) -> bytes:
    """Return a page as it is sent; its language is a BCP 47 tag, of which anything else is left out."""
    lang = f"; lang={language}" if _LANGUAGE.fullmatch(language) else ""
    return answer(SUCCESS, f"text/gemini; charset=utf-8{lang}", text.encode("utf-8", "replace"))


def failure(error: ReaderError, sentence: str) -> bytes:
    """Return the answer for a failure, of which `sentence` tells in the reader's language.

    Who asks too much is told for how many seconds he should not.
    """
    status = STATUSES.get(error.status, TEMPORARY)
    if status == SLOW_DOWN and isinstance(error, TooManyReads):
        return answer(status, str(max(1, round(error.retry_after))))
    return answer(status, sentence)
