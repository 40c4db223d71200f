"""Who wrote a page, from what its head and its headline say."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from app.dates.stamps import find_stamps
from app.extract.bylines import byline_behind_date, is_byline, is_label, names_in
from app.extract.evidence import Evidence
from app.extract.jsonld import Facts
from app.extract.lines import Line
from app.extract.names import is_full_name, is_name
from app.extract.places import Boxes
from app.extract.titles import is_name_of_site

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


def find_authors(
    evidence: Evidence,
    facts: Facts,
    above: Sequence[Line],
    below: Sequence[Line],
    boxes: Boxes,
    language: str,
    site: str,
    url: str,
) -> tuple[str, ...]:
    """Return the names of the authors of the page at `url`; that of its publisher only where nobody else is named."""
    persons = {author.name for author in facts.authors if author.kind == "person"}
    weak: list[str] = []
    for names in _claims(evidence, facts, above, below, boxes, language):
        own = [name for name in names if name in persons or not is_name_of_site(name, site, url)]
        if own:
            return tuple(dict.fromkeys(_without_site(name, site) for name in own))
        weak += names
    return tuple(weak[:1])


def _without_site(name: str, site: str) -> str:
    """Return `Ada Brightwater Example News` without the name of the site."""
    short = name.removesuffix(site).strip() if site else name
    return short if is_name(short) else name


def _claims(
    evidence: Evidence, facts: Facts, above: Sequence[Line], below: Sequence[Line], boxes: Boxes, language: str
) -> Iterator[tuple[str, ...]]:
    """Yield what each source says, the most trusted first."""
    yield tuple(name for author in facts.authors for name in names_in(author.name, language, trusted=True))
    yield from _tagged(evidence, language)
    yield from _near(evidence, below[:_NEAR], language)
    yield from _near(evidence, above[: -_ABOVE - 1 : -1], language)
    yield from _marked(evidence, boxes, language)


def _tagged(evidence: Evidence, language: str) -> Iterator[tuple[str, ...]]:
    for tag in _TAGS:
        if tag == "twitter:data1" and not _is_author_label(evidence.said("twitter:label1")):
            continue
        contents = evidence.meta.get(tag, ())
        yield tuple(name for text in contents for name in names_in(_turned(text), language, trusted=True))


def _turned(name: str) -> str:
    """Return `Brightwater, Ada`, as libraries write it, the usual way round."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and " " not in last and "," not in first and len(first.split()) < 3 else name


def _is_author_label(label: str) -> bool:
    return is_byline(f"{label}: ") or "by" in label.lower().split()


def _near(evidence: Evidence, lines: Sequence[Line], language: str) -> Iterator[tuple[str, ...]]:
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
            yield names_in(lines[number + 1].text, language)
        elif is_byline(text, language) or not marked.isdisjoint(range(each.place, each.end)):
            yield names_in(text, language)
        elif behind := byline_behind_date(text, language):
            yield names_in(behind, language)
        elif _leads_to_person(evidence, each) or (number < _LONE and _is_lone_name(lines, number, language)):
            yield names_in(text, language)


def _leads_to_person(evidence: Evidence, each: Line) -> bool:
    """Say whether a line is the link to somebody's page."""
    links = (element for element in evidence.elements[each.place : each.end] if element.tag == "a")
    return len(each.text) < _LONGEST_LINE / 2 and any(_PERSON.search(link.get("href") or "") for link in links)


def _is_lone_name(lines: Sequence[Line], number: int, language: str) -> bool:
    """Say whether a line is a name beside the date of the page, or beside how long it takes to read."""
    if not is_full_name(lines[number].text):
        return False
    beside = (lines[place].text for place in (number - 1, number + 1) if 0 <= place < len(lines))
    return any(
        len(text) < _LONGEST_LINE / 2 and (_READING_TIME.search(text) or next(find_stamps(text, language), None))
        for text in beside
    )


def _marked(evidence: Evidence, boxes: Boxes, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the names in elements outside of boxes that are marked as an author's."""
    for place in evidence.authors:
        element = evidence.elements[place]
        text = _text(element)
        if 1 < len(text) <= _LONGEST_LINE and not boxes.hold(element):
            yield names_in(text, language)


def _text(element: HtmlElement) -> str:
    text = ""
    for part in element.itertext():
        text += f" {part}"
        if len(text) > 4 * _LONGEST_LINE:
            break
    return " ".join(text.split()) or element.get("content") or ""
