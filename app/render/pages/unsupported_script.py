"""Pages in a script that a browser cannot show, or may not: the character sets to try are offered in their place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.images.text.typefaces import can_set
from app.render.charsets.charsets import CHARSETS
from app.render.charsets.families import SETS_OF_FAMILIES
from app.render.html.links import Links
from app.render.profiles.direction import Direction, direction_of
from app.render.profiles.platforms import SPELLABLE, UNSPELLABLE
from app.render.profiles.profile import Profile
from app.render.profiles.spec import read_spec, with_piece
from app.sentences import Sentence

# The language of each family in English, and as its readers call it, as far as ASCII has it. Sorted.
_LANGUAGES: Mapping[str, str] = {
    "arabic": Sentence("Arabic letters (al-'Arabiyya, Farsi, Urdu)"),
    "armenian": Sentence("Armenian (Hayeren)"),
    "chinese-simplified": Sentence("Chinese (Zhongwen)"),
    "chinese-traditional": Sentence("Chinese (Zhongwen)"),
    "georgian": Sentence("Georgian (Kartuli)"),
    "hebrew": Sentence("Hebrew (Ivrit)"),
    "indic": Sentence("a script of India (Hindi, Bangla, Tamil and others)"),
    "japanese": Sentence("Japanese (Nihongo)"),
    "korean": Sentence("Korean (Hangugeo)"),
    "other": Sentence("letters that few machines have"),
    "thai": Sentence("Thai (Phasa Thai)"),
}
# Characters of Japanese are read differently from Chinese, by their words; spelled one by one they say nothing.
TITLE = Sentence("A page in %(language)s")
NEVER_SPELLED = frozenset({"japanese"})
# Machines that have no letters beyond their own.
_WITHOUT_SETS = frozenset({"ascii", "dos"})
# So many sets are named in a line.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Offers:
    """The language of a page, the ways to see it, each as its name and address, and where it is in Latin letters, and
    where its text is pictures, or nothing."""

    language: str
    ways: tuple[tuple[str, str], ...]
    transliterated: str
    drawn: str = ""

    @property
    def title(self) -> str:
        """What stands in place of a title that the browser cannot show."""
        return TITLE.of(language=self.language)


@dataclass(frozen=True, slots=True)
class OtherWays:
    """Other ways to see a page that is shown: `sets` that have its own letters, each its name and address, where it is
    spelled (`roughly` where hardly anybody can read that), and where its lines stand in the other order, or nothing."""

    sets: tuple[tuple[str, str], ...] = ()
    roughly: bool = False
    turned: str = ""


def offers_of(profile: Profile, family: str, links: Links, path: str) -> Offers | None:
    """Return what to offer in place of the page at `path` within the edition; None where it can be shown."""
    if profile.can_show(family):
        return None
    ways = tuple((CHARSETS[name].title, _seen_in(profile, links, path, name)) for name in SETS_OF_FAMILIES[family])
    spelled = "" if family in NEVER_SPELLED else _seen_in(profile, links, path, "spelled")
    return Offers(_LANGUAGES[family], ways, spelled)


def drawn_too(offers: Offers | None, profile: Profile, family: str, link: str) -> Offers | None:
    """Return `offers` with the text as pictures at `link`, where this machine can set it and the other show it."""
    is_possible = profile.markup != "text" and not profile.numbers_links and can_set(family)
    return replace(offers, drawn=link) if offers and is_possible else offers


def other_ways(profile: Profile, family: str, links: Links, path: str) -> OtherWays:
    """Return other ways to see the page at `path` within the edition, which is shown as `profile` has it."""
    if not profile.can_show(family) or profile.charsets in _WITHOUT_SETS:
        return OtherWays()
    if (family in UNSPELLABLE or family in SPELLABLE) and not profile.has_letters(family):
        first, last = SETS_OF_FAMILIES[family][: _MOST_NAMED - 1], SETS_OF_FAMILIES[family][-1]
        named = dict.fromkeys((*first, last))
        sets = tuple((CHARSETS[name].short_title, _seen_in(profile, links, path, name)) for name in named)
        return OtherWays(sets, family in UNSPELLABLE)
    return OtherWays(turned=_turned(profile, family, links, path))


def _turned(profile: Profile, family: str, links: Links, path: str) -> str:
    """Return where text from the right stands in the other order; nothing where HTML or the set says which it is."""
    now, piece = direction_of(profile, family), "logical" if profile.visual else "visual"
    if now not in (Direction.AS_READ, Direction.AS_SEEN):
        return ""
    other = direction_of(read_spec(with_piece(profile.name, piece)), family)
    seen = Direction.AS_SEEN
    return _seen_in(profile, links, path, piece) if (now is seen) is not (other is seen) else ""


def _seen_in(profile: Profile, links: Links, path: str, piece: str) -> str:
    return links.in_profile(with_piece(profile.name, piece), path)
