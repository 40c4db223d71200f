"""Sizes, boxes and tiles."""

import pytest
from PIL import ExifTags, Image

from app.errors import BadImage
from app.images import convert, measure, tiles
from app.models import Screen
from tests.images.samples import LIMIT, colourful, decoded, png_of_size, quarters, saved

TURNED = [1, 2, 3, 4, 5, 6, 7, 8]


def turned_drawing(orientation: int, kind: str = "PNG") -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return saved(colourful(70, 50), kind, exif=exif)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [((800, 600), (120, 90)), ((100, 90), (100, 90)), ((50, 180), (25, 90)), ((1000, 10), (150, 2))],
)
def test_a_picture_fits_into_the_box_both_ways(size: tuple[int, int], wanted: tuple[int, int]) -> None:
    picture = convert(saved(Image.new("L", size), "PNG"), Screen(150, 90, "GIF"), LIMIT)
    assert (picture.width, picture.height) == wanted


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", TURNED)
def test_the_measure_is_that_of_the_upright_picture(kind: str, orientation: int) -> None:
    assert measure(turned_drawing(orientation, kind), LIMIT) == ((50, 70) if orientation >= 5 else (70, 50))


def test_the_header_alone_is_measured() -> None:
    assert measure(png_of_size(4000, 3000), LIMIT) == (4000, 3000)


def test_what_cannot_be_converted_cannot_be_measured() -> None:
    for body in (b"", b"<html>", png_of_size(60000, 60000), saved(quarters(), "JPEG")[:50]):
        with pytest.raises(BadImage):
            measure(body, LIMIT)


@pytest.mark.parametrize(
    ("size", "box", "wanted"),
    [
        ((640, 480), (640, 480), (1, 1)),
        ((641, 480), (640, 480), (2, 1)),
        ((1600, 1067), (640, 480), (3, 3)),
        ((1600, 1067), (640, 0), (3, 1)),
        ((1, 1), (640, 480), (1, 1)),
    ],
)
def test_the_tiles_cover_the_picture(size: tuple[int, int], box: tuple[int, int], wanted: tuple[int, int]) -> None:
    assert tiles(size, *box) == wanted


@pytest.mark.parametrize("orientation", TURNED)
def test_the_tiles_put_together_are_the_upright_picture(orientation: int) -> None:
    body = turned_drawing(orientation)
    whole = decoded(convert(body, Screen(1000, 1000, "PNG"), LIMIT))
    together = Image.new("RGB", whole.size)
    columns, rows = tiles(measure(body, LIMIT), 32, 24)
    for column in range(columns):
        for row in range(rows):
            tile = convert(body, Screen(32, 24, "PNG", column=column + 1, row=row + 1), LIMIT)
            together.paste(decoded(tile), (column * 32, row * 24))
    assert together.tobytes() == whole.tobytes()


def test_a_tile_of_a_jpeg_is_at_full_size() -> None:
    body = saved(quarters(), "JPEG", quality=95)
    tile = decoded(convert(body, Screen(300, 400, "PNG", column=2, row=2), LIMIT))
    assert tile.size == (300, 200)
    assert tile.getpixel((20, 100)) != tile.getpixel((200, 100))
    last = decoded(convert(body, Screen(300, 400, "PNG", column=3, row=1), LIMIT))
    assert last.size == (200, 400)


@pytest.mark.parametrize(("column", "row"), [(3, 1), (1, 3), (1, 0), (-1, 1), (10**9, 1)])
def test_a_tile_that_does_not_exist_is_refused(column: int, row: int) -> None:
    with pytest.raises(BadImage, match="no such part"):
        convert(saved(quarters(), "PNG"), Screen(400, 300, "GIF", column=column, row=row), LIMIT)


@pytest.mark.parametrize("kind", ["GIF", "JPEG"])
@pytest.mark.parametrize("size", [(160, 120), (800, 600), (1600, 200), (300, 900), (170, 121)])
def test_a_filled_picture_has_no_white_beside_it(size: tuple[int, int], kind: str) -> None:
    body = saved(Image.new("L", size, 40), "PNG")
    made = decoded(convert(body, Screen(160, 120, kind, exact=True, filled=True), LIMIT)).convert("L")
    assert made.size == (160, 120)
    assert max(made.tobytes()) < 50


def test_of_a_filled_picture_the_upper_middle_is_seen_and_of_a_turned_one_too() -> None:
    high = Image.new("L", (160, 520), 255)
    high.paste(0, (0, 100, 160, 220))  # what a quarter of the height above leaves of it
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    for body in (
        saved(high, "PNG"),
        saved(high.transpose(Image.Transpose.ROTATE_90), "PNG", exif=exif),
    ):
        made = decoded(convert(body, Screen(160, 120, "GIF", exact=True, filled=True), LIMIT)).convert("L")
        assert made.getextrema() == (0, 0)


def test_a_filled_picture_is_not_enlarged() -> None:
    body = saved(Image.new("L", (40, 400), 0), "PNG")
    made = decoded(convert(body, Screen(160, 120, "PNG", exact=True, filled=True), LIMIT)).convert("L")
    assert made.histogram()[0] == 40 * 120
