"""MacPaint documents, read back by a reader that knows nothing of the writer."""

import pytest
from PIL import Image

from app.images import convert
from app.images.encoders.macpaint import macpaint
from app.models import Screen
from tests.images.macintosh import macpaint_image
from tests.images.samples import LIMIT, colourful, decoded, saved


def test_a_macpaint_document_has_the_picture_in_the_middle_of_a_white_page() -> None:
    image = Image.new("L", (100, 60), 0)
    picture = convert(saved(image, "PNG"), Screen(640, 0, "MACPAINT"), LIMIT)
    page = macpaint_image(picture.body)
    assert (picture.width, picture.height) == page.size == (576, 720)
    assert page.convert("L").histogram()[0] == 100 * 60
    assert page.crop((238, 330, 338, 390)).convert("L").getextrema() == (0, 0)


@pytest.mark.parametrize("dither", ["atkinson", "floyd", "ordered"])
def test_a_large_picture_is_scaled_to_the_page(dither: str) -> None:
    body = saved(colourful(2000, 2000), "PNG")
    page = macpaint_image(convert(body, Screen(1000, 1000, "MACPAINT", dither=dither), LIMIT).body)
    wanted = decoded(convert(body, Screen(576, 720, "PNG", "mono", dither, exact=True), LIMIT))
    assert page.tobytes() == wanted.tobytes()


def test_the_box_of_the_screen_counts_on_the_page_too() -> None:
    page = macpaint_image(convert(saved(Image.new("L", (900, 900)), "PNG"), Screen(200, 100, "MACPAINT"), LIMIT).body)
    assert page.convert("L").histogram()[0] == 100 * 100


def test_a_page_comes_back_bit_by_bit() -> None:
    page = colourful(576, 720).convert("1")
    assert macpaint_image(macpaint(page)).tobytes() == page.tobytes()


def test_an_empty_page_takes_little_more_than_its_header() -> None:
    assert len(macpaint(Image.new("1", (576, 720), 1))) == 512 + 720 * 2
