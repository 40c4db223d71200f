"""How much does the site bear? `python -m bench.load`, or with names of parts: rates, cold, beside, slow, front.

Eight readers ask as fast as they are answered, under gunicorn with 1, 2 and 4 workers and each kind of store: for kept
articles, cold ones, front pages and pictures. Then what one sort of reader costs another. Everything is on the
loopback, and it ends by itself after some five minutes. The tables are for docs/operations.md.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from itertools import count, cycle
from pathlib import Path
from statistics import median
from urllib.parse import quote

from app.news.editions import EDITIONS
from bench.server import gunicorn
from bench.standin.pages import ARTICLES, ARTICLES_EACH
from bench.standin.web import StandIn, fault_of, host_of
from bench.wire import MODEM, Reply, ask
from tests.redis_server import RedisServer

CLIENTS, SECONDS = 8, 5.0
WORKERS = (1, 2, 4)
STORES = ("sqlite", "redis")
KEPT = 20
# Cold reads and pictures a second beside kept ones.
COLD_BESIDE, PICTURES_BESIDE = 10, 1
SLOW_READERS = 500
# A story of an edition stands in so many papers, which makes the record of a front page some 500 KB in memory.
SITES_OF_AN_EDITION, PAPERS = 12, 4
SOUND = [number for number in range(ARTICLES) if fault_of(number) is None]

Paths = Iterator[str]
_numbers = count()


class Site:
    """A running site: its port, and the paths of what it is asked for."""

    def __init__(self, port: int, web: StandIn) -> None:
        """Take where it listens and what it reads."""
        self.port = port
        self._web = web

    def reading(self, url: str) -> str:
        """Return the path under which it reads an address."""
        return f"/~netscape/read?url={quote(url, safe='')}"

    def kept(self) -> Paths:
        """Yield the same few articles again and again."""
        return cycle([self.reading(self._web.url(number)) for number in SOUND[:KEPT]])

    def cold(self) -> Paths:
        """Yield articles that nobody has read."""
        return (self.reading(f"{self._web.url(SOUND[each % len(SOUND)])}?{each}") for each in _numbers)

    def fronts(self) -> Paths:
        """Yield front pages."""
        return cycle(("/~netscape/us/", "/~netscape/us/world", "/~macplus/us/"))

    def pictures(self) -> Paths:
        """Yield the pages of pictures that nobody has seen, each of which has one converted."""
        for each in _numbers:
            number = SOUND[each % len(SOUND)]
            host = f"{host_of(number // ARTICLES_EACH)}:{self._web.ports.http}"
            yield self.reading(f"http://{host}/pictures/{number}.png?{each}")


@contextmanager
def site(web: StandIn, store: str, workers: int, editions: bool = False) -> Iterator[Site]:
    """Run a site with so many workers on a new store."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        url = f"sqlite:///{folder}/bench.sqlite3"
        if store == "redis":
            url = stack.enter_context(RedisServer(folder)).url
        (folder / "sources.toml").write_text(sources(web, [each.code for each in EDITIONS] if editions else ["us"]))
        settings = {
            "NEWS68K_STORE_URL": url,
            "NEWS68K_SOURCES_FILE": f"{folder}/sources.toml",
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_METRICS_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_GOOGLE_NEWS": "off",
            "NEWS68K_BING_NEWS": "off",
            "NEWS68K_NEWS_FRESH_SECONDS": "3600",
        }
        with gunicorn("wsgi:app", settings, workers, log=subprocess.DEVNULL) as (port, _):
            yield Site(port, web)


def sources(web: StandIn, codes: list[str]) -> str:
    """Return a file of sources in which each edition has the stories of a dozen sound sites, each in four papers."""
    sites = sorted({number // ARTICLES_EACH for number in SOUND})
    text = ""
    for place, code in enumerate(codes):
        chosen = [sites[(place * 3 + each) % len(sites)] for each in range(SITES_OF_AN_EDITION)]
        pairs = ((sites[(sites.index(each) + paper) % len(sites)], each) for each in chosen for paper in range(PAPERS))
        feeds = ", ".join(f'"{web.feed(*pair)}"' for pair in pairs)
        text += f"[{code}.feeds]\ntop = [{feeds}]\nworld = [{feeds}]\n"
    return text


async def hammer(site: Site, paths: Paths, clients: int = CLIENTS, seconds: float = SECONDS) -> list[Reply]:
    """Return what so many readers get who ask as soon as they are answered."""
    replies: list[Reply] = []
    end = time.monotonic() + seconds

    async def read() -> None:
        while time.monotonic() < end:
            replies.append(await ask(site.port, next(paths)))

    await asyncio.gather(*(read() for _ in range(clients)))
    return replies


async def warmed(site: Site) -> None:
    """Let every worker have the kept articles and the front pages in its memory."""
    for paths, many in ((site.kept(), KEPT), (site.fronts(), 3)):
        for path in [next(paths) for _ in range(many)] * 4 * max(WORKERS):
            await ask(site.port, path)


@asynccontextmanager
async def beside(*works: Callable[[], "asyncio.Task[None]"]) -> AsyncIterator[None]:
    """Have work go on meanwhile."""
    tasks = [work() for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def again(site: Site, paths: Paths, per_second: float) -> None:
    """Ask so often a second, whether those before were answered or not."""
    under_way = set[asyncio.Task[Reply]]()
    while True:
        task = asyncio.create_task(ask(site.port, next(paths)))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        await asyncio.sleep(1 / per_second)


async def with_a_modem(site: Site, paths: Paths) -> None:
    """Read one page after the other at 14.4 kbit/s."""
    while True:
        await ask(site.port, next(paths), rate=MODEM)


def figures(replies: list[Reply]) -> tuple[float, float, float]:
    """Return the 50th, 95th and 99th percentile of the seconds, as milliseconds."""
    waits = sorted(each.seconds * 1000 for each in replies)
    at = [waits[min(len(waits) - 1, int(len(waits) * part))] for part in (0.5, 0.95, 0.99)]
    return at[0], at[1], at[2]


def cells(replies: list[Reply], seconds: float = SECONDS) -> str:
    """Return the cells of a table: answers a second, percentiles, and how many were none."""
    refused = sum(each.status != 200 for each in replies)
    late = ", ".join(f"{each:.1f}" for each in figures(replies))
    return f"{len(replies) / seconds:.0f}/s; {late} ms{f'; {refused} refused !' if refused else ''}"


def rates(web: StandIn) -> None:
    """Print how many answers a second there are of each kind."""
    print("| store | workers | kept articles | cold articles | front pages | pictures |\n|---|---|---|---|---|---|")
    for store in STORES:
        for workers in WORKERS:
            with site(web, store, workers) as running:
                print(f"| {store} | {workers} | {' | '.join(asyncio.run(_kinds(running)))} |", flush=True)


async def _kinds(running: Site) -> list[str]:
    await warmed(running)
    kinds = (running.kept(), running.cold(), running.fronts(), running.pictures())
    return [cells(await hammer(running, each)) for each in kinds]


def cold(web: StandIn) -> None:
    """Print what eight readers of cold articles get beside what one gets, with one worker."""
    with site(web, "sqlite", 1) as running:
        asyncio.run(warmed(running))
        alone = asyncio.run(hammer(running, running.cold(), 1, 2 * SECONDS))
        many = asyncio.run(hammer(running, running.cold(), CLIENTS, 2 * SECONDS))
    print(f"cold, one worker, 1 client: {cells(alone, 2 * SECONDS)}; {CLIENTS} clients: {cells(many, 2 * SECONDS)}")
    print(f"reads a second, {CLIENTS} clients / 1: {len(many) / len(alone):.2f} (wanted 1.1)")
    print(f"p99 at {CLIENTS} clients / p50 at 1: {figures(many)[2] / figures(alone)[0]:.1f} (wanted 12 at most)")


def beside_work(web: StandIn) -> None:
    """Print what ten cold reads and a picture a second cost a reader of kept articles, with two workers."""
    with site(web, "sqlite", 2) as running:
        quiet, busy = asyncio.run(_beside_work(running))
    print(f"kept, quiet: {cells(quiet)}; beside {COLD_BESIDE} cold reads and a picture a second: {cells(busy)}")
    print(f"p99 beside / quiet: {figures(busy)[2] / figures(quiet)[2]:.1f} (wanted 3 at most)")


async def _beside_work(running: Site) -> tuple[list[Reply], list[Reply]]:
    await warmed(running)
    quiet = await hammer(running, running.kept(), 1)
    works = ((running.cold(), COLD_BESIDE), (running.pictures(), PICTURES_BESIDE))
    starts = [lambda each=each: asyncio.create_task(again(running, *each)) for each in works]
    async with beside(*starts):
        await asyncio.sleep(1)
        return quiet, await hammer(running, running.kept(), 1)


def slow(web: StandIn) -> None:
    """Print what 500 readers with modems cost a fast one, with two workers."""
    with site(web, "sqlite", 2) as running:
        quiet, busy = asyncio.run(_beside_modems(running))
    print(f"a fast reader alone: {cells(quiet)}; beside {SLOW_READERS} at 14.4 kbit/s: {cells(busy)}")


async def _beside_modems(running: Site) -> tuple[list[Reply], list[Reply]]:
    await warmed(running)
    quiet = await hammer(running, running.kept(), 1)
    start = lambda: asyncio.create_task(with_a_modem(running, running.kept()))  # noqa: E731
    async with beside(*[start] * SLOW_READERS):
        await asyncio.sleep(2 * SECONDS)
        return quiet, await hammer(running, running.kept(), 1)


def front(web: StandIn) -> None:
    """Print whether the front pages of all editions come out of the memory of one worker, when all are warm."""
    with site(web, "sqlite", 1, editions=True) as running:
        paths = [f"/~netscape/{each.code}/" for each in EDITIONS]
        asyncio.run(_all_of(running, paths))
        asyncio.run(_all_of(running, paths))
        before = asyncio.run(_layers(running))
        replies = asyncio.run(_all_of(running, paths))
        after = asyncio.run(_layers(running))
    grown = {name: int(after[name] - before[name]) for name in after}
    size = median(len(each.body) for each in replies)
    at = ", ".join(f"{each:.1f}" for each in figures(replies))
    print(f"{len(paths)} front pages of {size / 1024:.0f} KB, warm: {at} ms; found in {grown}")


async def _all_of(running: Site, paths: list[str]) -> list[Reply]:
    return [await ask(running.port, path) for path in paths]


async def _layers(running: Site) -> dict[str, float]:
    """Return how many entries were found where, as `/metrics` says."""
    text = (await ask(running.port, "/metrics")).body.decode()
    rows = (line.split(" ") for line in text.splitlines() if line.startswith("news68k_cache_total{"))
    return {name.partition('"')[2].partition('"')[0]: float(number) for name, number in rows}


PARTS: dict[str, Callable[[StandIn], None]] = {
    "rates": rates,
    "cold": cold,
    "beside": beside_work,
    "slow": slow,
    "front": front,
}


def main() -> None:
    """Measure the parts that are named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench.load")
    parser.add_argument("parts", nargs="*", metavar="|".join(PARTS), help="all of them where none is named")
    with StandIn() as web:
        for name in parser.parse_args().parts or PARTS:
            PARTS[name](web)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
