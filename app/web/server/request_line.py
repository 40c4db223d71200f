"""The request line as old browsers send it, made one that gunicorn's parser takes. No I/O.

A target has no blanks and nothing beyond ASCII (RFC 9112, section 3.2). Old browsers send addresses as they were typed
and as old pages have them in their links: with letters of Latin-1 or UTF-8, and with blanks. Browsers of today send
percent codes for these, and so does what comes out here. Everything else stays as it is, for the parser to refuse.
"""

import re

_LINE = re.compile(rb"((?:\r\n)?[A-Z]{3,20} )([^\r\n]{1,8190})( HTTP/\d\.\d\r\n)")
_BARE = re.compile(rb"[ \x80-\xff]")


def plain_line(request: bytes) -> bytes:
    """Return a whole request, with percent codes for the blanks and the bytes above 127 of its target."""
    line = _LINE.match(request)
    if line is None or _BARE.search(line[2]) is None:
        return request
    target = _BARE.sub(lambda byte: b"%%%02X" % ord(byte[0]), line[2].strip(b" "))
    return b"".join((line[1], target, line[3], request[line.end() :]))
