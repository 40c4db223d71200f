"""Links from one page of an article to a place on another: they are known when each part has its page."""

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from app.render.pagination.pages import Chunk

# As `html.blocks` writes them: a text cannot hold the first character of a tag.
_NAMED = re.compile(r'<a name="(n[0-9]{1,4})"')
_LEADING = re.compile(r'(<a (?:name="n[0-9]{1,4}" )?href=")#(n[0-9]{1,4})"')


def links_to_places(markup: str) -> int:
    """Return how many links to places of the article stand in `markup`; each may get the address of a page."""
    return len(_LEADING.findall(markup))


def led(markup: Markup, pages: Sequence[Sequence[Chunk]], number: int, link: Callable[[int], str]) -> Markup:
    """Return the markup of page `number` with the address of its page before each place that stands on another.

    `link` returns the address of a page by its number.
    """
    if len(pages) == 1 or not links_to_places(markup):
        return markup
    places = {
        name: page for page, chunks in enumerate(pages, 1) for chunk in chunks for name in _NAMED.findall(chunk.markup)
    }

    def with_page(found: re.Match[str]) -> str:
        page = places.get(found[2], number)
        return found[0] if page == number else f'{found[1]}{link(page)}#{found[2]}"'

    return Markup(_LEADING.sub(with_page, markup))  # noqa: S704  # of markup, and of an address of ours
