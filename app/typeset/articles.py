"""The pages of an article: page by page, as a whole, for a printer, and as plain text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.models import Article, ArticlePicture, Block, Figure, Heading, Page
from app.typeset.charsets import Charset
from app.typeset.cutting import fitted
from app.typeset.inline import Known
from app.typeset.markup import Html, Inked
from app.typeset.offers import Offers, offers_of
from app.typeset.paging import Chunk
from app.typeset.plain import plain_text
from app.typeset.press import Divided, Frame, Press

LONGEST_TITLE, LONGEST_DECK, LONGEST_FACT = 300, 600, 150
# The line of pictures has one number for so many bytes of a page's budget.
BYTES_A_NUMBER = 1024
WORDS_PER_MINUTE = 220  # a usual figure for silent reading of English (Brysbaert 2019 measured 238)
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as its page shows it.

    `address` is what was asked for; `note` a sentence above the text (how old it is) or empty; `known` what is known
    of the pictures by their addresses.
    """

    article: Article
    address: str
    note: str = ""
    known: Mapping[str, Known] = field(default_factory=dict)


class ArticlePages:
    """Typesets articles."""

    def __init__(self, press: Press) -> None:
        """Take the press."""
        self._press = press

    def page(self, frame: Frame, view: ArticleView, number: int) -> Page:
        """Page `number` of an article. Raises `UnknownPlace` where it has fewer."""
        links, address, offers = frame.links, view.address, _offers(frame, view)
        divided = Divided(
            self._cutter(frame, view) if offers is None else lambda room: [],
            lambda page: links.article(address, page),
            links.whole(address),
        )
        values = {"offers": offers, **_head(frame, view)}
        return self._press.divided("article.html", frame, divided, number, **values)

    def whole(self, frame: Frame, view: ArticleView) -> Page:
        """The whole article on one page, whatever its length: who asks for it has the memory."""
        if _offers(frame, view):
            return self.page(frame, view, 1)
        html = Html(_inked(frame, view))
        head = _head(frame, view)
        return self._press.page("article.html", frame, body=html.blocks(view.article.blocks), offers=None, **head)

    def printed(self, frame: Frame, view: ArticleView) -> Page:
        """The whole article without links, for a printer."""
        if _offers(frame, view):
            return self.page(frame, view, 1)
        html = Html(_inked(frame, view, linked=False))
        return self._press.page("print.html", frame, body=html.blocks(view.article.blocks), **_head(frame, view))

    def plain(self, frame: Frame, article: Article) -> Page:
        """An article as plain text, in the set and with the line ends of the machine that saves it."""
        charset = frame.profile.text_charset(frame.family)
        return Page(plain_text(article, frame.profile, charset), frame.profile.text_type(charset))

    def _cutter(self, frame: Frame, view: ArticleView) -> Callable[[int], list[Chunk]]:
        """Return what cuts the text into parts of at most so many bytes; each block is written once for all times."""
        html = Html(_inked(frame, view))
        # By the identity of the block, which is kept with its chunk: comparing blocks takes as long as writing them.
        written: dict[int, tuple[Block, Chunk]] = {}

        def chunk(block: Block) -> Chunk:
            if id(block) not in written:
                leads = isinstance(block, Heading)
                written[id(block)] = block, self._press.chunk(frame, html.blocks((block,)), leads)
            return written[id(block)][1]

        def cut_to(room: int) -> list[Chunk]:
            parts = (
                part for block in view.article.blocks for part in fitted(block, room, lambda each: chunk(each).size)
            )
            return [self._pictured(frame, html, part, chunk(part)) for part in parts]

        return cut_to

    def _pictured(self, frame: Frame, html: Html, block: Block, chunk: Chunk) -> Chunk:
        """Return the chunk of a block, with the picture in it where that is wanted."""
        if not isinstance(block, Figure) or not frame.profile.inline:
            return chunk
        shown = self._press.chunk(frame, html.inline_picture(block.number))
        return Chunk(shown.markup, shown.size, plain=chunk.markup, figure=block.number)


def _offers(frame: Frame, view: ArticleView) -> Offers | None:
    return offers_of(frame.profile, frame.family, frame.links, f"/a/{frame.links.ids[view.address]}")


def _inked(frame: Frame, view: ArticleView, linked: bool = True) -> Inked:
    article = view.article
    return Inked(frame.links, frame.profile, frame.charset, article.pictures, view.known, view.address, linked)


def _head(frame: Frame, view: ArticleView) -> dict[str, object]:
    """Return what stands over the text."""
    article, short = view.article, frame.charset.shortened
    numbers = list(_numbers(frame, article.pictures, view.known))
    return {
        "article": article,
        "address": view.address,
        "title": short(article.title, LONGEST_TITLE),
        "deck": short(article.deck, LONGEST_DECK),
        "facts": facts_of(article, frame.charset),
        "note": view.note,
        "numbers": numbers,
        "others": len(article.pictures) - len(numbers),
    }


def _numbers(frame: Frame, pictures: Sequence[ArticlePicture], known: Mapping[str, Known]) -> Iterator[tuple[str, str]]:
    """Yield the address and the size in words of as many pictures as a page has room to name."""
    for picture in pictures[: frame.profile.budget // BYTES_A_NUMBER]:
        yield picture.url, known[picture.url].words if picture.url in known else "?"


def day_in_words(day: str) -> str:
    """Return `2024-03-27` as `27 March 2024`, and what is no date as nothing."""
    try:
        moment = date.fromisoformat(day)
    except ValueError:
        return ""  # a site that says 30 February says nothing
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def facts_of(article: Article, charset: Charset) -> str:
    """Return byline, site, date and reading length, as far as they are known, as one line."""
    short = charset.shortened
    minutes = max(1, round(article.words / WORDS_PER_MINUTE))
    length = f"{article.words} words, about {minutes} min" if article.words else ""
    byline = f"By {short(article.byline, LONGEST_FACT)}" if article.byline else ""
    facts = [byline, short(article.site, LONGEST_FACT), day_in_words(article.date), length]
    return " | ".join(fact for fact in facts if fact)
