"""Pages that are little but links, whatever these are called: collections of links, tables of contents, boards."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice, pairwise

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.addresses import place_of
from app.extract.listing.beside import MAX_SUMMARY
from app.extract.listing.headlines import Link
from app.extract.listing.labels import labels_among, numbered_below, said_often
from app.extract.listing.page_links import words_of
from app.extract.listing.teasers import entries_of, introduction
from app.extract.listing.titles import HEADINGS, breadth, heading_in, text_in, unshortened, usable
from app.extract.listing.unnamed import named_by_cards
from app.extract.places import Boxes
from app.models import Entry
from app.net.urls import resolve
from app.text.normalize import cut, line

FEWEST, MOST = 5, 300  # entries
MOST_TEXTS = 20_000  # of a page are looked at
_LINKED = 0.6  # of the characters of a page that is a list of links
_FEWEST_WORDS = 3  # that stand for a picture which is a headline
_LABELS, _LISTS, _LONGEST_SECTION = ("dt", "div", "p"), ("dl", "ol", "table", "ul"), 60  # characters
_MOST_IN_A_LABEL = 6  # elements
_SHORTEST_NAME = 2  # signs
_SHORT_LABELS = frozenset("下页 前へ 戻る 更多 次へ 登录 登録 詳細 詳情 详情 返回 首页 首頁 다음 이전".split())
_PLACES = ("home", "list")  # where pictures that lead on stand for stories; elsewhere they may be what is to be seen
_WRITER = re.compile(r"(?:^|[\s_-])(?:authors?|byline|user-?names?|member-?names?)(?:$|[\s_-])", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)", re.IGNORECASE)

_TEXTS = (
    "/html/body/descendant::text()[normalize-space()][not(parent::script or parent::style or parent::noscript or "
    "parent::template or parent::textarea or parent::option or parent::button)] | /html/body//a//img[@alt]"
)


@dataclass(slots=True)
class _Links:
    """The links of a page under their sections, and how many of its characters these are.

    Headings do not count, for they come with the links as their sections, nor does what was said before. `titles` are
    the characters of what stands beside links as their titles.
    """

    characters: int = 0
    linked: int = 0
    titles: int = 0
    heading: str = ""
    section: str = ""
    sections: dict[HtmlElement, str] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    def add(self, link: HtmlElement, text: str) -> None:
        """Count a link, or another text of it."""
        self.said.add(text)
        self.characters += len(text)
        self.linked += len(text)
        self.sections.setdefault(link, self.section)

    def pass_by(self, element: HtmlElement, text: str) -> None:
        """Count what is no link."""
        heading = next((each for each in (element, *islice(element.iterancestors(), 3)) if each.tag in HEADINGS), None)
        if heading is None:
            over = label_over_list(element)
            self.section = f"{self.heading}: {over}".removeprefix(": ") if over else self.section
            self.characters += 0 if over or text in self.said else len(text)
            self.said.add(text)
        elif heading.tag != "h1":
            self.section = self.heading = text_in(heading)


def label_over_list(element: HtmlElement) -> str:
    """Return the few words of a paragraph right before a list, around a text in `element`: they say what is in it."""
    for each in (element, *islice(element.iterancestors(), 2)):
        if each.tag in _LABELS:
            behind = each.getnext()
            is_label = behind is not None and behind.tag in _LISTS and not (each.tail or "").strip()
            inside = [part.tag for part in islice(each.iterdescendants(), _MOST_IN_A_LABEL + 1)]
            is_small = len(inside) <= _MOST_IN_A_LABEL and "a" not in inside
            said = text_in(each) if is_label and is_small else ""
            return said.rstrip(": ") if len(said) <= _LONGEST_SECTION else ""
    return ""


def link_list(root: HtmlElement, base: str) -> tuple[tuple[Entry, ...], str]:
    """Return the links of a page that is little else, in its order, and the paragraph over them.

    Menus, footers and what is beside do not count; on a home page, a picture that is a link counts by the words that
    stand for it. No links are returned where there are fewer than five, or where more than a part of the page's
    characters are neither links nor stand beside one.
    """
    found = _links_in(root, place_of(base) in _PLACES)
    entries = _entries(root, found, base)
    if len(entries) < FEWEST or _is_discussion(found.sections):
        return (), ""
    over = introduction(root, next(iter(found.sections)), may_be_short=True)
    said = len(over) + found.titles + sum(len(entry.summary) + len(entry.date) for entry in entries)
    said += sum(len(entry.title) for entry in entries if not entry.url)
    if found.linked < _LINKED * (found.characters - said):
        return (), ""
    return entries, over


def _links_in(root: HtmlElement, has_pictures: bool) -> _Links:
    boxes, found = Boxes(BESIDE_LIST), _Links()
    for element, text in _texts_of(root):
        if boxes.hold(element) or (element.tag == "img" and not has_pictures):
            continue
        link = element if element.tag == "a" else next(element.iterancestors("a"), None)
        if link is not None and link.get("href"):
            found.add(link, text)
        else:
            found.pass_by(element, text)
    return found


def _texts_of(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements around the texts of a page, in its order, and the texts."""
    for text in islice(root.xpath(_TEXTS), MOST_TEXTS):
        if hasattr(text, "tag"):
            if _is_headline(text):
                yield text, line(text.get("alt"))
        else:
            parent = text.getparent()
            yield (parent.getparent() if text.is_tail else parent), text.strip()


def _is_headline(picture: HtmlElement) -> bool:
    """Say whether the words of a picture tell what its link leads to, which is no picture itself."""
    link = next(picture.iterancestors("a"), None)
    leads = link is not None and not _PICTURE_FILE.search(link.get("href") or "")
    return leads and len((picture.get("alt") or "").split()) >= _FEWEST_WORDS


def _entries(root: HtmlElement, page: _Links, base: str) -> tuple[Entry, ...]:
    """Return the entries of links, with what stands beside each, each address once."""
    chosen: dict[str, Link] = {}
    inside: dict[str, str] = {}
    said: Counter[tuple[str, str]] = Counter()
    for element in islice(page.sections, MOST):
        href = (element.get("href") or "").strip()
        title, summary = _title_of(element)
        if not title or href.startswith("#"):
            continue
        try:
            url = resolve(base, href)
        except BadAddress:
            continue
        said[url, title] += 1
        if url not in chosen:
            chosen[url], inside[url] = Link(element, url, title, 0), summary
        elif "#" in href and title != chosen[url].title:
            inside[url] = cut(f"{inside[url]} | {title}" if inside[url] else title, MAX_SUMMARY)  # a place in it
    below = numbered_below(chosen.values()) | _buttons(list(chosen.values())) | said_often(said)
    shown = named_by_cards([link for link in chosen.values() if link.url not in below])
    page.titles = sum(len(link.title) for link in shown if link.title != chosen[link.url].title)
    sections = {link.url: page.sections[link.element] for link in shown}
    entries = entries_of(root, shown)
    over = accumulate(entries, lambda last, entry: sections.get(entry.url, last), initial="")
    found = zip(entries, islice(over, 1, None), strict=True)
    return tuple(
        replace(entry, summary=inside.get(entry.url, "") or entry.summary, section=section) for entry, section in found
    )


def _is_discussion(links: Collection[HtmlElement]) -> bool:
    """Say whether most links lead to those who wrote what stands beside them."""
    named = (link for link in links if link.get("rel") == "author" or _WRITER.search(_names(link)))
    return 2 * sum(1 for _ in named) > len(links)


def _names(link: HtmlElement) -> str:
    return f"{link.get('class') or ''} {link.getparent().get('class') or ''}"


def _buttons(links: Sequence[Link]) -> frozenset[str]:
    """Return where links lead that say the same as others, if each stands behind one that does not: `Add to cart`."""
    labels = labels_among((link.element, link.title) for link in links)
    found = [(before, link) for before, link in pairwise(links) if link.title in labels]
    are_behind = all(before.title not in labels for before, _ in found)
    return frozenset(link.url for _, link in found) if are_behind else frozenset()


def _title_of(link: HtmlElement) -> tuple[str, str]:
    """Return what a link is called, and what it says besides: a card has a heading and a sentence."""
    heading = heading_in(link)
    title = usable(text_in(heading)) if heading is not None else ""
    if not title:
        words = unshortened(link, words_of(link))
        return (words if _is_short_name(words) else usable(words)), ""
    before, _, behind = text_in(link).partition(title)
    return title, cut(line(f"{before} {behind}"), MAX_SUMMARY)


def _is_short_name(words: str) -> bool:
    """Say whether words are a name of two signs, each a word or a part of one: a country, a section of a paper."""
    return len(words) == _SHORTEST_NAME and breadth(words) > _SHORTEST_NAME and words not in _SHORT_LABELS
