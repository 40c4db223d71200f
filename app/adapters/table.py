"""All adapters, by their names, and which of them an address belongs to."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from app.adapters import (
    archive_org,
    arxiv,
    bluesky,
    discourse,
    github,
    gutenberg,
    hacker_news,
    lemmy,
    mastodon,
    reddit,
    stack_exchange,
    youtube,
)
from app.adapters.adapter import Adapter, led_to, made
from app.models import Article

# Those of one name side by side.
_ALL: tuple[Adapter, ...] = (
    archive_org.ADAPTER,
    arxiv.ADAPTER,
    bluesky.ADAPTER,
    discourse.ADAPTER,
    *github.ADAPTERS,
    gutenberg.ADAPTER,
    hacker_news.ADAPTER,
    lemmy.ADAPTER,
    mastodon.ADAPTER,
    reddit.ADAPTER,
    stack_exchange.ADAPTER,
    youtube.ADAPTER,
)
ADAPTERS: Mapping[str, tuple[Adapter, ...]] = {
    name: tuple(found) for name, found in groupby(_ALL, lambda each: each.name)
}


def adapter_of(url: str, names: Sequence[str], leads: bool) -> Adapter | None:
    """Return the one of `names` that reads `url`, among those that lead or among the others."""
    found = (each for name in names for each in ADAPTERS[name])
    return next((each for each in found if each.leads is leads and each.groups(url) is not None), None)


def article_at(name: str, url: str, bodies: Sequence[bytes]) -> Article:
    """Return the article at `url`, a page of the site `name`, out of the answers that were asked for.

    Raises `ReaderError`.
    """
    return made(_of_kind(name, url), url, bodies)


def led_to_at(name: str, url: str, bodies: Sequence[bytes], base: str) -> tuple[str, ...]:
    """Return what else is asked for at `base` for the page at `url` of the site `name`, by what was answered."""
    return led_to(_of_kind(name, url), url, bodies, base)


def _of_kind(name: str, url: str) -> Adapter:
    return next(each for each in ADAPTERS[name] if each.groups(url) is not None)
