"""One walk over a parsed page: its text as blocks in reading order, and the elements around them as containers.

A block is a run of text that no block-level element interrupts: a paragraph, a heading, an item of a list, a
line of a menu. A container is an element on the way to a block that says something: by its tag, its names
(class, id, role and their like) or by being hidden. Sums over blocks are passed up when a container ends, so
each element is visited once.
"""

import re
from dataclasses import dataclass, field

import lxml.etree
from lxml.html import HtmlElement

MAX_BLOCKS = 10_000  # each costs about 50 microseconds until it is decided on; what follows is not looked at
PROSE_LENGTH = 60  # characters from which a block with few links counts as prose
LONG_TEXT = 500  # characters; the words of longer texts are not looked at one by one
PROSE_LINKS = 0.4  # the share of a block in links up to which it does

# Elements that begin and end a block.
BLOCK_TAGS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label li listing main menu nav ol optgroup option p "
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements whose content is never text of the article.
SILENT_TAGS = (
    "applet area audio base button canvas datalist embed frame frameset iframe input link map meta meter noframes "
    "noscript object option param progress script select style svg template textarea title video"
).split()
# A button is silent unless it is what opens a part of the text.
_OPENERS = (
    "//button[ancestor::h1 or ancestor::h2 or ancestor::h3 or ancestor::h4 or ancestor::h5 or ancestor::h6 or "
    "ancestor::dt or .//figure[@data-n] or .//h2 or .//h3 or .//h4]"
)

# Elements that are never text of the article, but swallow it where they are left open.
_SWALLOWERS = ("audio", "button", "canvas", "object", "video")
_MOST_OF_ONE = 500  # characters that one of them has at most for those who cannot see it

# What a block lies in, at any depth: one bit each.
ANCESTORS = (
    "a address article aside blockquote details dl figcaption figure footer form h1 header li main nav ol pre section "
    "table ul"
).split()
_BIT = {tag: 1 << place for place, tag in enumerate(ANCESTORS)}
HIDDEN = 1 << len(ANCESTORS)
BODY_PROPERTY = HIDDEN << 1  # itemprop="articleBody"
ASIDE_ROLE = BODY_PROPERTY << 1
FLAGS = (*(f"in_{tag}" for tag in ANCESTORS), "hidden", "body_property", "aside_role")
IN_H1 = _BIT["h1"]
IN_PRE = _BIT["pre"]

_ASIDE_ROLES = frozenset(
    {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"}
)
_NAMING = frozenset(
    "aria-label data-component data-module data-testid data-type itemprop rel role".split()
)  # attributes that say what an element is, besides class and id
_TELLING = _NAMING | {"hidden", "style"}
_LONGEST_NAME = 40  # characters; a longer label is a sentence
_FEWEST_LINKS, _MENU_LINKS = 4, 0.85
_ANCHORED = HEADING_TAGS | {"li", "p"}
_BOLD = frozenset({"b", "strong"})
_WHOLE = frozenset({"article", "body", "main"})
_WORD = re.compile(r"\w+")
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# One letter of these scripts says as much as three of an alphabet: Thai, Lao, kana, Han, Hangul.
UNPARTED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


Slot = tuple[HtmlElement, bool]


@dataclass(slots=True, eq=False)
class Container:
    """An element around blocks; the sums are over all blocks inside, lengths as in `TextBlock.length`.

    `first` and `end` are the numbers of its first block and of the one behind its last.
    """

    parent: "Container | None"
    element: HtmlElement
    tag: str
    names: str
    extra: tuple[str, ...]
    flags: int
    depth: int
    first: int
    end: int = 0
    blocks: int = 0
    length: float = 0
    links: float = 0
    prose: float = 0
    is_open: bool = True


@dataclass(slots=True, eq=False)
class TextBlock:
    """A run of text in its innermost container.

    `words` are in lower case, those of a long text with their punctuation, which costs less;
    `length` is in characters of an alphabet, `links` and `bold` are how many characters stand in links and in
    bold; `hrefs` are the addresses of its links; `slots` say where the text stands: an element, and whether it
    is the tail of it.
    """

    text: str
    words: list[str]
    container: Container
    length: float
    links: int
    bold: int
    hrefs: list[str]
    slots: list[Slot]


@dataclass(slots=True)
class Mark:
    """A picture's or embed's place: the element that stands for it, and the number of the block behind it."""

    element: HtmlElement
    container: Container
    behind: int


@dataclass(slots=True)
class PageText:
    """What a walk yields, in reading order; `body` is the outermost container.

    `judged_as` has for each block the number of the one that it is judged as: the middle one of a list of links that
    holds nothing else, its own for all others. Half of the blocks of a usual page are items of menus.
    """

    body: Container
    blocks: list[TextBlock] = field(default_factory=list)
    judged_as: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def page_text(root: HtmlElement) -> PageText:
    """Return the text of a parsed page; elements that hold none are taken out of the tree."""
    for button in root.xpath(_OPENERS):
        button.tag = "span"
    _open_swallowers(root)
    lxml.etree.strip_tags(root, "picture", "source", "track")  # which hold the marks; the parser lets them nest
    lxml.etree.strip_elements(root, *SILENT_TAGS, with_tail=False)
    body = root.find("body")
    start = root if body is None else body
    walk = _Walk(start)
    walk.enter(start, walk.page.body, "", False)
    walk.end_block()
    walk.leave(walk.page.body)
    return walk.page


def _open_swallowers(root: HtmlElement) -> None:
    """Make boxes of the elements that hold more text than their kind ever does, since they were never closed."""
    for element in list(root.iter(*_SWALLOWERS)):
        if len(element.text_content()) > _MOST_OF_ONE:
            element.tag = "div"


class _Walk:
    """The state of one walk. It is recursive: `parse` keeps trees at most 200 levels deep."""

    def __init__(self, start: HtmlElement) -> None:
        self.page = PageText(Container(None, start, "body", "", (), 0, 0, 0))
        self._begin()

    def _begin(self) -> None:
        self.parts: list[str] = []
        self.slots: list[Slot] = []
        self.hrefs: list[str] = []
        self.container: Container | None = None
        self.links = self.bold = 0

    def end_block(self) -> None:
        """End the block that has been collected, if it says anything."""
        container = self.container
        if container is None:
            return
        text = " ".join("".join(self.parts).split())
        if text and (text.isalnum() or any(map(str.isalnum, text))) and len(self.page.blocks) < MAX_BLOCKS:
            length = len(text) if text.isascii() else len(text) + 2.0 * len(UNPARTED.findall(text))
            links = min(self.links, len(text))
            lower = text.lower()
            words = _WORD.findall(lower) if len(text) <= LONG_TEXT else lower.split(" ")
            self.page.blocks.append(
                TextBlock(text, words, container, length, links, min(self.bold, len(text)), self.hrefs, self.slots)
            )
            self.page.judged_as.append(len(self.page.judged_as))
            self._count(
                container, length, links, length if length >= PROSE_LENGTH and links < PROSE_LINKS * len(text) else 0
            )
        self._begin()

    def _count(self, container: Container, length: float, links: int, prose: float) -> None:
        """Add a block to its container, and to those around it as far as they have ended before the block did."""
        each: Container | None = container
        while each is not None:
            each.blocks += 1
            each.length += length
            each.links += links
            each.prose += prose
            if each.is_open:
                return
            each.end = len(self.page.blocks)
            each = each.parent

    def leave(self, container: Container) -> None:
        """Pass the sums of a container that ends up to the one around it."""
        end = container.end = len(self.page.blocks)
        container.is_open = False
        above = container.parent
        if above is not None:
            if _is_menu(container):
                self.page.judged_as[container.first : end] = [(container.first + end) // 2] * (end - container.first)
            above.blocks += container.blocks
            above.length += container.length
            above.links += container.links
            above.prose += container.prose

    def enter(self, element: HtmlElement, around: Container, link: str, in_bold: bool) -> None:
        """Collect what stands in `element`, within the link to `link` or none; its tail is the caller's."""
        tag = element.tag
        is_block = tag in BLOCK_TAGS
        if is_block:
            self._begin_element(element, around)
        elif tag == "a":
            link = element.get("href") or "#"
        elif tag in _BOLD:
            in_bold = True
        container = self._container(element, around, tag, is_block)
        text = element.text
        if text:
            self._add(text, (element, False), container, link, in_bold)
        for child in element:
            self.enter(child, container, link, in_bold)
            text = child.tail
            if text:
                self._add(text, (child, True), container, link, in_bold)
        if is_block and self.container is not None:
            self.end_block()
        if container is not around:
            self.leave(container)

    def _begin_element(self, element: HtmlElement, around: Container) -> None:
        if self.container is not None:
            self.end_block()
        if element.tag == "figure" and element.get("data-n"):
            self.page.marks.append(Mark(element, around, len(self.page.blocks)))

    def _add(self, text: str, slot: Slot, container: Container, link: str, in_bold: bool) -> None:
        if self.container is None:
            if text.isspace():
                return
            self.container = container
        self.parts.append(text)
        self.slots.append(slot)
        if link:
            self.links += len(text.strip())
            if not self.hrefs or self.hrefs[-1] is not link:
                self.hrefs.append(link)
        if in_bold:
            self.bold += len(text.strip())

    def _container(self, element: HtmlElement, around: Container, tag: str, is_block: bool) -> Container:
        """Return the element's container: one of its own if it says anything that the one around does not."""
        names, flags = "", around.flags | _BIT.get(tag, 0)
        extra: tuple[str, ...] = ()
        for name, value in element.items():
            if name == "class":
                names = f"{value} {names}" if names else value
            elif name == "id":
                if tag not in _ANCHORED:  # there it is mostly an anchor, made of the words
                    names = f"{names} {value}" if names else value
            elif name in _TELLING:
                extra += _told(name, value)
                flags |= _flag(name, value)
        if tag == "br" or not (is_block or names or extra or flags != around.flags):
            return around
        if not is_block and tag != "a":
            tag = around.tag
        return Container(around, element, tag, names, extra, flags, around.depth + 1, len(self.page.blocks))


def _is_menu(container: Container) -> bool:
    """Say whether a container is a list of short links and nothing else, in an article or not."""
    return (
        container.blocks >= _FEWEST_LINKS
        and not container.prose
        and container.links >= _MENU_LINKS * container.length
        and container.length <= PROSE_LENGTH * container.blocks
        and container.tag not in _WHOLE
    )


def _told(name: str, value: str) -> tuple[str, ...]:
    """Return the name that one of the rarer attributes gives to an element."""
    told = name in _NAMING and 0 < len(value) < _LONGEST_NAME
    return (f"{name}={value.strip().lower()}",) if told else ()


def _flag(name: str, value: str) -> int:
    """Return the flag that an attribute sets."""
    said = value.strip().lower()
    if name == "hidden" or (name == "style" and _HIDING.search(value)):
        return HIDDEN
    if name == "itemprop" and said == "articlebody":
        return BODY_PROPERTY
    return ASIDE_ROLE if name == "role" and said in _ASIDE_ROLES else 0
