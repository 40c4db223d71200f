"""Words that are no title because several links of a page say the same: `Listen now`, `Zur Sendung`, `Details`.

That holds in every language, and for whatever a site calls its buttons.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Protocol

from lxml.html import HtmlElement

from app.text.normalize import line

LEAST = 4  # links to different addresses that say the same
LONGEST = 40  # characters of it
_MOST_BESIDE = 60  # links of one card are looked at
_MOST_TEXT = 600  # characters of a card
_SIGNS = 10  # characters, as of brackets, that are nothing more
_FIGURES = re.compile(r"\d+")


class Titled(Protocol):
    """A link with its title; `rank` is 2 where that is a heading."""

    @property
    def url(self) -> str:
        """Where it leads."""

    @property
    def title(self) -> str:
        """What it stands for."""

    @property
    def rank(self) -> int:
        """How sure that is."""


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


def numbered_below(links: Collection["Titled"]) -> frozenset[str]:
    """Return where links lead that say the same but for a number, and go on from the address of another link.

    `View comments (12)` and `Last page` are of a headline, and none of their own; chapters that are called by their
    numbers are not below each other.
    """
    places: dict[str, list[str]] = {}
    urls = {link.url for link in links}
    for link in links:
        if link.rank < 2 and len(link.title) <= LONGEST and not urls.isdisjoint(_above(link.url)):
            places.setdefault(_FIGURES.sub("", link.title), []).append(link.url)
    return frozenset(url for same in places.values() if len(same) >= LEAST for url in same)


def said_often(said: Mapping[tuple[str, str], int]) -> frozenset[str]:
    """Return where links lead that stand with the same words in `LEAST` places: who made each of many things.

    `said` has how often there is a link of an address and a title.
    """
    return frozenset(url for (url, _), number in said.items() if number >= LEAST)


def _above(url: str) -> tuple[str, ...]:
    folder = url.rstrip("/").rpartition("/")[0]
    return (
        folder,
        f"{folder}/",
        url.partition("#")[0] if "#" in url else "",
        url.partition("?")[0] if "?" in url else "",
    )


def leads_from(link: HtmlElement, title: HtmlElement, card: HtmlElement, is_label: bool) -> bool:
    """Say whether `link` leads from the one title of `card`, which is of one thing then, and neither list nor heading.

    The title is no link of its own, and no link in the card that leads elsewhere says the same. Where the words of
    `link` could be a title (`is_label`), there is more in the card, unlike in a heading with its `[edit]`.
    """
    said, place = said_by(link), link.get("href")
    others = (each for each in islice(card.iter("a"), _MOST_BESIDE) if each.get("href") != place)
    around = next(title.iterancestors("a"), None)
    if title.find(".//a") is not None or around not in (None, link) or any(said_by(each) == said for each in others):
        return False
    return not is_label or _length(card) > _length(title) + len(said) + _SIGNS


def _length(element: HtmlElement) -> int:
    return len(line(element.text_content()[:_MOST_TEXT]))
