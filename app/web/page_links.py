"""What a page needs to know of a reading beforehand: the addresses it links to, and the language it is in."""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.models import Article, Blocks, Embed, Heading, ItemList, Listing, Paragraph, Quote, Runs, Table, text_of
from app.text.charset_family import family_of

# What is looked at to tell in which script a text is.
SAMPLE_BLOCKS, SAMPLE_TITLES = 12, 20


def article_addresses(url: str, article: Article) -> Iterator[str]:
    """Yield every address that the page of an article needs a short id for."""
    yield url
    yield article.url
    yield from (picture.url for picture in article.pictures)
    yield from _hrefs(article.blocks)


def listing_addresses(url: str, listing: Listing) -> Iterator[str]:
    """Yield every address that the page of a list needs a short id for."""
    yield url
    yield listing.url
    yield from (entry.url for entry in (*listing.entries, *listing.feeds))


def article_family(article: Article) -> str:
    """Return the family of character sets that can say an article."""
    sample = " ".join([article.title, *map(text_of, article.blocks[:SAMPLE_BLOCKS])])
    return family_of(article.language, sample)


def listing_family(listing: Listing) -> str:
    """Return the family of character sets that can say a list."""
    return titles_family([listing.title, *(entry.title for entry in listing.entries)])


def titles_family(titles: Iterable[str]) -> str:
    """Return the family of character sets that can say a list of titles, by the first of them."""
    return family_of("", " ".join(islice(titles, SAMPLE_TITLES)))


def _hrefs(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from _followed(runs)
            case Embed(_, _, url):
                yield url
            case Quote(inner):
                yield from _hrefs(inner)
            case ItemList(_, items):
                for item in items:
                    yield from _hrefs(item)
            case Table(rows, _, caption):
                for cell in (caption, *(cell for row in rows for cell in row)):
                    yield from _followed(cell)


def _followed(runs: Runs) -> Iterator[str]:
    return (run.href for run in runs if run.href and not run.href.startswith("mailto:"))
