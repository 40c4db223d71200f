"""Finished pages and drawings, kept in memory by what they show and for whom; one way for articles, lists, sections
and searches.

Where all of an answer may be given again, `keep_answer` says so.
"""

from collections.abc import Callable

from flask import request

from app.models import ConvertedImage, Page
from app.services.cached_content import CachedContent
from app.text.humanize import MINUTE
from app.web.context import collection_secret, link_parts, profile, services
from app.web.middleware.kept_answers import LEASE, Lease


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


def cached_drawing(key: tuple[object, ...], draw: Callable[[], ConvertedImage]) -> ConvertedImage:
    """Return a drawing of ours out of memory, else what `draw` makes; `key` says all that it depends on."""
    kept = services().cache.get_page(key)
    if isinstance(kept, ConvertedImage):
        return kept
    made = draw()
    services().cache.put_page(key, made, len(made.body))
    return made


def keep_answer(shown: CachedContent, pictures: int | None = None) -> None:
    """Let the answer to this request be given again while `shown` is fresh, and as long as its page names the same age.

    To be called when its page is there, since no error is kept. `pictures` is how many changes of what is known of
    pictures there were before that. What is private is never kept.
    """
    lease = request.environ.get(LEASE)
    if not isinstance(lease, Lease) or services().password is not None or collection_secret():
        return
    lease.until = min(shown.fresh_until, shown.modified + MINUTE) if shown.age else shown.fresh_until
    lease.pictures = pictures
