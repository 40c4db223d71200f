"""A WSGI application that answers with the request as it arrived, for tests of what stands in front of it."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from app.web.middleware.header_padding import HeaderPadding

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def echo(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer with target and headers; under `/headers`, the fields of the query become headers of the answer."""
    headers = {name[5:]: text for name, text in environ.items() if name.startswith("HTTP_")}
    seen = {"target": environ["RAW_URI"], "protocol": environ["SERVER_PROTOCOL"], "headers": headers}
    body = json.dumps(seen).encode()
    wanted = parse_qsl(environ["QUERY_STRING"]) if environ["PATH_INFO"] == "/headers" else []
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body))), *wanted])
    return [body]


app = HeaderPadding(echo)
