"""A WSGI application that answers with the request as it arrived, for tests of what stands in front of it."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from app.wire import PaddedHeaders

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def echo(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer with target and headers; the field `filler` is how long an additional header shall be."""
    headers = {name[5:]: text for name, text in environ.items() if name.startswith("HTTP_")}
    body = json.dumps(
        {"target": environ["RAW_URI"], "protocol": environ["SERVER_PROTOCOL"], "headers": headers}
    ).encode()
    filler = int(parse_qs(environ["QUERY_STRING"]).get("filler", ["0"])[0])
    sent = [("Content-Type", "text/html"), ("Content-Length", str(len(body))), ("X-Filler", "x" * filler)]
    start_response("200 OK", sent)
    return [body]


app = PaddedHeaders(echo)
