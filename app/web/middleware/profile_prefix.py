"""The profile in a path, taken off before anything else looks at it: `/~macplus/in/world` is `/in/world`.

WSGI middleware, since every route of the site can have it, those of the old site's bookmarks too.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SPEC = "news68k.spec"
TILDE = "/~"


class ProfilePrefix:
    """Passes a request on with its path as it is without a profile, and the profile's spec as `SPEC`."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Take the application behind."""
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        path = environ.get("PATH_INFO", "")
        if path.startswith(TILDE):
            spec, slash, rest = path.removeprefix(TILDE).partition("/")
            environ = {**environ, "PATH_INFO": slash + rest or "/", SPEC: spec}
        return self._app(environ, start_response)
