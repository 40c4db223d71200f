"""Pages in a script that a browser cannot show: the character sets and spellings to try are offered in their place."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.render.charsets.charsets import CHARSETS
from app.render.charsets.families import SETS_OF_FAMILIES
from app.render.html.links import Links
from app.render.profiles.profiles import Profile
from app.render.profiles.spec import with_piece

_LANGUAGES: Mapping[str, str] = {
    "chinese-simplified": "Chinese",
    "chinese-traditional": "Chinese",
    "japanese": "Japanese",
    "korean": "Korean",
}


# Families that are spelled in Latin letters wherever the set of the page lacks them, and those that run from the right.
_SPELLED = frozenset({"arabic", "hebrew", "indic", "thai"})
_FROM_RIGHT = frozenset({"arabic", "hebrew"})
_ALL_LETTERS = "utf8"


@dataclass(frozen=True, slots=True)
class Offers:
    """The language of a page, the ways to see it, each as its name and address, and one in Latin letters."""

    language: str
    ways: tuple[tuple[str, str], ...]
    transliterated: str


def offers_of(profile: Profile, family: str, links: Links, path: str) -> Offers | None:
    """Return what to offer in place of the page at `path` within the edition; None where it can be shown."""
    if profile.can_show(family):
        return None

    def seen_in(piece: str) -> str:
        return links.in_profile(with_piece(profile.name, piece), path)

    ways = tuple((CHARSETS[name].title, seen_in(name)) for name in SETS_OF_FAMILIES[family])
    return Offers(_LANGUAGES[family], ways, seen_in("spelled"))


def own_letters(profile: Profile, family: str, links: Links, path: str) -> str:
    """Return where the page at `path` is shown in its own letters, or nothing where it is, or has Latin ones."""
    if family not in _SPELLED or profile.charset(family).name == _ALL_LETTERS:
        return ""
    return links.in_profile(with_piece(profile.name, _ALL_LETTERS), path)


def runs_from_right(profile: Profile, family: str) -> bool:
    """Say whether the text of a page runs from the right, and its HTML can say so."""
    return family in _FROM_RIGHT and profile.markup == "3.2" and profile.charset(family).name == _ALL_LETTERS
