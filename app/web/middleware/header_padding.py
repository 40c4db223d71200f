"""The length of our headers, as it goes over the wire.

Navigator 2, 3 and the first betas of 4 lose the end of the headers where it comes at bytes 256 to 258, and show
a picture as broken (Apache 1.3, `terminate_header` in http_protocol.c, which is where the way out is from too:
one more header).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Headers = Sequence[tuple[str, str]]

# What each server in front adds to a response of ours, in bytes: `Server` (18 with gunicorn, 15 with nginx, which
# puts its own in the place of gunicorn's), `Date` (37) and `Connection: close` (19). tests/deploy/test_nginx.py
# measures it.
FRONTS = {"gunicorn": 74, "nginx": 71}
# The line end that ends the headers may not begin behind 256, 257 or 258 bytes; and neither behind 255, at which
# Apache's own remedy sets in.
BROKEN = range(255 + 2, 258 + 2 + 1)
PADDING = ("X-Padding", "for the headers of Navigator 2")


def header_length(status: str, headers: Headers, front: str) -> int:
    """Return how many bytes come before the body, with the empty line, where `front` sends a response."""
    own = sum(len(name) + len(": ") + len(value) + len("\r\n") for name, value in headers)
    return len("HTTP/1.0 ") + len(status) + len("\r\n") + FRONTS[front] + own + len("\r\n")


def padded(status: str, headers: Headers) -> list[tuple[str, str]]:
    """Return `headers`, with one more where they would end at a place that breaks a browser behind any front."""
    if any(header_length(status, headers, front) in BROKEN for front in FRONTS):
        return [*headers, PADDING]
    return list(headers)


class HeaderPadding:
    """A WSGI application that sends the responses of another with headers of a length that breaks no browser."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Take the application whose finished headers are looked at."""
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Callable[[bytes], object]:
            return start_response(status, padded(status, headers), *error)

        return self._app(environ, start)
