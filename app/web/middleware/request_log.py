"""One line of the log for each request: what was asked, what came of it, for whom, and how long it took."""

import logging
import re
import secrets
import time
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from prometheus_client import Counter, Histogram

from app.telemetry import request_fields
from app.telemetry.log_format import fields
from app.telemetry.metrics import REQUEST_SECONDS, REQUESTS
from app.web.middleware.forward_proxy import PROXIED
from app.web.server.outgoing import began
from app.web.shown_client import shown_client

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

# Behind these stand words, places and addresses that somebody typed, and the secret that changes a front page of one's
# own.
_PRIVATE = re.compile(r"(/(?:https?:|(?:my/e|search|weather|web|wiki|word)/)).*", re.DOTALL | re.IGNORECASE)
# And here, that which changes a collection.
_COLLECTING = re.compile("^((?:/~[^/]*)?/[+])[^/]*")
# Asked by machines all day long.
SILENT = frozenset(("/healthz", "/metrics", "/readyz"))


class RequestLog:
    """A WSGI application that logs and counts what another one answers."""

    def __init__(self, app: "WSGIApplication", clients: str, logs: bool = True) -> None:
        """Take the application, what is said of a client's address (`full`, `short` or `off`), and whether to log."""
        self._app = app
        self._clients = clients
        self._logs = logs

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request. Every answer says its length, so that its line need not wait for the body to be sent."""
        since = began(environ)
        heads: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Callable[[bytes], object]:
            heads.append((status, headers))
            return start_response(status, headers, *error)

        token = request_fields.begin(secrets.token_hex(4))
        try:
            body = self._app(environ, start)
            self._write(environ, *heads[-1], time.monotonic() - since)
        finally:
            request_fields.end(token)
        return body

    def _write(
        self, environ: "WSGIEnvironment", status: str, headers: Sequence[tuple[str, str]], seconds: float
    ) -> None:
        noted = request_fields.gathered()
        kind = str(noted.get("kind", "none"))
        _requests(kind, status[:3], str(noted.get("profile", "none"))).inc()
        _request_seconds(kind).observe(seconds)
        path = shown_path(environ)
        if not self._logs or path in SILENT:
            return
        line = {
            "method": environ["REQUEST_METHOD"],
            "path": path,
            "status": int(status[:3]),
            "bytes": int(dict(headers).get("Content-Length", 0)),
            "ms": round(seconds * 1000, 1),
        }
        client = shown_client(environ.get("REMOTE_ADDR", ""), self._clients)
        log.info("request", extra=fields(**line, **noted, client=client or None))


# A figure is looked up under a lock, and an address parsed, for each answer out of memory: both take longer than this.
@lru_cache(1024)
def _requests(kind: str, status: str, profile: str) -> Counter:
    return REQUESTS.labels(kind, status, profile)


@lru_cache(256)
def _request_seconds(kind: str) -> Histogram:
    return REQUEST_SECONDS.labels(kind)


def shown_path(environ: "WSGIEnvironment") -> str:
    """Return the path of a request without what somebody typed (words, addresses, the query) and without secrets."""
    if PROXIED in environ:
        return "(proxied)"
    path = _COLLECTING.sub(r"\1", str(environ.get("PATH_INFO", "")))
    return _PRIVATE.sub(r"\1", path)[:200]
