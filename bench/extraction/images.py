"""Which pictures of an article are found? `python -m bench.extraction.images --corpus FOLDER [--only A,B] [--show]`.

Of each corpus that says which pictures its pages have: precision and recall over all pictures. One is found where any
of its addresses is, by host and path, or by the address that a resizer wraps. `--show` lists what is missing (`-`) and
what is none (`+`).
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from bench.extraction.corpora import SavedPage, corpora_in, load
from bench.extraction.outcome import extract


def main() -> None:
    """Measure, and print a line for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of NAME.PART.zip")
    parser.add_argument("--only", default="", help="names of corpora")
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    for corpus in options.only.split(",") if options.only else corpora_in(options.corpus):
        pages = [page for page in load(options.corpus, corpus) if page.images]
        if pages:
            print(row(corpus, pages, options.show))


def row(corpus: str, pages: Sequence[SavedPage], show: bool) -> str:
    """Return the line of one corpus."""
    hit = there = given = 0
    for page in pages:
        found = {key(url, page.url) for url in extract(page.html, page.url)["images"] if not url.startswith("data:")}
        true = [{key(url, page.url) for url in group} for group in page.images]
        hit, there, given = hit + sum(bool(group & found) for group in true), there + len(true), given + len(found)
        if show:
            print(*differences(page, true, found), sep="\n")
    return f"{corpus:13} {len(pages):4} pages  precision {hit / max(1, given):.3f}  recall {hit / max(1, there):.3f}"


def differences(page: SavedPage, true: Sequence[set[str]], found: set[str]) -> Iterator[str]:
    """Yield the address of a page, and what is missing on it or wrong."""
    known = set().union(*true)
    yield f"  {page.id} {page.url}"
    yield from (f"    - {min(group)}" for group in true if not group & found)
    yield from (f"    + {each}" for each in sorted(found - known))


def key(url: str, page: str) -> str:
    """Return what names a picture: host and path, or those of the address that a resizer wraps."""
    parts = urlsplit(urljoin(page, url.strip()))
    for values in parse_qs(parts.query).values():
        for value in values:
            if value.startswith(("http://", "https://")) or (value.startswith("/") and "." in value[-6:]):
                return key(value, url)
    return unquote((parts.hostname or "") + parts.path).lower()


if __name__ == "__main__":
    main()
