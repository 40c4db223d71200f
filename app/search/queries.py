"""What a reader types to search: words, with `!w` for one engine, and the address that a search has among ours."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from app.net.urls import canonical
from app.search.table import ENGINES

LONGEST_QUERY = 200
# A name that nobody can have (RFC 2606, section 2).
PLACE = ".search.invalid"
ANY = "any"
NEWS = "news"

_BANGS = {bang: name for name, engine in ENGINES.items() for bang in engine.bangs} | {"n": NEWS, "news": NEWS}
_BANG = re.compile(r"(?:\A|\s)!([a-z]{1,12})(?=\s|\Z)", re.I)
_SITE = re.compile(r"(?:\A|\s)-?site:", re.I)


@dataclass(frozen=True, slots=True)
class Query:
    """Words, and the name of the engine that is to be asked first, of `NEWS`, or nothing."""

    words: str
    engine: str = ""

    @property
    def names_site(self) -> bool:
        """Whether it is about the pages of one site."""
        return _SITE.search(self.words) is not None

    @property
    def address(self) -> str:
        """The address that a search has among ours, so that a short id can stand for it."""
        return canonical(f"http://{self.engine or ANY}{PLACE}/?q={quote(self.words, safe='')}")


def query_in(text: str) -> Query:
    """Return what is searched for by `text`: the first `!` that is known is taken out of it, wherever it stands."""
    text = " ".join(text.split())[:LONGEST_QUERY]
    for bang in _BANG.finditer(text):
        name = _BANGS.get(bang[1].lower())
        if name:
            return Query(" ".join((text[: bang.start()] + text[bang.end() :]).split()), name)
    return Query(text)


def query_at(url: str) -> Query | None:
    """Return the search that has this address, or None where it is another's."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    words = parse_qs(parts.query).get("q", [""])[0]
    if not host.endswith(PLACE) or not words:
        return None
    name = host.removesuffix(PLACE)
    return Query(words, name if name in ENGINES else "")
