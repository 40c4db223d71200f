"""The pixels of pictures of every depth: opaque, in the colours of sRGB."""

import struct

import pytest
from PIL import Image

from app.errors import BadImage
from app.images import convert
from app.models import Screen
from tests.images.samples import (
    BLACK,
    BLUE,
    GIF,
    GREEN,
    JPEG,
    LIMIT,
    RED,
    WHITE,
    colour_at,
    decoded,
    looks,
    profile_bytes,
    quarters,
    saved,
    shows,
)


def see_through(mode: str) -> Image.Image:
    """The left half is dark and opaque, the right half is dark and transparent."""
    image = Image.new(mode, (100, 50), (40, 255) if mode == "LA" else (40, 0, 90, 255))
    image.paste((40, 0) if mode == "LA" else (40, 0, 90, 0), (50, 0, 100, 50))
    return image


def palette_see_through() -> Image.Image:
    image = Image.new("P", (100, 50), 0)
    image.putpalette([40, 0, 90, 90, 0, 40])
    image.paste(1, (50, 0, 100, 50))
    return image


@pytest.mark.parametrize("screen", [GIF, JPEG])
@pytest.mark.parametrize(
    ("body", "dark"),
    [
        (saved(see_through("LA"), "PNG"), (40, 40, 40)),
        (saved(see_through("RGBA"), "PNG"), (40, 0, 90)),
        (saved(see_through("RGBA"), "WEBP", lossless=True), (40, 0, 90)),
        (saved(see_through("RGBA"), "AVIF"), (40, 0, 90)),
        (saved(see_through("RGBA"), "ICO", sizes=[(100, 50)]), (40, 0, 90)),
        (saved(palette_see_through(), "PNG", transparency=1), (40, 0, 90)),
        (saved(palette_see_through(), "PNG", transparency=b"\xff\x00"), (40, 0, 90)),
        (saved(palette_see_through(), "GIF", transparency=1), (40, 0, 90)),
    ],
)
def test_transparent_parts_become_white(body: bytes, dark: tuple[int, ...], screen: Screen) -> None:
    picture = convert(body, screen, LIMIT)
    assert "transparency" not in decoded(picture).info
    assert looks(colour_at(picture, 0.2, 0.5), dark)
    assert looks(colour_at(picture, 0.8, 0.5), WHITE)


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_colour_named_as_transparent_becomes_white(mode: str) -> None:
    image = Image.new(mode, (100, 50), 40 if mode == "L" else (40, 40, 40))
    image.paste(9 if mode == "L" else (9, 9, 9), (50, 0, 100, 50))
    body = saved(image, "PNG", transparency=9 if mode == "L" else (9, 9, 9))
    picture = convert(body, GIF, LIMIT)
    assert colour_at(picture, 0.2, 0.5) == (40, 40, 40)
    assert colour_at(picture, 0.8, 0.5) == WHITE


def light_lines(mode: str, line: int) -> Image.Image:
    """A light bar on nothing, as a drawing for dark pages has it."""
    clear, full = ((0, 0), (line, 255)) if mode == "LA" else ((0, 0, 0, 0), (line, line, line, 255))
    image = Image.new(mode, (100, 50), clear)
    image.paste(full, (40, 10, 60, 40))
    return image


@pytest.mark.parametrize("screen", [GIF, JPEG])
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_white_on_nothing_stands_on_black_for_it_could_not_be_seen(mode: str, kind: str, screen: Screen) -> None:
    picture = convert(saved(light_lines(mode, 255), kind, lossless=True), screen, LIMIT)
    assert looks(colour_at(picture, 0.5, 0.5), WHITE)
    assert looks(colour_at(picture, 0.1, 0.5), BLACK)


def test_a_palette_may_be_white_on_nothing_too() -> None:
    image = Image.new("P", (100, 50), 1)
    image.putpalette([255, 255, 255, 0, 0, 0])
    image.paste(0, (40, 10, 60, 40))
    picture = convert(saved(image, "GIF", transparency=1), GIF, LIMIT)
    assert looks(colour_at(picture, 0.5, 0.5), WHITE)
    assert looks(colour_at(picture, 0.1, 0.5), BLACK)


@pytest.mark.parametrize("line", [0, 90, 200])
def test_what_can_be_seen_on_white_stands_on_it(line: int) -> None:
    picture = convert(saved(light_lines("RGBA", line), "PNG"), GIF, LIMIT)
    assert looks(colour_at(picture, 0.1, 0.5), WHITE)


@pytest.mark.parametrize("alpha", [0, 255])
def test_a_blank_picture_stays_white(alpha: int) -> None:
    picture = convert(saved(Image.new("RGBA", (20, 20), (255, 255, 255, alpha)), "PNG"), GIF, LIMIT)
    assert colour_at(picture, 0.5, 0.5) == WHITE


def test_half_transparent_black_becomes_grey() -> None:
    picture = convert(saved(Image.new("RGBA", (20, 20), (0, 0, 0, 128)), "PNG"), GIF, LIMIT)
    assert looks(colour_at(picture, 0.5, 0.5), (127, 127, 127), by=2)


def test_sixteen_bits_a_pixel_are_scaled_and_not_clipped() -> None:
    row = struct.pack("<60H", *[0x20FF] * 20, *[0x8000] * 20, *[0xFFFF] * 20)
    image = Image.frombytes("I;16", (60, 10), row * 10)
    picture = convert(saved(image, "PNG"), GIF, LIMIT)
    levels = [colour_at(picture, x, 0.5)[0] for x in (0.1, 0.5, 0.9)]
    assert levels == [0x20, 0x80, 0xFF]


def test_one_bit_pictures_stay_black_and_white() -> None:
    image = Image.new("1", (80, 20), 1)
    image.paste(0, (0, 0, 40, 20))
    for kind in ("PNG", "BMP"):
        picture = convert(saved(image, kind), GIF, LIMIT)
        assert colour_at(picture, 0.2, 0.5) == BLACK
        assert colour_at(picture, 0.8, 0.5) == WHITE


def test_a_cmyk_jpeg_has_the_right_colours() -> None:
    body = saved(quarters().convert("CMYK"), "JPEG", quality=95)
    assert b"Adobe" in body
    assert shows(convert(body, JPEG, LIMIT), RED, GREEN, BLUE, WHITE)
    assert shows(convert(body, GIF, LIMIT), RED, GREEN, BLUE, WHITE)


@pytest.mark.parametrize("grey", [Image.linear_gradient("L"), Image.linear_gradient("L").convert("LA")])
def test_grey_stays_grey(grey: Image.Image) -> None:
    assert decoded(convert(saved(grey, "PNG"), JPEG, LIMIT)).mode == "L"
    picture = convert(saved(grey, "PNG"), GIF, LIMIT)
    assert decoded(picture).convert("L").tobytes() == grey.convert("L").tobytes()


def swapped_profile() -> bytes:
    """An sRGB profile in which red and blue have changed places."""
    profile = profile_bytes("sRGB")
    return profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def test_an_embedded_profile_is_applied() -> None:
    body = saved(quarters(), "PNG", icc_profile=swapped_profile())
    assert shows(convert(body, JPEG, LIMIT), BLUE, GREEN, RED, WHITE)


@pytest.mark.parametrize(
    "profile",
    [b"no profile at all", profile_bytes("sRGB")[:200], profile_bytes("XYZ"), b"\xff" * 4000],
)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_wrong_profile_is_ignored(mode: str, profile: bytes) -> None:
    body = saved(quarters().convert(mode), "JPEG", icc_profile=profile)
    picture = convert(body, JPEG, LIMIT)
    assert looks(colour_at(picture, 0.75, 0.75), WHITE)
    assert decoded(picture).mode == ("L" if mode == "L" else "RGB")


def test_an_rgb_profile_in_a_grey_picture_is_ignored() -> None:
    body = saved(Image.new("L", (50, 50), 100), "PNG", icc_profile=profile_bytes("sRGB"))
    assert looks(colour_at(convert(body, GIF, LIMIT), 0.5, 0.5), (100, 100, 100), by=1)


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_of_a_picture_that_breaks_off_what_came_is_shown(kind: str) -> None:
    noise = Image.effect_noise((200, 150), 60).convert("RGB")
    image = Image.blend(Image.new("RGB", (200, 150), RED), noise, 0.2)
    body = saved(image, kind)
    picture = convert(body[: len(body) * 2 // 3], GIF, LIMIT)
    assert looks(colour_at(picture, 0.5, 0.2), (204, 26, 26), 60)
    assert (picture.width, picture.height) == (200, 150)


@pytest.mark.parametrize("part", [20, 60])
def test_where_next_to_nothing_came_a_picture_is_damaged(part: int) -> None:
    body = saved(Image.effect_noise((200, 150), 60).convert("RGB"), "PNG")
    with pytest.raises(BadImage):
        convert(body[: len(body) * part // 400], GIF, LIMIT)
