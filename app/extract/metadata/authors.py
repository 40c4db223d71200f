"""Who wrote a page, from what its head and its headline say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.extract.metadata.around_headline import LONG, PROSE, Surroundings, is_talk
from app.extract.metadata.bylines import byline_behind_date, is_byline, is_label, lone_names, names_in, titled_names
from app.extract.metadata.date_words import kind_of_words
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.jsonld import Author, Facts
from app.extract.metadata.person_names import is_full_name, is_name, is_role
from app.extract.metadata.titles import is_name_of_site
from app.extract.metadata.visible_lines import Line, short_text
from app.text.dates.stamps import find_stamps
from app.text.normalize import letters

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
    r"/(?:@|(?:aut[eo]r(?:en|es|i)?|auteurs?|authors?|columnists?|contributors?|journalists?|members?|people|"
    r"person(?:en)?|profiles?|redaktion|reporters?|staff|team|users?|writers?)/)[^/]",
    re.IGNORECASE,
)
_MOST_MARKED = 80  # elements marked as an author's
_READING_TIME = re.compile(r"\d\s?-?(?:min\b|minutes?\b|minuten\b|minutos\b|分)", re.IGNORECASE)
_LONGEST, _LONGEST_NAME = 200, 60  # characters of a byline, of the name of an organisation
# What is said of a paper: the volume and the number of a journal, and what identifies it.
_CITED = re.compile(r"\bdoi\b|\b[eE]?ISSN\b|\d\(\d{1,4}\)")
_MOST_OF_CARD = 20  # elements
_PRAISE = re.compile(r"\b(?:customer-?reviews?|testimonials?|user-?reviews?)\b", re.IGNORECASE)
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NEAR, _ABOVE = 12, 6  # lines behind and before the headline
_MOST_LINES_OF_NAMES = 10
_LONE = 5  # lines behind it in which a name may stand alone


@dataclass(frozen=True, slots=True)
class _Claim:
    """Names that one place says; `explicit` where words before them say that they are the authors'."""

    names: tuple[str, ...]
    explicit: bool = False


def find_authors(
    evidence: Evidence, facts: Facts, surroundings: Surroundings, title: str, site: str, url: str
) -> tuple[str, ...]:
    """Return the names of the authors of the page at `url`; that of its publisher only where nobody else is named.

    A name of one word, which may be that of an account, gives way to a whole one in a byline.
    """
    nick: tuple[str, ...] = ()
    publisher: list[str] = []
    for claim in _claims(evidence, facts, surroundings):
        others = [name for name in claim.names if not is_name_of_site(name, site, url)]
        own = _each_once(_without_site(name, site) for name in others if not _is_in(name, title))
        is_full = any(" " in name for name in own)
        if own and (claim.explicit or is_full) and (not nick or is_full):
            return own
        nick = nick or own
        publisher += [name for name in claim.names if name not in others]
    if not nick and not publisher:
        nick = next((names for names in _marked(evidence, surroundings) if not _is_in(names[0], title)), ())
    return nick or tuple(publisher[:1])


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in their order, each as it is written first; in capitals only where it is written so always."""
    found: dict[str, str] = {}
    for name in names:
        if not found.get(letters(name), "").strip() or found[letters(name)].isupper():
            found[letters(name)] = name
    return tuple(found.values())


def _is_in(name: str, title: str) -> bool:
    return len(name) > 5 and letters(name) in letters(title)


def _without_site(name: str, site: str) -> str:
    """Return `Ada Brightwater Example News` without the name of the site."""
    short = name.removesuffix(site).strip() if site else name
    return short if is_name(short) else name


def _claims(evidence: Evidence, facts: Facts, around: Surroundings) -> Iterator[_Claim]:
    """Yield what each source says, the most trusted first."""
    language = around.language
    said = _Claim(tuple(name for author in facts.authors for name in _names_of(author, language)))
    if not all(author.kind == "organisation" for author in facts.authors):
        yield said
    near = [*_near(evidence, around.below[:_NEAR], language), *_near(evidence, around.above[:_ABOVE], language)]
    explicit = next((claim for claim in near if claim.explicit and claim.names), None)
    if explicit and all(map(is_full_name, explicit.names)):
        yield explicit
    yield said  # of an organisation, which may be the publisher
    yield from _tagged(evidence, language)
    yield from near


def _names_of(author: Author, language: str) -> tuple[str, ...]:
    """Return the names in that of an author; an organisation has one, though it be `Depot and Line Association`."""
    names = tuple(names_in(author.name, language, trusted=True))
    is_whole = author.kind == "organisation" and len(names) > 1 and not all(map(is_full_name, names))
    return (author.name,) if is_whole and len(author.name) <= _LONGEST_NAME else names


def _tagged(evidence: Evidence, language: str) -> Iterator[_Claim]:
    for tag in _TAGS:
        if tag == "twitter:data1" and not _is_author_label(evidence.said("twitter:label1")):
            continue
        texts = (_turned(part.strip()) for text in evidence.meta.get(tag, ()) for part in text.split(";"))
        yield _Claim(tuple(name for text in texts for name in names_in(text, language, trusted=True)))


def _turned(name: str) -> str:
    """Return `Brightwater, Ada`, as libraries write it, the usual way round."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and " " not in last and "," not in first and len(first.split()) < 3 else name


def _is_author_label(label: str) -> bool:
    return is_byline(f"{label}: ") or "by" in label.lower().split()


def _near(evidence: Evidence, lines: Sequence[Line], language: str) -> Iterator[_Claim]:
    """Yield the names in lines around the headline that have the marks of a byline."""
    is_behind = False
    for number, each in enumerate(lines):
        is_behind = is_behind or len(each.text) >= PROSE
        if len(each.text) > _LONGEST or (is_behind and is_talk(evidence.elements[each.place])):
            continue
        if is_label(each.text, language) and number + 1 < len(lines):
            yield _Claim(names_in(lines[number + 1].text, language), explicit=True)
        elif byline := each.text if is_byline(each.text, language) else byline_behind_date(each.text, language):
            yield _Claim(names_in(byline, language), explicit=True)
        elif titled := titled_names(each.text):
            yield _Claim(titled, explicit=True)
        elif names := list(_marked_in(evidence, each, language)):
            yield from map(_Claim, names)
        elif number < _LONE and (persons := _persons(evidence, each)):
            yield _Claim(_linked(lines, number, persons, evidence, language))
        elif number < _LONE and not _CITED.search(each.text) and _is_beside_date(evidence, lines, number, language):
            yield _Claim(lone_names(each.text, language))


def _marked_in(evidence: Evidence, each: Line, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the names in the elements of a line that are marked as an author's: of all, then the innermost first."""
    places = [place for place in range(each.place, each.end) if "author" in evidence.marks(place)]
    marked = [each for each in map(evidence.elements.__getitem__, places) if not _is_of_another(each)]
    found = [(element, _names_at(element, language)) for element in marked]
    within = {above for element, names in found if names for above in islice(element.iterancestors(), _MOST_OF_CARD)}
    inner = [names for element, names in found if names and element not in within]
    if len(inner) > 1 and all(is_full_name(name) for names in inner for name in names):
        yield tuple(dict.fromkeys(name for names in inner for name in names))
    yield from (names for _, names in reversed(found))


def _persons(evidence: Evidence, each: Line) -> list[str]:
    """Return the words of the links to somebody's page in a short line."""
    links = (element for element in evidence.elements[each.place : each.end] if element.tag == "a")
    if len(each.text) >= _LONGEST / 2:
        return []
    return [short_text(link, _LONGEST) for link in links if _PERSON.search((link.get("href") or "")[:LONG])]


def _linked(
    lines: Sequence[Line], number: int, persons: Sequence[str], evidence: Evidence, language: str
) -> tuple[str, ...]:
    """Return the names in a line with links to persons, and in the lines at once behind it that are nothing else."""
    lone = lone_names(lines[number].text, language)
    # The words beside the link are where somebody wrote: `Lucía Ramos Cádiz`.
    names = [next((one for one in persons if name.startswith(f"{one} ")), name) for name in lone]
    names = names or _with_role(lines[number].text, persons)
    for each in lines[number + 1 : number + 1 + _MOST_LINES_OF_NAMES] if names else ():
        following = _with_role(each.text, _persons(evidence, each))
        if not following:
            break
        names += following
    return tuple(names)


def _with_role(text: str, persons: Sequence[str]) -> list[str]:
    """Return the one person of a line that is nothing but a link to them, or what they are besides."""
    name = persons[0] if len(persons) == 1 else ""
    rest = text.removeprefix(name).strip(" ,-–—|")
    is_whole = bool(name) and text.startswith(name) and is_full_name(name)
    return [name] if is_whole and (not rest or is_role(rest)) else []


def _is_beside_date(evidence: Evidence, lines: Sequence[Line], number: int, language: str) -> bool:
    """Say whether a line has, or is beside one that has, a date or how long it takes to read the page."""
    near = [each for each in lines[max(0, number - 1) : number + 2] if len(each.text) < _LONGEST / 2]
    if any(_READING_TIME.search(each.text) or next(find_stamps(each.text, language), None) for each in near):
        return True
    said = (each for each in near if kind_of_words(each.text) == "published")  # `Posted on Mar 27`
    places = (place for each in said for place in range(each.place, min(each.end, each.place + _MOST_OF_CARD)))
    return any(evidence.elements[place].tag == "time" and evidence.elements[place].get("datetime") for place in places)


def _marked(evidence: Evidence, around: Surroundings) -> Iterator[tuple[str, ...]]:
    """Yield the names in elements outside of boxes that are marked as an author's."""
    for place in evidence.marked("author", _MOST_MARKED):
        element = evidence.elements[place]
        names = _names_at(element, around.language)
        if names and not around.boxes.hold(element) and not _is_of_another(element):
            yield names


def _is_of_another(element: HtmlElement) -> bool:
    """Say whether an element stands in what somebody else says: a quotation, or praise of what the page is about."""
    return any(each.tag == "blockquote" or _PRAISE.search(each.get("class") or "") for each in element.iterancestors())


def _names_at(element: HtmlElement, language: str) -> tuple[str, ...]:
    """Return the names in an element that is marked as an author's; what its card (hCard) says is the name.

    So is its first link in scripts without spaces, where nothing parts a name from the words beside it.
    """
    whole = short_text(element, _LONGEST)
    parts = list(islice(element.iter(), _MOST_OF_CARD))
    cards = [each for each in parts if "fn" in (each.get("class") or "").split()]
    if not cards and _EASTERN.match(whole):
        cards = [each for each in parts if each.tag == "a"]
    names = names_in(short_text(cards[0], _LONGEST), language) if cards else ()
    return names or names_in(whole or _content(element, parts)[:_LONGEST], language)


def _content(element: HtmlElement, parts: Sequence[HtmlElement]) -> str:
    """Return what an element without text says to machines: in its own attribute, or in that of the name within it."""
    named = (each for each in parts if each.get("itemprop") == "name")
    return next(filter(None, (each.get("content") for each in (element, *named))), "")
