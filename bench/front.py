"""How fast is a front page, and what is left of it? `python -m bench.front`: eight papers on the loopback.

First one of them hangs: cold is the first reader's wait, which ends with half of the patience where one source is
silent.
Then two other editions have nothing but feeds that hang, and their pages are asked for at the same time. At last all
papers but one fail in each of the ways that there are.
"""

import statistics
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.server import get, gunicorn
from tests.news.town import FAILURES, Paper, sources_file, town

READS = 200
HANGING_EDITIONS, HANGING_FEEDS = ("us", "gb"), 13


def main() -> None:
    """Measure, and print."""
    _print_times()
    _print_neighbours()
    print(f"\n{'failure':<10} {'one paper left':>15}")
    for failure in FAILURES:
        print(f"{failure:<10} {_left(failure):>15}")


def _print_times() -> None:
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        papers[3].fail("hanging")
        with gunicorn("wsgi:app", town_settings(papers, Path(folder))) as (port, _):
            _, page, cold = get(port, "/")
            cached = sorted(get(port, "/")[2] * 1000 for _ in range(READS))
    print(f"cold {cold:.2f} s, {len(page)} bytes, {page.count(b'<h3>')} stories")
    print(
        f"cached: median {statistics.median(cached):.1f} ms, 95% {cached[int(READS * 0.95)]:.1f}, most {cached[-1]:.1f}"
    )


def _print_neighbours() -> None:
    """Print what an edition has while others hang, as the first page and as the next one."""
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        FAILURES["hanging"](papers[0].origin, "/hang")
        addresses = [papers[0].origin.url(f"/hang?{number}") for number in range(HANGING_FEEDS)]
        listed = ", ".join(f'"{address}"' for address in addresses)
        others = "".join(f"[{code}.feeds]\ntop = [{listed}]\n" for code in HANGING_EDITIONS)
        settings = town_settings(papers, Path(folder), others)
        with gunicorn("wsgi:app", settings) as (port, _), ThreadPoolExecutor(len(HANGING_EDITIONS)) as readers:
            for code in HANGING_EDITIONS:
                readers.submit(get, port, f"/{code}/")
            pages = [get(port, "/in/") for _ in range(2)]
    counts = ", then ".join(f"{page.count(b'<h3>')} stories in {seconds:.2f} s" for _, page, seconds in pages)
    print(f"beside {len(HANGING_EDITIONS)} editions of {HANGING_FEEDS} hanging feeds: {counts}")


def _left(failure: str) -> str:
    """Return how many stories a front page has, and when, where all papers but one fail in this way."""
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        for paper in papers[1:]:
            paper.fail(failure)
        with gunicorn("wsgi:app", town_settings(papers, Path(folder))) as (port, _):
            _, page, seconds = get(port, "/")
    return f"{page.count(b'<h3>')} in {seconds:.2f} s"


def town_settings(papers: Sequence[Paper], folder: Path, more: str = "") -> dict[str, str]:
    """Return the settings of a site made of these papers, whose files are in `folder`; `more` are other editions."""
    file = folder / "sources.toml"
    file.write_text(sources_file(list(papers)) + more)
    return {
        "NEWS68K_BING_NEWS_URL": "http://127.0.0.1:7",
        "NEWS68K_DEFAULT_EDITION": "in",
        "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
        "NEWS68K_GOOGLE_NEWS_URL": "http://127.0.0.1:9",
        "NEWS68K_SOURCES_FILE": str(file),
        "NEWS68K_STORE_URL": f"sqlite:///{folder}/bench.sqlite3",
    }


if __name__ == "__main__":
    main()
