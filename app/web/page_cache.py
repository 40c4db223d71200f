"""Finished pages, kept in memory by what they show and for whom; one way for articles, lists, sections and searches."""

from collections.abc import Callable

from app.models import Page
from app.services.content_reader import CachedContent
from app.text.humanize import MINUTE
from app.web.context import link_parts, profile, services


def cached_page(name: tuple[object, ...], shown: CachedContent, render: Callable[[], Page]) -> Page:
    """Return the page `name` of this profile and edition out of memory, else what `render` makes of `shown`.

    A page that says how old its content is counts in minutes, so it is rendered once a minute at most.
    """
    key = (name, link_parts(), profile().name, shown.fetched_at, int(shown.age // MINUTE))
    kept = services().cache.get_page(key)
    if isinstance(kept, Page):
        return kept
    page = render()
    services().cache.put_page(key, page, len(page.body))
    return page
