"""Title, byline, days, language, site and deck of a page, from the most to the least trusted source.

JSON-LD is written for machines that check it, Open Graph for machines that do not, `<title>` for tabs, and
the visible page for people; each fact is asked of them in the order in which they were found to be right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.text.normalize import letters, line
from app.extract.metadata.authors import find_authors
from app.extract.metadata.days import find_days
from app.extract.metadata.evidence import Evidence, gather
from app.extract.metadata.jsonld import Facts, read_facts
from app.extract.metadata.lines import lines_between
from app.extract.places import Boxes
from app.extract.metadata.titles import Title, find_title
from app.net.urls import host_of

MAX_BYLINE = 120
MAX_DECK = 600
_ABOVE, _BELOW = 40, 100  # elements around the headline in which a byline is looked for
_MOST_DECKS = 25  # elements behind the headline
_DECK_TAGS = frozenset({"div", "h2", "h3", "h4", "p", "span"})
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|deck?|sub-?(?:title|heading|headline|head)|teaser-?text|strapline|chapo|chapeau|"
    r"vorspann|anrisstext|sommario|entradilla|ingress|summary|lead-?in|excerpt|synopsis|intro)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
# Where English begins a date in figures with the day, whatever the page says of its language.
_DAY_FIRST = frozenset("ae au bd eg gh hk ie il in jm ke lk my mt mu ng np nz pk sg tt tz ug uk za zm zw".split())
# What stands beside an article: names of other authors and other days.
_BESIDE = re.compile(
    r"(?<![a-z])(?:aside|breadcrumbs?|carousel|comment(?!ary)[a-z]*|copyright|disqus[a-z]*|(?:global|main|page|site)-?footer|"
    r"latest|listing|menu|more-?(?:from|news|on|stories)|most-?(?:popular|read|viewed)|nav|navigation|newsletters?|popular|"
    r"promo|read-?(?:also|more|next)|recent|recirc[a-z]*|recommend[a-z]*|related[a-z]*|replies|reply|respond|side-?bar|"
    r"similar|suggest[a-z]*|teasers?|trending|widget)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page besides its text; whatever is unknown is an empty string.

    `date` and `updated` are `YYYY-MM-DD`; `updated` is empty where it is no other day, and where the day of
    publication is unknown both are the day of the last change. `description` is what the head says of the article,
    shown or not, and `body` its text as JSON-LD has it.
    """

    title: str
    byline: str
    date: str
    language: str
    site: str
    deck: str
    lead_picture: str
    updated: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    body: str = ""


def read_metadata(root: HtmlElement, url: str) -> Metadata:
    """Return the metadata of the page `root` at `url`."""
    evidence = gather(root)
    facts = read_facts(evidence.scripts, url)
    site = evidence.said("og:site_name") or facts.publisher or evidence.said("application-name")
    site = site if site and "://" not in site else host_of(url)
    language = _language(root, facts, evidence)
    title = find_title(evidence, facts.headline, site, url)
    descriptions = (facts.description, evidence.said("og:description"), evidence.said("description"))
    place = title.place if title.place >= 0 else next(iter(evidence.headings), -1)
    above, below = (list(lines_between(evidence.elements, *ends)) for ends in _around(place))
    headline = evidence.elements[place] if place >= 0 else None
    never = (headline, *headline.iterancestors()) if headline is not None else ()
    boxes = Boxes(_BESIDE, never, every_footer=False)
    dating = _dating(language, url)
    authors = find_authors(evidence, facts, above, below, boxes, dating, title.text, site, url)
    days = find_days(evidence, facts, above, below, boxes, dating, url)
    return Metadata(
        title=title.text,
        byline=", ".join(authors)[:MAX_BYLINE],
        date=days.published,
        language=language,
        site=site,
        deck=_deck(evidence, title, descriptions),
        lead_picture=evidence.said("og:image:secure_url", "og:image", "twitter:image"),
        updated=days.updated,
        authors=authors,
        description=next(filter(None, descriptions), ""),
        body=facts.body,
    )


def _around(place: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where the lines before and behind the headline at `place` begin and end."""
    if place < 0:
        return (0, 0), (0, 0)
    return (max(0, place - _ABOVE), place), (place + 1, place + 1 + _BELOW)


def _language(root: HtmlElement, facts: Facts, evidence: Evidence) -> str:
    claims = [
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "",
        facts.language,
        evidence.said("og:locale"),
        evidence.said("content-language"),
    ]
    tags = (claim.strip().lower().replace("_", "-") for claim in claims)
    return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), "")


def _dating(language: str, url: str) -> str:
    """Return the language by which figures of dates are read: that of the country whose name the host has."""
    is_english = language in ("", "en", "en-us")
    return "en-gb" if is_english and host_of(url).rpartition(".")[2] in _DAY_FIRST else language


def _deck(evidence: Evidence, title: Title, descriptions: Sequence[str]) -> str:
    """Return the sentence under the headline, where the page shows one; a hidden description is not shown.

    It is shown when an element near the headline is named for it, or says what the description says.
    """
    if title.place < 0:
        return ""
    wanted = {letters(claim) for claim in descriptions if len(claim) > 20}
    heading = evidence.elements[title.place]
    start = title.place + sum(1 for _ in heading.iter())
    seen = 0
    for element in evidence.elements[start:]:
        if element.tag not in _DECK_TAGS:
            continue
        seen += 1
        if seen > _MOST_DECKS:
            break
        if len(element) > 5:
            continue
        named = _DECK_CLASS.search(element.get("class") or "") or element.get("itemprop") == "description"
        text = line(element.text_content()) if named or wanted else ""
        if 20 < len(text) <= MAX_DECK and (named or letters(text) in wanted):
            return text
    return ""
