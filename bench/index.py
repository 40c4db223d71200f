"""How well and how fast are lists told from articles? `python -m bench.index`, over the shapes of the tests.

With `--corpus FOLDER` also how many of the saved articles in it are taken for lists.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.errors import ReaderError
from app.extract.listing.classify import is_index
from app.extract.page import extract_page
from app.extract.parse import parse
from app.fetch.decode import decode
from app.models import Listing
from bench.extraction.corpora import corpora_in, load
from tests.extract.listing.shapes import HELD_OUT, TUNED, Shape

ROUNDS = 20  # how often each page is judged


def main() -> None:
    """Print the accuracy of both parts, what was misjudged, and the time that one judgement takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a folder of saved articles, as `bench.extraction` reads it")
    corpus = parser.parse_args().corpus
    for name, shapes in (("looked at while tuning", TUNED), ("held out", HELD_OUT), ("all", (*TUNED, *HELD_OUT))):
        wrong = misjudged(shapes)
        right = len(shapes) - len(wrong)
        print(f"{name:24} {right:3} of {len(shapes)} right, {100 * right / len(shapes):.1f} %")
    print("misjudged:", "; ".join(shape.name for shape in wrong) or "none")
    each = sorted(milliseconds(shape) for shape in (*TUNED, *HELD_OUT))
    print(f"milliseconds: median {statistics.median(each):.2f}, most {each[-1]:.2f}")
    if corpus is not None:
        false = list(false_lists(corpus))
        print(f"articles taken for lists: {len(false)} of {pages_in(corpus)}", *false, sep="\n")


def pages_in(corpus: Path) -> int:
    """Return how many saved articles a folder holds."""
    return sum(len(load(corpus, name)) for name in corpora_in(corpus))


def false_lists(corpus: Path) -> Iterator[str]:
    """Yield a line for each saved article that is read as a list."""
    for page in (page for name in corpora_in(corpus) for page in load(corpus, name)):
        try:
            found = extract_page(decode(page.html), page.url)
        except ReaderError:
            continue
        if isinstance(found, Listing):
            yield f"{page.corpus} {page.id} {page.url}: {len(found.entries)} entries"


def misjudged(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes of which `is_index` says what they are not."""
    return [shape for shape in shapes if is_index(parse(shape.markup), shape.url) != shape.index]


def milliseconds(shape: Shape) -> float:
    """Return the median time of one judgement; the page is parsed before."""
    root = parse(shape.markup)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        is_index(root, shape.url)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
