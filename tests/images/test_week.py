"""The drawing of a week: of one bit, as wide as there is room for, with a symbol a day and a curve that fits."""

import math

import pytest
from PIL import Image

from app.images import DrawnDay, week, week_size
from app.images.week import FLOOR, GAP, MARGIN, PARTS, SYMBOL, TOP
from app.models import ConvertedImage
from tests.images.samples import decoded

DAYS = [DrawnDay(("cloud", "streaks"), str(place)) for place in range(25, 32)]
HOURS = [5 - 7 * math.cos((hour % 24 - 3) / 24 * 2 * math.pi) for hour in range(168)]


def image_of(picture: ConvertedImage) -> Image.Image:
    assert picture.body.startswith(b"GIF87a")
    return decoded(picture).convert("L")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    return sum(each == 0 for each in image.crop(box).tobytes())


def heights(image: Image.Image) -> list[int]:
    """Return how high the curve stands in each column between the dotted lines."""
    step = (image.width - MARGIN - 1) // 7
    columns = [x for x in range(MARGIN + 2, image.width - 2) if (x - MARGIN) % step]
    found = [[FLOOR - y for y in range(TOP, FLOOR) if image.getpixel((x, y)) == 0] for x in columns]
    return [max(each) for each in found if each]


@pytest.mark.parametrize("width", [100, 150, 320, 640])
def test_it_is_of_one_bit_and_as_large_as_it_is_said_to_be(width: int) -> None:
    picture = week(DAYS, HOURS, width)
    image = image_of(picture)
    assert (picture.width, picture.height) == image.size == week_size(7, width)
    assert image.width <= max(width, MARGIN + 7 * (SYMBOL + 1) + 1)
    assert {each for _, each in image.getcolors() or ()} == {0, 255}
    assert len(picture.body) < 4000


def test_the_curve_rises_with_the_day_and_falls_with_the_night() -> None:
    found = heights(image_of(week(DAYS, HOURS, 320)))
    assert max(found) - min(found) > 50
    first = found[:40]
    assert first.index(max(first)) > first.index(min(first))


@pytest.mark.parametrize("hours", [[7.0] * 168, [-40.0] * 168, [0.0, 0.001] * 84])
def test_a_week_of_one_temperature_is_a_flat_line(hours: list[float]) -> None:
    found = heights(image_of(week(DAYS, hours, 320)))
    assert found
    assert max(found) - min(found) <= 2


@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_part_of_a_symbol_stands_in_its_place_above_the_curve(part: str) -> None:
    days = [DrawnDay((), "1"), DrawnDay((part,), "2"), DrawnDay((), "3")]
    image = image_of(week(days, HOURS[:72], 320))
    step = (image.width - MARGIN - 1) // 3
    assert inked(image, (MARGIN, 0, MARGIN + step, TOP)) == 0
    assert inked(image, (MARGIN + step, 0, MARGIN + 2 * step, GAP + SYMBOL + GAP)) > 4
    assert inked(image, (MARGIN + 2 * step, 0, image.width, TOP)) == 0


def test_no_two_symbols_look_alike() -> None:
    drawn = {part: image_of(week([DrawnDay((part,), "1")], HOURS[:24], 100)).tobytes() for part in PARTS}
    assert len(set(drawn.values())) == len(PARTS)


def test_a_single_day_and_one_hour_can_be_drawn() -> None:
    assert image_of(week([DrawnDay(("sun",), "1")], [3.0], 10)).size == week_size(1, 10)
