"""The head of a request as old browsers and people send it, made one that gunicorn's parser takes. No I/O.

A target has no blanks and nothing beyond ASCII (RFC 9112, section 3.2). Old browsers send addresses as they were typed
and as old pages have them in their links: with letters of Latin-1 or UTF-8, and with blanks. Browsers of today send
percent codes for these, and so does what comes out here. Lines may end in LF alone (section 2.2), and the words of
the first be parted by any white space (section 3), as is done by hand. A first line without a version is all of a
request of HTTP/0.9 (RFC 1945, section 4.1), which becomes one of HTTP/1.0. Everything else stays as it is, for the
parser to take or refuse.

That a server in front might see another end of a request than we do is no danger here, since every connection serves
one alone.
"""

import re

# Where a head ends: an empty line behind the end of another one.
END = re.compile(rb"\n\r?\n")
_METHOD = re.compile(rb"[A-Za-z]{3,20}")
_VERSION = re.compile(rb"HTTP/\d\.\d", re.I)
_BARE = re.compile(rb"[ \x80-\xff]")


def has_version(line: bytes | bytearray) -> bool:
    """Say whether the first line of a request ends in the version of its protocol."""
    words = line.rsplit(None, 1)
    return len(words) > 1 and _VERSION.fullmatch(words[1]) is not None


def simple_target(request: bytes | bytearray) -> bytes:
    """Return what a request of HTTP/0.9 asks for, whose answer is a page with nothing before it; empty for others."""
    line, is_whole, _ = request.partition(b"\n")
    words = line.strip().split(None, 1)
    is_simple = is_whole and len(words) > 1 and words[0].upper() == b"GET" and not has_version(line)
    return bytes(words[1]) if is_simple else b""


def plain_head(request: bytes) -> bytes:
    """Return a whole request, with percent codes for the blanks and the bytes above 127 of its target, and with lines
    that end in CRLF.
    """
    if target := simple_target(request):
        return b"GET %b HTTP/1.0\r\n\r\n" % _coded(target)
    end = END.search(request)
    if end is None:
        return request
    head, body = request[: end.start()], request[end.end() :]
    first, *fields = (line.removesuffix(b"\r") for line in head.split(b"\n"))
    return b"\r\n".join((_plain_line(first), *fields, b"", body))


def _plain_line(first: bytes) -> bytes:
    method, *rest = first.split(None, 1) or [b""]
    parts = rest[0].rsplit(None, 1) if rest and has_version(first) else []
    if len(parts) < 2 or not _METHOD.fullmatch(method):
        return first
    return b" ".join((method.upper(), _coded(parts[0]), parts[1].upper()))


def _coded(target: bytes) -> bytes:
    return _BARE.sub(lambda byte: b"%%%02X" % ord(byte[0]), target)
