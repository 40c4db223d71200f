"""The text of a page in blocks, and the elements around them as containers: what a walk over a page yields.

A block is a run of text that no block-level element interrupts: a paragraph, a heading, an item of a list, a
line of a menu. A container is an element on the way to a block that says something: by its tag, its names
(class, id, role and their like) or by being hidden.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

PROSE_LENGTH = 60  # characters from which a block with few links counts as prose
LONG_TEXT = 500  # characters; the words of longer texts are not looked at one by one
PROSE_LINKS = 0.4  # the share of a block in links up to which it does
_WORD = re.compile(r"\w+")
# In ASCII, what is no part of a word, as a space: a fifth of the time of a search.
_NO_WORD = {code: " " for code in range(128) if not _WORD.match(chr(code))}
# One letter of these scripts says as much as three of an alphabet: Thai, Lao, kana, Han, Hangul.
UNPARTED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Also those of India, of Arabic and Urdu, of Burmese, Khmer and Armenian.
_SENTENCE_ENDS = frozenset('.!?。！？…”"।॥؟۔။។։')
Slot = tuple[HtmlElement, bool]


@dataclass(slots=True, eq=False)
class Container:
    """An element around blocks; the sums are over all blocks inside, lengths as in `TextBlock.length`.

    `first` and `end` are the numbers of its first block and of the one behind its last; `level` is that of the heading
    that it lies in, 0 for none.
    """

    parent: "Container | None"
    element: HtmlElement
    tag: str
    names: str
    extra: tuple[str, ...]
    flags: int
    depth: int
    level: int
    first: int = -1
    end: int = 0
    blocks: int = 0
    length: float = 0
    links: float = 0
    prose: float = 0
    is_open: bool = True
    _stem: str | None = None
    _template: tuple[str, ...] | None = None

    @property
    def stem(self) -> str:
        """The first of its names without its number: "comment-12 odd" is one of "comment-"."""
        stem = self._stem
        if stem is None:
            stem = self._stem = self.names.partition(" ")[0].rstrip("0123456789")
        return stem

    def outward(self, end: "Container | None" = None) -> Iterator["Container"]:
        """Yield this container and those around it, from the inside, up to `end` and without it."""
        each: Container | None = self
        while each is not None and each is not end:
            yield each
            each = each.parent

    def child_of(self, around: "Container") -> "Container | None":
        """Return the child of `around` that this lies in, or is; None where it lies elsewhere."""
        return next((each for each in self.outward() if each.parent is around), None)

    @property
    def kind(self) -> tuple[int, str, str]:
        """What its like beside it have in common with it: the box around them, tag and first name."""
        return id(self.parent), self.tag, self.stem

    @property
    def template(self) -> tuple[str, ...]:
        """What tells one template of a page from another: tags and first names of this and of the one above."""
        template = self._template
        if template is None:
            above = self.parent
            outer = (above.tag, above.stem) if above else ()
            template = self._template = (self.tag, self.stem, *outer)
        return template


@dataclass(slots=True, eq=False)
class TextBlock:
    """A run of text in its innermost container.

    `length` is in characters of an alphabet, `links` and `bold` are how many characters stand in links and in
    bold; `hrefs` are the addresses of its links; `slots` say where the text stands: an element, and whether it
    is the tail of it. `is_furniture` is what `furniture.is_furniture` has said of it, None before it is asked.
    """

    text: str
    container: Container
    length: float
    links: int
    bold: int
    hrefs: list[str]
    slots: list[Slot]
    is_furniture: bool | None = None
    _words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """The words in lower case, those of a long text with their punctuation, which costs less.

        In scripts without spaces each two letters that stand side by side are one.
        """
        words = self._words
        if words is None:
            lower = self.text.lower()
            if len(lower) > LONG_TEXT:
                words = lower.split(" ")
            else:
                words = lower.translate(_NO_WORD).split() if lower.isascii() else _WORD.findall(lower)
                if self.length > len(self.text):
                    words = [part for word in words for part in _pairs(word)]
            self._words = words
        return words

    @property
    def is_prose(self) -> bool:
        """Whether it is long, and mostly no links."""
        return self.length >= PROSE_LENGTH and self.links < PROSE_LINKS * len(self.text)

    @property
    def is_linked(self) -> bool:
        """Whether more than half of it stands in links."""
        return self.links * 2 > len(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether its last sign is one that ends a sentence, or a quotation mark behind one."""
        return self.text[-1] in _SENTENCE_ENDS


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
    _containers: list[Container] | None = None

    @property
    def containers(self) -> list[Container]:
        """All containers around blocks, as `containers_of` yields them; to be asked for once the walk has ended."""
        if self._containers is None:
            self._containers = list(containers_of(self.blocks))
        return self._containers


def containers_of(blocks: Iterable[TextBlock], end: Container | None = None) -> Iterator[Container]:
    """Yield each container around some blocks once, of each block from the inside, up to `end` and without it."""
    seen: set[Container | None] = {end}
    for block in blocks:
        each: Container | None = block.container
        while each is not None and each not in seen:
            seen.add(each)
            yield each
            each = each.parent


def _pairs(word: str) -> Sequence[str]:
    """Return a word, or the pairs of letters of one in a script without spaces."""
    return [word[at : at + 2] for at in range(len(word) - 1)] or [word] if UNPARTED.search(word) else [word]
