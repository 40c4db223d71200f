"""The links in a text, as the list of links of a page has them."""

from itertools import groupby

from app.extract.listing.page_links import MOST_LINKS, MOST_WORDS, name_of
from app.models import Blocks, runs_of
from app.text.normalize import line


def links_in(blocks: Blocks) -> tuple[str, ...]:
    """Return each address that blocks lead to, a space, and the words of the link, in their order."""
    found: dict[str, str] = {}
    for url, runs in groupby(runs_of(blocks), lambda run: run.href):
        words = line("".join(run.text for run in runs))[:MOST_WORDS]
        if url.startswith(("http://", "https://")) and not found.get(url) and (url in found or len(found) < MOST_LINKS):
            found[url] = words
    return tuple(f"{url} {words or name_of(url)}" for url, words in found.items())
