"""What publishers are called: by a table of their hosts, else by the title of their feed, else by their host.

One name is one paper, whoever brings its headline: its own feeds on several hosts, Google, Bing.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from app.net.urls import host_of
from app.news.tokens import folded
from app.text.normalize import letters, line

TABLE = Path(__file__).with_name("publishers.toml")

_PARTS = re.compile(r"[|>»•·:/–—]| -+ ")  # in a title on one line
# What stands in the titles of feeds besides a name; sorted.
_NOISE = re.compile(
    r"\b(?:all news|atom|breaking news|feeds?|headlines?|home ?page|latest|news feed|news from|rss|top stories|xml)\b"
    r"|[\[\]()]",
    re.IGNORECASE,
)
# Words of which no name consists alone: sections, in the languages in which they were met; sorted.
_SECTIONS = frozenset(
    """actualidad actualites actualités aktuell allemagne argentina articles ausland berita business culture cultura
    das deportes der deutschland die economia economía economie economy english entertainment espana españa europa
    europe finance france front health home inland international internacional italia kultur la las le les main
    monde most mundo nacional nation national new news nieuws noticias nyheter online panorama politica política
    politics politik politika politique portada read recent science society sport sports stories technologie
    technology tecnologia tecnología the today top ultima última uk us video vijesti wiadomosci wirtschaft wissen
    world zpravy zprávy""".split()
)
# What hosts of feeds begin with, which is no part of a name.
_SERVICES = frozenset("api feed feeds feeds2 newsfeed partner-feeds rss rssfeeds service services ws www1 www2".split())
# What one and the same name comes with and without.
_OPTIONAL = frozenset(("com", "news", "online", "the"))
_LONGEST = 40


@cache
def _table() -> Mapping[str, Mapping[str, object]]:
    return MappingProxyType(tomllib.loads(TABLE.read_text("utf-8")))


def known_name(url: str) -> str:
    """Return what the table calls the publisher of a canonical address, or nothing."""
    names = _table()["names"]
    parts = urlsplit(url)
    place = f"{host_of(url)}{parts.path}"
    for steps in _beginnings(place):
        if steps in names:
            return str(names[steps])
    labels = host_of(url).split(".")
    hosts = (".".join(labels[first:]) for first in range(len(labels)))
    return next((str(names[host]) for host in hosts if host in names), "")


def _beginnings(place: str) -> list[str]:
    """Return the rows of the table for parts of a host with which `place` begins, the longest first."""
    return sorted((row for row in _shared_hosts() if place.startswith(row)), key=len, reverse=True)


@cache
def _shared_hosts() -> tuple[str, ...]:
    return tuple(row for row in _table()["names"] if "/" in row)


def publisher_name(title: str, url: str) -> str:
    """Return what the publisher of the feed at the canonical address `url` is called; `title` is the feed's.

    Where the table is silent, it is the part of the title that the host confirms, else the first that may be a
    name, else the host.
    """
    known = known_name(url)
    if known:
        return known
    named = letters(host_of(url))
    parts = [" ".join(_NOISE.sub(" ", part).split()) for part in _PARTS.split(line(title))]
    confirmed = [part for part in parts if _confirms(letters(part), named)]
    possible = max(confirmed, key=len, default="") or next(filter(_is_name, parts), "")
    return (possible or shown_host(url))[:_LONGEST]


def _confirms(part: str, host: str) -> bool:
    """Say whether a part of a title is in the host, or begins with a part of it (`BBC News`, bbc.co.uk)."""
    if len(part) < 2:  # one letter is in every host
        return False
    return part in host or (len(part) > 3 and part.removeprefix("the") in host) or part[:3] == host[:3]


def _is_name(part: str) -> bool:
    """Say whether a part of a title may be a name: no section, and no motto."""
    words = re.findall(r"\w+", part.casefold())
    return len(letters(part)) > 1 and len(words) <= 4 and not _SECTIONS.issuperset(words)


def shown_host(url: str) -> str:
    """Return the host of a canonical address without what only says that feeds are there."""
    labels = host_of(url).split(".")
    while len(labels) > 2 and labels[0] in _SERVICES:
        labels.pop(0)
    return ".".join(labels)


def one_name(name: str) -> str:
    """Return how the table writes a name that an aggregator gives a publisher; one that it lacks, as it is."""
    return _spellings().get(_bare(name), name)


@cache
def _spellings() -> Mapping[str, str]:
    """Return the names of the table by what they have in all spellings, without those that two papers share."""
    found: dict[str, set[str]] = {}
    for name in map(str, _table()["names"].values()):
        found.setdefault(_bare(name), set()).add(name)
    return MappingProxyType({bare: names.pop() for bare, names in found.items() if len(names) == 1})


def _bare(name: str) -> str:
    """Return a name without case, accents and words that are left out as often as not."""
    words = re.findall(r"\w+", folded(name))
    return "".join(word for word in words if word not in _OPTIONAL) or "".join(words)


def house_of(name: str) -> str:
    """Return who prints under a name: the house of a chain, else the name itself."""
    return _houses().get(name, name)


@cache
def _houses() -> Mapping[str, str]:
    chains = _table()["chains"]
    return MappingProxyType({str(name): house for house, names in chains.items() for name in names})  # type: ignore[attr-defined]
