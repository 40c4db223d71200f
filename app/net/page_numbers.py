"""Numbers of pages in addresses: which address is the next page of the same article. No I/O.

Conservative: the next page is the same address with a number of two figures at most at one of the known places, one
more than before. The next article, the next picture of a gallery, and a page of comments have other addresses.
"""

import re
from collections.abc import Iterable, Iterator

MOST_PAGES = 10
_NAMES = "page|pagenumber|page_no|pageno|paged|pagina|pg|p|seite|sida|side|sidan|strona|stranka"
# How a page is named by its number, the group `n`. Where a name stands with it, the first page may have one too.
_NAMED = (
    re.compile(rf"[?&](?:{_NAMES})=(?P<n>\d{{1,2}})(?=\Z|&)", re.I),
    re.compile(rf"/(?:{_NAMES})[/_-]?(?P<n>\d{{1,2}})/?(?=\Z|\?)", re.I),
)
_BARE = (
    re.compile(rf"[-_,;.](?:{_NAMES})?[-_]?(?P<n>\d{{1,2}})(?=\.(?:html?|shtml|php|aspx?)(?:\Z|\?))", re.I),
    re.compile(r"/(?P<n>\d{1,2})/?(?=\Z|\?)"),
)
# Sequences of other things: of comments, pictures, and lists of articles.
_OTHERS = re.compile(
    r"comment|kommentar|reply|replies|gallery|galerie|galleri|slide|photos?/|/pictures?/|bilder|diapo|"
    r"/(?:author|autor|archives?|blog|category|categor[iy]a|kategorie|news|rubrik|search|tags?|topics?|thema)/?"
    r"(?:page|\d{1,2}/?\Z|\Z|\?)",
    re.I,
)


def number_after(url: str, candidate: str) -> int:
    """Return the number of the page at `candidate` where it is the one after `url`, else 0."""
    if _OTHERS.search(candidate.partition("://")[2]) or _is_front(url):
        return 0
    own = {rest: number for rest, number in _unmarked(url, _BARE) if number > 1} | dict(_unmarked(url, _NAMED))
    for rest, number in _unmarked(candidate, _NAMED + _BARE):
        before = own.get(rest, 1 if rest == _bare(url) else 0)
        if before and number == before + 1:
            return number
    return 0


def _unmarked(url: str, marks: Iterable[re.Pattern[str]]) -> Iterator[tuple[str, int]]:
    """Yield the address without each of the marks that it has, and the number that is there."""
    for mark in marks:
        found = mark.search(url, url.find("/", 8))
        if found:
            yield _bare(url[: found.start()] + _joined(url[found.end() :], found[0])), int(found["n"])


def _joined(rest: str, mark: str) -> str:
    """Return what follows a mark as it would stand without it: another field of a query becomes the first."""
    return "?" + rest[1:] if mark.startswith("?") and rest.startswith("&") else rest


def _bare(url: str) -> str:
    """Return an address without what makes no difference at its end."""
    path, mark, query = url.rstrip("?&").partition("?")
    return path.rstrip("/") + mark + query


def _is_front(url: str) -> bool:
    """Say whether an address is that of a whole site, whose pages are lists."""
    return not url.partition("://")[2].partition("/")[2].partition("?")[0].strip("/")
