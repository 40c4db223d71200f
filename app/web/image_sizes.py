"""What a picture is converted for: the screen of a profile, and the pieces of an address that ask for another size.

`w320` is a width, `160x120` the small picture in a text, exactly that large without white beside it, `t2x3` the
part in column 2 and row 3 of the picture at full size.
"""

import re
from dataclasses import replace

from app.errors import UnknownPlace
from app.models import Screen
from app.render.html import thumbnails as inline
from app.render.pages.images import Part
from app.render.profiles.profile import Profile
from app.sentences import Sentence

NO_PART = Sentence("This picture has %(columns)s x %(rows)s parts, and this is none of them.")
# The widths that "larger" and "smaller" lead to; no others, so that nobody fills the memory with all there are.
WIDTHS = (80, 160, 240, 320, 480, 640, 800, 1024, 1280, 1600)
_WIDTH = re.compile(r"w(\d{2,4})")
_BOX = re.compile(r"(\d{1,3})x(\d{1,3})")
_PART = re.compile(r"t(\d{1,3})x(\d{1,3})")


def usual_screen(profile: Profile) -> Screen:
    """Return what a picture is converted for where nothing else is asked."""
    return Screen(
        profile.width, profile.height, profile.image, profile.palette, profile.dither, animated=profile.animated
    )


def screen_of(profile: Profile, size: str) -> Screen:
    """Return what a picture is converted for at the size that a piece of an address names. Raises `UnknownPlace`."""
    usual = usual_screen(profile)
    if not size:
        return usual
    if (found := _WIDTH.fullmatch(size)) and int(found[1]) in WIDTHS:
        return replace(usual, width=int(found[1]), height=0)
    if (found := _BOX.fullmatch(size)) and 0 < int(found[1]) <= inline.WIDTH and 0 < int(found[2]) <= inline.HEIGHT:
        return replace(usual, width=int(found[1]), height=int(found[2]), exact=True, filled=True, animated=False)
    if (found := _PART.fullmatch(size)) and int(found[1]) and int(found[2]):
        return replace(usual, column=int(found[1]), row=int(found[2]), animated=False)
    raise UnknownPlace(Sentence("There is no such size of a picture here."))


def larger_and_smaller(width: int, original: int) -> tuple[str, str]:
    """Return the pieces of the next sizes above and below `width` pixels; empty where there is none.

    `original` is the width of the original, above which nothing is enlarged.
    """
    larger = next((each for each in WIDTHS if width < each and width < original), 0)
    smaller = next((each for each in reversed(WIDTHS) if each < width), 0)
    return f"w{larger}" if larger else "", f"w{smaller}" if smaller else ""


def part_of(screen: Screen, columns: int, rows: int) -> Part:
    """Return where the part that `screen` shows stands. Raises `UnknownPlace` where it lies outside."""
    if screen.column > columns or screen.row > rows:
        raise UnknownPlace(NO_PART.of(columns=columns, rows=rows))
    return Part(screen.column, screen.row, columns, rows)
