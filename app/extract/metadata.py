"""Title, byline, date, language, site and deck of a page, from the most to the least trusted source.

JSON-LD is written for machines that check it, Open Graph for machines that do not, `<title>` for tabs, and
the visible page for people; each fact is asked of them in the order in which they were found to be right.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from app.extract import jsonld
from app.net.urls import host_of
from app.text.normalize import line

MAX_TITLE = 300
MAX_BYLINE = 120
MAX_DECK = 600
_MOST_HEADINGS = 10  # of each level; and no more of each is looked at, since they may hold one another
_LONGEST_HEADING = 2000

_SEPARATOR = re.compile(r" [|\-–—‒·•«»:/~]+ | ?[|»•] ?")  # in a title on one line
_ISO_DATE = re.compile(r"\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_DATE_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")
_BY = re.compile(r"(?:by|von|par|por|di|door|af|av|przez|автор:?|text:|words:|story by|written by)\s+", re.IGNORECASE)
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|deck?|sub-?(?:title|heading|headline|head)|teaser-?text|strapline|chapo|chapeau|"
    r"vorspann|anrisstext|sommario|entradilla|ingress|summary|lead-?in|excerpt|synopsis|intro)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page besides its text; whatever is unknown is an empty string."""

    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    site: str = ""
    deck: str = ""
    lead_image: str = ""


def read_metadata(root: HtmlElement, url: str) -> Metadata:
    """Return the metadata of the page `root` at `url`."""
    node = jsonld.article_node(root)
    meta = _meta_tags(root)
    site = _first(meta.get("og:site_name"), jsonld.first(node.get("publisher")), meta.get("application-name"))
    site = site if site and "://" not in site else host_of(url)
    return Metadata(
        title=_title(root, node, meta, site, url)[:MAX_TITLE],
        byline=_byline(root, node, meta)[:MAX_BYLINE],
        date=_date(root, node, meta, url),
        language=_language(root, node, meta),
        site=site,
        deck=_deck(root, node, meta),
        lead_image=_first(meta.get("og:image:secure_url"), meta.get("og:image"), meta.get("twitter:image")),
    )


def _meta_tags(root: HtmlElement) -> dict[str, str]:
    """Return the contents of the page's meta tags by name, property, itemprop or http-equiv; the first counts."""
    found: dict[str, str] = {}
    for tag in root.iterfind(".//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        content = line(tag.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _title(root: HtmlElement, node: dict[str, Any], meta: dict[str, str], site: str, url: str) -> str:
    """Return the headline: the h1 that the page's own title confirms, else what the page says to machines."""
    tab = line(root.findtext(".//title") or "")
    claims = [
        line(jsonld.first(node.get("headline"))),
        meta.get("og:title", ""),
        meta.get("twitter:title", ""),
        tab,
    ]
    claims = [without_site(claim, site, url) for claim in claims if claim]
    h1, h2 = (list(islice(root.iterfind(f".//{tag}"), _MOST_HEADINGS)) for tag in ("h1", "h2"))
    headings = [line(heading.text_content()[:_LONGEST_HEADING]) for heading in (*h1, *h2)]
    for heading in headings:
        if len(heading) > 2 and any(_alike(heading, claim) for claim in claims):
            return heading
    return _first(*claims, *headings, host_of(url))


def without_site(title: str, site: str, url: str) -> str:
    """Return `title` less the site's name at its end or beginning: `Headline | Example News`."""
    names = {_letters(site), _letters(host_of(url)), _letters(host_of(url).rsplit(".", 1)[0])} - {""}
    separators = list(_SEPARATOR.finditer(title))
    while separators and _is_name(title[separators[-1].end() :], names):
        title = title[: separators.pop().start()].strip()
    if separators and _is_name(title[: separators[0].start()], names):
        return title[separators[0].end() :].strip()
    return title


def _is_name(part: str, names: set[str]) -> bool:
    """Say whether `part` of a title is one of the site's names, or begins with one (`Example News UK`)."""
    letters = _letters(part)
    return any(
        letters == name or (len(name) > 3 and name in letters and len(letters) < 2 * len(name)) for name in names
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _alike(heading: str, claim: str) -> bool:
    """Say whether a heading on the page and a title in its head are the same headline."""
    one, other = _letters(heading), _letters(claim)
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer and len(shorter) > len(longer) / 2:
        return True
    return SequenceMatcher(None, one[:200], other[:200], autojunk=False).ratio() > 0.75


def _byline(root: HtmlElement, node: dict[str, Any], meta: dict[str, str]) -> str:
    named = _names(jsonld.strings(node.get("author")))
    if named:
        return named
    tags = [
        meta.get(name, "") for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
    ]
    marked = root.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")
    shown = [line(element.text_content()) for element in marked[:3]]
    return _names([tag for tag in tags if tag][:1]) or _names(
        [text for text in shown if 2 < len(text) < MAX_BYLINE][:1]
    )


def _names(texts: Iterable[str]) -> str:
    """Return the names in `texts` as one line, without `By`, addresses and repetitions."""
    names = (_BY.sub("", line(text), count=1) if _BY.match(line(text)) else line(text) for text in texts)
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name and not name.startswith("@")))


def _date(root: HtmlElement, node: dict[str, Any], meta: dict[str, str], url: str) -> str:
    names = (
        "article:published_time",
        "datepublished",
        "og:published_time",
        "parsely-pub-date",
        "date",
        "dc.date",
    )
    marked = root.xpath("//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime")
    times = root.xpath("//time[@pubdate]/@datetime | //article//time/@datetime | //header//time/@datetime")
    claims = [
        jsonld.first(node.get("datePublished")),
        *(meta.get(name, "") for name in names),
        *marked[:1],
        *times[:1],
    ]
    found = next((date for date in map(iso_date, claims) if date), "")
    path = _DATE_IN_PATH.search(url)
    if not found and path:
        found = iso_date(f"{path[1]}-{int(path[2]):02}-{int(path[3]):02}")
    return found


def iso_date(text: str) -> str:
    """Return the day in an ISO 8601 or RFC 5322 date as `YYYY-MM-DD`, or an empty string."""
    iso = _ISO_DATE.match(text)
    if iso:
        return "-".join(iso.groups())
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else ""
    except (ValueError, TypeError, OverflowError):
        return ""


def _language(root: HtmlElement, node: dict[str, Any], meta: dict[str, str]) -> str:
    claims = [
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "",
        jsonld.first(node.get("inLanguage")),
        meta.get("og:locale", ""),
        meta.get("content-language", ""),
    ]
    tags = (claim.strip().lower().replace("_", "-") for claim in claims)
    return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), "")


def _deck(root: HtmlElement, node: dict[str, Any], meta: dict[str, str]) -> str:
    """Return the sentence under the headline, where the page shows one; a hidden description is not shown.

    It is shown when an element near the headline is named for it, or says what the description says.
    """
    claims = [
        jsonld.first(node.get("description")),
        meta.get("og:description", ""),
        meta.get("description", ""),
    ]
    wanted = {_letters(line(claim)) for claim in claims if len(claim) > 20}
    heading = root.find(".//h1")
    if heading is None:
        return ""
    following = heading.xpath("following::*[self::p or self::h2 or self::h3 or self::h4 or self::div or self::span]")
    for element in following[:25]:
        if len(element) > 5:
            continue
        text = line(element.text_content())
        named = _DECK_CLASS.search(element.get("class") or "") or element.get("itemprop") == "description"
        if 20 < len(text) <= MAX_DECK and (named or _letters(text) in wanted):
            return text
    return ""


def _first(*values: str | None) -> str:
    return next((value for value in values if value), "")
