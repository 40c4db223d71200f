"""The papers of an edition, and the front page of each: all that its feeds and our pages have of it."""

from urllib.parse import quote

from app.errors import UnknownPlace
from app.models import Headline
from app.net.urls import short_id
from app.news.feed_urls import FeedUrls
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.page_keeper import PageKeeper

KEY_LENGTH = 8


class Papers:
    """Knows the papers of each edition."""

    def __init__(self, front_pages: FrontPages, feed_urls: FeedUrls, maker: FrontPageMaker, keeper: PageKeeper) -> None:
        """Take the pages, who names feeds, and who makes and keeps pages."""
        self._front_pages = front_pages
        self._feed_urls = feed_urls
        self._maker = maker
        self._keeper = keeper

    def of(self, edition: str) -> dict[str, tuple[str, ...]]:
        """Return the feeds of each paper of an edition by its name, sorted. Raises `UnknownPlace`."""
        found: dict[str, list[str]] = {}
        for urls in self._front_pages.edition(edition).feeds.values():
            for url in urls:
                found.setdefault(self._feed_urls.name(url), []).append(url)
        return {name: tuple(found[name]) for name in sorted(found, key=str.casefold)}

    def front(self, edition: str, key: str, admit: Admission) -> CachedContent:
        """Return the front page of the paper with this key, made now where there is none, which counts as one read.

        Raises `UnknownPlace`, and what `admit` raises.
        """
        feeds, own = self.of(edition), self._headlines(edition)
        name = next((name for name in (*feeds, *own) if key_of(name) == key), None)
        if name is None:
            raise UnknownPlace(Sentence("There is no such paper in this edition."))
        language = self._front_pages.edition(edition).language
        urls = dict.fromkeys(feeds.get(name, ()), language)
        return self._keeper.get(
            f"paper {edition}",
            f"paper {edition} {name}",
            lambda: self._maker.mixed(name, f"paper {edition}", urls, newest=False, own=own.get(name, ())),
            admit,
        )

    def _headlines(self, edition: str) -> dict[str, list[Headline]]:
        """Return the headlines that stand on pages of an edition, by their papers."""
        found: dict[str, list[Headline]] = {}
        for page in self._front_pages.cached_pages(edition):
            for story in page.stories:
                for each in (story.lead, *story.others):
                    found.setdefault(each.publisher, []).append(each)
        return found


def key_of(name: str) -> str:
    """Return what stands for a paper in links."""
    return short_id(quote(name), KEY_LENGTH)
