"""Atkinson's dither, beside one that is written pixel by pixel."""

import pytest
from PIL import Image

from app.images.atkinson import atkinson, atkinson_colours, atkinson_greys
from app.images.palettes import COLOUR16, GREY4, shown
from tests.images.samples import colourful


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


def test_four_greys_are_mixed_of_those_beside_each_level() -> None:
    levels = (0, 85, 170, 255)
    made = atkinson_greys(Image.linear_gradient("L").rotate(90), levels)
    assert {level for _, level in made.getcolors() or ()} == {*levels}
    for column, near in ((40, {0, 85}), (128, {85, 170}), (210, {170, 255})):
        assert {*made.crop((column - 8, 0, column + 8, 256)).tobytes()} == near


def test_sixteen_colours_keep_the_mean_of_each_channel() -> None:
    image = Image.new("RGB", (64, 64), (100, 160, 70))
    made = atkinson_colours(image, COLOUR16).convert("RGB")
    for channel, level in zip(made.split(), (100, 160, 70), strict=True):
        assert abs(sum(channel.tobytes()) / 4096 - level) < 24  # a quarter of each error is dropped


@pytest.mark.parametrize(("palette", "colours"), [("colour16", COLOUR16), ("grey4", GREY4)])
def test_it_is_no_other_dither_and_has_the_colours_of_its_palette(palette: str, colours: bytes) -> None:
    image = colourful(90, 60) if palette == "colour16" else colourful(90, 60).convert("L")
    made = {dither: shown(image, palette, dither) for dither in ("atkinson", "floyd", "ordered")}
    assert len({each.tobytes() for each in made.values()}) == 3
    seen = {colour for _, colour in made["atkinson"].convert("RGB").getcolors(16) or ()}
    assert seen <= {*zip(*[iter(colours)] * 3, strict=True)}
