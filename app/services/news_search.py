"""Search for news: what the aggregators have, and what stands on our own front pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.models import FrontPage, Headline
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.page_keeper import MadePage, PageKeeper


class NewsSearch:
    """Searches the news of an edition."""

    def __init__(self, front_pages: FrontPages, maker: FrontPageMaker, keeper: PageKeeper) -> None:
        """Take the pages that are searched too, and who makes and keeps pages."""
        self._front_pages = front_pages
        self._maker = maker
        self._keeper = keeper

    def search(self, edition: str, query: str, admit: Admission) -> CachedContent:
        """Return what there is on `query` as a front page. Raises `UnknownPlace`, and what `admit` raises."""
        sources = self._front_pages.edition(edition)

        def make() -> MadePage:
            granted = self._front_pages.granted(edition)
            made = self._maker.search(sources, query, _own(self._front_pages.cached_pages(edition), query))
            return replace(made, granted=tuple(sorted({*granted, *made.granted})))

        return self._keeper.get(edition, f"search {edition} {query}", make, admit)

    def known(self, edition: str, query: str) -> list[Headline]:
        """Return the headlines on `query` on the pages of an edition that are kept; nobody is asked."""
        return list(_own(self._front_pages.cached_pages(edition), query))


def _own(pages: Iterable[FrontPage], query: str) -> Iterator[Headline]:
    """Yield the headlines on our own pages that hold every word of the query."""
    words = query.casefold().split()
    for page in pages:
        for story in page.stories:
            yield from (each for each in (story.lead, *story.others) if _holds(each, words))


def _holds(headline: Headline, words: Iterable[str]) -> bool:
    text = f"{headline.title} {headline.summary}".casefold()
    return all(word in text for word in words)
