"""One walk over a parsed page, which yields its text as blocks in reading order, in their containers.

Sums over blocks are passed up when a container ends, so each element is visited once.
"""

from lxml.html import HtmlElement

from app.extract.scoring.attributes import BIT, TELLING, flag_of, told_by
from app.extract.scoring.silent import take_out_silent
from app.extract.scoring.text_blocks import PROSE_LENGTH, UNPARTED, Container, Mark, PageText, Slot, TextBlock
from app.text.normalize import letters

MAX_BLOCKS = 10_000  # each costs about 50 microseconds until it is decided on; what follows is not looked at

# Elements that begin and end a block.
BLOCK_TAGS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label li listing main menu nav ol optgroup option p "
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_ANCHOR = 100  # characters of the words that an id is made of
_FEWEST_LINKS, _MENU_LINKS = 4, 0.85
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_ANCHORED = HEADING_TAGS | {"li", "p"}
_BOLD = frozenset({"b", "strong"})
_PLACEHOLDER = "span"  # what an `a` without an address is taken for (HTML standard, section 4.5.1)
_WHOLE = frozenset({"article", "body", "main"})


def page_text(root: HtmlElement) -> PageText:
    """Return the text of a parsed page; elements that hold none are taken out of the tree."""
    take_out_silent(root)
    body = root.find("body")
    start = root if body is None else body
    walk = _Walk(start)
    walk.enter(start, walk.page.body, "", False)
    walk.end_block()
    walk.leave(walk.page.body)
    walk.forget_anchors()
    return walk.page


class _Walk:
    """The state of one walk. It is recursive: `parse` keeps trees at most 200 levels deep."""

    def __init__(self, start: HtmlElement) -> None:
        self.named: list[tuple[str, Container]] = []
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
        parts, page = self.parts, self.page
        text = " ".join((parts[0] if len(parts) == 1 else "".join(parts)).split())
        if any(map(str.isalnum, text)) and len(page.blocks) < MAX_BLOCKS:
            size = len(text)
            length = size if text.isascii() else size + 2.0 * len(UNPARTED.findall(text))
            links = min(self.links, size)
            block = TextBlock(text, container, length, links, min(self.bold, size), self.hrefs, self.slots)
            page.judged_as.append(len(page.blocks))
            page.blocks.append(block)
            self._count(container, length, links, length if block.is_prose else 0)
        self._begin()

    def _count(self, container: Container, length: float, links: int, prose: float) -> None:
        """Add a block to its container, and to those around it as far as they have ended before the block did."""
        each: Container | None = container
        number = len(self.page.blocks) - 1
        while each is not None:
            if not each.blocks:
                each.first = number
            each.blocks += 1
            each.length += length
            each.links += links
            each.prose += prose
            if each.is_open:
                return
            each.end = number + 1
            each = each.parent

    def leave(self, container: Container) -> None:
        """Pass the sums of a container that ends up to the one around it."""
        end = container.end = len(self.page.blocks)
        container.is_open = False
        above = container.parent
        if not container.blocks:
            container.first = end
        elif above is not None:
            if container.blocks >= _FEWEST_LINKS and _is_menu(container):
                self.page.judged_as[container.first : end] = [(container.first + end) // 2] * container.blocks
            if not above.blocks:
                above.first = container.first
            above.blocks += container.blocks
            above.length += container.length
            above.links += container.links
            above.prose += container.prose

    def forget_anchors(self) -> None:
        """Take an id that is made of the first words, as "social-history" is, out of the names of a container."""
        for identity, container in self.named:
            if container.blocks:
                first = self.page.blocks[container.first].text
                if len(first) < _LONGEST_ANCHOR and letters(identity).endswith(letters(first)):
                    container.names = container.names.removesuffix(identity)

    def enter(self, element: HtmlElement, around: Container, link: str, in_bold: bool) -> None:
        """Collect what stands in `element`, within the link to `link` or none; its tail is the caller's."""
        tag = element.tag
        is_block = tag in BLOCK_TAGS
        if is_block:
            self._begin_element(element, tag, around)
        elif tag == "a":
            address = element.get("href")
            if address is None:
                tag = _PLACEHOLDER
            else:
                link = address or "#"
        else:
            in_bold = in_bold or tag in _BOLD
        text = element.text
        if not text and not len(element):  # a tenth of all: breaks, icons
            return
        container = self._container(element, around, tag, is_block)
        is_pre = container.tag == "pre"
        if text and (is_pre or self.container is not None or not text.isspace()):
            self._add(text, (element, False), container, link, in_bold)
        for child in element:
            self.enter(child, container, link, in_bold)
            text = child.tail
            if text and (is_pre or self.container is not None or not text.isspace()):
                self._add(text, (child, True), container, link, in_bold)
        if is_block and self.container is not None:
            self.end_block()
        if container is not around:
            self.leave(container)

    def _begin_element(self, element: HtmlElement, tag: str, around: Container) -> None:
        if self.container is not None:
            self.end_block()
        elif self.slots:
            self.slots.clear()
        if tag == "figure" and element.get("data-n"):
            self.page.marks.append(Mark(element, around, len(self.page.blocks)))

    def _add(self, text: str, slot: Slot, container: Container, link: str, in_bold: bool) -> None:
        if self.container is None:
            if text.isspace():
                self.slots.append(slot)  # the indent of preformatted text
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
        if tag == "br":
            return around
        names, identity, flags = "", "", around.flags | BIT.get(tag, 0)
        extra: tuple[str, ...] = ()
        for name, value in element.items():
            if name == "class":
                names = f"{value} {names}" if names else value
            elif name == "id":
                if tag not in _ANCHORED:  # there it is mostly an anchor, made of the words
                    identity = value
                    names = f"{names} {value}" if names else value
            elif name in TELLING:
                extra += told_by(name, value)
                flags |= flag_of(name, value)
        if not (is_block or names or extra or flags != around.flags):
            return around
        level = _LEVELS.get(tag, around.level)
        if not is_block and tag != "a":
            tag = around.tag
        container = Container(around, element, tag, names, extra, flags, around.depth + 1, level)
        if identity:
            self.named.append((identity, container))
        return container


def _is_menu(container: Container) -> bool:
    """Say whether a container of several blocks is a list of short links and nothing else, in an article or not."""
    return (
        not container.prose
        and container.links >= _MENU_LINKS * container.length
        and container.length <= PROSE_LENGTH * container.blocks
        and container.tag not in _WHOLE
    )
