"""How well and how fast headlines become stories: `python -m bench.grouping`.

The quality is that of pairs: of the pairs of headlines put together, how many belong together (precision), and
of those that belong together, how many were put together (recall). `headlines.tsv` has titles alone that share words,
`stories.tsv` titles that share few, with summaries; nothing is tuned on the half that is held out. Which of them are
no reports of the event (opinions, questions, voices, live blogs) is said there, too.
"""

import csv
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from app.models import Headline
from app.news import clustering
from app.news.ranking import rank
from app.news.reactions import is_reaction
from app.text.humanize import DAY

HERE = Path(__file__).parent
TABLES = ("headlines", "stories")
HALVES = ("development", "held-out", "both")
ITEMS, MOST = 100, 120
FEEDS = (12, 50)
NOW = 1_800_000_000.0
RUNS = 3
INSIDES = ("", "al", "ebo", "iko", "ora", "uda", "yni", "ave", "ent")
WORLDS = len(INSIDES)


def cluster(items: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the number of the event of each item.

    An item is a mapping with `title`, and as far as they are known `summary`, `publisher`, `published` (seconds since
    the epoch), `language` (`en`) and `url`.
    """
    headlines = [headline(item, place) for place, item in enumerate(items)]
    numbers: dict[object, int] = {}
    for number, members in enumerate(clustering.cluster(headlines)):
        for each in members:
            numbers |= {each.url: number, clustering.name_of(each): number}
    # What a publisher has twice is kept once.
    return [numbers.get(each.url, numbers.get(clustering.name_of(each), -1)) for each in headlines]


def headline(item: Mapping[str, Any], place: int) -> Headline:
    """Return an item as a headline; what it does not say is of a paper of its own."""
    host = f"paper{place}.example"
    url = item.get("url") or f"http://{host}/"
    published = float(item.get("published") or 0)
    publisher, language = item.get("publisher") or host, item.get("language") or ""
    return Headline(item["title"], url, publisher, host, place, published, item.get("summary") or "", language)


def rows(table: str = "headlines") -> list[dict[str, str]]:
    """Return the headlines of a table made by hand, with the event that each is on."""
    with (HERE / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def scores(chosen: Sequence[dict[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the pairs when the chosen rows alone are grouped."""
    numbers = cluster(chosen)
    both = Counter(zip(numbers, (row["event"] for row in chosen), strict=True))
    right = _pairs(both.values())
    together = _pairs(Counter(numbers).values())
    belonging = _pairs(Counter(row["event"] for row in chosen).values())
    return right / max(1, together), right / max(1, belonging), 2 * right / max(1, together + belonging)


def leads(chosen: Sequence[dict[str, str]]) -> tuple[float, float]:
    """Return which share of the rows that are no reports is known as such, and of the reports is taken for them."""
    found = [(row["kind"] == "report", is_reaction(headline(row, place))) for place, row in enumerate(chosen)]
    known = [taken for is_report, taken in found if not is_report]
    wrong = [taken for is_report, taken in found if is_report]
    return sum(known) / max(1, len(known)), sum(wrong) / max(1, len(wrong))


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def batch(language: str, feeds: int) -> list[Headline]:
    """Return feeds of 100 headlines: those of the tables, retold in several worlds with other names."""
    chance = random.Random(68)
    known = [row for table in TABLES for row in rows(table) if row["language"] == language]
    return [
        _retold_headline(chance.choice(known), chance.randrange(WORLDS), feed, place, NOW - chance.random() * DAY)
        for feed in range(feeds)
        for place in range(ITEMS)
    ]


def _retold_headline(row: dict[str, str], world: int, feed: int, place: int, published: float) -> Headline:
    title = _retold(row["title"], world)
    summary = _retold(row.get("summary") or f"{row['title']} More is to be said on the day after it.", world)
    host = f"http://paper{feed}.example"
    return Headline(
        title, f"{host}/{place}", f"Paper {feed}", f"{host}/feed", place, published, summary, row["language"]
    )


def _retold(title: str, world: int) -> str:
    """Return a title with the words changed that begin with a capital letter; each world has its own."""
    return " ".join(f"{word[0]}{INSIDES[world]}{word[1:]}" if word[0].isupper() else word for word in title.split())


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the CPU time of the fastest run."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def _print_quality() -> None:
    print(f"{'table':<10} {'half':<12} {'language':<9} precision recall     F1")
    for table in TABLES:
        languages = sorted({row["language"] for row in rows(table)})
        for half in HALVES:
            for language in [*languages, "all"]:
                chosen = [
                    row for row in rows(table) if half in (row["half"], "both") and language in (row["language"], "all")
                ]
                precision, recall, f1 = scores(chosen)
                print(f"{table:<10} {half:<12} {language:<9} {precision:9.3f} {recall:6.3f} {f1:6.3f}")


def _print_leads() -> None:
    print(f"\n{'table':<10} {'half':<12} opinions and their like known   reports taken for them")
    for table in TABLES:
        for half in HALVES:
            known, wrong = leads([row for row in rows(table) if half in (row["half"], "both")])
            print(f"{table:<10} {half:<12} {known:29.2f} {wrong:24.3f}")


def _print_times() -> None:
    print(f"\nCPU time in ms for feeds of {ITEMS} headlines with summaries, and the events found")
    for language in ("en", "de", "es", "hi", "ja"):
        for feeds in FEEDS:
            headlines = batch(language, feeds)
            groups = clustering.cluster(headlines)
            grouping = _milliseconds(partial(clustering.cluster, headlines))
            ranking = _milliseconds(partial(rank, groups, NOW, MOST))
            print(f"{language} {feeds:>3} feeds: group {grouping:.0f}, rank {ranking:.0f}; {len(groups)} events")


if __name__ == "__main__":
    _print_quality()
    _print_leads()
    _print_times()
