"""What a visitor of a door may ask for, counted like the requests of a browser."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.errors import UnknownId
from app.models import Article, ConvertedImage, FrontPage, Screen
from app.net.pasted import is_address
from app.net.urls import parse
from app.news.editions import current_code
from app.news.sources import SECTIONS, EditionSources
from app.render.charsets.charsets import Charset
from app.render.html.links import Links
from app.render.language import ENGLISH, Language, language_for
from app.render.pages.articles import ArticleView
from app.render.pages.front_page import FrontView
from app.render.profiles.profile import CRLF, Profile
from app.render.template import Frame
from app.search.engine import Question
from app.search.queries import Query
from app.sentences import Sentence
from app.services.admission import READS, SEARCHES, Admission
from app.services.cached_content import CachedContent
from app.services.page_reader import OpenedPage, UnavailableStory
from app.services.web_search import Found
from app.text.charset_family import family_of
from app.web.context import Services
from app.web.page_links import article_needs

GONE = Sentence("This short address is no longer known here; please type the address of the page again.")


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of a visitor: by which services, from which address, for which machine, in which edition."""

    services: Services
    client: str
    profile: Profile
    edition: EditionSources

    @classmethod
    def of(cls, services: Services, client: str, profile: Profile, code: str, columns: int) -> "Visit":
        """Return a visit for lines of `columns`; without `code`, of the default edition. Raises `UnknownPlace`."""
        narrow = replace(profile, columns=min(columns, profile.columns) if profile.columns else columns, ends=CRLF)
        front_pages = services.front_pages
        return cls(services, client, narrow, front_pages.edition(current_code(code)) if code else front_pages.default)

    @property
    def wanted(self) -> Language:
        """The language of our own words: of the profile's name, else of the setting, else of the edition."""
        named = self.profile.language or self.services.settings.INTERFACE_LANGUAGE
        return language_for(named, self.edition.language, self.edition.code)

    def charset(self, *texts: str) -> Charset:
        """Return the set of plain texts in which these are written."""
        return self.profile.text_charset(family_of("", " ".join(texts)))

    def front(self, section: str, language: Language = ENGLISH) -> FrontView:
        """Return the stories of a section, with our own words in a language. Raises what making it raises."""
        cached = self.services.front_pages.front(self.edition.code, section, self._admit(READS))
        self.services.page_refresher.note(self.edition.code, section)
        return replace(_view(cached, language), title=language.said(dict(SECTIONS)[section]))

    def news(self, words: str, language: Language = ENGLISH) -> FrontView:
        """Return the news that are found for words, likewise. Raises what searching raises."""
        return _view(self.services.news_search.search(self.edition.code, words, self._admit(SEARCHES)), language)

    def typed(self, text: str) -> str:
        """Return the address that somebody has typed, nothing where it is words to search the web for.

        Raises `BadAddress` for words where nobody searches.
        """
        return parse(text) if is_address(text) or not self.services.web_search.is_on else ""

    def web(self, words: str) -> Found:
        """Return what is found on the web for words. Raises what searching raises."""
        edition = self.edition
        question = Question(words, edition.language_code, edition.country, self.services.settings.SEARCH_SAFE)
        return self.services.web_search.search(Query(words), question, 1, self._admit(SEARCHES))

    def open(self, url: str) -> OpenedPage:
        """Return what an address holds. Raises `ReaderError`, as for a headline that does not open."""
        opened = self.services.reader.read(url, self.edition.code, self._admit(READS))
        if isinstance(opened, UnavailableStory):
            raise opened.error
        return opened

    def text(self, opened: OpenedPage, article: Article) -> str:
        """Return an article as plain text in lines for this visitor's machine, in Unicode and with LF at their ends."""
        family = article_needs(opened.url, article).family
        site, code = self.services.settings.SITE_NAME, self.edition.code.upper()
        frame = Frame(site, code, Links(), self.profile, family, wanted=self.wanted)
        page = self.services.pages.articles.plain(frame, ArticleView(article, opened.url, opened.note))
        text = page.body.decode(self.profile.text_charset(family).codec)
        return text.replace(self.profile.ends, "\n")

    def picture(self, url: str, screen: Screen) -> ConvertedImage:
        """Return a picture as a screen shows it. Raises `ReaderError`."""
        conversions = self.services.conversions
        return self.services.image_service.image(url, screen, self._admit(READS), lambda: conversions.turn(self.client))

    def ids(self, urls: Iterable[str]) -> Mapping[str, str]:
        """Return the short id of each address."""
        return self.services.links.ids_for(urls)

    def url_of(self, key: str) -> str:
        """Return the address that a short id stands for. Raises `UnknownId`."""
        url = self.services.links.url_of(key)
        if url is None:
            raise UnknownId(GONE)
        return url

    def editions(self) -> Iterator[tuple[str, str]]:
        """Yield the code and the name of each edition, by their names."""
        for each in sorted(self.services.front_pages.editions.values(), key=lambda each: each.name):
            yield each.code, each.name

    def _admit(self, kind: str) -> Admission:
        return self.services.admissions.of(self.client, kind)


def house_language(services: Services) -> Language:
    """Return the language of our own words for who has come to no edition yet."""
    edition = services.front_pages.default
    return language_for(services.settings.INTERFACE_LANGUAGE, edition.language, edition.code)


def _view(cached: CachedContent, language: Language) -> FrontView:
    front = cached.content
    if not isinstance(front, FrontPage):
        raise TypeError(f"{type(front).__name__} is no front page")
    now = cached.fetched_at + cached.age
    return FrontView(front.title, "", front.stories, front.missing, cached.age, now, language=language)
