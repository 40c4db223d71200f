"""What every adapter is to us, and what they share: text out of markup or Markdown, comments as lists in lists."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from app.adapters.links import links_in
from app.errors import BadAddress, BadMarkup, NoText, OriginFailed
from app.extract.article.blocks import blocks_of
from app.extract.article.reduce import reduce_markup
from app.extract.parse import parse
from app.models import Article, ArticleImage, Block, Blocks, Heading, ItemList, Paragraph, Run, text_of
from app.net.urls import canonical
from app.sentences import Sentence
from app.text.markdown import markdown_markup

NO_SENSE = Sentence("%(name)s sent an answer that makes no sense.")
DEEPER = Sentence("There are further replies behind this one.")
COMMENTS = Sentence("Comments")
# Comments that are shown, and how deep they may stand in one another.
MOST_COMMENTS, DEEPEST = 300, 6
# In characters: a title, the text or markup of one post, which no site lets be longer, and the text of all posts.
LONGEST_TITLE, LONGEST_POST, LONGEST_TALK = 300, 300_000, 500_000

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
    """Somebody's words: who, when (`YYYY-MM-DD`), what, and what is said to them, which is made as it is asked for."""

    author: str
    day: str
    blocks: Blocks
    replies: Iterable["Comment"] = ()


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
    found, links = tuple(blocks), links_in(tuple(blocks))
    return Article(groups["url"], short, found, images, author, day, site=site, deck=deck, words=words, links=links)


def blocks_in(markup: str, base: str) -> Blocks:
    """Return the blocks of somebody's markup, whose links are relative to `base`; what is too long is cut."""
    try:
        return blocks_of(reduce_markup(parse(f"<body>{markup[:LONGEST_POST]}"), base))
    except (BadMarkup, NoText):
        return ()


def markdown_in(text: str, base: str, with_markup: bool = False) -> Blocks:
    """Return the blocks of Markdown; markup within is text, or `with_markup` read and cleaned as that of any page."""
    return blocks_in(markdown_markup(text, with_markup), base)


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


def posts(found: Iterable[Blocks]) -> Iterator[Block]:
    """Yield the blocks of what is said one after the other, of no more posts and text than are read."""
    room = LONGEST_TALK
    for blocks in islice(found, MOST_COMMENTS):
        yield from blocks
        room -= sum(len(text_of(block)) for block in blocks)
        if room <= 0:
            return


def thread(comments: Iterable[Comment]) -> tuple[Block, ...]:
    """Return comments as lists in lists under a heading, no more than are read, no deeper than they are told apart."""
    items = tuple(_items(comments, _Room(), 1))
    return (heading(COMMENTS), ItemList(False, items)) if items else ()


@dataclass(slots=True)
class _Room:
    """How many comments, and characters of them, there is room for yet."""

    comments: int = MOST_COMMENTS
    characters: int = LONGEST_TALK


def _items(comments: Iterable[Comment], room: _Room, depth: int) -> Iterator[Blocks]:
    for comment in comments:
        if room.comments <= 0 or room.characters <= 0:
            return
        room.comments -= 1
        room.characters -= sum(len(text_of(block)) for block in comment.blocks)
        by = " ".join(part for part in (comment.author, comment.day) if part)
        blocks = (*((Paragraph((Run(by, "b"),)),) if by else ()), *filter(_may_be_in_a_list, comment.blocks))
        yield (*blocks, *_replies(comment.replies, room, depth))


def _replies(replies: Iterable[Comment], room: _Room, depth: int) -> Blocks:
    if depth >= DEEPEST:
        return (paragraph(DEEPER),) if next(iter(replies), None) else ()
    items = tuple(_items(replies, room, depth + 1))
    return (ItemList(False, items),) if items else ()


def _may_be_in_a_list(block: Block) -> bool:
    return not isinstance(block, Heading)
