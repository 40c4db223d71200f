"""What the bytes of an origin hold, worked out where that can be ended."""

from collections.abc import Callable

from app.extract.site_rules import NO_RULES, Sites
from app.isolation import Subject, TaskPool
from app.models import Content, FetchedPage, Kind
from app.services.interpretation import interpret

Interpret = Callable[[str, FetchedPage], Content]

# Passed on as they are, so that their bytes need no way through a pool.
UNREAD = frozenset({Kind.FILE, Kind.IMAGE})


def interpret_in(pool: TaskPool, sites: Sites | None = None) -> Interpret:
    """Return what reads pages in `pool`, by the rules of `sites`."""

    def interpreted(url: str, page: FetchedPage) -> Content:
        if page.kind in UNREAD:
            return interpret(page)
        return pool.run(Subject(url), interpret, page, sites.of(page.url) if sites else NO_RULES)

    return interpreted


def done_in(pool: TaskPool, interpret: Interpret) -> Interpret:
    """Return `interpret`, which must be picklable, as something that `pool` does."""
    return lambda url, page: pool.run(Subject(url), interpret, url, page)
