"""What a front page shows of its stories."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.models import Headline, Story
from app.render.charsets.charsets import CHARSETS, Charset
from app.render.language import ENGLISH, Language
from app.sentences import Sentence
from app.text.humanize import AGO, DAY, HOUR, MINUTE

RELATED = 3
# Short forms of units behind a number, as in a timetable.
_UNITS = ((DAY, Sentence("%(number)s d")), (HOUR, Sentence("%(number)s h")), (MINUTE, Sentence("%(number)s min")))
JUST_NOW, MORE_SOURCES, ANOTHER = (
    Sentence("just now"),
    Sentence("%(names)s and %(number)s more"),
    Sentence("another"),
)
MORE = Sentence.plural("%(num)s more headline on this", "%(num)s more headlines on this", num=0)
STAMP = "%Y%m%d%H%M"
SUMMARY_LENGTH = 200
LONGEST_TITLE, LONGEST_PUBLISHER = 300, 80
# Of the sources that were not reached, so many are named.
MOST_NAMED, LONGEST_MISSING = 12, 400
# Seconds for which a fetch may take: `now` is when it began, and what came may have been written since.
_FETCHING = 3


@dataclass(frozen=True, slots=True)
class FrontView:
    """Stories: their title and section, the sources that are missing, their age in seconds, what time it is
    (seconds since the epoch), the set of the page that they stand on, whether a newer page is being made,
    the name of the edition whose sources they are from where that is another one, from when on stories are new, 0
    where none is, the edition's name with its day, in its own words and in English, and the language of our words."""

    title: str
    section: str
    stories: Sequence[Story]
    missing: Sequence[str]
    age: float
    now: float
    charset: Charset = CHARSETS["references"]
    is_stale: bool = False
    lender: str = ""
    since: float = 0
    day: tuple[str, str] = ("", "")
    language: Language = ENGLISH

    @classmethod
    def empty(cls) -> "FrontView":
        """Return a page without anything."""
        return cls("", "", (), (), 0, 0)

    @property
    def age_in_words(self) -> str:
        """How old the page is."""
        return self.language.said(JUST_NOW if self.age < MINUTE else AGO.of(self.age))

    @property
    def since_stamp(self) -> str:
        """From when on stories are new, as it stands in an address, or nothing."""
        return stamp_of(self.since) if self.since else ""

    @property
    def now_stamp(self) -> str:
        """The present minute as it stands in an address."""
        return stamp_of(self.now)

    def is_new(self, headline: Headline) -> bool:
        """Tell whether a headline is to be marked as new."""
        return 0 < self.since < headline.published

    @property
    def short_title(self) -> str:
        """The title, not too long."""
        return self.charset.shortened(self.title, LONGEST_TITLE)

    @property
    def missing_in_words(self) -> str:
        """The sources that are missing, or the first of them."""
        named = ", ".join(self.missing[:MOST_NAMED])
        others = len(self.missing) - MOST_NAMED
        short = self.charset.shortened(named, LONGEST_MISSING)
        return self.language.said(MORE_SOURCES.of(names=short, number=others)) if others > 0 else short

    def title_of(self, headline: Headline) -> str:
        """Return the title of a headline, not too long."""
        return self.charset.shortened(headline.title, LONGEST_TITLE)

    def byline(self, headline: Headline) -> str:
        """Return publisher and time of a headline, as far as they are known."""
        publisher = self.charset.shortened(headline.publisher, LONGEST_PUBLISHER)
        return ", ".join(part for part in (publisher, self._when(headline.published)) if part)

    def brief_byline(self, headline: Headline) -> str:
        """Return publisher and time of a headline in few letters: `Tide, 10 min`."""
        publisher = self.charset.shortened(headline.publisher, LONGEST_PUBLISHER)
        ago = self._ago(headline.published)
        size, unit = next((size, unit) for size, unit in _UNITS if ago >= size or size == MINUTE)
        said = self.language.said(unit.of(number=int(ago // size))) if ago else ""
        return ", ".join(part for part in (publisher, said) if part)

    def name_of(self, headline: Headline) -> str:
        """Return the publisher of a headline, or that there is another where it has no name."""
        return self.charset.shortened(headline.publisher, LONGEST_PUBLISHER) or self.language.said(ANOTHER)

    def related(self, story: Story) -> Sequence[Headline]:
        """Return the headlines of others that stand under a story."""
        return story.others[:RELATED]

    def more(self, story: Story) -> str:
        """Return what leads to the headlines of a story that do not stand under it, or nothing where all do."""
        beyond = len(story.others) - RELATED
        return self.language.said(MORE.of(num=beyond)) if beyond > 0 else ""

    def summary(self, headline: Headline) -> str:
        """Return the beginning of a summary, cut at the end of a sentence or a word."""
        return self.charset.shortened(headline.summary, SUMMARY_LENGTH)

    def _when(self, published: float) -> str:
        """Return how long ago something was published; nothing where that is unknown or lies ahead."""
        ago = self._ago(published)
        return self.language.said(AGO.of(ago)) if ago else ""

    def _ago(self, published: float) -> float:
        """Return how many seconds ago something was published, at least a minute; 0 as for `_when`."""
        ago = self.now - published + _FETCHING
        return 0 if not published or ago < -HOUR or ago > 30 * DAY else max(ago, MINUTE)


def stamp_of(moment: float) -> str:
    """Return a moment, in seconds since the epoch, as it stands in an address: minutes of UTC, `202611262130`."""
    return datetime.fromtimestamp(moment, UTC).strftime(STAMP)


def moment_of(stamp: str) -> float:
    """Return the moment of a stamp in seconds since the epoch. Raises `ValueError` where there is no such minute."""
    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC).timestamp()
