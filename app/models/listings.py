"""Pages that lead to others: feeds and their entries, lists of links, what a search has found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry of a feed brings with it, such as the episode of a podcast (RSS 2.0, `enclosure`).

    `media_type` is bare and in lower case, `size` in bytes, `seconds` how long it plays; each empty or 0 where the
    feed does not say.
    """

    url: str
    media_type: str = ""
    size: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a listing; `url` is empty where it leads nowhere and is read where it stands.

    `date` is `YYYY-MM-DD` or empty, `published` the same moment in seconds since the epoch or 0; `section` is
    the heading that the page puts over the entry, or empty; `comments` is where readers talk about it, if not there.
    """

    title: str
    url: str
    summary: str = ""
    date: str = ""
    published: float = 0
    section: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    comments: str = ""


@dataclass(frozen=True, slots=True)
class EntryText:
    """The text of an entry as its feed has it: markup, of a day `YYYY-MM-DD` or none that is known."""

    url: str
    title: str
    date: str
    markup: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed, or anything else that is a list of things to read; `feeds` are those that a page names as its own.

    `cut` is a sentence where its end is missing, or empty; `links` are those of the page, as in `Article`. `texts` are
    of entries, until they are kept elsewhere; `versions` other addresses of a page of which only its links were read.
    """

    url: str
    title: str
    entries: tuple[Entry, ...]
    summary: str = ""
    feeds: tuple[Entry, ...] = ()
    cut: str = ""
    texts: tuple[EntryText, ...] = ()
    versions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What a search engine answered at `url`: `suggestion` are words that it would rather search for, or empty;
    `following` is where it has the next results, or empty."""

    url: str
    results: tuple[Entry, ...]
    suggestion: str = ""
    following: str = ""
