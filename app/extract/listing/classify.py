"""Is a page a list of things to read rather than an article, and what does it list?

A page is measured once, in a few passes that lxml makes in C, and a table of weighted signs decides. What
tells most is how prose and headlines alternate: an article is one long run of prose, a list is headline
after headline with a teaser between them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.addresses import place_of
from app.extract.listing.covers import covered
from app.extract.listing.headlines import headlines
from app.extract.listing.teasers import entries_of, introduction
from app.extract.listing.titles import HEADINGS, INLINE, breadth, text_in
from app.extract.metadata import read_metadata
from app.extract.metadata.evidence import is_jsonld
from app.extract.metadata.jsonld import ARTICLE_TYPES, WRITTEN_TYPE
from app.extract.places import Boxes
from app.models import Listing
from app.net.urls import resolve
from app.text.normalize import line

THRESHOLD = 4  # a page with this many points is an index; with fewer it stays an article

MOST_TITLES = 5  # headings of level 1 are looked at
_SAID = "/comments/"  # in the address of a feed
FEED_TYPES = frozenset({"application/atom+xml", "application/feed+json", "application/rss+xml"})

# The types of schema.org, in lower case, that say what a page is; all others stand on pages of either kind.
_ONE_THING = ARTICLE_TYPES | set("discussionforumposting faqpage howto product qapage question recipe".split())
_MANY_THINGS = frozenset("blog collection collectionpage itemlist profilepage searchresultspage".split())

# In this order of conditions it takes half the time.
_TEXTS = (
    "/html/body/descendant::text()[string-length(normalize-space()) > 9][not(parent::script or parent::style or "
    "parent::noscript or parent::template or parent::textarea or parent::option or parent::button)]"
)
_SHORT_TEASER, _LONG_TEASER, _LONG_TEXT = 25, 100, 500  # characters: less is a label; more is no teaser any longer
_MANY = 8  # headlines
_MOST_MARKS = 8  # elements in a headline
_PARAGRAPH = 100  # characters of one that is no teaser's second line
_LONGEST_POST = 9000  # characters; a page with more in one piece is read for that
_TITLE = 25  # characters of a heading that is no link, and more than the name of a section
_HEADLINE, _SHORT_HEADLINE = 20, 10  # characters; the short one where the address looks like an article's


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """What was measured on a page; lengths are characters, of Latin text or as much as that would be.

    `headlines` are links that read like one, outside of menus and boxes, `headings` those of them that are
    headings too; `run` is the longest stretch of prose without headlines between, `prose` all of them together,
    `posts` how many stretches are longer than any teaser, `texts` how many have several paragraphs; `cards` are
    `<article>` elements; `says` and `place` are what the page and its address say of themselves.
    """

    headlines: int
    headings: int
    run: int
    prose: int
    posts: int
    texts: int
    cards: int
    times: int
    title: int
    says: str
    place: str


def _has_posts(page: PageFeatures) -> bool:
    """Say whether whole texts follow each other under headings that are links, as on a blog's front page."""
    return (
        page.posts >= 3
        and page.headings >= 3
        and page.place in ("home", "list", "section")
        and page.says != "one"
        and page.run < _LONGEST_POST
        and page.title < _TITLE
    )


def _is_all_headlines(page: PageFeatures) -> bool:
    """Say whether next to nothing stands between the headlines, as on a board or in a table of contents."""
    return page.headlines >= _MANY and page.prose < page.headlines * _SHORT_TEASER


def _is_front(page: PageFeatures) -> bool:
    """Say whether a section begins with a story or two that are told at length, and goes on with headlines alone."""
    is_little = page.prose < page.headlines * _LONG_TEASER
    return page.place == "section" and page.says != "one" and page.headlines >= _MANY and is_little


def _is_divided(page: PageFeatures) -> bool:
    """Say whether most headings that are links stand over several paragraphs: they are the subheads of one text."""
    return page.texts >= 3 and 2 * page.texts >= page.headings and page.place not in ("home", "list")


# The signs, what they weigh, and what they mean; what speaks for an index is positive.
SIGNS: tuple[tuple[int, Callable[[PageFeatures], bool]], ...] = (
    (-20, lambda page: page.headlines < 4),
    (-12, lambda page: page.run >= 2200 and not _has_posts(page)),
    (-5, lambda page: 1100 <= page.run < 2200 and not _has_posts(page)),
    (-3, lambda page: 600 <= page.run < 1100 and not _has_posts(page)),
    (1, lambda page: page.run < 400),
    (2, lambda page: _is_all_headlines(page) and page.says != "one" and page.place != "text"),
    (2, _is_front),
    (-4, lambda page: page.says == "one"),
    (2, lambda page: page.says == "many"),
    (3, lambda page: page.place == "home"),
    (2, lambda page: page.place == "list"),
    (1, lambda page: page.place == "section"),
    (-2, lambda page: page.place == "text"),
    (1, lambda page: page.headlines >= 6),
    (1, lambda page: page.headlines >= 12),
    (1, lambda page: page.headlines >= 25),
    (1, lambda page: page.headings >= 4),
    (1, lambda page: page.headings >= 8),
    (3, _has_posts),
    (-6, _is_divided),
    (1, lambda page: page.cards >= 4),
    (-1, lambda page: page.cards == 1),
    (1, lambda page: page.times >= 4),
    (-1, lambda page: page.title >= _TITLE),
)


def is_index(root: HtmlElement, url: str) -> bool:
    """Say whether the page `root` at `url`, as parsed, is a list of things to read; when in doubt it is not."""
    if place_of(url) == "text" and says(root) == "one":
        return False  # the other signs together do not outweigh these two, and cost most of the time
    page = measure_page(root, url)
    return sum(weight for weight, holds in SIGNS if holds(page)) >= THRESHOLD


def index_listing(root: HtmlElement, url: str, base: str) -> Listing:
    """Return the headlines of the page `root` at `url`, in its own order; `base` is what links start from."""
    metadata = read_metadata(root, url)
    chosen = headlines(root, url, base)
    entries = entries_of(root, chosen)
    deck = metadata.deck or (introduction(root, chosen[0].element) if chosen else "")
    is_teaser = bool(entries) and deck == entries[0].summary
    return Listing(url, metadata.title, entries, "" if is_teaser else deck)


def feeds_named(root: HtmlElement, base: str) -> tuple[tuple[str, str], ...]:
    """Return title and address of each feed that the page names in its head (RSS Advisory Board, Autodiscovery).

    Those of what readers say (`/comments/feed` of WordPress) come last.
    """
    found: dict[str, str] = {}
    for link in root.iterfind(".//link[@href]"):
        words = (link.get("rel") or "").lower().split()
        if "alternate" not in words or (link.get("type") or "").strip().lower() not in FEED_TYPES:
            continue
        try:
            found.setdefault(resolve(base, link.get("href") or ""), line(link.get("title") or ""))
        except BadAddress:
            continue
    return tuple((title, address) for address, title in sorted(found.items(), key=lambda feed: _SAID in feed[0]))


def measure_page(root: HtmlElement, url: str) -> PageFeatures:
    """Measure the page `root` at `url`."""
    texts = _Texts(root, url, Boxes(BESIDE_LIST))
    runs = texts.runs()
    if not texts.addresses and not any(runs):  # then the names of boxes mislead: `js-navigation-container`
        texts = _Texts(root, url, Boxes(None))
        runs = texts.runs()
    named: dict[str, list[HtmlElement]] = {"article": [], "h1": [], "time": []}
    for element in root.iter(*named):
        named[element.tag].append(element)
    titles = [len(text_in(title)) for title in named["h1"][:MOST_TITLES] if title.find(".//a") is None]
    return PageFeatures(
        headlines=min(len(texts.addresses), len(texts.titles)),
        headings=texts.headings,
        run=max(runs),
        prose=sum(runs),
        posts=sum(run >= _LONG_TEXT for run in runs),
        texts=texts.texts,
        cards=len(named["article"]),
        times=len(named["time"]),
        title=max(titles, default=0),
        says=says(root),
        place=place_of(url),
    )


class _Texts:
    """The texts of a page in order, as stretches of prose and headlines."""

    def __init__(self, root: HtmlElement, url: str, boxes: Boxes) -> None:
        self._root = root
        self._page = url.partition("#")[0]
        self._boxes = boxes
        self._covers = covered(root)
        self.addresses: set[str] = set()
        self.titles: set[str] = set()
        self.headings = 0
        self.texts = 0

    def runs(self) -> list[int]:
        """Return the lengths of the stretches of prose.

        A headline ends one, unless it stands alone in the midst of a long text ("Read also").
        """
        runs, run, alone = [], 0, False
        last = None
        paragraphs: set[HtmlElement] = set()  # long ones since the last headline
        for text in self._root.xpath(_TEXTS):
            parent = text.getparent()
            element = parent.getparent() if text.is_tail else parent
            if self._boxes.hold(element):
                continue
            link = element if element.tag == "a" else next(element.iterancestors("a"), None)
            is_covered = link is None and element in self._covers
            if is_covered:
                link = self._covers[element]
            length = breadth(text)
            if link is None or not link.get("href"):
                if length >= _SHORT_TEASER and element.tag not in HEADINGS:
                    run, alone = run + length, False
                    if length >= _PARAGRAPH:
                        paragraphs.add(element)
            elif link is not last and self._is_headline(link, text, length, is_covered):
                last = link
                is_heading = is_covered or element.tag in HEADINGS or link.getparent().tag in HEADINGS
                self.headings += is_heading
                self.texts += len(paragraphs) > 1
                paragraphs.clear()
                if alone or run < _LONG_TEXT or is_heading:
                    runs.append(run)
                    run = 0
                alone = True
        self.texts += len(paragraphs) > 1
        return [*runs, run]

    def _is_headline(self, link: HtmlElement, text: str, length: int, is_title: bool) -> bool:
        """Note a link that reads like a headline, or is from the title of a card, and say whether it does."""
        href = link.get("href").strip()
        if length < _HEADLINE and 0 < len(link) <= _MOST_MARKS and all(each.tag in INLINE for each in link):
            length = breadth(text_in(link))  # the words that were searched for are marked
        if length < _SHORT_HEADLINE or href.startswith(("#", "mailto:", "javascript:", self._page + "#")):
            return False
        if length < _HEADLINE and not is_title and place_of(href) != "text":
            return False
        if _is_inside_sentence(link):
            return False
        self.addresses.add(href.partition("#")[0])
        words = text_in(link)
        self.titles.add(words if text.strip() in words else text.strip())  # a link over a card has other words
        return True


def _is_inside_sentence(link: HtmlElement) -> bool:
    """Say whether words stand before a link in its own line, so that it is part of a text."""
    before = link.getprevious()
    parent = link.getparent()
    words = (parent.text if before is None else before.tail) or ""
    return parent.tag in ("p", "em", "i", "strong", "b", "td", "dd") and len(words.strip()) > 8


def says(root: HtmlElement) -> str:
    """Return `one` where the page says of itself that it is an article, `many` for a list, else an empty string."""
    types: list[str] = []
    claimed = False
    for element in root.iter("meta", "script"):
        if element.tag == "meta":
            claimed = claimed or _is_claim(element)
        elif is_jsonld(element):
            types += map(str.lower, WRITTEN_TYPE.findall(element.text or ""))
    first = next((kind for kind in types if kind in _ONE_THING or kind in _MANY_THINGS), "")
    if first in _ONE_THING:
        return "one" if first == "liveblogposting" or types.count(first) < 3 else "many"
    if first:
        return "many"
    return "one" if claimed else ""


def _is_claim(meta: HtmlElement) -> bool:
    """Say whether a meta tag is one that articles have (Open Graph protocol)."""
    name, content = meta.get("property") or "", meta.get("content") or ""
    return (name == "og:type" and content.strip().lower() == "article") or (
        name == "article:published_time" and content[:1].isdigit()
    )
