"""Which lines of a text say only who wrote it and when, what the page says in its head already."""

import re
from collections.abc import Collection

from app.extract.metadata.byline_words import AND, BY, VERBS
from app.extract.metadata.date_words import kind_of_words
from app.extract.metadata.person_names import is_role
from app.text.dates.stamps import find_stamps
from app.text.normalize import line

LONGEST = 200  # characters of such a line
_MOST_WORDS = 5  # of a role behind a name: `science reporter for the north`
_WORD = re.compile(r"[^\W_]+")
_READING_TIME = re.compile(r"\d{1,3}[ -]?(?:min(?:ute[ns]?|utos)?|分)\b(?: (?:read|lesezeit))?", re.IGNORECASE)
# Words that stand in such lines besides; sorted.
_SMALL = frozenset(
    "a and at author autor by date datum de el foto from h in klo le lesedauer lesezeit on read text the uhr um "
    "update utc vom von written".split()
)
_KNOWN = frozenset(" ".join([*AND.values(), *BY.values(), *VERBS.values()]).replace("|", " ").split()) | _SMALL


def says_only_credits(text: str, authors: Collection[str], days: Collection[str], language: str = "") -> bool:
    """Say whether a line holds nothing but these names and days, and the words that go with them.

    `days` are `YYYY-MM-DD`. A name or a day must be there, and none that is not among the given ones.
    """
    rest = line(text)
    if not rest or len(rest) > LONGEST:
        return False
    stamps = list(find_stamps(rest, language))
    if any(stamp.day.isoformat() not in days for stamp in stamps):
        return False
    for stamp in reversed(stamps):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    rest, named = _without_names(rest, authors)
    if not stamps and not named:
        return False
    words = _WORD.findall(_READING_TIME.sub(" ", rest))
    unknown = [word for word in words if word.casefold() not in _KNOWN and not kind_of_words(word)]
    return not unknown or (named and len(unknown) <= _MOST_WORDS and is_role(" ".join(unknown)))


def _without_names(text: str, authors: Collection[str]) -> tuple[str, bool]:
    """Return a line without the names in it, whatever their case, and whether there were any."""
    named = False
    for author in sorted(authors, key=len, reverse=True):
        place = text.casefold().find(author.casefold())
        while author and place >= 0:
            text, named = f"{text[:place]} {text[place + len(author) :]}", True
            place = text.casefold().find(author.casefold())
    return text, named
