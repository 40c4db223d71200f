"""One walk over a page: where it says what it is called, who wrote it and when.

What an element is called is evidence of what it holds, not proof: whoever reads a place decides whether there is a
name or a date at it.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from app.text.normalize import line

MOST_MARKED = 80  # places of one kind
_MOST_HEADINGS = 12  # of each kind, since they may hold one another
_MOST_META = 12  # contents of one name
_LONGEST = 2000  # characters of a text that is looked at
_LONGEST_NAMES = 300

# Words of class, id, itemprop, rel and property that mark an author; sorted.
_AUTHOR = re.compile(
    r"(?<![a-z])(?:aut(?:eur|hor|or|ore)s?|autorin(?:nen)?|bylines?|contributors?|creator|posted-?by|redact(?:eu|o)r|"
    r"reporters?|submitted|username|writers?|written-?by)(?![a-z])",
    re.IGNORECASE,
)
# What is named for an author and is no name: words about them, their picture, their other work; whose quotation, picture
# or comment it is.
_NO_AUTHOR = re.compile(
    r"(?<![a-z])(?:about|adverts?|advertorial|affiliations?|archive|avatars?|bio(?:graphy)?|blockquote|btn|buttons?|captions?|"
    r"collections?|comments?|company|count|credits?|desc(?:ription)?|follow|image|img|job|media|more|notice|photo|picture|"
    r"position|posts?-title|profiles?-links?|quote|related|role|snippet|social|summary|testimonials?|tooltip|with)(?![a-z])",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<![a-z])(?:bylines?|date-?(?:created|line|modified|published|stamp|time)|dates?|data|datum|dt|meta|modified|posted|"
    r"published|publish-?(?:at|date|on|time)|(?:pub|publication|updated?)-?date|submitted|time(?:-?stamp)?|updated?)(?![a-z])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?<![a-z])(?:(?:article|entry|news|node|page|post|story)-?(?:headline|title)|headline|p-name|title)(?![a-z])",
    re.IGNORECASE,
)
_KINDS = {"author": _AUTHOR, "day": _DAY, "title": _TITLE}
# One of these is in every word of the patterns, which take ten times as long; hardly any name has one.
_STEMS = tuple(
    "aut byl contr crea dat dt headline meta modi post publ redact report submit time titl user writ".split()
)
_NAMED = frozenset({"class", "id", "itemprop", "property", "rel"})
_HEAD = frozenset({"meta", "script", "title"})
_WORD_END = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s:]")
# Entities that were encoded once too often, and markup that is meant as such.
_ENTITY = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The places of a page: `elements` are all of it in order, and a place is a number among them.

    `meta` holds what meta tags say by their names in lower case, `scripts` the JSON-LD as it stands, `tab` the text of
    `<title>`, `headings` the h1 first, then what is named a title, then the h2. `authors` and `days` are marked by what
    they are called; every `<time>` is among the days.
    """

    elements: Sequence[HtmlElement]
    meta: Mapping[str, Sequence[str]]
    scripts: Sequence[str]
    tab: str
    headings: Sequence[int]
    authors: Sequence[int]
    days: Sequence[int]

    def said(self, *names: str) -> str:
        """Return what the first of these meta tags that is there says."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")


def gather(root: HtmlElement) -> Evidence:
    """Return the evidence of a parsed page."""
    elements = list(root.iter())
    head: list[HtmlElement] = []
    places: dict[str, list[int]] = {"h1": [], "title": [], "h2": [], "author": [], "day": []}
    for place, element in enumerate(elements):
        tag = element.tag
        if tag in _HEAD:
            head.append(element)
            continue
        if tag in places:
            places[tag].append(place)
        elif tag == "time":
            places["day"].append(place)
            continue
        for name, value in element.items():
            if name in _NAMED and value:
                for kind in _marks(value):
                    places[kind].append(place)
    return Evidence(
        elements,
        _meta(tag for tag in head if tag.tag == "meta"),
        [tag.text or "" for tag in head if is_jsonld(tag)],
        next((decoded(tag.text or "") for tag in head if tag.tag == "title"), ""),
        [place for kind in ("h1", "title", "h2") for place in _unique(places[kind], _MOST_HEADINGS)],
        _unique(places["author"], MOST_MARKED),
        _unique(places["day"], MOST_MARKED),
    )


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
    names = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "property"))))
    return _WORD_END.sub("-", names[:_LONGEST_NAMES])


def _unique(places: list[int], most: int) -> list[int]:
    return list(dict.fromkeys(places))[:most]


def _meta(tags: Iterable[HtmlElement]) -> dict[str, list[str]]:
    meta: dict[str, list[str]] = {}
    for tag in tags:
        said = decoded((tag.get("content") or "")[:_LONGEST])
        names = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        for name in names.lower().split():
            contents = meta.setdefault(name, [])
            if said and len(contents) < _MOST_META:
                contents.append(said)
    return {name: contents for name, contents in meta.items() if contents}


@lru_cache(8192)
def _marks(names: str) -> tuple[str, ...]:
    """Return what the names in an attribute mark, keys of `_KINDS`; few different ones are on a page."""
    lower = names.lower()
    for stem in _STEMS:
        if stem in lower:
            words = _WORD_END.sub("-", names[:_LONGEST_NAMES])
            kinds = (kind for kind, pattern in _KINDS.items() if pattern.search(words))
            return tuple(kind for kind in kinds if kind != "author" or not _NO_AUTHOR.search(words))
    return ()
