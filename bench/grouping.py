"""How well and how fast headlines become stories: `python -m bench.grouping`.

The quality is that of pairs: of the pairs of headlines put together, how many belong together (precision), and
of those that belong together, how many were put together (recall).
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.models import Headline
from app.news.grouping import group

TABLE = Path(__file__).with_name("headlines.tsv")
HALVES = ("development", "held-out", "both")
LANGUAGES = ("en", "de", "es", "all")


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
    groups = group([headline(row, place) for place, row in enumerate(chosen)])
    placed = [[events[each.url.rpartition("/")[2]] for each in members] for members in groups]
    right = sum(_pairs(Counter(members).values()) for members in placed)
    together = _pairs(map(len, placed))
    belonging = _pairs(Counter(row["event"] for row in chosen).values())
    return right / max(1, together), right / max(1, belonging), 2 * right / max(1, together + belonging)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _print_quality() -> None:
    print(f"{'half':<12} {'language':<9} precision recall     F1")
    for half in HALVES:
        for language in LANGUAGES:
            chosen = [row for row in rows() if half in (row["half"], "both") and language in (row["language"], "all")]
            precision, recall, f1 = scores(chosen)
            print(f"{half:<12} {language:<9} {precision:9.3f} {recall:6.3f} {f1:6.3f}")


if __name__ == "__main__":
    _print_quality()
