import pytest

from app.models import ImageSize
from app.render.html.thumbnails import HEIGHT, WIDTH, inline_box


@pytest.mark.parametrize(
    ("sizes", "box"),
    [
        (None, (WIDTH, HEIGHT)),
        (ImageSize(480, 320, 9000), (160, 107)),
        (ImageSize(320, 480, 9000), (80, 120)),
        (ImageSize(40, 30, 90), (40, 30)),
        (ImageSize(5000, 1, 90), (160, 1)),
        (ImageSize(1, 5000, 90), (1, 120)),
    ],
)
def test_a_small_picture_keeps_its_shape_and_is_never_enlarged(sizes: ImageSize | None, box: tuple[int, int]) -> None:
    assert inline_box(sizes) == box


@pytest.mark.parametrize(
    ("size", "words"),
    [(90, "1K"), (9216, "9K"), (9728, "10K"), (2_000_000, "1953K"), (0, "")],
)
def test_a_size_is_said_in_kilobytes_where_it_is_known(size: int, words: str) -> None:
    assert ImageSize(480, 320, size).words == words
