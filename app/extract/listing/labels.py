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


def is_alone(link: HtmlElement, card: HtmlElement) -> bool:
    """Say whether no link in `card` that leads elsewhere says what `link` does: it is the card of one thing."""
    said, place = said_by(link), link.get("href")
    return not any(each.get("href") != place and said_by(each) == said for each in islice(card.iter("a"), _MOST_BESIDE))
