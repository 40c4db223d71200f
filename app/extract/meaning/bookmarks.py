"""Cards that an author put into a text for a page or file elsewhere, with its title and picture: here a link.

So editors write a bookmark or a file: Ghost (`kg-bookmark-card`), Substack, Notion (`bookmark source`), and their like.
"""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

MOST = 200
_CARD = re.compile(
    r"(?:^|\s)(?:kg-(?:bookmark|file-card)-container|embedded-post|bookmark-card|bookmark__?link|bookmark source)"
    r"(?:\s|$)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"title", re.IGNORECASE)
_LONGEST = 300  # characters of a title


def open_bookmarks(root: HtmlElement) -> None:
    """Put a paragraph with a link in place of each card of a bookmark, in place."""
    cards = (link for link in root.iter("a") if link.get("href") and _CARD.search(link.get("class") or ""))
    for link in list(islice(cards, MOST)):
        title = next((said for each in link.iterdescendants() if (said := _title(each))), "")
        if title:
            _replace(link, title)


def _title(element: HtmlElement) -> str:
    said = line(element.text_content()) if _TITLE.search(element.get("class") or "") else ""
    return said if len(said) <= _LONGEST else ""


def _replace(link: HtmlElement, title: str) -> None:
    """Leave nothing but the title in a link, and make a paragraph of the figure that is around it."""
    for child in list(link):
        link.remove(child)
    link.text = title
    link.attrib.pop("class", None)
    box = link.getparent()
    if box is not None and box.tag == "figure" and box.find("figcaption") is None:
        box.tag = "p"
        box.attrib.pop("class", None)
    else:
        paragraph = link.makeelement("p")
        link.addprevious(paragraph)
        paragraph.tail, link.tail = link.tail, None
        paragraph.append(link)
