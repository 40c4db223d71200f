"""A WSGI application whose answers are numbered, so that one which comes from a cache is known by its number."""

import itertools
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

NUMBERS = itertools.count(1)
STATUSES = {"busy": "503 Service Unavailable", "missing": "404 Not Found", "moved": "302 Found"}


def app(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer with a number that no other answer has; words of the path say of what kind the answer is."""
    path = environ["PATH_INFO"]
    body = f"{os.getpid()} {next(NUMBERS)}".encode()
    headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))]
    if "private" in path:
        headers.append(("Cache-Control", "private"))
    status = next((status for word, status in STATUSES.items() if word in path), "200 OK")
    start_response(status, headers)
    return [body]
