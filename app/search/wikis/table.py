"""What reads the answers of a wiki, by where they come from."""

from functools import partial

from app.errors import OriginFailed
from app.fetch.decode import text_of
from app.models import FetchedPage, ReferencePage, SearchResults
from app.net.wikis import Wiki
from app.search.engine import NO_SENSE
from app.search.engines import mediawiki
from app.search.wikis import definitions, entries


def answered(wiki: Wiki, url: str, page: FetchedPage) -> ReferencePage | SearchResults:
    """Return what `wiki` answered at `url`: an entry, or what may be meant. Raises `ReaderError`."""
    if wiki.language_of(url) is None:
        raise OriginFailed(NO_SENSE)
    text = text_of(page)
    if definitions.is_address(url):
        return definitions.entry(wiki, url, text)
    return entries.entry(wiki, url, text) if entries.is_address(url) else mediawiki.results(url, text)


def answers_of(wiki: Wiki) -> partial[ReferencePage | SearchResults]:
    """Return what reads the answers of `wiki`, for a process of its own."""
    return partial(answered, wiki)
