"""A template filled in for a profile, encoded for the wire, and divided into pages within its budget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from app.errors import UnknownPlace
from app.models import Page
from app.render.bidi.visual_markup import visual_markup
from app.render.charsets.charsets import Charset, escape_attribute
from app.render.html.links import Links
from app.render.html.style import Style
from app.render.html.thumbnails import MOST_A_PAGE
from app.render.language import ENGLISH, Language
from app.render.pagination.pages import WIDEST, Chunk, Nav, allotted, plainer
from app.render.pagination.places import led
from app.render.profiles.direction import Direction, direction_of
from app.render.profiles.profile import Profile
from app.sentences import Sentence
from app.text.humanize import size_in_words

NEWLINE = 1  # the byte between two chunks


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page needs to know: the site's name, the edition's code in capitals, the page's links, for whom.

    `family` is that of the languages of the page, which decides its character set; `searches` says whether the read
    form takes words, `archives` whether it takes a day of the past, `own_pages` and `today_files` whether readers may
    have front pages and collections of their own and today in one file; our own words are in the language `wanted` if
    the page can show them so; `works` are the encyclopedia and the dictionary in which words are looked up, `almanac`
    says what is told beside the news: `weather`, `rates`.
    """

    site: str
    edition: str
    links: Links
    profile: Profile
    family: str = "western"
    searches: bool = False
    archives: bool = False
    wanted: Language = ENGLISH
    own_pages: bool = True
    today_files: bool = True
    works: tuple[str, ...] = ()
    almanac: tuple[str, ...] = ()

    @property
    def language(self) -> Language:
        """The language of our own words: the one that is wanted, where the page can show it."""
        from_right = self.direction is not Direction.FROM_LEFT
        return self.wanted.or_english(self.charset, from_right)

    def language_in(self, charset: Charset) -> Language:
        """Return the same for a file in another set."""
        from_right = self.direction is not Direction.FROM_LEFT or charset.visual
        return self.wanted.or_english(charset, from_right)

    def said(self, text: str) -> str:
        """Return a sentence of ours in the language of the page, and any other text as it is."""
        return self.language.said(text)

    @property
    def charset(self) -> Charset:
        """The set in which the page travels."""
        return self.profile.charset(self.family)

    @property
    def direction(self) -> Direction:
        """In which direction the text of the page runs, and who sets it so."""
        return direction_of(self.profile, self.family)

    def encoded(self, markup: str) -> bytes:
        """Return markup as the bytes that go out."""
        charset, profile = self.charset, self.profile
        if self.direction is Direction.AS_SEEN:
            line_end = "<br>" if profile.breaks else "</p><p>"
            markup = visual_markup(markup, profile.columns, line_end, charset.can_encode)
        return charset.encode_page(markup)


@dataclass(frozen=True, slots=True)
class Paginated:
    """What is divided into pages: `cut` returns the chunks that have room in so many bytes.

    `link` returns the address of a page by its number; `whole` is that of all on one page, or empty; a page has
    `most` chunks, where that is not 0; `pictured` says that pictures stand in the frame of the first page.
    """

    cut: Callable[[int], Sequence[Chunk]]
    link: Callable[[int], str]
    whole: str = ""
    most: int = 0
    pictured: bool = False

    @classmethod
    def of(
        cls, chunks: Sequence[Chunk], link: Callable[[int], str], most: int = 0, pictured: bool = False
    ) -> "Paginated":
        """Return what is in chunks already, each of which has room on any page."""
        return cls(lambda room: chunks, link, most=most, pictured=pictured)


class TemplateRenderer:
    """Fills in templates."""

    def __init__(self, templates: Path) -> None:
        """Take the folder `templates`, each of which is compiled when it is first filled in, in 2 to 10 ms."""
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            finalize=_written,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
        )
        self._templates.newstyle_gettext = True  # type: ignore[attr-defined]  # an attribute of the extension
        self._templates.filters |= {"attribute": _attribute, "bytes": size_in_words}

    def render(self, template: str, frame: Frame, **values: object) -> Markup:
        """Return a template filled in, as markup in Unicode."""
        language = frame.language
        text = self._templates.get_template(template).render(
            {"listed": False, "pictured": False, "nav": Nav()} | values,
            gettext=language.gettext,
            language=language,
            ngettext=language.ngettext,
            site=frame.site,
            edition=frame.edition,
            links=frame.links,
            profile=frame.profile,
            searches=frame.searches,
            archives=frame.archives,
            own_pages=frame.own_pages,
            today_files=frame.today_files,
            works=frame.works,
            almanac=frame.almanac,
            style=Style.of(frame.profile, frame.direction, language),
        )
        return Markup(text)  # noqa: S704  # every value went through `_written`

    def page(self, template: str, frame: Frame, **values: object) -> Page:
        """Return a template filled in, as it goes over the wire."""
        return Page(frame.encoded(self.render(template, frame, **values)), frame.profile.html_type(frame.charset))

    def paginated(self, template: str, frame: Frame, paginated: Paginated, number: int, **values: object) -> Page:
        """Return page `number`, counted from 1, of what does not always have room on one.

        The template's `body` is what is divided. Raises `UnknownPlace` where there is no such page.
        """
        pages, navs = self._pages(template, frame, paginated, values)
        if not 1 <= number <= len(pages):
            raise UnknownPlace(Sentence("There is no such page; there are no more than those before it."))
        inline = MOST_A_PAGE if frame.profile.inline else 0
        chunks = plainer(pages[number - 1], inline)
        is_framed = paginated.pictured and number == 1
        return self.page(
            template,
            frame,
            body=led(Markup("\n").join(chunk.markup for chunk in chunks), pages, number, paginated.link),
            pictured=is_framed or any(chunk.figure and chunk.markup is not chunk.plain for chunk in chunks),
            nav=navs(number, len(pages)),
            **values,
        )

    def chunk(self, frame: Frame, markup: Markup, leads: bool = False) -> Chunk:
        """Return markup with its size on the wire."""
        return Chunk(markup, len(frame.encoded(markup)) + NEWLINE, leads)

    def line(self, template: str, frame: Frame, leads: bool = False, **values: object) -> Chunk:
        """Return a template filled in, as a part of a page."""
        return self.chunk(frame, self.render(template, frame, **values), leads)

    def _pages(
        self, template: str, frame: Frame, paginated: Paginated, values: dict[str, object]
    ) -> tuple[list[list[Chunk]], Callable[[int, int], Nav]]:
        """Return the pages, and what says where each stands among them."""

        def nav(number: int, count: int) -> Nav:
            if count == 1:
                return Nav()
            previous = paginated.link(number - 1) if number > 1 else ""
            following = paginated.link(number + 1) if number < count else ""
            return Nav(number, count, previous, following, paginated.whole, size)

        def room(where: Nav) -> int:
            page = self.page(template, frame, body="", pictured=True, nav=where, **values)
            return frame.profile.budget - len(page.body)

        alone = room(Nav())
        chunks = paginated.cut(alone)
        size = size_in_words(sum(chunk.size for chunk in chunks))
        if sum(chunk.size for chunk in chunks) <= alone and not 0 < paginated.most < len(chunks):
            return [list(chunks)], nav
        first, rest = room(nav(1, WIDEST)), room(nav(WIDEST - 1, WIDEST))
        return allotted(paginated.cut(min(first, rest)), first, rest, paginated.most), nav


@pass_context
def _written(context: Context, value: object) -> Markup:
    """Return a value of a template as markup, a sentence of ours in the language of the page."""
    language: Language = context["language"]
    return language.written(value)


@pass_context
def _attribute(context: Context, value: str) -> Markup:
    """Return a value of a template as the value of an attribute."""
    language: Language = context["language"]
    return escape_attribute(value.unescape() if isinstance(value, Markup) else language.said(value))
