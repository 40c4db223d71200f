import pytest

from app.models import Known
from app.render.html.thumbnails import HEIGHT, WIDTH, inline_box


@pytest.mark.parametrize(
    ("known", "box"),
    [
        (None, (WIDTH, HEIGHT)),
        (Known(480, 320, 9000), (160, 107)),
        (Known(320, 480, 9000), (80, 120)),
        (Known(40, 30, 90), (40, 30)),
        (Known(5000, 1, 90), (160, 1)),
        (Known(1, 5000, 90), (1, 120)),
    ],
)
def test_a_small_picture_keeps_its_shape_and_is_never_enlarged(known: Known | None, box: tuple[int, int]) -> None:
    assert inline_box(known) == box


@pytest.mark.parametrize(
    ("size", "words"),
    [(90, "1K 480x320"), (9216, "9K 480x320"), (9728, "10K 480x320"), (2_000_000, "1953K 480x320"), (0, "480x320")],
)
def test_a_size_is_said_in_kilobytes_and_pixels(size: int, words: str) -> None:
    assert Known(480, 320, size).words == words
