"""Words that are no title because several links of a page say the same: `Listen now`, `Zur Sendung`, `Details`.

That holds in every language, and for whatever a site calls its buttons.
"""

from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

LEAST = 4  # links to different addresses that say the same
LONGEST = 40  # characters of it
_MOST_BESIDE = 60  # links of one card are looked at
_MOST_TEXT = 600  # characters of a card
_SIGNS = 10  # characters, as of brackets, that are nothing more


def said_by(link: HtmlElement) -> str:
    """Return what a link says, on one line, or little more than the beginning of it."""
    return line((link.text_content() if len(link) else link.text or "")[: 4 * LONGEST])


def labels_among(links: Iterable[tuple[HtmlElement, str]]) -> frozenset[str]:
    """Return what `LEAST` or more of the links say, each of which comes with its words."""
    places: dict[str, set[str]] = {}
    for link, said in links:
        if said and len(said) <= LONGEST:
            places.setdefault(said, set()).add(link.get("href") or "")
    return frozenset(said for said, addresses in places.items() if len(addresses) >= LEAST)


def leads_from(link: HtmlElement, title: HtmlElement, card: HtmlElement, is_label: bool) -> bool:
    """Say whether `link` leads from the one title of `card`, which is of one thing then, and neither list nor heading.

    No link in it that leads elsewhere says the same; and where its words could be a title (`is_label`), there is more
    in it, unlike in a heading with its `[edit]`.
    """
    said, place = said_by(link), link.get("href")
    others = (each for each in islice(card.iter("a"), _MOST_BESIDE) if each.get("href") != place)
    if title.find(".//a") is not None or any(said_by(each) == said for each in others):
        return False
    return not is_label or _length(card) > _length(title) + len(said) + _SIGNS


def _length(element: HtmlElement) -> int:
    return len(line(element.text_content()[:_MOST_TEXT]))
