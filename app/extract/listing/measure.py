"""What is measured on a page to tell a list of things to read from an article: how prose and headlines alternate."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.addresses import place_of
from app.extract.listing.covers import covered
from app.extract.listing.own_words import says
from app.extract.listing.titles import HEADINGS, INLINE, breadth, text_in
from app.extract.places import Boxes
from app.extract.right_before import text_before

MOST_TITLES = 5  # headings of level 1 are looked at

# In this order of conditions it takes half the time.
_TEXTS = (
    "/html/body/descendant::text()[string-length(normalize-space()) > 9][not(parent::script or parent::style or "
    "parent::noscript or parent::template or parent::textarea or parent::option or parent::button)]"
)
_SHORT_TEASER, _LONG_TEXT = 25, 500  # characters: less is a label; more is no teaser any longer
_MOST_MARKS = 8  # elements in a headline
_PARAGRAPH = 100  # characters of one that is no teaser's second line
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
    around = link.getparent().tag
    return around in ("p", "em", "i", "strong", "b", "td", "dd") and len(text_before(link).strip()) > 8
