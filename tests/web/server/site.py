"""A small application for the worker class: pages of any size, and what was posted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def app(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer `/SIZE` with so many bytes, `/posted` with the body of the request, `/broken` with half of a response."""
    path = environ["PATH_INFO"].strip("/")
    if path == "posted":
        body = environ["wsgi.input"].read()
    else:
        body = b"0123456789" * (int(path or 10) // 10) if path != "broken" else b"half"
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    yield body
    if path == "broken":
        raise RuntimeError("broken on purpose")
