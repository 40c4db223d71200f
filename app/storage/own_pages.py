"""Front pages that readers put together."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from app.storage import Store
from app.storage.own_records import OwnRecords


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A front page of one's own.

    `sources` are the canonical addresses of feeds, and sections of editions as `in/world`, in the order of their
    reader, each with what it is called; `order` is `best` or `newest`; `language` is that of feeds whose own is not
    known (ISO 639-1).
    """

    name: str
    sources: tuple[tuple[str, str], ...] = ()
    order: str = "best"
    language: str = "en"


def own_pages(store: Store, clock: Callable[[], float] = time.monotonic) -> OwnRecords[OwnPage]:
    """Return what keeps them in `store`; `clock` tells seconds."""
    return OwnRecords(store, "m1", _bytes, _page, clock)


def _bytes(page: OwnPage) -> bytes:
    return json.dumps(asdict(page), ensure_ascii=False).encode()


def _page(data: bytes) -> OwnPage:
    fields = json.loads(data)
    return OwnPage(**fields | {"sources": tuple((name, address) for name, address in fields["sources"])})
