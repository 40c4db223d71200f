import re

import pytest

from app.errors import UnknownPlace
from app.models import Screen
from app.render.html.thumbnails import HEIGHT, WIDTH
from app.render.pages.images import Part
from app.render.profiles.profiles import PROFILES
from app.web.converters import SizeConverter
from app.web.image_sizes import WIDTHS, larger_and_smaller, part_of, screen_of, usual_screen

MACPLUS, NETSCAPE = PROFILES["macplus"], PROFILES["netscape"]


def test_the_usual_screen_is_that_of_the_profile() -> None:
    assert usual_screen(MACPLUS) == Screen(496, 342, "GIF", "mono", "atkinson")
    assert usual_screen(NETSCAPE) == Screen(600, 440, "JPEG", "true", "floyd", animated=True)
    assert screen_of(NETSCAPE, "") == usual_screen(NETSCAPE)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("w320", Screen(320, 0, "JPEG", "true", animated=True)),
        ("160x120", Screen(160, 120, "JPEG", "true", exact=True, filled=True)),
        ("1x9", Screen(1, 9, "JPEG", "true", exact=True, filled=True)),
        ("t2x3", Screen(600, 440, "JPEG", "true", column=2, row=3)),
    ],
)
def test_a_piece_of_an_address_is_a_size(size: str, expected: Screen) -> None:
    assert re.fullmatch(SizeConverter.regex, size)
    assert screen_of(NETSCAPE, size) == expected


@pytest.mark.parametrize(
    "size", ["w321", "w79", "w9999", f"{WIDTH + 1}x10", f"10x{HEIGHT + 1}", "0x10", "10x0", "t0x1", "t1x0", "x", "t1"]
)
def test_no_other_sizes_are_made(size: str) -> None:
    with pytest.raises(UnknownPlace, match="no such size"):
        screen_of(NETSCAPE, size)


@pytest.mark.parametrize(
    ("width", "original", "expected"),
    [
        (480, 900, ("w640", "w320")),
        (512, 900, ("w640", "w480")),
        (480, 480, ("", "w320")),
        (80, 900, ("w160", "")),
        (1600, 9000, ("", "w1280")),
        (40, 40, ("", "")),
        (600, 620, ("w640", "w480")),
    ],
)
def test_larger_and_smaller_are_the_next_widths_and_never_enlarge(
    width: int, original: int, expected: tuple[str, str]
) -> None:
    assert larger_and_smaller(width, original) == expected


def test_every_width_that_is_led_to_is_one_that_is_made() -> None:
    for width in range(1, 1700):
        for piece in larger_and_smaller(width, 3000):
            assert piece == "" or screen_of(NETSCAPE, piece).width in WIDTHS


def test_a_part_knows_its_neighbours_and_its_place_on_the_map() -> None:
    part = part_of(screen_of(NETSCAPE, "t1x2"), 2, 3)
    assert part == Part(1, 2, 2, 3)
    assert part.neighbours == [("right", "t2x2"), ("up", "t1x1"), ("down", "t1x3")]
    assert part.map == [
        [("t1x1", False), ("t2x1", False)],
        [("t1x2", True), ("t2x2", False)],
        [("t1x3", False), ("t2x3", False)],
    ]


def test_the_map_of_very_many_parts_shows_those_around() -> None:
    rows = Part(50, 50, 99, 99).map
    assert len(rows) == len(rows[0]) == 9
    assert rows[4][4] == ("t50x50", True)


@pytest.mark.parametrize("size", ["t3x1", "t1x4"])
def test_a_part_outside_of_the_picture_is_none(size: str) -> None:
    with pytest.raises(UnknownPlace, match="2 x 3 parts"):
        part_of(screen_of(NETSCAPE, size), 2, 3)
