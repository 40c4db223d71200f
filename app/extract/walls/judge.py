"""Whether a page is a wall, by all of its signs together, and the one sentence that says so."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText
from app.extract.parse import parse
from app.extract.walls.evidence import Evidence, evidence_in, plain
from app.extract.walls.signs import (
    ACCEPTING,
    CONSENT_WORDS,
    MAKERS,
    PHRASES,
    PLACES,
    TITLES,
    Kind,
    Maker,
)
from app.net.urls import host_of

# What each sign weighs. A mark of a maker is as good as certain on a page of few words.
MARK, TITLE, PASSWORD, PLACE, BUTTON, PHRASE = 4.0, 2.0, 2.0, 1.5, 1.0, 1.0
# So much makes a wall, and more where the page calls itself an article, or has so many words a point.
ENOUGH, FOR_AN_ARTICLE, WORDS_A_POINT = 3.0, 3.0, 30
# In an answer that is refused there is no article, so less is enough.
ENOUGH_REFUSED = 2.0
# A text of fewer words tells nothing. Of the sentences of a consent page, so many are about consent; and at least so
# many of its words occur, one more where nothing is there to accept.
FEW_WORDS = 15
CONSENT_SHARE, LEAST_CONSENT_WORDS = 0.5, 2
# What the phrases of forms, which stand on many pages, weigh at most: a page for signing in has other signs, too.
MOST_FOR_PHRASES = {Kind.SIGN_IN: 1.0}
_SENTENCE_END = re.compile(r"[.!?。]\s|\n")


@dataclass(frozen=True, slots=True)
class Wall:
    """A kind of wall, and whose it is where that is known."""

    kind: Kind
    maker: str = ""

    def sentence(self, url: str) -> str:
        """Say that this stands at `url`."""
        return f"{host_of(url)} {self.kind.value.format(by=f' ({self.maker})' if self.maker else '')}."


def wall_of_page(evidence: Evidence, shown: str) -> Wall | None:
    """Return the wall that a page is, if it is one, by its evidence and by `shown`, the text found in it.

    Where the page has few words, all of them count; where it has many, what was found in it. A text that was found and
    has no phrase of the wall is what the page is about, however small it is beside the banners.
    """
    shown = plain(shown)
    text = evidence.text or shown
    wall = _heaviest(evidence, text, (), len(text.split()), ENOUGH)
    return wall if wall and (wall.maker or _is_of(wall.kind, shown)) else None


def _is_of(kind: Kind, shown: str) -> bool:
    """Say whether a text that was found is that of a wall, or too short to tell."""
    if len(shown.split()) < FEW_WORDS:
        return True
    if kind is Kind.CONSENT:
        return _consent_share(shown) >= CONSENT_SHARE
    return any(phrase in shown for phrase in PHRASES[kind])


def wall_of_answer(headers: Mapping[str, str], markup: str, url: str) -> Wall | None:
    """Return the wall that an answer with a status of failure is, if it is known by its `headers` or its page."""
    makers = [each for each in MAKERS if each.header in headers and each.value in headers[each.header].lower()]
    try:
        root: HtmlElement | None = parse(markup)
    except (BadMarkup, NoText):
        root = None
    evidence = Evidence(url) if root is None else evidence_in(root, markup, url)
    return _heaviest(evidence, evidence.text, makers, 0, ENOUGH_REFUSED)


def _heaviest(evidence: Evidence, text: str, makers: Iterable[Maker], words: int, enough: float) -> Wall | None:
    marks = [*makers, *(each for each in MAKERS if each.mark and each.mark in evidence.markup)]
    weights = {kind: _weight(kind, evidence, text) for kind in Kind}
    weights[Kind.CHECK] += MARK * bool(marks)
    heaviest = max(weights, key=lambda kind: weights[kind])
    needed = max(enough, words / WORDS_A_POINT) + FOR_AN_ARTICLE * evidence.claims_article
    if heaviest is Kind.CONSENT and text and _consent_share(text) >= CONSENT_SHARE:
        needed = enough  # long texts, each sentence of which says the same
    if weights[heaviest] < needed:
        return None
    return Wall(heaviest, marks[0].name if heaviest is Kind.CHECK and marks else "")


def _weight(kind: Kind, evidence: Evidence, text: str) -> float:
    """Return what the signs of one kind weigh together."""
    weight = TITLE * any(title in TITLES[kind] for title in evidence.titles)
    weight += PLACE * any(place in evidence.url for place in PLACES[kind])
    phrases = PHRASE * sum(phrase in text for phrase in PHRASES[kind])
    weight += min(phrases, MOST_FOR_PHRASES.get(kind, phrases))
    if kind is Kind.SIGN_IN:
        weight += PASSWORD * evidence.has_password
    if kind is Kind.CONSENT:
        can_accept = any(word in button for button in evidence.buttons for word in ACCEPTING)
        words = sum(word in text for word in CONSENT_WORDS)
        if words < LEAST_CONSENT_WORDS + (not can_accept) or _consent_share(text) < CONSENT_SHARE:
            return 0
        weight += BUTTON * can_accept
    return weight


def _consent_share(text: str) -> float:
    """Return how many of the sentences of a text, from 0 to 1, have a word of consent."""
    sentences = [each for each in _SENTENCE_END.split(text) if len(each.split()) > 2]
    return sum(any(word in each for word in CONSENT_WORDS) for each in sentences) / max(1, len(sentences))
