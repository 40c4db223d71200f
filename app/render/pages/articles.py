"""The pages of an article: page by page, as a whole, for a printer, and as plain text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from app.models import Article, ArticleImage, Blocks, ImageSize, Page, Paragraph, Run
from app.render.charsets.charsets import CHARSETS, Charset
from app.render.documents import palm_doc, rtf
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.html.links import Links
from app.render.language import ENGLISH, Language, tag_of
from app.render.pages.unsupported_script import NEVER_SPELLED, Offers, OtherWays, drawn_too, offers_of, other_ways
from app.render.pagination.article_chunks import Chunkers
from app.render.pagination.pages import Nav
from app.render.template import Frame, Paginated, TemplateRenderer
from app.render.text.plain import flowing_text, is_signed, plain_text
from app.sentences import Sentence

TEXT = Sentence("Text")
# translators: a link to the article in the language of this catalogue: in German "Auf Deutsch", in Russian "По-русски"
IN_ENGLISH = Sentence("In English")
BACK = Sentence("Back to the article")
LONGEST_TITLE, LONGEST_DECK, LONGEST_FACT, LONGEST_NOTE = 300, 600, 150, 250
# The line of pictures has one number for so many bytes of a page's budget.
BYTES_A_NUMBER = 1024
# Of 629 saved articles 6 are below; the text of 4 of them was wrong (an F1 under .8), of one right (.9 or more).
UNSURE = 0.65
PERHAPS_NOT_WHOLE = Sentence("This may not be the whole article.")
BY, UPDATED = Sentence("By %(author)s"), Sentence("updated %(day)s")
LENGTH = Sentence.plural(
    "%(num)s word, about %(minutes)s min", "%(num)s words, about %(minutes)s min", num=0, minutes=0
)
WORDS_PER_MINUTE = 220  # a usual figure for silent reading of English (Brysbaert 2019 measured 238)
# What Palm OS shows: the set of Windows, and the Japanese one where its language is Japanese.
PALM_SETS: Mapping[str, str] = {"japanese": "sjis"}


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as its page shows it.

    `address` is what was asked for; `note` what is said above the text (how old it is, where it is from) or empty;
    `sizes` what is known of the pictures by their addresses; `archived` says that the archive's copy is offered, `into`
    in which language a translation is, or None.
    """

    article: Article
    address: str
    note: str = ""
    sizes: Mapping[str, ImageSize] = field(default_factory=dict)
    archived: bool = False
    into: Language | None = None


class ArticlePages:
    """Renders articles."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer
        self._chunkers = Chunkers(renderer)

    def page(self, frame: Frame, view: ArticleView, number: int) -> Page:
        """Page `number` of an article. Raises `UnknownPlace` where it has fewer."""
        links, address, offers = frame.links, view.address, _offers(frame, view)
        chunker = self._chunkers.chunker(frame, _context(frame, view), () if offers else ended(view.article))
        paginated = Paginated(chunker, partial(links.part, address), links.whole(address))
        values = {"offers": offers, **_head(frame, view)}
        if offers:
            values["title"] = frame.said(offers.title)
        return self._renderer.paginated("article.html", frame, paginated, number, **values)

    def whole(self, frame: Frame, view: ArticleView) -> Page:
        """The whole article on one page, whatever its length: who asks for it has the memory."""
        if _offers(frame, view):
            return self.page(frame, view, 1)
        html = HtmlWriter(_context(frame, view))
        head = _head(frame, view)
        return self._renderer.page("article.html", frame, body=html.blocks(ended(view.article)), offers=None, **head)

    def printed(self, frame: Frame, view: ArticleView) -> Page:
        """The whole article without links, for a printer."""
        if _offers(frame, view):
            return self.page(frame, view, 1)
        html = HtmlWriter(_context(frame, view, linked=False))
        return self._renderer.page("print.html", frame, body=html.blocks(ended(view.article)), **_head(frame, view))

    def drawn(self, frame: Frame, view: ArticleView, number: int, count: int, size: tuple[int, int], text: str) -> Page:
        """Page `number` of the text as pictures, of which there are `count`; this one has that size and says `text`."""
        links, short = frame.links, frame.charset.shortened
        nav = Nav(
            number,
            count,
            links.drawn(view.address, number - 1) if number > 1 else "",
            links.drawn(view.address, number + 1) if number < count else "",
        )
        offers = _offers(frame, view)
        words = short(text, LONGEST_DECK) if frame.family not in NEVER_SPELLED else frame.said(TEXT)
        values = {
            "article": view.article,
            "address": view.address,
            "title": frame.said(offers.title) if offers else short(view.article.title, LONGEST_TITLE),
            "note": short(frame.said(view.note), LONGEST_NOTE),
            "words": f"[{words}]",
        }
        return self._renderer.page("drawn.html", frame, nav=nav, size=size, pictured=True, **values)

    def plain(self, frame: Frame, view: ArticleView) -> Page:
        """An article as plain text, in the set and with the line ends of the machine that saves it; first a note."""
        charset = frame.profile.text_charset(frame.family)
        text = plain_text(_noted(view), frame.profile, charset, frame.language_in(charset))
        return Page(text, frame.profile.text_type(charset))

    def flowing(self, frame: Frame, view: ArticleView) -> Page:
        """The same for a word processor, with a line end behind paragraphs alone."""
        profile = frame.profile
        charset = profile.text_charset(frame.family)
        text = flowing_text(_noted(view), charset, frame.language_in(charset)).replace("\n", profile.ends)
        return Page(charset.encode_text(text), profile.text_type(charset))

    def rich(self, frame: Frame, view: ArticleView) -> Page:
        """An article as RTF, in the set of the machine where RTF knows it."""
        charset = rtf.set_of(frame.profile.text_charset(frame.family))
        language = frame.language_in(charset)
        return Page(rtf.rtf(_noted(view), facts_of(view.article, charset, language), charset, language), rtf.TYPE)

    def palm(self, frame: Frame, view: ArticleView, made: float) -> Page:
        """An article as a Palm Doc, made at the moment `made`, in seconds since the epoch."""
        charset = CHARSETS[PALM_SETS.get(frame.family, "win1252")]
        text = charset.encode_text(flowing_text(_noted(view), charset, frame.language_in(charset)))
        return Page(palm_doc.palm_doc(charset.encode_text(view.article.title), text, made), palm_doc.TYPE)

    def untranslated(self, frame: Frame, view: ArticleView, sentence: str) -> Page:
        """Why there is no translation of an article, in one sentence, and the way back to it."""
        return self._renderer.page("untranslated.html", frame, sentence=sentence, **_head(frame, view))

    def files(self, frame: Frame, view: ArticleView) -> Page:
        """The list of files that an article can be saved as."""
        return self._renderer.page("files.html", frame, **_head(frame, view))


def _noted(view: ArticleView) -> Article:
    """Return the article of a file: first what is said of where it is from, at the end what is missing."""
    article = view.article
    note = (Paragraph((Run(view.note, "b"),)),) if view.note else ()
    return replace(article, blocks=(*note, *ended(article)))


def ended(article: Article) -> Blocks:
    """Return the text of an article, at whose end it is said where that is missing, or may be."""
    said = article.cut or (PERHAPS_NOT_WHOLE if article.confidence < UNSURE else "")
    return (*article.blocks, Paragraph((Run(said, "b"),))) if said else article.blocks


def _offers(frame: Frame, view: ArticleView) -> Offers | None:
    links = frame.links
    found = offers_of(frame.profile, frame.family, links, _path(links, view))
    return found if links.translation else drawn_too(found, frame.profile, frame.family, links.drawn(view.address))


def _ways(frame: Frame, view: ArticleView) -> OtherWays:
    return other_ways(frame.profile, frame.family, frame.links, _path(frame.links, view))


def _path(links: Links, view: ArticleView) -> str:
    """Return the path of an article within the edition."""
    return f"/a/{links.ids[view.address]}{links.translation}"


def _translation(frame: Frame, view: ArticleView) -> tuple[str, str]:
    """Return the words and the address of the link to an article in the reader's language, or back from there.

    Both are empty where there is neither.
    """
    links, into = frame.links, view.into
    if links.translation:
        return frame.said(BACK), links.article(view.address)
    if into is None:
        return "", ""
    # Our own words are English where the page has no letters for the reader's language.
    is_own = into.code == frame.language.code
    words = frame.said(IN_ENGLISH) if is_own else f"In {into.locale.english_name}"
    return words, links.translated(view.address, tag_of(into.code))


def _context(frame: Frame, view: ArticleView, linked: bool = True) -> BlockContext:
    article = view.article
    return BlockContext(
        frame.links, frame.profile, frame.charset, article.images, view.sizes, view.address, linked, frame.language
    )


def _head(frame: Frame, view: ArticleView) -> dict[str, object]:
    """Return what stands over the text."""
    article, short = view.article, frame.charset.shortened
    numbers = list(_numbers(frame, article.images, view.sizes))
    return {
        "article": article,
        "address": view.address,
        "title": short(article.title, LONGEST_TITLE),
        "deck": short(article.deck, LONGEST_DECK),
        "facts": facts_of(article, frame.charset, frame.language, frame.profile.brief),
        "note": short(frame.said(view.note), LONGEST_NOTE),
        "archived": view.archived,
        "translation": _translation(frame, view),
        "ways": _ways(frame, view),
        "numbers": numbers,
        "others": len(article.images) - len(numbers),
    }


def _numbers(frame: Frame, images: Sequence[ArticleImage], sizes: Mapping[str, ImageSize]) -> Iterator[tuple[str, str]]:
    """Yield the address and the size in words, as far as it is known, of the pictures that a page has room to name."""
    for image in images[: frame.profile.budget // BYTES_A_NUMBER]:
        yield image.url, sizes[image.url].words if image.url in sizes else ""


def day_in_words(day: str) -> str:
    """Return `2024-03-27` as the day `27 March 2024`, and what is no date as nothing."""
    try:
        return Sentence.of_day(date.fromisoformat(day))
    except ValueError:
        return ""  # a site that says 30 February says nothing


def days_in_words(article: Article) -> list[str]:
    """Return when an article was published and when it was updated, as far as it is known: `updated 28 March 2024`."""
    published, updated = day_in_words(article.date), day_in_words(article.updated)
    days = [published if published != updated else "", UPDATED.of(day=updated) if updated else ""]
    return [day for day in days if day]


def facts_of(article: Article, charset: Charset, language: Language = ENGLISH, brief: bool = False) -> str:
    """Return byline, site, days and, unless `brief`, reading length, as far as they are known, as one line."""
    short, said = charset.shortened, language.said
    minutes = max(1, round(article.words / WORDS_PER_MINUTE))
    length = LENGTH.of(num=article.words, minutes=minutes) if article.words and not brief else ""
    byline = BY.of(author=short(article.byline, LONGEST_FACT)) if is_signed(article) else ""
    facts = [byline, short(article.site, LONGEST_FACT), *days_in_words(article), length]
    return " | ".join(said(fact) for fact in facts if fact)
