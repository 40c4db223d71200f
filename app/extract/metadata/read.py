"""A parsed page to its metadata, one fact after the other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.extract.metadata.around_headline import look_around
from app.extract.metadata.authors import find_authors
from app.extract.metadata.dates import find_days
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.guides import NO_GUIDE, Guide
from app.extract.metadata.jsonld import Facts, read_facts
from app.extract.metadata.posts import NO_POSTS, Posts
from app.extract.metadata.titles import find_title
from app.extract.metadata.visible_lines import Line
from app.net.urls import host_of
from app.text.normalize import letters, line

MAX_BYLINE = 120
MAX_DECK = 600
_MIN_DECK = 20
_MOST_DECKS = 20  # lines behind the headline
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|deck?|sub-?(?:title|heading|headline|head)|teaser-?text|strapline|chapo|chapeau|"
    r"vorspann|anrisstext|sommario|entradilla|ingress|summary|lead-?in|excerpt|synopsis|intro|sapo|bajada|copete|"
    r"sumario|sub-?t[ií]tulo|linha-?fina|occhiello|perex|zajawka|manchet|podtytul|alcim)(?:$|[\s_-])",
    re.IGNORECASE,
)
# The same where no sentence stands between the headline and such an element, and the head describes the page with
# no other: within a text they may be anything.
_FIRST_DECK_CLASS = re.compile(
    r"(?:^|\s)(?:spot|t-descr|(?:(?:article|detail|entry|news|page|post|story)[_-]{1,2})?description)(?:$|\s)",
    re.IGNORECASE,
)
# Headings of parts of a text; a line behind one of them says nothing of the whole.
_PARTS = frozenset({"h2", "h3", "h4"})
_UNDER = 2  # lines: a deck, and a byline
_SENTENCE, _SENTENCE_ENDS = 40, frozenset(".!?…。！？")
_PICTURES = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
# Where English begins a date in figures with the day, whatever the page says of its language.
_DAY_FIRST = frozenset("ae au bd eg gh hk ie il in jm ke lk my mt mu ng np nz pk sg tt tz ug uk za zm zw".split())


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page besides its text; whatever is unknown is empty.

    `byline` is all `authors` in one line. `date` and `updated` are `YYYY-MM-DD`; `updated` is empty where it is no
    later day, and where the day of publication is unknown both are the day of the last change. `titles` are all that
    the head and JSON-LD call the page, `descriptions` what they say of it, shown or not, and `body` is the article's
    text as JSON-LD has it. `claims` are a claim that the article checks, and what it rates it; `guide` is the
    recipe or instruction of the page, `posts` are the parts of a text of many, `job` is
    the description of a place to be filled, as markup.
    """

    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    site: str = ""
    deck: str = ""
    lead_image: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""
    claims: tuple[str, ...] = ()
    guide: Guide = NO_GUIDE
    posts: Posts = NO_POSTS
    job: str = ""


def read_metadata(root: HtmlElement, url: str) -> Metadata:
    """Return the metadata of the page `root` at `url`."""
    evidence = Evidence(root)
    facts = read_facts(evidence.scripts, url)
    site = evidence.said("og:site_name") or facts.publisher or evidence.said("application-name")
    site = site if site and "://" not in site else host_of(url)
    language = _language(root, facts, evidence)
    title = find_title(evidence, facts.headline, site, url)
    place = title.place if title.place >= 0 else next(evidence.headings("h1", "h2"), -1)
    surroundings = look_around(evidence, place, _reading_language(language, url))
    authors = find_authors(evidence, facts, surroundings, title.text, site, url)
    days = find_days(evidence, facts, surroundings, url)
    titles = (title.text, facts.headline, evidence.tab, evidence.said("og:title"), evidence.said("twitter:title"))
    named = (evidence.said(name) for name in ("og:description", "description", "twitter:description"))
    descriptions = _different((facts.description, *named))
    return Metadata(
        title=title.text,
        byline=", ".join(authors)[:MAX_BYLINE],
        date=days.published,
        language=language,
        site=site,
        deck=_deck(evidence, surroundings.below, descriptions) if title.place >= 0 else "",
        lead_image=evidence.said(*_PICTURES) or facts.picture or evidence.linked("image_src"),
        updated=days.updated,
        authors=authors,
        titles=_different(titles),
        descriptions=descriptions,
        body=facts.body,
        claims=facts.claims,
        guide=facts.guide,
        posts=facts.posts,
        job=facts.job,
    )


def _different(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _language(root: HtmlElement, facts: Facts, evidence: Evidence) -> str:
    claims = [
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "",
        facts.language,
        evidence.said("og:locale"),
        evidence.said("content-language"),
    ]
    tags = (claim.strip().lower().replace("_", "-") for claim in claims)
    return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), "")


def _reading_language(language: str, url: str) -> str:
    """Return the language in which figures are read: English is that of the country whose name the host has."""
    is_english = language in ("", "en", "en-us")
    return "en-gb" if is_english and host_of(url).rpartition(".")[2] in _DAY_FIRST else language


def _deck(evidence: Evidence, lines: Sequence[Line], descriptions: Sequence[str]) -> str:
    """Return the sentence under the headline, where the page shows one; a hidden description is not shown.

    It is shown when a line near the headline is named for it, or says what the description says.
    """
    wanted = {letters(claim) for claim in descriptions if len(claim) > _MIN_DECK}
    is_before_parts, is_first = True, not wanted
    for number, each in enumerate(lines[:_MOST_DECKS]):
        is_named = is_before_parts and (
            _is_deck(evidence, each, is_first) or (not number and _is_said_under(evidence, lines))
        )
        if _MIN_DECK < len(each.text) <= MAX_DECK and (letters(each.text) in wanted or is_named):
            return line(each.text)
        is_first = is_first and len(each.text) < _SENTENCE
        is_before_parts = is_before_parts and not _is_of_text(evidence.elements[each.place], each.text)
    return ""


def _is_of_text(element: HtmlElement, said: str) -> bool:
    """Say whether a line is a heading of a part or a sentence of a paragraph: what comes behind it is no deck."""
    if element.tag in _PARTS:
        return True
    is_sentence = len(said) >= _SENTENCE and said[-1] in _SENTENCE_ENDS
    return element.tag == "p" and is_sentence and next(element.iterancestors("figure"), None) is None


def _is_said_under(evidence: Evidence, lines: Sequence[Line]) -> bool:
    """Say whether the first line under the headline is a heading, and what follows a byline.

    It is a sentence, or a long line in the header that the headline stands in, where newspapers do without the stop.
    """
    under = evidence.elements[lines[0].place]
    if len(lines) < _UNDER or len(lines[1].text) >= _SENTENCE:
        return False
    before = under.getprevious()
    if before is not None and before.tag == "h1" and next(under.iterancestors("header"), None) is not None:
        return under.tag in _PARTS and len(lines[0].text) >= _SENTENCE
    return under.tag in _PARTS and lines[0].text[-1] in _SENTENCE_ENDS and len(lines[0].text) >= _SENTENCE


def _is_deck(evidence: Evidence, each: Line, is_first: bool) -> bool:
    """Say whether the element of a line, or the one around it, is named for a deck; `is_first` of a first sentence."""
    element = evidence.elements[each.place]
    parts = [part for part in (element, element.getparent()) if part is not None]
    names = [part.get("class") or "" for part in parts]
    return (
        any(map(_DECK_CLASS.search, names))
        or any(part.get("itemprop") == "description" for part in parts)
        or (is_first and any(map(_FIRST_DECK_CLASS.search, names)))
    )
