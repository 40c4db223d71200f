"""All adapters, by their names, and which of them an address belongs to."""

from collections.abc import Mapping, Sequence

from app.adapters import bluesky, discourse, github, hacker_news, lemmy, mastodon, reddit, stack_exchange, youtube
from app.adapters.adapter import Adapter, led_to, made
from app.models import Article

ADAPTERS: Mapping[str, Adapter] = {
    each.ADAPTER.name: each.ADAPTER
    for each in (bluesky, discourse, github, hacker_news, lemmy, mastodon, reddit, stack_exchange, youtube)
}


def adapter_of(url: str, names: Sequence[str], leads: bool) -> Adapter | None:
    """Return the one of `names` that reads `url`, among those that lead or among the others."""
    found = (ADAPTERS[name] for name in names)
    return next((each for each in found if each.leads is leads and each.groups(url) is not None), None)


def article_at(name: str, url: str, bodies: Sequence[bytes]) -> Article:
    """Return the article at `url` out of the answers that the adapter `name` asked for. Raises `ReaderError`."""
    return made(ADAPTERS[name], url, bodies)


def led_to_at(name: str, url: str, bodies: Sequence[bytes], base: str) -> tuple[str, ...]:
    """Return what else the adapter `name` asks for at `base` for the page at `url`, by what was answered."""
    return led_to(ADAPTERS[name], url, bodies, base)
