"""What does much that was read cost? `python -m bench.grown`, or with names of parts: memory, store.

`memory` reads 20,000 different articles through one worker and through two, with usual settings, and compares their
memory (PSS) with that after 2,000. `store` fills a store with ever more records, as large as those of articles are, and
reads cold articles, kept ones that come out of the store, and the same again out of memory. Everything is on the
loopback; it takes some fifteen minutes. The tables are for docs/operations.md.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from app.storage import Quota, open_store
from bench.reads import CLIENTS, paths_of, raw_answer, times
from bench.server import cpu_of_family, family_memory, folder, get, gunicorn
from bench.standin.pages import article

MIB = 1024 * 1024
READS = (2_000, 5_000, 10_000, 20_000)
RECORDS = (1_000, 10_000, 100_000, 300_000)
RECORD = 2_000  # bytes
PAGES = 60  # that are read from each store in each way
SETTLED = 5.0  # seconds after the last read, in which what is no longer needed is given back


class Articles(Mapping[str, bytes]):
    """The page of an article for each path that is a number."""

    def __getitem__(self, path: str) -> bytes:
        """Return the page. Raises `KeyError` where the path is no number."""
        number = path.removeprefix("/")
        if not number.isdecimal():
            raise KeyError(path)
        return article(int(number))

    def __iter__(self) -> Iterator[str]:
        """Yield none, for there is no end of them."""
        return iter(())

    def __len__(self) -> int:
        """Return how many are yielded."""
        return 0


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=["memory", "store", []], default=[])
    parser.add_argument("--most", type=int, default=RECORDS[-1], help="records in the largest store")
    parser.add_argument("--workers", nargs="+", type=int, default=[1, 2], help="whose memory is measured")
    asked = parser.parse_args()
    with folder(Articles()) as origin:
        if "memory" in (asked.parts or ["memory"]):
            print("| workers | different articles read | memory of all processes, MiB |\n|---|---|---|")
            for workers in asked.workers:
                print_memory(origin, workers)
        if "store" in (asked.parts or ["store"]):
            print_stores(origin, [each for each in RECORDS if each <= asked.most])


@contextmanager
def site(store: Path, workers: int) -> Iterator[tuple[int, int]]:
    """Run a site on a store in a folder, which may ask one host as often as it likes; yield port and process."""
    settings = {
        "NEWS68K_STORE_URL": f"sqlite:///{store}/bench.sqlite3",
        "NEWS68K_STORE_MAX_BYTES": str(8 * 1024 * MIB),
        "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
        "NEWS68K_HOST_PER_SECOND": "1000",
        "NEWS68K_HOST_CONCURRENCY": "100",
    }
    with open(os.devnull, "w") as log, gunicorn("wsgi:app", settings, workers, log.fileno()) as (port, process):
        yield port, process.pid


def read_all(port: int, paths: list[str]) -> None:
    """Read so many pages, a few at once. Raises `SystemExit` where one is none."""
    with ThreadPoolExecutor(CLIENTS) as readers:
        for answer in readers.map(partial(raw_answer, port), paths):
            if not answer.startswith(b"HTTP/1.0 200 "):
                raise SystemExit(f"That was no page: {answer[:60]!r}")


def print_memory(origin: int, workers: int) -> None:
    """Print the memory of a site after each number of different reads."""
    with tempfile.TemporaryDirectory() as store, site(Path(store), workers) as (port, process):
        done = 0
        for most in READS:
            read_all(port, paths_of(origin, [f"/{number}" for number in range(done, most)]))
            done = most
            time.sleep(SETTLED)
            print(f"| {workers} | {most} | {family_memory(process) / MIB:.0f} |", flush=True)


def print_stores(origin: int, sizes: list[int]) -> None:
    """Print what reads take with each number of records in the store, medians in milliseconds."""
    print("| records | file, MiB | cold | its CPU | kept, out of the store | kept, out of memory |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        store, filled = Path(name), 0
        for turn, records in enumerate(sizes, 1):
            fill(store, filled, records)
            filled = records
            paths = paths_of(origin, [f"/{turn}{number:06}" for number in range(PAGES)])
            with site(store, 1) as (port, process):
                get(port, "/about")
                before = cpu_of_family(process)
                cold = times(port, paths)
                cpu = (cpu_of_family(process) - before) / PAGES * 1000
            with site(store, 1) as (port, _):
                get(port, "/about")
                stored, kept = times(port, paths), times(port, paths)
            size = (store / "bench.sqlite3").stat().st_size / MIB
            first, *others = (f"{statistics.median(each) * 1000:.2f}" for each in (cold, stored, kept))
            print(f"| {records} | {size:.0f} | {first} | {cpu:.1f} | {' | '.join(others)} |", flush=True)


def fill(store: Path, first: int, end: int) -> None:
    """Put records of nothing into the store, numbered from `first` to before `end`."""
    with closing(open_store(f"sqlite:///{store}/bench.sqlite3", 8 * 1024 * MIB)) as found:
        for number in range(first, end):
            found.set(f"filler:{number}", os.urandom(RECORD), 7 * 86400, Quota.PAGES)


if __name__ == "__main__":
    main()
