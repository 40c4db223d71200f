"""Into which language an article is offered: that of our own words, where the reader's browser can show it."""

from functools import cache

from flask import g

from app.models import Article, text_of
from app.render.language import ENGLISH, Language, language, tag_of
from app.render.profiles.direction import Direction, direction_of
from app.text.charset_family import family_of
from app.translate.languages import is_foreign
from app.web.context import profile, services, wanted_language

# Characters that tell in which letters a text is.
SAMPLE = 500


def offered(article: Article) -> Language | None:
    """Return the language into which an article may be translated for this reader; None where there is no need.

    Pages of the past stay as they were.
    """
    if not services().translations.is_on or g.get("when"):
        return None
    own = readers_language()
    is_other = is_foreign(article.language, family_of(article.language, _sample(article)), own.code, family_in(own))
    return own if is_other else None


def readers_language() -> Language:
    """Return the language of our own words where a page is in that language itself; English where that cannot be."""
    wanted = wanted_language()
    family = family_in(wanted)
    is_from_right = direction_of(profile(), family) is not Direction.FROM_LEFT
    is_shown = profile().can_show(family) and wanted.can_be_shown(profile().charset(family), is_from_right)
    return wanted if is_shown else ENGLISH


def family_in(shown: Language) -> str:
    """Return the family of character sets of texts in a language that has a catalogue."""
    return _family(shown.code)


@cache
def _family(code: str) -> str:
    return family_of(tag_of(code), "".join(sorted(language(code).letters)))


def _sample(article: Article) -> str:
    """Return the beginning of the text of an article."""
    parts, length = [article.title], 0
    for block in article.blocks:
        if length >= SAMPLE:
            break
        parts.append(text_of(block)[:SAMPLE])
        length += len(parts[-1])
    return " ".join(parts)
