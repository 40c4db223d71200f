"""Many stories in one file, in several formats, cut to a size; and how far their texts are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from markupsafe import Markup

from app.models import Article, Headline, Page, Paragraph, Run
from app.render.charsets.charsets import CHARSETS, Charset, escape
from app.render.documents import palm_doc, rtf
from app.render.documents.epub import Book, Chapter, epub
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.html.links import Links
from app.render.language import Language
from app.render.pages.articles import PALM_SETS, ended, facts_of
from app.render.pages.front_page import FrontView
from app.render.pagination.fit import FULL, LEFT_OUT, fitted
from app.render.pagination.pages import Chunk
from app.render.profiles.profile import LF, Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame, TemplateRenderer
from app.render.text.digest import DigestText
from app.render.text.plain import FLOWING
from app.sentences import Sentence

Stories = Sequence[tuple[Headline, Article | None]]
Pictures = Mapping[int, tuple[str, int, int]]
NO_PICTURES: Pictures = MappingProxyType({})
# How the parts of a digest are called on it.
WITH_TEXT = Sentence.plural(
    "%(num)s story, %(texts)s of them with their texts.",
    "%(num)s stories, %(texts)s of them with their texts.",
    num=0,
    texts=0,
)
WITHOUT = Sentence("The others had no room, or could not be read.")
WIDEST = (WITH_TEXT.of(num=999, texts=999), WITHOUT)

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Stories for one file of at most `most` bytes: its title, its day in words, the tag of its language, and what says
    who tells of a story and when."""

    title: str
    day: str
    language: str
    view: FrontView
    stories: Stories
    most: int


class DigestPages:
    """Renders the files."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def progress(self, frame: Frame, title: str, done: int, total: int, again: str, seconds: int) -> Page:
        """How far the texts are, and how to come back to the address `again` in `seconds` or so.

        `title` says of what file they are.
        """
        filled = {"title": frame.said(title), "done": done, "total": total, "again": again, "seconds": seconds}
        return self._renderer.page("gathering.html", frame, **filled)

    def text(self, frame: Frame, bundle: Bundle) -> Page:
        """The stories as plain text, in the set and with the line ends of the machine."""
        charset = frame.profile.text_charset(frame.family)
        text = _text(bundle, frame.profile, charset, frame.language_in(charset))
        return Page(text, frame.profile.text_type(charset))

    def palm(self, frame: Frame, bundle: Bundle) -> Page:
        """The stories as a Palm Doc, whose text has its size before it is packed."""
        charset = CHARSETS[PALM_SETS.get(frame.family, "win1252")]
        flowing = replace(frame.profile, columns=FLOWING, ends=LF)
        text = _text(bundle, flowing, charset, frame.language_in(charset))
        name = charset.encode_text(f"{bundle.title} {bundle.day}")
        return Page(palm_doc.palm_doc(name, text, bundle.view.now), palm_doc.TYPE)

    def rich(self, frame: Frame, bundle: Bundle) -> Page:
        """The stories as RTF, each on a page of its own."""
        charset = rtf.set_of(frame.profile.text_charset(frame.family))
        language = frame.language_in(charset)
        writer = rtf.RtfWriter(charset, language)
        view = replace(bundle.view, language=language, charset=charset)
        short = [writer.article(_summary(each), view.byline(each), begins_page=True) for each, _ in bundle.stories]
        full = [
            writer.article(article, facts_of(article, charset, language), begins_page=True) if article else ""
            for _, article in map(_ended, bundle.stories)
        ]

        def document(said: Sequence[str], parts: Sequence[str]) -> bytes:
            line = " ".join((bundle.day, *map(language.said, said)))
            return writer.document(bundle.title, "", bundle.title, [writer.title(bundle.title, line), *parts])

        sizes = [(len(one), len(other)) for one, other in zip(short, full, strict=True)]
        chosen = fitted(sizes, bundle.most - len(document(WIDEST, ())))
        return Page(document(_counted(chosen), _chosen(chosen, short, full)), rtf.TYPE)

    def html(self, frame: Frame, bundle: Bundle, pictures: Pictures = NO_PICTURES) -> Page:
        """The stories as one page, without links to anywhere else.

        `pictures` are files beside it by the numbers of their stories: name, width and height in pixels.
        """
        view = replace(bundle.view, language=frame.language)
        numbered = list(enumerate(bundle.stories, 1))
        short = [self._story(frame, view, number, headline, None) for number, (headline, _) in numbered]
        full = [self._story(frame, view, number, *story, pictures.get(number)) for number, story in numbered]

        def page(said: Sequence[str], parts: Sequence[Chunk]) -> Page:
            body = Markup("\n").join(chunk.markup for chunk in parts)
            told, pictured = list(map(frame.said, said)), bool(pictures)
            around = {"title": bundle.title, "day": bundle.day, "titles": titles, "said": told, "pictured": pictured}
            return self._renderer.page("today.html", frame, body=body, **around)

        titles = [view.title_of(headline) for headline, _ in bundle.stories]
        sizes = [
            (one.size, other.size if story[1] else 0)
            for one, other, story in zip(short, full, bundle.stories, strict=True)
        ]
        chosen = fitted(sizes, bundle.most - len(page(WIDEST, ()).body))
        return page(_counted(chosen), _chosen(chosen, short, full))

    def epub(self, frame: Frame, bundle: Bundle) -> Page:
        """The stories as a book."""
        view = replace(bundle.view, charset=CHARSETS["utf8"])
        chapters = [self._chapter(view, *story) for story in bundle.stories]
        book = Book(f"{bundle.title}: {bundle.day}", frame.site, bundle.language, view.now, chapters)
        return epub(book, bundle.most)

    def _chapter(self, view: FrontView, headline: Headline, article: Article | None) -> Chapter:
        """Return a story of a book, in Unicode and without links to anywhere."""
        full = ""
        if article:
            around = BlockContext(Links(), PROFILES["modern"], CHARSETS["utf8"], article.images, linked=False)
            full = HtmlWriter(around).blocks(ended(article))
        short = f"<p>{escape(view.summary(headline))}</p>" if headline.summary else ""
        return Chapter(view.title_of(headline), view.byline(headline), short, full)

    def _story(
        self,
        frame: Frame,
        view: FrontView,
        number: int,
        headline: Headline,
        article: Article | None,
        picture: tuple[str, int, int] | None = None,
    ) -> Chunk:
        """Return a story with its text and its picture, or with what the front page says of it."""
        body = Markup("")
        if article:
            around = BlockContext(
                Links(), frame.profile, frame.charset, article.images, linked=False, language=frame.language
            )
            body = HtmlWriter(around).blocks(ended(article))
        return self._renderer.line(
            "_today.html", frame, view=view, number=number, headline=headline, body=body, picture=picture
        )


def _text(bundle: Bundle, profile: Profile, charset: Charset, language: Language) -> bytes:
    """Return the stories as plain text for a profile, with a list of them first."""
    writer = DigestText(replace(bundle.view, language=language), profile, charset)
    numbered = list(enumerate(bundle.stories, 1))
    short = [writer.story(number, headline, None) for number, (headline, _) in numbered]
    full = [writer.story(number, *_ended(story)) if story[1] else b"" for number, story in numbered]
    contents = writer.contents([headline for headline, _ in bundle.stories])
    widest = writer.head(bundle.title, (bundle.day, *map(language.said, WIDEST)))
    sizes = [(len(one), len(other)) for one, other in zip(short, full, strict=True)]
    chosen = fitted(sizes, bundle.most - len(widest) - len(contents))
    head = writer.head(bundle.title, (bundle.day, *map(language.said, _counted(chosen))))
    return b"".join([head, contents, *_chosen(chosen, short, full)])


def _counted(chosen: Sequence[int]) -> tuple[str, ...]:
    """Return how many stories there are, and how many have their texts."""
    with_text = chosen.count(FULL)
    said = WITH_TEXT.of(num=len(chosen) - chosen.count(LEFT_OUT), texts=with_text)
    return (said,) if with_text == len(chosen) else (said, WITHOUT)


def _chosen(chosen: Sequence[int], short: Sequence[Part], full: Sequence[Part]) -> list[Part]:
    """Return of each story that is in what stands there."""
    return [other if how == FULL else one for how, one, other in zip(chosen, short, full, strict=True) if how]


def _summary(headline: Headline) -> Article:
    """Return what the front page says of a story, where its text is not there."""
    blocks = (Paragraph((Run(headline.summary),)),) if headline.summary else ()
    return Article(headline.url, headline.title, blocks)


def _ended(story: tuple[Headline, Article | None]) -> tuple[Headline, Article | None]:
    """Return a story with what is to be said at the end of its text."""
    headline, article = story
    return headline, replace(article, blocks=ended(article)) if article else None
