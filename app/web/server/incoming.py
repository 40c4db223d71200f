"""When has a request arrived? No I/O: bytes in, and whether gunicorn's parser can do with them.

The parser decides what is right and what is refused; here is only made sure that it never waits for the client. So
what it would refuse anyway counts as whole as soon as that is clear.
"""

import re

from app.web.server.request_head import END, has_version, simple_target

# A request line of 8,190 bytes and what browsers send beside it; nginx takes as much (large_client_header_buffers).
MOST_HEAD = 32 * 1024
# What the application reads of a body at most; a larger one is handed on without it, and refused there.
MOST_BODY = 64 * 1024

_LENGTH = re.compile(rb"\ncontent-length:[ \t]*(\d{1,12})[ \t]*(?=\r?\n)", re.I)
# What makes the end of a body uncertain, or the client wait for an answer before he sends one.
_UNCERTAIN = re.compile(rb"\n(?:transfer-encoding|expect):", re.I)
_LONGEST_END = 3  # bytes


class Incoming:
    """A request as far as it has arrived."""

    def __init__(self, most_line: int) -> None:
        """Begin with nothing; `most_line` is the longest request line that is accepted, in bytes."""
        self._most_line = most_line
        self._length = -1  # bytes of all of it, as `_known_length` has it
        self.data = bytearray()
        #: Whether the request ends exactly here, so that nothing of it can still come.
        self.is_complete = False
        #: Whether there are more headers than anybody sends.
        self.is_too_large = False
        #: Whether it is of HTTP/0.9.
        self.is_simple = False

    def add(self, data: bytes) -> bool:
        """Take what arrived next, and return whether the request is to be handed on now."""
        searched = max(0, len(self.data) - _LONGEST_END)
        self.data += data
        if self._length < 0:
            if self.data[:1] in b"\r\n":
                self.data = self.data.lstrip(b"\r\n")  # empty lines are ignored (RFC 9112, section 2.2)
            self._length = self._known_length(END.search(self.data, searched))
        if self._length <= 0:
            return self._length == 0
        self.is_complete = len(self.data) == self._length
        return len(self.data) >= self._length

    def _known_length(self, end: re.Match[bytes] | None) -> int:
        """Return how many bytes the request has, whose head has this end: 0 where it is handed on with what is there,
        and less where that cannot be told yet.
        """
        if self._has_odd_line():
            return 0
        if end is not None:
            return self._length_with_body(end.end())
        self.is_too_large = len(self.data) > MOST_HEAD
        return 0 if self.is_too_large else -1

    def _has_odd_line(self) -> bool:
        """Return whether the first line is all of a request, or no continuation could make one of it."""
        line, is_whole, rest = self.data.partition(b"\n")
        if is_whole and not has_version(line):
            self.is_simple = bool(simple_target(self.data))
            self.is_complete = self.is_simple and not rest.strip(b"\r\n")
            return True
        return len(line) > self._most_line

    def _length_with_body(self, end_of_head: int) -> int:
        head = bytes(self.data[:end_of_head])
        if _UNCERTAIN.search(head):
            return 0
        length = _LENGTH.search(head)
        body = int(length[1]) if length else 0
        return end_of_head + body if body <= MOST_BODY else 0
