"""What a page needs to know of its content beforehand: the addresses that it links to, and its script."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from app.models import Article, Blocks, Listing, ReferencePage, runs_of
from app.text.charset_family import SAMPLE, family_of

# Titles that are looked at to tell in which script a list is.
SAMPLE_TITLES = 20


@dataclass(frozen=True, slots=True)
class PageNeeds:
    """`urls` are the addresses that need short ids; `family` is that of the character sets that can encode the page."""

    urls: tuple[str, ...]
    family: str


def article_needs(url: str, article: Article) -> PageNeeds:
    """Return what the page of an article needs, after one walk over its blocks; `url` is what was asked for."""
    sample, hrefs = _sample_and_links(article.title, article.blocks)
    urls = (url, article.url, *(image.url for image in article.images), *hrefs)
    return PageNeeds(urls, family_of(article.language, sample))


def entry_needs(url: str, entry: ReferencePage, blocks: Blocks) -> PageNeeds:
    """Return what a page of an entry with these blocks needs; `url` is what was asked for."""
    titles = " ".join((entry.title, *(section.title for section in entry.sections)))
    sample, hrefs = _sample_and_links(titles, blocks)
    urls = (url, entry.url, *(image.url for image in entry.images), *hrefs)
    return PageNeeds(urls, family_of(entry.language, sample))


def _sample_and_links(title: str, blocks: Blocks) -> tuple[str, dict[str, None]]:
    """Return the beginning of a text behind its title, and where its links lead."""
    hrefs: dict[str, None] = {}
    sample, length = [title], 0
    for run in runs_of(blocks):
        if length < SAMPLE:
            sample.append(run.text)
            length += len(run.text)
        if run.href and not run.href.startswith(("mailto:", "#")):
            hrefs[run.href] = None
    return " ".join(sample), hrefs


def listing_needs(url: str, listing: Listing) -> PageNeeds:
    """Return what the page of a list needs; `url` is what was asked for."""
    entries = (*listing.entries, *listing.feeds)
    files = (file.url for entry in entries for file in entry.enclosures)
    urls = (url, listing.url, *(each for entry in entries for each in (entry.url, entry.comments) if each), *files)
    return PageNeeds(urls, titles_family([listing.title, *(entry.title for entry in listing.entries)]))


def links_needs(url: str, page: Article | Listing) -> PageNeeds:
    """Return what the list of all links of a page needs; `url` is what was asked for."""
    parts = [link.partition(" ") for link in page.links]
    urls = (url, *(address for address, _, _ in parts))
    return PageNeeds(urls, titles_family([page.title, *(words for _, _, words in parts)]))


def titles_family(titles: Iterable[str]) -> str:
    """Return the family of character sets that can encode a list of titles, by the first of them."""
    return family_of("", " ".join(islice(titles, SAMPLE_TITLES)))
