"""Headlines, the stories that they tell, and front pages made of them."""

from dataclasses import dataclass

from app.models.listings import EntryText


@dataclass(frozen=True, slots=True)
class Headline:
    """One story of one publisher, as a feed has it.

    `published` is seconds since the epoch, 0 where the feed does not say; `place` is its place in the feed,
    counted from 0; `source` is the address of the feed; `language` a tag in lower case or empty; `related`
    are other publishers' headlines on the same event, where the source itself says so (Google's clusters);
    `comments` is where readers talk about it, or empty.
    """

    title: str
    url: str
    publisher: str
    source: str
    place: int
    published: float = 0
    summary: str = ""
    language: str = ""
    related: tuple["Headline", ...] = ()
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One event: the headline that leads, and other publishers' headlines on it, the best first."""

    lead: Headline
    others: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of headlines as the newspaper uses it; `texts` are of theirs, until they are kept elsewhere."""

    url: str
    title: str
    headlines: tuple[Headline, ...]
    texts: tuple[EntryText, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Stories in the order in which they stand; `missing` names the sources that did not answer.

    `lender` is the name of the edition whose sources they come from where that is another one, or empty.
    """

    title: str
    stories: tuple[Story, ...]
    missing: tuple[str, ...] = ()
    lender: str = ""
