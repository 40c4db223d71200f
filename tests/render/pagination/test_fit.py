"""What of many stories has room in a file."""

import pytest

from app.render.pagination.fit import FULL, LEFT_OUT, SHORT, fitted


@pytest.mark.parametrize(
    ("sizes", "room", "chosen"),
    [
        ([], 10, []),
        ([(1, 5), (1, 5)], 10, [FULL, FULL]),
        ([(1, 5), (1, 5)], 9, [FULL, SHORT]),
        ([(1, 50), (1, 5)], 10, [SHORT, FULL]),
        ([(1, 0), (1, 5)], 10, [SHORT, FULL]),
        ([(4, 5), (4, 5), (4, 5)], 9, [FULL, SHORT, LEFT_OUT]),
        ([(4, 5), (9, 9), (1, 1)], 7, [FULL, LEFT_OUT, LEFT_OUT]),
        ([(4, 5)], 0, [LEFT_OUT]),
    ],
)
def test_all_stand_in_short_before_the_first_stand_in_full(
    sizes: list[tuple[int, int]], room: int, chosen: list[int]
) -> None:
    assert fitted(sizes, room) == chosen


def test_nothing_is_ever_larger_than_the_room() -> None:
    sizes = [(place % 7 + 1, (place * 37) % 90) for place in range(60)]
    for room in range(0, 3000, 13):
        chosen = fitted(sizes, room)
        assert sum((0, *size)[how] for how, size in zip(chosen, sizes, strict=True)) <= room
