"""Plots of few colours: what is more stands higher, and what is little is seen all the same."""

import pytest
from PIL import Image

from app.images import plot, plot_size
from app.models import ConvertedImage
from tests.images.samples import decoded

ENDS = ("-24 h", "0 h")
LEVELS = {"mono": {0, 255}, "grey4": {0, 85, 170, 255}}


def grey(picture: ConvertedImage) -> Image.Image:
    assert picture.body.startswith(b"GIF87a")
    return decoded(picture).convert("L")


def inked(image: Image.Image, column: int, step: int = 2) -> int:
    """Return how many pixels of a column are not white, without the axis."""
    pixels = [image.getpixel((column * step + 1 + x, y)) for x in range(step) for y in range(12, 72)]
    return sum(each != 255 for each in pixels)


@pytest.mark.parametrize("palette", ["mono", "grey4", "colour256"])
def test_a_column_is_as_high_as_its_number_beside_the_highest(palette: str) -> None:
    image = grey(plot([(0, 0), (50, 0), (0, 100), (100, 0), (1, 0)] * 10, 400, palette, ENDS))
    found = [inked(image, place) for place in range(5)]
    assert found[0] == 0
    assert 0 < found[4] < found[1] < found[3] <= found[2]
    assert {each for _, each in image.getcolors() or ()} <= LEVELS["mono" if palette == "mono" else "grey4"]


@pytest.mark.parametrize("palette", ["mono", "grey4"])
def test_the_parts_of_a_column_can_be_told_apart(palette: str) -> None:
    image = grey(plot([(10, 10, 10)] * 100, 400, palette, ENDS))
    parts = [image.crop((2, top, 200, top + 18)).tobytes() for top in (13, 33, 53)]
    darkness = [sum(255 - each for each in part) for part in parts]
    assert darkness[0] > darkness[1] > darkness[2] > 0


@pytest.mark.parametrize("width", [100, 150, 320, 640])
def test_it_is_as_wide_as_there_is_room_for_and_as_large_as_it_is_said_to_be(width: int) -> None:
    picture = plot([(1,)] * 144, width, "mono", ENDS)
    assert (picture.width, picture.height) == decoded(picture).size == plot_size(144, width)
    assert picture.width <= max(width, 145)


def test_a_day_without_anything_is_an_axis() -> None:
    image = grey(plot([(0, 0)] * 144, 300, "grey4", ENDS))
    assert sum(inked(image, place) for place in range(144)) == 0
    assert image.getpixel((100, 72)) == 0
