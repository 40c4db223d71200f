"""What every search engine is to us."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from app.errors import BadAddress, OriginFailed, Walled
from app.feeds.text import plain, plain_title
from app.models import Enclosure, Entry, SearchResults
from app.net.urls import canonical
from app.sentences import Sentence
from app.text.normalize import cut, line

MOST_RESULTS = 100
SUMMARY_LENGTH = 300
NO_SENSE = Sentence("The search engine sent an answer that makes no sense.")
CHECKED = Sentence("The search engine shows a check for robots instead of results.")


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for; `language` and `country` are codes in small letters, `safe` is off, moderate or strict."""

    words: str
    language: str = "en"
    country: str = "us"
    safe: str = "moderate"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: its `title` on pages, its usual `base` (empty where each host has its own), and its two functions.

    `address` returns where the engine at a base is asked a question. `results` reads the text of an answer from the
    canonical address that was asked; it raises `Walled` for a check, and `OriginFailed` for what makes no sense.
    `bangs` are what stands behind `!` to ask it first; `key_header` is the field that its key is sent in, or empty;
    `knows_sites` says whether it understands `site:`.
    """

    title: str
    base: str
    address: Callable[[str, Question], str]
    results: Callable[[str, str], SearchResults]
    bangs: tuple[str, ...] = ()
    key_header: str = ""
    knows_sites: bool = True


def asking(url: str, fields: dict[str, str | int]) -> str:
    """Return `url` with these fields behind it, in the canonical form."""
    return canonical(f"{url}?{urlencode(fields)}")


def entries(rows: Iterable[tuple[str, str, str]]) -> tuple[Entry, ...]:
    """Return the results with an address that can be read, out of address, title and summary of each."""
    found = {each.url: each for each in _entries(rows)}
    return tuple(found.values())[:MOST_RESULTS]


def _entries(rows: Iterable[tuple[str, str, str]]) -> Iterator[Entry]:
    for address, title, summary in rows:
        with suppress(BadAddress):
            url = canonical(address)
            yield Entry(line(title) or url, url, cut(line(summary), SUMMARY_LENGTH))


def pictures(rows: Iterable[tuple[str, str, str, str]]) -> tuple[Entry, ...]:
    """Return pictures that were found, out of page, title, small and whole picture of each.

    The address of an entry is that of the whole picture; its enclosures are the small one, and the page that it is on.
    """
    found = {each.url: each for each in _pictures(rows)}
    return tuple(found.values())[:MOST_RESULTS]


def _pictures(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[Entry]:
    for page, title, small, whole in rows:
        with suppress(BadAddress):
            url = canonical(_with_scheme(whole or small))
            files = (canonical(_with_scheme(small or whole)), canonical(page))
            yield Entry(line(title) or url, url, enclosures=tuple(map(Enclosure, files)))


def _with_scheme(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def object_in(text: str) -> dict[str, object]:
    """Return the object that `text` is as JSON. Raises `OriginFailed`, and `Walled` for a page in place of it."""
    if text.lstrip()[:1] == "<":
        raise Walled(CHECKED)
    found = json_in(text)
    if not isinstance(found, dict):
        raise OriginFailed(NO_SENSE)
    return found


def json_in(text: str) -> object:
    """Return what `text` is as JSON. Raises `OriginFailed`."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OriginFailed(NO_SENSE) from error
    return found


def rows_of(items: object, *names: str) -> list[tuple[str, str, str]]:
    """Return address, title and summary of each object in a list of JSON, under these names; the latter are markup.

    Raises `OriginFailed` where `items` is no list, or has things in it and no result among them.
    """
    if not isinstance(items, list):
        raise OriginFailed(NO_SENSE)
    found = [tuple(str(item.get(name) or "") for name in names) for item in items if isinstance(item, dict)]
    rows = [(url, plain_title(title), plain(summary)) for url, title, summary in found if url]
    if items and not rows:
        raise OriginFailed(NO_SENSE)
    return rows


def first_text(items: object) -> str:
    """Return the first text in a list of JSON, or nothing."""
    return next((each for each in items if isinstance(each, str)), "") if isinstance(items, list) else ""
