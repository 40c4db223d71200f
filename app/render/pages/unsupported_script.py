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
