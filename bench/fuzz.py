"""Bytes that nobody foresaw, from what an origin sends to what a browser gets: `python -m bench.fuzz`.

    python -m bench.fuzz [--inputs 200000] [--minutes 30] [--seed 0] [--served 2000]

Each input is understood, and what comes of it rendered for one of the profiles; a failure that has a sentence for the
reader is right, and every other exception is a finding, as is what takes more than two seconds, and a page with
something that old browsers stumble over. `--served` of them go through a server, with heads that are wrong too, where
status 500 is a finding. Findings are printed with their seed, from which `--only SEED` makes the same input again. It
works at the lowest priority, ends by itself, and nothing leaves the loopback.
"""

import argparse
import logging
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from multiprocessing import get_context
from random import Random

from app.errors import ReaderError
from app.fetch.sniff import kind_of
from app.images import convert, measure
from app.models import Article, Content, Download, FetchedPage, Listing, Page, SourceImage
from app.net.urls import canonical, short_id
from app.news.feed_urls import FeedUrls
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.articles import ArticleView
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame
from app.services.interpretation import interpret
from app.web.image_sizes import usual_screen
from app.web.page_links import article_needs, listing_needs
from bench.honest import ask, reading
from bench.mutations import ADDRESSES, CHARSETS, KINDS, damaged, head
from bench.server import gunicorn
from config import ROOT
from tests.origin import Origin
from tests.validity import stumbling_blocks

URL = "http://fuzz.example/story.html"
LOWEST_PRIORITY = 19
# Inputs that a process works on before it says how it went.
CHUNK = 250
# Seconds of CPU that one input may take; what a task may take here is 5.
MOST_SECONDS = 2
MAX_PIXELS = 25_000_000
# Seconds within which every answer of the server comes.
PATIENCE = 30
# Readers at once; most wait for hosts that do not exist, to which an answer sends them on.
READERS = 16
# Characters of what is wrong, of which the last say the most.
LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and the seed of the input with which it is."""

    seed: int
    what: str


def main() -> int:
    """Try inputs until there are enough or the time is over; return 1 where there are findings."""
    parser = argparse.ArgumentParser(description="Fuzzing from fetched to sent bytes.")
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--served", type=int, default=2000)
    parser.add_argument("--only", type=int)
    asked = parser.parse_args()
    os.nice(LOWEST_PRIORITY - os.getpriority(os.PRIO_PROCESS, 0))
    if asked.only is not None:
        print(source(asked.only), attempt(asked.only), sep="\n")
        return 0
    seeds, served_seeds = (range(asked.seed, asked.seed + count) for count in (asked.inputs, asked.served))
    until = time.monotonic() + asked.minutes * 60
    findings = 0
    for finding in chain(in_process(seeds, until), served(served_seeds)):
        findings += 1
        print(f"seed {finding.seed}: {finding.what[-LONGEST:]}", flush=True)
    return 1 if findings else 0


def in_process(seeds: range, until: float) -> Iterator[Finding]:
    """Try inputs in as many processes as there are cores, and yield what is found."""
    tried, outcomes = 0, Counter[str]()
    slowest = 0.0
    chunks = (seeds[at : at + CHUNK] for at in range(0, len(seeds), CHUNK))
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for chunk in chunks_until(chunks, until):
            for results in pool.map(chunk_tried, chunk):
                for seed, (outcome, seconds) in results:
                    tried += 1
                    slowest = max(slowest, seconds)
                    outcomes[outcome.partition(":")[0]] += 1
                    if outcome.startswith("wrong"):
                        yield Finding(seed, outcome)
            print(f"{tried} inputs, slowest {slowest:.2f} s, {dict(outcomes)}", file=sys.stderr, flush=True)
    print(f"{tried} inputs, slowest {slowest:.2f} s: {', '.join(f'{n} {what}' for what, n in outcomes.most_common())}")


def chunks_until(chunks: Iterator[range], until: float) -> Iterator[list[range]]:
    """Yield so many chunks as keep all processes busy for a while, until there are none or it is too late."""
    while time.monotonic() < until:
        some = [chunk for chunk, _ in zip(chunks, range(20), strict=False)]
        if not some:
            return
        yield some


def chunk_tried(seeds: Iterable[int]) -> list[tuple[int, tuple[str, float]]]:
    """Return what became of each input, and how many seconds of CPU it took."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    return [(seed, timed(seed)) for seed in seeds]


def timed(seed: int) -> tuple[str, float]:
    """Return what became of one input, and how many seconds of CPU it took."""
    begun = time.process_time()
    outcome = attempt(seed)
    seconds = time.process_time() - begun
    return (f"wrong: it took {seconds:.1f} s" if seconds > MOST_SECONDS else outcome), seconds


def source(seed: int) -> tuple[str, bytes, Random]:
    """Return the type and the bytes of an input, and the random numbers that go on."""
    random = Random(seed)  # to be made again
    _, make, types = random.choices(tuple(KINDS.values()), [each[0] for each in KINDS.values()])[0]
    body = make(random)
    return random.choice(types), damaged(random, body), random


def attempt(seed: int) -> str:
    """Return what became of an input: `shown`, `refused`, or `wrong: ` and what is."""
    content_type, body, random = source(seed)
    charset = random.choice(("utf-8", "utf-8", "utf-8", "", random.choice(CHARSETS)))
    page = FetchedPage(URL, content_type, body, kind_of(content_type, body), charset)
    try:
        wrong = shown(page, random)
        return f"wrong: {wrong}" if wrong else "shown"
    except ReaderError as error:
        return "refused" if error.sentence else "wrong: a failure without a sentence"
    except Exception:
        return f"wrong: {traceback.format_exc()}"


def shown(page: FetchedPage, random: Random) -> str:
    """Show a page to a browser, and return what is wrong with that."""
    profile = random.choice(tuple(PROFILES.values()))
    with_address(random)
    if random.random() < 0.1:
        FeedUrls("https://news.google.example", "https://bing.example").received(page.url, page)
    return told(interpret(page), profile, random)


def with_address(random: Random) -> None:
    """Read an address as somebody may paste it; what it leads to does not matter."""
    pasted = damaged(random, random.choice(ADDRESSES).encode()).decode("utf-8", "replace")
    try:
        canonical(pasted)
    except ReaderError as error:
        if not error.sentence:
            raise ValueError(f"no sentence for {pasted!r}") from error


def told(content: Content, profile: Profile, random: Random) -> str:
    """Render what a page holds, and return what is wrong with the markup."""
    match content:
        case Article():
            made = article_pages(content, profile, random)
        case Listing():
            needs = listing_needs(URL, content)
            made = [pages().stories.listing(framed(needs.urls, needs.family, profile), content, URL, "", 1)]
        case SourceImage():
            screen = replace(usual_screen(profile), column=random.choice((0, 0, 1)), row=1)
            measure(content.body, MAX_PIXELS)
            convert(content.body, screen, MAX_PIXELS)
            made = []
        case Download() | _:
            made = []
    return "; ".join(wrong for each in made for wrong in faults(each))


def article_pages(article: Article, profile: Profile, random: Random) -> list[Page]:
    """Return an article as one of its pages."""
    needs = article_needs(URL, article)
    frame, view = framed(needs.urls, needs.family, profile), ArticleView(article, URL)
    kinds = (
        partial(pages().articles.page, frame, view, 1),
        partial(pages().articles.page, frame, view, 1),
        partial(pages().articles.whole, frame, view),
        partial(pages().articles.printed, frame, view),
        partial(pages().articles.plain, frame, view),
    )
    return [random.choice(kinds)()]


def faults(page: Page) -> list[str]:
    """Return what old browsers stumble over in a page of markup; what looks like an attribute in a text is none."""
    if not page.content_type.startswith("text/html") or not page.body.isascii():
        return []
    text = page.body.decode("ascii")
    said = [each for each in stumbling_blocks(page.body) if each.startswith("the reference")]
    return said + stumbling_blocks("".join(re.findall("<[^<>]*>", text)).encode())


def framed(urls: Iterable[str], family: str, profile: Profile) -> Frame:
    """Return the frame of a page that links to `urls`."""
    links = Links("", "/us", {url: short_id(url) for url in urls})
    return Frame("68k.news", "US", links, profile, family)


@cache
def pages() -> Pages:
    """Return what renders pages."""
    return Pages(ROOT / "templates")


def served(seeds: range) -> list[Finding]:
    """Read inputs through a server, from an origin whose heads are wrong too, and return what is found."""
    if not seeds:
        return []
    with tempfile.TemporaryDirectory() as folder, Origin() as origin:
        settings = {
            "NEWS68K_STORE_URL": f"sqlite:///{folder}/fuzz.sqlite3",
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_LIMIT_EXEMPT_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_HOST_PER_SECOND": "1000",
            "NEWS68K_HOST_CONCURRENCY": "16",
        }
        quiet = subprocess.DEVNULL
        with gunicorn("wsgi:app", settings, log=quiet) as (port, _), ThreadPoolExecutor(READERS) as readers:
            statuses = list(readers.map(partial(status_of, port, origin), seeds))
    counted = Counter(statuses)
    print(f"{len(statuses)} served: {', '.join(f'{n} x {status}' for status, n in counted.most_common())}")
    return [
        Finding(seed, f"wrong: status {status} of the server")
        for seed, status in zip(seeds, statuses, strict=True)
        if status in {0, 500}
    ]


def status_of(port: int, origin: Origin, seed: int) -> int:
    """Return the status with which the server answers a reader of one input; 0 where it does not."""
    content_type, body, random = source(seed)
    answer = head(random, content_type, len(body)) + body

    def send(connection: socket.socket) -> None:
        connection.sendall(answer)

    return ask(port, reading(origin.serve_raw(f"/{seed}", send)), "127.0.0.1", PATIENCE)[0]


if __name__ == "__main__":
    sys.exit(main())
