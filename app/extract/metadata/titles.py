"""The headline of a page: the heading that the page's own titles confirm, else the best of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from app.text.normalize import letters, line
from app.extract.metadata.evidence import Evidence
from app.net.urls import host_of

MAX_TITLE = 300
_MOST_PARTS = 200  # of one heading
_SURE = 0.75  # of what two titles have in common makes them one
_HALF = 0.5  # of a heading's words are enough where it is the only one

# What stands in the head besides, the most trusted first.
_TITLE_TAGS = (
    "og:title",
    "twitter:title",
    "headline",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "title",
)
_SEPARATOR = re.compile(r"\s+[|\-–—‒·•«»:/~♥]+\s+|\s*[|»•]\s*")
# Parts of a heading that are not the headline: what stands over it or under it, labels, and what is only heard.
_BESIDE = re.compile(
    r"(?<![a-z])(?:(?:over|top|roof|sub|strap)-?line|(?:over|pre|sub|super|top|upper)-?(?:head(?:er|ing|line)?|tit(?:el|le))|"
    r"title-?header|kicker|dachzeile|spitzmarke|vorzeile|chapo|eyebrow|flag|badge|label|section|category|rubri\w+|topic|"
    r"descriptor|(?:visually-?|a11y-?)?hidden|sr-only|screen-?reader\w*|assistive\w*|byline|author|posted\w*|date\w*|meta|"
    r"tags?|permalink|headerlink|anchor|edit\w*)(?![a-z])",
    re.IGNORECASE,
)
_BESIDE_TAGS = frozenset({"small", "time"})
_SILENT = frozenset({"button", "script", "style", "svg", "template"})
_INLINE = frozenset("a abbr b bdi cite code em font i mark q s small span strong sub sup time u wbr".split())
_WORD_END = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s:]+")
_WORD = re.compile(r"\w{3,}")
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+|home/?|[a-z]{2}/?)?", re.IGNORECASE)
_DANGLING = re.compile(r"^[\s:|–—-]+(?=\w)|[\s:|–—-]+$")


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and the place of the heading that says it, -1 where none does."""

    text: str
    place: int = -1


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading as it stands, and what of it is the headline proper; `level` is `h1` or `h2`."""

    place: int
    level: str
    whole: str
    core: str


def find_title(evidence: Evidence, headline: str, site: str, url: str) -> Title:
    """Return the title of the page at `url`; `headline` is what its JSON-LD says, `site` the site's name."""
    named = [headline, *(evidence.said(name) for name in _TITLE_TAGS), evidence.tab]
    claims = list(dict.fromkeys(without_site(claim, site, url) for claim in named if claim))
    names = _names(site, url)
    every = (each for each in _headings(evidence) if letters(each.whole) not in names)
    # Nearly always the first heading is it, and no other needs to be looked at.
    headings = list(islice(every, 1))
    found = _same(headings, claims)
    if not found:
        headings += every
    found = found or _same(headings, claims) or _alike(headings, claims) or _begins(headings, claims)
    found = found or _only(headings, claims, url)
    if found:
        return Title(found.core[:MAX_TITLE], found.place)
    if claims:
        return Title(claims[0][:MAX_TITLE])
    first = next(iter(headings), None)
    return Title(first.core[:MAX_TITLE], first.place) if first else Title(host_of(url))


def _headings(evidence: Evidence) -> Iterator[_Heading]:
    for place in evidence.headings:
        element = evidence.elements[place]
        parts = list(islice(_parts(element, beside=False), _MOST_PARTS))
        whole = _joined([text for text, _ in parts])
        core = _DANGLING.sub("", _joined([text for text, beside in parts if not beside]))
        if len(whole) > 1 and not _leads_home(element):
            yield _Heading(place, element.tag, whole, core if len(core) > 3 else whole)


def _leads_home(heading: HtmlElement) -> bool:
    """Say whether a heading is a link to the front page, as the name of a site is."""
    link = heading.find(".//a") if heading.find("a") is not None or len(heading) == 1 else heading.getparent()
    return link is not None and link.tag == "a" and _HOME.fullmatch((link.get("href") or "-").strip()) is not None


def _parts(element: HtmlElement, beside: bool) -> Iterator[tuple[str, bool]]:
    """Yield the texts of a heading, and of each whether it stands beside the headline proper."""
    yield element.text or "", beside
    for child in element:
        if child.tag not in _SILENT:
            edge = "" if child.tag in _INLINE else " "
            yield edge, beside
            yield from _parts(child, beside or _is_beside(child))
            yield edge, beside
        yield child.tail or "", beside


def _joined(texts: Sequence[str]) -> str:
    """Return texts as one line; what only a style sheet parts, a space does here: `Local newsTower moves`."""
    joined = ""
    for text in texts:
        runs_on = text[:1].isupper() and joined[-1:].islower() and len(joined) > 3
        joined += f" {text}" if runs_on else text
    return line(joined)


def _is_beside(element: HtmlElement) -> bool:
    return element.tag in _BESIDE_TAGS or _names_beside(element.get("class") or "")


@lru_cache(2048)
def _names_beside(names: str) -> bool:
    return _BESIDE.search(_WORD_END.sub("-", names)) is not None


def _same(headings: Sequence[_Heading], claims: Sequence[str]) -> _Heading | None:
    """Return the first heading that says what a title says, letter by letter."""
    wanted = {letters(claim) for claim in claims}
    return next((each for each in headings if not wanted.isdisjoint((letters(each.core), letters(each.whole)))), None)


def _begins(headings: Sequence[_Heading], claims: Sequence[str]) -> _Heading | None:
    """Return the first h1 that a title begins with: what follows is a name that we do not know."""
    first = {letters(_SEPARATOR.split(claim)[0]) for claim in claims}
    return next((each for each in headings if each.level == "h1" and letters(each.core) in first), None)


def _alike(headings: Sequence[_Heading], claims: Sequence[str]) -> _Heading | None:
    """Return the first heading that says nearly what a title says; a lesser one may not say more."""
    for each in headings:
        for claim in claims:
            if are_alike(each.core, claim) and (each.level == "h1" or len(each.core) <= len(claim) + 3):
                return each
    return None


def _only(headings: Sequence[_Heading], claims: Sequence[str], url: str) -> _Heading | None:
    """Return the only h1, if the titles or the address have half of its words."""
    first = [each for each in headings if each.level == "h1"]
    if len({each.core for each in first}) != 1:
        return None
    if len(own := _WORD.findall(first[0].core.casefold())) < 3:
        return first[0] if letters(first[0].core) == letters(_last_name(url)) else None
    known = set(_WORD.findall(" ".join([*claims, unquote(urlsplit(url).path).replace("_", " ")]).casefold()))
    common = sum(len(word) for word in own if word in known)
    return first[0] if common and common >= _HALF * sum(map(len, own)) else None


def _last_name(url: str) -> str:
    """Return the last name in the path of an address, without its ending."""
    return re.sub(r"\.\w+$", "", unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2])


def are_alike(one: str, other: str) -> bool:
    """Say whether a heading on the page and a title in its head are the same headline."""
    one, other = letters(one)[:200], letters(other)[:200]
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer and len(shorter) > len(longer) / 2:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() > _SURE and matcher.quick_ratio() > _SURE and matcher.ratio() > _SURE


def without_site(title: str, site: str, url: str) -> str:
    """Return `title` less the site's name at its end or beginning: `Headline | Example News`."""
    names = _names(site, url)
    separators = list(_SEPARATOR.finditer(title))
    if not separators:
        return title
    last, first = separators[-1], separators[0]
    if _is_name(title[last.end() :], names):
        return without_site(title[: last.start()].strip(), site, url)
    if _is_name(title[: first.start()], names):
        return title[first.end() :].strip()
    return title


@lru_cache(64)
def _names(site: str, url: str) -> frozenset[str]:
    """Return what a site may be called, letters alone: its name, and the parts of its host that are no ending."""
    host = host_of(url)
    labels = host.split(".")[:-1]
    return frozenset({letters(site), letters(host), letters("".join(labels)), *map(letters, labels)} - {"", "www"})


def is_name_of_site(text: str, site: str, url: str) -> bool:
    """Say whether `text` is what the site is called."""
    return _is_name(text, _names(site, url))


def _is_name(part: str, names: frozenset[str]) -> bool:
    """Say whether `part` of a title is one of the site's names, or begins with one (`Example News UK`)."""
    said = letters(part)
    if not said:
        return True
    return any(
        said == name
        or (len(name) > 3 and name in said and len(said) < 2 * len(name))
        or (len(said) > 5 and name.startswith(said) and len(name) < 2 * len(said))
        for name in names
    )
