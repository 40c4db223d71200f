"""Few colours out of many: the tone stays, lines stay crisp, noise is not blown up."""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from app.images import convert
from app.images.palettes import COLOUR16, shown, toned
from app.models import Screen
from tests.images.samples import LIMIT, colourful, decoded, saved

DITHERS = ("atkinson", "floyd", "ordered")
GREYS = Image.linear_gradient("L").rotate(90).resize((256, 64))


def tone(image: Image.Image, box: tuple[int, int, int, int]) -> float:
    histogram = image.convert("L").crop(box).histogram()
    return sum(level * count for level, count in enumerate(histogram)) / sum(histogram)


@pytest.mark.parametrize("dither", DITHERS)
@pytest.mark.parametrize("palette", ["mono", "grey4"])
def test_a_dither_keeps_the_tone(palette: str, dither: str) -> None:
    made = shown(GREYS, palette, dither)
    # Atkinson's drops a quarter of the error, so its light and dark are lighter and darker.
    by = 45 if (palette, dither) == ("mono", "atkinson") else 12
    for left in range(0, 256, 32):
        box = (left, 0, left + 32, 64)
        assert abs(tone(made, box) - tone(GREYS, box)) <= by


def test_the_three_dithers_differ_in_one_bit() -> None:
    assert len({shown(GREYS, "mono", dither).tobytes() for dither in DITHERS}) == 3


@pytest.mark.parametrize("dither", DITHERS)
@pytest.mark.parametrize("level", [0, 1, 100, 128, 254, 255])
def test_a_picture_of_one_grey_keeps_its_tone(level: int, dither: str) -> None:
    made = shown(toned(Image.new("L", (64, 64), level), "mono"), "mono", dither)
    assert abs(tone(made, (0, 0, 64, 64)) - level) <= (50 if dither == "atkinson" else 6)


@pytest.mark.parametrize("dither", DITHERS)
def test_contrast_is_stretched_but_not_that_of_noise(dither: str) -> None:
    flat = GREYS.point(lambda level: 90 + level // 4)
    made = shown(toned(flat, "mono"), "mono", dither)
    assert tone(made, (0, 0, 16, 64)) > 200 or tone(made, (240, 0, 256, 64)) > 200
    assert min(tone(made, (0, 0, 16, 64)), tone(made, (240, 0, 256, 64))) < 50
    faint = GREYS.point(lambda level: 120 + level // 16)
    halves = [tone(shown(toned(faint, "mono"), "mono", dither), box) for box in ((0, 0, 128, 64), (128, 0, 256, 64))]
    assert all(90 < each < 165 for each in halves)


def test_white_around_a_picture_does_not_count_for_its_contrast() -> None:
    dark = saved(GREYS.point(lambda level: level // 3), "PNG")
    wide = decoded(convert(dark, Screen(256, 256, "PNG", "mono", exact=True), LIMIT))
    alone = decoded(convert(dark, Screen(256, 256, "PNG", "mono"), LIMIT))
    assert abs(tone(wide, (0, 96, 256, 160)) - tone(alone, (0, 0, 256, 64))) < 6


@pytest.mark.parametrize("dither", DITHERS)
@pytest.mark.parametrize("palette", ["mono", "grey4", "colour16"])
def test_line_art_stays_crisp(palette: str, dither: str) -> None:
    image = Image.new("RGB", (120, 40), (250, 250, 245))
    pen = ImageDraw.Draw(image)
    pen.text((5, 5), "Fine print, crisp", fill=(20, 20, 25), font=ImageFont.load_default_imagefont())
    pen.line((0, 30, 120, 33), fill=(20, 20, 25))
    made = decoded(convert(saved(image, "PNG"), Screen(120, 0, "GIF", palette, dither), LIMIT)).convert("L")
    wanted = image.convert("L").point(lambda level: 255 if level > 128 else 0)
    assert ImageChops.difference(made, wanted).getbbox() is None


def test_thin_grey_lines_become_black() -> None:
    image = Image.new("L", (300, 300), 255)
    ImageDraw.Draw(image).line((0, 10, 300, 10), fill=110)
    assert shown(toned(image, "mono"), "mono", "floyd").convert("L").histogram()[0] == 300


@pytest.mark.parametrize("dither", DITHERS)
def test_sixteen_colours_are_those_of_windows(dither: str) -> None:
    colours = shown(colourful(200, 200), "colour16", dither).convert("RGB").getcolors(16)
    fixed = set(zip(*[iter(COLOUR16)] * 3, strict=True))
    assert colours is not None
    assert {colour for _, colour in colours} <= fixed
    assert len(colours) > 8


def test_the_ordered_pattern_covers_sizes_that_are_no_multiple_of_it() -> None:
    for size in ((1, 1), (9, 3), (8, 8), (33, 17)):
        assert shown(Image.new("L", size, 128), "mono", "ordered").size == size
