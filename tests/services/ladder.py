"""The ladder of other versions put together for tests."""

from functools import partial

from app.fetch.client import Client
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.feed_texts import FeedTexts
from app.services.interpretation import interpret
from app.services.other_versions import OtherVersions
from app.services.wayback import Wayback, archived, as_of, named_copy
from app.services.whole_article import WholeArticles
from app.storage.cache import Cache


class Ladder:
    """Other versions of what `contents` reads; the archive is asked at `archive`, and not at all where that is empty."""

    def __init__(
        self, contents: ContentReader, client: Client, cache: Cache, archive: str = "", at_once: bool = False
    ) -> None:
        lifetimes = Lifetimes(900, 900, 60, 60)
        self.texts = FeedTexts(cache, 900, lambda url, page: interpret(page))
        names, pages, moments = (
            ContentReader(client, cache, lifetimes, interpret=partial(read, archive), namespace=space)
            for space, read in (("copies ", named_copy), ("copy ", archived), ("moment ", as_of))
        )
        self.wayback = Wayback(archive, names, pages, moments, cache._store)
        self.articles = WholeArticles(contents, 5)
        self.versions = OtherVersions(contents, self.texts, self.wayback, at_once, 5)
