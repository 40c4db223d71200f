"""What stands before the path of a page, taken off before anything else looks at it: a profile, and the secret of the
collection that its reader adds to. `/~macplus/+secret/in/world` is `/in/world`.

WSGI middleware, since every route of the site can have it, those of the old site's bookmarks too.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SPEC = "news68k.spec"
COLLECTION = "news68k.collection"
TILDE, PLUS = "/~", "/+"


class ProfilePrefix:
    """Passes a request on with its path as it is without these, as `SPEC` and `COLLECTION` in its environment."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Take the application behind."""
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        for begins, name in ((TILDE, SPEC), (PLUS, COLLECTION)):
            path = environ.get("PATH_INFO", "")
            if path.startswith(begins):
                value, slash, rest = path.removeprefix(begins).partition("/")
                environ = {**environ, "PATH_INFO": slash + rest or "/", name: value}
        return self._app(environ, start_response)
