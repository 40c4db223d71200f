"""Requests of browsers whose gateway this is, made those of browsers whose proxy it is.

CERN's library asked a gateway before there were proxies: with `WWW_http_GATEWAY=http://server/` in its environment a
browser asks that server for `/http://example.org/page`, and takes what comes for a page of `example.org`. So links
must be those of a proxied page. Who typed such an address into a newer browser sends a Host, and sees a page of ours.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Set where a request came so.
GATEWAY = "news68k.gateway"
_PREFIX = "/http://"


class Gateway:
    """Passes `/http://example.org/page` on as if `http://example.org/page` had been asked of a proxy."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Take the application behind."""
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        asked = environ.get("RAW_URI", "")
        if asked[: len(_PREFIX)].lower() == _PREFIX and not environ.get("HTTP_HOST"):
            environ = {**environ, **_absolute(asked[1:])}
        return self._app(environ, start_response)


def _absolute(target: str) -> dict[str, str]:
    """Return what is different in the request for an absolute address (RFC 3875 for the forms of path and query)."""
    rest = "/" + target.partition("://")[2].partition("/")[2]
    path, _, query = rest.partition("?")
    return {
        "RAW_URI": target,
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        GATEWAY: "yes",
    }
