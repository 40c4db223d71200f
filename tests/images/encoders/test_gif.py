"""What stands in a GIF, byte by byte."""

import pytest
from PIL import Image

from app.images import convert
from app.models import Screen
from tests.images.samples import GIF, LIMIT, colourful, decoded, quarters, saved

PHOTOGRAPH = saved(colourful(200, 100), "PNG")


@pytest.mark.parametrize(("palette", "bits"), [("mono", 1), ("grey4", 2), ("colour16", 4), ("colour256", 8)])
def test_the_palette_and_the_codes_have_as_many_bits_as_are_needed(palette: str, bits: int) -> None:
    body = convert(PHOTOGRAPH, Screen(200, 0, "GIF", palette), LIMIT).body
    assert body[:6] == b"GIF87a"
    assert body[10] == 0x80 | bits - 1
    descriptor = 13 + 3 * 2**bits
    assert body[descriptor : descriptor + 1] == b","
    assert body[descriptor + 9] == 0
    assert body[descriptor + 10] == max(2, bits)
    assert body.endswith(b"\0;")


def test_one_bit_is_black_and_white_in_that_order() -> None:
    body = convert(PHOTOGRAPH, Screen(200, 0, "GIF", "mono"), LIMIT).body
    assert body[13:19] == bytes((0, 0, 0, 255, 255, 255))


def test_fewer_bits_are_fewer_bytes() -> None:
    sizes = [
        len(convert(PHOTOGRAPH, Screen(200, 0, "GIF", palette), LIMIT).body)
        for palette in ("mono", "grey4", "colour16", "colour256")
    ]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("colours", [1, 2, 3, 4, 5, 16, 17, 255, 256])
def test_any_number_of_colours_is_read_back(colours: int) -> None:
    image = Image.new("RGB", (256, 3))
    image.putdata([(x % colours, 10, 200) for _ in range(3) for x in range(256)])
    shown = decoded(convert(saved(image, "PNG"), Screen(256, 0, "GIF"), LIMIT))
    assert shown.convert("RGB").tobytes() == image.tobytes()


def test_gif_is_not_interlaced_and_has_no_extension() -> None:
    for image in (quarters(), colourful(800, 600)):
        body = convert(saved(image, "PNG"), GIF, LIMIT).body
        assert body.startswith(b"GIF87a")
        palette_bytes = 3 * 2 ** ((body[10] & 7) + 1)
        descriptor = body[13 + palette_bytes :]
        assert descriptor[:1] == b","
        assert descriptor[9] & 0x40 == 0
