"""How fast are cold and cached reads? `make bench`, or `make bench PAGES=folder` for a folder of saved pages.

The pages are served from the loopback and read through gunicorn. A cold read is compared with the time that
readability-lxml alone needs for the same pages in this process, the origin's own time taken off; a cached
one with an empty Flask view under the same gunicorn. `--only-cached` leaves out all but the table of cached reads a
second, for the numbers of workers that `--workers` names; both sites are asked in turn, so that they meet one machine.
"""

import argparse
import logging
import os
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from readability import Document

from app.fetch.decode import decode
from bench.server import cpu_of_family, family_memory, folder, get, gunicorn, peak_memory
from tests.modern_site import LIGHTHOUSE, Story, modern_page

ROUNDS = 10  # how often each page is read from the cache
CLIENTS = 4  # how many readers ask at once where pages per second are counted
WORKERS = (1, 2, 4)
TURNS = 9  # how often each of two sites is asked for all of its pages, in turn


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", type=Path, help="a folder of saved pages")
    parser.add_argument("--workers", nargs="+", type=int, default=WORKERS)
    parser.add_argument("--only-cached", action="store_true")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = saved_pages(asked.pages) if asked.pages else own_pages()
    if not asked.only_cached:
        cold_and_cached(pages)
    cached_a_second(pages, asked.workers)


def site_settings(store: str) -> dict[str, str]:
    """Return the settings of a site that keeps what it reads in the folder `store`, and may read the loopback."""
    return {
        "NEWS68K_STORE_URL": f"sqlite:///{store}/bench.sqlite3",
        "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
    }


def paths_of(origin: int, pages: Iterable[str]) -> list[str]:
    """Return the paths under which a site reads the pages of the port `origin`."""
    return [f"/read?url={quote(f'http://127.0.0.1:{origin}{path}', safe='')}" for path in pages]


def cold_and_cached(pages: Mapping[str, bytes]) -> None:
    """Print how long cold and cached reads take, and what memory, with two workers."""
    with tempfile.TemporaryDirectory() as store, folder(pages) as origin:
        paths = paths_of(origin, pages)
        with (
            gunicorn("wsgi:app", site_settings(store)) as (port, process),
            gunicorn("bench.empty:app", {}) as (other, _),
        ):
            get(port, "/about")
            cold = times(port, paths)
            cached, empty = in_turn(port, paths * ROUNDS, other)
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
    print(f"peak memory of a worker: {memory / 1024 / 1024:.0f} MiB")
    print(f"memory of all processes at the end: {all_memory / 1024 / 1024:.0f} MiB")


def cached_a_second(pages: Mapping[str, bytes], numbers: Iterable[int]) -> None:
    """Print how many cached pages and empty views a second so many workers answer, and the CPU of each."""
    print(
        f"| workers | cached read, a second | empty view, a second | beside it | of {TURNS} turns | CPU of each, ms |"
    )
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as store, folder(pages) as origin, open(os.devnull, "w") as log:
        paths = paths_of(origin, pages)
        for workers in numbers:
            with (
                gunicorn("wsgi:app", site_settings(store), workers, log.fileno()) as (port, process),
                gunicorn("bench.empty:app", {}, workers, log.fileno()) as (other, other_process),
            ):
                sites = [
                    Asked(port, process.pid, paths * ROUNDS),
                    Asked(other, other_process.pid, ["/"] * len(paths) * ROUNDS),
                ]
                for site in sites:
                    per_second(site.port, site.paths)
                turns = [tuple(map(asked_once, sites)) for _ in range(TURNS)]
            print_turns(workers, turns)


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


@dataclass(frozen=True, slots=True)
class Asked:
    """A running server, and what it is asked for again and again."""

    port: int
    process: int
    paths: list[str]


def asked_once(site: Asked) -> tuple[float, float]:
    """Return how many answers a second a server gives, and the milliseconds of CPU that each takes it."""
    before = cpu_of_family(site.process)
    rate = per_second(site.port, site.paths)
    return rate, (cpu_of_family(site.process) - before) / len(site.paths) * 1000


def per_second(port: int, paths: list[str]) -> float:
    """Return how many answers a second `CLIENTS` readers get, who do as little as they can beside the server."""
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as readers:
        for answer in readers.map(partial(raw_answer, port), paths):
            if not answer.startswith(b"HTTP/1.0 200 "):
                raise SystemExit(f"That was no page: {answer[:60]!r}")
    return len(paths) / (time.perf_counter() - start)


def raw_answer(port: int, path: str) -> bytes:
    """Ask for `path` with the least that can be said, and return all that comes."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def print_turns(workers: int, turns: Sequence[tuple[tuple[float, float], ...]]) -> None:
    """Print the row of two sites that were asked in turn: medians, and the quotients of the worst and the best turn."""
    (rate, cpu), (empty_rate, empty_cpu) = (
        [statistics.median(turn[site][figure] for turn in turns) for figure in (0, 1)] for site in (0, 1)
    )
    quotients = sorted(cached[0] / empty[0] for cached, empty in turns)
    beside, worst, best = statistics.median(quotients), quotients[0], quotients[-1]
    print(
        f"| {workers} | {rate:.0f} | {empty_rate:.0f} | {beside:.2f} | {worst:.2f} to {best:.2f} "
        f"| {cpu:.2f}, {empty_cpu:.2f} |"
    )


def report(name: str, seconds: list[float]) -> None:
    """Print a row: how many a second, median and 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    median, late = statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000
    print(f"{name:24} {len(ordered) / sum(ordered):8.0f}/s   median {median:7.2f}   95% {late:7.2f}")


if __name__ == "__main__":
    main()
