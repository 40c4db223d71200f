"""A picture is decoded once for all its parts and sizes that one decoding is enough for."""

from collections.abc import Iterator

import pytest
from PIL import Image

from app.images.decode import Pixels
from app.images.kept import decoded_once, find
from tests.images.samples import WHITE

SIZE = (800, 600)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    yield
    decoded_once("", None, False, whole)


def pixels(width: int, height: int, grey: bool = False) -> Pixels:
    return Pixels(Image.new("RGB", (width, height), WHITE), SIZE, 1, None, (0, 0, width, height), grey)


def whole() -> Pixels:
    return pixels(*SIZE)


def small() -> Pixels:
    return pixels(400, 300)


def grey() -> Pixels:
    return pixels(*SIZE, grey=True)


def never() -> Pixels:
    raise AssertionError("it is decoded already")


def test_what_was_decoded_whole_is_enough_for_everything() -> None:
    first = decoded_once("a", None, False, whole)
    for room in (None, (100, 100), (9000, 9000)):
        assert decoded_once("a", room, False, never) is first
        assert find("a", room, True) is first


def test_what_was_decoded_small_is_enough_for_what_is_smaller_still() -> None:
    first = decoded_once("a", (100, 100), False, small)
    assert decoded_once("a", (100, 100), False, never) is first
    assert find("a", (700, 700), False) is None
    assert find("a", None, False) is None
    assert decoded_once("a", None, False, whole).image.size == SIZE


def test_what_was_decoded_without_colours_is_enough_for_greys_alone() -> None:
    first = decoded_once("a", None, True, grey)
    assert find("a", None, True) is first
    assert find("a", None, False) is None


def test_one_picture_is_kept_and_the_next_takes_its_place() -> None:
    decoded_once("a", None, False, whole)
    decoded_once("b", None, False, whole)
    assert find("a", None, False) is None
    assert find("b", None, False) is not None


def test_a_picture_without_a_key_is_not_kept_and_lets_the_last_one_go() -> None:
    decoded_once("a", None, False, whole)
    decoded_once("", None, False, whole)
    assert find("", None, False) is None
    assert find("a", None, False) is None


def test_a_picture_that_cannot_be_decoded_leaves_nothing() -> None:
    decoded_once("a", None, False, whole)
    with pytest.raises(AssertionError):
        decoded_once("b", None, False, never)
    assert find("a", None, False) is None
    assert find("b", None, False) is None
