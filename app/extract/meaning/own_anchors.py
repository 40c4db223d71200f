"""Headings and terms that are links to themselves, so that their place can be copied: they lead nowhere else."""

from itertools import islice

from lxml.html import HtmlElement

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_MOST = 5_000


def open_own_anchors(root: HtmlElement) -> None:
    """Take the link away from each heading or term of the tree that is nothing else, and leads to itself, in place."""
    for heading in islice(root.iter(*_TAGS), _MOST):
        if len(heading) == 1 and heading[0].tag == "a" and _leads_to(heading[0], heading):
            heading[0].attrib.pop("href")


def _leads_to(link: HtmlElement, heading: HtmlElement) -> bool:
    """Say whether a link is all that a heading says, and the place that it leads to is there, or is its section."""
    if (heading.text or "").strip() or (link.tail or "").strip():
        return False
    href, parent = link.get("href") or "", heading.getparent()
    places = [each for one in (link, heading, parent) if one is not None for each in (one.get("id"), one.get("name"))]
    return href[:1] == "#" and href[1:] in filter(None, places)
