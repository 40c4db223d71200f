"""Which elements of a list are of one headline alone."""

from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from app.extract.listing.headlines import Link

#: Stands for the owner of what holds more than one headline.
SEVERAL = ""


def owners_of(chosen: Sequence[Link]) -> dict[HtmlElement, str]:
    """Return the address of the one headline that stands in an element, or `SEVERAL`; other elements are free."""
    owners: dict[HtmlElement, str] = {}
    for link in chosen:
        for element in (link.element, *link.element.iterancestors()):
            known = owners.setdefault(element, link.url)
            if known == SEVERAL:
                break
            if known != link.url:
                owners[element] = SEVERAL
    return owners


def box_of(link: Link, owners: Mapping[HtmlElement, str]) -> HtmlElement:
    """Return the largest element that belongs to `link` alone."""
    box = link.element
    while (above := box.getparent()) is not None and owners.get(above) == link.url and above.tag != "body":
        box = above
    return box
