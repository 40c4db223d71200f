"""Today in one file, as plain text and as HTML, cut to a size; and how far its texts are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from markupsafe import Markup

from app.models import Article, Headline, Page
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.html.links import Links
from app.render.pages.articles import ended
from app.render.pages.front_page import FrontView
from app.render.pagination.fit import FULL, LEFT_OUT, fitted
from app.render.pagination.pages import Chunk
from app.render.template import Frame, TemplateRenderer
from app.render.text.digest import DigestText
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


class DigestPages:
    """Renders the files."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def progress(self, frame: Frame, done: int, total: int, suffix: str, size: str, seconds: int) -> Page:
        """How far the texts are, and how to come back in `seconds` or so."""
        again = frame.links.today(suffix, size)
        return self._renderer.page("gathering.html", frame, done=done, total=total, again=again, seconds=seconds)

    def text(self, frame: Frame, view: FrontView, day: str, stories: Stories, most: int) -> Page:
        """The stories as plain text of at most `most` bytes, in the set and with the line ends of the machine."""
        charset = frame.profile.text_charset(frame.family)
        language = frame.language_in(charset)
        view = replace(view, language=language)
        writer = DigestText(view, frame.profile, charset)
        short = [writer.story(number, headline, None) for number, (headline, _) in enumerate(stories, 1)]
        full = [writer.story(number, *_ended(story)) if story[1] else b"" for number, story in enumerate(stories, 1)]
        contents = writer.contents([headline for headline, _ in stories])
        widest = writer.head(
            f"{frame.site} {frame.edition}", (day, *map(language.said, (WITH_TEXT.of(num=999, texts=999), WITHOUT)))
        )
        sizes = [(len(one), len(other)) for one, other in zip(short, full, strict=True)]
        chosen = fitted(sizes, most - len(widest) - len(contents))
        head = writer.head(f"{frame.site} {frame.edition}", (day, *map(language.said, _counted(chosen))))
        parts = [head, contents, *(_of(*each) for each in zip(chosen, short, full, strict=True))]
        return Page(b"".join(parts), frame.profile.text_type(charset))

    def html(
        self, frame: Frame, view: FrontView, day: str, stories: Stories, most: int, pictures: Pictures = NO_PICTURES
    ) -> Page:
        """The stories as one page of at most `most` bytes, without links to anywhere else.

        `pictures` are files beside it by the numbers of their stories: name, width and height in pixels.
        """
        view, said_in = replace(view, language=frame.language), frame.said
        short = [self._story(frame, view, number, headline, None) for number, (headline, _) in enumerate(stories, 1)]
        full = [
            self._story(frame, view, number, *story, pictures.get(number)) for number, story in enumerate(stories, 1)
        ]
        sizes = [
            (one.size, other.size if story[1] else 0) for one, other, story in zip(short, full, stories, strict=True)
        ]
        titles = [view.title_of(headline) for headline, _ in stories]
        said = tuple(map(said_in, (WITH_TEXT.of(num=999, texts=999), WITHOUT)))
        values: dict[str, object] = {"day": day, "titles": titles, "said": said, "pictured": bool(pictures)}
        empty = self._renderer.page("today.html", frame, body="", **values)
        chosen = fitted(sizes, most - len(empty.body))
        shown = [one if how != FULL else other for how, one, other in zip(chosen, short, full, strict=True) if how]
        body = Markup("\n").join(chunk.markup for chunk in shown)
        return self._renderer.page(
            "today.html", frame, body=body, **{**values, "said": tuple(map(said_in, _counted(chosen)))}
        )

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


def _counted(chosen: Sequence[int]) -> tuple[str, ...]:
    """Return how many stories there are, and how many have their texts."""
    with_text = chosen.count(FULL)
    said = WITH_TEXT.of(num=len(chosen) - chosen.count(LEFT_OUT), texts=with_text)
    return (said,) if with_text == len(chosen) else (said, WITHOUT)


def _of(how: int, short: bytes, full: bytes) -> bytes:
    return {LEFT_OUT: b"", FULL: full}.get(how, short)


def _ended(story: tuple[Headline, Article | None]) -> tuple[Headline, Article | None]:
    """Return a story with what is to be said at the end of its text."""
    headline, article = story
    return headline, replace(article, blocks=ended(article)) if article else None
