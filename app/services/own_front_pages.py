"""Front pages of one's own: made, changed, and read like an edition's."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from app.errors import BadAddress, NoText, UnknownPlace
from app.models import Listing
from app.net.urls import parse
from app.news.feed_urls import FeedUrls
from app.news.sources import SECTIONS
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.page_keeper import PageKeeper
from app.services.papers import Papers
from app.storage.own_pages import OwnPage
from app.storage.own_records import OwnRecords, id_of, key_of

MOST_SOURCES, MOST_FEEDS = 60, 120
# What one line may name, and of which the rest is left out.
MOST_AT_ONCE = 10
LONGEST_NAME, LONGEST_ADDRESS = 60, 500
ORDERS = ("best", "newest")
GONE = Sentence("There is no such page here, or no longer.")
FULL = Sentence("A page has %(most)s sources at most; please take one out first.", most=MOST_SOURCES)
_SECTION = re.compile(rf"([a-z]{{2}}(?:-[a-z]{{2}})?)/({'|'.join(dict(SECTIONS))})", re.I)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>&\"]+")


class OwnFrontPages:
    """Makes and reads them, for any number of threads."""

    def __init__(
        self,
        kept: OwnRecords[OwnPage],
        finder: ContentReader,
        front_pages: FrontPages,
        feed_urls: FeedUrls,
        papers: Papers,
        maker: FrontPageMaker,
        keeper: PageKeeper,
    ) -> None:
        """Take where they are kept, who finds feeds at an address, what knows papers, and what pages are made with."""
        self._kept = kept
        self._finder = finder
        self._front_pages = front_pages
        self._feed_urls = feed_urls
        self._papers = papers
        self._maker = maker
        self._keeper = keeper

    def make(self, name: str, language: str) -> str:
        """Return the secret of a new page without sources, by which it is changed."""
        return self._kept.make(OwnPage(_name(name) or "My page", language=language))

    def of_secret(self, secret: str) -> OwnPage:
        """Return the page that a secret changes. Raises `UnknownPlace`."""
        return _there(self._kept.get(id_of(secret)))

    def of_id(self, own_id: str) -> OwnPage:
        """Return the page with this id, which lives on as it is read. Raises `UnknownPlace`."""
        return _there(self._kept.read(own_id))

    def rename(self, secret: str, name: str) -> OwnPage:
        """Give a page another name. Raises `UnknownPlace`."""
        page = self.of_secret(secret)
        return self._changed(secret, replace(page, name=_name(name) or page.name))

    def reorder(self, secret: str, order: str) -> OwnPage:
        """Let the stories of a page stand in another order of `ORDERS`. Raises `UnknownPlace`."""
        if order not in ORDERS:
            raise UnknownPlace(Sentence('There is no order "%(order)s" here.', order=order))
        return self._changed(secret, replace(self.of_secret(secret), order=order))

    def drop(self, secret: str, key: str) -> OwnPage:
        """Take the source with this key out; nothing changes where it is not in. Raises `UnknownPlace`."""
        page = self.of_secret(secret)
        kept = tuple(each for each in page.sources if key_of(each[1]) != key)
        return self._changed(secret, replace(page, sources=kept))

    def first(self, secret: str, key: str) -> OwnPage:
        """Let the source with this key stand before all others. Raises `UnknownPlace`."""
        page = self.of_secret(secret)
        ordered = sorted(page.sources, key=lambda each: key_of(each[1]) != key)
        return self._changed(secret, replace(page, sources=tuple(ordered)))

    def add(self, secret: str, text: str, admit: Admission) -> OwnPage:
        """Add what a line names: sections as `in/world`, addresses of feeds, of sites with one, of lists in OPML.

        Raises `UnknownPlace`, `BadAddress` where the page is full too, and any other `ReaderError` where a feed
        cannot be found.
        """
        page = self.of_secret(secret)
        for word in text.split()[:MOST_AT_ONCE]:
            for source in self._named(word, admit):
                page = _with(page, source)
            page = self._changed(secret, page)
        return page

    def papers(self, edition: str) -> list[tuple[str, str]]:
        """Return the papers of an edition, each as its name and its first feed. Raises `UnknownPlace`."""
        return [(name, urls[0]) for name, urls in self._papers.of(edition).items()]

    def add_paper(self, secret: str, edition: str, key: str) -> OwnPage:
        """Add the paper of an edition whose feed has this key. Raises `UnknownPlace` and `BadAddress`."""
        paper = next((each for each in self.papers(edition) if key_of(each[1]) == key), None)
        if paper is None:
            raise UnknownPlace(Sentence("This edition has no such paper."))
        return self._changed(secret, _with(self.of_secret(secret), paper))

    def feeds(self, page: OwnPage) -> list[tuple[str, str, str]]:
        """Return name, address and language of each feed of a page, those of sections included."""
        found: dict[str, tuple[str, str, str]] = {}
        for name, source in page.sources:
            for each in self._feeds_of(name, source, page.language):
                found.setdefault(each[1], each)
        return list(found.values())[:MOST_FEEDS]

    def front(self, own_id: str, admit: Admission) -> CachedContent:
        """Return the stories of a page, made now where there are none, which counts as one read.

        Raises `UnknownPlace`, and what `admit` raises.
        """
        page = self.of_id(own_id)
        feeds = self.feeds(page)
        contents = hashlib.blake2b(repr((page, feeds)).encode(), digest_size=8).hexdigest()
        languages = {url: language for _, url, language in feeds}
        return self._keeper.get(
            f"own {own_id}",
            f"own {own_id} {contents}",
            lambda: self._maker.mixed(page.name, f"own {own_id}", languages, newest=page.order == "newest"),
            admit,
        )

    def _feeds_of(self, name: str, source: str, language: str) -> Iterator[tuple[str, str, str]]:
        section = _SECTION.fullmatch(source)
        if section is None:
            yield name, source, self._front_pages.language_of(source) or language
            return
        edition = self._front_pages.editions.get(section[1])
        if edition is not None:
            for url in self._feed_urls.of_section(edition, section[2]):
                yield self._feed_urls.name(url), url, edition.language

    def _named(self, word: str, admit: Admission) -> Iterator[tuple[str, str]]:
        """Yield the sources that one word names, each as its name and itself."""
        section = _SECTION.fullmatch(word)
        if section is not None:
            edition = self._front_pages.edition(section[1].lower())
            yield f"{edition.name}: {section[2].upper()}", f"{edition.code}/{section[2].lower()}"
            return
        url = self._feed_urls.of_page(parse(word), self._front_pages.default)
        found = self._finder.read(url, admit).content
        if not isinstance(found, Listing):
            raise NoText(Sentence("There is no feed at that address."))
        for feed in found.feeds[:MOST_SOURCES]:
            yield (feed.title or self._feed_urls.name(feed.url))[:LONGEST_NAME], feed.url

    def _changed(self, secret: str, page: OwnPage) -> OwnPage:
        self._kept.change(secret, page)
        return page


def _with(page: OwnPage, source: tuple[str, str]) -> OwnPage:
    """Return a page with one more source, unless it has that already. Raises `BadAddress`."""
    if any(source[1] == each for _, each in page.sources):
        return page
    if len(source[1]) > LONGEST_ADDRESS:
        raise BadAddress(Sentence("The address of a feed may have %(most)s characters.", most=LONGEST_ADDRESS))
    if len(page.sources) >= MOST_SOURCES:
        raise BadAddress(FULL)
    return replace(page, sources=(*page.sources, source))


def _there(page: OwnPage | None) -> OwnPage:
    if page is None:
        raise UnknownPlace(GONE)
    return page


def _name(text: str) -> str:
    return " ".join(_UNSAFE.sub(" ", text).split())[:LONGEST_NAME]
