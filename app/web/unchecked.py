"""Pages and pictures of servers that cannot prove who they are: the way to read them, and what is said of them."""

from app.errors import OriginUntrusted, ReaderError
from app.net.urls import is_unchecked, unchecked
from app.sentences import Sentence
from app.web.context import services

NOTE = Sentence("The identity of this server could not be checked.")


def identity_note(url: str) -> str:
    """Return what is said of what was read at `url`, canonical or unchecked; mostly nothing."""
    return NOTE if is_unchecked(url) else ""


def way_around(error: ReaderError, url: str) -> str:
    """Return the address at which `url` is read all the same, where `error` is about a certificate and it may be.

    Else an empty string.
    """
    may_be = isinstance(error, OriginUntrusted) and services().settings.TLS_ALLOW_BAD
    return unchecked(url) if url and may_be else ""
