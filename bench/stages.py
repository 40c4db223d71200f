"""Where does the CPU of a cold read go? `python -m bench.stages --corpus FOLDER [--pages 150] [--slowest 5]`.

Every so-and-so-many-th page of the saved ones is decoded, read, passed from one process to another and typeset in this
process, in turn with readability-lxml alone from bytes; each is done three times and the least time counts, since
whatever else runs on the machine only adds to it. A row is what a stage takes without those that it calls.
"""

import argparse
import gc
import logging
import pickle
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from importlib import import_module
from pathlib import Path

from app.errors import ReaderError
from app.extract.article import pipeline
from app.extract.page import extract_page
from app.fetch.decode import decode
from app.isolation.zygote import COLLECTED_AFTER
from app.models import Article, Listing
from app.render.pages import Pages
from app.render.pages.articles import ArticleView
from app.render.profiles.profiles import UNIVERSAL
from bench.extraction.corpora import SavedPage, corpora_in, load
from bench.reads import readability_alone
from bench.typeset import framed
from config import ROOT

ROUNDS = 3
# Functions by the module that calls them; what is not in a row of its own counts for whatever called it.
_CALLED = {
    "app.extract.page": (
        "parse_held",
        "versions_in",
        "next_page_in",
        "page_links",
        "is_index",
        "index_listing",
        "article_in",
        "evidence_in",
        "wall_of_page",
        "paywall_in",
        "_listing_without_text",
        "_listing_for_few_words",
        "_refuse_wall",
    ),
    "app.extract.parse": (
        "_writable",
        "_refuse_attribute_floods",
        "_tree",
        "_bounded",
        "place_templates",
        "spell_out",
    ),
    "app.extract.article.pipeline": (
        "read_metadata",
        "hidden_text",
        *(stage.__name__ for stage in pipeline.stages()),
        "_article",
    ),
    "app.extract.scoring": ("page_text", "choose", "prune"),
    "app.extract.scoring.model": ("rows_of", "token_rows", "second_rows"),
}


class Clock:
    """Seconds of CPU by stage, each without the stages within it."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._within = [0.0]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens inside as the stage `name`."""
        self._within.append(0.0)
        started = time.process_time()
        try:
            yield
        finally:
            took = time.process_time() - started
            self.seconds[name] += took - self._within.pop()
            self._within[-1] += took

    def timed(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        """Return `call` as one that is counted."""

        @wraps(call)
        def counted(*arguments: object, **named: object) -> object:
            with self.stage(name):
                return call(*arguments, **named)

        return counted


def main() -> None:
    """Measure, and print two tables."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of NAME.PART.zip")
    parser.add_argument("--only", default="", help="names of corpora")
    parser.add_argument("--pages", type=int, default=150, help="how many")
    parser.add_argument("--slowest", type=int, default=0, help="name so many pages that take longest")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else corpora_in(options.corpus)
    saved = [page for name in names for page in load(options.corpus, name)]
    if not saved:
        raise SystemExit(f"There is no collection of saved pages in {options.corpus}: no file NAME.PART.zip.")
    chosen = saved[:: max(1, len(saved) // options.pages)]
    report_whole(chosen, options.slowest)
    report_stages(chosen)


def report_whole(saved: list[SavedPage], slowest: int) -> None:
    """Print the milliseconds of whole reads beside those of readability-lxml, as if no stage were looked at."""
    pages = Pages(ROOT / "templates")
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER)  # as in the processes for tasks
    rows = []
    for page in saved:
        own, alone = [], []
        for _ in range(ROUNDS):
            own.append(seconds(partial(cold_read, Clock(), pages, page)))
            alone.append(seconds(partial(readability_alone, page.html)))
        rows.append((min(own), min(alone), page))
    own, alone = [row[0] for row in rows], [row[1] for row in rows]
    print(f"{len(rows)} pages, milliseconds of CPU: median, 95th percentile, mean")
    for name, times in (("cold read", own), ("readability-lxml alone", alone)):
        print(f"{name:26} {median(times):7.2f} {late(times):7.2f} {statistics.mean(times) * 1000:7.2f}")
    shares = (median(own) / median(alone), late(own) / late(alone), sum(own) / sum(alone))
    print(f"{'share':26} {shares[0]:7.2f} {shares[1]:7.2f} {shares[2]:7.2f}")
    for took, other, page in sorted(rows, key=lambda row: row[0] - row[1], reverse=True)[:slowest]:
        print(f"  {page.corpus} {page.id}: {took * 1000:.0f} beside {other * 1000:.0f}")


def report_stages(saved: list[SavedPage]) -> None:
    """Print the milliseconds of each stage."""
    clock = Clock()
    for module, names in _CALLED.items():
        found = import_module(module)
        for name in names:
            setattr(found, name, clock.timed(name.strip("_"), getattr(found, name)))
    pages = Pages(ROOT / "templates")
    each: dict[str, list[float]] = defaultdict(list)
    for page in saved:
        rounds = []
        for _ in range(ROUNDS):
            clock.seconds.clear()
            cold_read(clock, pages, page)
            rounds.append(dict(clock.seconds))
        least = min(rounds, key=lambda row: sum(row.values()))
        for name, took in least.items():
            each[name].append(took)
    whole = sum(map(sum, each.values()))
    print(f"\n{'stage':26}  median     95%    mean  of all")
    for name, times in sorted(each.items(), key=lambda row: -sum(row[1])):
        filled = times + [0.0] * (len(saved) - len(times))
        mean = sum(times) / len(saved) * 1000
        print(f"{name:26} {median(filled):7.2f} {late(filled):7.2f} {mean:7.2f} {sum(times) / whole:7.1%}")


def cold_read(clock: Clock, pages: Pages, page: SavedPage) -> None:
    """Do to the bytes of a page what a read does that finds nothing kept, but for fetching and storing them."""
    url = page.url or "http://page.example/story.html"
    with clock.stage("decode"):
        text = decode(page.html)
    found: Article | Listing | ReaderError
    with clock.stage("extract_page"):
        try:
            found = extract_page(text, url)
        except ReaderError as error:
            found = error
    with clock.stage("transfer"):
        pickle.loads(pickle.dumps((text, url), pickle.HIGHEST_PROTOCOL))
        pickle.loads(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    if isinstance(found, Article):
        with clock.stage("typeset"):
            pages.articles.page(framed(found, UNIVERSAL), ArticleView(found, url), 1)


def seconds(call: Callable[[], object]) -> float:
    """Return the CPU that `call` takes, garbage of others taken out before."""
    gc.collect()
    started = time.process_time()
    call()
    return time.process_time() - started


def median(times: list[float]) -> float:
    """Return the median in milliseconds."""
    return statistics.median(times) * 1000


def late(times: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return sorted(times)[int(len(times) * 0.95)] * 1000


if __name__ == "__main__":
    main()
