"""Which moment of the past a request is for, as a whole: by the name, the port, or the user that it was sent with.

`1999.68k.news` is this site in 1999. A browser whose proxy this is lives in a year by the port of its proxy, or by the
name that it gives as its user there, `1999` (RFC 9110, section 11.7.1).
"""

import base64
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.errors import BadAddress
from app.net.moments import moment

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

#: The moment in which a request is answered, in the digits of `app.net.moments`.
WHEN = "news68k.when"
_NAMED = re.compile(r"(\d{4}(?:-?\d\d){0,2})\.([a-z0-9.:-]{1,255})", re.IGNORECASE)


def named_moment(host: str) -> tuple[str, str]:
    """Return the moment that stands before the name of a host, and the rest of it; nothing where none does."""
    found = _NAMED.fullmatch(host)
    # What has no letters is an address of IPv4.
    when = _moment(found[1]) if found and any(map(str.isalpha, found[2])) else ""
    return (when, found[2].lower()) if found and when else ("", "")


def moment_of(environ: "WSGIEnvironment", ports: Mapping[int, str], has_front: bool) -> str:
    """Return the moment that a request is for by its user, by the port it came to, or by the server in front."""
    user = _user(environ.get("HTTP_PROXY_AUTHORIZATION", ""))
    fronts = environ.get("HTTP_X_AS_OF", "") if has_front else ""
    return _moment(user) or ports.get(_port(environ), "") or _moment(fronts)


def _moment(text: str) -> str:
    with suppress(BadAddress):
        return moment(text) if text else ""
    return ""


def _user(credentials: str) -> str:
    """Return the name in Basic credentials (RFC 7617), or nothing."""
    scheme, _, token = credentials.strip().partition(" ")
    if scheme.lower() != "basic":
        return ""
    with suppress(ValueError):
        return base64.b64decode(token.strip(), validate=True).partition(b":")[0].decode("ascii")
    return ""


def _port(environ: "WSGIEnvironment") -> int:
    """Return the port at which a request arrived, or 0 where that is none, as of a socket in the file system."""
    channel: Any = environ.get("gunicorn.socket")
    with suppress(AttributeError, OSError, ValueError, IndexError, TypeError):
        return int(channel.getsockname()[1])
    return 0
