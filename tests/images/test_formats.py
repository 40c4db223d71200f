"""The table of formats, and that each can be written in every palette, and read back."""

from io import BytesIO

import pytest
from PIL import Image

from app.images import FORMATS, convert
from app.images.formats import PALETTES, format_named
from app.models import Screen
from tests.images.samples import LIMIT, WHITE, colourful, decoded, looks, saved

PHOTOGRAPH = saved(colourful(300, 200), "PNG")


def test_the_table_is_sorted_and_its_names_are_unique() -> None:
    assert list(FORMATS) == sorted(FORMATS, key=lambda each: each.name)
    for names in ([each.name for each in FORMATS], [each.suffix for each in FORMATS]):
        assert len(names) == len(set(names))
    assert {each.suffix for each in FORMATS} == set("bmp gif jpg mac pcx pct png xbm".split())


def test_every_palette_of_every_format_is_one_that_there_is_from_shallow_to_deep() -> None:
    for each in FORMATS:
        assert each.palettes == tuple(name for name in PALETTES if name in each.palettes)


@pytest.mark.parametrize(
    ("name", "wanted", "given"),
    [
        ("GIF", "true", "colour256"),
        ("GIF", "mono", "mono"),
        ("JPEG", "mono", "grey"),
        ("JPEG", "grey4", "grey"),
        ("JPEG", "colour16", "true"),
        ("MACPAINT", "true", "mono"),
        ("PICT", "true", "true"),
        ("XBM", "colour256", "mono"),
    ],
)
def test_what_a_format_cannot_hold_becomes_the_nearest_that_it_can(name: str, wanted: str, given: str) -> None:
    assert format_named(name).clipped(wanted) == given


def test_an_unknown_format_palette_or_dither_is_no_damaged_picture() -> None:
    with pytest.raises(KeyError):
        convert(PHOTOGRAPH, Screen(100, 100, "TIFF"), LIMIT)
    for palette, dither in (("colour4", "floyd"), ("mono", "flyod")):
        with pytest.raises(ValueError, match=r"not in tuple|is no dither"):
            convert(PHOTOGRAPH, Screen(100, 100, "GIF", palette, dither), LIMIT)


def test_an_exact_picture_stands_in_the_middle_of_white() -> None:
    body = saved(Image.new("RGB", (400, 100), (10, 20, 30)), "PNG")
    for name in ("GIF", "JPEG", "PNG"):
        shown = decoded(convert(body, Screen(200, 150, name, exact=True), LIMIT)).convert("RGB")
        assert shown.size == (200, 150)
        edges = [shown.getpixel(place) for place in ((100, 5), (100, 145))]
        middle = [shown.getpixel(place) for place in ((3, 75), (100, 75), (196, 75))]
        assert all(isinstance(each, tuple) and looks(each, WHITE) for each in edges)
        assert all(isinstance(each, tuple) and looks(each, (10, 20, 30)) for each in middle)


def test_an_exact_picture_is_not_enlarged_either() -> None:
    body = saved(Image.new("RGB", (10, 10), (0, 0, 0)), "PNG")
    shown = Image.open(BytesIO(convert(body, Screen(30, 20, "PNG", exact=True), LIMIT).body)).convert("L")
    assert shown.histogram()[0] == 100
    assert shown.getpixel((10, 5)) == shown.getpixel((19, 14)) == 0
