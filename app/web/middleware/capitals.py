"""Paths in capitals, as machines without small letters send them, and people who type an address from paper.

All that is ours in a path has small letters: `/IN/WORLD` is `/in/world`, and `/A/ML52BYKDFH` the article of that id.
What somebody has typed behind it stays as it is.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# The parts of a path behind which words or an address stand.
TYPED = frozenset(("search", "weather", "web", "wiki", "word"))
# What an address behind ours begins with; its view looks for it as it came.
ADDRESS = ("http:", "https:")


class Capitals:
    """Passes a request on with small letters in the part of its path that is ours."""

    def __init__(self, app: "WSGIApplication") -> None:
        """Take the application behind."""
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        path = environ.get("PATH_INFO", "")
        if _small(path) != path:
            environ = {**environ, "PATH_INFO": with_small_letters(path)}
        return self._app(environ, start_response)


def with_small_letters(path: str) -> str:
    """Return a path with small letters as far as it is ours."""
    parts = path.split("/")
    for place, part in enumerate(map(_small, parts)):
        if part.startswith(ADDRESS):
            break
        parts[place] = part
        if part in TYPED:
            break
    return "/".join(parts)


def _small(text: str) -> str:
    """Return text with small letters for those of ASCII; others are bytes of UTF-8 here (PEP 3333)."""
    return text.encode("latin-1").lower().decode("latin-1")
