"""When has a request arrived? No I/O: bytes in, and whether gunicorn's parser can do with them.

The parser decides what is right and what is refused; here is only made sure that it never waits for the client. So
what it would refuse anyway counts as whole as soon as that is clear.
"""

import re

# A request line of 8,190 bytes and what browsers send beside it; nginx takes as much (large_client_header_buffers).
MOST_HEAD = 32 * 1024
# What the application reads of a body at most; a larger one is handed on without it, and refused there.
MOST_BODY = 64 * 1024

_VERSION = re.compile(rb" HTTP/\d\.\d\Z")
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*(?=\r\n)", re.I)
# What makes the end of a body uncertain, or the client wait for an answer before he sends one.
_UNCERTAIN = re.compile(rb"\r\n(?:transfer-encoding|expect):", re.I)
_END = b"\r\n\r\n"


class Incoming:
    """A request as far as it has arrived."""

    def __init__(self, most_line: int) -> None:
        """Begin with nothing; `most_line` is the longest request line that is accepted, in bytes."""
        self._most_line = most_line
        self._length = -1
        self.data = bytearray()
        #: Whether the request ends exactly here, so that nothing of it can still come.
        self.is_complete = False
        #: Whether there are more headers than anybody sends.
        self.is_too_large = False

    def add(self, data: bytes) -> bool:
        """Take what arrived next, and return whether the request is to be handed on now."""
        searched = max(0, len(self.data) - len(_END))
        self.data += data
        if self._length < 0:
            start = 2 if self.data.startswith(b"\r\n") else 0  # one empty line is ignored (RFC 9112, section 2.2)
            end = self.data.find(_END, max(start, searched))
            if end < 0:
                return self._is_hopeless(start)
            self._length = self._end_of_request(end)
        if self._length == 0:
            return True
        self.is_complete = len(self.data) == self._length
        return len(self.data) >= self._length

    def _end_of_request(self, end_of_head: int) -> int:
        """Return how many bytes the request has; 0 where it is handed on at once, with what is there of its body."""
        end = end_of_head + len(_END)
        head = bytes(self.data[:end])
        if _UNCERTAIN.search(head):
            return 0
        length = _LENGTH.search(head)
        body = int(length[1]) if length else 0
        return end + body if body <= MOST_BODY else 0

    def _is_hopeless(self, start: int) -> bool:
        """Return whether no continuation could make these bytes a request that is accepted."""
        line_end = self.data.find(b"\r\n", start)
        line = bytes(self.data[start : line_end if line_end >= 0 else None])
        if len(line) > self._most_line or b"\n" in line:
            return True
        if line_end >= 0 and not _VERSION.search(line):
            return True  # of HTTP/0.9, which only a server in front understands
        self.is_too_large = len(self.data) > MOST_HEAD
        # Every line ends with CRLF; the CR of the last one may be the last byte that arrived.
        return self.is_too_large or self.data.count(b"\n") != self.data.count(b"\r\n")
