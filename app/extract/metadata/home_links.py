"""Links to the front page of a site: what they say is its name, wherever it stands."""

import re
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.extract.metadata.evidence import Evidence
from app.extract.metadata.visible_lines import short_text
from app.net.urls import host_of
from app.text.normalize import letters

_LONGEST = 2000  # characters of an address
_MOST_LINKS = 40  # of a page, from its beginning
_LONGEST_NAME = 80  # characters
_HOME = re.compile(r"(?:https?://[^/]{1,200})?/?(?:index\.\w{1,5}|home/?|[a-z]{2}/?)?", re.IGNORECASE)


def name_site(evidence: Evidence, claims: Sequence[str], url: str) -> bool:
    """Say whether all that the page at `url` is called is what a link to the front page says: its site has that name.

    The front page itself is called so by right.
    """
    if urlsplit(url).path in ("", "/"):
        return False
    links = islice((each for each in evidence.elements if each.tag == "a"), _MOST_LINKS)
    names = {letters(short_text(each, _LONGEST_NAME)) for each in links if _HOME.fullmatch(_address(each))} - {""}
    return all(letters(claim) in names for claim in claims)


def leads_home(heading: HtmlElement, url: str) -> bool:
    """Say whether a heading is a link to the front page, as the name of a site is, or to that of the blog at `url`."""
    link = heading.find(".//a") if len(heading) == 1 else heading.getparent()
    if link is None or link.tag != "a":
        return False
    href = _address(link)
    return _HOME.fullmatch(href) is not None or _is_above(href, url)


def _is_above(href: str, url: str) -> bool:
    """Say whether a link leads to a folder that the page at `url` lies in: `/quay/` of `/quay/2026/03/a.html`."""
    _, slashes, rest = href.partition("//")
    path = f"/{rest.partition('/')[2]}" if slashes and host_of(href) == host_of(url) else href
    folder, own = f"{path.rstrip('/')}/", urlsplit(url).path
    return folder.startswith("/") and own.startswith(folder) and len(folder) < len(own)


def _address(link: HtmlElement) -> str:
    return (link.get("href") or "-").strip()[:_LONGEST]
