"""How a server that is being stopped turns away who comes too late."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from socket import socket

_PAGE = b"""<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head><title>Just a moment</title></head>
<body><h1>Just a moment</h1>
<p>This site is being started anew. Please try again in a minute.</p>
</body></html>
"""
_HEAD = (
    b"HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: %d\r\nRetry-After: 30\r\n"
    b"Connection: close\r\n\r\n" % len(_PAGE)
)


def refusal(request: bytes | bytearray) -> bytes:
    """Return the answer to a request that came too late; to HEAD without the page (RFC 9110, section 9.3.2)."""
    return _HEAD if request.startswith(b"HEAD ") else _HEAD + _PAGE


def listens(process: int, listeners: Iterable[socket]) -> bool:
    """Tell whether another process has one of `listeners` open, as gunicorn's first process has until it stops.

    Where that cannot be told, as there is no /proc (proc_pid_fd(5)), it does: then nobody is turned away wrongly.
    """
    ours = {_identity(os.fstat(each.fileno())) for each in listeners}
    theirs = set()
    try:
        for each in Path(f"/proc/{process}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed meanwhile
                theirs.add(_identity(each.stat()))
    except OSError:
        return True
    return not ours.isdisjoint(theirs)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
