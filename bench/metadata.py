"""How often are title, author and date right? `python -m bench.metadata --corpus DIR`, over saved pages with truth.

DIR holds `NAME.dev.zip`, each with `pages.jsonl` (a page a line: `url`, `site`, `file`, and the true `title`,
`author` and `date` where they are known) and the pages. They are divided by site into two halves: rules are made
by looking at half `a` alone, so that half `b` says what they are worth on sites that nobody looked at.

A title is right where its words are, whatever their case. A date is right where its day is. An author is right
where all names are and no other; `part` counts those where one name is right, or a name with more or fewer words.
"""

import argparse
import hashlib
import json
import re
import statistics
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import ReaderError
from app.extract.metadata import read_metadata
from app.extract.parse import parse
from app.fetch.decode import decode
from app.text.normalize import line

FACTS = ("title", "author", "date")
VERDICTS = ("right", "part", "wrong", "none", "extra")
_WORD = re.compile(r"\w+")
_BETWEEN_NAMES = re.compile(r"[,;|/&\n]+|\s(?:and|e|en|et|mit|och|og|und|with|y)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page and what is known to be true of it; an empty string is not known."""

    corpus: str
    name: str
    url: str
    site: str
    body: bytes
    truth: dict[str, str]

    @property
    def half(self) -> str:
        """`a`, which may be looked at, or `b`; a site is in one of them for ever."""
        return "ab"[hashlib.sha256(f"metadata:{self.site}".encode()).digest()[0] % 2]


def main() -> None:
    """Print the table, and with `--show FACT` what is not right in half `a`."""
    parser = argparse.ArgumentParser(prog="bench.metadata", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    parser.add_argument("--show", choices=FACTS, help="print what is not right in half a")
    asked = parser.parse_args()
    for archive in sorted(asked.corpus.glob("*.zip")):
        if pages := list(saved_pages(archive)):
            report(pages, asked.show)


def saved_pages(archive: Path) -> Iterator[Saved]:
    """Yield the pages of one collection."""
    with zipfile.ZipFile(archive) as pages:
        for text in pages.read("pages.jsonl").splitlines():  # of bytes, since texts hold U+2028
            row = json.loads(text)
            truth = {fact: as_text(row.get(fact)) for fact in FACTS}
            url = row.get("url") or ""
            url = url if url.startswith("http") else "http://page.example/"
            yield Saved(row["corpus"], row["id"], url, row.get("site") or url, pages.read(row["file"]), truth)


def as_text(value: object) -> str:
    """Return a true value as one text; several authors are a list in some collections."""
    return line(", ".join(map(str, value)) if isinstance(value, list) else str(value or ""))


def found_in(page: Saved) -> tuple[dict[str, str], float]:
    """Return what we find in a page, and the milliseconds of CPU without decoding and parsing."""
    try:
        root = parse(decode(page.body))
    except ReaderError:
        return dict.fromkeys(FACTS, ""), 0
    start = time.process_time()
    found = read_metadata(root, page.url)
    took = time.process_time() - start
    return {"title": found.title, "author": ", ".join(found.authors), "date": found.date}, took * 1000


def verdict(fact: str, true: str, found: str) -> str:
    """Return one of `VERDICTS`, or nothing where neither says anything."""
    if not true:
        return "extra" if found else ""
    if not found:
        return "none"
    if fact == "date":
        return "right" if found[:10] == true[:10] else "wrong"
    if fact == "title":
        return "right" if words(true) == words(found) else "wrong"
    return of_authors(names(true), names(found))


def of_authors(true: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> str:
    """Compare two lists of names, each a set of words."""
    if set(true) == set(found):
        return "right"
    return "part" if any(one <= other or other <= one for one in true for other in found) else "wrong"


def words(text: str) -> list[str]:
    """Return the words of a text, without their case."""
    return _WORD.findall(text.casefold())


def names(text: str) -> list[frozenset[str]]:
    """Return the names in a text, each as the set of its words."""
    return [name for part in _BETWEEN_NAMES.split(text) if (name := frozenset(words(part)))]


def report(pages: Sequence[Saved], show: str | None) -> None:
    """Print a row for each fact and half of a collection, and the CPU time of a page."""
    counts: Counter[tuple[str, str, str]] = Counter()
    times = []
    for page in pages:
        found, took = found_in(page)
        times.append(took)
        for fact in FACTS:
            said = verdict(fact, page.truth[fact], found[fact])
            counts[fact, page.half, said] += 1
            if fact == show and page.half == "a" and said not in ("right", ""):
                print(
                    f"{said:5} {page.name}\n      true  {page.truth[fact]}\n      found {found[fact]}\n      {page.url}"
                )
    late = sorted(times)[int(len(times) * 0.95)]
    print(f"\n{pages[0].corpus}: {len(pages)} pages, CPU median {statistics.median(times):.2f} ms, 95 % {late:.2f} ms")
    print(f"  {'':8}{'known':>7}" + "".join(f"{said:>7}" for said in VERDICTS) + "  right %  wrong %")
    for fact in FACTS:
        for half in ("a", "b", "ab"):
            _row(f"{fact} {half}", Counter({said: sum(counts[fact, each, said] for each in half) for said in VERDICTS}))


def _row(name: str, counts: Counter[str]) -> None:
    known = counts.total() - counts["extra"]
    shares = "".join(f"{100 * counts[said] / known:9.1f}" for said in ("right", "wrong")) if known else ""
    print(f"  {name:8}{known:>7}" + "".join(f"{counts[said]:>7}" for said in VERDICTS) + shares)


if __name__ == "__main__":
    main()
