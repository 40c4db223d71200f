"""Whether a page is a wall, by all of its signs together, and the one sentence that says so."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText
from app.extract.parse import parse
from app.extract.walls.consent import SHARE, share_of_consent, weight_of_consent
from app.extract.walls.evidence import Evidence, evidence_in, plain, unquoted
from app.extract.walls.further_languages import NO, TO_THE_READER, TO_THE_READER_UNPARTED, YES
from app.extract.walls.pairs import SENTENCE_END, is_report, kinds_in, kinds_in_each
from app.extract.walls.phrases import DEMANDS, PHRASES
from app.extract.walls.signs import CHECK_BY, MAKERS, PLACES, TITLES, WIDGETS, Kind, Maker
from app.net.urls import host_of
from app.sentences import Sentence
from app.text.counts import count_words
from app.text.words import Phrases

# What each sign weighs. A mark of a maker is as good as certain on a page of few words.
MARK, TITLE, PASSWORD, DEMAND, WIDGET, PLACE, BUTTON, PHRASE = 4.0, 2.0, 2.0, 3.0, 1.5, 1.5, 1.0, 1.0
# So much makes a wall, less on a page of hardly any words; more where it calls itself an article, and a point for so
# many words.
ENOUGH, ENOUGH_IN_FEW, FOR_AN_ARTICLE, WORDS_A_POINT = 3.0, 2.0, 3.0, 30
# In an answer that is refused there is no article, so less is enough; but a form to sign in may be on each page, and
# that nothing is there, or something broken, its status says.
ENOUGH_REFUSED = {
    Kind.CHECK: 1.0,
    Kind.FAILING: math.inf,
    Kind.GONE: math.inf,
    Kind.LIMIT: math.inf,
    Kind.REGION: 1.0,
    Kind.SCRIPTS: 2.0,
    Kind.SIGN_IN: 4.0,
}
OK = 200  # the status of whatever is a wall by its page
# A text of fewer words tells nothing.
FEW_WORDS, HARDLY_ANY_WORDS = 15, 30
# Prose has a sentence of so many words that neither speaks to its reader, nor of the page itself, nor is a phrase.
PROSE_WORDS = 18
LONGEST_BUTTON = 2  # words of what is no sentence
# What the phrases of forms, which stand on many pages, weigh at most: a page for signing in has other signs, too.
MOST_FOR_PHRASES = {Kind.SIGN_IN: 1.0}
# What says that scripts are needed says nothing else.
PHRASES_OF = {Kind.SCRIPTS: 2.0}
# The words by which a page speaks to its reader, or of itself, in the languages of most walls.
_TO_ITS_READER = re.compile(
    r"\b(?:you|your|yours|yourself|we|us|our|this (?:site|website|page|service|app|content|board)|sie|ihr|ihre|ihnen|"
    r"wir|uns|diese seite|vous|votre|vos|nous|notre|nos|ce site|usted|su|sus|tu|tus|nosotros|nuestros|este sitio|u|uw|"
    r"je|jouw|wij|ons|onze|deze site|deze website|noi|nostri|tuo|tua|questo sito|você|seu|sua|este site|du|dig|deg|dit|"
    rf"ditt|vi|{TO_THE_READER})\b|{TO_THE_READER_UNPARTED}"
)
_OF_KIND = {kind: frozenset((*PHRASES[kind], *DEMANDS.get(kind, ()))) for kind in Kind}
_OF_ALL_KINDS = Phrases(*sorted(frozenset().union(*_OF_KIND.values())))


@dataclass(frozen=True, slots=True)
class _Said:
    """The phrases of all kinds that stand in a text, and how many of its sentences are those of each kind."""

    phrases: list[str]
    sentences: Counter[Kind]
    text: str

    def is_nearly_all(self, kind: Kind) -> bool:
        """Say whether half of the sentences of a text of hardly any words are those of a kind, and none is a report."""
        if not self.sentences[kind] or count_words(self.text) > HARDLY_ANY_WORDS:
            return False
        sentences = [each for each in SENTENCE_END.split(self.text) if count_words(each) > LONGEST_BUTTON]
        return 2 * self.sentences[kind] >= len(sentences) and not any(map(is_report, sentences))

    def is_of(self, kind: Kind) -> bool:
        return self.times(kind) > 0

    def times(self, kind: Kind) -> int:
        """Return how often a kind is said: by phrases, without those that are a part of another, or by sentences."""
        if not self.phrases:
            return self.sentences[kind]
        found = [phrase for phrase in self.phrases if phrase in _OF_KIND[kind]]
        whole = [phrase for phrase in found if not any(phrase != other and phrase in other for other in found)]
        return max(len(whole), self.sentences[kind])


@dataclass(frozen=True, slots=True)
class Wall:
    """A kind of wall, whose it is where that is known, and what its signs weigh."""

    kind: Kind
    maker: str = ""
    weight: float = 0

    def sentence(self, url: str) -> Sentence:
        """Say that this stands at `url`."""
        if self.maker and self.kind is Kind.CHECK:
            return CHECK_BY.of(host=host_of(url), maker=self.maker)
        return self.kind.value.of(host=host_of(url), status=OK)


def wall_of_page(evidence: Evidence, shown: str, is_pictured: bool = False) -> Wall | None:
    """Return the wall that a page is, if it is one, by its evidence and by `shown`, the text found in it.

    Where the page has few words, all of them count; where it has many, what was found in it. A text that was found and
    has no phrase of the wall is what the page is about, however small it is beside the banners; so is a picture.
    """
    shown = plain(shown)
    wall = _wall_in(evidence, evidence.text or shown, shown)
    if wall is None and evidence.text and count_words(shown) <= HARDLY_ANY_WORDS:
        wall = _wall_around(evidence, unquoted(shown))
    if wall is None or wall.maker:
        return wall
    return wall if _is_of(wall.kind, shown) and (wall.kind is Kind.CHECK or not is_pictured) else None


def _wall_around(evidence: Evidence, shown: str) -> Wall | None:
    """Return the wall that hardly any words are, in the frame of their site: menus, other stories, a footer."""
    wall = _wall_in(replace(evidence, text=shown, linked=0), shown, shown)
    return wall if wall is not None and _is_mostly(wall.kind, shown, evidence.has_password) else None


def _is_mostly(kind: Kind, text: str, has_password: bool) -> bool:
    """Say whether most sentences of a text are those of a kind, or have its phrases, and none is a report.

    Beside a field for a password half of them is enough.
    """
    sentences = [each for each in SENTENCE_END.split(text) if count_words(each) > LONGEST_BUTTON]
    said = zip(sentences, kinds_in_each(sentences), strict=True)
    of_kind = sum(kind in kinds or not _OF_KIND[kind].isdisjoint(_OF_ALL_KINDS.found_in(each)) for each, kinds in said)
    return len(sentences) < 2 * of_kind + has_password and not any(map(is_report, sentences))


def _wall_in(evidence: Evidence, text: str, shown: str) -> Wall | None:
    """Return the wall that a page is by what `text` says, of which `shown` was found in it."""
    words = count_words(text)
    least = ENOUGH_IN_FEW if words <= HARDLY_ANY_WORDS else ENOUGH
    needed = max(least, words / WORDS_A_POINT)
    said = _said_in(text, *evidence.titles)
    is_said = evidence.linked * 2 < words and any(each.sentences for each in said.values())
    if is_said and _tells_of_other_things(shown):
        said = {each: replace(found, sentences=Counter()) for each, found in said.items()}
    wall = _heaviest(evidence, text, said, (), needed, least)
    if wall is not None and _has_prose(shown):
        wall = _heaviest(evidence, text, said, (), needed + FOR_AN_ARTICLE, least + FOR_AN_ARTICLE)
    return wall


def _tells_of_other_things(shown: str) -> bool:
    """Say whether most sentences of a text, several, neither speak to its reader nor say what a wall does."""
    sentences = [each for each in SENTENCE_END.split(shown) if count_words(each) > LONGEST_BUTTON]
    told = zip(sentences, kinds_in_each(sentences), strict=True)
    others = sum(not kinds and not _speaks(each) for each, kinds in told)
    return others > 1 and others * 2 > len(sentences)


def _has_prose(shown: str) -> bool:
    """Say whether a text that was found reports, or has a long sentence that is not for whoever is let in."""
    return any(
        is_report(each) or (count_words(each) >= PROSE_WORDS and not _speaks(each))
        for each in SENTENCE_END.split(shown)
    )


def _speaks(sentence: str) -> bool:
    return bool(_TO_ITS_READER.search(sentence) or _OF_ALL_KINDS.found_in(sentence))


def _is_of(kind: Kind, shown: str) -> bool:
    """Say whether a text that was found is that of a wall, or too short to tell."""
    if count_words(shown) < FEW_WORDS:
        return True
    if kind is Kind.CONSENT:
        return share_of_consent(shown) >= SHARE
    return not _OF_KIND[kind].isdisjoint(_OF_ALL_KINDS.found_in(shown)) or kind in kinds_in(shown)


def wall_of_answer(headers: Mapping[str, str], markup: str, url: str) -> Wall | None:
    """Return the wall that an answer with a status of failure is, if it is known by its `headers` or its page."""
    makers = [each for each in MAKERS if each.header in headers and each.value in headers[each.header].lower()]
    try:
        root: HtmlElement | None = parse(markup)
    except (BadMarkup, NoText):
        root = None
    evidence = Evidence(url) if root is None else evidence_in(root, markup, url)
    said = _said_in(evidence.text, *evidence.titles)
    wall = _heaviest(evidence, evidence.text, said, makers, min(ENOUGH_REFUSED.values()), ENOUGH)
    return wall if wall and wall.weight >= ENOUGH_REFUSED.get(wall.kind, ENOUGH) else None


def _said_in(*texts: str) -> dict[str, _Said]:
    """Return what each of some texts says of walls."""
    found = zip(texts, kinds_in_each(texts), strict=True)
    return {each: _Said(_OF_ALL_KINDS.found_in(each), sentences, each) for each, sentences in found}


def _heaviest(
    evidence: Evidence,
    text: str,
    said: Mapping[str, _Said],
    makers: Iterable[Maker],
    needed: float,
    needed_of_consent: float,
) -> Wall | None:
    """Return the kind of wall that weighs most, if that is what is needed; `said` has the text and each title."""
    weights = {kind: _weight(kind, evidence, text, said) for kind in Kind}
    if weights[Kind.REGION]:  # it is there, but not for all
        weights[Kind.REGION] += weights.pop(Kind.GONE)
    needed += FOR_AN_ARTICLE * evidence.claims_article
    most = weights | {Kind.CHECK: weights[Kind.CHECK] + MARK + WIDGET}
    if max(most.values()) < needed and weights[Kind.CONSENT] < needed_of_consent:
        return None  # whatever stands in the markup: to look there takes longest
    markup = evidence.markup.lower()
    marks = [*makers, *(each for each in MAKERS if each.mark and each.mark in markup)]
    weights[Kind.CHECK] += MARK * bool(marks) + WIDGET * any(widget in markup for widget in WIDGETS)
    heaviest = max(weights, key=lambda kind: weights[kind])
    if heaviest is Kind.CONSENT and text and share_of_consent(text) >= SHARE:
        needed = min(needed, needed_of_consent)  # long texts, each sentence of which says the same
    if weights[heaviest] < needed:
        return None
    return Wall(heaviest, marks[0].name if heaviest is Kind.CHECK and marks else "", weights[heaviest])


def _weight(kind: Kind, evidence: Evidence, text: str, said: Mapping[str, _Said]) -> float:
    """Return what the signs of one kind weigh together, but for those in the markup; `said` has each title."""
    weight = TITLE * any(title in TITLES[kind] or said[title].is_of(kind) for title in evidence.titles)
    weight += PLACE * any(place in evidence.url for place in PLACES[kind])
    phrases = PHRASES_OF.get(kind, PHRASE) * said[text].times(kind)
    if said[text].is_nearly_all(kind):
        phrases += PHRASE
    weight += min(phrases, MOST_FOR_PHRASES.get(kind, phrases))
    weight += DEMAND * any(phrase in text for phrase in DEMANDS.get(kind, ()))
    if kind is Kind.GONE and weight >= TITLE + PHRASE:
        weight += evidence.linked / WORDS_A_POINT  # what else there is to read is offered in links
    if kind is Kind.SIGN_IN:
        weight += PASSWORD * evidence.has_password
    if kind is Kind.AGE and weight:
        weight += BUTTON * all(any(word in evidence.buttons for word in words) for words in (YES, NO))
    return weight if kind is not Kind.CONSENT else weight_of_consent(weight, evidence, text)
