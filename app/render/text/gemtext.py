"""Gemtext, the markup of Gemini: lines, of which the first characters say what they are. There is no way to escape.

So whatever is not ours stands on one line, without characters that are none in UTF-8, and behind a space where it
begins like a line of another kind.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.models import (
    Article,
    ArticleImage,
    Block,
    Blocks,
    Embed,
    Figure,
    Form,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Runs,
    Table,
    numbers_of,
)
from app.net.urls import host_of
from app.render.charsets.charsets import CHARSETS
from app.render.html.blocks import FORM, NUMBERED, embed_words
from app.render.html.tables import aligned_rows, column_widths, spelled_rows, spoken
from app.render.language import Language
from app.sentences import Sentence
from app.text.numbers import label

COLUMNS = 78  # of a table whose columns are aligned
DEEPER = "\u203a "  # stands before what is in a list within a list
FENCE = "```"
_SPELLED = CHARSETS["utf8"].transliterate
# What clients tell a line by; marks and spaces that are not seen may stand before it for some of them.
_KIND = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*(?:=>|=:|```|[#*>])")
_NOT_IN_TARGETS = re.compile(r"[^!-~]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `mark` is what it begins with, empty for text, `FENCE` for both ends of what is preformatted."""

    mark: str = ""
    text: str = ""
    is_preformatted: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is neither marked nor preformatted."""
        return not self.mark and not self.is_preformatted

    def __str__(self) -> str:
        """Return it as it is sent."""
        if self.is_preformatted:
            text = _SPELLED(self.text).rstrip()
            return f" {text}" if text.startswith(FENCE) else text
        text = one_line(self.text)
        if not self.mark:
            return f" {text}" if _KIND.match(text) else text
        return f"{self.mark} {text}".rstrip()


def one_line(text: str) -> str:
    """Return text on one line, without what is no character in UTF-8."""
    return " ".join(_SPELLED(text).split())


def link(target: str, words: str) -> Line:
    """Return a line that leads to an address or a path; what is no character of an address is left out of it."""
    return Line(f"=> {_NOT_IN_TARGETS.sub('', target)}", words)


def heading(level: int, text: str) -> Line:
    """Return a heading; there are three levels."""
    return Line("#" * min(level, 3), text)


def preformatted(lines: Iterable[str], title: str = "") -> Iterator[Line]:
    """Yield lines whose spaces count, and what they are called."""
    yield Line(FENCE, title)
    yield from (Line("", line, True) for text in lines for line in text.expandtabs(8).splitlines() or [""])
    yield Line(FENCE)


def page(lines: Iterable[Line]) -> str:
    """Return lines as a page; of several empty ones in a row, one is left."""
    said: list[str] = []
    for line in lines:
        text = str(line)
        if text or line.is_preformatted or (said and said[-1]):
            said.append(text)
    return "\n".join(said).rstrip("\n") + "\n"


class Gemtext:
    """Writes the text of one article."""

    def __init__(
        self, article: Article, language: Language, place: Callable[[str], str], picture: Callable[[str], str]
    ) -> None:
        """Take the language of our own words, and what returns where a link and a picture lead, by their addresses."""
        self._images = article.images
        self._language = language
        self._place = place
        self._picture = picture
        self._shown: set[int] = set()

    def blocks(self, blocks: Blocks, lists: int = 0) -> Iterator[Line]:
        """Yield the lines of blocks, an empty one behind each; they stand within so many lists."""
        for block in blocks:
            yield from self._block(block, lists)
            yield Line()

    def others(self) -> Iterator[Line]:
        """Yield the pictures that stand nowhere in the text."""
        for number, image in enumerate(self._images, 1):
            if number not in self._shown:
                yield self._figure(number, image)

    def _block(self, block: Block, lists: int) -> Iterator[Line]:
        match block:
            case Paragraph(runs):
                before = DEEPER * (lists - 1)
                yield from (Line("", before + each) for each in self._text(runs).split("\n"))
                yield from self._links(runs)
            case Heading(level, runs):
                yield heading(level, self._text(runs))
                yield from self._links(runs)
            case Preformatted(text):
                yield from preformatted([text])
            case Rule():
                yield Line("", "---")
            case Figure(number):
                self._shown.add(number)
                yield self._figure(number, self._images[number - 1])
            case Embed(_, _, url) | Form(url):
                words = self._language.said(FORM) if isinstance(block, Form) else embed_words(block, self._language)
                yield link(url, f"{words} ({host_of(url)})")
            case Quote(inner):
                yield from map(_quoted, self.blocks(inner, lists))
            case ItemList():
                yield from self._items(block, lists + 1)
            case Table():
                yield from self._table(block)

    def _items(self, block: ItemList, lists: int) -> Iterator[Line]:
        """Yield a list; a number stands behind the bullet, and a mark before what is in a list within one."""
        before = DEEPER * (lists - 1)
        for number, item in zip(numbers_of(block), block.items, strict=True):
            lines = [line for line in self.blocks(item, lists) if line.text or not line.is_text]
            first = lines.pop(0).text.removeprefix(before) if lines and lines[0].is_text else ""
            words = f"{label(number, block.style)}. {first}" if block.ordered else first
            yield from [Line("*", before + words)] if words else []
            yield from lines

    def _table(self, table: Table) -> Iterator[Line]:
        said = spoken(table, one_line)
        widths = column_widths(said, COLUMNS)
        title = self._text(table.caption)
        if widths is None:
            yield from [Line("", title)] if title else []
            yield from (Line("*", self._text(row)) for row in spelled_rows(table))
        else:
            yield from preformatted(map(self._text, aligned_rows(said, widths)), title)
        for row in table.rows:
            for cell in row:
                yield from self._links(cell)

    def _figure(self, number: int, image: ArticleImage) -> Line:
        return link(self._picture(image.url), self._language.said(picture_title(number, image)))

    def _text(self, runs: Runs) -> str:
        return "".join(self._language.said(run.text) for run in runs)

    def _links(self, runs: Runs) -> Iterator[Line]:
        """Yield each link of a text once; those within the article lead nowhere here."""
        words: dict[str, str] = {}
        for run in runs:
            if run.href and run.href[0] != "#":
                words[run.href] = words.get(run.href, "") + run.text
        yield from (link(self._place(href), text.strip() or href) for href, text in words.items())


def picture_title(number: int, image: ArticleImage) -> Sentence:
    """Return what leads to a picture of an article."""
    name, words = NUMBERED.of(number=number), image.caption or image.alt
    return Sentence.filled("%(name)s: %(words)s", name=name, words=words) if words else name


def _quoted(line: Line) -> Line:
    """Return a line as somebody else's words; links and what is preformatted stay what they are."""
    if line.is_preformatted or line.mark == FENCE or line.mark.startswith("=>") or not line.text:
        return line
    return replace(line, mark=">")
