"""Gemini: editions, sections, stories and any article as gemtext, pictures as JPEG, GIF or PNG, searches by input.

A path is as the web pages have it, a profile before it where pictures or our own words are to be others:
`/~macplus/in/world`. All text is UTF-8, which every client must know.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from app.doors.doorway import Visitor
from app.doors.gemini_protocol import (
    INPUT,
    MOVED,
    REDIRECT,
    SUCCESS,
    RequestRefused,
    answer,
    failure,
    gemtext,
    request_in,
)
from app.doors.places import Place
from app.doors.visit import Visit, house_language
from app.doors.words import (
    BACK,
    EDITIONS,
    EMPTY,
    LINKS,
    NO_TEXT,
    NOT_FOUND,
    ORIGINAL,
    READ,
    ROBOTS,
    SEARCH_NEWS,
    TYPE_IT,
)
from app.errors import ReaderError, UnknownPlace
from app.images import format_named
from app.models import Article, Entry, Listing, Screen, Story
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.render.charsets.charsets import CHARSETS
from app.render.language import Language
from app.render.pages.articles import ended, facts_of
from app.render.pages.front_page import FrontView
from app.render.profiles.direction import FROM_RIGHT
from app.render.profiles.spec import read_spec
from app.render.text.gemtext import Gemtext, Line, heading, link, page
from app.sentences import Sentence
from app.services.page_reader import OpenedPage
from app.text.charset_family import family_of
from app.web.context import Services
from app.web.image_sizes import usual_screen
from app.web.page_links import article_needs

MADE = Sentence("Made %(ago)s.")
MISSED = Sentence("Made %(ago)s. Not reached: %(names)s.")
UTF_8 = CHARSETS["utf8"]
USUAL = "universal-jpeg-true-800"
# What clients of Gemini show of our formats.
FORMATS = frozenset({"GIF", "JPEG", "PNG"})
COLUMNS, MOST_LINKS, MOST_OTHERS, LONGEST_WORDS = 78, 500, 3, 500


class Gemini:
    """Answers requests."""

    def __init__(self, services: Services, host: str, port: int) -> None:
        """Take what answers, and the only name, if there is one, and the port that requests may name."""
        self._services = services
        self._host = host
        self._port = port

    async def converse(self, visitor: Visitor) -> None:
        """Answer the one line of a visitor."""
        line = await visitor.line()
        await visitor.send(await visitor.made(partial(self.answer, visitor.address, line)))

    def answer(self, client: str, line: bytes) -> bytes:
        """Return the answer to a line; whatever goes wrong has its status, and is said in one sentence."""
        language = house_language(self._services)
        try:
            request = request_in(line, self._host, self._port)
            found = _Answer(self._services, client, Place.of(request.path))
            language = found.language
            return found.to(request.typed)
        except RequestRefused as refused:
            return answer(refused.status, language.said(refused.sentence))
        except ReaderError as error:
            return failure(error, language.said(error.sentence))


class _Answer:
    """Answers for one place."""

    def __init__(self, services: Services, client: str, place: Place) -> None:
        self._place = place
        self._visit = Visit.of(services, client, read_spec(place.spec or USUAL), place.edition, COLUMNS)
        self.language = self._language_on(family_of(self._visit.edition.language, ""))

    def to(self, typed: str) -> bytes:
        """Return the answer; `typed` is what the visitor was asked for."""
        pages: dict[str, Callable[[], bytes]] = {"/": partial(self._front, TOP), "/editions": self._editions}
        pages |= {f"/{section}": partial(self._front, section) for section, _ in SECTIONS}
        pages |= {"/read": partial(self._read, typed), "/search": partial(self._news, typed)}
        pages |= {"/robots.txt": partial(answer, SUCCESS, "text/plain", f"{ROBOTS}\n".encode())}
        if self._place.edition not in ("", self._visit.edition.code):  # its code of former times
            return answer(MOVED, f"{self._place.machine}/{self._visit.edition.code}{self._place.path}")
        if self._place.path in pages:
            return pages[self._place.path]()
        kinds = {"a": self._about, "g": self._picture, "l": self._links}
        kind, key = self._place.key("agl")
        return kinds[kind](self._visit.url_of(key))

    def _front(self, section: str) -> bytes:
        view = self._visit.front(section, self.language)
        names = view.missing_in_words
        made = MISSED.of(ago=view.age_in_words, names=names) if names else MADE.of(ago=view.age_in_words)
        site, said = self._visit.services.settings.SITE_NAME, self.language.said
        return self._page(
            [
                heading(1, f"{site}: {self._visit.edition.name}"),
                *(self._link(f"/{each}", said(title)) for each, title in SECTIONS),
                *self._ways(),
                Line(),
                heading(2, view.title),
                *self._stories(view, EMPTY),
                Line("", said(made)),
            ]
        )

    def _editions(self) -> bytes:
        lines = [link(f"{self._place.machine}/{code}/", name) for code, name in self._visit.editions()]
        return self._page([heading(1, self.language.said(EDITIONS)), *lines])

    def _news(self, typed: str) -> bytes:
        if not typed:
            return answer(INPUT, self.language.said(SEARCH_NEWS))
        words = typed[:LONGEST_WORDS]
        view = self._visit.news(words, self.language)
        return self._page([heading(1, words), *self._stories(view, NOT_FOUND.of(words=words)), *self._back()])

    def _read(self, typed: str) -> bytes:
        """Return the way to what an address holds, or what the web has for words."""
        if not typed:
            return answer(INPUT, self.language.said(TYPE_IT))
        if url := self._visit.typed(typed):
            return answer(REDIRECT, f"{self._place.begin}/a/{self._visit.ids([url])[url]}")
        words = typed[:LONGEST_WORDS]
        found = self._visit.web(words)
        nothing = () if found.results else (Line("", self.language.said(NOT_FOUND.of(words=words))),)
        title = heading(1, f"{words} ({found.title})")
        return self._page([title, *self._entries(found.results), *nothing, *self._back()])

    def _about(self, url: str) -> bytes:
        opened = self._visit.open(url)
        found = opened.cached.content
        if isinstance(found, Listing):
            note = Line("", self.language.said(found.cut or opened.note))
            head = [heading(1, found.title), Line("", found.summary), note]
            return self._page([*head, *self._entries(found.entries), *self._foot(opened, found)])
        if not isinstance(found, Article):
            raise UnknownPlace(NO_TEXT)
        return self._article(opened, found)

    def _article(self, opened: OpenedPage, article: Article) -> bytes:
        needs = article_needs(opened.url, article)
        ids, language = self._visit.ids(needs.urls), self._language_on(needs.family)

        def place(url: str) -> str:
            return f"{self._place.begin}/a/{ids[url]}" if url in ids else url

        writer = Gemtext(article, language, place, lambda url: self._picture_path(ids[url]))
        head = [
            heading(1, article.title),
            Line("", facts_of(article, UTF_8, language)),
            Line("", language.said(opened.note)),
            Line(),
            Line("", article.deck),
            Line(),
        ]
        # The text first, for what is not in it stands behind it.
        body = list(writer.blocks(ended(article)))
        return self._page([*head, *body, *writer.others(), *self._foot(opened, article)], article.language)

    def _links(self, url: str) -> bytes:
        """Return the list of all links of a page."""
        opened = self._visit.open(url)
        found = opened.cached.content
        if not isinstance(found, Article | Listing):
            raise UnknownPlace(NO_TEXT)
        links = [each.partition(" ")[::2] for each in found.links[:MOST_LINKS]]
        ids = self._visit.ids(target for target, _ in links)
        lines = [self._link(f"/a/{ids[target]}", words or target) for target, words in links]
        return self._page([heading(1, self.language.said(LINKS)), Line("", found.title), Line(), *lines])

    def _picture(self, url: str) -> bytes:
        made = self._visit.picture(url, self._screen)
        return answer(SUCCESS, format_named(made.format).media_type, made.body)

    @property
    def _screen(self) -> Screen:
        screen = usual_screen(self._visit.profile)
        return replace(screen, format=screen.format if screen.format in FORMATS else "GIF", animated=False)

    def _picture_path(self, key: str) -> str:
        return f"{self._place.begin}/g/{key}.{format_named(self._screen.format).suffix}"

    def _stories(self, view: FrontView, nothing: Sentence) -> Iterator[Line]:
        """Yield each story, its first words, and what others write on it, or that there is none."""
        stories: Sequence[Story] = view.stories
        ids = self._visit.ids(each.url for story in stories for each in (story.lead, *story.others[:MOST_OTHERS]))
        for story in stories:
            yield Line()
            yield self._link(f"/a/{ids[story.lead.url]}", story.lead.title)
            yield Line("", view.byline(story.lead))
            yield Line("", view.summary(story.lead))
            for other in story.others[:MOST_OTHERS]:
                yield self._link(f"/a/{ids[other.url]}", f"{view.name_of(other)}: {other.title}")
        if not stories:
            yield Line("", self.language.said(nothing))
        yield Line()

    def _entries(self, entries: Iterable[Entry]) -> Iterator[Line]:
        listed = list(entries)
        ids = self._visit.ids(entry.url for entry in listed if entry.url)
        for entry in listed:
            yield Line()
            yield self._link(f"/a/{ids[entry.url]}", entry.title) if entry.url else heading(3, entry.title)
            yield Line("", entry.date)
            yield Line("", entry.summary)
        yield Line()

    def _foot(self, opened: OpenedPage, found: Article | Listing) -> Iterator[Line]:
        yield Line()
        yield link(found.url, self.language.said(ORIGINAL))
        if found.links:
            yield self._link(f"/l/{self._visit.ids([opened.url])[opened.url]}", self.language.said(LINKS))
        yield from self._back()

    def _ways(self) -> list[Line]:
        said = self.language.said
        return [self._link("/search", said(SEARCH_NEWS)), self._link("/read", said(READ)), self._editions_link()]

    def _editions_link(self) -> Line:
        return self._link("/editions", self.language.said(EDITIONS))

    def _back(self) -> list[Line]:
        return [self._link("/", self.language.said(BACK))]

    def _link(self, path: str, words: str) -> Line:
        return link(f"{self._place.begin}{path}", words)

    def _language_on(self, family: str) -> Language:
        """Return the language of our own words on a page of a family; one from the right stands among its like."""
        return self._visit.wanted.or_english(UTF_8, from_right=family in FROM_RIGHT)

    def _page(self, lines: Iterable[Line], language: str = "") -> bytes:
        return gemtext(page(lines), language or self._visit.edition.language)
