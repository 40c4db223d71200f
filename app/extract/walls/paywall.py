"""Whether a text was cut because the rest is for subscribers: by what the page says of itself, and what it shows there.

Sites mark what is not free for search engines, by JSON-LD (schema.org/isAccessibleForFree, with the CSS selector of the
part) or a meta tag; many of these texts stand on the page all the same, and are then whole for us.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.extract.walls.evidence import plain
from app.extract.walls.paid_words import REST_IS_PAID
from app.extract.walls.pairs import kinds_in, may_say
from app.extract.walls.signs import Kind
from app.net.urls import host_of
from app.sentences import Sentence
from app.text.words import Phrases, Words

# Words: a part that has so many is no teaser; a text that has more than a teaser was hardly cut.
WHOLE_PART, MOST_WORDS, MOST_BY_ONE_SIGN = 100, 600, 250
LONGEST_PROMPT = 300  # characters
MOST_SELECTORS, MOST_PARTS = 5, 500
CUT = Sentence("The rest of this text is only for subscribers of %(host)s.")

_NOT_FREE = re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}(?:false|"\s?(?:false|no)\s?"|"[^"]{0,50}/false")', re.I)
_SELECTOR = re.compile(r'"cssSelector"\s{0,9}:\s{0,9}\[?\s{0,9}"([^"]{1,300})"', re.I)
_COMPOUND = re.compile(r"([a-z][a-z0-9]{0,20})?((?:[.#][\w-]{1,100}){0,9})\Z", re.I)
_PART = re.compile(r"[.#][\w-]{1,100}")
_TIERS = frozenset({"article:content_tier", "content_tier", "article.content_tier"})
_LOCKED = frozenset({"locked", "paid", "premium", "subscriber", "subscribers"})
_PROMPTS = ("p", "h1", "h2", "h3", "h4", "h5", "div", "span", "strong", "b", "a", "button", "section", "aside")
_ELSEWHERE = frozenset({"footer", "header", "nav", "template"})
# Parts of classes and ids of boxes that ask to pay; a box of text may be called so, too, and has more words.
_NAMES = Words(
    "pay-wall", "paywall", "regwall", "subscribe-wall", "subscription-wall", "premium-gate", "locked-content",
)  # fmt: skip
_REST_IS_PAID = Phrases(*REST_IS_PAID)
_BETWEEN = " | "  # texts that are searched as one; no phrase has it
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.I)


@dataclass(frozen=True, slots=True)
class Paywall:
    """What a page says of its price.

    `is_declared` says that it calls itself not free, `has_paid_part` that what is not free stands on it all the same,
    `asks` that words ask to pay for the rest, and `has_box` that a box is named for that.
    """

    is_declared: bool
    has_paid_part: bool
    asks: bool
    has_box: bool

    def cuts(self, words: int) -> bool:
        """Say whether a text of so many words that was found is only the beginning."""
        if self.has_paid_part or not (self.is_declared or self.asks or self.has_box):
            return False
        return words <= (MOST_WORDS if self.is_declared and self.asks else MOST_BY_ONE_SIGN)

    def sentence(self, url: str) -> Sentence:
        """Say at `url` what became of the rest."""
        return CUT.of(host=host_of(url))


def paywall_in(root: HtmlElement) -> Paywall:
    """Return what the parsed page says of its price; to be called before it is used up."""
    closed = _closed(root)
    selectors = [selector for script in closed for selector in _SELECTOR.findall(script)][:MOST_SELECTORS]
    parts = islice((each for selector in selectors for each in _selected(root, selector)), MOST_PARTS)
    return Paywall(
        is_declared=bool(closed) or _is_locked(root),
        has_paid_part=_has_words(parts, WHOLE_PART),
        asks=_asks_to_pay(root),
        has_box=any(_is_box(element) for element in root.iter("div", "section", "aside")),
    )


def may_be_cut(root: HtmlElement, words: int) -> bool:
    """Say whether it is worth to look for the price of a page on which a text of so many words was found."""
    return words <= MOST_BY_ONE_SIGN or (words <= MOST_WORDS and (bool(_closed(root)) or _is_locked(root)))


def _closed(root: HtmlElement) -> list[str]:
    """Return the JSON-LD that says that something is not free."""
    scripts = (each.text or "" for each in root.iter("script") if "ld+json" in (each.get("type") or ""))
    return [script for script in scripts if _NOT_FREE.search(script)]


def _has_words(parts: Iterable[HtmlElement], least: int) -> bool:
    """Say whether elements have so many words together; no more are counted than tell."""
    words = 0
    for part in parts:
        words += len(part.text_content().split())
        if words >= least:
            return True
    return False


def _is_locked(root: HtmlElement) -> bool:
    if any(_is_false(each) for each in root.iter("meta", "span", "div")):
        return True
    return any(
        (meta.get("property") or meta.get("name") or "").lower() in _TIERS
        and (meta.get("content") or "").strip().lower() in _LOCKED
        for meta in root.iter("meta")
    )


def _is_false(element: HtmlElement) -> bool:
    """Say whether an element says in microdata that the page is not free."""
    is_said = (element.get("itemprop") or "").lower() == "isaccessibleforfree"
    return is_said and (element.get("content") or element.text or "").strip().lower() in ("false", "no")


def _selected(root: HtmlElement, selectors: str) -> Iterator[HtmlElement]:
    """Yield the elements of a list of CSS selectors, as far as these are names, classes and ids: their last part."""
    for selector in selectors.split(","):
        compound = _COMPOUND.match((selector.split() or [""])[-1])
        if not compound or not compound[0]:
            continue
        wanted = _PART.findall(compound[2])
        for element in root.iter((compound[1] or "*").lower()):
            if isinstance(element.tag, str) and all(_has(element, part) for part in wanted):
                yield element


def _has(element: HtmlElement, part: str) -> bool:
    if part.startswith("#"):
        return bool(element.get("id") == part[1:])
    return part[1:] in (element.get("class") or "").split()


def _asks_to_pay(root: HtmlElement) -> bool:
    """Say whether the text that stands in an element itself asks to pay for the rest, where that is seen.

    All texts are searched as one first, which is enough for most pages.
    """
    prompts = [each for each in root.iter(*_PROMPTS) if 8 <= len(each.text or "") <= LONGEST_PROMPT]
    together = plain(_BETWEEN.join(each.text for each in prompts))
    phrases = _REST_IS_PAID.found_in(together)
    if not phrases and not may_say(Kind.SUBSCRIBERS, together):
        return False
    return any(_ends_by_asking(each, phrases) for each in prompts if _is_seen(each))


def _ends_by_asking(element: HtmlElement, phrases: Iterable[str]) -> bool:
    """Say whether an element has one of the phrases that are on its page, or, as the last, says it in other words."""
    said = plain(element.text)
    if any(phrase in said for phrase in phrases):
        return _words_behind(element) < WHOLE_PART
    return Kind.SUBSCRIBERS in kinds_in(said) and not _words_behind(element)


def _words_behind(element: HtmlElement) -> int:
    """Return with how many words a text goes on behind an element, which then only tells of paywalls, or invites."""
    behind = (each.text_content() for each in islice(element.itersiblings("p"), MOST_PARTS))
    return sum(len(text.split()) for text in behind)


def _is_box(element: HtmlElement) -> bool:
    """Say whether an element is named for a paywall, and has a few words and a way to go on."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if not _NAMES.are_in(names):
        return False
    has_way = next(element.iter("a", "button"), None) is not None
    return has_way and 8 <= len(element.text_content().strip()) <= 2 * LONGEST_PROMPT and _is_seen(element)


def _is_seen(element: HtmlElement) -> bool:
    return not any(_is_elsewhere(each) for each in (element, *element.iterancestors()))


def _is_elsewhere(element: HtmlElement) -> bool:
    """Say whether what stands in an element is not seen, or is for every page of the site."""
    is_hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None
    return is_hidden or element.tag in _ELSEWHERE
