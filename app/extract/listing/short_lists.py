"""Lists too short to be told from articles by their looks: a tag with three posts, a search that found one."""

from lxml.html import HtmlElement

from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.addresses import place_of
from app.extract.listing.headlines import headlines
from app.extract.listing.teasers import entries_of
from app.extract.places import Boxes
from app.models import Entry


def short_list(root: HtmlElement, url: str, base: str) -> tuple[Entry, ...]:
    """Return the headings of a list or a home page by its address that lead on; menus and the like left out."""
    if place_of(url) not in ("home", "list"):
        return ()
    boxes = Boxes(BESIDE_LIST)
    found = [link for link in headlines(root, url, base) if link.rank > 1 and not boxes.hold(link.element)]
    return entries_of(root, found) if found else ()
