"""What every adapter is to us, and what they share: text out of markup or Markdown, comments as lists in lists."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt

from app.errors import BadAddress, BadMarkup, NoText, OriginFailed
from app.extract.article.blocks import blocks_of
from app.extract.article.reduce import reduce_markup
from app.extract.parse import parse
from app.models import Article, ArticleImage, Block, Blocks, Heading, ItemList, Paragraph, Run, text_of
from app.net.urls import canonical
from app.sentences import Sentence

NO_SENSE = Sentence("%(name)s sent an answer that makes no sense.")
DEEPER = Sentence("There are further replies behind this one.")
COMMENTS = Sentence("Comments")
# Comments that are shown, and how deep they may stand in one another.
MOST_COMMENTS, DEEPEST = 300, 6
LONGEST_TITLE = 300
# Lines up to which marks in a text are read; each costs up to 30 microseconds.
MOST_LINES = 20_000

Groups = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Adapter:
    """One kind of page of a site, or of a program that many sites run; those of one site share its name.

    `pattern` matches the canonical addresses of its pages, whose groups fill in `asks`: what is asked at `base` in
    their place (`{host}` is the page's own). `parsed` makes of the bytes of an answer what `article` takes. `article`
    makes an article out of these groups and the answers, without blocks where there is nothing to read. Both raise
    `KeyError`, `IndexError`, `TypeError` or `ValueError` where an answer is not what it should be. One that `leads` is
    asked before the page itself is; the others where that has no text, for anybody's addresses may look like theirs.

    `further` are paths at `base` that are asked for because the first answers say so, behind which theirs stand. Where
    `optional`, an answer that does not come is empty, as long as one does, and no reason to give up.
    """

    name: str
    title: str
    base: str
    pattern: re.Pattern[str]
    asks: tuple[str, ...]
    article: Callable[[Groups, Sequence[Any]], Article]
    leads: bool = True
    parsed: Callable[[bytes], Any] = json.loads
    further: Callable[[Groups, Sequence[Any]], tuple[str, ...]] | None = None
    optional: bool = False

    def groups(self, url: str) -> Groups | None:
        """Return what stands in an address of this site, or None where it is none of its own."""
        found = self.pattern.fullmatch(url)
        return None if found is None else {name: value or "" for name, value in found.groupdict().items()}

    def addresses(self, url: str, base: str = "") -> tuple[str, ...]:
        """Return what is asked for the page at `url`, at another `base` than the usual one."""
        groups = self.groups(url) or {}
        begin = (base or self.base).format(**groups)
        return tuple(begin + each.format(**groups) for each in self.asks)


def led_to(adapter: Adapter, url: str, bodies: Sequence[bytes], base: str = "") -> tuple[str, ...]:
    """Return what else is asked for the page at `url`, by what was answered; nothing where that makes no sense.

    An answer names no other host than the one that was asked: only paths below the base are taken from it.
    """
    if adapter.further is None:
        return ()
    groups = adapter.groups(url) or {}
    try:
        paths = adapter.further(groups, [adapter.parsed(body) for body in bodies])
        begin = (base or adapter.base).format(**groups)
        return tuple(canonical(begin + path) for path in paths if path.startswith("/"))
    except (AttributeError, BadAddress, KeyError, IndexError, TypeError, ValueError, RecursionError, OverflowError):
        return ()


@dataclass(frozen=True, slots=True)
class Comment:
    """Somebody's words: who, when (`YYYY-MM-DD`), what, and what is said to them."""

    author: str
    day: str
    blocks: Blocks
    replies: tuple["Comment", ...] = ()


def made(adapter: Adapter, url: str, bodies: Sequence[bytes]) -> Article:
    """Return the article at `url` out of the bytes that were answered. Raises `OriginFailed` and `NoText`."""
    try:
        answers = [adapter.parsed(body) for body in bodies]
        article = adapter.article({**(adapter.groups(url) or {}), "url": url}, answers)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError, OverflowError) as error:
        raise OriginFailed(NO_SENSE.of(name=adapter.title)) from error
    if not article.blocks and not article.images:
        raise NoText(NO_SENSE.of(name=adapter.title))
    return article


def article_of(
    groups: Groups,
    title: str,
    blocks: Sequence[Block],
    *,
    author: str = "",
    day: str = "",
    site: str = "",
    images: tuple[ArticleImage, ...] = (),
    deck: str = "",
) -> Article:
    """Return an article at the address of `groups`, its words counted."""
    words = sum(len(text_of(block).split()) for block in blocks)
    short = " ".join(title.split())[:LONGEST_TITLE] or site
    return Article(groups["url"], short, tuple(blocks), images, author, day, site=site, deck=deck, words=words)


def blocks_in(markup: str, base: str) -> Blocks:
    """Return the blocks of somebody's markup, whose links are relative to `base`."""
    try:
        return blocks_of(reduce_markup(parse(f"<body>{markup}"), base))
    except (BadMarkup, NoText):
        return ()


def markdown_in(text: str, base: str, with_markup: bool = False) -> Blocks:
    """Return the blocks of Markdown (CommonMark 0.31, with tables and struck words).

    Markup within is text, or `with_markup` read and cleaned as that of any page.
    """
    return blocks_in(markdown_markup(text, with_markup), base)


def has_many_lines(text: str) -> bool:
    """Say whether a text has so many lines that nobody has written it, and marks in it are not looked for."""
    return text.count("\n") > MOST_LINES


def markdown_markup(text: str, with_markup: bool = False) -> str:
    """Return Markdown as markup, which is not cleaned; a text of very many lines as it stands."""
    if has_many_lines(text):
        return f"<pre>{escape(text)}</pre>"
    return str(_markdown(with_markup).render(text))


@cache
def _markdown(with_markup: bool) -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": with_markup}).enable(["table", "strikethrough"])


def paragraph(text: str) -> Paragraph:
    """Return plain text as a paragraph."""
    return Paragraph((Run(text),))


def heading(text: str, level: int = 2) -> Heading:
    """Return plain text as a heading."""
    return Heading(level, (Run(text),))


def linked(words: str, url: str) -> Run:
    """Return `words` that lead to `url`, or the words alone where that is no address of the web."""
    try:
        return Run(words, href=canonical(url))
    except BadAddress:
        return Run(words)


def day_of(moment: object) -> str:
    """Return the day of seconds since the epoch or of an ISO 8601 time; nothing where it is neither."""
    try:
        if isinstance(moment, int | float):
            return datetime.fromtimestamp(moment, UTC).date().isoformat()
        return datetime.fromisoformat(str(moment).replace("Z", "+00:00")).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def thread(comments: Sequence[Comment]) -> tuple[Block, ...]:
    """Return comments as lists in lists under a heading, no more than are read, no deeper than they are told apart."""
    left = [MOST_COMMENTS]
    items = tuple(_items(comments, left, 1))
    return (heading(COMMENTS), ItemList(False, items)) if items else ()


def _items(comments: Sequence[Comment], left: list[int], depth: int) -> Iterator[Blocks]:
    for comment in comments:
        if left[0] <= 0:
            return
        left[0] -= 1
        by = " ".join(part for part in (comment.author, comment.day) if part)
        blocks = (*((Paragraph((Run(by, "b"),)),) if by else ()), *filter(_may_be_in_a_list, comment.blocks))
        yield (*blocks, *_replies(comment.replies, left, depth))


def _replies(replies: Sequence[Comment], left: list[int], depth: int) -> Blocks:
    if not replies:
        return ()
    if depth >= DEEPEST:
        return (paragraph(DEEPER),)
    items = tuple(_items(replies, left, depth + 1))
    return (ItemList(False, items),) if items else ()


def _may_be_in_a_list(block: Block) -> bool:
    return not isinstance(block, Heading)
