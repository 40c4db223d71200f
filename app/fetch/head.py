"""The head of an answer as browsers take it, which is with more patience than the standard asks for."""

import http.client
import re
from io import BufferedReader

from app.fetch.errors import OnlyHttp2Error

MOST_LINE = 65536
# Nobody sends more answers on the way to the last (RFC 9110, section 15.2), nor more lines that mean nothing.
MOST_INTERIM, MOST_STRAY = 20, 100
# Of more fields than a program has need of, only these are read; the library gives up at a hundred, browsers do not.
MANY_FIELDS, MOST_FIELDS = 90, 2000
# Nobody has need of what a field says in more than a line of the library either; browsers take heads of 256 KB.
MOST_IN_LONG_LINES = 256 * 1024
NEEDED = frozenset(
    b"content-disposition content-encoding content-length content-type etag last-modified location refresh retry-after "
    b"transfer-encoding".split()
)
SWITCHING = 101
# RFC 6265, section 6.1: what every client takes; http.cookiejar is slow on more than that.
MOST_COOKIES, MOST_COOKIE_BYTES = 50, 4096

# A frame of HTTP/2 begins with its length and its kind, which is SETTINGS at first (RFC 9113, section 6.5).
_SETTINGS_FRAME = re.compile(rb"\0[\0-\x40].\x04", re.S)
# Also `HTTP/2 200`, said in a line of HTTP/1, and the `ICY 200 OK` of radio stations.
_STATUS = re.compile(rb"(?:HTTP(?:/(\d)(?:\.(\d))?)?|ICY)[ \t]+0?(\d{3})(?!\d)[ \t]*([^\r\n]*)", re.I)
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_SIZE = re.compile(rb"[0-9A-Fa-f \t]|\Z")
_CHUNKED = re.compile(rb"transfer-encoding:.*\bchunked\s*\Z", re.I | re.S)


class Head(http.client.HTTPResponse):
    """An answer whose head is read here, without what urllib3 and http.cookiejar cannot take."""

    def begin(self) -> None:
        """Read the head, if there is one. Raises `HTTPException` where it says two lengths (RFC 9112, section 6.3)."""
        start = self.fp.peek(4)
        if _SETTINGS_FRAME.match(start):
            raise OnlyHttp2Error("a frame of HTTP/2")
        if start.lstrip().startswith(b"<"):
            self._begin_simply()
            return
        channel = self.fp
        try:
            super().begin()
        finally:
            self.fp = channel
        if self.chunked and not self._comes_in_chunks():
            self._take_as_it_comes()
        lengths = ",".join(self.headers.get_all("Content-Length", ())).split(",")
        if len({length.strip() for length in lengths}) > 1:
            raise http.client.HTTPException("lengths differ")
        self._limit("Location", 1)
        self._limit("Set-Cookie", MOST_COOKIES)

    def _begin_simply(self) -> None:
        """Take all that comes for a page, as HTTP/0.9 has it (RFC 1945, section 6)."""
        self.code = self.status = 200
        self.reason, self.version = "", 9
        self.headers = self.msg = http.client.HTTPMessage()
        self.headers["Content-Type"] = "text/html"
        self.chunked, self.chunk_left, self.length, self.will_close = False, None, None, True

    def _comes_in_chunks(self) -> bool:
        """Say whether what is announced in chunks begins with the size of one, behind empty lines that mean nothing."""
        for _ in range(MOST_STRAY):
            if not self.fp.peek(1).startswith((b"\r", b"\n")):
                break
            self.fp.readline(2)
        return _SIZE.match(self.fp.peek(1)) is not None

    def _take_as_it_comes(self) -> None:
        """Read what was announced in chunks, and is not, to its end."""
        del self.headers["Transfer-Encoding"]
        self.chunked, self.chunk_left, self.length, self.will_close = False, None, None, True

    def _limit(self, name: str, most: int) -> None:
        """Leave of the fields of one name the first few that are not too long."""
        values = [text for text in self.headers.get_all(name, ()) if len(text) <= MOST_COOKIE_BYTES]
        del self.headers[name]
        for text in values[:most]:
            self.headers[name] = text

    def _read_status(self) -> tuple[str, int, str]:
        """Return what the last status line says; those before it come with heads of their own (103 Early Hints).

        `HTTPResponse.begin` calls this, and reads the fields then.
        """
        for _ in range(MOST_INTERIM):
            version, status, reason = _status(self.fp)
            lines = _Fields(self.fp)
            if not 100 <= status < 200 or status == SWITCHING:
                self.fp = lines  # type: ignore[assignment]  # `begin` asks for lines and puts the channel back
                return version, status, reason
            http.client.parse_headers(lines)
        raise http.client.HTTPException("no last answer")


class _Fields:
    """The lines of a head that are fields, or continue one, and the empty line at its end."""

    def __init__(self, channel: BufferedReader) -> None:
        self._channel = channel
        self._fields = 0
        self._room = MOST_IN_LONG_LINES

    def readline(self, limit: int = -1, /) -> bytes:
        """Return the next of these lines, without blanks before its colon.

        Raises `HTTPException` for too many that are none.
        """
        stray = 0
        while stray < MOST_STRAY and self._fields < MOST_FIELDS:
            line = self._channel.readline(limit)
            field = _FIELD.match(line)
            if field:
                self._fields += 1
                is_long = len(line) > MOST_LINE
                if (self._fields > MANY_FIELDS or is_long) and field[1].lower() not in NEEDED:
                    self._pass_over(line)
                    continue
                line = field[1] + line[field.end() - 1 :]
                return b"Transfer-Encoding: chunked\r\n" if _CHUNKED.match(line) else line
            if not line.strip() or line[:1] in b" \t":
                return line
            stray += 1
        raise http.client.HTTPException("no fields")

    def _pass_over(self, line: bytes) -> None:
        """Take in what is left of a line. Raises `HTTPException` where long ones are of no end."""
        while len(line) > MOST_LINE and not line.endswith(b"\n"):
            self._room -= len(line)
            if self._room < 0:
                raise http.client.HTTPException("lines too long")
            line = self._channel.readline(MOST_LINE + 1)


def _status(channel: BufferedReader) -> tuple[str, int, str]:
    """Return version, status and reason. Empty lines may come before them (RFC 9112, section 2.2, of requests)."""
    for _ in range(MOST_STRAY):
        line = channel.readline(MOST_LINE + 1)
        if line.strip() or not line:
            break
    if not line:
        raise http.client.RemoteDisconnected("no answer")
    found = _STATUS.match(line)
    if not found or not 100 <= int(found[3]) <= 999:
        raise http.client.BadStatusLine(line[:100].decode("latin-1"))
    is_old = found[1] in (b"0", None) or (found[1], found[2]) == (b"1", b"0")
    return "HTTP/1.0" if is_old else "HTTP/1.1", int(found[3]), found[4].decode("latin-1")
