"""Whether a page asks for consent to cookies: by how much of what it says is about that, and by what may be pressed."""

from app.extract.walls.consent_words import ACCEPTING, CONSENT_WORDS, REFUSING
from app.extract.walls.evidence import Evidence
from app.extract.walls.pairs import SENTENCE_END
from app.extract.walls.signs import TITLES, Kind
from app.text.counts import count_words
from app.text.words import Words

# Of the sentences of a consent page, so many are about consent; and at least so many of its words occur, one more where
# nothing is there to accept.
SHARE, LEAST_WORDS = 0.5, 2
# What a button weighs that accepts, one that refuses beside it, and that all of the text is about consent.
ACCEPTS, REFUSES, ALL_OF_IT = 1.0, 1.0, 1.0
_ACCEPTING, _REFUSING, _CONSENT_WORDS = Words(*ACCEPTING), Words(*REFUSING), Words(*CONSENT_WORDS)
_ABOUT_CONSENT = Words(*ACCEPTING, *REFUSING, *CONSENT_WORDS)


def share_of_consent(text: str) -> float:
    """Return how many of the sentences of a text, from 0 to 1, have a word of consent, or what gives or refuses it."""
    sentences = [each for each in SENTENCE_END.split(text) if count_words(each) > 2]
    return sum(map(_ABOUT_CONSENT.are_in, sentences)) / max(1, len(sentences))


def weight_of_consent(weight: float, evidence: Evidence, text: str) -> float:
    """Return what the signs of consent weigh, of which the titles and phrases weigh `weight`.

    That is nothing where the text is mostly about something else.
    """
    if not _CONSENT_WORDS.are_in(text):
        return 0
    buttons, share = "\n".join(evidence.buttons), share_of_consent(text)
    can_accept = _ACCEPTING.are_in(buttons)
    is_titled = can_accept and any(title in TITLES[Kind.CONSENT] for title in evidence.titles)  # biscuits are no wall
    words = sum(word in text for word in CONSENT_WORDS) + is_titled
    if words < LEAST_WORDS + (not can_accept) or share < SHARE:
        return 0
    return weight + can_accept * (ACCEPTS + REFUSES * _REFUSING.are_in(buttons) + ALL_OF_IT * (share == 1))
