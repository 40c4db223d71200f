"""What a front page shows of its stories."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.characters import cut
from app.models import Headline, Story
from app.units import DAY, HOUR, MINUTE, seconds_in_words

RELATED = 3
SUMMARY_LENGTH = 200


@dataclass(frozen=True, slots=True)
class FrontView:
    """A page of stories: its title and section, the number of the next page (0 for none), the sources that are
    missing, the age of it in seconds, and what time it is (seconds since the epoch)."""

    title: str
    section: str
    stories: Sequence[Story]
    more: int
    missing: Sequence[str]
    age: float
    now: float

    @classmethod
    def empty(cls) -> "FrontView":
        """Return a page without anything."""
        return cls("", "", (), 0, (), 0, 0)

    @property
    def age_in_words(self) -> str:
        """How old the page is."""
        return "just now" if self.age < MINUTE else f"{seconds_in_words(self.age)} ago"

    def byline(self, headline: Headline) -> str:
        """Return publisher and time of a headline, as far as they are known."""
        return ", ".join(part for part in (headline.publisher, self._when(headline.published)) if part)

    def related(self, story: Story) -> Sequence[Headline]:
        """Return the headlines of others that stand under a story."""
        return story.others[:RELATED]

    def summary(self, headline: Headline) -> str:
        """Return the beginning of a summary, cut at the end of a sentence or a word."""
        return cut(headline.summary, SUMMARY_LENGTH)

    def _when(self, published: float) -> str:
        """Return how long ago something was published; nothing where that is unknown or lies ahead."""
        ago = self.now - published
        if not published or ago < -HOUR or ago > 30 * DAY:
            return ""
        return f"{seconds_in_words(max(ago, MINUTE))} ago"
