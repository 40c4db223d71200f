"""One walk over a page: where it says what it is called, who wrote it and when.

What an element is called is evidence of what it holds, not proof: whoever reads a place decides whether there is a
name or a date at it.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice

from lxml.html import HtmlElement

from app.extract.metadata import parsely_page
from app.text.normalize import line

_MOST_HEADINGS = 12  # of each kind, since they may hold one another
_MOST_META = 12  # contents of one name
_LONGEST = 2000  # characters of a text that is looked at
_LONGEST_NAMES = 300

# Words of class, id, itemprop, rel and property that mark an author, a day, a title; sorted.
_AUTHOR = frozenset(
    "auteur auteurs author authors autor autore autores autorin autorinnen byline bylines contributor contributors "
    "creator redacteur redactor reporter reporters submitted username writer writers".split()
)
_DAY = frozenset(
    "ago byline bylines data date dateline dates datestamp datetime datum dt meta modified postdate posted pubdate "
    "published publishdate submitted time timeago timestamp update updated updatedate".split()
)
_TITLE = frozenset("headline midashi title titel titolo titre titulo".split())
# What is named for an author and is no name: words about them, their picture, their other work; or whose is a
# quotation, a picture, a comment.
_NO_AUTHOR = frozenset(
    "about advert advertorial adverts affiliation affiliations archive avatar avatars bio biography blockquote "
    "btn button buttons caption captions collection collections comment comments company count credit credits "
    "desc description follow image img job links media more notice photo picture position quote related role "
    "snippet social summary testimonial testimonials tooltip with".split()
)
_ANY = _AUTHOR | _DAY | _TITLE | {"by"}
_NAMED = frozenset({"class", "id", "itemprop", "property", "rel"})
_HEAD = frozenset({"meta", "script", "title"})
_TIMES = frozenset({"local-time", "relative-time", "time", "time-ago"})  # those of GitHub's script besides HTML's own
_UNMARKED, _DATED = frozenset[str](), frozenset({"day"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Entities that were encoded once too often, and markup that is meant as such.
_ENTITY = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


class Evidence:
    """The places of a page where something may be said: `elements` are all of it in order, a place is a number of them.

    `meta` holds what meta tags say by their names in lower case, `scripts` the JSON-LD as it stands, `tab` the text of
    `<title>`. What elements are called is looked up where it is asked for, since the head and the lines around the
    headline are enough on most pages.
    """

    def __init__(self, root: HtmlElement) -> None:
        """Take a parsed page."""
        self.elements: Sequence[HtmlElement] = list(root.iter())
        self.meta: Mapping[str, Sequence[str]] = _meta(root.iter("meta"))
        self.scripts = [script.text or "" for script in root.iter("script") if is_jsonld(script)]
        self.tab = next((decoded(title.text or "") for title in root.iter("title")), "")
        self._root = root

    def said(self, *names: str) -> str:
        """Return what the first of these meta tags that is there says."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    def linked(self, relation: str) -> str:
        """Return the address of the first `link` of such a relation."""
        links = (link for link in self._root.iter("link") if (link.get("rel") or "").lower() == relation)
        return next(filter(None, (link.get("href") for link in links)), "")

    def headings(self, *tags: str) -> Iterator[int]:
        """Yield the places of the first headings of each of these tags."""
        for tag in tags:
            place = 0
            for element in islice(self._root.iter(tag), _MOST_HEADINGS):
                place = self.elements.index(element, place)
                yield place

    def marks(self, place: int) -> frozenset[str]:
        """Return what the element at a place is marked as by what it is called: `author`, `day`, `title`."""
        return _marks_of(self.elements[place])

    def marked(self, mark: str, most: int) -> Sequence[int]:
        """Return the first `most` places that are marked so."""
        return self._marked.get(mark, ())[:most]

    @cached_property
    def _marked(self) -> Mapping[str, Sequence[int]]:
        places: dict[str, list[int]] = {}
        for place, element in enumerate(self.elements):
            marks = _marks_of(element)
            if marks and element.tag not in _HEAD:
                for mark in marks:
                    places.setdefault(mark, []).append(place)
        return places


def is_jsonld(script: HtmlElement) -> bool:
    """Say whether a script is JSON-LD, whatever the case and the parameters of its type."""
    return "ld+json" in (script.get("type") or "").lower()


def decoded(text: str) -> str:
    """Return `text` on one line, without entities that were encoded twice, and without tags within it."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return line(_TAG.sub(" ", text) if "<" in text else text)


def names_of(element: HtmlElement) -> str:
    """Return what an element is called: its class, id, itemprop and property, as words parted by hyphens."""
    return "-".join(_words(" ".join(filter(None, map(element.get, ("class", "id", "itemprop", "property"))))))


def _words(names: str) -> list[str]:
    """Return the words of names in lower case; `articleAuthor`, `article_author` and `article-author` are the same."""
    if not names.islower():
        names = _CAMEL.sub(" ", names).lower()
    return names.replace("-", " ").replace("_", " ").replace(":", " ").split()


def _meta(tags: Iterable[HtmlElement]) -> dict[str, list[str]]:
    meta: dict[str, list[str]] = {}
    for tag in tags:
        said = decoded((tag.get("content") or "")[:_LONGEST])
        names = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        if names == parsely_page.TAG:
            for name, content in parsely_page.tags_in(tag.get("content") or ""):
                _add(meta, name, decoded(content[:_LONGEST]))
            continue
        for name in names.lower().split():
            _add(meta, name, said)
    return {name: contents for name, contents in meta.items() if contents}


def _add(meta: dict[str, list[str]], name: str, said: str) -> None:
    contents = meta.setdefault(name, [])
    if said and len(contents) < _MOST_META:
        contents.append(said)


def _marks_of(element: HtmlElement) -> frozenset[str]:
    marks = _DATED if element.tag in _TIMES else _UNMARKED
    for name, value in element.items():
        if name in _NAMED and (told := _marks(value)):
            marks |= told
    return marks


@lru_cache(8192)
def _marks(names: str) -> frozenset[str]:
    """Return what the names in an attribute mark: `author`, `day`, `title`; few different ones are on a page."""
    words = _words(names[:_LONGEST_NAMES])
    if _ANY.isdisjoint(words):
        return _UNMARKED
    by = "by" in words and ("posted" in words or "written" in words)
    is_author = (by or not _AUTHOR.isdisjoint(words)) and _NO_AUTHOR.isdisjoint(words)
    kinds = {"author": is_author, "day": not _DAY.isdisjoint(words), "title": not _TITLE.isdisjoint(words)}
    return frozenset(kind for kind, found in kinds.items() if found)
