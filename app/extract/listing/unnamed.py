"""Links that only say what can be done (`View details`): what the card around each of them says first is its title."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from app.extract.listing.beside import PRICE, ROUND_A_PRICE
from app.extract.listing.headlines import Link
from app.extract.listing.labels import labels_among
from app.extract.listing.lines import lines_beside
from app.extract.listing.owners import box_of, owners_of

MOST_LINES = 20  # of one card are looked at
LONGEST = 120  # characters of a line that is a title
_WORD = re.compile(r"[^\W\d_]{3}")


def named_by_cards(links: Sequence[Link]) -> list[Link]:
    """Return `links`, each that says the same as several others under the first words of its card.

    That is what stands in the largest element which holds no other of them; a price and a number are no words.
    """
    labels = labels_among((link.element, link.title) for link in links)
    if not labels:
        return list(links)
    owners = owners_of(links)
    return [_named(link, box_of(link, owners), labels) if link.title in labels else link for link in links]


def _named(link: Link, card: HtmlElement, labels: Container[str]) -> Link:
    lines = islice(lines_beside(link, card), MOST_LINES)
    title = next((said for said in lines if said not in labels and _is_title(said)), link.title)
    return replace(link, title=title)


def _is_title(said: str) -> bool:
    price = PRICE.search(said)
    is_price = price is not None and len(said) <= len(price[0]) + ROUND_A_PRICE
    return len(said) <= LONGEST and not is_price and _WORD.search(said) is not None
