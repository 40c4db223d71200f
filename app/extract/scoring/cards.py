"""Cards of other stories in the midst of a text, whose link is none of their words.

Sites lay an empty link over a card, so that one may click anywhere on it: then its headline is no link, and nothing
tells it from a heading of the text. Others name a section and a headline under each other, both links, and no more.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.hints import Hints
from app.extract.scoring.stories import leads_away
from app.extract.scoring.text_blocks import Container, PageText, TextBlock
from app.extract.scoring.walk import HEADING_TAGS
from app.net.urls import host_of
from app.text.normalize import letters

_MOST_LINKS = 5_000
_MOST_BLOCKS, _LONGEST = 5, 300  # blocks of a card, and characters of one of them
_MOST_AROUND = 4  # elements from the link up to the one that has words


def cards_of_others(page: PageText, hints: Hints) -> list[int]:
    """Return the numbers of the blocks of cards that tell of one other story of the same site each.

    A card stands alone: where another of its like is at once beside it, they are a list of the text.
    """
    found: list[int] = []
    cards = [*_covered(page, hints), *_pairs(page)]
    for card in cards:
        if not any(_are_beside(card, other) for other in cards):
            found += range(card.first, card.end)
    return found


def _are_beside(one: Container, other: Container) -> bool:
    return one is not other and (one.end == other.first or other.end == one.first)


def _covered(page: PageText, hints: Hints) -> Iterator[Container]:
    """Yield the small boxes over which an empty link lies that leads to another page of the site."""
    links = [link for link in islice(page.body.element.iter("a"), _MOST_LINKS) if _is_cover(link, hints.host)]
    if not links:
        return
    boxes = {container.element: container for container in page.containers}
    for card in dict.fromkeys(filter(None, (_card(link, boxes) for link in links))):
        if _is_card(page.blocks[card.first : card.end], hints):
            yield card


def _is_cover(link: HtmlElement, host: str) -> bool:
    """Say whether a link has no words and no picture, and leads to another page of the site."""
    if link.text or len(link) > 2:
        return False
    href = (link.get("href") or "").strip()
    if not href or href[0] in "#?" or href.startswith(("javascript:", "mailto:")):
        return False
    if any(map(str.strip, link.itertext())) or link.find(".//figure") is not None:
        return False
    return "://" not in href[:9] or host_of(href) == host


def _card(link: HtmlElement, boxes: dict[HtmlElement, Container]) -> Container | None:
    """Return the smallest box around a link that has words."""
    for above in islice(link.iterancestors(), _MOST_AROUND):
        box = boxes.get(above)
        if box is not None:
            return box
    return None


def _is_card(blocks: Sequence[TextBlock], hints: Hints) -> bool:
    """Say whether blocks are a headline, and at most a line or two with it."""
    if not 0 < len(blocks) <= _MOST_BLOCKS or max(block.length for block in blocks) > _LONGEST:
        return False
    headings = [block for block in blocks if block.container.level]
    is_one = len({_heading_of(block) for block in headings}) == 1
    return is_one and not any(hints.in_title(letters(block.text)) for block in headings)


def _pairs(page: PageText) -> Iterator[Container]:
    """Yield the boxes of two headings, each nothing but a link: the name of a section and a headline in it."""
    for container in page.containers:
        if container.blocks == 2 and container.links >= container.length and container.parent is not None:
            pair = page.blocks[container.first : container.end]
            headings = [_heading_of(block) for block in pair if block.links >= len(block.text)]
            is_pair = None not in headings and len(set(headings)) == len(pair)
            if is_pair and leads_away(pair[1]) and pair[0].hrefs != pair[1].hrefs:
                yield container


def _heading_of(block: TextBlock) -> HtmlElement | None:
    """Return the heading that a block lies in; an entry of a list is none."""
    if not block.container.level or block.container.flags & IN_LIST:
        return None
    above = (each.element for each in block.container.outward())
    return next((each for each in above if each.tag in HEADING_TAGS), None)
