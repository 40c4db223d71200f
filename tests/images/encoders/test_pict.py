"""PICT, read back by a reader that knows nothing of the writer."""

import pytest
from PIL import Image

from app.images import convert
from app.models import Screen
from tests.images.macintosh import read_pict
from tests.images.samples import LIMIT, colourful, decoded, quarters, saved

WIDTHS = [1, 2, 3, 7, 8, 9, 16, 17, 31, 33, 100, 250, 251]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("palette", "depth", "opcode"),
    [("mono", 1, 0x98), ("grey4", 2, 0x98), ("colour16", 4, 0x98), ("colour256", 8, 0x98), ("true", 32, 0x9A)],
)
def test_a_pict_shows_the_same_pixels_as_a_png(palette: str, depth: int, opcode: int, width: int) -> None:
    body = saved(colourful(width, 13), "PNG")
    found = read_pict(convert(body, Screen(width, 13, "PICT", palette), LIMIT).body)
    wanted = decoded(convert(body, Screen(width, 13, "PNG", palette), LIMIT)).convert("RGB")
    assert (found.opcode, found.image.size) == (opcode, wanted.size)
    assert found.depth == depth or (palette == "colour256" and found.depth < depth)
    assert found.image.tobytes() == wanted.tobytes()


def test_one_bit_is_a_plain_bitmap_that_the_first_macintosh_can_read() -> None:
    body = saved(quarters(), "PNG")
    assert not read_pict(convert(body, Screen(512, 342, "PICT", "mono"), LIMIT).body).has_pixel_map
    assert read_pict(convert(body, Screen(512, 342, "PICT", "grey4"), LIMIT).body).has_pixel_map


def test_a_grey_picture_in_true_colour_has_a_table_of_greys() -> None:
    grey = Image.linear_gradient("L")
    found = read_pict(convert(saved(grey, "PNG"), Screen(256, 256, "PICT"), LIMIT).body)
    assert (found.opcode, found.depth) == (0x98, 8)
    assert found.image.convert("L").tobytes() == grey.tobytes()


def test_a_pict_is_no_wider_than_quickdraw_can_count() -> None:
    picture = convert(saved(Image.new("RGB", (5000, 4)), "PNG"), Screen(9000, 0, "PICT"), LIMIT)
    assert read_pict(picture.body).image.size == (picture.width, picture.height)
    assert picture.width < 4096
