"""Is a page a list of things to read rather than an article, and what does it list?

A page is measured once, in a few passes that lxml makes in C, and a table of weighted signs decides. What
tells most is how prose and headlines alternate: an article is one long run of prose, a list is headline
after headline with a teaser between them.
"""

from collections.abc import Callable

from lxml.html import HtmlElement

from app.extract.listing.addresses import place_of
from app.extract.listing.headlines import headlines
from app.extract.listing.measure import PageFeatures, measure_page
from app.extract.listing.own_words import says
from app.extract.listing.teasers import entries_of, introduction
from app.extract.metadata import read_metadata
from app.models import Listing

THRESHOLD = 4  # a page with this many points is an index; with fewer it stays an article
_SHORT_TEASER, _LONG_TEASER = 25, 100  # characters: less is a label; more is a text
_MANY = 8  # headlines
_LONGEST_POST = 9000  # characters; a page with more in one piece is read for that
_TITLE = 25  # characters of a heading that is no link, and more than the name of a section


def _has_posts(page: PageFeatures) -> bool:
    """Say whether whole texts follow each other under headings that are links, as on a blog's front page."""
    return (
        page.posts >= 3
        and page.headings >= 3
        and page.place in ("home", "list", "section")
        and page.says != "one"
        and page.run < _LONGEST_POST
        and page.title < _TITLE
    )


def _is_all_headlines(page: PageFeatures) -> bool:
    """Say whether next to nothing stands between the headlines, as on a board or in a table of contents."""
    return page.headlines >= _MANY and page.prose < page.headlines * _SHORT_TEASER


def _is_front(page: PageFeatures) -> bool:
    """Say whether a section begins with a story or two that are told at length, and goes on with headlines alone."""
    is_little = page.prose < page.headlines * _LONG_TEASER
    return page.place == "section" and page.says != "one" and page.headlines >= _MANY and is_little


def _is_divided(page: PageFeatures) -> bool:
    """Say whether most headings that are links stand over several paragraphs: they are the subheads of one text."""
    return page.texts >= 3 and 2 * page.texts >= page.headings and page.place not in ("home", "list")


# The signs, what they weigh, and what they mean; what speaks for an index is positive.
SIGNS: tuple[tuple[int, Callable[[PageFeatures], bool]], ...] = (
    (-20, lambda page: page.headlines < 4),
    (-12, lambda page: page.run >= 2200 and not _has_posts(page)),
    (-5, lambda page: 1100 <= page.run < 2200 and not _has_posts(page)),
    (-3, lambda page: 600 <= page.run < 1100 and not _has_posts(page)),
    (1, lambda page: page.run < 400),
    (2, lambda page: _is_all_headlines(page) and page.says != "one" and page.place != "text"),
    (2, _is_front),
    (-4, lambda page: page.says == "one"),
    (2, lambda page: page.says == "many"),
    (3, lambda page: page.place == "home"),
    (2, lambda page: page.place == "list"),
    (1, lambda page: page.place == "section"),
    (-2, lambda page: page.place == "text"),
    (1, lambda page: page.headlines >= 6),
    (1, lambda page: page.headlines >= 12),
    (1, lambda page: page.headlines >= 25),
    (1, lambda page: page.headings >= 4),
    (1, lambda page: page.headings >= 8),
    (3, _has_posts),
    (-6, _is_divided),
    (1, lambda page: page.cards >= 4),
    (-1, lambda page: page.cards == 1),
    (1, lambda page: page.times >= 4),
    (-1, lambda page: page.title >= _TITLE),
)


def is_index(root: HtmlElement, url: str) -> bool:
    """Say whether the page `root` at `url`, as parsed, is a list of things to read; when in doubt it is not."""
    if place_of(url) == "text" and says(root) == "one":
        return False  # the other signs together do not outweigh these two, and cost most of the time
    page = measure_page(root, url)
    return sum(weight for weight, holds in SIGNS if holds(page)) >= THRESHOLD


def index_listing(root: HtmlElement, url: str, base: str) -> Listing:
    """Return the headlines of the page `root` at `url`, in its own order; `base` is what links start from."""
    metadata = read_metadata(root, url)
    chosen = headlines(root, url, base)
    entries = entries_of(root, chosen)
    deck = metadata.deck or (introduction(root, chosen[0].element) if chosen else "")
    is_teaser = bool(entries) and deck == entries[0].summary
    return Listing(url, metadata.title, entries, "" if is_teaser else deck)
