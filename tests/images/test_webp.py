"""Still WebP, beside what Pillow itself makes of it."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from app.images.webp import StillWebP, is_still, size_of
from tests.images.samples import colourful, profile_bytes, quarters, saved


def see_through(width: int, height: int) -> Image.Image:
    image = colourful(width, height).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize((width, height)))
    return image


def moving() -> bytes:
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    return saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100)


KINDS = {
    "lossy": saved(colourful(61, 37), "WEBP"),
    "lossless": saved(colourful(61, 37), "WEBP", lossless=True),
    "see-through": saved(see_through(61, 37), "WEBP"),
    "see-through lossless": saved(see_through(61, 37), "WEBP", lossless=True),
    "with a profile": saved(colourful(61, 37), "WEBP", icc_profile=profile_bytes("sRGB")),
}


@pytest.mark.parametrize("body", KINDS.values(), ids=KINDS)
def test_it_is_what_pillow_makes_of_it(body: bytes) -> None:
    assert is_still(body)
    assert size_of(body) == (61, 37)
    ours, theirs = StillWebP(BytesIO(body)), Image.open(BytesIO(body))
    assert ours.size == theirs.size
    assert (ours.mode == "RGBA") == (theirs.mode == "RGBA")
    assert ours.info.get("icc_profile") == theirs.info.get("icc_profile")
    assert ImageChops.difference(ours.convert(theirs.mode), theirs).getbbox() is None


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (16_383, 1)])
def test_the_size_is_told_by_the_header_alone(size: tuple[int, int]) -> None:
    for options in ({}, {"lossless": True}, {"icc_profile": profile_bytes("sRGB")}):
        assert size_of(saved(Image.new("RGB", size), "WEBP", **options)[:32]) == size


def test_what_moves_is_not_still() -> None:
    assert not is_still(moving())


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_what_breaks_off_cannot_be_decoded(part: float) -> None:
    body = saved(quarters(), "WEBP", lossless=True)
    with pytest.raises(ValueError, match="libwebp"):
        StillWebP(BytesIO(body[: int(len(body) * part)])).load()


def test_exif_is_read_wherever_it_stands() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert StillWebP(BytesIO(saved(quarters(), "WEBP", exif=exif))).getexif()[0x0112] == 6
