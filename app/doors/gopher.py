"""Gopher (RFC 1436): editions, sections and stories as menus, articles as text, pictures as GIF, searches of type 7.

A selector is a path as the web pages have it, a profile before it where the client's character set is not ASCII:
`/~mac/in/world`. Gopher+ is known, but for its forms.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import quote

from app.doors.doorway import Visitor
from app.doors.gopher_menu import COLUMNS, GIF, HTML, INFO, MENU, SEARCH, TEXT, Item, failure, menu, text
from app.doors.gopher_plus import (
    ABOUT,
    ABOUT_ALL,
    PLAIN,
    SEARCHES,
    Request,
    about,
    refusal,
    request_of,
    with_end,
)
from app.doors.places import Place
from app.doors.visit import Visit, house_language
from app.doors.words import EDITIONS, EMPTY, NO_TEXT, NOT_FOUND, ORIGINAL, READ, ROBOTS, SEARCH_NEWS, TYPE_IT
from app.errors import ReaderError, UnknownPlace
from app.models import Article, Entry, Listing, Story
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.render.charsets.charsets import CHARSETS, Charset, escape_attribute
from app.render.charsets.form_fields import decode_field
from app.render.profiles.spec import read_spec
from app.render.text.gemtext import picture_title
from app.sentences import Sentence
from app.services.page_reader import OpenedPage
from app.text.charset_family import family_of
from app.web.context import Services
from app.web.image_sizes import usual_screen

INSIDE = Sentence("Pictures and links")
ASCII = CHARSETS["ascii"]
USUAL = "universal"
MOST_PICTURES, MOST_LINKS, MOST_OTHERS, LONGEST_WORDS = 20, 100, 3, 500
_WEB = re.compile(r"/?URL:(?P<url>https?://[!-~]+)")
# As robots of Gopher ask for it, and as those of the web do.
_FOR_ROBOTS = ("robots.txt", "/robots.txt")


class Gopher:
    """Answers selectors."""

    def __init__(self, services: Services, host: str, port: int) -> None:
        """Take what answers, and under which name and port clients come back; an empty name is where they came to."""
        self._services = services
        self._host = host
        self._port = port

    async def converse(self, visitor: Visitor) -> None:
        """Answer the one line of a visitor."""
        line = await visitor.line()
        await visitor.send(await visitor.made(partial(self.answer, visitor.address, line, visitor.here)))

    def answer(self, client: str, line: bytes, here: str) -> bytes:
        """Return the answer to a line; whatever goes wrong is said in one sentence."""
        request = request_of(line)
        if found := _WEB.fullmatch(request.selector):
            return _way_out(found["url"])
        if request.selector in _FOR_ROBOTS:
            return text(ROBOTS, ASCII)
        language = house_language(self._services)
        try:
            answer = _Answer(self._services, client, request.selector, self._host or here, self._port)
            language = answer.language
            return answer.to(request)
        except ReaderError as error:
            said = language.or_english(ASCII).said(error.sentence)
            return failure(said, ASCII) if request.way == PLAIN else refusal(ASCII.encode_text(said))


class _Answer:
    """Answers one selector."""

    def __init__(self, services: Services, client: str, selector: str, host: str, port: int) -> None:
        self._place, self._host, self._port = Place.of(selector), host, port
        profile = read_spec(self._place.spec or USUAL)
        self._visit = Visit.of(services, client, profile, self._place.edition, COLUMNS)
        self.language = self._visit.wanted

    def to(self, request: Request) -> bytes:
        """Return the answer in the way that it is asked for."""
        if request.way == ABOUT or (request.way == ABOUT_ALL and not self._is_menu):
            return self._known(self._menu([self._itself()]))
        made = self._made(self._typed(request.words))
        if request.way == ABOUT_ALL:
            return self._known(made)
        return made if request.way == PLAIN else with_end(made, not self._place.path.startswith("/g/"))

    def _typed(self, words: bytes) -> str:
        """Return the words of a search, which are in UTF-8 or in the set of the machine."""
        charset = self._visit.profile.text_charset(family_of(self._visit.edition.language, ""))
        return decode_field(words, charset)[:LONGEST_WORDS]

    def _made(self, asked: str) -> bytes:
        pages: dict[str, Callable[[], bytes]] = {"/": self._start, "/editions": self._editions}
        pages |= {f"/{section}": partial(self._front, section) for section, _ in SECTIONS}
        pages |= {"/read": partial(self._read, asked), "/search": partial(self._news, asked)}
        if self._place.path in pages:
            return pages[self._place.path]()
        kinds = {"a": self._text, "g": self._picture, "m": self._about}
        kind, key = self._place.key("agm")
        return kinds[kind](self._visit.url_of(key))

    @property
    def _is_menu(self) -> bool:
        return not self._place.path.startswith(("/a/", "/g/"))

    def _itself(self) -> Item:
        """Return the line of a menu that leads here; nothing is read for it."""
        path, site = self._place.path, self._visit.services.settings.SITE_NAME
        titles: dict[str, str] = {"/": site, "/editions": EDITIONS, "/read": READ, "/search": SEARCH_NEWS}
        titles |= {f"/{section}": title for section, title in SECTIONS}
        if path in titles:
            return self._item(SEARCH if path in SEARCHES else MENU, titles[path], path)
        kind, key = self._place.key("agm")
        return self._item({"a": TEXT, "g": GIF, "m": MENU}[kind], self._visit.url_of(key), path)

    def _known(self, menu: bytes) -> bytes:
        return about(menu, self._visit.services.settings.SITE_NAME, time.time())

    def _start(self) -> bytes:
        edition, site = self._visit.edition, self._visit.services.settings.SITE_NAME
        items = [Item(INFO, f"{site}: {edition.name}")]
        items += [self._item(MENU, title, f"/{section}") for section, title in SECTIONS]
        items += [
            self._item(SEARCH, SEARCH_NEWS, "/search"),
            self._item(SEARCH, READ, "/read"),
            self._item(MENU, EDITIONS, "/editions"),
        ]
        view = self._visit.front(TOP)
        return self._menu([*items, Item(INFO, " "), *self._stories(view.stories, EMPTY)])

    def _front(self, section: str) -> bytes:
        view = self._visit.front(section)
        head = Sentence.filled("%(title)s (%(age)s)", title=view.title, age=view.age_in_words)
        return self._menu([Item(INFO, head), *self._stories(view.stories, EMPTY)])

    def _editions(self) -> bytes:
        before = self._place.machine
        return self._menu([Item(MENU, name, f"{before}/{code}/") for code, name in self._visit.editions()])

    def _news(self, words: str) -> bytes:
        if not words:
            return self._menu([Item(INFO, SEARCH_NEWS)])
        view = self._visit.news(words)
        head = Item(INFO, f"{words}: {len(view.stories)}")
        return self._menu([head, *self._stories(view.stories, NOT_FOUND.of(words=words))])

    def _read(self, asked: str) -> bytes:
        """Return what an address holds as a menu, or what the web has for words."""
        if not asked:
            return self._menu([Item(INFO, TYPE_IT)])
        if url := self._visit.typed(asked):
            return self._about(url)
        found = self._visit.web(asked)
        nothing = () if found.results else (Item(INFO, NOT_FOUND.of(words=asked)),)
        return self._menu([Item(INFO, f"{asked} ({found.title})"), *self._entries(found.results), *nothing])

    def _about(self, url: str) -> bytes:
        """Return the menu of a page: its text, its pictures, its links."""
        opened = self._visit.open(url)
        found = opened.cached.content
        if isinstance(found, Listing):
            return self._menu([Item(INFO, found.title), *self._entries(found.entries)])
        if not isinstance(found, Article):
            raise UnknownPlace(NO_TEXT)
        return self._menu(self._parts(opened, found))

    def _parts(self, opened: OpenedPage, article: Article) -> Iterator[Item]:
        ids = self._visit.ids([opened.url, *(image.url for image in article.images)])
        yield self._item(TEXT, article.title, f"/a/{ids[opened.url]}")
        for number, image in enumerate(article.images[:MOST_PICTURES], 1):
            yield self._item(GIF, picture_title(number, image), f"/g/{ids[image.url]}")
        yield Item(HTML, ORIGINAL, f"URL:{article.url}")
        yield from self._links(article)

    def _links(self, article: Article) -> Iterator[Item]:
        links = [link.partition(" ")[::2] for link in article.links[:MOST_LINKS]]
        ids = self._visit.ids(url for url, _ in links)
        for url, words in links:
            yield self._item(MENU, words or url, f"/m/{ids[url]}")

    def _text(self, url: str) -> bytes:
        opened = self._visit.open(url)
        found = opened.cached.content
        if isinstance(found, Listing):
            return text(
                "\n".join([found.title, "", *(entry.title for entry in found.entries)]), self._charset(found.title)
            )
        if not isinstance(found, Article):
            return text(self.language.or_english(ASCII).said(NO_TEXT), ASCII)
        body = self._visit.text(opened, found)
        return text(body, self._charset(body))

    def _picture(self, url: str) -> bytes:
        screen = replace(usual_screen(self._visit.profile), format="GIF", animated=False)
        return self._visit.picture(url, screen).body

    def _stories(self, stories: Sequence[Story], nothing: Sentence) -> Iterator[Item]:
        """Yield each story as a text, what others write on it, and a menu of its pictures and links; or that there is
        none."""
        if not stories:
            yield Item(INFO, nothing)
        ids = self._visit.ids(each.url for story in stories for each in (story.lead, *story.others[:MOST_OTHERS]))
        for story in stories:
            paper = f" ({story.lead.publisher})" if story.lead.publisher else ""
            has_room = len(story.lead.title + paper) <= COLUMNS
            yield self._item(TEXT, f"{story.lead.title}{paper if has_room else ''}", f"/a/{ids[story.lead.url]}")
            for other in story.others[:MOST_OTHERS]:
                yield self._item(TEXT, f"   {other.publisher}: {other.title}", f"/a/{ids[other.url]}")
            inside = Sentence.filled("   %(inside)s", inside=INSIDE)
            yield self._item(MENU, inside, f"/m/{ids[story.lead.url]}")

    def _entries(self, entries: tuple[Entry, ...]) -> Iterator[Item]:
        ids = self._visit.ids(entry.url for entry in entries if entry.url)
        for entry in entries:
            yield self._item(MENU, entry.title, f"/m/{ids[entry.url]}") if entry.url else Item("i", entry.title)
            yield from [Item(INFO, entry.summary[:200])] if entry.summary else ()

    def _item(self, kind: str, title: str, path: str) -> Item:
        return Item(kind, title, f"{self._place.begin}{path}")

    def _menu(self, items: list[Item] | Iterator[Item]) -> bytes:
        known = list(items)
        charset = self._charset(*(item.title for item in known))
        language = self.language.or_english(charset)
        said = [replace(item, title=language.said(item.title)) for item in known]
        return menu(said, charset, self._host, self._port)

    def _charset(self, *texts: str) -> Charset:
        return self._visit.charset(*texts)


def _way_out(url: str) -> bytes:
    """Return the page for clients that ask us for an address of the web, as they were told to by `h`."""
    there = escape_attribute(quote(url, safe=":/?#[]@!$&'()*+,;=%~-._"))
    page = f'<html><head><title>Elsewhere</title></head><body><p><a href="{there}">{there}</a></p></body></html>\n'
    return page.encode("ascii", "xmlcharrefreplace")
