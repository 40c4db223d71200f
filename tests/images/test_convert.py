"""Pictures of every kind, made by Pillow here, must come out small, upright, opaque and bare."""

import struct
from typing import Any, Literal

import pytest
from PIL import ExifTags, Image, ImageCms

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
    colourful,
    decoded,
    looks,
    quarters,
    saved,
    sentence_of,
    shows,
)


@pytest.mark.parametrize("screen", [GIF, JPEG])
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("AVIF", {}),
        ("BMP", {}),
        ("GIF", {}),
        ("JPEG", {"quality": 90}),
        ("JPEG", {"quality": 90, "progressive": True}),
        ("PNG", {}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
    ],
)
def test_every_kind_is_converted_and_scaled_to_the_screen(kind: str, options: dict[str, Any], screen: Screen) -> None:
    picture = convert(saved(quarters(), kind, **options), screen, LIMIT)
    assert (picture.format, picture.width, picture.height) == (screen.format, 480, 360)
    assert shows(picture, RED, GREEN, BLUE, WHITE)


@pytest.mark.parametrize("bitmap_format", ["bmp", "png"])
def test_an_icon_gives_its_largest_picture(bitmap_format: str) -> None:
    body = saved(quarters(64, 64), "ICO", sizes=[(16, 16), (64, 64)], bitmap_format=bitmap_format)
    picture = convert(body, GIF, LIMIT)
    assert (picture.width, picture.height) == (64, 64)
    assert shows(picture, RED, GREEN, BLUE, WHITE)


@pytest.mark.parametrize("screen", [GIF, JPEG])
@pytest.mark.parametrize("size", [(1, 1), (100, 40), (480, 1)])
def test_a_small_picture_is_never_enlarged(size: tuple[int, int], screen: Screen) -> None:
    picture = convert(saved(Image.new("RGB", size, RED), "PNG"), screen, LIMIT)
    assert (picture.width, picture.height) == size
    assert looks(colour_at(picture, 0, 0), RED)


@pytest.mark.parametrize("screen", [GIF, JPEG])
def test_a_very_wide_picture_keeps_at_least_one_row(screen: Screen) -> None:
    picture = convert(saved(Image.new("RGB", (10000, 1), BLUE), "PNG"), screen, LIMIT)
    assert (picture.width, picture.height) == (480, 1)
    assert looks(colour_at(picture, 0.5, 0), BLUE)


@pytest.mark.parametrize("screen", [GIF, JPEG])
def test_a_very_tall_picture_is_scaled_to_what_both_formats_and_quickdraw_can_count(screen: Screen) -> None:
    picture = convert(saved(Image.new("L", (10, 128_000), 80), "PNG"), screen, LIMIT)
    assert (picture.width, picture.height) == (2, 32_000)


@pytest.mark.parametrize(
    ("orientation", "wanted"),
    [
        (1, (RED, GREEN, BLUE, WHITE)),
        (2, (GREEN, RED, WHITE, BLUE)),
        (3, (WHITE, BLUE, GREEN, RED)),
        (4, (BLUE, WHITE, RED, GREEN)),
        (5, (RED, BLUE, GREEN, WHITE)),
        (6, (BLUE, RED, WHITE, GREEN)),
        (7, (WHITE, GREEN, BLUE, RED)),
        (8, (GREEN, WHITE, RED, BLUE)),
        (99, (RED, GREEN, BLUE, WHITE)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_exif_orientation_is_applied(kind: str, orientation: int, wanted: tuple[tuple[int, ...], ...]) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    picture = convert(saved(quarters(), kind, exif=exif), JPEG, LIMIT)
    on_its_side = orientation in range(5, 9)
    assert (picture.width, picture.height) == ((480, 640) if on_its_side else (480, 360))
    assert shows(picture, *wanted)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_a_broken_exif_block_does_not_spoil_the_picture() -> None:
    body = saved(quarters(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff\xff")
    assert shows(convert(body, JPEG, LIMIT), RED, GREEN, BLUE, WHITE)


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


def profile_bytes(space: Literal["XYZ", "sRGB"]) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


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


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "PNG", "WEBP"])
def test_an_animation_gives_its_first_frame(kind: str) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, GREEN, BLUE)]
    body = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    picture = convert(body, GIF, LIMIT)
    assert looks(colour_at(picture, 0.5, 0.5), RED)
    assert getattr(decoded(picture), "n_frames", 1) == 1


def test_a_jpeg_of_several_pictures_gives_the_first() -> None:
    body = saved(quarters(), "MPO", save_all=True, append_images=[Image.new("RGB", (800, 600))])
    assert shows(convert(body, JPEG, LIMIT), RED, GREEN, BLUE, WHITE)


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


def test_gif_is_not_interlaced_and_has_no_extension() -> None:
    for image in (quarters(), colourful(800, 600)):
        body = convert(saved(image, "PNG"), GIF, LIMIT).body
        assert body.startswith(b"GIF87a")
        palette_bytes = 3 * 2 ** ((body[10] & 7) + 1)
        descriptor = body[13 + palette_bytes :]
        assert descriptor[:1] == b","
        assert descriptor[9] & 0x40 == 0


def test_few_colours_are_kept_exactly() -> None:
    image = Image.new("RGB", (16, 16))
    for number in range(256):
        image.putpixel((number % 16, number // 16), (100 + number % 7, 100 + number // 7, 200 - number % 3))
    picture = convert(saved(image, "PNG"), GIF, LIMIT)
    assert decoded(picture).convert("RGB").tobytes() == image.tobytes()


def test_many_colours_are_dithered_to_256() -> None:
    image = colourful(480, 360)
    shown = decoded(convert(saved(image, "PNG"), GIF, LIMIT)).convert("RGB")
    few = shown.getcolors(256)
    assert few is not None
    assert len(few) > 128
    blurred = [picture.resize((24, 18), Image.Resampling.BOX).tobytes() for picture in (image, shown)]
    assert max(abs(a - b) for a, b in zip(*blurred, strict=True)) <= 12


@pytest.mark.parametrize("screen", [GIF, JPEG])
def test_the_same_picture_always_gives_the_same_bytes(screen: Screen) -> None:
    body = saved(colourful(700, 500), "JPEG")
    assert convert(body, screen, LIMIT) == convert(body, screen, LIMIT)


@pytest.mark.parametrize("progressive", [False, True])
def test_of_a_jpeg_that_breaks_off_the_part_that_came_is_shown(progressive: bool) -> None:
    image = Image.effect_noise((800, 600), 60).convert("RGB")
    image.paste(RED, (0, 0, 400, 200))
    body = saved(image, "JPEG", progressive=progressive)
    picture = convert(body[: len(body) * 2 // 3], JPEG, LIMIT)
    assert (picture.width, picture.height) == (480, 360)
    assert looks(colour_at(picture, 0.2, 0.15), RED)


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "ICO", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.05, 0.5])
def test_other_pictures_that_break_off_are_refused_with_a_sentence(kind: str, part: float) -> None:
    body = saved(Image.effect_noise((128, 128), 60), kind)
    assert sentence_of(body[: max(20, int(len(body) * part))]) == "This picture is damaged or incomplete."


def test_a_jpeg_that_breaks_off_in_its_header_is_refused_with_a_sentence() -> None:
    assert sentence_of(saved(quarters(), "JPEG")[:100]) == "This picture is damaged or incomplete."
