"""In which direction a page runs, and whether its browser sets it so or we do."""

from enum import Enum, auto

from app.render.bidi.joining import SAMPLE
from app.render.profiles.profile import Profile

FROM_RIGHT = frozenset({"arabic", "hebrew"})


class Direction(Enum):
    """How a text is sent: from the left; in the order in which it is read, for a browser or a machine that orders it
    itself, in HTML that says so or not; or in the order in which it is seen."""

    FROM_LEFT = auto()
    AS_READ = auto()
    AS_READ_WITH_DIR = auto()
    AS_SEEN = auto()


def direction_of(profile: Profile, family: str) -> Direction:
    """Return how a page of a family is sent.

    ISO 8859-8 is in visual order by RFC 1556. Letters of Arabic are joined by whoever orders them: a set without the
    joined forms is of use only to a machine that does both, so it gets the text as it is read.
    """
    charset = profile.charset(family)
    if family not in FROM_RIGHT or not profile.has_letters(family):
        return Direction.FROM_LEFT
    if charset.visual or (profile.visual and (family == "hebrew" or charset.can_encode(SAMPLE))):
        return Direction.AS_SEEN
    knows_dir = profile.markup == "3.2" and not profile.visual
    return Direction.AS_READ_WITH_DIR if knows_dir else Direction.AS_READ
