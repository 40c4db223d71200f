"""Atkinson's dither, beside one that is written pixel by pixel."""

import pytest
from PIL import Image

from app.images.atkinson import atkinson


def by_the_book(image: Image.Image) -> list[int]:
    """Atkinson's dither pixel by pixel: an eighth of the error for each of six neighbours."""
    width, height = image.size
    values = dict(enumerate(image.tobytes()))
    for at in range(width * height):
        x, level = at % width, values[at]
        values[at] = 255 if level >= 128 else 0
        eighth = (level - values[at]) >> 3
        for across, down in ((1, 0), (2, 0), (-1, 1), (0, 1), (1, 1), (0, 2)):
            if 0 <= x + across < width and at + across + down * width in values:
                values[at + across + down * width] += eighth
    return list(values.values())


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (2, 2), (7, 5), (40, 30)])
def test_atkinson_spreads_an_eighth_to_each_of_six_neighbours(size: tuple[int, int]) -> None:
    image = Image.radial_gradient("L").resize(size)
    assert list(atkinson(image).convert("L").tobytes()) == by_the_book(image)


def test_atkinson_stands_the_greatest_errors() -> None:
    for levels in ((127, 0), (128, 255), (255, 0), (127, 128)):
        image = Image.frombytes("L", (60, 60), bytes(levels) * 1800)
        assert list(atkinson(image).convert("L").tobytes()) == by_the_book(image)
