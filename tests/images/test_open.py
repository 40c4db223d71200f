"""What is no picture, or one made to hurt, is refused by its header and by its name."""

import struct

import pytest
from PIL import Image

from app.errors import BadImage
from app.images import convert
from tests.images.samples import GIF, LIMIT, RED, colour_at, colourful, png_of_size, quarters, saved, sentence_of


def icon_of(part: bytes) -> bytes:
    return b"\0\0\1\0\1\0" + struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(part), 22) + part


def test_the_header_alone_refuses_a_picture_of_too_many_pixels() -> None:
    wanted = "The picture has 3600 million pixels; those of more than 25 million are not converted."
    assert sentence_of(png_of_size(60000, 60000)) == wanted
    wanted = "The picture has 30 million pixels; those of more than 25 million are not converted."
    assert sentence_of(png_of_size(6000, 5000)) == wanted
    # Just over the limit must not read as equal to it, and 89 million is where Pillow itself would warn.
    assert "has 26 million" in sentence_of(png_of_size(5001, 5000))
    assert "has 121 million" in sentence_of(png_of_size(11000, 11000))
    assert "has 20 pixels; those of more than 19 are" in sentence_of(saved(Image.new("L", (5, 4)), "PNG"), 19)


@pytest.mark.parametrize(
    "body",
    [
        b"RIFF\x64\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (9999).to_bytes(3, "little") * 2 + b"\0" * 90,
        b"RIFF\x64\0\0\0WEBPVP8L\x5a\0\0\0\x2f" + (9999 | 9999 << 14).to_bytes(4, "little") + b"\0" * 90,
        b"RIFF\x64\0\0\0WEBPVP8 \x5a\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 10000, 10000) + b"\0" * 90,
        icon_of(png_of_size(10000, 10000)),
    ],
)
def test_formats_that_decode_on_opening_are_measured_before(body: bytes) -> None:
    sentence = sentence_of(body)
    assert "100 million" in sentence or sentence == "This picture is stored in a way that takes too long to convert."


def rle_bitmap(width: int, height: int, data: bytes) -> bytes:
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 1, len(data), 0, 0, 2, 2)
    offset = 14 + len(header) + 8
    start = b"BM" + struct.pack("<IHHI", offset + len(data), 0, 0, offset)
    return start + header + b"\0\0\0\0\0\0\xff\0" + data


def jpeg_with(segment: bytes, times: int) -> bytes:
    body = saved(quarters(16, 16), "JPEG")
    return body[:2] + segment * times + body[2:]


def test_a_run_length_bitmap_is_read() -> None:
    picture = convert(rle_bitmap(4, 1, b"\x04\x01\0\1"), GIF, LIMIT)
    assert colour_at(picture, 0.5, 0) == RED


@pytest.mark.parametrize(
    "body",
    [
        rle_bitmap(4000, 4000, b"\xff\x01\0\1"),
        rle_bitmap(10, 10, b"\0\0" * 600_000),
        icon_of(b"\0" * 1_100_000),
        jpeg_with(b"\xff\xe1\0\x0cExif\0\0abcd", 60),
        jpeg_with(b"\xff\xe3\0\x04\xff\xda", 120),
    ],
)
def test_pictures_made_to_take_long_are_refused(body: bytes) -> None:
    assert sentence_of(body) == "This picture is stored in a way that takes too long to convert."


def test_what_is_no_picture_is_called_by_its_name() -> None:
    page = "There is a web page where this picture should be."
    other = "This file is no picture of a kind that this reader converts."
    assert sentence_of(b"\n<!DOCTYPE html><title>Moved</title><svg></svg>") == page
    assert sentence_of(b"<html><body>Gone") == page
    assert sentence_of(b"Just a few words.") == other
    assert sentence_of(b"") == other
    assert sentence_of(saved(Image.new("L", (4, 4)), "TIFF")) == other
    assert sentence_of(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") == other


@pytest.mark.parametrize("kind", ["AVIF", "BMP", "GIF", "ICO", "JPEG", "PNG", "WEBP"])
def test_no_damage_raises_anything_but_the_one_error(kind: str) -> None:
    body = saved(colourful(48, 32), kind)
    sentences = set()
    for place in range(min(len(body), 240)):
        damaged = body[:place] + bytes([body[place] ^ 0xFF]) + body[place + 1 :]
        try:
            assert convert(damaged, GIF, 100_000).width <= 480
        except BadImage as error:
            sentences.add(error.sentence)
    assert "This picture is damaged or incomplete." in sentences
    assert all(sentence.endswith(".") for sentence in sentences)
