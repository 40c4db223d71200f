"""The headlines of a page that is a list of things to read: menus, footers, boxes and labels left out."""

import re
from collections import Counter
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.addresses import is_forum, place_of
from app.extract.listing.labels import LEAST, labels_among, numbered_below, said_by, said_often
from app.extract.listing.titles import LONG_TITLE, CardTitles, breadth, label_of, title_of
from app.extract.places import Boxes
from app.net.urls import canonical, host_of, resolve

MOST_ENTRIES, MOST_LINKS = 150, 3000
MAX_TITLE, SHORT_TITLE = 300, 10  # characters
COMMON = 0.6  # of the links of one look: where so many are headlines, the others are too
_IN_ONE_FOLDER = 0.25  # the same of those that lead to one folder besides
_OTHER_PLACE = re.compile(
    r"/(?:about(?:-us)?|accessibility|account|advertise|careers|contact(?:-us)?|cookies?(?:-policy)?|datenschutz|feed|"
    r"hilfe|impressum|imprint|jobs|legal|login|newsletters?|privacy(?:-policy)?|register|rss|signin|signup|sharer(?:\.php)?|"
    r"subscribe|terms(?:-of-\w+)?)(?:[/.?]|$)|//(?:[\w-]+\.)*(?:facebook|instagram|linkedin|pinterest|tiktok|twitter|"
    r"whatsapp|x|youtube)\.com/|\.(?:atom|gif|ico|jpe?g|png|rss|webp|xml|zip)(?:\?|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the best title that could be found for it; `rank` is 2 for a heading, 1 for one near by."""

    element: HtmlElement
    url: str
    title: str
    rank: int

    @property
    def look(self) -> tuple[str | None, ...]:
        """What the links of one list have in common."""
        parent = self.element.getparent()
        return (self.element.get("class"), parent.tag, parent.get("class"))

    @property
    def folder(self) -> str:
        """The part of its address that those of one kind have in common; of what stands in none, the address."""
        path = self.url.partition("?")[0]
        above = path.rstrip("/").rpartition("/")[0] if path == self.url else path
        return above if above.count("/") > 2 else self.url


def headlines(root: HtmlElement, url: str, base: str) -> list[Link]:
    """Return the links of the page `root` at `url` that are headlines, in page order, at most `MOST_ENTRIES`.

    Should the names of boxes leave hardly any, they mislead, and only the tags are gone by. `base` is what
    links start from.
    """
    chosen = _chosen(root, url, base, Boxes(BESIDE_LIST))
    return chosen if len(chosen) >= 4 else _chosen(root, url, base, Boxes(None))


def _chosen(root: HtmlElement, url: str, base: str, boxes: Boxes) -> list[Link]:
    """Return the links that are headlines, in page order, the best of each address."""
    best: dict[str, Link] = {}
    said: Counter[tuple[str, str]] = Counter()
    for link in _links(root, canonical(url), base, boxes):
        said[link.url, link.title] += 1
        known = best.get(link.url)
        if known is None or _merit(link) > _merit(known):
            best[link.url] = link
    below = numbered_below(best.values())
    best = {url: link for url, link in best.items() if url not in below}
    sure = {link.url for link in best.values() if is_headline(link.url, link.title, link.rank)}
    alike = _alike(best.values(), sure) | _parts_of_board(best.values(), sure)
    alike -= said_often(said)
    chosen = [link for link in best.values() if link.url in sure or link.url in alike]
    return chosen[:MOST_ENTRIES]


def _alike(links: Collection[Link], sure: Container[str]) -> frozenset[str]:
    """Return where links of several words lead that look as most headlines do, or as many to the same folder do."""
    found: set[str] = set()
    for share, kind_of in ((COMMON, lambda link: link.look), (_IN_ONE_FOLDER, lambda link: (link.look, link.folder))):
        kinds = Counter(map(kind_of, links))
        sure_kinds = Counter(kind_of(link) for link in links if link.url in sure)
        common = {kind for kind, number in sure_kinds.items() if number > 2 and number > share * kinds[kind]}
        found.update(link.url for link in links if kind_of(link) in common and _has_words(link.title))
    return frozenset(found)


def _parts_of_board(links: Collection[Link], sure: Container[str]) -> frozenset[str]:
    """Return where the links to the parts of a board lead, if they come before topics: on its first page.

    In a list of topics, the part that each is in stands behind it.
    """
    first = next((link for link in links if link.url in sure or is_forum(link.url)), None)
    found = frozenset(link.url for link in links if is_forum(link.url))
    return found if first is not None and is_forum(first.url) and len(found) >= LEAST else frozenset()


def _merit(link: Link) -> tuple[int, bool]:
    return link.rank, is_headline(link.url, link.title, link.rank)


def _links(root: HtmlElement, page: str, base: str, boxes: Boxes) -> Iterator[Link]:
    links = list(islice(root.iter("a"), MOST_LINKS))
    labels, cards = labels_among((link, said_by(link) or label_of(link)) for link in links), CardTitles()
    for element in links:
        href = (element.get("href") or "").strip()
        if not href or href.startswith("#") or boxes.hold(element):
            continue
        title, rank = title_of(element, labels, cards)
        if not title:
            continue
        try:
            url = resolve(base, href)
        except BadAddress:
            continue
        is_own_home = place_of(url) == "home" and "?" not in url and host_of(url) == host_of(page)
        if url != page and not _OTHER_PLACE.search(url) and not is_own_home:
            yield Link(element, url, title[:MAX_TITLE], rank)


def is_headline(url: str, title: str, rank: int) -> bool:
    """Say whether a link leads to a text rather than to another list; `rank` as in `Link`."""
    place, length = place_of(url), breadth(title)
    if place == "list":
        return length >= LONG_TITLE and (rank > 0 or " " in title)
    if place == "text" or (rank > 0 and place != "section"):
        return length >= SHORT_TITLE
    return length >= LONG_TITLE and (rank > 0 or title.count(" ") > 1 or length > len(title))


def _has_words(title: str) -> bool:
    """Say whether a title is more than one word."""
    return breadth(title) >= 6 and (" " in title or breadth(title) > len(title))
