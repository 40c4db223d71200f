"""The test card shows the edges of the screen, its colours and its greys."""

import pytest
from PIL import Image

from app.images import card
from app.models import Screen
from tests.images.samples import BLACK, WHITE, colour_at, decoded, looks


def frame(image: Image.Image) -> set[int]:
    """Return the levels of the pixels at the edges."""
    width, height = image.size
    grey = image.convert("L")
    edges = [(0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height)]
    return {level for box in edges for level in grey.crop(box).tobytes()}


@pytest.mark.parametrize(
    "screen",
    [
        Screen(480, 300, "GIF", "mono"),
        Screen(640, 400, "PNG", "colour16"),
        Screen(160, 160, "BMP", "grey4"),
        Screen(800, 600, "PNG"),
    ],
)
def test_a_card_is_as_large_as_the_screen_with_a_black_frame_at_its_edges(screen: Screen) -> None:
    made = card(screen)
    assert (made.format, made.width, made.height) == (screen.format, screen.width, screen.height)
    assert frame(decoded(made)) == {0}


def test_a_screen_without_a_height_gets_a_card_of_the_usual_shape() -> None:
    made = card(Screen(640, 0, "GIF"))
    assert (made.width, made.height) == (640, 480)


def test_bars_of_colour_stand_in_the_middle_from_light_to_dark() -> None:
    made = card(Screen(800, 600, "PNG"))
    bars = [colour_at(made, (place + 0.2) / 8, 0.37) for place in range(8)]
    assert looks(bars[0], WHITE)
    assert looks(bars[-1], BLACK)
    assert len(set(bars)) == 8
    levels = [0.3 * red + 0.6 * green + 0.1 * blue for red, green, blue in bars]
    assert levels == sorted(levels, reverse=True)


def test_a_wedge_of_grey_goes_from_one_side_to_the_other() -> None:
    made = card(Screen(800, 600, "PNG"))
    levels = [colour_at(made, place / 20, 0.95)[0] for place in range(1, 20)]
    assert levels in (sorted(levels), sorted(levels, reverse=True))
    assert max(levels) - min(levels) > 200


def test_a_circle_stands_round_in_the_middle() -> None:
    made = decoded(card(Screen(800, 600, "PNG"))).convert("L")
    top = next(y for y in range(2, 300) if made.getpixel((400, y)) == 0)
    # On each side at the height of a corner of its inscribed square, where no bar of colour is.
    radius = 300 - top
    y = round(300 - radius * 0.9)
    dark = [x for x in range(5, 795) if made.getpixel((x, y)) == 0]
    assert 200 < radius < 290
    assert abs((min(dark) + max(dark)) / 2 - 400) <= 2
    assert abs((max(dark) - min(dark)) / 2 - radius * (1 - 0.9**2) ** 0.5) <= 3
