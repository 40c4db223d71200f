"""How well and how fast headlines become stories: `python -m bench.grouping`.

The quality is that of pairs: of the pairs of headlines put together, how many belong together (precision), and
of those that belong together, how many were put together (recall).
"""

import csv
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from email.utils import formatdate
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from app.feeds.parse import parse
from app.models import FetchedPage, Headline, Kind
from app.news.clustering import cluster
from app.news.ranking import rank
from app.text.humanize import DAY

TABLE = Path(__file__).with_name("headlines.tsv")
HALVES = ("development", "held-out", "both")
LANGUAGES = ("en", "de", "es", "all")
FEEDS, ITEMS, MOST = 12, 100, 120
NOW = 1_800_000_000.0
RUNS = 7
INSIDES = ("", "al", "ebo", "iko", "ora", "uda", "yni", "ave", "ent")
WORLDS = len(INSIDES)


def rows() -> list[dict[str, str]]:
    """Return the headlines made by hand, with the event that each is on."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def headline(row: dict[str, str], place: int) -> Headline:
    """Return a row of the table as a headline with an address of its own."""
    host = f"{row['publisher'].lower().replace(' ', '-')}.example"
    return Headline(row["title"], f"http://{host}/{place}", row["publisher"], host, place, language=row["language"])


def scores(chosen: Sequence[dict[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the pairs when the chosen rows alone are grouped."""
    events = {f"{place}": row["event"] for place, row in enumerate(chosen)}
    groups = cluster([headline(row, place) for place, row in enumerate(chosen)])
    placed = [[events[each.url.rpartition("/")[2]] for each in members] for members in groups]
    right = sum(_pairs(Counter(members).values()) for members in placed)
    together = _pairs(map(len, placed))
    belonging = _pairs(Counter(row["event"] for row in chosen).values())
    return right / max(1, together), right / max(1, belonging), 2 * right / max(1, together + belonging)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def batch(language: str) -> list[Headline]:
    """Return 12 feeds of 100 headlines: those of the table, retold in several worlds with other names."""
    chance = random.Random(68)
    titles = [row["title"] for row in rows() if row["language"] == language]
    return [
        Headline(
            _retold(chance.choice(titles), chance.randrange(WORLDS)),
            f"http://paper{feed}.example/{place}",
            f"Paper {feed}",
            f"http://paper{feed}.example/feed",
            place,
            NOW - chance.random() * DAY,
            language=language,
        )
        for feed in range(FEEDS)
        for place in range(ITEMS)
    ]


def _retold(title: str, world: int) -> str:
    """Return a title with the words changed that begin with a capital letter; each world has its own."""
    return " ".join(f"{word[0]}{INSIDES[world]}{word[1:]}" if word[0].isupper() else word for word in title.split())


def feeds(headlines: Iterable[Headline]) -> dict[str, str]:
    """Return the headlines as documents in RSS, by the address of the feed."""
    items: dict[str, list[str]] = {}
    for each in headlines:
        items.setdefault(each.source, []).append(
            f"<item><title>{escape(each.title)}</title><link>{each.url}</link><guid>{each.url}</guid>"
            f"<pubDate>{formatdate(each.published)}</pubDate><description>&lt;p&gt;{escape(each.title)} It was "
            "said on the day that there would be more to say on the day after it.&lt;/p&gt;</description></item>"
        )
    return {
        source: f'<rss version="2.0"><channel><title>A paper</title>{"".join(inner)}</channel></rss>'
        for source, inner in items.items()
    }


def front_page(documents: dict[str, str], language: str) -> int:
    """Parse, group and rank; return the number of stories."""
    headlines = []
    for url, text in documents.items():
        listing = parse(FetchedPage(url, "application/rss+xml", b"", Kind.FEED), text)
        headlines += [
            Headline(entry.title, entry.url, url, url, place, entry.published, language=language)
            for place, entry in enumerate(listing.entries)
        ]
    return len(rank(cluster(headlines), NOW, MOST))


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the CPU time of the fastest run."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def _print_quality() -> None:
    print(f"{'half':<12} {'language':<9} precision recall     F1")
    for half in HALVES:
        for language in LANGUAGES:
            chosen = [row for row in rows() if half in (row["half"], "both") and language in (row["language"], "all")]
            precision, recall, f1 = scores(chosen)
            print(f"{half:<12} {language:<9} {precision:9.3f} {recall:6.3f} {f1:6.3f}")


def _print_times() -> None:
    print(f"\nCPU time in ms for {FEEDS} feeds x {ITEMS} headlines, and the events found")
    for language in LANGUAGES[:-1]:
        headlines = batch(language)
        groups = cluster(headlines)
        documents = feeds(headlines)
        grouping = _milliseconds(partial(cluster, headlines))
        ranking = _milliseconds(partial(rank, groups, NOW, MOST))
        whole = _milliseconds(partial(front_page, documents, language))
        print(f"{language}: group {grouping:.0f}, rank {ranking:.0f}, parse + group + rank {whole:.0f}; {len(groups)}")


if __name__ == "__main__":
    _print_quality()
    _print_times()
