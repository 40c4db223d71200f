"""Pixels to bytes: each format can be written in every palette and read back, in the form of its oldest readers."""

from typing import Any

import pytest
from PIL import ExifTags, Image

from app.images import convert
from app.images.formats import PALETTES
from app.models import Screen
from tests.images.samples import GIF, JPEG, LIMIT, colourful, decoded, profile_bytes, quarters, saved

PHOTOGRAPH = saved(colourful(300, 200), "PNG")


DITHERS = ("atkinson", "floyd", "ordered")


OF_PILLOW = ("BMP", "GIF", "JPEG", "PCX", "PNG", "XBM")


MOST_COLOURS = {"mono": 2, "grey4": 4, "colour16": 16, "colour256": 256}


@pytest.mark.parametrize("dither", DITHERS)
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", OF_PILLOW)
def test_every_format_can_be_read_back_with_no_more_colours_than_were_wanted(
    name: str, palette: str, dither: str
) -> None:
    picture = convert(PHOTOGRAPH, Screen(150, 0, name, palette, dither), LIMIT)
    assert (picture.format, picture.width, picture.height) == (name, 150, 100)
    colours = decoded(picture).convert("RGB").getcolors(100_000)
    assert colours is not None
    if name != "JPEG":
        assert len(colours) <= MOST_COLOURS.get(palette, 100_000)
    if palette in ("mono", "grey4"):
        assert all(colour in {(level,) * 3 for level in range(256)} for _, colour in colours)


@pytest.mark.parametrize("name", ["BMP", "PCX", "PNG"])
def test_true_colour_is_kept_exactly(name: str) -> None:
    shown = decoded(convert(PHOTOGRAPH, Screen(300, 0, name), LIMIT))
    assert shown.convert("RGB").tobytes() == colourful(300, 200).tobytes()


def test_a_set_bit_of_an_x_bitmap_is_ink() -> None:
    image = Image.new("1", (8, 1), 1)
    image.paste(0, (0, 0, 3, 1))
    assert b"{\n0x07" in convert(saved(image, "PNG"), Screen(8, 0, "XBM"), LIMIT).body


def test_a_pcx_of_one_bit_names_black_and_white() -> None:
    body = convert(saved(quarters(), "PNG"), Screen(80, 0, "PCX", "mono"), LIMIT).body
    assert body[3] == 1
    assert body[65] == 1
    assert body[16:22] == bytes((0, 0, 0, 255, 255, 255))


def test_a_png_of_few_colours_has_few_bits() -> None:
    for palette, bits in (("mono", 1), ("grey4", 2), ("colour16", 4), ("colour256", 8)):
        assert convert(PHOTOGRAPH, Screen(100, 0, "PNG", palette), LIMIT).body[24] == bits


def full_of_metadata(kind: str) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "a secret place"
    options: dict[str, Any] = {"exif": exif, "icc_profile": profile_bytes("sRGB"), "comment": b"a secret place"}
    return saved(colourful(640, 400), kind, **options)


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_no_metadata_goes_out(kind: str) -> None:
    body = full_of_metadata(kind)
    jpeg, gif = convert(body, JPEG, LIMIT), convert(body, GIF, LIMIT)
    for mark in (b"secret", b"Exif", b"ICC_PROFILE", b"\xff\xe1", b"\xff\xe2", b"\xff\xed", b"\xff\xfe"):
        assert mark not in jpeg.body
    assert set(decoded(jpeg).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"secret" not in gif.body
    assert b"ICCRGBG1" not in gif.body
    assert set(decoded(gif).info) <= {"version", "background"}


def test_jpeg_is_baseline_with_halved_colours() -> None:
    body = saved(colourful(900, 700), "JPEG", progressive=True, subsampling="4:4:4")
    picture = convert(body, JPEG, LIMIT)
    assert b"\xff\xc0" in picture.body
    assert b"\xff\xc2" not in picture.body
    start = picture.body.index(b"\xff\xc0")
    assert [picture.body[start + 11 + 3 * part] for part in range(3)] == [0x22, 0x11, 0x11]
    assert len(picture.body) < 480 * 373
