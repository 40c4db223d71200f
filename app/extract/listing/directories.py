"""Directories as servers show them: the files, each with what stands beside its name (day, size, description)."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.right_before import text_before
from app.models import Entry, Listing
from app.net.urls import resolve
from app.text.normalize import cut, line

MOST_FILES = 1000
MAX_DETAILS = 200  # characters
PARENT = "Parent directory"
# What servers put over a directory, with its path behind it: Apache, lighttpd, nginx; Python; IIS; Tomcat.
_TITLE = re.compile(
    r"(?:index of|directory listing (?:for|of)|directory of|listing of|contents of|folder listing of)\s?:?\s?"
    r"[^\s/]{0,200}/.{0,300}|[\w.:-]{1,100} - /\S{0,300}",
    re.IGNORECASE,
)
_SHORTENED = ("..>", "...", "\u2026")


def directory(root: HtmlElement, url: str, base: str) -> Listing | None:
    """Return what the directory at `url` holds, or None where the page is none; `base` is what links start from."""
    titles = (line(each.text_content()[:500]) for each in islice(root.iter("title", "h1", "h2"), 3))
    title = next((each for each in titles if _TITLE.fullmatch(each)), "")
    entries = tuple(islice(_files(root, base), MOST_FILES)) if title else ()
    return Listing(url, title, entries) if entries else None


def _files(root: HtmlElement, base: str) -> Iterator[Entry]:
    """Yield the files and folders once each, without the links that sort them."""
    seen = set()
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        if not href or href.startswith(("?", "#")):
            continue
        try:
            address = resolve(base, href)
        except BadAddress:
            continue
        if address not in seen:
            seen.add(address)
            yield Entry(_name(link, address, base), address, cut(_details(link), MAX_DETAILS))


def _name(link: HtmlElement, address: str, base: str) -> str:
    """Return the name of a file: what its link says, unless that is cut short."""
    said = line(link.text_content())
    path, own = urlsplit(address).path, urlsplit(base).path
    if path.endswith("/") and own.startswith(path) and path != own:
        return PARENT
    if said and not said.endswith(_SHORTENED):
        return said
    return unquote(path.rstrip("/").rpartition("/")[2]) or address


def _details(link: HtmlElement) -> str:
    """Return what stands in the row of a link, or in its line: behind it, else before it."""
    row = next(link.iterancestors("tr"), None)
    if row is not None:
        cell = next(link.iterancestors("td", "th"), None)
        return line(" ".join(each.text_content() for each in row if each is not cell))
    lines = ((link.tail or ""), text_before(link))
    behind, ahead = line(lines[0].partition("\n")[0]), line(lines[1].rpartition("\n")[2])
    return behind if behind.strip(" -") else ahead.strip(" -")
