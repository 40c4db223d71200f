"""The headlines of a page that is a list of things to read: menus, footers, boxes and labels left out."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.labels import labels_among, leads_from, said_by
from app.extract.places import Boxes
from app.net.urls import canonical, host_of, resolve
from app.text.normalize import line

MOST_ENTRIES, MOST_LINKS = 150, 3000
MOST_PARTS = 60  # of one link are looked at
MOST_TEXT = 3000  # characters of one element are read
MAX_TITLE, LONG_TITLE, SHORT_TITLE = 300, 20, 10  # characters
NEAR = 4  # levels from a link up to the box that holds its heading
COMMON = 0.6  # of the links of one look: where so many are headlines, the others are too

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("div", "p", "dd", "figcaption", "ul", "section")
_INLINE = frozenset("a abbr b cite code em font i mark q s small strong sub sup u wbr".split())
_SILENT = frozenset({"noscript", "script", "style", "template"})
# Words on links that are no title, in the languages of most of the web's readers, and in small letters; signs around
# them do not count.
_LABEL = re.compile(
    r"(?:(?:\d[\d.,]*\s*)?(?:comments?|kommentare?|commentaires?|comentarios?|repl(?:y|ies)|likes?|views?|points?)"
    r"(?:\s*\(?\d*\)?)|leave a (?:comment|reply)|(?:read|see|show|view|load|learn|find out|continue)\s+(?:the |this )?"
    r"(?:more|all|on|full|story|article|reading)(?:\s.{0,30})?|continue reading.*|more(?: from.*| stories| news)?|"
    r"all (?:articles|news|posts|stories)|full (?:story|article|text)|details|weiter\s?lesen.{0,40}|"
    r"mehr(?: lesen.{0,40}| dazu| zum thema)?|lire (?:la suite|plus).{0,40}|en savoir plus|leer m[aá]s.{0,40}|"
    r"seguir leyendo|leia mais.{0,40}|ler mais|leggi (?:tutto|di più|ancora)|continua(?: a leggere)?|"
    r"lees (?:meer|verder).{0,40}|läs mer.{0,40}|les mer|læs mere|czytaj (?:dalej|więcej).{0,40}|"
    r"читать (?:далее|дальше|полностью).{0,40}|подробнее|続きを読む|もっと見る|阅读更多|阅读全文|더 ?보기|اقرأ المزيد|"
    r"permalink|link|share|photos?|video|watch(?: now)?|listen|next|previous|"
    r"(?:older|newer) (?:posts|entries|stories)|home(?:page)?|skip to .{0,30}|log ?in|sign (?:in|up)|subscribe.{0,20}|"
    r"untagged|uncategorized|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago|\d+)"
)
_OTHER_PLACE = re.compile(
    r"/(?:about(?:-us)?|accessibility|account|advertise|careers|contact(?:-us)?|cookies?(?:-policy)?|datenschutz|feed|"
    r"hilfe|impressum|imprint|jobs|legal|login|newsletters?|privacy(?:-policy)?|register|rss|signin|signup|sharer(?:\.php)?|"
    r"subscribe|terms(?:-of-\w+)?)(?:[/.?]|$)|//(?:[\w-]+\.)*(?:facebook|instagram|linkedin|pinterest|tiktok|twitter|"
    r"whatsapp|x|youtube)\.com/|\.(?:atom|gif|ico|jpe?g|png|rss|webp|xml|zip)(?:\?|$)",
    re.IGNORECASE,
)
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:hed|head(?:ing|line)?|titles?|titre|titel)(?:$|[\s_-])", re.IGNORECASE)
_DOTS, _CUT = ("...", "\u2026"), " .\u2026"
_HOME = re.compile(r"(?:index|default|home|start|main|front)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_LIST_NAME = re.compile(
    r"(?:archiv\w*|authors?|autor\w*|blog|categor\w+|kategorie\w*|labels?|latest|newest|news|page|people|profiles?|"
    r"rubri\w+|search|sections?|suche|tag(?:ged|s)?|themen?|topics?)",
    re.IGNORECASE,
)
# Files that are lists by their names, and those that stand for their folder.
_LIST_FILE = re.compile(
    r"(?:all-?posts|archives?|articles|author|blog|contents?|date|forum(?:display|s)?|gen-?index|links|maillist|messages?-?list|sitemap|"
    r"subject|threads?|toc|viewforum)"
    r"\.(?:aspx?|cgi|html?|jsp|php\d?)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\D{0,20}\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)  # `Today 10:15`
_INDEX_FILE = re.compile(r"(?:default|index|welcome)\.\w{2,5}", re.IGNORECASE)
_LIST_QUERY = re.compile(r"(?:^|&)(?:cat|category|label|q|query|s|search|tag)=", re.IGNORECASE)
_TEXT_NAME = re.compile(r"\d{5}|\.s?html?$|[-_.][^\W_]*\d{4}", re.IGNORECASE)
_WORDS_OF_TEXT_NAME = 4  # with dashes between them: what an address of an article is mostly made of
_TEXT_QUERY = re.compile(r"(?:^|&)(?:p|id|t|article\w*|story\w*|item)=\w*\d", re.IGNORECASE)


def place_of(url: str) -> str:
    """Return what an address looks like: `home`, `list`, `section`, `text` (of one article) or nothing of these."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return ""
    names = [name for name in parts.path.split("/") if name]
    if _LIST_QUERY.search(parts.query):
        return "list"
    if _TEXT_QUERY.search(parts.query):
        return "text"
    if all(map(_HOME.fullmatch, names)):
        return "home"
    if _LIST_FILE.fullmatch(names[-1]):
        return "list"
    if _INDEX_FILE.fullmatch(names[-1]):  # the same as the folder that it is in
        del names[-1]
    if not names:
        return "home"
    is_text = _is_text(names[-1])
    if any(map(_LIST_NAME.fullmatch, names if not is_text else names[-2:-1])):
        return "list" if not is_text or names[-2].lower() not in ("news", "blog", "latest") else "text"
    if is_text:
        return "text"
    return "section" if len(names) <= 3 and all(map(_is_plain, names)) else ""


def _is_text(name: str) -> bool:
    words = name.replace("_", "-").split("-")
    return sum(map(bool, words[:-1])) >= _WORDS_OF_TEXT_NAME - 1 or _TEXT_NAME.search(name) is not None


def _is_plain(name: str) -> bool:
    return len(name) <= 30 and name.count("-") <= 2 and not any(map(str.isdigit, name)) and "." not in name


def breadth(text: str) -> int:
    """Return the length of a text, where Han and kana, written without spaces, count thrice."""
    text = text.strip()
    if text.isascii() or text.count(" ") * 10 > len(text) or text[0] < "\u0e00":
        return len(text)
    return 3 * len(text)


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
    for link in _links(root, canonical(url), base, boxes):
        known = best.get(link.url)
        if known is None or _merit(link) > _merit(known):
            best[link.url] = link
    sure = {link.url for link in best.values() if is_headline(link.url, link.title, link.rank)}
    looks = Counter(link.look for link in best.values())
    sure_looks = Counter(link.look for link in best.values() if link.url in sure)
    common = {look for look, number in sure_looks.items() if number > 2 and number > COMMON * looks[look]}
    chosen = [link for link in best.values() if link.url in sure or (link.look in common and _has_words(link.title))]
    return chosen[:MOST_ENTRIES]


def _merit(link: Link) -> tuple[int, bool]:
    return link.rank, is_headline(link.url, link.title, link.rank)


def _links(root: HtmlElement, page: str, base: str, boxes: Boxes) -> Iterator[Link]:
    links = list(islice(root.iter("a"), MOST_LINKS))
    labels, cards = labels_among((link, said_by(link)) for link in links), CardTitles()
    for element in links:
        href = (element.get("href") or "").strip()
        if not href or href.startswith("#") or boxes.hold(element):
            continue
        title, rank = _title(element, labels, cards)
        if not title:
            continue
        try:
            url = resolve(base, href)
        except BadAddress:
            continue
        is_own_home = place_of(url) == "home" and host_of(url) == host_of(page)
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


def _title(link: HtmlElement, labels: Container[str], cards: "CardTitles") -> tuple[str, int]:
    """Return the title that a link stands for and its rank; an empty one where there is none."""
    inner = heading_in(link)
    if inner is not None:
        return usable(text_in(inner)), 2
    own = usable(_own_title(link))
    if next(link.iterancestors(*HEADINGS), None) is not None:
        return own, 2
    if own and own not in labels:
        return own, 0
    near = usable(_heading_near(link, cards, bool(own))) or usable(label_of(link))
    return (near, 1) if near or not own else (own, 0)


def heading_in(link: HtmlElement) -> HtmlElement | None:
    """Return the heading in a link, of several the highest: a smaller one over it says who or what kind."""
    return min(islice(link.iterdescendants(*HEADINGS), MOST_PARTS), key=lambda heading: heading.tag, default=None)


def usable(text: str) -> str:
    """Return the words of a link where they can be a title, and nothing where they are a label, a time or a number."""
    if len(text) < 3 or not any(map(str.isalpha, text)) or _CLOCK.fullmatch(text):
        return ""
    return "" if _LABEL.fullmatch(_without_signs(text).lower()) else text


def _without_signs(text: str) -> str:
    """Return `text` from its first letter or figure to its last."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    places = [place for place, character in enumerate(text) if character.isalnum()]
    return text[places[0] : places[-1] + 1] if places else ""


def _own_title(link: HtmlElement) -> str:
    """Return the part of a link's text that is named a title, or its first block of some length, or all of it."""
    if not len(link):
        return unshortened(link, line(link.text or ""))
    for part in islice(link.iterdescendants(), MOST_PARTS):
        if _TITLE_CLASS.search(part.get("class") or "") and (text := text_in(part)):
            return text
    for block in islice(link.iterdescendants(*_BLOCKS), MOST_PARTS):
        if block.find(".//div") is None and breadth(text := text_in(block)) >= LONG_TITLE:
            return text
    return unshortened(link, text_in(link))


def unshortened(link: HtmlElement, said: str) -> str:
    """Return what a link says, and all of it where that ends in dots and its label goes on (`title`, `aria-label`)."""
    if not said.endswith(_DOTS):
        return said
    whole = label_of(link)
    return whole if whole.startswith(said.rstrip(_CUT)) else said


def label_of(link: HtmlElement) -> str:
    """Return what a link is called for those who cannot see what lies under it (WAI-ARIA, `aria-label`)."""
    return line(link.get("aria-label") or link.get("title") or "")


def _heading_near(link: HtmlElement, cards: "CardTitles", is_label: bool) -> str:
    """Return the one title of the card that a link without one of its own stands in."""
    for _, above in zip(range(NEAR), link.iterancestors(), strict=False):
        if found := cards[above]:
            return text_in(found[0]) if len(found) == 1 and leads_from(link, found[0], above, is_label) else ""
    return ""


class CardTitles(dict[HtmlElement, list[HtmlElement]]):
    """The headings in an element, two of them at most; where it has none, what is named a title.

    Each element is looked at once, for many links may stand in it.
    """

    def __missing__(self, card: HtmlElement) -> list[HtmlElement]:
        found = list(islice(card.iterdescendants(*HEADINGS), 2)) or list(islice(_named_titles(card), 2))
        self[card] = found
        return found


def _named_titles(card: HtmlElement) -> Iterator[HtmlElement]:
    for each in islice(card.iterdescendants(), MOST_PARTS):
        if each.tag not in ("a", "button", "ul") and _TITLE_CLASS.search(each.get("class") or ""):
            yield each


def text_in(element: HtmlElement) -> str:
    """Return the text in an element on one line, without scripts, and little more than `MOST_TEXT` of it."""
    parts: list[str] = []
    room = MOST_TEXT
    for event, each in iterwalk(element, events=("start", "end")):
        if each.tag not in _INLINE:
            parts.append(" ")
        if event == "start":
            text = "" if each.tag in _SILENT else each.text or ""
        else:
            text = "" if each is element else each.tail or ""
        parts.append(text)
        room -= len(text)
        if room < 0:
            break
    return line("".join(parts))
