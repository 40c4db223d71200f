"""How fast are cold and cached reads? `make bench`, or `make bench PAGES=folder` for a folder of saved pages.

The pages are served from the loopback and read through gunicorn. A cold read is compared with the time that
readability-lxml alone needs for the same pages in this process, the origin's own time taken off; a cached
one with an empty Flask view under the same gunicorn.
"""

import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import quote

from readability import Document

from app.fetch.decode import decode
from bench.server import family_memory, folder, get, gunicorn, peak_memory
from tests.modern_site import LIGHTHOUSE, Story, modern_page

ROUNDS = 10  # how often each page is read from the cache
CLIENTS = 4  # how many readers ask at once where pages per second are counted


def main() -> None:
    """Measure, and print a table."""
    logging.disable(logging.CRITICAL)
    pages = saved_pages(Path(sys.argv[1])) if len(sys.argv) > 1 else own_pages()
    with tempfile.TemporaryDirectory() as store, folder(pages) as origin:
        settings = {
            "NEWS68K_STORE_URL": f"sqlite:///{store}/bench.sqlite3",
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
        }
        paths = [f"/read?url={quote(f'http://127.0.0.1:{origin}{path}', safe='')}" for path in pages]
        with gunicorn("wsgi:app", settings) as (port, process), gunicorn("bench.empty:app", {}) as (other, _):
            get(port, "/about")
            cold = times(port, paths)
            cached, empty = in_turn(port, paths * ROUNDS, other)
            rate, empty_rate = per_second(port, paths * ROUNDS), per_second(other, ["/"] * len(paths) * ROUNDS)
            memory, all_memory = peak_memory(process), family_memory(process)
        fetched = times(origin, pages)
    alone = [clocked(partial(readability_alone, page)) for page in pages.values()]
    print(f"{len(pages)} pages, median {statistics.median(map(len, pages.values())) / 1024:.0f} KB; milliseconds")
    report("cold read", cold)
    report("  of it the origin's", fetched)
    report("readability-lxml alone", alone)
    report("cached read", cached)
    report("empty Flask view", empty)
    own = sum(cold) - sum(fetched)
    print(f"cold, less the origin's time / readability-lxml alone: {own / sum(alone):.2f}")
    print(f"cached / empty view: {statistics.median(cached) / statistics.median(empty):.2f}")
    print(f"pages a second, {CLIENTS} readers at once: cached {rate:.0f}, empty view {empty_rate:.0f}")
    print(f"peak memory of a worker: {memory / 1024 / 1024:.0f} MiB")
    print(f"memory of all processes at the end: {all_memory / 1024 / 1024:.0f} MiB")


def saved_pages(path: Path) -> dict[str, bytes]:
    """Return the HTML files of a folder by the path under which they are served.

    Raises `SystemExit` with a sentence where there is none.
    """
    pages = {f"/{file.name}": file.read_bytes() for file in sorted(path.glob("*.htm*"))}
    if not pages:
        raise SystemExit(f"There is no page in {path}: no file whose name ends in .htm or .html.")
    return pages


def own_pages() -> dict[str, bytes]:
    """Return pages of our own making, from one to twelve times a usual article long."""
    pages = {}
    for number in range(1, 41):
        text = LIGHTHOUSE.paragraphs * (1 + number % 12)
        paragraphs = tuple(f"{words} ({place})" for place, words in enumerate(text))
        story = Story(f"Story {number}: {LIGHTHOUSE.title}", LIGHTHOUSE.deck, paragraphs, LIGHTHOUSE.images)
        pages[f"/{number}.html"] = modern_page(story).encode()
    return pages


def readability_alone(page: bytes) -> None:
    """Do what readability-lxml does with the text of a page."""
    try:
        Document(decode(page)).summary()
    except Exception as error:  # what it raises on odd pages is not what is measured
        logging.debug("readability-lxml: %s", error)


def clocked(call: Callable[[], object]) -> float:
    """Return how many seconds `call` takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def times(port: int, paths: Iterable[str]) -> list[float]:
    """Return the seconds that each path takes, one after the other."""
    return [get(port, path)[2] for path in paths]


def in_turn(port: int, paths: Iterable[str], other: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each path, and of the other server's `/` right after it, so that both meet one machine."""
    pairs = [(get(port, path)[2], get(other, "/")[2]) for path in paths]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def per_second(port: int, paths: list[str]) -> float:
    """Return how many answers a second `CLIENTS` readers get."""
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as readers:
        list(readers.map(lambda path: get(port, path), paths))
    return len(paths) / (time.perf_counter() - start)


def report(name: str, seconds: list[float]) -> None:
    """Print a row: how many a second, median and 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    median, late = statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000
    print(f"{name:24} {len(ordered) / sum(ordered):8.0f}/s   median {median:7.2f}   95% {late:7.2f}")


if __name__ == "__main__":
    main()
