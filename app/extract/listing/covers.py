"""Links without a title that lie over a card or end it: which words each of them leads from."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.extract.listing.headlines import MAX_TITLE, MOST_LINKS
from app.extract.listing.labels import labels_among, leads_from, said_by
from app.extract.listing.titles import NEAR, CardTitles, is_file_label, is_side_label, label_of, usable
from app.text.normalize import line

MOST_COVERS = 400  # of one page are looked at
MOST_PARTS = 60  # of one card are looked at for its title
_LONGEST_LABEL = 60  # characters of words that are no title: `Read the full story`


def covered(root: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """Return the elements whose words are the title of a card, with the link that lies over it.

    That is the one heading of the card or what is named its title, or what has the words of the link's label.
    """
    found: dict[HtmlElement, HtmlElement] = {}
    cards = CardTitles()
    for link in islice(_empty(root), MOST_COVERS):
        title = _title_under(link, cards)
        if title is not None:
            found.setdefault(title, link)
    return found


def _empty(root: HtmlElement) -> Iterator[HtmlElement]:
    links = [(link, said_by(link)) for link in islice(root.iter("a"), MOST_LINKS) if link.get("href")]
    labels = labels_among(links)
    for link, words in links:
        if is_side_label(words):
            continue
        if len(words) < _LONGEST_LABEL and (words in labels or is_file_label(words) or not usable(words)):
            yield link


def _title_under(link: HtmlElement, cards: CardTitles) -> HtmlElement | None:
    """Return the element that holds the title of the card around `link`, or None where there is not one alone."""
    label = label_of(link)
    for _, above in zip(range(NEAR), link.iterancestors(), strict=False):
        if titles := cards[above]:
            is_label = bool(usable(said_by(link)))
            is_title = len(titles) == 1 and leads_from(link, titles[0], above, is_label)
            return _innermost(titles[0]) if is_title else None
        for part in islice(above.iterdescendants(), MOST_PARTS) if label else ():
            if isinstance(part.tag, str) and line((part.text or "")[:MAX_TITLE]) == label:
                return part
    return None


def _innermost(heading: HtmlElement) -> HtmlElement:
    """Return the element in a heading that holds its words."""
    while len(heading) == 1 and not (heading.text or "").strip():
        heading = heading[0]
    return heading
