"""How good is extraction? `python -m bench.extraction --corpus FOLDER [--only NAME,NAME] [--every N]`.

For each corpus and each extractor that is installed: precision, recall, F1, pages of which it found nothing, and
milliseconds of CPU a page. The program's own weights were trained on the development part of these corpora; what it
does on pages that it has not seen is measured by `bench.extraction.train`, or on pages kept aside.
"""

import argparse
import logging
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from bench.extraction.corpora import SavedPage, corpora_in, load
from bench.extraction.peers import Peer, installed
from bench.extraction.score import score


def main() -> None:
    """Measure, and print a table."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of NAME.PART.zip")
    parser.add_argument("--only", default="", help="names of corpora")
    parser.add_argument("--every", type=int, default=1, help="each so-and-so-many-th page alone")
    options = parser.parse_args()
    print(f"{'corpus':13} {'extractor':22} pages   P     R     F1   none  median  95% ms")
    for corpus in options.only.split(",") if options.only else corpora_in(options.corpus):
        pages = load(options.corpus, corpus)[:: options.every]
        for name, peer in installed().items():
            print(row(corpus, name, pages, peer), flush=True)


def row(corpus: str, name: str, pages: Sequence[SavedPage], peer: Peer) -> str:
    """Return the line of one extractor on one corpus."""
    texts, times = [], []
    for page in pages:
        started = time.process_time()
        texts.append(peer(page.html, page.url))
        times.append((time.process_time() - started) * 1000)
    found = score(pages, texts)
    late = sorted(times)[int(len(times) * 0.95)]
    return (
        f"{corpus:13} {name:22} {len(pages):5} {found.precision:.3f} {found.recall:.3f} {found.f1:.3f} "
        f"{sum(not text.strip() for text in texts):5} {statistics.median(times):7.1f} {late:7.1f}"
    )


if __name__ == "__main__":
    main()
