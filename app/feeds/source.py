"""A feed as it stands there, before its texts are made plain and its addresses canonical. No I/O."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from app.models import Enclosure

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class SourceItem:
    """An entry: texts with their markup, `published` in seconds since the epoch or 0, `text` the longest that it has.

    `links` may be relative to `base`, which may be relative itself; they stand in the order in which they are tried.
    `comments` is where readers talk about it, relative as well, or empty.
    """

    title: str
    summary: str
    links: tuple[str, ...]
    published: float = 0
    enclosures: tuple[Enclosure, ...] = ()
    base: str = ""
    section: str = ""
    text: str = ""
    comments: str = ""


@dataclass(frozen=True, slots=True)
class SourceFeed:
    """A feed; `link` is the page of which it is the feed; `is_outline` says that its items are feeds themselves."""

    title: str
    summary: str
    link: str
    items: Iterable[SourceItem]
    is_outline: bool = False


def absolute(base: str, link: str) -> str:
    """Return what `link` means on `base`, or an empty string where that is no http or https address."""
    link = "".join(link.split("\n")).strip().replace("&amp;", "&")  # escaped twice, as no address has it
    if link.lower().startswith("www."):  # forgotten, as no browser would take it
        link = f"http://{link}"
    address = joined(base, link) if link else ""
    return address if address.lower().startswith(_WEB) else ""


def joined(base: str, reference: str) -> str:
    """Return what `reference` means on `base`, or an empty string where it means nothing."""
    try:
        return urljoin(base, reference)
    except ValueError:  # a bracket that is never closed
        return ""


def links_of(item: SourceItem, home: str) -> Iterator[str]:
    """Yield the addresses of an item, the best first, with their fragments; `home` is what its links start from.

    An item that is nothing but a file has the address of the file.
    """
    base = joined(home, item.base) or home
    files = (enclosure.url for enclosure in item.enclosures)
    return filter(None, (absolute(base, link) for link in (*item.links, *files)))
