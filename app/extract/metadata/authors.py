"""Who wrote a page, from what its head and its headline say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.text.normalize import letters
from app.text.dates.stamps import find_stamps
from app.extract.metadata.bylines import byline_behind_date, is_byline, is_label, lone_names, names_in
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.jsonld import Facts
from app.extract.metadata.lines import Line
from app.extract.metadata.names import is_full_name, is_name
from app.extract.places import Boxes
from app.extract.metadata.titles import is_name_of_site

# Meta tags that name an author, the most trusted first.
_TAGS = (
    "citation_author",
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.personalname",
    "creator",
    "article.author",
    "cxenseparse:author",
    "shareaholic:article_author_name",
    "dc.contributor",
    "og:author",
    "rbauthors",
    "authors",
    "author_name",
    "twitter:data1",
)
# Where the page of a person is, on most sites.
_PERSON = re.compile(
    r"/(?:@|(?:authors?|aut[eo]r(?:en|es|i)?|auteurs?|columnists?|contributors?|journalists?|members?|people|person(?:en)?|"
    r"profiles?|redaktion|reporters?|staff|team|users?|writers?)/)[^/]",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\d+\s?-?(?:min\b|minutes?\b|minuten\b|minutos\b|分)", re.IGNORECASE)
_LONGEST_LINE = 200
_NEAR, _ABOVE = 12, 6  # lines behind and before the headline
_LONE = 5  # lines behind it in which a name may stand alone
_LONG = 250  # characters of a line that is text


@dataclass(frozen=True, slots=True)
class _Claim:
    """Names that one place says; `explicit` where words before them say that they are the authors'."""

    names: tuple[str, ...]
    explicit: bool = False


def find_authors(
    evidence: Evidence,
    facts: Facts,
    above: Sequence[Line],
    below: Sequence[Line],
    boxes: Boxes,
    language: str,
    title: str,
    site: str,
    url: str,
) -> tuple[str, ...]:
    """Return the names of the authors of the page at `url`; that of its publisher only where nobody else is named.

    A name of one word, which may be that of an account, gives way to a whole one in a byline.
    """
    nick: tuple[str, ...] = ()
    publisher: list[str] = []
    for claim in _claims(evidence, facts, above, below, language):
        names = [name for name in claim.names if not is_name_of_site(name, site, url) and not _is_in(name, title)]
        own = tuple(dict.fromkeys(_without_site(name, site) for name in names))
        is_full = any(" " in name for name in own)
        if own and (claim.explicit or is_full) and (not nick or is_full):
            return own
        nick = nick or own
        publisher += claim.names
    if not nick and not publisher:
        nick = next(_marked(evidence, boxes, language), ())
    return nick or tuple(publisher[:1])


def _is_in(name: str, title: str) -> bool:
    return len(name) > 5 and letters(name) in letters(title)


def _without_site(name: str, site: str) -> str:
    """Return `Ada Brightwater Example News` without the name of the site."""
    short = name.removesuffix(site).strip() if site else name
    return short if is_name(short) else name


def _claims(
    evidence: Evidence, facts: Facts, above: Sequence[Line], below: Sequence[Line], language: str
) -> Iterator[_Claim]:
    """Yield what each source says, the most trusted first."""
    yield _Claim(tuple(name for author in facts.authors for name in names_in(author.name, language, trusted=True)))
    near = [*_near(evidence, below[:_NEAR], language), *_near(evidence, above[: -_ABOVE - 1 : -1], language)]
    explicit = next((claim for claim in near if claim.explicit and claim.names), None)
    if explicit and all(map(is_full_name, explicit.names)):
        yield explicit
    yield from _tagged(evidence, language)
    yield from near


def _tagged(evidence: Evidence, language: str) -> Iterator[_Claim]:
    for tag in _TAGS:
        if tag == "twitter:data1" and not _is_author_label(evidence.said("twitter:label1")):
            continue
        contents = evidence.meta.get(tag, ())
        yield _Claim(tuple(name for text in contents for name in names_in(_turned(text), language, trusted=True)))


def _turned(name: str) -> str:
    """Return `Brightwater, Ada`, as libraries write it, the usual way round."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and " " not in last and "," not in first and len(first.split()) < 3 else name


def _is_author_label(label: str) -> bool:
    return is_byline(f"{label}: ") or "by" in label.lower().split()


def _near(evidence: Evidence, lines: Sequence[Line], language: str) -> Iterator[_Claim]:
    """Yield the names in lines around the headline, as far as the text, that have the marks of a byline."""
    marked = frozenset(evidence.authors)
    long = 0
    for number, each in enumerate(lines):
        text = each.text
        long += len(text) > _LONG
        if long > 1:
            return
        if len(text) > _LONGEST_LINE:
            continue
        if is_label(text, language) and number + 1 < len(lines):
            yield _Claim(names_in(lines[number + 1].text, language), explicit=True)
        elif is_byline(text, language):
            yield _Claim(names_in(text, language), explicit=True)
        elif behind := byline_behind_date(text, language):
            yield _Claim(names_in(behind, language), explicit=True)
        elif own := marked.intersection(range(each.place, each.end)):
            yield from (_Claim(_names_at(evidence.elements[place], language)) for place in sorted(own, reverse=True))
        elif number < _LONE and (_leads_to_person(evidence, each) or _is_beside_date(lines, number, language)):
            yield _Claim(lone_names(text, language))


def _leads_to_person(evidence: Evidence, each: Line) -> bool:
    """Say whether a line is the link to somebody's page."""
    links = (element for element in evidence.elements[each.place : each.end] if element.tag == "a")
    return len(each.text) < _LONGEST_LINE / 2 and any(_PERSON.search(link.get("href") or "") for link in links)


def _is_beside_date(lines: Sequence[Line], number: int, language: str) -> bool:
    """Say whether a line has, or is beside one that has, a date or how long it takes to read the page."""
    texts = [each.text for each in lines[max(0, number - 1) : number + 2] if len(each.text) < _LONGEST_LINE / 2]
    return any(_READING_TIME.search(text) or next(find_stamps(text, language), None) for text in texts)


def _marked(evidence: Evidence, boxes: Boxes, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the names in elements outside of boxes that are marked as an author's."""
    for place in evidence.authors:
        element = evidence.elements[place]
        names = _names_at(element, language)
        if names and not boxes.hold(element):
            yield names


def _names_at(element: HtmlElement, language: str) -> tuple[str, ...]:
    text = _text(element)
    return names_in(text, language) if 1 < len(text) <= _LONGEST_LINE else ()


def _text(element: HtmlElement) -> str:
    text = ""
    for part in element.itertext():
        text += f" {part}"
        if len(text) > 4 * _LONGEST_LINE:
            break
    return " ".join(text.split()) or element.get("content") or ""
