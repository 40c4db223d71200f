"""Small animations stay animations where they are wanted; all others are their first frame."""

import struct
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageSequence

from app.images import convert
from app.models import ConvertedImage, Screen
from tests.images.samples import BLACK, BLUE, GREEN, LIMIT, RED, WHITE, colourful, looks, saved

MOVING = Screen(480, 0, "GIF", animated=True)


def animation(frames: list[Image.Image], **options: Any) -> bytes:
    return saved(
        frames[0], "GIF", **{"save_all": True, "append_images": frames[1:], "duration": 200, "loop": 0} | options
    )


def balls(count: int, size: tuple[int, int] = (100, 60), colours: int = 1) -> list[Image.Image]:
    frames = []
    for number in range(count):
        # Few enough colours that a GIF holds each frame exactly.
        frame = Image.new("RGB", size, WHITE) if colours == 1 else colourful(*size).quantize(colours).convert("RGB")
        ImageDraw.Draw(frame).ellipse((number * 4, 20, number * 4 + 15, 35), fill=RED)
        frames.append(frame)
    return frames


def frames_of(picture: ConvertedImage) -> list[Image.Image]:
    image = Image.open(BytesIO(picture.body))
    assert image.size == (picture.width, picture.height)
    return [frame.convert("RGB") for frame in ImageSequence.Iterator(image)]


def test_frames_pauses_and_repeats_are_kept() -> None:
    body = animation([Image.new("RGB", (60, 40), hue) for hue in (RED, GREEN, BLUE)], duration=[100, 200, 300], loop=5)
    picture = convert(body, MOVING, LIMIT)
    image = Image.open(BytesIO(picture.body))
    seen = []
    for number, hue in enumerate((RED, GREEN, BLUE)):
        image.seek(number)
        assert image.convert("RGB").getpixel((30, 20)) == hue
        seen.append(image.info["duration"])
    assert seen == [100, 200, 300]
    assert image.info["loop"] == 5


def test_an_animation_that_plays_once_does_so() -> None:
    body = animation(balls(3), loop=None)
    assert b"NETSCAPE" not in body
    picture = convert(body, MOVING, LIMIT)
    assert len(frames_of(picture)) == 3
    assert b"NETSCAPE" not in picture.body


def test_few_colours_are_kept_exactly() -> None:
    frames = balls(5)
    assert [each.tobytes() for each in frames_of(convert(animation(frames), MOVING, LIMIT))] == [
        each.tobytes() for each in frames
    ]


def test_frames_are_scaled_and_have_one_palette() -> None:
    picture = convert(animation(balls(6, (400, 240), colours=200)), Screen(100, 0, "GIF", animated=True), LIMIT)
    assert (picture.width, picture.height) == (100, 60)
    assert len(frames_of(picture)) == 6
    image = Image.open(BytesIO(picture.body))
    for number in range(6):
        image.seek(number)
        assert image.info.get("transparency") is None
    assert picture.body.count(b"\x2c\0\0\0\0\x64\0\x3c\0\0") == 1  # only the first frame is whole, none has a table


@pytest.mark.parametrize("palette", ["mono", "grey4", "colour16", "colour256"])
def test_what_does_not_move_keeps_still(palette: str) -> None:
    frames = balls(4, (101, 61), colours=200)
    shown = frames_of(convert(animation(frames), Screen(101, 0, "GIF", palette, animated=True), LIMIT))
    assert len(shown) == 4
    corner = {frame.crop((60, 0, 101, 61)).tobytes() for frame in shown}
    assert len(corner) == 1


def test_frames_that_change_nothing_lengthen_the_one_before() -> None:
    first, second = balls(2)
    body = animation([first, second])
    again = body[:-1] + body[body.rindex(b"!\xf9") : -1] + b";"
    picture = convert(again, MOVING, LIMIT)
    assert len(frames_of(picture)) == 2
    image = Image.open(BytesIO(picture.body))
    image.seek(1)
    assert image.info["duration"] == 400


def test_an_exact_animation_is_letterboxed() -> None:
    body = animation([Image.new("RGB", (60, 40), hue) for hue in (RED, BLUE)])
    picture = convert(body, Screen(100, 100, "GIF", animated=True, exact=True), LIMIT)
    for frame, hue in zip(frames_of(picture), (RED, BLUE), strict=True):
        assert frame.size == (100, 100)
        assert (frame.getpixel((5, 5)), frame.getpixel((50, 50))) == (WHITE, hue)


def test_see_through_frames_stand_on_white() -> None:
    frames = [Image.new("RGBA", (40, 40), (0, 0, 0, 0)) for _ in range(2)]
    for frame, left in zip(frames, (0, 20), strict=True):
        ImageDraw.Draw(frame).rectangle((left, 0, left + 9, 9), fill=(0, 0, 255, 255))
    shown = frames_of(convert(animation(frames, disposal=2), MOVING, LIMIT))
    assert [shown[0].getpixel((5, 5)), shown[1].getpixel((5, 5))] == [BLUE, WHITE]
    assert [shown[0].getpixel((25, 5)), shown[1].getpixel((25, 5))] == [WHITE, BLUE]
    assert BLACK not in {colour for frame in shown for _, colour in frame.getcolors(9) or []}


def wild(body: bytes) -> bytes:
    """The same with a second frame that leaves the screen."""
    at = body.index(b",", body.index(b"!\xf9", body.index(b"!\xf9") + 1))
    return body[: at + 5] + struct.pack("<HH", 60000, 60000) + body[at + 9 :]


NOISE = [Image.effect_noise((300, 200), 90).convert("RGB") for _ in range(6)]


@pytest.mark.parametrize(
    ("body", "screen"),
    [
        (animation(balls(25)), MOVING),
        (animation(NOISE), MOVING),
        (wild(animation(balls(3))), MOVING),
        (animation(balls(3))[:-40], MOVING),
        (animation(balls(3)), Screen(480, 0, "GIF")),
        (animation(balls(3)), Screen(480, 0, "PNG", animated=True)),
        (animation(balls(3)), Screen(50, 50, "GIF", animated=True, column=1, row=1)),
        (saved(balls(1)[0], "GIF"), MOVING),
        (saved(balls(2)[0], "WEBP", save_all=True, append_images=balls(2)[1:]), MOVING),
    ],
    ids="many large wild broken unwanted png tile one webp".split(),
)
def test_all_others_are_their_first_frame(body: bytes, screen: Screen) -> None:
    shown = frames_of(convert(body, screen, LIMIT))
    assert len(shown) == 1
    first = Image.open(BytesIO(body)).convert("RGB").getpixel((2, 28))
    seen = shown[0].getpixel((2, 28))
    assert isinstance(seen, tuple)
    assert isinstance(first, tuple)
    assert looks(seen, first)


def test_an_animation_of_many_pixels_is_not_decoded_as_one() -> None:
    body = animation([Image.new("P", (3000, 2000), number) for number in range(3)])
    assert len(body) < 200_000
    assert len(frames_of(convert(body, MOVING, LIMIT))) == 1
