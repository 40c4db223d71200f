import struct

import pytest
from PIL import Image

from app.errors import BadImage
from app.fetch.sniff import file_words, kind_of
from app.images import convert
from app.images.open import KINDS
from app.models import Kind
from app.signatures import SIGNATURES, image_format, is_image
from tests.images.samples import GIF, LIMIT, colourful, saved


def file_types(first: bytes, *others: bytes) -> bytes:
    """Return a box of file types."""
    return struct.pack(">I", 16 + 4 * len(others)) + b"ftyp" + first + bytes(4) + b"".join(others)


def rebranded(first: bytes, *others: bytes) -> bytes:
    """Return an AVIF whose box of file types is another one, without what depends on where the pixels stand."""
    body = saved(colourful(48, 32), "AVIF")
    length = int.from_bytes(body[:4], "big")
    box = file_types(first, *others)
    assert len(box) == length, "places in the file are counted from its beginning"
    return box + body[length:]


@pytest.mark.parametrize("name", ["AVIF", "BMP", "GIF", "ICO", "JPEG", "PNG", "WEBP"])
def test_what_pillow_writes_is_known_by_its_bytes_alone(name: str) -> None:
    body = saved(Image.new("RGB", (32, 32)), name)
    assert image_format(body) == name
    assert is_image(body)


def test_whatever_is_known_is_read() -> None:
    assert [row.format for row in SIGNATURES] == list(KINDS) == sorted(KINDS)


@pytest.mark.parametrize("first", [b"mif1", b"msf1", b"miaf", b"avif"])
def test_an_avif_is_a_picture_everywhere_whatever_it_calls_itself_first(first: bytes) -> None:
    body = rebranded(first, b"mif1", b"avif", b"miaf", b"MA1A")
    assert kind_of("application/octet-stream", body) is kind_of("", body) is Kind.IMAGE
    assert file_words("", body) == "a picture"
    assert convert(body, GIF, LIMIT).width == 48


@pytest.mark.parametrize("first", [b"mif1", b"msf1", b"heic"])
def test_another_heif_is_a_file_that_is_a_picture_to_readers_and_is_not_converted(first: bytes) -> None:
    body = file_types(first, b"mif1", b"heic") + b"avif" * 20
    assert kind_of("application/octet-stream", body) is Kind.FILE
    assert file_words("", body) == "a picture"
    with pytest.raises(BadImage, match="no picture of a kind"):
        convert(body, GIF, LIMIT)


@pytest.mark.parametrize("size", [b"\0\0\0\0", b"\0\0\0\x07", b"\xff\xff\xff\xff"])
def test_a_wrong_length_of_the_file_types_does_no_harm(size: bytes) -> None:
    assert image_format(size + b"ftypavif") == "AVIF"
    assert image_format(size + b"ftypisom" + bytes(2000) + b"avif") == ""


@pytest.mark.parametrize(
    ("body", "name"),
    [(b"BMW recalls a car", "BMP"), (b"\0\0\1\0\0\0", "ICO"), (b"Sorry by WEBP", ""), (b"01234567WEBP, said", "WEBP")],
)
def test_what_may_begin_something_else_is_a_picture_only_to_those_who_know_that_it_is_one(
    body: bytes, name: str
) -> None:
    assert image_format(body) == name
    assert not is_image(body)
