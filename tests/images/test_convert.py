"""Pictures of every kind, made by Pillow here, must come out small, upright, opaque and bare."""

from typing import Any

import pytest
from PIL import ExifTags, Image

from app.images import convert
from app.models import Screen
from tests.images.samples import (
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


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_so_is_that_of_a_gif_and_a_png(kind: str) -> None:
    image = Image.effect_noise((800, 600), 60).convert("RGB")
    image.paste(RED, (0, 0, 400, 200))
    body = saved(image, kind)
    picture = convert(body[: len(body) * 2 // 3], JPEG, LIMIT)
    assert (picture.width, picture.height) == (480, 360)
    assert looks(colour_at(picture, 0.2, 0.15), RED)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("AVIF", 0.05),
        ("AVIF", 0.5),
        ("GIF", 0.05),
        ("ICO", 0.05),
        ("ICO", 0.5),
        ("PNG", 0.02),
        ("WEBP", 0.05),
        ("WEBP", 0.5),
    ],
)
def test_other_pictures_that_break_off_are_refused_with_a_sentence(kind: str, part: float) -> None:
    body = saved(Image.effect_noise((128, 128), 60), kind)
    assert sentence_of(body[: max(20, int(len(body) * part))]) == "This picture is damaged or incomplete."


def test_a_jpeg_that_breaks_off_in_its_header_is_refused_with_a_sentence() -> None:
    assert sentence_of(saved(quarters(), "JPEG")[:100]) == "This picture is damaged or incomplete."
