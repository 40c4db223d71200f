"""The headline of a page: the heading that the page's own titles confirm, else the best of these."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from app.extract.metadata.evidence import Evidence, names_of
from app.extract.metadata.home_links import leads_home, name_site
from app.net.urls import host_of
from app.text.alike import are_alike
from app.text.normalize import letters, line

MAX_TITLE = 300
_MOST_MARKED = 12  # elements that are named a title
_MOST_PARTS = 200  # of one heading
_LONGEST = 2000  # characters of one heading
_ALIKE = 0.75  # of what two titles have in common makes them one
_HALF = 0.5  # of a heading's words are enough where it is the only one
_FEW = 3  # words, which are too few to tell by their half

# What stands in the head besides JSON-LD, the most trusted first.
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
_SEPARATOR = re.compile(r" [|\-–—‒·•«»:/~♥]{1,5} | ?[|»•] ?")  # in a title on one line
_BEFORE_SITE = re.compile(rf"{_SEPARATOR.pattern}| ?[｜：︱_] ?")  # in scripts that need no space, these do too
# The same, as sites write it that leave no space: `標題｜部落格`, `标题_新浪新闻`, `Про паром: seacat`.
_LOOSE = re.compile(r"\s?(?:[|｜»«•_]{1,5}|[-–—]{2,5})\s?|\s[–—‒·/~-]\s|[:：]\s|：")
# What stands before a title: how many messages wait for whoever saved the page, and what phpBB calls a topic.
_BEFORE_TITLE = re.compile(
    r"\A(?:[(\[]\d{1,3}\+?[)\]] |(?:bekijk onderwerp|consulter le sujet|leggi argomento|thema anzeigen|ver tema|"
    r"ver tópico|view topic|visa ämne|voir le sujet|zobacz temat|zobrazit téma|просмотр темы) - )",
    re.IGNORECASE,
)
_MOST_TITLE_PARTS, _LEAST_PART = 8, 4  # of a title; letters of one that is a headline
# Parts of a heading that are not the headline: what stands over it or under it, labels, and what is only heard; sorted.
_BESIDE = re.compile(
    r"(?<![a-z])(?:anchor|assistive[a-z]{0,9}|author|badge|byline|category|chapo|dachzeile|date[a-z]{0,9}|descriptor|edit[a-z]{0,9}|"
    r"eyebrow|flag|headerlink|kicker|label|meta|(?:over|pre|sub|super|top|upper)-?(?:head(?:er|ing|line)?|tit(?:el|le))|"
    r"(?:over|roof|strap|sub|top)-?line|permalink|posted[a-z]{0,9}|rubri[a-z]{1,9}|screen-?reader[a-z]{0,9}|section|spitzmarke|"
    r"sr-only|tags?|title-?header|topic|(?:visually-?|a11y-?)?hidden|vorzeile)(?![a-z])",
    re.IGNORECASE,
)
_BESIDE_TAGS = frozenset({"small", "time"})
_SILENT = frozenset({"button", "script", "style", "svg", "template"})
_INLINE = frozenset("a abbr b bdi cite code em font i mark q s small span strong sub sup time u wbr".split())
_EDGES = " :|–—-"
# What programs write where they had no title: the value that is none, or the place for it.
_UNFILLED = re.compile(
    r"(?:undefined|null|none|nan|\[object object\]|(?:\{\{|<%|%%)[^<>{}%]{0,80}(?:\}\}|%>|%%))\Z", re.IGNORECASE
)
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and the place of the heading that says it, -1 where none does."""

    text: str
    place: int = -1


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading as it stands, and what of it is the headline proper; only those of h1 may say more than a title."""

    place: int
    is_first: bool
    whole: str
    core: str


def find_title(evidence: Evidence, headline: str, site: str, url: str) -> Title:
    """Return the title of the page at `url`; `headline` is what its JSON-LD says, `site` the site's name."""
    tab = evidence.tab
    said = [headline, *(evidence.said(name) for name in _TITLE_TAGS), _BEFORE_TITLE.sub("", tab, count=1), tab]
    bare = dict.fromkeys(without_site(claim, site, url) for claim in said if claim)
    claims = [claim for claim in bare if not _UNFILLED.match(_SEPARATOR.split(claim, maxsplit=1)[0])]
    names = _names(site, url)
    headings: list[_Heading] = []
    found = None
    for places in _ranks(evidence):
        headings += (each for each in _headings(evidence, places, url) if letters(each.whole) not in names)
        found = _same(headings, claims) or _alike([each for each in headings if each.is_first], claims)
        if found:
            break
    found = found or _alike(headings, claims) or _begins(headings, claims)
    if found is None and (part := _part([*headings, *_headings(evidence, evidence.headings("h3", "h4"), url)], claims)):
        return part
    found = found or _only(headings, claims, url)
    if found is None and (not claims or name_site(evidence, claims, url)):
        found = next((each for each in headings if each.is_first), next(iter(headings), None))
    if found is not None:
        return Title(found.core[:MAX_TITLE], found.place)
    return Title((claims or [host_of(url)])[0][:MAX_TITLE])


def _ranks(evidence: Evidence) -> Iterator[Iterable[int]]:
    """Yield the places of headings, those first that are it nearly always; most pages need no others."""
    yield islice(evidence.headings("h1", "h2"), 1)
    yield islice(evidence.headings("h1", "h2"), 1, None)
    yield evidence.marked("title", _MOST_MARKED)


def _headings(evidence: Evidence, places: Iterable[int], url: str) -> Iterator[_Heading]:
    for place in places:
        element = evidence.elements[place]
        parts = list(islice(_parts(element, beside=False), _MOST_PARTS))
        whole = _joined([text for text, _ in parts])
        core = _joined([text for text, beside in parts if not beside]).strip(_EDGES)
        if len(whole) > 1 and not leads_home(element, url):
            yield _Heading(place, element.tag == "h1", whole, core if len(core) > 3 else whole)


def _parts(element: HtmlElement, beside: bool) -> Iterator[tuple[str, bool]]:
    """Yield the texts of a heading, and of each whether it stands beside the headline proper."""
    yield element.text or "", beside
    for child in element:
        if child.tag not in _SILENT and not _is_anchor(child):
            edge = "" if child.tag in _INLINE else " "
            yield edge, beside
            yield from _parts(child, beside or _is_beside(child))
            yield edge, beside
        yield child.tail or "", beside


def _is_anchor(element: HtmlElement) -> bool:
    """Say whether an element is the sign by which one links to a heading: `#`, `¶`."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    return not any(map(str.isalnum, element.text_content()))


def _is_beside(element: HtmlElement) -> bool:
    return element.tag in _BESIDE_TAGS or _BESIDE.search(names_of(element)) is not None


def _joined(texts: Sequence[str]) -> str:
    """Return texts as one line; what only a style sheet parts, a space does here: `Local newsTower moves`."""
    joined = ""
    for text in texts:
        runs_on = text[:1].isupper() and joined[-1:].islower() and len(joined) > 3
        joined += f" {text}" if runs_on else text
    return line(joined[:_LONGEST])


def _same(headings: Sequence[_Heading], claims: Sequence[str]) -> _Heading | None:
    """Return the first heading that says what a title says, letter by letter."""
    wanted = {letters(claim) for claim in claims}
    return next((each for each in headings if not wanted.isdisjoint((letters(each.core), letters(each.whole)))), None)


def _alike(headings: Sequence[_Heading], claims: Sequence[str]) -> _Heading | None:
    """Return the first heading that says nearly what a title says; a lesser one may not say more."""
    for each in headings:
        for claim in claims:
            if _are_alike(each.core, claim) and (each.is_first or len(each.core) <= len(claim) + 3):
                return each
    return None


def _begins(headings: Sequence[_Heading], claims: Sequence[str]) -> _Heading | None:
    """Return the first h1 that a title begins with: what follows is a name that we do not know."""
    first = {letters(_SEPARATOR.split(claim)[0]) for claim in claims}
    return next((each for each in headings if each.is_first and letters(each.core) in first), None)


def _part(headings: Sequence[_Heading], claims: Sequence[str]) -> Title | None:
    """Return the heading that is one part of a title, or a line over it and one: the other names a site.

    Where several are, a h1 goes before others, and what stands later on the page: a site's name stands before.
    """
    for claim in claims:
        said = _said_apart(claim)
        fits = [(each, part) for each in headings for part in said if _is_part(each, part)]
        if fits:
            each, part = max(fits, key=lambda fit: (fit[0].is_first, fit[0].place))
            is_whole = part in (letters(each.core), letters(each.whole))
            return Title((each.core if is_whole else said[part])[:MAX_TITLE], each.place)
    return None


def _said_apart(title: str) -> dict[str, str]:
    """Return the parts of a title by their letters; none that is much shorter than another, as a section's name is.

    Of more than two only the first: the others are sections and sites.
    """
    parts = {letters(part): part for part in _LOOSE.split(title, maxsplit=_MOST_TITLE_PARTS)}
    least = max(_LEAST_PART, max(map(len, parts)) / 2)
    first = list(parts.items())[: 2 if len(parts) == 2 else 1]
    return {said: part for said, part in first if len(said) >= least} if len(parts) > 1 else {}


def _is_part(heading: _Heading, part: str) -> bool:
    core = letters(heading.core)
    return part in (core, letters(heading.whole)) or (core.endswith(part) and len(part) * 2 > len(core))


def _only(headings: Sequence[_Heading], claims: Sequence[str], url: str) -> _Heading | None:
    """Return the only h1, if the titles or the address have half of its words."""
    first = [each for each in headings if each.is_first]
    if len({each.core for each in first}) != 1:
        return None
    own = _WORD.findall(first[0].core.casefold())
    path = unquote(urlsplit(url).path)
    if len(own) < _FEW:
        name = path.rstrip("/").rpartition("/")[2].partition(".")[0]
        return first[0] if letters(first[0].core) == letters(name) else None
    known = set(_WORD.findall(" ".join([*claims, path.replace("_", " ")]).casefold()))
    common = sum(len(word) for word in own if word in known)
    return first[0] if common >= _HALF * sum(map(len, own)) else None


def _are_alike(one: str, other: str) -> bool:
    """Say whether a heading on the page and a title in its head are the same headline."""
    one, other = letters(one)[:200], letters(other)[:200]
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer and len(shorter) > len(longer) / 2:
        return True
    return are_alike(one, other, _ALIKE)


def without_site(title: str, site: str, url: str) -> str:
    """Return `title` less the site's name at its end or beginning: `Headline | Example News`."""
    names = _names(site, url)
    separators = list(_BEFORE_SITE.finditer(title))
    while separators and _is_name(title[separators[-1].end() :], names):
        title = title[: separators.pop().start()].strip()
    if separators and _is_name(title[: separators[0].start()], names):
        return title[separators[0].end() :].strip()
    return _without_prefix(title, site)


def _without_prefix(title: str, site: str) -> str:
    """Return `title` less the site's whole name and a colon: `Example News: Tower moves two metres`.

    A name of one word, and one before a few words alone, may be what the headline is about: `Example News: a history`.
    """
    before, _, headline = title.partition(": ")
    is_name = len(before.split()) > 1 and letters(before) == letters(site)
    return headline.strip() if is_name and len(headline.split()) > _FEW else title


def is_name_of_site(text: str, site: str, url: str) -> bool:
    """Say whether `text` is what the site is called."""
    return _is_name(text, _names(site, url))


@lru_cache(64)
def _names(site: str, url: str) -> frozenset[str]:
    """Return what a site may be called, letters alone: its name, and the parts of its host that are no ending."""
    host = host_of(url)
    labels = host.split(".")[:-1]
    return frozenset({letters(site), letters(host), letters("".join(labels)), *map(letters, labels)} - {"", "www"})


def _is_name(part: str, names: frozenset[str]) -> bool:
    """Say whether `part` of a title is one of the site's names, or most of one (`Example News UK`)."""
    said = letters(part)
    return not said or any(
        said == name
        or (len(name) > 3 and name in said and len(said) < 2 * len(name))
        or (len(said) > 5 and name.startswith(said) and len(name) < 2 * len(said))
        for name in names
    )
