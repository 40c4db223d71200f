"""Pages as the client gives them, made from a type and a body."""

from app.fetch.sniff import kind_of
from app.models import FetchedPage


def fetched(url: str, content_type: str, body: bytes, charset: str = "", name: str = "") -> FetchedPage:
    """Return the page whose kind is what `body` shows under `content_type`, as it is of one that was fetched."""
    return FetchedPage(url, content_type, body, kind_of(content_type, body), charset, name)
