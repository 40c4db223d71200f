"""One walk over a page: where it says what it is called, who wrote it and when.

What an element is called is evidence of what it holds, not proof: who reads a place decides whether there is a name
or a date at it.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from app.text.normalize import line

MOST_MARKED = 80  # places of one kind
_MOST_HEADINGS = 12  # of each level, since they may hold one another
_MOST_META = 12  # contents of one name
_LONGEST = 2000  # characters of a text that is looked at

# Words of class, id, itemprop, rel and property that mark an author or a day, sorted.
_AUTHOR = re.compile(
    r"(?<![a-z])(?:aut(?:eur|hor|or|ore)s?|autorin(?:nen)?|bylines?|contributors?|creator|posted-?by|redact(?:eu|o)r|"
    r"reporters?|submitted|username|writers?|written-?by)(?![a-z])",
    re.IGNORECASE,
)
# What is named for an author and is no name: words about them, their picture, their other work; authors of quotations,
# pictures and comments.
_NO_AUTHOR = re.compile(
    r"(?<![a-z])(?:about|adverts?|advertorial|affiliations?|archive|avatars?|bio(?:graphy)?|blockquote|btn|buttons?|captions?|"
    r"collections?|comments?|company|count|credits?|desc(?:ription)?|follow|image|img|job|media|more|notice|photo|picture|"
    r"position|posts?-title|profiles?-links?|quote|related|role|snippet|social|summary|testimonials?|tooltip|with)(?![a-z])",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<![a-z])(?:bylines?|(?:[a-z]+-?)?dates?|date-?(?:published|modified|created|time|line|stamp)|data|datum|dt|meta|"
    r"modified|posted|published|publish-?(?:at|date|on|time)|submitted|time(?:-?stamp)?|updated?)(?![a-z])",
    re.IGNORECASE,
)
# One of these is in every word of the patterns, which take ten times as long; hardly any name has one.
_STEMS = tuple("aut byl contr crea dat dt meta modi post publ redact report submit time titl user headline writ".split())
_HEAD = frozenset({"meta", "script", "title"})
_NAMES = frozenset({"class", "id", "itemprop", "property", "rel"})
_TITLE = re.compile(
    r"(?<![a-z])(?:(?:article|entry|node|page|post|story|news)-?(?:headline|title)|headline|p-name|title)(?![a-z])",
    re.IGNORECASE,
)
_WORD_END = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\s:]+")
# Entities that were encoded once too often.
_ENTITY = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The places of a page: `elements` are all of it in order, and a place is a number among them.

    `meta` holds what meta tags say by their names in lower case, `scripts` the JSON-LD as it stands, `tab` the text
    of `<title>`, `headings` the h1 and after them the h2. `authors` and `days` are marked by what they are called;
    every `<time>` is among the days.
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
            if name in _NAMES and value:
                for kind in _marks(value):
                    places[kind].append(place)
    meta = _meta(tag for tag in head if tag.tag == "meta")
    scripts = [tag.text or "" for tag in head if "ld+json" in (tag.get("type") or "").lower()]
    tab = next((decoded(tag.text or "") for tag in head if tag.tag == "title"), "")
    headings = dict.fromkeys(place for kind in ("h1", "title", "h2") for place in places[kind][:_MOST_HEADINGS])
    return Evidence(elements, meta, scripts, tab, list(headings), _first(places["author"]), _first(places["day"]))


def _first(places: list[int]) -> list[int]:
    return list(dict.fromkeys(places))[:MOST_MARKED]


def decoded(text: str) -> str:
    """Return `text` on one line, without entities that were encoded twice, and without tags that are meant to be markup."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return line(_TAG.sub(" ", text) if "<" in text else text)


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
    """Return which of `author` and `day` the names in an attribute mark; few different ones are on a page."""
    lower = names.lower()
    for stem in _STEMS:
        if stem in lower:
            words = _WORD_END.sub("-", names[:300])
            author = _AUTHOR.search(words) and not _NO_AUTHOR.search(words)
            kinds = {"author": author, "day": _DAY.search(words), "title": _TITLE.search(words)}
            return tuple(kind for kind, found in kinds.items() if found)
    return ()
