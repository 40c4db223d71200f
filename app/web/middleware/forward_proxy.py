"""Requests of browsers whose HTTP proxy this is, told from those for pages of our own.

A browser asks its proxy for an absolute address (RFC 9112, section 3.2.2), and sends the name of that site as Host:
so nothing but the address itself says whom a request is for. WSGI middleware, since the path of another site must
not be looked up among ours: `http://example.org/in/` is no edition, and `http://example.org/~macplus/` no profile.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.web.middleware.gateway import GATEWAY
from app.web.middleware.moment_asked import WHEN, moment_of, named_moment

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# What a browser asks its proxy for, as it came, but in ASCII: an absolute address, or host and port with CONNECT.
PROXIED = "news68k.proxied"
# The address of our own site, on pages that stand where links without it would lead elsewhere.
SITE = "news68k.site"
# Where such requests are answered; a browser that asks for it by this name finds nothing.
PLACE = "/.proxied"

_ABSOLUTE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)")
_HIGH = re.compile(r"[\x80-\xff]")


class ForwardProxy:
    """Passes a request for another site on to `PLACE`, with its address as `PROXIED`."""

    def __init__(
        self, app: "WSGIApplication", name: str, is_proxy: bool, has_front: bool, ports: Mapping[int, str]
    ) -> None:
        """Take the application behind, and the name under which our own pages are asked of the proxy.

        `has_front` says that a server in front is to be believed, which sends absolute addresses as
        `X-Absolute-URI`, and moments as `X-As-Of` (deploy/nginx.conf). `ports` has the moments of the past in which
        all is answered that arrives at them.
        """
        self._app = app
        self._ports = ports
        self._name = name
        self._is_proxy = is_proxy
        self._has_front = has_front

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        target = self._target(environ)
        named, name = named_moment(_host_in(target) if target else environ.get("HTTP_HOST", ""))
        is_own = bool(named) and (not target or name == self._name)
        if target:
            environ = {**environ, **self._marks(target, environ, is_own)}
        when = named if is_own else moment_of(environ, self._ports, self._has_front)
        return self._app({**environ, WHEN: when} if when else environ, start_response)

    def _target(self, environ: "WSGIEnvironment") -> str:
        """Return what is asked of a proxy, or an empty string where nothing is."""
        asked = environ.get("RAW_URI", "")
        if environ["REQUEST_METHOD"] != "CONNECT" and not _ABSOLUTE.match(asked):
            asked = environ.get("HTTP_X_ABSOLUTE_URI", "") if self._has_front else ""
        return _HIGH.sub(lambda byte: f"%{ord(byte[0]):02X}", asked)

    def _marks(self, target: str, environ: "WSGIEnvironment", is_own: bool) -> dict[str, str]:
        """Return what is different in the request that the application sees.

        With `is_own` a moment stands before our name, and before that of the site on the page.
        """
        host = _host_in(target)
        site = f"http://{host if is_own else self._name}"
        if host == self._name or is_own:
            return {SITE: site} if self._is_proxy or GATEWAY in environ else {}
        if host in _own_addresses(environ):
            return {}
        return {"PATH_INFO": PLACE, "QUERY_STRING": "", PROXIED: target, SITE: site}


def _host_in(target: str) -> str:
    """Return host and port of an address that begins with `http:`, without the usual port; else nothing."""
    found = _ABSOLUTE.match(target)
    if not found or found[1].lower() != "http":
        return ""
    return found[2].rpartition("@")[2].lower().removesuffix(":80")


def _own_addresses(environ: "WSGIEnvironment") -> Iterator[str]:
    """Yield host and port of the address at which this request arrived, where gunicorn tells.

    Somebody whose proxy this is may type it, for he has typed it into the settings of his browser.
    """
    channel: Any = environ.get("gunicorn.socket")
    with suppress(AttributeError, OSError, ValueError):  # none, one that is closed, and one that is a file
        host, port = channel.getsockname()[:2]
        port_behind = "" if port == 80 else f":{port}"
        yield (f"[{host}]" if ":" in host else host) + port_behind
        if host in ("127.0.0.1", "::1"):
            yield f"localhost{port_behind}"
