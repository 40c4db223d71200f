"""Who else has a story: other publishers' headlines for one that does not open."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.errors import TooManyReads
from app.models import Headline, Story
from app.services.admission import Admission
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages


@dataclass(frozen=True, slots=True)
class OtherSources:
    """The headline that was asked for, and those of others on its event, the ones that surely open first."""

    asked: Headline
    others: Sequence[Headline]


class Coverage:
    """Finds other publishers of a story."""

    def __init__(self, front_pages: FrontPages, maker: FrontPageMaker, is_indirect: Callable[[str], bool]) -> None:
        """Take the pages that are looked through, who asks for more, and what tells links that may not open."""
        self._front_pages = front_pages
        self._maker = maker
        self._is_indirect = is_indirect

    def of(self, edition: str, urls: Iterable[str], admit: Admission) -> OtherSources | None:
        """Return who else has the story of the first of `urls` on a page of the edition; None where none is on one.

        Where the page knows of nobody but an aggregator, Bing is asked for the title, if this client may wait for that.
        """
        for url in urls:
            story = self.story(edition, url)
            if story is not None:
                asked = next(each for each in (story.lead, *story.others) if each.url == url)
                return OtherSources(asked, self._others(edition, story, asked, admit))
        return None

    def story(self, edition: str, url: str) -> Story | None:
        """Return the story on a page of the edition that has a headline with this address, or None."""
        pages = self._front_pages.cached_pages(edition)
        stories = (story for page in pages for story in page.stories)
        return next((each for each in stories if any(url == one.url for one in (each.lead, *each.others))), None)

    def _others(self, edition: str, story: Story, asked: Headline, admit: Admission) -> list[Headline]:
        others = [each for each in (story.lead, *story.others) if each.url != asked.url]
        direct = [each for each in others if not self._is_indirect(each.url)]
        found = direct or self._by_title(edition, asked, admit)
        return list(dict.fromkeys([*found, *others]))

    def _by_title(self, edition: str, asked: Headline, admit: Admission) -> list[Headline]:
        try:
            with admit.slot():
                return self._maker.same_event(self._front_pages.edition(edition), asked)
        except TooManyReads:
            return []
